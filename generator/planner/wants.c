/* Wants: which are due, and what may stand for them. */
#include "planner/wants.h"

#include "planner/hills.h"
#include "planner/race_slopes.h"

/* Whether the week, the runner and the race are such as the want is for. */
static bool is_due(const struct sizing *sizing, const struct want_needs *needs)
{
    const struct plan *plan = sizing->planner->plan;
    int week_m = distance_to_m(sizing->target, plan->units);
    int recent_m = distance_to_m(runner_mean_week(&plan->runner), plan->units);
    int descent = race_slopes_descent(plan), climb = race_slopes_climb(plan);
    int net = plan->race.descent_m == UNKNOWN
                  ? 0
                  : plan->race.descent_m - larger_of(plan->race.climb_m, 0);
    return sizing->runs >= needs->runs_at_least && sizing->runs <= needs->runs_at_most &&
           week_m >= needs->week_at_least_m && week_m < needs->week_below_m &&
           recent_m >= needs->recent_at_least_m &&
           sizing->limits->week.limits.of[LIMIT_HARD_DAYS].max >= needs->hard_days &&
           descent >= needs->race_descent_at_least && descent < needs->race_descent_below &&
           climb >= needs->race_climb_at_least && climb < needs->race_climb_below &&
           net >= needs->race_net_descent_at_least && sizing->wish->turn % needs->every == 0;
}

static bool is_option(const struct week_want *want, const struct recipe *recipe)
{
    for (size_t i = 0; i < want->option_count; i++)
        if (want->options[i] == recipe)
            return true;
    return false;
}

static void add_option(const struct sizing *sizing, const struct recipe *recipe,
                       struct week_want *want)
{
    bool is_run = want->size != RECIPE_SIZE_EXTRA;
    if (want->option_count < MAX_CHOICES && !is_option(want, recipe) &&
        (!is_run || hills_can_hold(sizing, recipe)))
        want->options[want->option_count++] = recipe;
}

/* Of the recipes that take turns: the one that is due, then those that wait the longest. */
static void add_due(const struct sizing *sizing, struct week_want *want)
{
    const struct want *from = want->want;
    const struct session_library *library = sizing->shape->library;
    const int *last_use = sizing->planner->last_use;
    add_option(sizing, from->due[(size_t)*want->turn % from->due_count], want);
    for (size_t n = 0; n < from->due_count; n++) {
        const struct recipe *next = NULL;
        for (size_t i = 0; i < from->due_count; i++) {
            const struct recipe *recipe = from->due[i];
            bool waits_longer =
                !next || last_use[recipe - library->recipes] < last_use[next - library->recipes];
            if (!is_option(want, recipe) && hills_can_hold(sizing, recipe) && waits_longer)
                next = recipe;
        }
        if (next)
            add_option(sizing, next, want);
    }
}

bool want_is_long_run(const struct week_want *want)
{
    return want->size == RECIPE_SIZE_LONG && !want->want->only_without_quality;
}

static int lowest_level(const struct sizing *sizing, const struct week_want *want)
{
    if (want_is_long_run(want))
        return (int)sizing->shape->long_run.level_count;
    return (int)want->option_count;
}

void wants_of_week(const struct sizing *sizing, struct week_wants *wants)
{
    enum menu_kind kind = sizing->tune_up_count > 0 ? MENU_TUNE_UP : sizing->wish->menu;
    const struct menu *menu = &sizing->shape->menus[kind];
    wants->count = 0;
    for (size_t i = 0; i < menu->want_count && wants->count < MAX_WANTS; i++) {
        const struct want *from = &menu->wants[i];
        if (!is_due(sizing, &from->needs))
            continue;
        struct week_want *want = &wants->of[wants->count];
        *want = (struct week_want){
            .want = from,
            .size = from->due[0]->size,
            .turn = &sizing->planner->turns[kind][i],
        };
        add_due(sizing, want);
        for (size_t n = 0; n < from->instead_count; n++)
            add_option(sizing, from->instead[n], want);
        want->lowest = lowest_level(sizing, want);
        wants->count += want->option_count > 0;
    }
}
