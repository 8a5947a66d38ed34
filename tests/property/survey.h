/*
 * The survey: what came of many runners, printed as a distribution and held against what plans
 * should reach.
 */
#ifndef HILLPLAN_TESTS_SURVEY_H
#define HILLPLAN_TESTS_SURVEY_H

#include <stddef.h>

#include "trial.h"

struct survey_result {
    bool too_many_refused;
    /* Shares of full plans: as they should be, below that, and of too few runners to tell. */
    int reached, missed, unjudged;
};

/* Prints the distribution of outcomes to standard output. */
struct survey_result survey_print(const struct outcome *outcomes, size_t count);

#endif
