/*
 * Explanations: what the rules say about a day, a week or the whole of a finished plan.
 *
 * Rules are asked as the planner and the checker ask them, so an explanation holds for edited plans
 * and for plans that somebody else wrote as well.
 */
#ifndef HILLPLAN_RULES_EXPLAIN_H
#define HILLPLAN_RULES_EXPLAIN_H

#include "rules/limits.h"
#include "rules/ruleset.h"

/* A limit that a rule sets. */
struct rule_limit {
    const struct rule_info *rule;
    enum limit_kind kind;
    int max;
    const char *because;
};

/* By kind; of each kind the tightest first, of equal ones in the rules' order. */
struct rule_limits {
    struct rule_limit *items;
    size_t count;
};

/* What came out of exchanging a day's runs with those of another day of the week. */
enum swap_outcome {
    SWAP_FORBIDDEN,  /* a rule that the plan keeps would be broken */
    SWAP_LIKED_LESS, /* by what the rules prefer, all together */
    SWAP_AS_GOOD,
    SWAP_LIKED_MORE,
    SWAP_SAME, /* there is nothing to exchange: equal runs, or none */
    SWAP_FIXED /* one of the days holds a race */
};

struct alternative {
    size_t day; /* the other day: 0 to 6 */
    enum swap_outcome outcome;
    const struct rule_info *rule; /* who forbids it, or likes it least or most; else NULL */
    int date; /* the day on which that rule has its say; NO_DATE where it is about the week */
    const char *because; /* or NULL */
};

struct day_explanation {
    struct rule_limits limits; /* on each running session of the day */
    struct alternative alternatives[DAYS_PER_WEEK - 1];
};

/*
 * Explains a day (week and day are indexes) of the plan to which the ruleset is bound. The plan is
 * changed while the rules are asked, and left as it was. Texts live in the arena. False only where
 * a script fails.
 */
bool explain_day(struct ruleset *rules, struct plan *plan, size_t week, size_t day,
                 struct arena *arena, struct day_explanation *explanation, struct error *error);

/* The limits of a week; as above. */
bool explain_week(struct ruleset *rules, size_t week, struct arena *arena,
                  struct rule_limits *limits, struct error *error);

/* How many of the plan's sessions name a rule among their reasons. */
struct rule_use {
    const struct rule_info *rule;
    size_t sessions;
};

/* The rules that sessions name, the most frequent first; returns their number. In the arena. */
size_t explain_uses(const struct ruleset *rules, const struct plan *plan, struct arena *arena,
                    struct rule_use **uses);

#endif
