/*
 * Facts of a profile: the plan's own copy of every fact that the rules and the pages will need.
 */
#ifndef HILLPLAN_PLANNER_FACTS_OF_PROFILE_H
#define HILLPLAN_PLANNER_FACTS_OF_PROFILE_H

#include "planner/planner.h"

/* A new plan without weeks; the caller frees it with plan_free(). Paces come from the recent race.
 */
struct plan *facts_of_profile(const struct planner_input *input);

#endif
