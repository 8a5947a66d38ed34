/* Explanations: limits by rule, exchanges of days, and counts of reasons. */
#include "rules/explain.h"

#include <string.h>

#include "rules/check.h"
#include "model/swapped_days.h"

struct explainer {
    struct ruleset *rules;
    struct plan *plan;
    size_t week;
    struct arena *arena;
    struct error *error;
};

/* ---- limits ---- */

/* Keeps a rule's limits, sorted in among those of the rules before it. */
static void add_limits(struct rule_limits *all, const struct rule_info *rule,
                       const struct limits *limits, struct arena *arena)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        const struct limit *limit = &limits->of[kind];
        if (limit->max == INT_MAX)
            continue;
        size_t at = all->count++;
        for (; at > 0; at--) {
            const struct rule_limit *before = &all->items[at - 1];
            if ((int)before->kind < kind ||
                ((int)before->kind == kind && before->max <= limit->max))
                break;
            all->items[at] = *before;
        }
        all->items[at] = (struct rule_limit){rule, (enum limit_kind)kind, limit->max,
                                             arena_strdup(arena, limit->because)};
    }
}

/* A rule's limits for the kinds of the day's runs. */
static bool collect_kind_limits(const struct explainer *explainer, size_t rule, size_t day,
                                struct rule_limits *all)
{
    const struct day *at = &explainer->plan->weeks[explainer->week].days[day];
    for (size_t i = 0; i < at->session_count; i++) {
        struct limits limits;
        struct answer answer;
        const struct session *run = &at->sessions[i];
        if (!limit_is_for(run) || run->kind == SESSION_KIND_NONE)
            continue;
        if (!rule_limit_session(explainer->rules, rule, explainer->week, day, run->kind, &limits,
                                &answer, explainer->error))
            return false;
        if (answer.kind == ANSWER_GIVEN)
            add_limits(all, ruleset_info(explainer->rules, rule), &limits, explainer->arena);
    }
    return true;
}

/* The limits of a day and its runs, or with DAYS_PER_WEEK of the week. */
static bool collect_limits(const struct explainer *explainer, size_t day, struct rule_limits *all)
{
    size_t rules = ruleset_count(explainer->rules);
    all->count = 0;
    size_t runs =
        day == DAYS_PER_WEEK ? 0 : explainer->plan->weeks[explainer->week].days[day].session_count;
    all->items =
        arena_array(explainer->arena, rules * LIMIT_KIND_COUNT * (1 + runs), sizeof *all->items);
    for (size_t rule = 0; rule < rules; rule++) {
        struct limits limits;
        struct answer answer;
        if (day < DAYS_PER_WEEK && !collect_kind_limits(explainer, rule, day, all))
            return false;
        bool done = day == DAYS_PER_WEEK ? rule_limit_week(explainer->rules, rule, explainer->week,
                                                           &limits, &answer, explainer->error)
                                         : rule_limit_day(explainer->rules, rule, explainer->week,
                                                          day, &limits, &answer, explainer->error);
        if (!done)
            return false;
        if (answer.kind == ANSWER_GIVEN)
            add_limits(all, ruleset_info(explainer->rules, rule), &limits, explainer->arena);
    }
    return true;
}

bool explain_week(struct ruleset *rules, size_t week, struct arena *arena,
                  struct rule_limits *limits, struct error *error)
{
    struct explainer explainer = {.rules = rules, .week = week, .arena = arena, .error = error};
    return collect_limits(&explainer, DAYS_PER_WEEK, limits);
}

/* ---- exchanges ---- */

/* What one rule prefers on one day. */
struct liking {
    int score;
    const char *because;
};

/* The rules' judgement of the plan with the runs of two days exchanged. */
struct judgement {
    struct findings findings;
    struct liking (*likings)[DAYS_PER_WEEK]; /* by rule */
    int score;
};

static bool ask_likings(const struct explainer *explainer, struct judgement *judgement)
{
    size_t rules = ruleset_count(explainer->rules);
    judgement->score = 0;
    judgement->likings = arena_array(explainer->arena, rules, sizeof *judgement->likings);
    for (size_t rule = 0; rule < rules; rule++) {
        for (size_t day = 0; day < DAYS_PER_WEEK; day++) {
            struct answer answer;
            if (!rule_prefer(explainer->rules, rule, explainer->week, day, &answer,
                             explainer->error))
                return false;
            if (answer.kind != ANSWER_GIVEN)
                continue;
            judgement->score += answer.score;
            judgement->likings[rule][day] = (struct liking){
                .score = answer.score,
                .because = answer.because ? arena_strdup(explainer->arena, answer.because) : NULL,
            };
        }
    }
    return true;
}

/* Judges the plan with the runs of two days (or of none: the same day twice) exchanged. */
static bool judge_swap(const struct explainer *explainer, size_t a, size_t b,
                       struct judgement *judgement)
{
    struct swapped_days swap;
    swapped_days_begin(&swap, &explainer->plan->weeks[explainer->week], a, b);
    bool done = check_plan(explainer->rules, explainer->plan, explainer->arena,
                           &judgement->findings, explainer->error) &&
                ask_likings(explainer, judgement);
    swapped_days_end(&swap);
    return done;
}

/* The first rule that the exchange breaks, a must rule if there is one; NULL where none is. What is
   broken in the same week anyhow says nothing of an exchange. */
