/*
 * Race slopes: what the race's course asks of hill sessions, and how much of it the plan rehearses.
 * All of it follows from the course's profile; where there is none, recipes stand as they are.
 */
#ifndef HILLPLAN_PLANNER_RACE_SLOPES_H
#define HILLPLAN_PLANNER_RACE_SLOPES_H

#include "planner/context.h"

/* Metres of climb, and of descent, per km of the race; 0 where unknown. */
int race_slopes_climb(const struct plan *plan);
int race_slopes_descent(const struct plan *plan);

/* The slope that a step is run on, in percent: the course's own where the recipe follows it. */
int race_slopes_grade(const struct plan *plan, const struct recipe_step *step);

/* The text of a note, in the plan's arena; NULL where it does not fit the course or the hills. */
const char *race_slopes_note(const struct plan *plan, const struct recipe_note *note);

/* The most climb, or descent, of a run before the race. */
int race_slopes_largest(const struct plan *plan, enum quantity quantity);

/*
 * How much of the race's descent the plan's biggest one reaches, and when, or of its climb where no
 * run descends, as a sentence in the plan's arena; NULL where there is nothing to compare, more
 * than the race asks, or a race that is all but flat.
 */
const char *race_slopes_words(const struct planner *planner);

#endif
