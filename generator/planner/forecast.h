/*
 * Forecast: the time that a recent race foretells for the goal race, how near that comes, and what
 * is said of it. Private to planner/.
 *
 * On the flat by VDOT, and by Riegel as a second opinion; beyond the marathon both give way to a
 * power law, as they flatter ultras. The course's slopes tell what gentle hills cost; from some
 * climb per km on that grows into km-effort, which also knows that a mountain is not run.
 */
#ifndef HILLPLAN_PLANNER_FORECAST_H
#define HILLPLAN_PLANNER_FORECAST_H

#include "planner/context.h"

/* Sets the planner's forecast: the two opinions, or UNKNOWN. */
void forecast_make(struct planner *planner);

/* Whether the race is run by effort, being hilly, or as long as that. */
bool forecast_is_by_effort(const struct planner *planner, int race_s);

/* Whether the goal is that much faster than the forecast that nobody is ready for it. */
bool forecast_goal_is_fast(const struct planner *planner);

/*
 * What is said of the race's time, in the plan's arena; NULL for a runner with neither a goal nor a
 * recent race. `percent`: how much the plan reaches of what the race asks.
 */
const char *forecast_words(const struct planner *planner, int percent);

#endif
