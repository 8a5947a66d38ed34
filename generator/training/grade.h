/*
 * Grade: what a slope costs, and how fast it is run. Grades are rises over distances: 0.05 is 5 %.
 */
#ifndef HILLPLAN_TRAINING_GRADE_H
#define HILLPLAN_TRAINING_GRADE_H

#include "model/plan.h"

/*
 * The energy cost of running on a grade, in J/kg/m; grades beyond 45 % are taken as 45 %. Source:
 * Minetti et al., Journal of Applied Physiology 93, 2002. It flatters descents, where runners are
 * held back by their legs and not by their energy: use it for energy, not for pace.
 */
double grade_cost(double grade);

/*
 * The factor by which a pace of the flat grows or shrinks on a grade at the same effort: 1 on the
 * flat, smallest at -8 to -10 %. A smooth curve through measured points between -20 and 20 %,
 * straight on beyond them.
 */
double grade_pace_factor(double grade);

/* A range of paces on a grade in whole percent; an unknown one stays unknown. */
struct pace_range grade_pace(struct pace_range flat, int grade_percent);

#endif
