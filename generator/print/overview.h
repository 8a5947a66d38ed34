/*
 * The overview: the whole plan as one table, a row a week, with the verdict and the paces below.
 */
#ifndef HILLPLAN_PRINT_OVERVIEW_H
#define HILLPLAN_PRINT_OVERVIEW_H

#include "print/page.h"

/* The interface of a page kind (print.c). A plan of more weeks than fit goes on overleaf. */
size_t overview_count(const struct page *page);
const char *overview_bookmark(const struct page *page, size_t index);
void overview_draw(struct page *page, size_t index);

#endif
