/* Cost: what the runner's own rules and settings take from a plan. */
#ifndef HILLPLAN_PLANNER_COST_H
#define HILLPLAN_PLANNER_COST_H

#include "model/plan.h"

/*
 * Adds to a plan what it has less than one that was made without the rules; nothing where it has as
 * much. `rule`: the id of the only one, or NULL for all together.
 */
void cost_add(struct plan *plan, const struct plan *without, const char *rule);

/* Says so in the plan's verdict. */
void cost_tell(struct plan *plan);

/* The same as a message; NULL where nothing is taken. In the plan's arena. */
const char *cost_message(const struct plan *plan);

#endif
