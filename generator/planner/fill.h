/*
 * Fill: finds the levels of a week's wants, and the days of its sessions. Private to planner/.
 *
 * Everything at its best fits most weeks. Where it doesn't, a bare week that keeps the rules is
 * found first, and then each want, the most important first, rises to the best level that fits
 * beside those before it.
 */
#ifndef HILLPLAN_PLANNER_FILL_H
#define HILLPLAN_PLANNER_FILL_H

#include "planner/menu.h"
#include "planner/schedule.h"

/* A level of a want that was refused. */
struct turned_down {
    struct refusal by;      /* because NULL: none was, or not by a rule */
    struct session session; /* of the want; title NULL: it had none */
    bool is_displaced;      /* it was fine, but for the runner's day for the long run */
};

/* How a week was filled. */
struct filling {
    struct week_limits limits;
    struct week_wants wants;
    struct levels levels;
    struct menu_result menu;
    struct placement placement; /* found: whether anything fits; else the last refusal */
    bool is_moved_fine;         /* the long run may be on another day than the runner's */
    int tries;                  /* how many menus were placed */
    /* What kept each want from its best level; because NULL: nothing did. */
    struct refusal kept_from[MAX_WANTS];
    struct refusal kept_from_runs;  /* and the week from its runs, or its distance */
    struct refusal kept_from_whole; /* the last refusal before the week was cut to what it is */
    struct refusal kept_from_wish;  /* ... and before less climb than is wished was granted */
    struct turned_down first[MAX_WANTS]; /* the best level of each want that was refused, */
    struct turned_down last[MAX_WANTS];  /* ... and the one that was tried last */
};

/* True for a should rule that is in force in the present week. */
bool fill_can_give_way(const struct planner *planner, size_t rule);

/*
 * Whether the week fits at these levels, given the limits and wants of the filling; then it is left
 * so in plan->weeks[week]. False where a script fails.
 */
bool fill_try(struct planner *planner, size_t week, struct filling *filling,
              const struct levels *levels, bool *fits, struct error *error);

/* What is wanted of an empty week. False where a script fails. */
bool fill_ask_wants(struct planner *planner, size_t week, struct week_wants *wants,
                    struct error *error);

/* Fills plan->weeks[week] within the limits of its rules. False only where a script fails. */
bool fill_week(struct planner *planner, size_t week, struct filling *filling, struct error *error);

/*
 * A should rule that costs the week more than it is worth: its long run, a run, or all that is
 * fast, unless fast running yields to it. ruleset_count() if there is none.
 */
size_t fill_too_costly(const struct planner *planner, const struct filling *filling);

/*
 * True for a week before the taper that holds nothing, though the runner has days for it, as a rule
 * that is not built in leaves no room. `*by`: that rule, and why.
 */
bool fill_is_empty(const struct planner *planner, size_t week, const struct filling *filling,
                   struct refusal *by);

/* Whether a week was filled better: more runs, then the wants in their order. */
bool fill_is_better(const struct filling *a, const struct filling *b);

#endif
