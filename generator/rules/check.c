/* Replaying a finished plan against a ruleset. */
#include "rules/check.h"

#include <stdint.h>
#include <string.h>

#include "rules/limits.h"
#include "words/message.h"

/* The rule that answers limit_day where legs recover from a downhill run. */
#define MENDING_RULE "downhill-recovery"

struct checker {
    struct ruleset *rules;
    const struct plan *plan;
    struct arena *arena;
    struct findings *findings;
    size_t capacity;
    bool must_only;
    bool ends_at_breach; /* with the first week that breaks a must rule; nothing is bounded */
    size_t mending;      /* the rule whose limits say that legs mend; the rules' count for none */
    size_t week;         /* the one being replayed */
    size_t last_week;    /* replayed at most */
    struct error *error;
};

/* ---- findings ---- */

static const struct week *current_week(const struct checker *checker)
{
    return &checker->plan->weeks[checker->week];
}

/* True where the plan itself says that it could not keep the rule there. */
static bool plan_gave_way(const struct plan *plan, const struct finding *finding)
{
    for (size_t i = 0; i < plan->exception_count; i++) {
        const struct exception *exceptions = &plan->exceptions[i];
        if (exceptions->week == finding->week && strcmp(exceptions->rule, finding->rule) == 0 &&
            (exceptions->date == NO_DATE || finding->is_week || exceptions->date == finding->date))
            return true;
    }
    return false;
}

/* True before the day from which on the plan was made anew; a week is over when it has begun. */
static bool is_past(const struct plan *plan, const struct finding *finding)
{
    return plan->replanned_count > 0 &&
           finding->date < plan->replanned[plan->replanned_count - 1].date;
}

static void add_finding(struct checker *checker, size_t rule, struct finding finding)
{
    struct findings *findings = checker->findings;
    const struct rule_info *info = ruleset_info(checker->rules, rule);
    finding.rule = arena_strdup(checker->arena, info->id);
    finding.level = info->level;
    if (finding.status == FINDING_BROKEN && is_past(checker->plan, &finding))
        finding.status = plan_gave_way(checker->plan, &finding) ? FINDING_GAVE_WAY : FINDING_PAST;
    else if (finding.status == FINDING_BROKEN && info->level == RULE_MUST)
        findings->kept = false;
    else if (finding.status == FINDING_BROKEN && plan_gave_way(checker->plan, &finding))
        finding.status = FINDING_GAVE_WAY;
    if (findings->count == checker->capacity) {
        size_t capacity = checker->capacity ? 2 * checker->capacity : 16;
        struct finding *grown = arena_array(checker->arena, capacity, sizeof *grown);
        for (size_t i = 0; i < findings->count; i++)
            grown[i] = findings->items[i];
        findings->items = grown;
        checker->capacity = capacity;
    }
    findings->items[findings->count++] = finding;
}

/* A finding about the week (date NO_DATE), or about a day of it. */
static struct finding make_finding(const struct checker *checker, enum finding_status status,
                                   int date, const char *text)
{
    const struct week *week = current_week(checker);
    return (struct finding){
        .status = status,
        .week = week->number,
        .date = date == NO_DATE ? week->start : date,
        .is_week = date == NO_DATE,
        .value = UNKNOWN,
        .limit = UNKNOWN,
        .limit_kind = LIMIT_KIND_COUNT,
        .text = text,
    };
}

static void add_refusal(struct checker *checker, size_t rule, int date, const char *because)
{
    add_finding(checker, rule,
                make_finding(checker, FINDING_BROKEN, date, arena_strdup(checker->arena, because)));
}

/* " on {2027-01-11}", or " on {mon of week 3}" where the plan has no dates; "" for NO_DATE. */
static const char *on_day(const struct checker *checker, int date)
{
    char mark[MARK_SIZE];
    const struct plan *plan = checker->plan;
    if (date == NO_DATE)
        return "";
    return arena_printf(checker->arena, " on %s",
                        plan->is_undated ? mark_day(plan, date, mark) : mark_date(date, mark));
}

/* Told once a rule, hook and week: `told` remembers. */
static void add_not_judged(struct checker *checker, size_t rule, int date, const char *field,
                           int field_date, bool *told)
{
    if (*told)
        return;
    *told = true;
    const char *text = arena_printf(checker->arena, "the plan does not say %s%s",
                                    mark_name(checker->arena, field), on_day(checker, field_date));
    add_finding(checker, rule, make_finding(checker, FINDING_NOT_JUDGED, date, text));
}

/* ---- bounds ---- */

