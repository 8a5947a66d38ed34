/*
 * Messages: what a plan and its check say has the same numbers in every language, and every
 * language knows all of it.
 */
#ifndef HILLPLAN_TESTS_MESSAGES_H
#define HILLPLAN_TESTS_MESSAGES_H

#include "rules/check.h"

/*
 * Tells the plan's messages and the findings in km and miles, in each language of templates/pages.
 * NULL where all is well; else what isn't, in the plan's arena.
 */
const char *messages_judge(const struct plan *plan, const struct findings *findings);

/* Makes the plan break rules of many kinds: some of its runs become longer and steeper. */
void messages_spoil(struct plan *plan);

#endif
