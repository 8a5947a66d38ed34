/* Asking all rules at once. */
#include "planner/ask.h"

#include "rules/cuts.h"
#include "rules/limits.h"

static bool is_asked(const struct planner *planner, size_t rule, enum hook hook)
{
    return !planner->suspended[rule] && ruleset_has_hook(planner->rules, rule, hook);
}

struct budget budget_unlimited(void)
{
    struct budget budget;
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        budget.limits.of[kind] = (struct limit){.max = INT_MAX};
        budget.rule[kind] = 0;
        budget.read[kind] = (struct days_read){0};
    }
    return budget;
}

/* Whether a limit is tighter than that of a budget; of equal ones the first rule's is. */
static bool is_tighter(const struct limit *limit, size_t rule, const struct budget *budget,
                       int kind)
{
    const struct limit *before = &budget->limits.of[kind];
    return limit->max < before->max ||
           (limit->max == before->max && limit->max != INT_MAX && rule < budget->rule[kind]);
}

static void tighten_budget(struct budget *budget, size_t rule, const struct limits *limits,
                           const struct days_read *read)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        if (is_tighter(&limits->of[kind], rule, budget, kind)) {
            budget->limits.of[kind] = limits->of[kind];
            budget->rule[kind] = rule;
            budget->read[kind] = *read;
        }
    }
}

void days_read_add(struct days_read *days, const struct days_read *more)
{
    days->all |= more->all;
    days->amounts |= more->amounts;
}

/* ---- questions ---- */

/* A question to all rules; `about` as in struct day_question, `memory` may be NULL. */
struct inquiry {
    enum hook hook;
    size_t week, day;
    int about;
    struct week_memory *memory;
};

/* Asks one rule. The limits are of the hooks that limit, else NULL. */
static bool put_question(struct planner *planner, const struct inquiry *question, size_t rule,
                         struct limits *limits, struct answer *answer, struct error *error)
{
    struct ruleset *rules = planner->rules;
    const size_t week = question->week, day = question->day;
    switch (question->hook) {
    case HOOK_LIMIT_WEEK:
        return rule_limit_week(rules, rule, week, limits, answer, error);
    case HOOK_LIMIT_DAY:
        return rule_limit_day(rules, rule, week, day, limits, answer, error);
    case HOOK_LIMIT_SESSION:
        return rule_limit_session(rules, rule, week, day, (enum session_kind)question->about,
                                  limits, answer, error);
    case HOOK_ALLOW_WEEK:
        return rule_allow_week(rules, rule, week, answer, error);
    case HOOK_ALLOW:
        return rule_allow(rules, rule, week, day, answer, error);
    default:
        return rule_prefer(rules, rule, week, day, answer, error);
    }
}

/* The same, unless the answer is remembered. */
static bool ask_rule(struct planner *planner, const struct inquiry *question, size_t rule,
                     struct limits *limits, struct answer *answer, struct error *error)
{
    struct week_memory *memory = question->memory;
    if (!memory)
        return put_question(planner, question, rule, limits, answer, error);
    const struct day_question asked = {question->hook, question->day, question->about};
    const struct answer *known = week_memory_find(memory, &asked, rule, limits);
    if (!known) {
        if (!put_question(planner, question, rule, limits, answer, error))
            return false;
        known = week_memory_keep(memory, &asked, rule, answer, limits);
    }
    *answer = *known;
    return true;
}

/* Tightens a budget by the answers to a hook that limits. */
static bool ask_limits(struct planner *planner, const struct inquiry *question,
                       struct budget *budget, struct error *error)
{
    for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++) {
        struct limits limits;
        struct answer answer;
        if (!is_asked(planner, rule, question->hook))
            continue;
        if (!ask_rule(planner, question, rule, &limits, &answer, error))
            return false;
        if (answer.kind == ANSWER_GIVEN)
            tighten_budget(budget, rule, &limits, &answer.read);
    }
    return true;
}

bool ask_is_return(struct planner *planner, size_t week, bool *is_return, int *percent,
                   struct error *error)
{
    *is_return = false;
    *percent = 0;
    for (size_t rule = 0; rule < ruleset_count(planner->rules) && !*is_return; rule++) {
        struct answer answer;
        if (!is_asked(planner, rule, HOOK_WEEK_KIND))
            continue;
        if (!rule_week_kind(planner->rules, rule, week, &answer, error))
            return false;
        *is_return = answer.kind == ANSWER_GIVEN;
        *percent = *is_return ? answer.score : 0;
    }
    return true;
}

