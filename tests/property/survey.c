/* Survey: counts, medians and shares. */
#include "survey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/setup.h"
#include "base/memory.h"

#define ENOUGH_WEEKS         12 /* of plans whose fullness is judged */
#define MUCH_NET_DESCENT_M   200
#define LEAST_UPHILL         2
#define LEAST_DOWNHILL       3
#define REFUSED_MOST_PERCENT 3
#define UPHILL_PERCENT       94
#define DOWNHILL_PERCENT     50
#define PEAK_DESCENT_PERCENT 70 /* ... of the runners with downhill sessions */
#define EARLIEST_DAYS        14 /* before the race: the biggest descent */
#define LATEST_DAYS          28
#define OWN_DAY_PERCENT      80 /* ... of the long runs are on the runner's day for them */
#define LEAST_ASKED          30 /* runners; a share of fewer is chance */
#define RUNNING_PERCENT      97
#define PEAK_PERCENT         90 /* of what the limits allow, */
#define PEAK_RUNNERS_PERCENT 67 /* ... reached by so many */
#define MOST_WEEK_ROWS       64
#define MOST_SHOWN_OF_A_RULE 5
#define MOST_NAMED           8 /* runners, to look at with --show */

struct survey {
    const struct outcome *outcomes;
    size_t count;
};

static bool is_planned(const struct outcome *outcome)
{
    return outcome->state == OUTCOME_PLANNED;
}

/* An empty week keeps every rule, and is no training. */
static int runs_every_week(const struct outcome *outcome)
{
    return is_planned(outcome) ? outcome->fullness.empty_weeks == 0 : -1;
}

static bool is_roomy(const struct outcome *outcome)
{
    return is_planned(outcome) && !outcome->is_beginner &&
           outcome->fullness.training_weeks >= ENOUGH_WEEKS && outcome->hills_at_hand;
}

static int holds_uphill(const struct outcome *outcome)
{
    return is_roomy(outcome) ? outcome->fullness.uphill >= LEAST_UPHILL : -1;
}

static int holds_downhill(const struct outcome *outcome)
{
    if (!is_roomy(outcome) || !outcome->descents_at_hand ||
        outcome->net_descent_m < MUCH_NET_DESCENT_M)
        return -1;
    return outcome->fullness.downhill_steps >= LEAST_DOWNHILL;
}

/* The biggest descent is close to the race, and not too close. */
static int peaks_in_time(const struct outcome *outcome)
{
    int days = outcome->fullness.peak_descent_days;
    if (holds_downhill(outcome) != 1)
        return -1;
    return days >= EARLIEST_DAYS && days <= LATEST_DAYS;
}

static int keeps_long_run_day(const struct outcome *outcome)
{
    const struct fullness *fullness = &outcome->fullness;
    if (!is_planned(outcome) || fullness->long_runs == 0)
        return -1;
    return fullness->own_day_long_runs * 100 >= fullness->long_runs * OWN_DAY_PERCENT;
}

static int peak_percent(const struct outcome *outcome)
{
    const struct fullness *fullness = &outcome->fullness;
    return scale_floor(fullness->peak, 100, fullness->allowed > 0 ? fullness->allowed : 1);
}

static int reaches_peak(const struct outcome *outcome)
{
    if (!is_roomy(outcome) || outcome->fullness.asked <= outcome->fullness.allowed)
        return -1;
    return peak_percent(outcome) >= PEAK_PERCENT;
}

/* Names some of the runners whose answer is no. */
static void print_those_without(const struct survey *survey, int (*is_so)(const struct outcome *))
{
    size_t named = 0;
    for (size_t i = 0; i < survey->count && named < MOST_NAMED; i++)
        if (is_so(&survey->outcomes[i]) == 0)
            printf("%s %zu", named++ ? "," : "    not so: runner", i);
    if (named)
        printf("\n");
}

/* Prints the share of yes (1) among the answers, and judges it if they are enough to tell; runners
 * who aren't asked give -1. */
