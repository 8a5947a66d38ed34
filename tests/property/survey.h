/*
 * The survey: what came of many runners, printed as a distribution and held against what plans
 * should reach.
 */
#ifndef HILLPLAN_TESTS_SURVEY_H
#define HILLPLAN_TESTS_SURVEY_H

#include <stddef.h>

#include "trial.h"

/*
 * Prints the distribution of outcomes to standard output. Returns how many of the targets (share of
 * refusals, fullness of the plans) were missed; each is printed with its number.
 */
int survey_print(const struct outcome *outcomes, size_t count);

#endif
