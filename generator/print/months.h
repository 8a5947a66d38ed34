/*
 * Month pages: a landscape calendar a month, for the fridge, with room for a pencil.
 */
#ifndef HILLPLAN_PRINT_MONTHS_H
#define HILLPLAN_PRINT_MONTHS_H

#include "print/page.h"

/* The interface of a page kind (print.c): how many pages, their bookmarks, and drawing one. */
size_t months_count(const struct page *page);
const char *months_bookmark(const struct page *page, size_t index);
void months_draw(struct page *page, size_t index);

#endif
