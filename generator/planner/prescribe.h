/*
 * Prescribe: the pace of a whole session; those of its steps come with the recipe. Private to
 * planner/.
 */
#ifndef HILLPLAN_PLANNER_PRESCRIBE_H
#define HILLPLAN_PLANNER_PRESCRIBE_H

#include "planner/context.h"

void prescribe_pace(const struct planner *planner, struct session *session);

#endif
