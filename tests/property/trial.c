/* Trial: plan, write, plan again, read back, judge twice. */
#include "trial.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "app/setup.h"
#include "files/plan_file.h"
#include "files/profile_file.h"
#include "messages.h"
#include "oracle.h"
#include "planner/planner.h"
#include "rules/check.h"
#include "runner.h"

#define MESSAGES_EVERY  10 /* runner that is planned; each takes as long as its planning */
#define NO_OPTION       0  /* nothing is given on a command line here */
#define BEGINNER_M      10000
#define NEARLY_PERCENT  95  /* of the wished distance: a week with less says so */
#define LEAST_DESCENT_M 300 /* in one run, for downhill sessions to grow */

/* One planning of a runner. */
struct planning {
    struct profile *profile;
    struct session_library *library;
    struct training_template *training_template;
    struct ruleset *rules;
    struct plan *plan; /* NULL: refused, or failed */
    struct text yaml;
    struct error error;
    double seconds;
};

__attribute__((format(printf, 2, 3))) static void fail(struct outcome *outcome, const char *format,
                                                       ...)
{
    va_list arguments;
    if (outcome->state == OUTCOME_FAILED)
        return; /* the first failure tells most */
    outcome->state = OUTCOME_FAILED;
    va_start(arguments, format);
    vsnprintf(outcome->message, sizeof outcome->message, format, arguments);
    va_end(arguments);
}

static const char *first_message(const struct error *error)
{
    for (size_t i = 0; i < error->count; i++)
        if (!error->messages[i].is_warning)
            return error->messages[i].text;
    return "";
}

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void make_plan(struct planning *planning, const char *path)
{
    static const struct arguments no_arguments;
    struct error *error = &planning->error;
    error_init(error);
    script_budget_renew(SCRIPT_SECONDS);
    planning->profile = profile_read(path, error);
    if (!planning->profile ||
        !setup_templates(planning->profile, &planning->library, &planning->training_template,
                         error) ||
        !(planning->rules = setup_built_in_rules(error)) ||
        !setup_profile_rules(planning->rules, planning->profile, planning->training_template,
                             &no_arguments, NO_OPTION, error))
        return;
    struct planner_input input = {
        .profile = planning->profile,
        .start = planning->profile->start,
        .training_template = planning->training_template,
        .rules = planning->rules,
    };
    double begin = processor_seconds();
    planning->plan = planner_make_plan(&input, error);
    planning->seconds = processor_seconds() - begin;
    if (planning->plan)
        plan_write_yaml(planning->plan, &planning->yaml, error);
}

static void planning_release(struct planning *planning)
{
    plan_free(planning->plan);
    ruleset_free(planning->rules);
    training_template_free(planning->training_template);
    session_library_free(planning->library);
    profile_free(planning->profile);
    text_release(&planning->yaml);
    error_release(&planning->error);
}

/* --- what must hold of a plan ---------------------------------------------------------------- */

static bool add(int value, long long *sum)
{
    *sum += value == UNKNOWN ? 0 : value;
    return value != UNKNOWN;
}

/* Sums as the document states them: by adding up the days of the plan that was read back. */
static void judge_sums(const struct plan *plan, struct outcome *outcome)
{
    for (size_t w = 0; w < plan->week_count; w++) {
        const struct week *week = &plan->weeks[w];
        long long distance = 0, climb = 0, descent = 0;
        if (week->number != (int)w + 1 || week->start != plan->weeks[0].start + 7 * (int)w)
            fail(outcome, "week %zu has number %d, or a start out of line", w + 1, week->number);
        for (int d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &week->days[d];
            if (day->date != week->start + d)
                fail(outcome, "week %zu: day %d has another date", w + 1, d + 1);
            for (size_t i = 0; i < day->session_count; i++) {
                const struct session *session = &day->sessions[i];
                if (session_is_run(session) && session->kind != SESSION_RACE &&
                    !(add(session->distance, &distance) && add(session->climb_m, &climb) &&
                      add(session->descent_m, &descent)))
                    fail(outcome, "week %zu: a run lacks distance, climb or descent", w + 1);
            }
        }
        if (week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, NULL) != distance ||
            week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL) != climb ||
            week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL) != descent)
            fail(outcome, "week %zu: its days don't add up to it", w + 1);
    }
}

static void judge_by_oracle(const struct plan *plan, struct outcome *outcome)
{
    struct breach breach;
    if (oracle_judge(plan, &breach, 1) > 0)
        fail(outcome, "the oracle: %s, week %d: %s", breach.rule, breach.week, breach.text);
}

static void judge_by_checker(struct plan *plan, struct outcome *outcome)
{
    static const struct arguments no_arguments;
    struct error error;
    struct findings findings;
    error_init(&error);
    struct ruleset *rules = setup_plan_rules(plan, &no_arguments, NO_OPTION, &error);
    if (!rules || !check_plan(rules, plan, plan->arena, &findings, &error))
        fail(outcome, "the checker: %s", first_message(&error));
    for (size_t i = 0; !error_is_set(&error) && i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        if (finding->status == FINDING_NOT_JUDGED)
            fail(outcome, "the checker cannot judge %s in week %d: %s", finding->rule,
                 finding->week, finding->text);
        else if (finding->status == FINDING_BROKEN)
            fail(outcome, "the checker: %s, week %d: %s", finding->rule, finding->week,
                 finding->text);
    }
    ruleset_free(rules);
    error_release(&error);
}

