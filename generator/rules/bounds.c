/* Bounds: limits asked once more, when the plan is final. */
#include "rules/bounds.h"

#include "base/quantity.h"

/* The rule that answers limit_day where legs recover from a downhill run. */
#define MENDING_RULE "downhill-recovery"

/* Tightens the week's bound by one rule; *is_known becomes false where the rule cannot tell. */
static bool tighten(struct ruleset *rules, size_t rule, const struct plan *plan, size_t week,
                    int *most, bool *is_known, struct error *error)
{
    struct limits limits;
    struct answer answer;
    if (!rule_limit_week(rules, rule, week, &limits, &answer, error))
        return false;
    *is_known = *is_known && answer.kind != ANSWER_NOT_JUDGED;
    int max = limits.of[LIMIT_DISTANCE].max;
    bool gave_way = ruleset_info(rules, rule)->level == RULE_SHOULD &&
                    plan_week_distance(&plan->weeks[week]) > max;
    if (max < *most && !gave_way)
        *most = max;
    return true;
}

static bool note_week(struct ruleset *rules, struct plan *plan, size_t week, struct error *error)
{
    int most = INT_MAX;
    bool is_known = true;
    for (size_t rule = 0; rule < ruleset_count(rules); rule++)
        if (!tighten(rules, rule, plan, week, &most, &is_known, error))
            return false;
    plan->weeks[week].distance_most = is_known && most != INT_MAX ? most : UNKNOWN;
    return true;
}

static bool note_days(struct ruleset *rules, size_t rule, struct plan *plan, size_t week,
                      struct error *error)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        struct limits limits;
        struct answer answer = {.kind = ANSWER_NONE};
        if (rule < ruleset_count(rules) &&
            !rule_limit_day(rules, rule, week, d, &limits, &answer, error))
            return false;
        plan->weeks[week].days[d].legs_mend = answer.kind == ANSWER_GIVEN;
    }
    return true;
}

bool bounds_note(struct ruleset *rules, struct plan *plan, struct error *error)
{
    size_t mending = ruleset_find(rules, MENDING_RULE);
    for (size_t week = 0; week < plan->week_count; week++)
        if (!note_week(rules, plan, week, error) || !note_days(rules, mending, plan, week, error))
            return false;
    return true;
}
