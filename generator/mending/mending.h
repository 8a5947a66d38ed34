/* Mending: the smallest changes that make a finished plan keep its must rules. */
#ifndef HILLPLAN_MENDING_MENDING_H
#define HILLPLAN_MENDING_MENDING_H

#include "rules/check.h"

/* A change that was made: the rule that asked for it, and what it said. */
struct mending_step {
    int week;        /* number */
    int first, last; /* dates of the days that changed */
    const char *rule, *because;
};

struct mending {
    struct mending_step *items;
    size_t count;
    /* Where it ended: the first breach that no change mends, or a rule of NULL. */
    struct finding left;
};

/*
 * Changes the plan, to which the ruleset is bound, in date order: runs are cut to what is allowed,
 * days of a week change places, and where neither helps, a session becomes an easy run or a day of
 * rest. Where no single change helps, several are made together. The checker judges every change.
 * Sessions that changed tell why in their reasons. The plan keeps every must rule where `left.rule`
 * is NULL. False only where a script fails.
 */
bool mending_plan(struct ruleset *rules, struct plan *plan, struct mending *repairs,
                  struct error *error);

#endif
