/*
 * The race page: the course with its hills, splits, a pace band to cut out, and what to do in the
 * race week and on its morning; of all that, what the plan knows.
 */
#ifndef HILLPLAN_PRINT_RACE_PAGE_H
#define HILLPLAN_PRINT_RACE_PAGE_H

#include "print/page.h"

/* The interface of a page kind (print.c). Course and splits, then the rest overleaf. */
size_t race_page_count(const struct page *page);
const char *race_page_bookmark(const struct page *page, size_t index);
void race_page_draw(struct page *page, size_t index);

#endif
