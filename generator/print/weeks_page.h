/*
 * Week sheets: a sheet a week, with every session in full, why it is there, and room to write.
 */
#ifndef HILLPLAN_PRINT_WEEKS_PAGE_H
#define HILLPLAN_PRINT_WEEKS_PAGE_H

#include "print/page.h"

/* The interface of a page kind (print.c). */
size_t weeks_page_count(const struct page *page);
const char *weeks_page_bookmark(const struct page *page, size_t index);
void weeks_page_draw(struct page *page, size_t index);

#endif
