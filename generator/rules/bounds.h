/*
 * Bounds: what the rules held a finished plan to, written into it for its pages and for whoever
 * reads its document.
 */
#ifndef HILLPLAN_RULES_BOUNDS_H
#define HILLPLAN_RULES_BOUNDS_H

#include "rules/ruleset.h"

/*
 * Sets distance_most of each week of a plan to which the ruleset is bound, and legs_mend of each
 * day, as the rules answer for the plan as it stands. A should rule that a week does not keep gave
 * way, and does not bound it. Where a rule cannot judge a week, its bound stays unknown. False only
 * where a script fails.
 */
bool bounds_note(struct ruleset *rules, struct plan *plan, struct error *error);

#endif
