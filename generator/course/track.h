/*
 * Tracks: distances over the ground, and points that cannot be true.
 */
#ifndef HILLPLAN_COURSE_TRACK_H
#define HILLPLAN_COURSE_TRACK_H

#include "model/course.h"

/*
 * The metres between two points on a sphere of 6 371 km (haversine; one degree of latitude is
 * 111 194.93 m). Elevation plays no part.
 */
double track_distance(const struct track_point *from, const struct track_point *to);

/* The metres from the first point to the last, along all others. */
double track_length(const struct track *track);

/* The same in whole metres, at most INT_MAX. */
int track_distance_m(const struct track_point *from, const struct track_point *to);
int track_length_m(const struct track *track);

/* What track_clean() took for a mistake of the device. */
struct track_repair {
    size_t points;     /* left out: far off, while the points around are near each other */
    size_t elevations; /* set to UNKNOWN: peaks, pits and zeros steeper than 100 % on both sides */
    int widest_jump_m; /* that stays, as nothing tells which side is wrong; or 0 */
    int missing_m;     /* stretches of 500 m and more without elevations, or 0 */
};

/* Removes points and elevations that cannot be true. At least two points stay. */
struct track_repair track_clean(struct track *track);

#endif