static bool tells(const struct week *week, enum given_up what)
{
    for (size_t i = 0; i < week->gave_up_count; i++)
        if (week->gave_up[i].what == what)
            return true;
    return false;
}

/* A week tells what it lacks of a long run, of hard running, of distance, and nothing else. */
static void judge_given_up(const struct plan *plan, struct outcome *outcome)
{
    for (size_t w = 0; w < plan->week_count; w++) {
        const struct week *week = &plan->weeks[w];
        bool is_growing = (week->phase == PHASE_BUILD || week->phase == PHASE_PEAK) &&
                          (week->kind == WEEK_BUILD || week->kind == WEEK_HOLD);
        const bool lacks[GIVEN_UP_COUNT] = {
            [GIVEN_UP_LONG] = week_lacks(week, GIVEN_UP_LONG),
            [GIVEN_UP_QUALITY] = week_lacks(week, GIVEN_UP_QUALITY),
            [GIVEN_UP_DISTANCE] =
                !week_is_run_walk(week) &&
                plan_week_distance(week) < scale_floor(week->wished, NEARLY_PERCENT, 100),
        };
        static const enum given_up judged[] = {GIVEN_UP_LONG, GIVEN_UP_QUALITY, GIVEN_UP_DISTANCE};
        for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
            if (is_growing ? lacks[judged[i]] != tells(week, judged[i])
                           : !lacks[judged[i]] && tells(week, judged[i]))
                fail(outcome, "week %zu %s %s, and does not say so", w + 1,
                     lacks[judged[i]] ? "lacks" : "holds", given_up_name(judged[i]));
    }
}

/* The plan's messages, and those of a check of the plan with some of its runs made too hard. */
static void judge_messages(struct plan *plan, struct outcome *outcome)
{
    static const struct arguments no_arguments;
    struct error error;
    struct findings findings;
    error_init(&error);
    messages_spoil(plan);
    struct ruleset *rules = setup_plan_rules(plan, &no_arguments, NO_OPTION, &error);
    if (!rules || !check_plan(rules, plan, plan->arena, &findings, &error)) {
        fail(outcome, "the checker: %s", first_message(&error));
    } else {
        const char *wrong = messages_judge(plan, &findings);
        if (wrong)
            fail(outcome, "messages: %s", wrong);
    }
    ruleset_free(rules);
    error_release(&error);
}

/* The document alone is judged, as `hillplan check` would. */
static void judge_document(const struct planning *planning, bool with_messages,
                           struct outcome *outcome)
{
    struct error error;
    error_init(&error);
    struct plan *plan =
        plan_read_text("plan.yaml", planning->yaml.data, planning->yaml.length, &error);
    if (error.count > 0)
        fail(outcome, "reading the plan: %s", error.messages[0].text);
    if (plan) {
        judge_sums(plan, outcome);
        judge_by_oracle(plan, outcome);
        judge_by_checker(plan, outcome);
        if (with_messages)
            judge_messages(plan, outcome);
    }
    plan_free(plan);
    error_release(&error);
}

/* --- what must hold of a refusal ------------------------------------------------------------- */

static bool names_week(const char *message)
{
    for (const char *at = message; (at = strstr(at, "week ")); at++)
        if (isdigit((unsigned char)at[strlen("week ")]))
            return true;
    return false;
}

static bool names_rule(const char *message, const struct ruleset *rules)
{
    for (size_t rule = 0; rule < ruleset_count(rules); rule++)
        if (strstr(message, ruleset_info(rules, rule)->id))
            return true;
    return false;
}

/* A remedy stands behind a semicolon, and tells the runner to do something. */
static bool names_remedy(const char *message)
{
    static const char *const verbs[] = {"add ",   "change ", "choose ", "give ",
                                        "leave ", "lower ",  "move ",   "name ",
                                        "raise ", "set ",    "start ",  "switch "};
    const char *remedy = strrchr(message, ';');
    for (size_t i = 0; remedy && i < sizeof verbs / sizeof *verbs; i++)
        if (strstr(remedy, verbs[i]))
            return true;
    return false;
}

static void judge_refusal(const struct planning *planning, struct outcome *outcome)
{
    const char *message = first_message(&planning->error);
    if (planning->error.status != STATUS_NO_PLAN)
        fail(outcome, "status %d: %s", planning->error.status, message);
    else if (strstr(message, "mistake in hillplan"))
        fail(outcome, "%s", message);
    else if (!names_week(message) || !names_rule(message, planning->rules) ||
             !names_remedy(message))
        fail(outcome, "the refusal lacks its week, rule or remedy: %s", message);
    if (outcome->state == OUTCOME_FAILED)
        return;
    outcome->state = OUTCOME_REFUSED;
    snprintf(outcome->message, sizeof outcome->message, "%s", message);
}

