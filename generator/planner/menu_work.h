/*
 * Sessions of work: which of those that a want names fits, and how much of it. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_WORK_H
#define HILLPLAN_PLANNER_MENU_WORK_H

#include "planner/menu_making.h"

/* The work that the week may hold, in seconds; a race among it is work enough. */
int menu_work_limit(const struct menu_making *making);

/* Adds the best option of a want that can be held, or tells what it lacks. */
void menu_add_work(struct menu_making *making, size_t index);

#endif
