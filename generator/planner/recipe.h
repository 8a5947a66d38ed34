/*
 * From recipe to session: which steps its work gives, how far they go, and how long they take.
 * Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_RECIPE_H
#define HILLPLAN_PLANNER_RECIPE_H

#include "planner/context.h"

/* What a recipe leaves open: how often its repeats are run, and how long its stretches are. */
struct work {
    int repeats;               /* of repeated steps; 0: it has none */
    int stretch_s, recovery_s; /* of a dose; 0: none */
    int stretch_m;             /* what is run in stretch_s, where it is told so; else 0 */
    int finish;                /* distance of a long run's faster end, in hundredths; 0: none */
    int descent_m;             /* of a step along the session's descent; 0: none */
    bool is_small_week;        /* its warm-up is the short one */
};

/* The value of a progression after `uses` earlier uses. */
int progression_at(const struct progression *progression, int uses);

/* The repeats of a recipe without a dose after `uses` earlier uses; 0 where it has none. */
int recipe_repeats(const struct recipe *recipe, int uses);

/* How often the recipe was used in the plan so far. */
int recipe_uses(const struct planner *planner, const struct recipe *recipe);

/* The paces of a step, on its slope; UNKNOWN where it names none or the plan knows none. */
struct pace_range step_pace(const struct planner *planner, const struct recipe_step *step);

/* The mean pace of the recipe's work, in seconds per unit; the easy one where it isn't known. */
int recipe_work_pace(const struct planner *planner, const struct recipe *recipe);

/* Whether the pace of the recipe's work is known. */
bool recipe_has_work_pace(const struct planner *planner, const struct recipe *recipe);

/* The slope that the recipe's descent is run on, in percent, above 0; 0: it has none. */
int recipe_slope(const struct planner *planner, const struct recipe *recipe);

/*
 * The distance of the recipe's steps with that work, in hundredths. Steps given by time are
 * counted at their own pace, or at the easy one where it isn't known; the step that takes the rest
 * as far as its least, and as a descent that has to be climbed first.
 */
int recipe_distance(const struct planner *planner, const struct recipe *recipe,
                    const struct work *work);

/*
 * A session of the recipe with that work: kind, words, steps and their paces, duration. Where steps
 * go less far than `distance` (UNKNOWN: as far as they go) the warm-up or the step that takes the
 * rest is so much longer. Climb and descent stay unknown.
 */
struct session recipe_session(const struct planner *planner, const struct recipe *recipe,
                              const struct work *work, int distance);

#endif
