/* Measuring courses. */
#include "course/course.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/quantity.h"
#include "course/line.h"
#include "course/track.h"
#include "training/load.h"

#define CM_PER_M            100
#define NOISE_M             1.0   /* from the smoothed line, as the root of the mean square */
#define STRICT_REVERSAL_M   10.0  /* of a filter that leaves out small hills, too */
#define NOISE_CLIMB_M       50    /* between two filters, and so many percent: ... */
#define NOISE_PERCENT       125   /* ... the climb hangs on the filter */
#define ECCENTRIC_PER_GRADE 0.034 /* more load a percent of grade */
#define STRETCH_GRADE       0.01
#define STRETCH_REVERSAL_M  10.0

static double step_m(const struct course_line *line)
{
    return (double)line->length_m / (double)(line->count - 1);
}

static double elevation_m(const struct course_line *line, size_t i)
{
    return line->elevations_cm[i] / (double)CM_PER_M;
}

static bool has_elevation(const struct track *track)
{
    size_t known = 0;
    bool all_zero = true; /* what some programs write for unknown */
    for (size_t i = 0; i < track->point_count; i++) {
        known += track->points[i].elevation_mm != UNKNOWN;
        all_zero = all_zero &&
                   (track->points[i].elevation_mm == UNKNOWN || track->points[i].elevation_mm == 0);
    }
    return known > 0 && known >= track->point_count - known && !all_zero;
}

/* --- bands, thirds and load ------------------------------------------------------------------- */

static size_t band_of(double grade)
{
    size_t band = 0;
    while (band + 1 < COURSE_BAND_COUNT && grade * 100 >= course_band_edges_percent[band])
        band++;
    return band;
}

/* Shares in whole percent that add up to 100, or are all 0. */
static void share_out(const double *parts, size_t count, int *percent)
{
    double total = 0, sum = 0;
    for (size_t i = 0; i < count; i++)
        total += parts[i];
    int given = 0;
    for (size_t i = 0; i < count; i++) {
        sum += parts[i];
        percent[i] = total > 0 ? (int)lround(100 * sum / total) - given : 0;
        given += percent[i];
    }
}

/* What lies in each band and each third of a line, in metres. */
struct tally {
    double distance[COURSE_BAND_COUNT], climb[COURSE_BAND_COUNT], descent[COURSE_BAND_COUNT];
    double third_climb[COURSE_THIRDS], third_descent[COURSE_THIRDS], half_descent[2];
    double load;
};

static struct tally tally_line(const struct course_line *line)
{
    struct tally tally = {.load = 0};
    double step = step_m(line);
    for (size_t i = 1; i < line->count; i++) {
        double rise = elevation_m(line, i) - elevation_m(line, i - 1), grade = rise / step;
        size_t band = band_of(grade), third = (i - 1) * COURSE_THIRDS / (line->count - 1);
        tally.distance[band] += step;
        if (rise >= 0) {
            tally.climb[band] += rise;
            tally.third_climb[third] += rise;
            continue;
        }
        tally.descent[band] -= rise;
        tally.third_descent[third] -= rise;
        tally.half_descent[(i - 1) * 2 / (line->count - 1)] -= rise;
        tally.load += -rise * (1 + ECCENTRIC_PER_GRADE * -grade * 100);
    }
    return tally;
}

static void set_bands(struct course_facts *facts, const struct tally *tally)
{
    int distance[COURSE_BAND_COUNT], climb[COURSE_BAND_COUNT], descent[COURSE_BAND_COUNT];
    share_out(tally->distance, COURSE_BAND_COUNT, distance);
    share_out(tally->climb, COURSE_BAND_COUNT, climb);
    share_out(tally->descent, COURSE_BAND_COUNT, descent);
    for (size_t i = 0; i < COURSE_BAND_COUNT; i++)
        facts->bands[i] = (struct course_band){
            .distance_m = (int)lround(tally->distance[i]),
            .distance_percent = distance[i],
            .climb_m = (int)lround(tally->climb[i]),
            .climb_percent = climb[i],
            .descent_m = (int)lround(tally->descent[i]),
            .descent_percent = descent[i],
        };
}

