/* Pacing: effort along the course, shared out by time. */
#include "training/pacing.h"

#include <math.h>

#include "training/grade.h"

#define CM_PER_M 100.0
#define MM_PER_M 1000.0

#define LONGEST_TIME_S (1000 * 3600)

/* What was spent and climbed from the start to a sample of the line. */
struct progress {
    double effort; /* in metres on the flat */
    double climb, descent;
};

static struct progress *progress_along(const struct course_line *line, struct arena *arena)
{
    struct progress *progress = arena_array(arena, line->count, sizeof *progress);
    double step = line->length_m / (double)(line->count - 1);
    for (size_t i = 1; i < line->count; i++) {
        double rise = (line->elevations_cm[i] - line->elevations_cm[i - 1]) / CM_PER_M;
        progress[i] = (struct progress){
            .effort = progress[i - 1].effort + step * grade_pace_factor(rise / step),
            .climb = progress[i - 1].climb + fmax(rise, 0),
            .descent = progress[i - 1].descent + fmax(-rise, 0),
        };
    }
    return progress;
}

/* The progress at a distance from the start; NULL stands for a flat course. */
static struct progress progress_at(const struct course_line *line, const struct progress *progress,
                                   double distance)
{
    if (!progress)
        return (struct progress){.effort = distance};
    double at = distance / line->length_m * (double)(line->count - 1);
    size_t before = (size_t)at < line->count - 2 ? (size_t)at : line->count - 2;
    const struct progress *from = &progress[before], *to = &progress[before + 1];
    double share = at - (double)before;
    return (struct progress){
        .effort = from->effort + (to->effort - from->effort) * share,
        .climb = from->climb + (to->climb - from->climb) * share,
        .descent = from->descent + (to->descent - from->descent) * share,
    };
}

/* How the time is shared: `slow` is the share of the effort that the slow start has. */
struct sharing {
    double effort, slow, slow_factor;
    int time_s;
};

static int time_at(const struct sharing *sharing, double effort)
{
    double share = effort / sharing->effort, slow = sharing->slow;
    double rest_factor = (1 - slow * sharing->slow_factor) / (1 - slow);
    double time = share <= slow ? share * sharing->slow_factor
                                : slow * sharing->slow_factor + (share - slow) * rest_factor;
    return (int)lround(time * sharing->time_s);
}

static struct sharing share_time(const struct course_line *line, const struct progress *progress,
                                 int time_s, bool slow_start)
{
    struct sharing sharing = {
        .effort = progress_at(line, progress, line->length_m).effort,
        .slow_factor = 1 + PACING_SLOW_START_PERCENT / 100.0,
        .time_s = time_s,
    };
    double start = line->length_m * PACING_SLOW_START_SHARE / 100.0;
    if (slow_start)
        sharing.slow = progress_at(line, progress, start).effort / sharing.effort;
    return sharing;
}

struct splits pacing_splits(const struct course_line *line, int time_s, enum units units,
                            bool slow_start, struct arena *arena)
{
    const struct progress *progress = line->elevations_cm ? progress_along(line, arena) : NULL;
    struct sharing sharing = share_time(line, progress, time_s, slow_start);
    int total = distance_from_m(line->length_m, units);
    size_t count = (size_t)((total + HUNDREDTHS - 1) / HUNDREDTHS);
    struct splits splits = {arena_array(arena, count, sizeof *splits.items), count};
    int elapsed_s = 0, climb_m = 0, descent_m = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count;
        double end = is_last ? line->length_m : (double)(i + 1) * units_mm(units) / MM_PER_M;
        struct progress at = progress_at(line, progress, end);
        struct split *split = &splits.items[i];
        split->distance = is_last ? total : (int)(i + 1) * HUNDREDTHS;
        split->elapsed_s = time_at(&sharing, at.effort);
        split->seconds = split->elapsed_s - elapsed_s;
        split->climb_m = progress ? (int)lround(at.climb) - climb_m : UNKNOWN;
        split->descent_m = progress ? (int)lround(at.descent) - descent_m : UNKNOWN;
        elapsed_s = split->elapsed_s;
        climb_m = (int)lround(at.climb);
        descent_m = (int)lround(at.descent);
    }
    return splits;
}

int pacing_course_time_s(const struct course_line *line, int flat_s, int flat_m,
                         struct arena *arena)
{
    const struct progress *progress = line->elevations_cm ? progress_along(line, arena) : NULL;
    double time = flat_s * progress_at(line, progress, line->length_m).effort / flat_m;
    return (int)lround(fmin(time, LONGEST_TIME_S));
}
