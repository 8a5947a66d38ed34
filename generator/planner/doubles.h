/* Doubles: the easy running of a day in two runs. Private to planner/. */
#ifndef HILLPLAN_PLANNER_DOUBLES_H
#define HILLPLAN_PLANNER_DOUBLES_H

#include "planner/context.h"

/*
 * Divides the plain easy runs of a planned week that are on the runner's days for it, where the
 * week and the run are large enough for two. The sums of the days stay as they are.
 */
void doubles_divide(const struct planner *planner, struct week *week);

#endif
