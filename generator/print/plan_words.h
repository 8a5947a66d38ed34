/*
 * What the plan document says in whole sentences, in the language of the page. The document is
 * written in English; where its sentences are made of numbers and can't be looked up, pages in
 * other languages say the same facts in their own words.
 */
#ifndef HILLPLAN_PRINT_PLAN_WORDS_H
#define HILLPLAN_PRINT_PLAN_WORDS_H

#include "print/page.h"

/* "Example Marathon: 18 weeks, and 3 to recover". */
const char *plan_words_title(const struct page *page);

/* "Verdict: ready. The biggest week is ..."; NULL if the plan has none. */
const char *plan_words_verdict(const struct page *page);

/* Why a session is as it is, or what gave way: the text; or in other languages the rule's title. */
const char *plan_words_reason(const struct page *page, const char *rule, const char *text);

#endif
