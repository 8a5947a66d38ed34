/* Rule costs: what the runner's own rules and settings take from a plan. */
#ifndef HILLPLAN_APP_RULE_COSTS_H
#define HILLPLAN_APP_RULE_COSTS_H

#include "app/planning.h"

/*
 * Holds the plan against one without rules and settings of the runner's own, and adds to it what
 * they cost: by name where there is one, or where one of a few alone explains it. True where the
 * plan is short for them alone, so that nothing but a rule of the runner's own need change.
 */
bool rule_costs_find(const struct planning *planning, struct plan *plan);

#endif
