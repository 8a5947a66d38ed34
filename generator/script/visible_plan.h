/*
 * The part of a plan that a rule may see, and views of it: places that are held as indexes, not as
 * pointers, as the planner changes the plan between calls. Knows nothing of Lua.
 *
 * What lies beyond the point that is asked about cannot be reached: lists of days end there.
 */
#ifndef HILLPLAN_SCRIPT_VISIBLE_PLAN_H
#define HILLPLAN_SCRIPT_VISIBLE_PLAN_H

#include "model/plan.h"

/* A plan (NULL: none yet), and how much of it is seen: days, weeks of which the sums are known, and
   weeks that are known to aim at something. */
struct visible_plan {
    const struct plan *plan;
    size_t days, weeks_with_sums, weeks_with_aim;
};

enum view_kind {
    VIEW_PLAN,
    VIEW_RUNNER,
    VIEW_LAST_DOWNHILL,
    VIEW_RACE,
    VIEW_TUNE_UP_RACE,
    VIEW_PREFERENCES,
    VIEW_HILLS,
    VIEW_PACES,
    VIEW_WEEK,
    VIEW_DAY,
    VIEW_SESSION,
    VIEW_STEP,
    VIEW_FACTS,
    VIEW_COURSE,
    VIEW_LARGEST_CLIMB,
    VIEW_LARGEST_DESCENT,
    VIEW_BREAK,
    VIEW_RECENT_RUN,
    VIEW_FIRST_LIST,
    LIST_RECENT_WEEKS = VIEW_FIRST_LIST,
    LIST_TUNE_UP_RACES,
    LIST_RUN_DAYS,
    LIST_QUALITY,
    LIST_DOUBLES,
    LIST_WEEKS,
    LIST_DAYS,
    LIST_WEEK_DAYS,
    LIST_SESSIONS,
    LIST_STEPS,
    LIST_CLIMB_THIRDS,
    LIST_DESCENT_THIRDS,
    LIST_BREAKS,
    LIST_RECENT_RUNS,
    VIEW_KIND_COUNT
};

/*
 * Where a view looks. `item` is the index of a tune-up race, a break, a recent run, a week, or a
 * day of the plan (counted from day 1, seven a week); `part` is 1 + the index in a repeat's steps,
 * 0 for the repeat.
 */
struct view {
    enum view_kind kind;
    unsigned item, session, step, part;
};

/* What the view looks at; NULL if the plan no longer has it. */
const void *view_find(const struct visible_plan *visible, const struct view *view);

/* How long a list is; false if it can't be read (any more). */
bool view_length(const struct visible_plan *visible, const struct view *list, size_t *length);

/* What is looked for on the days from one index to before another. */
struct span {
    int wanted; /* an enum quantity, or an enum session_kind */
    size_t first, end;
};

/* What was found; and how many runs or sessions there don't tell. */
struct found {
    int value;
    size_t unknown;
};

/* The largest value of the quantity of a single run; 0 where there is none. */
struct found view_largest(const struct visible_plan *visible, const struct span *span);

/* The index of the latest day with a session of the kind; -1 where there is none. */
struct found view_latest(const struct visible_plan *visible, const struct span *span);

#endif
