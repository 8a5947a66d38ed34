/*
 * The notes page: room to write, a line an entry.
 */
#ifndef HILLPLAN_PRINT_NOTES_PAGE_H
#define HILLPLAN_PRINT_NOTES_PAGE_H

#include "print/page.h"

/* The interface of a page kind (print.c). */
size_t notes_page_count(const struct page *page);
const char *notes_page_bookmark(const struct page *page, size_t index);
void notes_page_draw(struct page *page, size_t index);

#endif
