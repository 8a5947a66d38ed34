/* Cost: what the runner's own rules and settings take from a plan. */
#ifndef HILLPLAN_PLANNER_COST_H
#define HILLPLAN_PLANNER_COST_H

#include "model/plan.h"
#include "model/template.h"

/* Whether a plan has less than one that was made without the rules, so that it is worth a word. */
bool cost_is_paid(const struct plan *plan, const struct plan *without);

/* Adds that to the plan. `rule`: the id of the one that takes it, or NULL for all together. */
void cost_add(struct plan *plan, const struct plan *without, const char *rule);

/* Says so in the plan's verdict. */
void cost_tell(struct plan *plan);

/* How many days before the race were off in breaks that cost race time; 0 for none. */
int cost_days_off(const struct plan *plan, const struct forecast_shape *shape);

/* Says in the plan's verdict what days off cost, held against a plan that was made without them. */
void cost_tell_days_off(struct plan *plan, const struct plan *without);

/* What rules cost, as a message; NULL where nothing is taken. In the plan's arena. */
const char *cost_message(const struct plan *plan);

#endif
