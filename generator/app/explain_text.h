/*
 * Explanations as text: lines of at most 100 columns, numbers in the plan's unit.
 */
#ifndef HILLPLAN_APP_EXPLAIN_TEXT_H
#define HILLPLAN_APP_EXPLAIN_TEXT_H

#include "base/text.h"
#include "rules/explain.h"
#include "words/words.h"

/* What an explanation is about, and where its text goes. */
struct explain_text {
    const struct plan *plan;
    const struct ruleset *rules; /* bound to the plan */
    struct arena *arena;         /* for phrases, */
    struct words words;          /* made with these */
    struct text *out;
};

/* Week and day are indexes. */
void explain_text_day(struct explain_text *text, size_t week, size_t day,
                      const struct day_explanation *explanation);
void explain_text_week(struct explain_text *text, size_t week, const struct rule_limits *limits);
void explain_text_plan(struct explain_text *text, const struct rule_use *uses, size_t count);

#endif
