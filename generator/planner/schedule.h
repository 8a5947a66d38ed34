/*
 * Schedule: places the items of a week on its days, the best way that the rules allow.
 *
 * The search goes through the days in date order and asks each rule at the point at which the
 * checker will ask it. An answer for which no other day of the week was read holds whatever these
 * hold, so what it refuses is not tried again; a run with no day left ends a branch. The rest of a
 * week that was found to be refused, or to lose too much, is not tried again after other days
 * before it, if the answers that said so had read nothing in which they differ.
 *
 * It is exact: no arrangement of the runs that the rules allow has a higher score, but that of easy
 * runs that differ only by distance a day tries the longest and the shortest that it can have. It
 * is given up early only where one rule refuses many whole weeks, and among them orders that have
 * little in common, in the same words: no order would please it. Where that is so for orders on the
 * same days, these days are not tried again. Ties go to the one found first, in the order of the
 * items, with rest last. Sessions that are no runs are put beside a finished arrangement, on the
 * first days that allow them.
 */
#ifndef HILLPLAN_PLANNER_SCHEDULE_H
#define HILLPLAN_PLANNER_SCHEDULE_H

#include "planner/menu.h"

struct placement {
    bool found;
    int score;
    int item_on[DAYS_PER_WEEK];        /* index of the item, or REST */
    unsigned extras_on[DAYS_PER_WEEK]; /* the sessions beside it: a bit for each of the menu's */
    /* Where nothing was found: the refusal that was met latest in the week. */
    struct refusal last_refusal;
    int last_refusal_day; /* DAYS_PER_WEEK: the week as a whole; from +1 on: those after it */
};

enum { REST = -1 }; /* no item */

/*
 * Places the items of plan->weeks[week] (empty days) and leaves the best arrangement in it, the
 * sessions being those of the menu. `limits` holds those of the week's sums, and which days are
 * closed. The days up to the next race within a week are looked ahead at. Returns false only where
 * a script fails.
 */
bool schedule_week(struct planner *planner, size_t week, struct menu_result *menu,
                   const struct week_limits *limits, struct placement *placement,
                   struct error *error);

#endif
