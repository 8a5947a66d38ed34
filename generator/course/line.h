/*
 * Lines: elevations at equal steps, and the filter that climb and descent are counted by.
 */
#ifndef HILLPLAN_COURSE_LINE_H
#define HILLPLAN_COURSE_LINE_H

#include "base/arena.h"
#include "model/course.h"

#define LINE_STEP_M       25
#define LINE_SMOOTH_COUNT 5   /* samples of the moving average */
#define LINE_REVERSAL_M   2.0 /* smaller rises and falls are noise */

/*
 * The elevations in metres at `count` equal distances, from the first point of the track to the
 * last (length_m apart), straight between points; those of UNKNOWN elevation are passed over. At
 * least one point has to have one, and `count` be 2 or more.
 */
void line_sample(const struct track *track, double length_m, double *elevations, size_t count);

/* A centred moving average; at the ends over the samples that are there on both sides. */
void line_smooth(const double *elevations, double *smoothed, size_t count);

/*
 * The indexes where a line turns between rises and falls of at least `least` (zigzag): its start,
 * then the ends of its legs, in `turns` (of `count`). 0 where the line never moves so far.
 */
size_t line_turns(const double *elevations, size_t count, double least, size_t *turns);

/* Climb and descent over the legs between turns. */
struct line_sum {
    double climb, descent;
};
struct line_sum line_sum(const double *elevations, size_t count, double least);

/* Flattens what is no leg: within one, only what goes on in its direction counts. */
void line_flatten(double *elevations, size_t count, double least);

#endif
