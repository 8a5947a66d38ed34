/*
 * The kinds of pages, each a row: what counts, names and draws them. Their names and helps are
 * those of PAGE_KINDS in model/names.h.
 */
#ifndef HILLPLAN_PRINT_PAGES_H
#define HILLPLAN_PRINT_PAGES_H

#include "print/page.h"

/* X(kind, what the names of its functions begin with, how its paper lies) */
#define PAGE_MAKERS(X)                                                                             \
    X(PAGE_OVERVIEW, overview, UPRIGHT)                                                            \
    X(PAGE_MONTHS, months, LANDSCAPE)                                                              \
    X(PAGE_WEEKS, weeks_page, UPRIGHT)                                                             \
    X(PAGE_RACE, race_page, UPRIGHT)                                                               \
    X(PAGE_SESSIONS, sessions_page, UPRIGHT)                                                       \
    X(PAGE_RULES, rules_page, UPRIGHT)                                                             \
    X(PAGE_NOTES, notes_page, UPRIGHT)                                                             \
    X(PAGE_LOG, log_page, UPRIGHT)

/*
 * Of each kind: how many pages the plan needs (fonts can be measured, nothing can be drawn yet);
 * the name of one among the bookmarks; and drawing it.
 */
#define PAGE_DECLARE(kind, functions, turn)                                                        \
    size_t functions##_count(const struct page *page);                                             \
    const char *functions##_bookmark(const struct page *page, size_t index);                       \
    void functions##_draw(struct page *page, size_t index);
PAGE_MAKERS(PAGE_DECLARE)
#undef PAGE_DECLARE

#endif
