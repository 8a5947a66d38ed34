/* Tracks: the haversine formula. */
#include "course/track.h"

#include <math.h>
#include <stdlib.h>

#include "base/quantity.h"

#define EARTH_RADIUS_M 6371000.0
#define PI             3.14159265358979323846
#define RADIANS        (PI / 180 / 1e7) /* of 10^-7 degrees */

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
