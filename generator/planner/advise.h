/*
 * Advise: the notes of the rules and the reasons behind each session. It changes no amounts.
 */
#ifndef HILLPLAN_PLANNER_ADVISE_H
#define HILLPLAN_PLANNER_ADVISE_H

#include "planner/schedule.h"

/*
 * Writes into the sessions of a placed week why each is where it is: the limit that bound it, and
 * what the rules say to the key sessions on other days of the week as it stands: on days where one
 * would be refused or liked less, the run that is there instead names that rule too. False where a
 * script fails.
 */
bool advise_reasons(struct planner *planner, size_t week, const struct menu_result *menu,
                    const struct week_limits *limits, const struct placement *placement,
                    struct error *error);

/* Asks every rule for notes on every day of the final plan. False where a script fails. */
bool advise_notes(const struct planner *planner, struct error *error);

#endif
