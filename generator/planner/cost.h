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

/*
 * Notes what each break of a plan cost, held against a plan without them, or the one that it is
 * made anew from, which lacks the new ones: what the weeks from a break on to the next one hold
 * less.
 */
void cost_note_days_off(struct plan *plan, const struct plan *without);

/* Says in the plan's verdict what that is in all; and what it means, held against the other plan.
 */
void cost_tell_loss(struct plan *plan);
void cost_tell_days_off(struct plan *plan, const struct plan *without);

/* What rules cost, as a message; NULL where nothing is taken. In the plan's arena. */
const char *cost_message(const struct plan *plan);

#endif
