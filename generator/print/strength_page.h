/*
 * The strength page: a card for each exercise of the circuit, then warming up and cooling down.
 * Plans without strength sessions have none.
 */
#ifndef HILLPLAN_PRINT_STRENGTH_PAGE_H
#define HILLPLAN_PRINT_STRENGTH_PAGE_H

#include "print/page.h"

/* The interface of a page kind (print.c). */
size_t strength_page_count(const struct page *page);
const char *strength_page_bookmark(const struct page *page, size_t index);
void strength_page_draw(struct page *page, size_t index);

#endif
