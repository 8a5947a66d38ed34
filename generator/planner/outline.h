/*
 * Outline: the weeks of the plan, counted back from the race: number, start, phase, kind, and what
 * each wishes for.
 */
#ifndef HILLPLAN_PLANNER_OUTLINE_H
#define HILLPLAN_PLANNER_OUTLINE_H

#include "planner/context.h"

/*
 * Fills plan->weeks (days empty) and planner->wishes, and binds the ruleset to the plan.
 * STATUS_NO_PLAN where there are fewer or more weeks to the race than the template serves.
 */
bool outline_make(struct planner *planner, struct error *error);

/* The menu of a week of that phase and kind, run-walk aside. */
enum menu_kind outline_menu(const struct week *week);

#endif