static void print_share(const struct survey *survey, struct survey_result *result, const char *what,
                        int (*is_so)(const struct outcome *), int percent)
{
    size_t asked = 0, yes = 0;
    for (size_t i = 0; i < survey->count; i++) {
        int answer = is_so(&survey->outcomes[i]);
        asked += answer >= 0;
        yes += answer > 0;
    }
    bool is_judged = asked >= LEAST_ASKED, is_missed = yes * 100 < asked * (size_t)percent;
    printf("%-62s %5zu of %5zu  %5.1f %% (at least %d)%s\n", what, yes, asked,
           asked ? 100.0 * (double)yes / (double)asked : 100.0, percent,
           !is_judged  ? "  not judged: too few"
           : is_missed ? "  MISSED"
                       : "");
    print_those_without(survey, is_so);
    result->reached += is_judged && !is_missed;
    result->missed += is_judged && is_missed;
    result->unjudged += !is_judged;
}

static int by_value(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static double quantile(double *values, size_t count, int percent)
{
    qsort(values, count, sizeof *values, by_value);
    return count ? values[(count - 1) * (size_t)percent / 100] : 0;
}

/* --- refusals and failures ------------------------------------------------------------------- */

/* The rule that a refusal names first, or "other". */
static const char *refusing_rule(const struct ruleset *rules, const char *message)
{
    const char *first = NULL, *name = "other";
    for (size_t rule = 0; rule < ruleset_count(rules); rule++) {
        const char *id = ruleset_info(rules, rule)->id, *at = strstr(message, id);
        if (at && (!first || at < first)) {
            first = at;
            name = id;
        }
    }
    return name;
}

static void print_refusals_of(const struct survey *survey, const struct ruleset *rules,
                              const char *rule)
{
    size_t count = 0, shown = 0;
    for (size_t i = 0; i < survey->count; i++)
        count += survey->outcomes[i].state == OUTCOME_REFUSED &&
                 strcmp(refusing_rule(rules, survey->outcomes[i].message), rule) == 0;
    if (count == 0)
        return;
    printf("  %s: %zu\n", rule, count);
    for (size_t i = 0; i < survey->count && shown < MOST_SHOWN_OF_A_RULE; i++) {
        const struct outcome *outcome = &survey->outcomes[i];
        if (outcome->state != OUTCOME_REFUSED ||
            strcmp(refusing_rule(rules, outcome->message), rule) != 0)
            continue;
        printf("    runner %zu: %s\n", i, outcome->message);
        shown++;
    }
}

static bool print_refusals(const struct survey *survey, const struct ruleset *rules)
{
    size_t refused = 0, failed = 0;
    for (size_t i = 0; i < survey->count; i++) {
        const struct outcome *outcome = &survey->outcomes[i];
        refused += outcome->state == OUTCOME_REFUSED;
        failed += outcome->state == OUTCOME_FAILED;
        if (outcome->state == OUTCOME_FAILED)
            printf("FAILED runner %zu: %s\n", i, outcome->message);
    }
    bool missed = refused * 100 > survey->count * REFUSED_MOST_PERCENT;
    printf("%zu runners: %zu planned, %zu refused (%.1f %%, at most %d)%s, %zu failed\n",
           survey->count, survey->count - refused - failed, refused,
           100.0 * (double)refused / (double)survey->count, REFUSED_MOST_PERCENT,
           missed ? "  MISSED" : "", failed);
    for (size_t rule = 0; rule < ruleset_count(rules); rule++)
        print_refusals_of(survey, rules, ruleset_info(rules, rule)->id);
    print_refusals_of(survey, rules, "other");
    return missed;
}

/* --- the rest -------------------------------------------------------------------------------- */

static void print_give_ways(const struct survey *survey, const struct ruleset *rules)
{
    printf("rules that gave way (times; plans):\n");
    for (size_t rule = 0; rule < ruleset_count(rules) && rule < MOST_RULES; rule++) {
        size_t times = 0, plans = 0;
        for (size_t i = 0; i < survey->count; i++) {
            times += (size_t)survey->outcomes[i].give_ways[rule];
            plans += survey->outcomes[i].give_ways[rule] > 0;
        }
        if (times > 0)
            printf("  %-24s %6zu %6zu\n", ruleset_info(rules, rule)->id, times, plans);
    }
}

static void print_times(const struct survey *survey)
{
    double *times = memory_new((survey->count + 1) * sizeof *times);
    size_t slowest = 0;
    printf("processor time to plan, ms (median, 99th percentile, most):\n");
    for (int weeks = 0; weeks < MOST_WEEK_ROWS; weeks++) {
        size_t count = 0;
        for (size_t i = 0; i < survey->count; i++) {
            const struct outcome *outcome = &survey->outcomes[i];
            if (is_planned(outcome) && (weeks == 0 || outcome->weeks == weeks))
                times[count++] = outcome->seconds * 1000;
        }
        if (count == 0)
            continue;
        double median = quantile(times, count, 50);
        char label[24] = "all";
        if (weeks)
            snprintf(label, sizeof label, "%d weeks", weeks);
        printf("  %-9s %6zu plans %8.1f %8.1f %8.1f\n", label, count, median,
               quantile(times, count, 99), times[count - 1]);
    }
    for (size_t i = 0; i < survey->count; i++)
        if (survey->outcomes[i].seconds > survey->outcomes[slowest].seconds)
            slowest = i;
    printf("  slowest: runner %zu\n", slowest);
    free(times);
}

static void print_peaks(const struct survey *survey)
{
    double *percents = memory_new((survey->count + 1) * sizeof *percents);
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        if (reaches_peak(&survey->outcomes[i]) >= 0)
            percents[count++] = peak_percent(&survey->outcomes[i]);
    double tenth = quantile(percents, count, 10);
    printf("peak week in %% of what the limits allow: 10th percentile %.0f, median %.0f\n", tenth,
           quantile(percents, count, 50));
    free(percents);
}

static void print_verdicts(const struct survey *survey)
{
    size_t counts[VERDICT_LEVEL_COUNT] = {0};
    for (size_t i = 0; i < survey->count; i++)
        if (is_planned(&survey->outcomes[i]))
            counts[survey->outcomes[i].verdict]++;
    printf("verdicts:");
    for (int level = 0; level < VERDICT_LEVEL_COUNT; level++)
        printf(" %s %zu", verdict_level_name((enum verdict_level)level), counts[level]);
    printf("\n");
}

struct survey_result survey_print(const struct outcome *outcomes, size_t count)
{
    struct survey survey = {outcomes, count};
    struct survey_result result = {0};
    struct error error;
    error_init(&error);
    struct ruleset *rules = setup_built_in_rules(&error);
    if (rules) {
        result.too_many_refused = print_refusals(&survey, rules);
        print_give_ways(&survey, rules);
    }
    print_times(&survey);
    print_verdicts(&survey);
    print_peaks(&survey);
    print_share(&survey, &result, "plans without empty weeks (can run, and doesn't)",
                runs_every_week, RUNNING_PERCENT);
    print_share(&survey, &result, "80 % of the long runs on the runner's own day",
                keeps_long_run_day, OWN_DAY_PERCENT);
    printf("plans of %d weeks or more, with hills at hand:\n", ENOUGH_WEEKS);
    print_share(&survey, &result, "  hold uphill sessions", holds_uphill, UPHILL_PERCENT);
    print_share(&survey, &result, "  race descends 200 m net: 3 growing downhill sessions",
                holds_downhill, DOWNHILL_PERCENT);
    print_share(&survey, &result, "  ... the biggest descent 14 to 28 days before the race",
                peaks_in_time, PEAK_DESCENT_PERCENT);
    print_share(&survey, &result, "  template asks for more: peak >= 90 % of what is allowed",
                reaches_peak, PEAK_RUNNERS_PERCENT);
    ruleset_free(rules);
    error_release(&error);
    return result;
}
