/*
 * Give up: tells a week what it was to hold and does not, and what kept that out. Private to
 * planner/.
 */
#ifndef HILLPLAN_PLANNER_GIVE_UP_H
#define HILLPLAN_PLANNER_GIVE_UP_H

#include "planner/fill.h"

/* Writes week->gave_up of a week that was filled and knows what it wished for. */
void give_up_tell(const struct planner *planner, size_t week, const struct filling *filling);

#endif
