/*
 * Pacing: the splits of a race at equal effort.
 */
#ifndef HILLPLAN_TRAINING_PACING_H
#define HILLPLAN_TRAINING_PACING_H

#include "base/arena.h"
#include "base/quantity.h"
#include "model/course.h"

/* One unit of the race, or the part of one at its end. */
struct split {
    int distance; /* from the start to its end, in hundredths of the unit */
    int seconds, elapsed_s;
    int climb_m, descent_m; /* of the file's; UNKNOWN without elevations */
};

struct splits {
    struct split *items;
    size_t count;
};

/* A slower start: so many percent of the distance, by so many percent of the even effort's time. */
#define PACING_SLOW_START_SHARE   10
#define PACING_SLOW_START_PERCENT 3

/*
 * The splits of each km or mile for a time: equal effort on every grade (grade_pace_factor()), and
 * equal times where the line has no elevations. With a slow start, the rest is faster by the same
 * factor everywhere, so that the time is kept. The seconds are whole and add up to the time
 * exactly, climb and descent to the line's. The splits go into the arena.
 */
struct splits pacing_splits(const struct course_line *line, int time_s, enum units units,
                            bool slow_start, struct arena *arena);

/*
 * The time along a line at the effort that takes `flat_s` over `flat_m` on the flat; the same as on
 * the flat where the line has no elevations. At most 1000 hours.
 */
int pacing_course_time_s(const struct course_line *line, int flat_s, int flat_m,
                         struct arena *arena);

#endif