bool ask_break_level(struct planner *planner, size_t pause, struct error *error)
{
    struct training_break *found = &planner->plan->breaks[pause];
    found->level = found->longest = UNKNOWN;
    for (size_t rule = 0; rule < ruleset_count(planner->rules) && found->level == UNKNOWN; rule++) {
        struct answer answer;
        if (!is_asked(planner, rule, HOOK_BREAK_LEVEL))
            continue;
        if (!rule_break_level(planner->rules, rule, planner->plan, pause, &answer, error))
            return false;
        if (answer.kind == ANSWER_GIVEN) {
            found->level = answer.level;
            found->longest = answer.longest;
        }
    }
    return true;
}

bool ask_limit_week(struct planner *planner, size_t week, struct budget *budget,
                    struct error *error)
{
    *budget = budget_unlimited();
    return ask_limits(planner, &(struct inquiry){HOOK_LIMIT_WEEK, .week = week}, budget, error);
}

static void add_wishes(const struct planner *planner, size_t rule, const struct wishes *answered,
                       struct week_wishes *wishes)
{
    for (int kind = 0; kind < WISH_KIND_COUNT; kind++) {
        const struct wish *wish = &answered->of[kind];
        struct wish *most = &wishes->wishes.of[kind];
        if (wish->value == UNKNOWN ||
            (most->value != UNKNOWN && (kind == WISH_SESSION || most->value >= wish->value)))
            continue;
        *most = (struct wish){wish->value, arena_strdup(planner->plan->arena, wish->because)};
        wishes->rule[kind] = rule;
    }
}

bool ask_wish_week(struct planner *planner, size_t week, struct week_wishes *wishes,
                   struct error *error)
{
    *wishes = (struct week_wishes){0};
    for (int kind = 0; kind < WISH_KIND_COUNT; kind++)
        wishes->wishes.of[kind].value = UNKNOWN;
    for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++) {
        struct wishes answered;
        struct answer answer;
        if (!is_asked(planner, rule, HOOK_WISH_WEEK))
            continue;
        if (!rule_wish_week(planner->rules, rule, week, &answered, &answer, error))
            return false;
        if (answer.kind == ANSWER_GIVEN)
            add_wishes(planner, rule, &answered, wishes);
    }
    return true;
}

bool ask_limit_day(struct planner *planner, size_t week, size_t day, struct week_memory *memory,
                   struct budget *budget, struct error *error)
{
    const struct inquiry question = {HOOK_LIMIT_DAY, week, day, 0, memory};
    *budget = budget_unlimited();
    return ask_limits(planner, &question, budget, error);
}

bool ask_limit_session(struct planner *planner, size_t week, size_t day, enum session_kind kind,
                       struct week_memory *memory, struct budget *budget, struct error *error)
{
    const struct inquiry question = {HOOK_LIMIT_SESSION, week, day, (int)kind, memory};
    return ask_limits(planner, &question, budget, error);
}

/* The first refusal by allow_week, or by allow of a day. */
static bool ask_permission(struct planner *planner, const struct inquiry *question, bool *allowed,
                           struct refusal *refusal, struct error *error)
{
    *allowed = true;
    for (size_t rule = 0; rule < ruleset_count(planner->rules) && *allowed; rule++) {
        struct answer answer;
        if (!is_asked(planner, rule, question->hook))
            continue;
        if (!ask_rule(planner, question, rule, NULL, &answer, error))
            return false;
        *allowed = answer.kind != ANSWER_REFUSED;
        if (!*allowed)
            *refusal = (struct refusal){rule, answer.because, answer.read, answer.reads_sessions};
    }
    return true;
}

bool ask_allow(struct planner *planner, size_t week, size_t day, int item,
               struct week_memory *memory, bool *allowed, struct refusal *refusal,
               struct error *error)
{
    const struct inquiry question = {HOOK_ALLOW, week, day, item, memory};
    return ask_permission(planner, &question, allowed, refusal, error);
}

bool ask_allow_week(struct planner *planner, size_t week, bool *allowed, struct refusal *refusal,
                    struct error *error)
{
    const struct inquiry question = {HOOK_ALLOW_WEEK, .week = week};
    return ask_permission(planner, &question, allowed, refusal, error);
}

static void add_score(struct preference *preference, const struct answer *answer)
{
    preference->score += answer->score;
    if (answer->read.all == 0 && answer->score < 0)
        preference->of_day += answer->score;
}

