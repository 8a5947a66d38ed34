/*
 * Estimate: what sizes, steps and paces are worked out with. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_ESTIMATE_H
#define HILLPLAN_PLANNER_ESTIMATE_H

#include "planner/context.h"

/*
 * Sets the planner's easy pace, race time and pace, and the climb of the runner's usual terrain.
 * Race pace follows the goal time, unless that is faster than the recent race lets expect by more
 * than the template allows: then it follows the prediction. Where effort goes before pace, there is
 * none.
 */
void estimate_all(struct planner *planner);

#endif