/* Tightens the week's bound; UNKNOWN, the smallest there is, where a rule cannot judge the week. */
static void tighten_bound(struct checker *checker, size_t rule, const struct limits *limits,
                          const struct answer *answer)
{
    int *most = &checker->findings->bounds[checker->week].distance_most;
    int max = answer->kind == ANSWER_NOT_JUDGED ? UNKNOWN : limits->of[LIMIT_DISTANCE].max;
    bool exceptions = max != UNKNOWN && ruleset_info(checker->rules, rule)->level == RULE_SHOULD &&
                      plan_week_distance(current_week(checker)) > max;
    if (max < *most && !exceptions)
        *most = max;
}

/* ---- limits ---- */

/* True where the rule is asked for its bounds alone. */
static bool is_left_out(const struct checker *checker, size_t rule)
{
    return checker->must_only && ruleset_info(checker->rules, rule)->level != RULE_MUST;
}

/* A value that is passed, and be it by its known part alone. */
struct limited_value {
    int value;
    bool is_at_least;
};

static struct limited_value known_value(int value, int least)
{
    return value == UNKNOWN ? (struct limited_value){least, true}
                            : (struct limited_value){value, false};
}

/* That more than a limit may be allowed. */
static void add_open_limit(struct checker *checker, size_t rule, int date, enum limit_kind kind,
                           const struct limit *limit)
{
    const char *text =
        arena_printf(checker->arena, "by what the plan does not say more than %s may be allowed",
                     limit_message(checker->arena, kind, limit->max, checker->plan->units));
    add_finding(checker, rule, make_finding(checker, FINDING_NOT_JUDGED, date, text));
}

static void add_passed_limit(struct checker *checker, size_t rule, int date, enum limit_kind kind,
                             struct limited_value known, const struct limit *limit)
{
    enum units units = checker->plan->units;
    if (limit->or_more) {
        add_open_limit(checker, rule, date, kind, limit);
        return;
    }
    const char *text = arena_printf(
        checker->arena, "%s%s in %s, %s allowed: %s", known.is_at_least ? "at least " : "",
        limit_message(checker->arena, kind, known.value, units),
        date == NO_DATE ? "the week" : "a run",
        limit_message(checker->arena, kind, limit->max, units), limit->because);
    struct finding finding = make_finding(checker, FINDING_BROKEN, date, text);
    finding.value = known.value;
    finding.is_at_least = known.is_at_least;
    finding.limit = limit->max;
    finding.limit_kind = kind;
    add_finding(checker, rule, finding);
}

/* What a session lacks where the limited sum is not known. */
static const char *session_field(const struct checker *checker, enum limit_kind kind)
{
    const char *field = kind == LIMIT_HARD_DAYS                        ? "effort"
                        : kind == LIMIT_RUNS || kind == LIMIT_RUN_DAYS ? "kind"
                                                                       : limit_kind_name(kind);
    return arena_printf(checker->arena, "session.%s", field);
}

static bool check_week_limits(struct checker *checker, size_t rule)
{
    struct limits limits;
    struct answer answer;
    if (!rule_limit_week(checker->rules, rule, checker->week, &limits, &answer, checker->error))
        return false;
    tighten_bound(checker, rule, &limits, &answer);
    if (is_left_out(checker, rule))
        return true;
    bool told = false;
    if (answer.kind == ANSWER_NOT_JUDGED)
        add_not_judged(checker, rule, NO_DATE, answer.field, answer.date, &told);
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        const struct limit *limit = &limits.of[kind];
        if (limit->max == INT_MAX)
            continue;
        int date = NO_DATE,
            value = limit_week_value(current_week(checker), (enum limit_kind)kind, &date);
        int least =
            value == UNKNOWN ? limit_week_least(current_week(checker), (enum limit_kind)kind) : 0;
        if (value > limit->max || least > limit->max)
            add_passed_limit(checker, rule, NO_DATE, (enum limit_kind)kind,
                             known_value(value, least), limit);
        else if (value == UNKNOWN)
            add_not_judged(checker, rule, NO_DATE, session_field(checker, (enum limit_kind)kind),
                           date, &told);
    }
    return true;
}

static void check_run(struct checker *checker, size_t rule, int date, const struct session *session,
                      const struct limits *limits, bool *told)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        const struct limit *limit = &limits->of[kind];
        if (limit->max == INT_MAX)
            continue;
        int value = limit_run_value(session, (enum limit_kind)kind);
        int least = value == UNKNOWN ? limit_run_least(session, (enum limit_kind)kind) : 0;
        if (value > limit->max || least > limit->max)
            add_passed_limit(checker, rule, date, (enum limit_kind)kind, known_value(value, least),
                             limit);
        else if (value == UNKNOWN)
            add_not_judged(checker, rule, date, session_field(checker, (enum limit_kind)kind), date,
                           told);
    }
}

static bool has_limited_run(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (limit_is_for(&day->sessions[i]))
            return true;
    return false;
}

