/* Week refusals: the latest, and those of whole weeks. */
#include "planner/week_refusals.h"

#include <string.h>

/* So many arrangements refused by one rule in the same words are worth a look at quite other ones.
 */
#define SAME_REFUSALS 12

void refusals_note(struct week_search *search, int day, const struct refusal *refusal)
{
    struct placement *placement = search->placement;
    if (placement->found || day <= placement->last_refusal_day)
        return;
    placement->last_refusal_day = day;
    placement->last_refusal = *refusal;
    if (refusal->because)
        placement->last_refusal.because =
            arena_strdup(search->planner->plan->arena, refusal->because);
}

/* Orders of a week's runs that have little in common, neither neighbours nor days. */
static const struct order {
    int first; /* the day to begin with */
    int items[DAYS_PER_WEEK];
} orders[] = {
    {0, {0, 1, 2, 3, 4, 5, 6}},
    {3, {6, 5, 4, 3, 2, 1, 0}},
    {6, {3, 0, 4, 1, 5, 2, 6}},
    {4, {2, 5, 0, 3, 6, 1, 4}},
};

/* Spreads the runs over those days in that order; races stay. */
static void spread_runs(struct week_search *search, unsigned days, const struct order *order)
{
    const struct item *items = search->menu->items;
    const int count = (int)search->menu->count;
    size_t next = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        search_put(search, d, search_race_on(search, d));
    for (size_t step = 0; step < DAYS_PER_WEEK; step++) {
        size_t day = ((size_t)order->first + step) % DAYS_PER_WEEK;
        if (!(days & 1u << day))
            continue;
        while (next < DAYS_PER_WEEK &&
               (order->items[next] >= count || items[order->items[next]].fixed_day != ANY_DAY))
            next++;
        if (next < DAYS_PER_WEEK)
            search_put(search, day, order->items[next++]);
    }
}

/* Whether the rule refuses the runs on those days in the same words as before, in orders that have
   little in common: then no order helps. */
static bool is_refused_in_any_order(struct week_search *search, unsigned days, size_t rule,
                                    bool *refused)
{
    *refused = true;
    bool done = true;
    for (size_t i = 0; i < sizeof orders / sizeof *orders && done && *refused; i++) {
        struct answer answer;
        spread_runs(search, days, &orders[i]);
        done = rule_allow_week(search->planner->rules, rule, search->week_index, &answer,
                               search->error);
        *refused = done && answer.kind == ANSWER_REFUSED &&
                   strcmp(answer.because, search->stubborn[rule].words) == 0;
    }
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        search_put(search, d, search->item_on[d]);
    return done;
}

/*
 * Counts how often whole weeks are refused by one rule in the same words. What it says may be about
 * what the week holds ("2 hard days in 30 km"): then all is hopeless. Or about the days that have
 * runs ("Saturday and Sunday"): then these are not tried again.
 */
static bool note_week_refusal(struct week_search *search, const struct refusal *refusal)
{
    const size_t rule = refusal->rule;
    struct stubborn *stubborn = &search->stubborn[rule];
    if (stubborn->count == 0 || strcmp(refusal->because, stubborn->words) != 0) {
        stubborn->words = arena_strdup(search->planner->plan->arena, refusal->because);
        stubborn->count = 0;
    }
    if (++stubborn->count < SAME_REFUSALS)
        return true;
    stubborn->count = 0;
    if (!search->placement->found &&
        !is_refused_in_any_order(search, search->open_days, rule, &search->is_hopeless))
        return false;
    return search->is_hopeless || is_refused_in_any_order(search, search->run_days, rule,
                                                          &search->is_refused[search->run_days]);
}

/*
 * What refused the week goes by the sums of some of its days alone: as long as the days up to the
 * last of these stay as they are, so does the answer.
 */
static void leave_days(struct week_search *search, const struct refusal *refusal,
                       struct outlook *outlook)
{
    *outlook = (struct outlook){HOPELESS, {ALL_DAYS, ALL_DAYS}};
    if (refusal->reads_sessions && search->menu->extra_count > 0)
        return; /* which may be on other days then */
    outlook->by = refusal->read;
    search->is_hopeless = search->is_hopeless || refusal->read.all == 0;
    search->resume_at = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (refusal->read.all & 1u << d)
            search->resume_at = d;
}

bool refusals_note_week(struct week_search *search, const struct refusal *refusal,
                        struct outlook *outlook)
{
    refusals_note(search, DAYS_PER_WEEK, refusal);
    leave_days(search, refusal, outlook);
    return note_week_refusal(search, refusal);
}

void refusals_spread_runs(struct week_search *search, unsigned days)
{
    spread_runs(search, days, &orders[0]);
}
