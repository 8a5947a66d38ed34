/* Cut weeks: what a rule of the runner's own takes from them. */
#include "rules/cuts.h"

#include "model/plan_fields.h"
#include "rules/limits.h"

/* A week that falls short by less is rounded, not cut. */
#define WHOLE_PERCENT 97

/* The shortest runs that a rule could tell apart. */
#define PROBE_M 3000
#define PROBE_S (20 * 60)

static const struct {
    enum session_kind kind;
    enum effort effort;
} probes[] = {
    {SESSION_EASY, EFFORT_EASY},        {SESSION_LONG, EFFORT_EASY},
    {SESSION_STRIDES, EFFORT_MODERATE}, {SESSION_INTERVALS, EFFORT_HARD},
    {SESSION_RUN_WALK, EFFORT_EASY},
};

static struct session make_probe(const struct plan *plan, size_t probe)
{
    struct session run = session_unknown();
    run.kind = probes[probe].kind;
    run.effort = probes[probe].effort;
    run.terrain = TERRAIN_FLAT;
    run.distance = distance_from_m(PROBE_M, plan->units);
    run.duration_s = PROBE_S;
    run.climb_m = run.descent_m = 0;
    return run;
}

struct session cut_probe(const struct plan *plan)
{
    return make_probe(plan, 0);
}

bool cut_refuses_day(struct ruleset *rules, size_t rule, struct plan *plan, size_t week, size_t day,
                     struct answer *answer, struct error *error)
{
    struct day *here = &plan->weeks[week].days[day], kept = *here;
    bool done = true;
    *answer = (struct answer){.kind = ANSWER_REFUSED};
    for (size_t i = 0; i < sizeof probes / sizeof *probes && answer->kind == ANSWER_REFUSED && done;
         i++) {
        struct session run = make_probe(plan, i);
        here->sessions = &run;
        here->session_count = 1;
        done = rule_allow(rules, rule, week, day, answer, error);
        *here = kept;
    }
    return done;
}

/* --- whether a rule binds a week ------------------------------------------------------------- */

struct cutting {
    struct ruleset *rules;
    struct plan *plan;
    size_t week, rule;
    int target;
    struct error *error;
};

static bool is_own_rule(const struct cutting *cutting)
{
    const struct rule_info *info = ruleset_info(cutting->rules, cutting->rule);
    return info->origin == RULE_CUSTOM && !info->off;
}

static bool limits_week(const struct cutting *cutting, bool *binds)
{
    struct limits limits;
    struct answer answer;
    if (!rule_limit_week(cutting->rules, cutting->rule, cutting->week, &limits, &answer,
                         cutting->error))
        return false;
    const struct week *week = &cutting->plan->weeks[cutting->week];
    int distance = plan_week_distance(week), now;
    if (answer.kind != ANSWER_GIVEN)
        return true;
    now = week_sum(week, DAYS_PER_WEEK, QUANTITY_DURATION_S, NULL);
    *binds = limits.of[LIMIT_DISTANCE].max < cutting->target ||
             (now != UNKNOWN && distance > 0 && limits.of[LIMIT_DURATION_S].max != INT_MAX &&
              limits.of[LIMIT_DURATION_S].max < scale_floor(now, cutting->target, distance));
    return true;
}

/* Whether a run on a day without one is refused, on that day or on one that follows. */
static bool refuses_run(const struct cutting *cutting, size_t day, bool *binds)
{
    struct week *week = &cutting->plan->weeks[cutting->week];
    struct day kept = week->days[day];
    struct session run = cut_probe(cutting->plan);
    struct answer answer = {.kind = ANSWER_NONE};
    bool done = true;
    if (kept.session_count > 0 || !week_preferences_can_run(&cutting->plan->preferences, kept.date))
        return true;
    week->days[day].sessions = &run;
    week->days[day].session_count = 1;
    for (size_t d = day; d < DAYS_PER_WEEK && done && answer.kind != ANSWER_REFUSED; d++)
        done = rule_allow(cutting->rules, cutting->rule, cutting->week, d, &answer, cutting->error);
    week->days[day] = kept;
    *binds = answer.kind == ANSWER_REFUSED;
    return done;
}

static int longer(int value, int target, int distance)
{
    return value == UNKNOWN ? UNKNOWN : scale_floor(value, target, distance);
}

