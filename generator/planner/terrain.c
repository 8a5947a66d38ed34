/* Terrain: flat, rolling or hilly. */
#include "planner/terrain.h"

#define M_PER_KM 1000

enum terrain terrain_of_run(const struct planner *planner, const struct session *session)
{
    const struct session_library *library = planner->input->training_template->library;
    int usual = planner->plan->runner.usual_descent_m;
    int metres = larger_of(session->climb_m, session->descent_m); /* UNKNOWN is the smallest int */
    long long km = distance_to_m(session->distance, planner->plan->units);
    long long scaled = (long long)metres * M_PER_KM;
    if (metres <= 0 || metres <= usual || scaled <= km * library->flat_most_m_per_km)
        return TERRAIN_FLAT;
    return scaled <= km * library->rolling_most_m_per_km ? TERRAIN_ROLLING : TERRAIN_HILLY;
}
