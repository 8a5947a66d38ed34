/* Cost: two plans of one runner, up to the race. */
#include "planner/cost.h"

#include "words/message.h"

/* Less than so much of the biggest week or of the longest run is no cost worth a word. */
#define LEAST_PERCENT 2

static size_t race_week(const struct plan *plan)
{
    return plan_week_index(plan, plan->race.date);
}

static int count_hard_days(const struct plan *plan)
{
    int count = 0;
    for (size_t w = 0; w <= race_week(plan); w++)
        count += week_hard_day_count(&plan->weeks[w], DAYS_PER_WEEK, NULL);
    return count;
}

static bool has_long_run(const struct week *week)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (week->days[d].sessions[i].kind == SESSION_LONG)
                return true;
    return false;
}

/* Weeks whose long run is missing. */
static int count_lost_long_runs(const struct plan *plan, const struct plan *without)
{
    int count = 0;
    for (size_t w = 0; w <= race_week(plan) && w < without->week_count; w++)
        count += has_long_run(&without->weeks[w]) && !has_long_run(&plan->weeks[w]);
    return count;
}

/* What is missing of `whole`, where it is worth a word. */
static int missing(int is, int whole)
{
    return is < scale_floor(whole, 100 - LEAST_PERCENT, 100) ? whole - is : 0;
}

static struct plan_cost cost_between(const struct plan *plan, const struct plan *without)
{
    return (struct plan_cost){
        .peak = missing(plan->verdict.peak, without->verdict.peak),
        .longest = missing(plan->verdict.longest, without->verdict.longest),
        .hard_days = larger_of(count_hard_days(without) - count_hard_days(plan), 0),
        .weeks = count_lost_long_runs(plan, without),
    };
}

bool cost_is_paid(const struct plan *plan, const struct plan *without)
{
    const struct plan_cost cost = cost_between(plan, without);
    return cost.peak > 0 || cost.longest > 0 || cost.hard_days > 0 || cost.weeks > 0;
}

void cost_add(struct plan *plan, const struct plan *without, const char *rule)
{
    struct plan_cost *costs = arena_array(plan->arena, plan->cost_count + 1, sizeof *costs);
    for (size_t i = 0; i < plan->cost_count; i++)
        costs[i] = plan->costs[i];
    costs[plan->cost_count] = cost_between(plan, without);
    costs[plan->cost_count++].rule = rule ? arena_strdup(plan->arena, rule) : NULL;
    plan->costs = costs;
}

/* "Without {my-rule} the biggest week would be {74 km}, the longest run {25 km}, with {18} hard
   days." */
static const char *without_words(const struct plan *plan, const struct plan_cost *cost)
{
    char marks[3][MARK_SIZE];
    const char *peak = mark_distance(plan->verdict.peak + cost->peak, plan->units, marks[0]);
    const char *longest =
        mark_distance(plan->verdict.longest + cost->longest, plan->units, marks[1]);
    const char *hard = mark_count(count_hard_days(plan) + cost->hard_days, marks[2]);
    if (cost->rule)
        return arena_printf(plan->arena,
                            "Without the rule %s the biggest week would be %s, the longest run %s, "
                            "with %s hard days.",
                            mark_name(plan->arena, cost->rule), peak, longest, hard);
    return arena_printf(plan->arena,
                        "Without rules and settings of your own the biggest week would be %s, the "
                        "longest run %s, with %s hard days.",
                        peak, longest, hard);
}

static const char *weeks_words(const struct plan *plan, const struct plan_cost *cost)
{
    char mark[MARK_SIZE];
    return cost->weeks > 0 ? arena_printf(plan->arena, "The long run is missing in %s weeks.",
                                          mark_count(cost->weeks, mark))
                           : NULL;
}

const char *cost_message(const struct plan *plan)
{
    const char *text = NULL;
    for (size_t i = 0; i < plan->cost_count; i++) {
        const char *const sentences[] = {
            text,
            without_words(plan, &plan->costs[i]),
            weeks_words(plan, &plan->costs[i]),
        };
        text = words_join(plan->arena, " ", sentences, sizeof sentences / sizeof *sentences);
    }
    return text;
}

void cost_tell(struct plan *plan)
{
    const char *const texts[] = {plan->verdict.text, cost_message(plan)};
    plan->verdict.text = words_join(plan->arena, " ", texts, sizeof texts / sizeof *texts);
}
