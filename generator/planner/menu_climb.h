/*
 * Climb that rules wish. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_CLIMB_H
#define HILLPLAN_PLANNER_MENU_CLIMB_H

#include "planner/menu_making.h"

/* Spreads the climb that rules wish over the easy runs and the long one, by their distance. */
void menu_grant_climb(struct menu_making *making);

#endif