/* Whether the same runs are refused where they are as long as the week would have been. */
static bool refuses_longer(const struct cutting *cutting, bool *binds)
{
    struct week *week = &cutting->plan->weeks[cutting->week], kept = *week;
    struct session runs[DAYS_PER_WEEK][MOST_SESSIONS];
    int distance = plan_week_distance(week);
    struct answer answer;
    if (distance <= 0)
        return true;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        struct day *day = &week->days[d];
        for (size_t i = 0; i < day->session_count && i < MOST_SESSIONS; i++) {
            struct session *run = &runs[d][i];
            *run = day->sessions[i];
            if (!limit_is_for(run))
                continue;
            run->distance = longer(run->distance, cutting->target, distance);
            run->duration_s = longer(run->duration_s, cutting->target, distance);
        }
        day->sessions = runs[d];
        if (day->session_count > MOST_SESSIONS)
            day->session_count = MOST_SESSIONS;
    }
    bool done =
        rule_allow_week(cutting->rules, cutting->rule, cutting->week, &answer, cutting->error);
    *week = kept;
    *binds = answer.kind == ANSWER_REFUSED;
    return done;
}

static bool ask_binds(const struct cutting *cutting, bool *binds)
{
    *binds = false;
    bool done = !ruleset_has_hook(cutting->rules, cutting->rule, HOOK_LIMIT_WEEK) ||
                limits_week(cutting, binds);
    bool has_allow = ruleset_has_hook(cutting->rules, cutting->rule, HOOK_ALLOW);
    for (size_t day = 0; has_allow && day < DAYS_PER_WEEK && done && !*binds; day++)
        done = refuses_run(cutting, day, binds);
    if (done && !*binds && ruleset_has_hook(cutting->rules, cutting->rule, HOOK_ALLOW_WEEK))
        done = refuses_longer(cutting, binds);
    return done;
}

/* The most that the built-in rules allow the week. */
static bool ask_most(const struct cutting *cutting, int *most)
{
    *most = INT_MAX;
    for (size_t rule = 0; rule < ruleset_count(cutting->rules); rule++) {
        const struct rule_info *info = ruleset_info(cutting->rules, rule);
        struct limits limits;
        struct answer answer;
        if (info->origin != RULE_BUILT_IN || info->off ||
            !ruleset_has_hook(cutting->rules, rule, HOOK_LIMIT_WEEK))
            continue;
        if (!rule_limit_week(cutting->rules, rule, cutting->week, &limits, &answer, cutting->error))
            return false;
        if (answer.kind == ANSWER_GIVEN && limits.of[LIMIT_DISTANCE].max < *most)
            *most = limits.of[LIMIT_DISTANCE].max;
    }
    return true;
}

/* --- in a plan that is being made ------------------------------------------------------------ */

bool cut_note(struct ruleset *rules, struct plan *plan, size_t week, int target,
              const bool *suspended, struct error *error)
{
    struct cutting cutting = {.rules = rules, .plan = plan, .week = week, .error = error};
    struct week *here = &plan->weeks[week];
    int distance = plan_week_distance(here), most;
    bool has_own = false, binds = false;
    for (size_t rule = 0; rule < ruleset_count(rules); rule++)
        has_own = has_own || ruleset_info(rules, rule)->origin == RULE_CUSTOM;
    if (!has_own)
        return true;
    if (!ask_most(&cutting, &most))
        return false;
    cutting.target = most < target ? most : target;
    if (distance == UNKNOWN || distance >= scale_floor(cutting.target, WHOLE_PERCENT, 100))
        return true;
    for (size_t rule = 0; rule < ruleset_count(rules) && !binds; rule++) {
        cutting.rule = rule;
        if (suspended[rule] || !is_own_rule(&cutting))
            continue;
        if (!ask_binds(&cutting, &binds))
            return false;
        if (binds)
            here->cut = (struct week_cut){arena_strdup(plan->arena, ruleset_info(rules, rule)->id),
                                          cutting.target};
    }
    return true;
}

/* --- in a plan that is read ------------------------------------------------------------------ */

static bool settle_week(struct cutting *cutting)
{
    struct week *week = &cutting->plan->weeks[cutting->week];
    const struct week_cut cut = week->cut;
    int most;
    bool binds = false;
    cutting->rule = ruleset_find(cutting->rules, cut.by);
    cutting->target = cut.target;
    week->cut = (struct week_cut){0}; /* no rule sees it of its own week */
    if (cutting->rule < ruleset_count(cutting->rules) && is_own_rule(cutting) &&
        (!ask_most(cutting, &most) || (cut.target <= most && !ask_binds(cutting, &binds))))
        return false;
    if (binds && plan_week_distance(week) < cut.target)
        week->cut = cut;
    else
        error_warn(cutting->error, NULL, 0, 0,
                   "week %d: the rule '%s' does not cut it; what follows is held against the week "
                   "as it is",
                   week->number, cut.by);
    return true;
}

bool cuts_settle(struct ruleset *rules, struct plan *plan, struct error *error)
{
    struct cutting cutting = {.rules = rules, .plan = plan, .error = error};
    for (; cutting.week < plan->week_count; cutting.week++)
        if (plan->weeks[cutting.week].cut.by && !settle_week(&cutting))
            return false;
    return true;
}
