/*
 * The checker: replays a finished plan in date order against a ruleset, asking each rule at the
 * same points at which the planner asks it.
 */
#ifndef HILLPLAN_RULES_CHECK_H
#define HILLPLAN_RULES_CHECK_H

#include "rules/ruleset.h"

/* PAST: broken before the day from which on the plan was made anew. */
enum finding_status {
    FINDING_BROKEN,
    FINDING_GAVE_WAY,
    FINDING_PAST,
    FINDING_NOT_JUDGED,
    FINDING_OFF
};

struct finding {
    const char *rule; /* id */
    enum rule_level level;
    enum finding_status status;
    int week;         /* number; 0 for a rule that is off */
    int date;         /* of the day, or of the week's start; NO_DATE for a rule that is off */
    bool is_week;     /* about the week as a whole */
    int value, limit; /* where a limit was passed; else UNKNOWN */
    enum limit_kind limit_kind;
    bool is_at_least; /* the value is the known part of what isn't known as a whole */
    bool is_inferred; /* of somebody else's plan: by no more than what it says it would not be
                         broken */
    const char *text; /* a message: what, with numbers, and what is allowed */
};

/* What the rules hold a week to, whether it is kept or not. */
struct bounds {
    int distance_most; /* of its training; UNKNOWN: unlimited, or a rule cannot judge the week. A
                          should rule that the week does not keep gave way, and does not bound it.
                        */
    bool legs_mend[DAYS_PER_WEEK]; /* limited by the rule about the days after a downhill run */
};

struct findings {
    struct finding *items; /* in date order */
    size_t count;
    bool kept;             /* no must rule is broken */
    struct bounds *bounds; /* by week */
};

/*
 * Judges a plan to which the ruleset is bound. A should rule broken where plan->gave_way says so is
 * FINDING_GAVE_WAY. Findings live in `arena`. False only where a script fails.
 */
bool check_plan(struct ruleset *rules, const struct plan *plan, struct arena *arena,
                struct findings *findings, struct error *error);

/* The same for the must rules alone; the bounds are those of all rules. */
bool check_must_rules(struct ruleset *rules, const struct plan *plan, struct arena *arena,
                      struct findings *findings, struct error *error);

/* The same for one rule. */
bool check_rule(struct ruleset *rules, size_t rule, const struct plan *plan, struct arena *arena,
                struct findings *findings, struct error *error);

/*
 * The must rules alone, from a week (index) on, as far as the first week that breaks one. Rules see
 * nothing of later weeks: what was kept before that week still is, whatever changed in it. Answers
 * may be remembered ones. There are no bounds.
 */
bool check_must_rules_from(struct ruleset *rules, const struct plan *plan, size_t week,
                           struct arena *arena, struct findings *findings, struct error *error);

/* The same for that week alone. */
bool check_must_rules_of_week(struct ruleset *rules, const struct plan *plan, size_t week,
                              struct arena *arena, struct findings *findings, struct error *error);

/* True where the rule is broken, given way to or not. */
bool finding_is_breach(const struct finding *finding);

/* True where some finding of the rule is a breach in the week (number). */
bool findings_break_week(const struct findings *findings, const char *rule, int week);

/* Writes the bounds into the plan that was judged, for its pages and its document. */
void check_note_bounds(const struct findings *findings, struct plan *plan);

#endif
