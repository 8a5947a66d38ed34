/*
 * The rest of a week: what its long run and its work leave, over easy runs. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_REST_H
#define HILLPLAN_PLANNER_MENU_REST_H

#include "planner/menu_making.h"

/*
 * Spreads what is left. If that gives runs like each other, sessions of work take some of it for a
 * longer warm-up, and so they do with what finds no place.
 */
void menu_spread_rest(struct menu_making *making);

#endif