/* --- climbs and descents ---------------------------------------------------------------------- */

static struct course_stretch stretch_between(const struct course_line *line, size_t from, size_t to)
{
    double start = (double)from * step_m(line), length = (double)(to - from) * step_m(line);
    double metres = fabs(elevation_m(line, to) - elevation_m(line, from));
    return (struct course_stretch){
        .start_m = (int)lround(start),
        .length_m = (int)lround(length),
        .metres = (int)lround(metres),
        .grade_tenths = (int)lround(metres / length * 1000),
    };
}

/*
 * On a line that is tilted by the least grade against them, climbs (direction 1) or descents (-1)
 * are the legs that still go their way; so the flat before and behind them is no part of them. A
 * fall in front makes the first leg begin where it turns, as all others do.
 */
static struct course_stretch *find_stretches(const struct course_line *line, int direction,
                                             struct arena *arena, size_t *count)
{
    size_t tilted_count = line->count + 1;
    double *tilted = memory_resize(NULL, tilted_count, sizeof *tilted);
    size_t *turns = memory_resize(NULL, tilted_count, sizeof *turns);
    for (size_t i = 0; i < line->count; i++)
        tilted[i + 1] = direction * elevation_m(line, i) - (double)i * step_m(line) * STRETCH_GRADE;
    tilted[0] = tilted[1] + 2 * STRETCH_REVERSAL_M;
    size_t turn_count = line_turns(tilted, tilted_count, STRETCH_REVERSAL_M, turns);
    struct course_stretch *stretches = arena_array(arena, turn_count, sizeof *stretches);
    *count = 0;
    for (size_t i = 1; i < turn_count; i++)
        if (tilted[turns[i]] > tilted[turns[i - 1]])
            stretches[(*count)++] = stretch_between(line, turns[i - 1] - 1, turns[i] - 1);
    free(turns);
    free(tilted);
    return stretches;
}

struct course_stretch *course_climbs(const struct course_line *line, struct arena *arena,
                                     size_t *count)
{
    return find_stretches(line, 1, arena, count);
}

struct course_stretch *course_descents(const struct course_line *line, struct arena *arena,
                                       size_t *count)
{
    return find_stretches(line, -1, arena, count);
}

/* The largest climb (direction 1) or descent (-1); of length 0 where there is none. */
static struct course_stretch largest_stretch(const struct course_line *line, int direction,
                                             struct arena *arena)
{
    size_t count;
    const struct course_stretch *stretches = find_stretches(line, direction, arena, &count);
    const struct course_stretch *found = course_largest(stretches, count);
    return found ? *found : (struct course_stretch){.length_m = 0};
}

struct course_facts course_facts(const struct course_line *line, int descent_m, struct arena *arena)
{
    struct course_facts facts = {.is_known = line->elevations_cm != NULL};
    if (!facts.is_known)
        return facts;
    struct tally tally = tally_line(line);
    int halves[2];
    double line_descent = tally.half_descent[0] + tally.half_descent[1], load = tally.load;
    set_bands(&facts, &tally);
    share_out(tally.third_climb, COURSE_THIRDS, facts.climb_percent);
    share_out(tally.third_descent, COURSE_THIRDS, facts.descent_percent);
    share_out(tally.half_descent, 2, halves);
    facts.first_half_descent_percent = halves[0];
    facts.largest_climb = largest_stretch(line, 1, arena);
    facts.largest_descent = largest_stretch(line, -1, arena);
    /* The load of an official descent is in proportion. */
    if (descent_m != UNKNOWN && line_descent > 0)
        load *= descent_m / line_descent;
    facts.eccentric_load = (int)lround(load);
    facts.eccentric_load_per_km = (int)lround(load * 10 * 1000 / line->length_m);
    return facts;
}

/* --- the whole -------------------------------------------------------------------------------- */

