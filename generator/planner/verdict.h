/*
 * Verdict: what the finished plan reaches against what the distance asks. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_VERDICT_H
#define HILLPLAN_PLANNER_VERDICT_H

#include "planner/context.h"

/* Sets plan->verdict: ready, tight or short, with the numbers behind it, and the goal time's. */
void verdict_give(const struct planner *planner);

#endif
