/* Terrain: the word for the ground that a run goes over. Private to planner/. */
#ifndef HILLPLAN_PLANNER_TERRAIN_H
#define HILLPLAN_PLANNER_TERRAIN_H

#include "planner/context.h"

/* The word for a run's terrain by its numbers (unknown ones: flat). */
enum terrain terrain_of_run(const struct planner *planner, const struct session *session);

#endif
