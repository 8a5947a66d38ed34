/*
 * Cases: what a rule is expected to say of small plans, written beside the rule.
 *
 * A case file is a Lua file, run in the sandbox, that returns
 *
 *     { rule = "weekly-ramp", cases = { {
 *         name = "growing by more than 10 %",
 *         plan = { ... },                    -- the keys of a plan document
 *         settings = { max_increase = 5 },   -- optional
 *         expect = { { week = 2, status = "broken", date = "2027-01-11", text = "part of it" } },
 *     } } }
 *
 * `expect` lists all that the rule finds in the plan (status: broken, gave_way or not_judged); of
 * an entry, every field may be left out. With ask = { hook = "prefer", week = 1, day = 3 } it is
 * the answer of that hook instead: for limits a table of them, as in { distance = 4620 }; for
 * prefer the score (0 where there is none); for advise a list of parts of the notes.
 */
#ifndef HILLPLAN_RULES_CASES_H
#define HILLPLAN_RULES_CASES_H

#include "base/error.h"
#include "base/text.h"
#include "rules/ruleset.h"

/* plan_read_text(): rules/ knows no plan documents. */
typedef struct plan *case_plan_reader(const char *name, const char *text, size_t length,
                                      struct error *error);

/* Is told each message that the rule gives in the cases, and each finding. */
typedef void case_listener(void *data, const char *message);

struct case_results {
    size_t passed, failed;
    case_listener *listener; /* or NULL */
    void *listener_data;
};

/*
 * Runs a case file against a ruleset that holds the rule (its settings are changed, and are the
 * scripts' own afterwards). Counts are added to `results`, and a line for each failed case to
 * `messages`. False where the file itself is wrong.
 */
bool cases_run(const char *path, struct ruleset *rules, case_plan_reader *read_plan,
               struct case_results *results, struct text *messages, struct error *error);

#endif