/* --- the trial ------------------------------------------------------------------------------- */

static void describe_runner(const struct profile *profile, struct outcome *outcome)
{
    const struct race *race = &profile->race;
    const struct hills *hills = &profile->hills;
    outcome->weeks = (race->date - profile->start) / DAYS_PER_WEEK + 1;
    outcome->is_beginner =
        runner_mean_week(&profile->runner) < distance_from_m(BEGINNER_M, profile->units);
    outcome->hills_at_hand = hills->access == HILL_SET(HILLS_ANY);
    outcome->descents_at_hand = outcome->hills_at_hand && (hills->max_climb_m == UNKNOWN ||
                                                           hills->max_climb_m >= LEAST_DESCENT_M);
    outcome->net_descent_m = race->descent_m == UNKNOWN || race->climb_m == UNKNOWN
                                 ? UNKNOWN
                                 : race->descent_m - race->climb_m;
}

/* Bernstein's hash, as far as it goes. */
static void add_number(uint32_t *digest, int number)
{
    *digest = *digest * 33 + (uint32_t)number;
}

static void add_word(uint32_t *digest, const char *word)
{
    for (; word && *word; word++)
        add_number(digest, *word);
}

static void add_session(uint32_t *digest, const struct session *session)
{
    add_word(digest, session->session);
    const int numbers[] = {(int)session->kind, (int)session->effort, (int)session->terrain,
                           session->distance,  session->climb_m,     session->descent_m,
                           session->duration_s};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        add_number(digest, numbers[i]);
    for (size_t i = 0; i < session->reason_count; i++)
        add_word(digest, session->reasons[i].rule);
}

/* What is to be run, and which rules had a say; no wording. */
static uint32_t digest_of(const struct plan *plan)
{
    uint32_t digest = 5381;
    for (size_t i = 0; i < plan->week_count * DAYS_PER_WEEK; i++) {
        const struct day *day = &plan->weeks[i / DAYS_PER_WEEK].days[i % DAYS_PER_WEEK];
        add_number(&digest, day->date);
        for (size_t s = 0; s < day->session_count; s++)
            add_session(&digest, &day->sessions[s]);
    }
    return digest ? digest : 1;
}

static void describe_plan(const struct planning *planning, struct outcome *outcome)
{
    const struct plan *plan = planning->plan;
    outcome->state = OUTCOME_PLANNED;
    outcome->digest = digest_of(plan);
    outcome->verdict = plan->verdict.level;
    outcome->fullness = fullness_of(plan, planning->training_template);
    for (size_t i = 0; i < plan->exception_count; i++) {
        size_t rule = ruleset_find(planning->rules, plan->exceptions[i].rule);
        if (rule < MOST_RULES)
            outcome->give_ways[rule]++;
    }
}

/* The same runner again must give the same plan, or the same refusal. */
static void judge_again(const struct planning *first, const char *path, struct outcome *outcome)
{
    struct planning second = {0};
    make_plan(&second, path);
    if (strcmp(text_string(&first->yaml), text_string(&second.yaml)) != 0 ||
        strcmp(first_message(&first->error), first_message(&second.error)) != 0)
        fail(outcome, "the second planning gave something else");
    planning_release(&second);
}

static bool write_profile(const char *path, const struct text *profile)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    bool done = fwrite(profile->data, 1, profile->length, file) == profile->length;
    return fclose(file) == 0 && done;
}

/* Plans runner `number` of the options; false if their profile can't be written. */
static bool plan_runner(struct planning *planning, const struct trial_options *options,
                        uint64_t number, const char *path)
{
    struct text profile = TEXT_INIT;
    runner_write(&profile, options->seed, number, options->with_beginners);
    bool is_written = write_profile(path, &profile);
    text_release(&profile);
    make_plan(planning, path);
    return is_written;
}

bool trial_plan(const struct trial_options *options, uint64_t number, const char *path,
                struct text *json)
{
    struct planning planning = {0};
    bool is_planned = plan_runner(&planning, options, number, path) && planning.plan &&
                      plan_write_json(planning.plan, json, &planning.error);
    planning_release(&planning);
    return is_planned;
}

void trial_run(const struct trial_options *options, uint64_t number, const char *path,
               struct outcome *outcome)
{
    struct planning planning = {0};
    if (!plan_runner(&planning, options, number, path))
        fail(outcome, "cannot write %s", path);
    outcome->seconds = planning.seconds;
    if (planning.profile)
        describe_runner(planning.profile, outcome);
    if (planning.plan) {
        describe_plan(&planning, outcome);
        judge_given_up(planning.plan, outcome);
        judge_document(&planning, number % MESSAGES_EVERY == 0, outcome);
    } else {
        judge_refusal(&planning, outcome);
    }
    if (!options->once)
        judge_again(&planning, path, outcome);
    planning_release(&planning);
}