/* The climb by a strict filter and by a lenient one, where noise makes them differ much. */
static void measure_noise(const double *sampled, const double *smoothed, size_t count,
                          struct course_measure *measure)
{
    double squares = 0;
    for (size_t i = 0; i < count; i++)
        squares += (sampled[i] - smoothed[i]) * (sampled[i] - smoothed[i]);
    double least = line_sum(smoothed, count, STRICT_REVERSAL_M).climb;
    double most = line_sum(sampled, count, LINE_REVERSAL_M).climb;
    bool is_noisy = sqrt(squares / (double)count) >= NOISE_M && most - least >= NOISE_CLIMB_M &&
                    most * 100 >= least * NOISE_PERCENT;
    measure->climb_least_m = is_noisy ? (int)lround(least) : UNKNOWN;
    measure->climb_most_m = is_noisy ? (int)lround(most) : UNKNOWN;
}

static void measure_elevation(const struct track *track, double length_m, struct arena *arena,
                              struct course_measure *measure)
{
    size_t count = (size_t)lround(length_m / LINE_STEP_M) + 1;
    double *sampled = memory_resize(NULL, count, sizeof *sampled);
    double *smoothed = memory_resize(NULL, count, sizeof *smoothed);
    line_sample(track, length_m, sampled, count);
    line_smooth(sampled, smoothed, count);
    measure_noise(sampled, smoothed, count, measure);
    struct line_sum sum = line_sum(smoothed, count, LINE_REVERSAL_M);
    measure->track_climb_m = (int)lround(sum.climb);
    measure->track_descent_m = (int)lround(sum.descent);
    measure->start_m = (int)lround(smoothed[0]);
    measure->finish_m = (int)lround(smoothed[count - 1]);
    double lowest = smoothed[0], highest = smoothed[0];
    for (size_t i = 1; i < count; i++) {
        lowest = fmin(lowest, smoothed[i]);
        highest = fmax(highest, smoothed[i]);
    }
    measure->lowest_m = (int)lround(lowest);
    measure->highest_m = (int)lround(highest);
    line_flatten(smoothed, count, LINE_REVERSAL_M);
    measure->line.elevations_cm = arena_array(arena, count, sizeof *measure->line.elevations_cm);
    measure->line.count = count;
    for (size_t i = 0; i < count; i++)
        measure->line.elevations_cm[i] = (int)lround(smoothed[i] * CM_PER_M);
    free(smoothed);
    free(sampled);
}

static void choose_distance(const struct course_official *official, struct course_measure *measure)
{
    int64_t difference = llabs((int64_t)official->distance_m - measure->track_m);
    measure->is_scaled =
        official->distance_m != UNKNOWN &&
        difference * 100 < (int64_t)official->distance_m * COURSE_SCALED_BELOW_PERCENT;
    measure->distance_m = measure->is_scaled ? official->distance_m : measure->track_m;
    measure->line.length_m = measure->distance_m;
}

void course_measure(const struct track *track, const struct course_official *official,
                    struct arena *arena, struct course_measure *measure)
{
    double length_m = track_length(track);
    *measure = (struct course_measure){
        .climb_m = official->climb_m,
        .descent_m = official->descent_m,
        .track_m = (int)lround(length_m),
        .track_climb_m = UNKNOWN,
        .track_descent_m = UNKNOWN,
        .climb_least_m = UNKNOWN,
        .climb_most_m = UNKNOWN,
        .has_elevation = has_elevation(track),
        .start_m = UNKNOWN,
        .finish_m = UNKNOWN,
        .lowest_m = UNKNOWN,
        .highest_m = UNKNOWN,
        .km_effort = UNKNOWN,
    };
    choose_distance(official, measure);
    if (measure->has_elevation) {
        measure_elevation(track, length_m, arena, measure);
        if (measure->climb_m == UNKNOWN)
            measure->climb_m = measure->track_climb_m;
        if (measure->descent_m == UNKNOWN)
            measure->descent_m = measure->track_descent_m;
        const struct course_line *line = &measure->line;
        measure->climbs = course_climbs(line, arena, &measure->climb_count);
        measure->descents = course_descents(line, arena, &measure->descent_count);
        measure->facts = course_facts(line, measure->descent_m, arena);
    }
    if (measure->climb_m != UNKNOWN)
        measure->km_effort = effort_distance(distance_from_m(measure->distance_m, UNITS_KM),
                                             measure->climb_m, UNITS_KM);
}