static bool check_day_limits(struct checker *checker, size_t rule, size_t index, bool *told)
{
    struct limits limits;
    struct answer answer;
    const struct day *day = &current_week(checker)->days[index];
    bool is_limited = has_limited_run(day), is_mending = rule == checker->mending;
    if (!is_limited && !is_mending)
        return true;
    if (!rule_limit_day(checker->rules, rule, checker->week, index, &limits, &answer,
                        checker->error))
        return false;
    if (is_mending)
        checker->findings->bounds[checker->week].legs_mend[index] = answer.kind == ANSWER_GIVEN;
    if (is_limited && answer.kind == ANSWER_NOT_JUDGED)
        add_not_judged(checker, rule, day->date, answer.field, answer.date, told);
    for (size_t i = 0; i < day->session_count; i++)
        if (limit_is_for(&day->sessions[i]))
            check_run(checker, rule, day->date, &day->sessions[i], &limits, told);
    return true;
}

/* Whether the rule has anything to say of some kind of run on a day. */
static bool ask_any_kind(struct checker *checker, size_t rule, size_t index, bool *is_limited)
{
    *is_limited = false;
    for (enum session_kind kind = 0; kind < SESSION_KIND_COUNT && !*is_limited; kind++) {
        struct limits limits;
        struct answer answer;
        if (!session_kind_is_run(kind))
            continue;
        if (!rule_limit_session(checker->rules, rule, checker->week, index, kind, &limits, &answer,
                                checker->error))
            return false;
        *is_limited = answer.kind != ANSWER_NONE;
    }
    return true;
}

/* The limits for the kinds of the day's runs. */
static bool check_session_limits(struct checker *checker, size_t rule, size_t index, bool *told)
{
    const struct day *day = &current_week(checker)->days[index];
    if (!ruleset_has_hook(checker->rules, rule, HOOK_LIMIT_SESSION))
        return true;
    for (size_t i = 0; i < day->session_count; i++) {
        struct limits limits;
        struct answer answer;
        const struct session *session = &day->sessions[i];
        if (session->kind == SESSION_KIND_NONE) {
            bool is_limited;
            if (!ask_any_kind(checker, rule, index, &is_limited))
                return false;
            if (is_limited)
                add_not_judged(checker, rule, day->date, "session.kind", day->date, told);
            continue;
        }
        if (!limit_is_for(session))
            continue;
        if (!rule_limit_session(checker->rules, rule, checker->week, index, session->kind, &limits,
                                &answer, checker->error))
            return false;
        if (answer.kind == ANSWER_NOT_JUDGED)
            add_not_judged(checker, rule, day->date, answer.field, answer.date, told);
        check_run(checker, rule, day->date, session, &limits, told);
    }
    return true;
}

/* ---- permissions ---- */

static void note_answer(struct checker *checker, size_t rule, int date, const struct answer *answer,
                        bool *told)
{
    if (answer->kind == ANSWER_REFUSED)
        add_refusal(checker, rule, date, answer->because);
    else if (answer->kind == ANSWER_NOT_JUDGED)
        add_not_judged(checker, rule, date, answer->field, answer->date, told);
}

static bool check_days(struct checker *checker, size_t rule)
{
    bool limits_told = false, kinds_told = false, allow_told = false;
    for (size_t day = 0; day < DAYS_PER_WEEK; day++) {
        struct answer answer;
        if (!check_day_limits(checker, rule, day, &limits_told) ||
            !check_session_limits(checker, rule, day, &kinds_told) ||
            !rule_allow(checker->rules, rule, checker->week, day, &answer, checker->error))
            return false;
        note_answer(checker, rule, current_week(checker)->days[day].date, &answer, &allow_told);
    }
    return true;
}

static bool check_whole_week(struct checker *checker, size_t rule)
{
    struct answer answer;
    bool told = false;
    if (!rule_allow_week(checker->rules, rule, checker->week, &answer, checker->error))
        return false;
    note_answer(checker, rule, NO_DATE, &answer, &told);
    return true;
}

/* Rules cannot see each other, so their order within a week is ours. */
static bool check_week(struct checker *checker, size_t rule)
{
    return check_week_limits(checker, rule) &&
           (is_left_out(checker, rule) ||
            (check_days(checker, rule) && check_whole_week(checker, rule)));
}

/* ---- the whole plan ---- */

/* By date, and as they were found within a day; findings come nearly sorted. */
static void sort_by_date(struct findings *findings)
{
    for (size_t i = 1; i < findings->count; i++) {
        struct finding moved = findings->items[i];
        size_t at = i;
        for (; at > 0 && findings->items[at - 1].date > moved.date; at--)
            findings->items[at] = findings->items[at - 1];
        findings->items[at] = moved;
    }
}

