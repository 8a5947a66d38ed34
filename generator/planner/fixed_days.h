/*
 * Fixed days: races on their dates, and the days on which nothing can be run. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_FIXED_DAYS_H
#define HILLPLAN_PLANNER_FIXED_DAYS_H

#include "planner/recipe.h"

#define MOST_ON_RACE_DAY 3 /* a race between its warm-up and its cool-down */

/* True where a run may be on the day: a race stands there, or the runner can run. */
bool fixed_day_is_open(const struct plan *plan, const struct day *day);

/* True where a run that is no race may be on the day. */
bool fixed_day_is_free(const struct plan *plan, const struct day *day);

/* True where the runner can train on some day before the goal race. */
bool fixed_any_training_day(const struct plan *plan);

/* Warns of races on days that the runner has named unavailable, or left out of the run days. */
void fixed_warn_of_race_days(const struct planner *planner, struct error *error);

/* The session of the race that stands on a date. */
struct session fixed_race_session(const struct planner *planner, int date);

/*
 * The runs of a tune-up race's date in their order: the race, with the warm-up and cool-down that
 * the library has for it. Returns how many.
 */
size_t fixed_race_runs(const struct planner *planner, int date,
                       struct session runs[MOST_ON_RACE_DAY]);

/* How far the warm-up and the cool-down of tune-up races go: both, and the longer one. */
int fixed_around_race(const struct planner *planner, int *longer);

/* True where a tune-up race or the goal race stands on the date. */
bool fixed_is_race_day(const struct plan *plan, int date);

/* Likewise, if the day is still to be planned. */
bool fixed_is_race_to_plan(const struct plan *plan, const struct day *day);

#endif
