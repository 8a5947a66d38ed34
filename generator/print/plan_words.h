/*
 * The plan's title in the language of the page: its document has it in English.
 */
#ifndef HILLPLAN_PRINT_PLAN_WORDS_H
#define HILLPLAN_PRINT_PLAN_WORDS_H

#include "print/page.h"

/* "Example Marathon: 18 weeks, and 3 to recover". */
const char *plan_words_title(const struct page *page);

#endif
