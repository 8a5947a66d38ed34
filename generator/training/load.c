/* Load of hills. */
#include "training/load.h"

#define EFFORT_M_PER_CLIMB_M 10 /* 100 m of climb count as 1 km */

static int climb_distance(int climb_m, enum units units)
{
    return distance_from_m(climb_m * EFFORT_M_PER_CLIMB_M, units);
}

int effort_distance(int distance, int climb_m, enum units units)
{
    return distance + climb_distance(climb_m, units);
}

int effort_distance_inverse(int effort, int climb_m, enum units units)
{
    int distance = effort - climb_distance(climb_m, units);
    return distance > 0 ? distance : 0;
}

int effort_climb(int distance, enum units units)
{
    return distance_to_m(distance, units) / EFFORT_M_PER_CLIMB_M;
}

int run_seconds(int distance, int climb_m, int pace_s, enum units units)
{
    return scale_round(effort_distance(distance, climb_m, units), pace_s, HUNDREDTHS);
}
