/* Rule costs: what the runner's own rules and settings take from a plan. */
#ifndef HILLPLAN_APP_RULE_COSTS_H
#define HILLPLAN_APP_RULE_COSTS_H

#include "app/planning.h"

/*
 * Holds the plan against one without rules and settings of the runner's own, and says in its
 * verdict what they cost: by name where there is one, or where one of a few alone explains it.
 */
void rule_costs_tell(const struct planning *planning, struct plan *plan);

#endif
