/*
 * Load: what hills add to a run.
 */
#ifndef HILLPLAN_TRAINING_LOAD_H
#define HILLPLAN_TRAINING_LOAD_H

#include "base/quantity.h"

/*
 * The distance on the flat, in hundredths of the unit, that takes the effort of a run with that
 * climb: km + climb / 100 (km-effort of the International Trail Running Association).
 */
int effort_distance(int distance, int climb_m, enum units units);

/* The longest distance with that climb whose effort distance is at most `effort`; at least 0. */
int effort_distance_inverse(int effort, int climb_m, enum units units);

/* The metres of climb that take the effort of a distance on the flat. */
int effort_climb(int distance, enum units units);

/* Seconds for a run at a pace of the flat, with the climb's extra, to the nearest second. */
int run_seconds(int distance, int climb_m, int pace_s, enum units units);

#endif
