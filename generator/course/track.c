/* Tracks: the haversine formula, and single spikes. */
#include "course/track.h"

#include <math.h>
#include <stdlib.h>

#include "base/quantity.h"

#define EARTH_RADIUS_M     6371000.0
#define PI                 3.14159265358979323846
#define RADIANS            (PI / 180 / 1e7) /* of 10^-7 degrees */
#define MM_PER_M           1000.0
#define SPIKE_M            100 /* away from both neighbours */
#define SPIKE_RATIO        5   /* times as far as the neighbours are from theirs */
#define FEWEST_WITH_SPIKE  4   /* points: of three, the one in the middle is the turning point */
#define ELEVATION_SPIKE_MM 10000

double track_distance(const struct track_point *from, const struct track_point *to)
{
    double north = sin((to->latitude - (double)from->latitude) * RADIANS / 2);
    double east = sin((to->longitude - (double)from->longitude) * RADIANS / 2);
    double chord =
        north * north + cos(from->latitude * RADIANS) * cos(to->latitude * RADIANS) * east * east;
    return 2 * EARTH_RADIUS_M * asin(fmin(1, sqrt(chord)));
}

double track_length(const struct track *track)
{
    double length = 0;
    for (size_t i = 1; i < track->point_count; i++)
        length += track_distance(&track->points[i - 1], &track->points[i]);
    return length;
}

static int whole_metres(double metres)
{
    return metres < INT_MAX ? (int)lround(metres) : INT_MAX;
}

int track_distance_m(const struct track_point *from, const struct track_point *to)
{
    return whole_metres(track_distance(from, to));
}

int track_length_m(const struct track *track)
{
    return whole_metres(track_length(track));
}

/*
 * The turning point of an out and back of few points lies as far from its neighbours, so those
 * have to be near to theirs; of a track's first and last two points that is asked on one side.
 * `kept` points are at the front, point i and those after it were not looked at.
 */
static bool is_spike(const struct track *track, size_t kept, size_t i)
{
    const struct track_point *points = track->points;
    size_t count = track->point_count;
    double before = track_distance(&points[kept - 1], &points[i]);
    double after = track_distance(&points[i], &points[i + 1]);
    double near = fmin(before, after) / SPIKE_RATIO;
    return before > SPIKE_M && after > SPIKE_M &&
           track_distance(&points[kept - 1], &points[i + 1]) < near &&
           (kept < 2 || track_distance(&points[kept - 2], &points[kept - 1]) < near) &&
           (i + 2 >= count || track_distance(&points[i + 1], &points[i + 2]) < near);
}

static bool is_same_place(const struct track_point *a, const struct track_point *b)
{
    return a->latitude == b->latitude && a->longitude == b->longitude;
}

static size_t remove_spikes(struct track *track)
{
    struct track_point *points = track->points;
    size_t count = track->point_count, kept = 1, spikes = 0;
    if (count < FEWEST_WITH_SPIKE)
        return 0;
    for (size_t i = 1; i < count; i++) {
        if (i + 1 == count || !is_spike(track, kept, i)) {
            points[kept++] = points[i];
            continue;
        }
        spikes++;
        if (is_same_place(&points[kept - 1], &points[i + 1]))
            i++; /* no two points in a row at the same place */
    }
    track->point_count = kept;
    return spikes;
}

/* How far `point` is above `other` (below: negative) by more than ground can be; 0 where not. */
static int sudden_mm(const struct track_point *point, const struct track_point *other)
{
    int difference = point->elevation_mm - other->elevation_mm;
    double distance_mm = track_distance(point, other) * MM_PER_M;
    bool is_sudden = abs(difference) > ELEVATION_SPIKE_MM && abs(difference) > distance_mm;
    return is_sudden ? difference : 0;
}

/* Of a point with one before and one behind it. */
static bool is_elevation_spike(const struct track_point *point)
{
    if (point[-1].elevation_mm == UNKNOWN || point[0].elevation_mm == UNKNOWN ||
        point[1].elevation_mm == UNKNOWN)
        return false;
    int before = sudden_mm(&point[0], &point[-1]), after = sudden_mm(&point[0], &point[1]);
    return (before > 0 && after > 0) || (before < 0 && after < 0);
}

static size_t remove_elevation_spikes(struct track *track)
{
    size_t spikes = 0;
    for (size_t i = 1; i + 1 < track->point_count; i++)
        if (is_elevation_spike(&track->points[i])) {
            track->points[i].elevation_mm = UNKNOWN;
            spikes++;
        }
    return spikes;
}

struct track_repair track_clean(struct track *track)
{
    size_t points = remove_spikes(track);
    return (struct track_repair){points, remove_elevation_spikes(track)};
}
