/*
 * Month pages: a landscape calendar a month, for the fridge, with room for a pencil.
 */
#ifndef HILLPLAN_PRINT_MONTHS_H
#define HILLPLAN_PRINT_MONTHS_H

#include "print/sheet.h"

/* A month as rows of whole weeks. */
struct month {
    int year, number; /* 1 to 12 */
    int first_day, last_day;
    int first_shown; /* the first day of the first row */
    size_t rows;
};

/*
 * The months that get a page: those that hold the middle day of a week of the plan, so that every
 * week stands whole on one of the pages. In the arena.
 */
struct month *months_of_plan(const struct plan *plan, struct arena *arena, size_t *count);

/* The interface of a page kind (print.c): how many pages, their bookmarks, and drawing one. */
size_t months_count(const struct sheet *sheet);
const char *months_bookmark(const struct sheet *sheet, size_t index);
void months_draw(struct sheet *sheet, size_t index);

#endif
