/*
 * Fullness: whether a plan uses what the runner and the rules give it, in hills and in distance.
 */
#ifndef HILLPLAN_TESTS_FULLNESS_H
#define HILLPLAN_TESTS_FULLNESS_H

#include <stdbool.h>

#include "model/plan.h"
#include "model/template.h"

struct fullness {
    int training_weeks; /* to race week */
    int empty_weeks;    /* before race week, nothing is run though the runner can */
    int uphill;         /* sessions */
    int downhill_steps; /* the most downhill sessions of which each descends more than the last */
    int peak_descent_days; /* from the downhill session with the most descent to the race */
    int long_runs, own_day_long_runs; /* where the runner names a day that is no race's: all, and
                                         those on it */
    int peak;                         /* the biggest week */
    int asked;                        /* the biggest week that the template asks for */
    int allowed; /* an upper bound of what the rules let it be; hundredths of the unit */
};

/* The plan must hold its rules (ruleset_describe()), for their settings. */
struct fullness fullness_of(const struct plan *plan,
                            const struct training_template *training_template);

#endif
