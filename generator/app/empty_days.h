/*
 * Run days of a plan that are empty, as if they had been missed: what is broken after them is no
 * mistake in the plan, and shortening it is no help.
 */
#ifndef HILLPLAN_APP_EMPTY_DAYS_H
#define HILLPLAN_APP_EMPTY_DAYS_H

#include "rules/check.h"

struct empty_days {
    int first, last; /* dates: the day after is one with a run */
    int week;        /* number of the one that breaks a must rule soon after */
    const char *rule;
};

/* Finds them in a plan of ours whose days hold what counts; false where there are none. */
bool empty_days_find(const struct plan *plan, const struct findings *findings,
                     struct empty_days *found);

/* What to do about them, in the arena of the plan, whose file is `path`. */
const char *empty_days_advice(const struct plan *plan, const struct empty_days *found,
                              const char *path);

#endif
