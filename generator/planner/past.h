/*
 * Past: a plan that is made anew keeps the days before today, and what the runner has locked. What
 * the planner carries from week to week is read from the weeks themselves. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_PAST_H
#define HILLPLAN_PLANNER_PAST_H

#include "planner/context.h"

/* Takes the past weeks and the fixed days into the plan, whose outline is made. Days before today
   hold what counts of them, for the rules, until past_restore(). Nothing where there is no past.
   Days that the runner has edited are told. */
void past_take_in(struct planner *planner, struct error *error);

/*
 * Lets the week of today, if it has begun, go on as the past plan has it, where the must rules
 * allow each of its days. `*is_kept`: they do, and nothing but runs is missing. False where a
 * script fails.
 */
bool past_keep_week(struct planner *planner, size_t week, bool *is_kept, struct error *error);

/* Counts what a week holds: progressions go on with the next use, what was due and held makes room
   for the next in turn. False where a script fails. */
bool past_count_uses(struct planner *planner, size_t week, struct error *error);

/* Counts the should rules that gave way in a week of the past plan. */
void past_count_exceptions(struct planner *planner, size_t week);

/* Gives the days that stay their sessions again, and past weeks all that was said of them. */
void past_restore(struct planner *planner);

#endif
