/*
 * Refuse: the message for a runner where no plan satisfies the must rules.
 */
#ifndef HILLPLAN_PLANNER_REFUSE_H
#define HILLPLAN_PLANNER_REFUSE_H

#include "planner/schedule.h"

/*
 * Adds STATUS_NO_PLAN: the week, the day, the rule and its reason, and what would help: each remedy
 * was tried on the week. The planner is of no use afterwards.
 */
void refuse_week(struct planner *planner, size_t week, const struct placement *placement,
                 struct error *error);

/* Adds STATUS_NO_PLAN: the runner can run on no day before the race. */
void refuse_calendar(const struct planner *planner, struct error *error);

#endif
