/*
 * Open days: on which days of a week something may be run, and on how many of them together, as
 * must rules of the runner's own say. It is found before the week is sized, so that its distance
 * goes to the runs that there can be. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_OPEN_DAYS_H
#define HILLPLAN_PLANNER_OPEN_DAYS_H

#include "planner/sizing.h"

/*
 * Sets the days' limits: nothing on those that aren't open, all on others; and lowers the week's
 * limit of runs to what fits, races included. False where a script fails.
 */
bool open_days_limit(struct planner *planner, size_t week, struct week_limits *limits,
                     struct error *error);

#endif
