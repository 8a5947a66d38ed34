/*
 * From recipe to session: how often its repeats are run, which steps that gives, and how far they
 * go. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_RECIPE_H
#define HILLPLAN_PLANNER_RECIPE_H

#include "planner/context.h"

/* True for the long run of a week, which goes as far as the template says. A recipe of that kind
   with a share of its own is a second one. */
bool recipe_is_long_run(const struct recipe *recipe);
bool recipe_is_second_long_run(const struct recipe *recipe);

/* The value of a progression after `uses` earlier uses. */
int progression_at(const struct progression *progression, int uses);

/* The repeats of a recipe after `uses` earlier uses; 0 where it has none. */
int recipe_repeats(const struct recipe *recipe, int uses);

/* The paces of a step, on its slope; UNKNOWN where it names none or the plan knows none. */
struct pace_range step_pace(const struct planner *planner, const struct recipe_step *step);

/*
 * The distance of the recipe's steps with so many repeats, in hundredths. Steps given by time are
 * counted at their own pace, or at the easy one where it isn't known.
 */
int recipe_distance(const struct planner *planner, const struct recipe *recipe, int repeats);

/*
 * A session of the recipe with so many repeats: kind, words, steps and their paces. Steps that go
 * less far than `distance` (UNKNOWN: as far as they go) are filled up with easy running, so that
 * they add up; `descent_m` makes a step along the descent as long as it is. Other amounts stay
 * unknown.
 */
struct session recipe_session(const struct planner *planner, const struct recipe *recipe,
                              int repeats, int distance, int descent_m);

/* Gives a race of that many metres the steps of its recipe: it is the step that takes the rest. */
void recipe_race_steps(const struct planner *planner, const struct recipe *recipe, int race_m,
                       struct session *session);

#endif
