/* Way out: what would do where a plan is short of what the race asks. */
#ifndef HILLPLAN_PLANNER_WAY_OUT_H
#define HILLPLAN_PLANNER_WAY_OUT_H

#include "model/plan.h"

/*
 * Says in the plan's verdict that the same race so many weeks later would do, and a race of so many
 * metres on its day (0: none); walking breaks, where there is neither.
 */
void way_out_tell(struct plan *plan, int weeks_later, int shorter_m);

#endif
