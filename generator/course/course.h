/*
 * Courses: what a track adds up to, and its profile as a plan holds it.
 *
 * The recipe: elevation is sampled every 25 m and smoothed by a moving average of 5 samples; climb
 * and descent are counted where the line turns by at least 2 m. Other recipes give other totals,
 * so COURSE_FILTER_WORDS goes with them where they are shown.
 */
#ifndef HILLPLAN_COURSE_COURSE_H
#define HILLPLAN_COURSE_COURSE_H

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
 * Elevation is known where half of the points have one, and they aren't all 0.
 */
void course_measure(const struct track *track, const struct course_official *official,
                    struct arena *arena, struct course_measure *measure);

/*
 * What a line tells; nothing is known of one without elevations. Eccentric load: descent * (1 +
 * 0.034 * grade in percent), fitted to the impact measured at -16 % (Gottschall and Kram, 2005), in
 * proportion to `descent_m`, the descent that counts (UNKNOWN: the line's own).
 */
struct course_facts course_facts(const struct course_line *line, int descent_m,
                                 struct arena *arena);

/*
 * The climbs and the descents of a line with elevations, from start to finish: the stretches that
 * gain 10 m on a grade of 1 %, and go on through interruptions of less. Lists in the arena.
 */
struct course_stretch *course_climbs(const struct course_line *line, struct arena *arena,
                                     size_t *count);
struct course_stretch *course_descents(const struct course_line *line, struct arena *arena,
                                       size_t *count);

/*
 * What a plan keeps of a measured course; lists in the arena. The facts are those of the points, so
 * that they are the same for a plan that was written and read again.
 */
struct course course_of_measure(const struct course_measure *measure, struct arena *arena);

/*
 * The profile as at most `most` points (2 or more), start and finish among them: those that keep
 * it within 1 m of the line, or the ones that matter most (Douglas and Peucker, 1973). None where
 * the elevations are unknown. The points go into the arena.
 */
struct course course_from_line(const struct course_line *line, size_t most, struct arena *arena);

/* The line of a profile: the inverse, as good as the points are. Nothing known without points. */
struct course_line course_to_line(const struct course *course, struct arena *arena);

#endif
