/* Lines: sampling, smoothing, and the zigzag of climbs and descents. */
#include "course/line.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/quantity.h"
#include "course/track.h"

#define MM_PER_M 1000.0

/* The next point from `i` on whose elevation is known; the last of all where there is none. */
static size_t next_known(const struct track *track, size_t i)
{
    while (i < track->point_count && track->points[i].elevation_mm == UNKNOWN)
        i++;
    return i;
}

void line_sample(const struct track *track, double length_m, double *elevations, size_t count)
{
    double step = length_m / (double)(count - 1);
    size_t point = 0, known = next_known(track, 0), done = 0;
    double at = 0; /* of `point`, from the start */
    double from = 0, from_m = track->points[known].elevation_mm / MM_PER_M;
    while (known < track->point_count) {
        for (; point < known; point++)
            at += track_distance(&track->points[point], &track->points[point + 1]);
        double to_m = track->points[known].elevation_mm / MM_PER_M;
        for (; done < count && (double)done * step <= at; done++) {
            double share = at > from ? ((double)done * step - from) / (at - from) : 1;
            elevations[done] = from_m + (to_m - from_m) * share;
        }
        from = at;
        from_m = to_m;
        known = next_known(track, known + 1);
    }
    for (; done < count; done++)
        elevations[done] = from_m;
}

void line_smooth(const double *elevations, double *smoothed, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t reach = LINE_SMOOTH_COUNT / 2;
        size_t first = i < reach ? 0 : i - reach;
        size_t last = i + reach < count ? i + reach : count - 1;
        double sum = 0;
        for (size_t j = first; j <= last; j++)
            sum += elevations[j];
        smoothed[i] = sum / (double)(last - first + 1);
    }
}

size_t line_turns(const double *elevations, size_t count, double least, size_t *turns)
{
    size_t found = 0, end = 0; /* of the leg so far */
    int direction = 0;         /* 1: up, -1: down; 0 before the first leg */
    for (size_t i = 1; i < count; i++) {
        double rise = elevations[i] - elevations[end];
        if (rise * direction > 0) {
            end = i;
        } else if (fabs(rise) >= least) {
            turns[found++] = end;
            direction = rise > 0 ? 1 : -1;
            end = i;
        }
    }
    if (found)
        turns[found++] = end;
    return found;
}

struct line_sum line_sum(const double *elevations, size_t count, double least)
{
    struct line_sum sum = {0, 0};
    size_t *turns = memory_resize(NULL, count, sizeof *turns);
    size_t turn_count = line_turns(elevations, count, least, turns);
    for (size_t i = 1; i < turn_count; i++) {
        double rise = elevations[turns[i]] - elevations[turns[i - 1]];
        *(rise > 0 ? &sum.climb : &sum.descent) += fabs(rise);
    }
    free(turns);
    return sum;
}

void line_flatten(double *elevations, size_t count, double least)
{
    size_t *turns = memory_resize(NULL, count, sizeof *turns);
    size_t turn_count = line_turns(elevations, count, least, turns);
    for (size_t leg = 1; leg < turn_count; leg++) {
        bool is_rise = elevations[turns[leg]] > elevations[turns[leg - 1]];
        for (size_t i = turns[leg - 1] + 1; i < turns[leg]; i++)
            elevations[i] = is_rise ? fmax(elevations[i], elevations[i - 1])
                                    : fmin(elevations[i], elevations[i - 1]);
    }
    size_t last = turn_count ? turns[turn_count - 1] : 0;
    for (size_t i = last + 1; i < count; i++)
        elevations[i] = elevations[last];
    free(turns);
}
