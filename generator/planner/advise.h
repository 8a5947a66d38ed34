/*
 * Advise: the notes of the rules, the reasons behind each session, and the verdict. It changes no
 * amounts.
 */
#ifndef HILLPLAN_PLANNER_ADVISE_H
#define HILLPLAN_PLANNER_ADVISE_H

#include "planner/schedule.h"

/*
 * Writes into the sessions of a placed week why each is where it is: the limit that bound it, the
 * rules that kept it from other days or kept harder sessions from its day.
 */
void advise_reasons(const struct planner *planner, size_t week, const struct menu_result *menu,
                    const struct week_limits *limits, const struct placement *placement);

/* Asks every rule for notes on every day of the final plan. False where a script fails. */
bool advise_notes(const struct planner *planner, struct error *error);

/* Compares what the plan reaches with what the distance asks. */
void advise_verdict(const struct planner *planner);

#endif
