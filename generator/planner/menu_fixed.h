/*
 * What stands in a week before anything is chosen. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_FIXED_H
#define HILLPLAN_PLANNER_MENU_FIXED_H

#include "planner/menu.h"

/* Adds what stands already, each on its day as it is. */
void menu_add_fixed(const struct sizing *sizing, struct menu_result *result);

/* Adds the week's races, each with what is run around it. */
void menu_add_races(const struct sizing *sizing, struct menu_result *result);

#endif
