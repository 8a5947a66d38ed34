/*
 * The calendar of a plan: which months get a page, and which weeks are on it.
 */
#ifndef HILLPLAN_PRINT_CALENDAR_H
#define HILLPLAN_PRINT_CALENDAR_H

#include <stddef.h>

#include "base/arena.h"
#include "model/plan.h"

/* A page of whole weeks. */
struct month {
    int year, number; /* 1 to 12 */
    /* The days that are at home on this page: those of the month, and those at the plan's beginning
       and end whose own month has no page. */
    int first_day, last_day;
    int first_shown; /* the first day of the first row */
    size_t rows;
};

/*
 * The months that get a page: those that hold the middle day of a week of the plan, so that every
 * week stands whole on one of the pages; of the first and the last of them only those that hold at
 * least two. In the arena.
 */
struct month *months_of_plan(const struct plan *plan, struct arena *arena, size_t *count);

#endif
