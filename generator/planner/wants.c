/* Wants: which are due, and what may stand for them. */
#include "planner/wants.h"

#include <string.h>

#include "planner/hills.h"
#include "planner/race_slopes.h"
#include "planner/standing.h"

static bool is_before_lighter(const struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    const struct week *after = sizing->week + 1;
    return after < plan->weeks + plan->week_count &&
           (after->kind == WEEK_LIGHTER || after->kind == WEEK_TAPER);
}

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
           recent_m >= needs->recent_at_least_m && recent_m < needs->recent_below_m &&
           sizing->limits->week.limits.of[LIMIT_HARD_DAYS].max >= needs->hard_days &&
           descent >= needs->race_descent_at_least && descent < needs->race_descent_below &&
           climb >= needs->race_climb_at_least && climb < needs->race_climb_below &&
           net >= needs->race_net_descent_at_least && net < needs->race_net_descent_below &&
           sizing->wish->progress >= needs->progress_at_least * 10 &&
           sizing->wish->turn % needs->every == 0 &&
           (!needs->is_before_lighter || is_before_lighter(sizing)) &&
           (needs->aim == RACE_AIM_NONE || needs->aim == plan->race.aim);
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

/* Whether a day that stands has, or had, a session for the want: it isn't made up for. */
static bool is_planned(const struct sizing *sizing, const struct week_want *want)
{
    if (want->size == RECIPE_SIZE_EXTRA)
        return false;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = standing_planned(sizing->planner, sizing->week, d);
        for (size_t i = 0; day && i < day->session_count; i++) {
            const struct session *session = &day->sessions[i];
            if (want->size == RECIPE_SIZE_LONG && session->kind == SESSION_LONG)
                return true;
            for (size_t k = 0; k < want->option_count; k++)
                if (standing_is_of(session, want->options[k]))
                    return true;
        }
    }
    return false;
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

/* --- wishes of rules -------------------------------------------------------------------------- */

/* Of two recipes of the kind: the one that waits the longest; either may be NULL. */
static const struct recipe *longer_waiting(const struct sizing *sizing, const struct recipe *found,
                                           const struct recipe *recipe, enum session_kind kind)
{
    const struct recipe *recipes = sizing->shape->library->recipes;
    const int *last_use = sizing->planner->last_use;
    bool is_such = recipe->kind == kind && hills_can_hold(sizing, recipe) &&
                   (recipe->size == RECIPE_SIZE_WORK || recipe->size == RECIPE_SIZE_EASY);
    if (!is_such || (found && last_use[found - recipes] <= last_use[recipe - recipes]))
        return found;
    return recipe;
}

/* What the template has of a kind in the menu. */
static const struct recipe *find_of_kind(const struct sizing *sizing, const struct menu *menu,
                                         enum session_kind kind)
{
    const struct recipe *found = NULL;
    for (size_t i = 0; i < menu->want_count; i++) {
        const struct want *want = &menu->wants[i];
        for (size_t n = 0; n < want->due_count; n++)
            found = longer_waiting(sizing, found, want->due[n], kind);
        for (size_t n = 0; n < want->instead_count; n++)
            found = longer_waiting(sizing, found, want->instead[n], kind);
    }
    return found;
}

/* Puts the recipe before the others, the last of which makes room where there is none. */
static void put_first(struct week_want *want, const struct recipe *recipe)
{
    size_t at = 0;
    while (at < want->option_count && want->options[at] != recipe)
        at++;
    if (at == MAX_CHOICES)
        at--;
    else if (at == want->option_count)
        want->option_count++;
    memmove(&want->options[1], want->options, at * sizeof want->options[0]);
    want->options[0] = recipe;
    want->lowest = (int)want->option_count;
}

/* Whether the week holds such a session where all is at its best; else `*first`: the most important
   want that it may stand for, as others are more easily refused. */
static bool holds_kind(const struct week_wants *wants, const struct recipe *recipe, size_t *first)
{
    *first = wants->count;
    for (size_t w = wants->count; w-- > 0;) {
        if (wants->of[w].size == recipe->size && !wants->of[w].want->only_without_quality)
            *first = w;
        if (wants->of[w].options[0]->kind == recipe->kind)
            return true;
    }
    return false;
}

/* A kind of run that rules wish stands for the most important want of its size. */
static void add_wished_kind(const struct sizing *sizing, struct week_wants *wants)
{
    int kind = sizing->limits->wishes.wishes.of[WISH_SESSION].value;
    const struct recipe *recipe = NULL;
    size_t first;
    wants->wished = wants->count;
    for (int menu = 0; kind != UNKNOWN && menu < MENU_KIND_COUNT && !recipe; menu++)
        recipe = find_of_kind(sizing, &sizing->shape->menus[menu], (enum session_kind)kind);
    if (!recipe || holds_kind(wants, recipe, &first) || first == wants->count)
        return;
    put_first(&wants->of[first], recipe);
    wants->wished = first;
}

void wants_of_week(const struct sizing *sizing, struct week_wants *wants)
{
    enum menu_kind kind = sizing->has_tune_up ? MENU_TUNE_UP : sizing->wish->menu;
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
        want->due = want->options[0];
        wants->count += want->option_count > 0 && !is_planned(sizing, want);
    }
    add_wished_kind(sizing, wants);
}