static void report_off(struct checker *checker, size_t rule)
{
    if (ruleset_info(checker->rules, rule)->off)
        add_finding(checker, rule,
                    (struct finding){.status = FINDING_OFF,
                                     .date = NO_DATE,
                                     .value = UNKNOWN,
                                     .limit = UNKNOWN,
                                     .limit_kind = LIMIT_KIND_COUNT,
                                     .text = "the rule is switched off"});
}

/* One rule after the other; the week's bound is the tightest of theirs. */
static bool check_week_rules(struct checker *checker, size_t first, size_t end)
{
    int *most = &checker->findings->bounds[checker->week].distance_most;
    *most = INT_MAX;
    for (size_t rule = first; rule < end; rule++)
        if (!(checker->ends_at_breach && is_left_out(checker, rule)) && !check_week(checker, rule))
            return false;
    if (*most == INT_MAX)
        *most = UNKNOWN;
    return true;
}

/* From the checker's week on. */
static bool check_weeks(struct checker *checker, size_t first, size_t end)
{
    struct findings *findings = checker->findings;
    size_t weeks = checker->plan->week_count;
    struct bounds *bounds = arena_array(checker->arena, weeks, sizeof *bounds);
    *findings = (struct findings){.kept = true, .bounds = bounds};
    checker->mending = ruleset_find(checker->rules, MENDING_RULE);
    bool done = true;
    for (; done && checker->week < weeks && checker->week <= checker->last_week &&
           (findings->kept || !checker->ends_at_breach);
         checker->week++)
        done = check_week_rules(checker, first, end);
    return done;
}

/* The rules from `first` to before `end`. */
static bool check_rules(struct checker *checker, size_t first, size_t end)
{
    bool done = check_weeks(checker, first, end);
    for (size_t rule = first; rule < end; rule++)
        report_off(checker, rule);
    sort_by_date(checker->findings);
    return done;
}

/* Of all its weeks, and every rule. */
static struct checker checker_of_plan(struct ruleset *rules, const struct plan *plan,
                                      struct arena *arena, struct findings *findings,
                                      struct error *error)
{
    return (struct checker){.rules = rules,
                            .plan = plan,
                            .arena = arena,
                            .findings = findings,
                            .last_week = SIZE_MAX,
                            .error = error};
}

bool check_plan(struct ruleset *rules, const struct plan *plan, struct arena *arena,
                struct findings *findings, struct error *error)
{
    struct checker checker = checker_of_plan(rules, plan, arena, findings, error);
    return check_rules(&checker, 0, ruleset_count(rules));
}

bool check_must_rules(struct ruleset *rules, const struct plan *plan, struct arena *arena,
                      struct findings *findings, struct error *error)
{
    struct checker checker = checker_of_plan(rules, plan, arena, findings, error);
    checker.must_only = true;
    return check_rules(&checker, 0, ruleset_count(rules));
}

bool check_rule(struct ruleset *rules, size_t rule, const struct plan *plan, struct arena *arena,
                struct findings *findings, struct error *error)
{
    struct checker checker = checker_of_plan(rules, plan, arena, findings, error);
    return check_rules(&checker, rule, rule + 1);
}

/* The must rules of the weeks from one to another, up to the first breach. */
static bool check_until_breach(struct ruleset *rules, const struct plan *plan, size_t week,
                               size_t last_week, struct arena *arena, struct findings *findings,
                               struct error *error)
{
    struct checker checker = checker_of_plan(rules, plan, arena, findings, error);
    checker.week = week;
    checker.last_week = last_week;
    checker.must_only = checker.ends_at_breach = true;
    bool done = check_weeks(&checker, 0, ruleset_count(rules));
    sort_by_date(findings);
    return done;
}

bool check_must_rules_from(struct ruleset *rules, const struct plan *plan, size_t week,
                           struct arena *arena, struct findings *findings, struct error *error)
{
    return check_until_breach(rules, plan, week, SIZE_MAX, arena, findings, error);
}

bool check_must_rules_of_week(struct ruleset *rules, const struct plan *plan, size_t week,
                              struct arena *arena, struct findings *findings, struct error *error)
{
    return check_until_breach(rules, plan, week, week, arena, findings, error);
}

bool finding_is_breach(const struct finding *finding)
{
    return finding->status == FINDING_BROKEN || finding->status == FINDING_GAVE_WAY;
}

bool findings_break_week(const struct findings *findings, const char *rule, int week)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding_is_breach(finding) && finding->week == week && strcmp(finding->rule, rule) == 0)
            return true;
    }
    return false;
}

void check_note_bounds(const struct findings *findings, struct plan *plan)
{
    for (size_t week = 0; week < plan->week_count; week++) {
        plan->weeks[week].distance_most = findings->bounds[week].distance_most;
        for (size_t day = 0; day < DAYS_PER_WEEK; day++)
            plan->weeks[week].days[day].legs_mend = findings->bounds[week].legs_mend[day];
    }
}
