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

static void add_to_verdict(struct plan *plan, const char *sentence)
{
    const char *const texts[] = {plan->verdict.text, sentence};
    plan->verdict.text = words_join(plan->arena, " ", texts, sizeof texts / sizeof *texts);
}

void cost_tell(struct plan *plan)
{
    add_to_verdict(plan, cost_message(plan));
}

/* --- days off -------------------------------------------------------------------------------- */

int cost_days_off(const struct plan *plan, const struct forecast_shape *shape)
{
    int from = plan->race.date - shape->days_off_weeks * DAYS_PER_WEEK, count = 0;
    for (size_t i = 0; i < plan->break_count; i++) {
        const struct training_break *pause = &plan->breaks[i];
        int days = pause->last - pause->first + 1;
        if (days >= shape->days_off_least && pause->last >= from && pause->first < plan->race.date)
            count += days;
    }
    return count;
}

/* Whether a day was missed in a break whose loss is noted. */
static bool is_lost(const struct plan *plan, const struct day *day)
{
    for (size_t i = 0; i < plan->break_count; i++)
        if (plan->breaks[i].first <= day->date && day->date <= plan->breaks[i].last)
            return day->status == DAY_MISSED && plan->breaks[i].lost != UNKNOWN;
    return false;
}

static int distance_held(const struct plan *plan, const struct week *week)
{
    int sum = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        if (!is_lost(plan, &week->days[d]))
            sum += larger_of(day_sum(&week->days[d], QUANTITY_DISTANCE), 0);
    return sum;
}

/* What a plan knows of the loss of a break; 0 if it doesn't. */
static int known_loss(const struct plan *plan, const struct training_break *pause)
{
    for (size_t i = 0; i < plan->break_count; i++)
        if (plan->breaks[i].first == pause->first && plan->breaks[i].last == pause->last)
            return larger_of(plan->breaks[i].lost, 0);
    return 0;
}

/* The last of the plan's breaks that begins in a week or before it; else the first one. */
static size_t break_of_week(const struct plan *plan, const struct week *week)
{
    size_t found = 0;
    for (size_t i = 0; i < plan->break_count; i++)
        if (plan->breaks[i].first < week->start + DAYS_PER_WEEK)
            found = i;
    return found;
}

/* What a break gained is taken off the earlier ones' loss, so that the sum stays true. */
static void settle_gains(struct plan *plan)
{
    for (size_t i = plan->break_count; i-- > 0;) {
        struct training_break *pause = &plan->breaks[i];
        if (i > 0 && pause->lost < 0)
            pause[-1].lost += pause->lost;
        pause->lost = larger_of(pause->lost, 0);
    }
}

void cost_note_days_off(struct plan *plan, const struct plan *without)
{
    bool is_comparable = plan->race.date == without->race.date;
    if (plan->break_count == 0)
        return;
    for (size_t i = 0; i < plan->break_count; i++)
        plan->breaks[i].lost = known_loss(without, &plan->breaks[i]);
    for (size_t w = 0; is_comparable && w <= race_week(plan) && w < without->week_count; w++)
        plan->breaks[break_of_week(plan, &plan->weeks[w])].lost +=
            distance_held(without, &without->weeks[w]) - distance_held(plan, &plan->weeks[w]);
    settle_gains(plan);
}

/* "{10} days off cost {61.5 km} in all"; NULL where none did. */
static const char *lost_words(const struct plan *plan)
{
    int days = 0, lost = 0;
    char marks[2][MARK_SIZE];
    for (size_t i = 0; i < plan->break_count; i++) {
        const struct training_break *pause = &plan->breaks[i];
        int last = smaller_of(pause->last, plan->race.date - 1);
        days += pause->lost <= 0 ? 0 : last - pause->first + 1;
        lost += larger_of(pause->lost, 0);
    }
    return lost == 0
               ? NULL
               : arena_printf(plan->arena, "%s days off cost %s in all", mark_count(days, marks[0]),
                              mark_distance(lost, plan->units, marks[1]));
}

void cost_tell_loss(struct plan *plan)
{
    const char *lost = lost_words(plan);
    if (lost)
        add_to_verdict(plan, arena_printf(plan->arena, "%s.", lost));
}

void cost_tell_days_off(struct plan *plan, const struct plan *without)
{
    const struct verdict *whole = &without->verdict;
    const char *lost = lost_words(plan);
    char marks[2][MARK_SIZE];
    if (!lost)
        return;
    bool is_same = missing(plan->verdict.peak, whole->peak) == 0 &&
                   missing(plan->verdict.longest, whole->longest) == 0;
    add_to_verdict(
        plan,
        is_same
            ? arena_printf(plan->arena,
                           "%s; the biggest week and the longest run are as without them.", lost)
            : arena_printf(plan->arena,
                           "%s; without them the biggest week would be %s, the longest run "
                           "%s.",
                           lost, mark_distance(whole->peak, plan->units, marks[0]),
                           mark_distance(whole->longest, plan->units, marks[1])));
}
