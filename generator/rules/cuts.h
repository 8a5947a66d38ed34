/*
 * Cut weeks: those that a rule of the runner's own, one that isn't built in, made shorter than the
 * built-in rules would have let them be. What such a rule takes is not to be lost for the weeks
 * that follow: rules hold these against the week as it would have been.
 */
#ifndef HILLPLAN_RULES_CUTS_H
#define HILLPLAN_RULES_CUTS_H

#include "rules/ruleset.h"

/*
 * Whether the rule refuses every run on a day that is empty. The ruleset is bound to the plan,
 * which is as before afterwards; of an answer that refuses, the text is valid until the rule is
 * asked again. False where a script fails, as below.
 */
bool cut_refuses_day(struct ruleset *rules, size_t rule, struct plan *plan, size_t week, size_t day,
                     struct answer *answer, struct error *error);

/* A short easy run, to ask rules about. */
struct session cut_probe(const struct plan *plan);

/*
 * Marks a week of the plan as cut where it falls short of `target` because of a rule of the
 * runner's own: its limit of the week is lower, or it refuses a further run or longer ones. Rules
 * named in `suspended` are left out; the target is never more than what the built-in rules allow.
 */
bool cut_note(struct ruleset *rules, struct plan *plan, size_t week, int target,
              const bool *suspended, struct error *error);

/* Takes the marks from a plan's weeks that its rules don't bear out, and warns of them. */
bool cuts_settle(struct ruleset *rules, struct plan *plan, struct error *error);

#endif