bool ask_prefer(struct planner *planner, size_t week, size_t day, int item,
                struct week_memory *memory, struct preference *preference, struct error *error)
{
    const struct inquiry question = {HOOK_PREFER, week, day, item, memory};
    *preference = (struct preference){0};
    int worst = 0;
    for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++) {
        struct answer answer;
        if (!is_asked(planner, rule, HOOK_PREFER))
            continue;
        if (!ask_rule(planner, &question, rule, NULL, &answer, error))
            return false;
        bool is_given = answer.kind == ANSWER_GIVEN;
        if ((is_given ? answer.score : 0) < planner->score_cap[rule])
            days_read_add(&preference->lost_by, &answer.read);
        if (!is_given)
            continue;
        add_score(preference, &answer);
        if (answer.score > 0)
            planner->score_cap[rule] = MAX_SCORE;
        if (answer.score < worst) {
            worst = answer.score;
            preference->has_worst = true;
            preference->worst = (struct refusal){.rule = rule, .because = answer.because};
        }
    }
    return true;
}

/* True for must rules that aren't built in. */
static bool is_own_must(const struct planner *planner, size_t rule)
{
    const struct rule_info *info = ruleset_info(planner->rules, rule);
    return info->origin == RULE_CUSTOM && info->level == RULE_MUST &&
           is_asked(planner, rule, HOOK_ALLOW);
}

bool ask_own_rules(struct planner *planner, size_t week, size_t day, bool *allowed,
                   struct refusal *refusal, struct error *error)
{
    *allowed = true;
    for (size_t rule = 0; rule < ruleset_count(planner->rules) && *allowed; rule++) {
        struct answer answer;
        if (!is_own_must(planner, rule))
            continue;
        if (!rule_allow(planner->rules, rule, week, day, &answer, error))
            return false;
        *allowed = answer.kind != ANSWER_REFUSED;
        *refusal = (struct refusal){.rule = rule, .because = answer.because};
    }
    return true;
}

bool ask_refused_day(struct planner *planner, size_t week, size_t day, bool *is_refused,
                     struct refusal *refusal, struct error *error)
{
    *is_refused = false;
    for (size_t rule = 0; rule < ruleset_count(planner->rules) && !*is_refused; rule++) {
        struct answer answer;
        if (!is_own_must(planner, rule))
            continue;
        if (!cut_refuses_day(planner->rules, rule, planner->plan, week, day, &answer, error))
            return false;
        *is_refused = answer.kind == ANSWER_REFUSED;
        *refusal = (struct refusal){.rule = rule, .because = answer.because};
    }
    return true;
}

struct budget budget_nothing(void)
{
    return (struct budget){0};
}

struct budget budget_refused(const struct refusal *refusal)
{
    struct budget budget = budget_nothing();
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        budget.limits.of[kind].because = refusal->because;
        budget.rule[kind] = refusal->rule;
    }
    return budget;
}

void budget_keep(const struct planner *planner, struct budget *budget, const struct budget *kept)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        struct limit *limit = &budget->limits.of[kind];
        bool is_kept = kept && limit->because == kept->limits.of[kind].because;
        if (limit->max != INT_MAX && limit->because && !is_kept)
            limit->because = arena_strdup(planner->plan->arena, limit->because);
    }
}

struct refusal budget_reason(const struct budget *budget, enum limit_kind kind)
{
    const struct limit *limit = &budget->limits.of[kind];
    return (struct refusal){.rule = budget->rule[kind],
                            .because = limit->max == INT_MAX ? NULL : limit->because};
}

enum limit_kind budget_exceeded(const struct budget *budget, const struct session *session)
{
    if (!limit_is_for(session))
        return LIMIT_KIND_COUNT;
    for (int kind = 0; kind <= LIMIT_DURATION_S; kind++) {
        int value = limit_run_value(session, (enum limit_kind)kind);
        if (value != UNKNOWN && value > budget->limits.of[kind].max)
            return (enum limit_kind)kind;
    }
    return LIMIT_KIND_COUNT;
}

enum limit_kind budget_exceeded_by_week(const struct budget *budget, const struct week *week)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        int value = limit_week_value(week, (enum limit_kind)kind, NULL);
        if (value != UNKNOWN && value > budget->limits.of[kind].max)
            return (enum limit_kind)kind;
    }
    return LIMIT_KIND_COUNT;
}
