/*
 * Courses: what a track adds up to, and its profile as a plan holds it.
 *
 * The recipe: elevation is sampled every 25 m and smoothed by a moving average of 5 samples; climb
 * and descent are counted where the line turns by at least 2 m. Other recipes give other totals,
 * so COURSE_FILTER_WORDS goes with them where they are shown.
 */
#ifndef HILLPLAN_TRAINING_COURSE_H
#define HILLPLAN_TRAINING_COURSE_H

#include "base/arena.h"
#include "model/course.h"

#define COURSE_FILTER_WORDS                                                                        \
    "elevation every 25 m, smoothed over 5 points, rises and falls under 2 m left out"

/* An official distance scales a track that differs from it by less than this. */
#define COURSE_SCALED_BELOW_PERCENT 3

/* Points that suit a plan document. */
#define COURSE_MOST_POINTS 400

/*
 * Measures a track of 100 m to 400 km (as gpx_read() gives it); its lists go into the arena.
 * Elevation is known where half of the points have one, and they aren't all 0. Climbs and descents
 * are the stretches that gain 10 m on a grade of 1 %, and go on through interruptions
 * of less. Eccentric load: descent * (1 + 0.034 * grade in percent), fitted to the impact measured
 * at -16 % (Gottschall and Kram, 2005).
 */
void course_measure(const struct track *track, const struct course_official *official,
                    struct arena *arena, struct course_measure *measure);

/*
 * The profile as at most `most` points (2 or more), start and finish among them: those that keep
 * it within 1 m of the line, or the ones that matter most (Douglas and Peucker, 1973). None where
 * the elevations are unknown. The points go into the arena.
 */
struct course course_from_line(const struct course_line *line, size_t most, struct arena *arena);

/* The line of a profile: the inverse, as good as the points are. Nothing known without points. */
struct course_line course_to_line(const struct course *course, struct arena *arena);

#endif
