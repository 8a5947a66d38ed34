/*
 * What the cells of a plan mean together: its language, its units, and what its cells leave to
 * infer.
 */
#ifndef HILLPLAN_IMPORT_PLAN_READING_H
#define HILLPLAN_IMPORT_PLAN_READING_H

#include "import/imported_plan.h"

/* Reads all items: fills sessions, and the plan's units. */
void plan_reading_run(struct imported_plan *imported);

/*
 * Gives runs that tell a time and no distance the distance of that time at an easy pace: the
 * runner's, or any where no run tells a distance (plan->time_pace_s then).
 */
void timed_runs_take(struct imported_plan *imported);

/* The distance of so many seconds at an easy pace of nobody in particular; 0 for UNKNOWN. */
int timed_run_distance(int seconds, enum units units);

/*
 * What is inferred of the plan's sessions, by day: the long run, that plain runs are easy; and of
 * its weeks, once they are made: lighter ones, and the taper. The plan tells of each.
 */
void plan_inference_sessions(struct imported_plan *imported);
void plan_inference_weeks(struct imported_plan *imported);

#endif
