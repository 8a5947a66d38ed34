/*
 * Dose: how much work a session holds in a week of such a size, and in how many stretches. Private
 * to planner/.
 */
#ifndef HILLPLAN_PLANNER_DOSE_H
#define HILLPLAN_PLANNER_DOSE_H

#include "planner/recipe.h"

/* What doses are measured by. */
struct dose_room {
    int distance;     /* of the whole week, races included */
    int left_s;       /* work that the week may still hold */
    int percent;      /* of the usual dose */
    int more_percent; /* above what is the dose's share of the week */
};

/* The minutes of running in a week of that distance, in seconds. */
int dose_week_seconds(const struct planner *planner, int distance);

/*
 * The work of a recipe with a dose, after as many uses as the planner counts. False where the least
 * that is worth it doesn't fit; the room's left_s is not changed.
 */
bool dose_make(const struct planner *planner, const struct recipe *recipe,
               const struct dose_room *room, struct work *work);

/*
 * Makes the work of a downhill session lose that many metres of height, on its slope. Returns how
 * many metres it loses, at most so many; 0 if that is less than is worth it.
 */
int dose_descend(const struct planner *planner, const struct recipe *recipe, int descent_m,
                 struct work *work);

/*
 * The faster end of a long run of that distance, in hundredths; 0 where the least that is worth it
 * doesn't fit.
 */
int dose_finish(const struct planner *planner, const struct recipe *recipe, int distance,
                int left_s, int step);

/* The seconds of work, faster ends included. */
int dose_seconds(const struct planner *planner, const struct recipe *recipe,
                 const struct work *work);

#endif
