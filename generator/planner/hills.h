/*
 * Hills: how much climb and descent each run of a week gets. Private to planner/.
 *
 * Training runs end where they began, so they descend what they climb; on a treadmill they only
 * climb.
 */
#ifndef HILLPLAN_PLANNER_HILLS_H
#define HILLPLAN_PLANNER_HILLS_H

#include "planner/menu.h"

/* True for recipes that ask for more climb or descent than the runner's usual terrain has. */
/* Metres of descent per km of the race, 0 where unknown. */
int hills_race_descent(const struct plan *plan);

bool hills_are_asked(const struct recipe *recipe);

/* True where the runner's access to hills, the race, and the limits leave room for the recipe. */
bool hills_can_hold(const struct planner *planner, const struct week_limits *limits,
                    const struct recipe *recipe);

/*
 * Sets climb, descent, terrain and steps of all items, the earlier ones first; sessions that
 * repeat a hill lose repeats where the limits are tight. `flat`: the usual terrain is left out.
 */
void hills_assign(const struct planner *planner, size_t week, const struct week_limits *limits,
                  bool flat, struct menu_result *menu);

/* The word for a run's terrain by its numbers (unknown ones: flat). */
enum terrain hills_terrain(const struct planner *planner, const struct session *session);

#endif
