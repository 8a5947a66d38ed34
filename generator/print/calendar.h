/*
 * The calendar of a plan: which months get a page, and which weeks are on it.
 */
#ifndef HILLPLAN_PRINT_CALENDAR_H
#define HILLPLAN_PRINT_CALENDAR_H

#include <stddef.h>

#include "base/arena.h"
#include "model/plan.h"

/* A page of whole weeks: `week_count` of the plan's from index `first` on. */
struct month {
    int year, number; /* 1 to 12 */
    size_t first, week_count;
};

/*
 * The months that get a page. Each week of the plan stands on one page: that of the month which its
 * fourth day is in. A page of one or two weeks joins its neighbour if together they are no more
 * than `most_weeks`. In the arena.
 */
struct month *months_of_plan(const struct plan *plan, size_t most_weeks, struct arena *arena,
                             size_t *count);

#endif
