/*
 * The rules page: every rule in force with its settings, reason and source; what gave way, and
 * what was switched off.
 */
#ifndef HILLPLAN_PRINT_RULES_PAGE_H
#define HILLPLAN_PRINT_RULES_PAGE_H

#include "print/page.h"

/* The interface of a page kind (print.c). As many pages as the text needs. */
size_t rules_page_count(const struct page *page);
const char *rules_page_bookmark(const struct page *page, size_t index);
void rules_page_draw(struct page *page, size_t index);

#endif