static const struct finding *new_breach(const struct findings *before, const struct findings *after)
{
    const struct finding *first = NULL;
    for (size_t i = 0; i < after->count; i++) {
        const struct finding *finding = &after->items[i];
        if (!finding_is_breach(finding) ||
            findings_break_week(before, finding->rule, finding->week))
            continue;
        if (finding->level == RULE_MUST)
            return finding;
        first = first ? first : finding;
    }
    return first;
}

/* Finds the rule whose liking changed most in the direction of the whole, and on which day. */
static void compare_likings(const struct explainer *explainer, const struct judgement *before,
                            const struct judgement *after, struct alternative *alternative)
{
    int sign = after->score < before->score ? -1 : 1, most = 0;
    for (size_t rule = 0; rule < ruleset_count(explainer->rules); rule++) {
        int change = 0, most_of_day = 0;
        size_t day = 0;
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            int of_day = sign * (after->likings[rule][d].score - before->likings[rule][d].score);
            change += of_day;
            if (of_day > most_of_day) {
                most_of_day = of_day;
                day = d;
            }
        }
        if (change <= most)
            continue;
        most = change;
        /* What is no longer disliked was explained before. */
        const struct judgement *told = sign < 0 ? after : before;
        alternative->rule = ruleset_info(explainer->rules, rule);
        alternative->date = explainer->plan->weeks[explainer->week].days[day].date;
        alternative->because = told->likings[rule][day].because;
    }
}

static void compare_swap(const struct explainer *explainer, const struct judgement *before,
                         const struct judgement *after, struct alternative *alternative)
{
    const struct finding *breach = new_breach(&before->findings, &after->findings);
    if (breach) {
        alternative->outcome = SWAP_FORBIDDEN;
        alternative->rule =
            ruleset_info(explainer->rules, ruleset_find(explainer->rules, breach->rule));
        alternative->date = breach->is_week ? NO_DATE : breach->date;
        alternative->because = breach->text;
    } else if (after->score != before->score) {
        alternative->outcome = after->score < before->score ? SWAP_LIKED_LESS : SWAP_LIKED_MORE;
        compare_likings(explainer, before, after, alternative);
    } else {
        alternative->outcome = SWAP_AS_GOOD;
    }
}

static bool holds_race(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]) && !limit_is_for(&day->sessions[i]))
            return true;
    return false;
}

/* The day's run at or after `*at`, which is moved behind it; NULL at the end. */
static const struct session *next_run(const struct day *day, size_t *at)
{
    while (*at < day->session_count) {
        const struct session *session = &day->sessions[(*at)++];
        if (session_is_run(session))
            return session;
    }
    return NULL;
}

static bool is_equal_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool is_equal_run(const struct session *a, const struct session *b)
{
    for (int kind = 0; kind <= LIMIT_DURATION_S; kind++)
        if (limit_run_value(a, (enum limit_kind)kind) != limit_run_value(b, (enum limit_kind)kind))
            return false;
    return a->kind == b->kind && a->effort == b->effort && a->terrain == b->terrain &&
           is_equal_text(a->session, b->session) && is_equal_text(a->title, b->title);
}

static bool have_equal_runs(const struct day *a, const struct day *b)
{
    size_t at_a = 0, at_b = 0;
    for (;;) {
        const struct session *one = next_run(a, &at_a), *other = next_run(b, &at_b);
        if (!one || !other)
            return !one && !other;
        if (!is_equal_run(one, other))
            return false;
    }
}

bool explain_day(struct ruleset *rules, struct plan *plan, size_t week, size_t day,
                 struct arena *arena, struct day_explanation *explanation, struct error *error)
{
    const struct explainer explainer = {rules, plan, week, arena, error};
    const struct day *days = plan->weeks[week].days;
    struct judgement before, after;
    *explanation = (struct day_explanation){0};
    if (!collect_limits(&explainer, day, &explanation->limits) ||
        !judge_swap(&explainer, day, day, &before))
        return false;
    struct alternative *next = explanation->alternatives;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        if (d == day)
            continue;
        *next = (struct alternative){.day = d, .date = NO_DATE};
        if (holds_race(&days[day]) || holds_race(&days[d]))
            next->outcome = SWAP_FIXED;
        else if (have_equal_runs(&days[day], &days[d]))
            next->outcome = SWAP_SAME;
        else if (judge_swap(&explainer, day, d, &after))
            compare_swap(&explainer, &before, &after, next);
        else
            return false;
        next++;
    }
    return true;
}

/* ---- counts ---- */

static bool names_rule(const struct session *session, const char *rule)
{
    for (size_t i = 0; i < session->reason_count; i++)
        if (strcmp(session->reasons[i].rule, rule) == 0)
            return true;
    return false;
}

static size_t count_sessions(const struct plan *plan, const char *rule)
{
    size_t count = 0;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++)
                count += names_rule(&plan->weeks[w].days[d].sessions[i], rule);
    return count;
}

size_t explain_uses(const struct ruleset *rules, const struct plan *plan, struct arena *arena,
                    struct rule_use **uses)
{
    size_t count = 0;
    *uses = arena_array(arena, ruleset_count(rules), sizeof **uses);
    for (size_t rule = 0; rule < ruleset_count(rules); rule++) {
        const struct rule_info *info = ruleset_info(rules, rule);
        size_t sessions = count_sessions(plan, info->id);
        if (sessions == 0)
            continue;
        size_t at = count++;
        for (; at > 0 && (*uses)[at - 1].sessions < sessions; at--)
            (*uses)[at] = (*uses)[at - 1];
        (*uses)[at] = (struct rule_use){info, sessions};
    }
    return count;
}
