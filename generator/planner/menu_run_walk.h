/*
 * Weeks of running and walking. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_RUN_WALK_H
#define HILLPLAN_PLANNER_MENU_RUN_WALK_H

#include "planner/menu_making.h"

/* Fills a run-walk week: with one session of each want, and as many as it holds of the last one. */
void menu_add_run_walks(struct menu_making *making);

#endif
