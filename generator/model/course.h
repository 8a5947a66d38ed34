/*
 * The race course: its profile as points, and what they add up to.
 */
#ifndef HILLPLAN_MODEL_COURSE_H
#define HILLPLAN_MODEL_COURSE_H

#include <stddef.h>

struct course_point {
    int distance_m;  /* from the start, never decreasing */
    int elevation_m; /* above sea level */
};

struct course {
    struct course_point *points;
    size_t point_count;
};

#endif
