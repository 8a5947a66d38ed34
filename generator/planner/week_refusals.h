/*
 * What refusals of a week teach its search: what to tell where nothing is found, which days may
 * stay as they are, and when no order would please a rule.
 */
#ifndef HILLPLAN_PLANNER_WEEK_REFUSALS_H
#define HILLPLAN_PLANNER_WEEK_REFUSALS_H

#include "planner/week_search.h"

/* Remembers the refusal that was met latest in the week, while nothing has been found. */
void refusals_note(struct week_search *search, int day, const struct refusal *refusal);

/* The same of one by a rule about whole weeks, and what follows from it. False where a script
   fails. */
bool refusals_note_week(struct week_search *search, const struct refusal *refusal,
                        struct outlook *outlook);

/* Spreads the runs over those days in the order of the items; races stay. */
void refusals_spread_runs(struct week_search *search, unsigned days);

#endif
