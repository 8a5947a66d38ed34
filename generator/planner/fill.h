/*
 * Fill: finds the sessions of a week and their days. A menu that no arrangement satisfies is made
 * smaller, step by step.
 */
#ifndef HILLPLAN_PLANNER_FILL_H
#define HILLPLAN_PLANNER_FILL_H

#include "planner/menu.h"
#include "planner/schedule.h"

/* Asks for the limits of a week and of its days, which are still empty. */
bool fill_ask_limits(struct planner *planner, size_t week, struct week_limits *limits,
                     struct error *error);

/* True for a should rule that is in force in the present week. */
bool fill_can_give_way(const struct planner *planner, size_t rule);

/*
 * Fills plan->weeks[week] within its limits. placement->found tells whether anything fits; where
 * not, it holds the refusal of the last attempt. Returns false only where a script fails.
 */
bool fill_week(struct planner *planner, size_t week, const struct week_limits *limits,
               struct menu_result *menu, struct placement *placement, struct error *error);

#endif
