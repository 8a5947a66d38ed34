/* Fill: a menu and its schedule for one week, cut until they fit. */
#include "planner/fill.h"

#include <stdint.h>

#include "planner/fixed_days.h"
#include "planner/recipe.h"

/* So many menus are tried for the long run to stand on the runner's day. */
#define MOST_TRIES 4

bool fill_ask_limits(struct planner *planner, size_t week, struct week_limits *limits,
                     struct error *error)
{
    if (!ask_limit_week(planner, week, &limits->week, error))
        return false;
    budget_keep(planner, &limits->week);
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        if (!fixed_day_is_open(planner->plan, &planner->plan->weeks[week].days[d])) {
            limits->days[d] = budget_nothing();
            continue;
        }
        if (!ask_limit_day(planner, week, d, &limits->days[d], error))
            return false;
        budget_keep(planner, &limits->days[d]);
    }
    return true;
}

bool fill_can_give_way(const struct planner *planner, size_t rule)
{
    const struct rule_info *info = ruleset_info(planner->rules, rule);
    return info->level == RULE_SHOULD && !info->off && !planner->suspended[rule];
}

/* True where the refusing rule is a should rule that no cut can satisfy: it refuses the bare week.
 */
static bool is_hopeless(struct planner *planner, size_t week, const struct week_limits *limits,
                        const struct placement *placement, struct error *error)
{
    struct cuts all = cuts_all();
    struct menu_result menu;
    struct placement bare;
    if (placement->last_refusal_day < 0 ||
        !fill_can_give_way(planner, placement->last_refusal.rule))
        return false;
    menu_make(planner, week, limits, &all, &menu);
    return schedule_week(planner, week, &menu, &limits->week, &bare, error) && !bare.found &&
           bare.last_refusal.rule == placement->last_refusal.rule;
}

static struct blame blame_of(const struct menu_result *menu, const struct placement *placement)
{
    int day = placement->last_refusal_day, item = placement->last_refusal_item;
    const struct recipe *recipe = item == REST ? NULL : menu->items[item].recipe;
    bool is_long = recipe && recipe_is_long_run(recipe), climbs = false;
    for (size_t i = 0; i < menu->count; i++)
        climbs = climbs || menu->items[i].session.climb_m > 0;
    return (struct blame){
        .on_a_day = day >= 0 && day < DAYS_PER_WEEK && climbs,
        .is_too_much = is_long || day == DAYS_PER_WEEK,
    };
}

/* True where a cut changed nothing: the same runs would be refused once more. */
static bool is_same_menu(const struct menu_result *a, const struct menu_result *b)
{
    bool same = a->count == b->count && a->extra_count == b->extra_count;
    for (size_t i = 0; i < a->count && same; i++) {
        const struct item *one = &a->items[i], *other = &b->items[i];
        same = one->recipe == other->recipe && one->repeats == other->repeats &&
               one->session.distance == other->session.distance &&
               one->session.climb_m == other->session.climb_m;
    }
    return same;
}

/* Makes the menu smaller until it fits. placement->found tells whether it ever did. */
static bool cut_until_it_fits(struct planner *planner, size_t week,
                              const struct week_limits *limits, struct cuts *cuts,
                              struct menu_result *menu, struct placement *placement,
                              struct error *error)
{
    struct menu_result refused = {.count = SIZE_MAX}; /* none yet */
    for (;;) {
        menu_make(planner, week, limits, cuts, menu);
        if (!is_same_menu(menu, &refused) &&
            !schedule_week(planner, week, menu, &limits->week, placement, error))
            return false;
        refused = *menu;
        if (placement->found || is_hopeless(planner, week, limits, placement, error))
            return !error_is_set(error);
        struct blame blame = blame_of(menu, placement);
        if (!cuts_next(cuts, menu->slots, menu->runs, &blame))
            return true;
        /* Runs are given up for must rules alone. */
        if (cuts->runs > 0 && placement->last_refusal_day >= 0 &&
            fill_can_give_way(planner, placement->last_refusal.rule))
            return true;
    }
}

/* The day of a long run, of two that on the day for it; ANY_DAY where there is none. */
static int long_run_day(const struct menu_result *menu, const struct placement *placement)
{
    int day = ANY_DAY;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        bool is_long = item != REST && menu->items[item].session.kind == SESSION_LONG;
        if (is_long && (day == ANY_DAY || d == menu->long_day))
            day = d;
    }
    return day;
}

/* Whether the long run is not on the runner's own day for it, though that has room for it. */
static bool is_long_run_moved(const struct planner *planner, size_t week,
                              const struct menu_result *menu, const struct placement *placement)
{
    const struct day *days = planner->plan->weeks[week].days;
    int day = long_run_day(menu, placement), own = menu->long_day;
    return day != ANY_DAY && own != ANY_DAY && day != own &&
           (int)date_weekday(days[own].date) == planner->plan->preferences.long_run;
}

/*
 * The runner's day for the long run is worth the least important sessions of the week, as long as
 * its distance does not suffer.
 */
static bool fill_around_long_run(struct planner *planner, size_t week,
                                 const struct week_limits *limits, const struct cuts *found,
                                 struct menu_result *menu, struct placement *placement,
                                 struct error *error)
{
    const struct blame nobody = {0};
    const struct menu_result first = *menu;
    const struct placement first_placement = *placement;
    const struct week first_week = planner->plan->weeks[week];
    struct menu_result tried = *menu;
    struct cuts cuts = *found;
    for (int tries = 0; tries < MOST_TRIES;) {
        if (!cuts_next(&cuts, menu->slots, menu->runs, &nobody) || cuts.flat)
            break;
        struct cuts both = cuts; /* what was found stands */
        both.flat = found->flat;
        both.long_percent = found->long_percent;
        menu_make(planner, week, limits, &both, menu);
        if (is_same_menu(menu, &tried))
            continue;
        tried = *menu;
        tries++;
        if (menu_distance(menu) < menu_distance(&first))
            break;
        if (!schedule_week(planner, week, menu, &limits->week, placement, error))
            return false;
        if (placement->found && long_run_day(menu, placement) == menu->long_day)
            return true;
    }
    *menu = first;
    *placement = first_placement;
    planner->plan->weeks[week] = first_week;
    return true;
}

static bool has_second_long_run(const struct menu_result *menu)
{
    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].recipe && recipe_is_second_long_run(menu->items[i].recipe))
            return true;
    return false;
}

/* Whether the long runs of the week are on days in a row. */
static bool are_long_runs_together(const struct menu_result *menu,
                                   const struct placement *placement)
{
    int last = ANY_DAY;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        if (item == REST || menu->items[item].session.kind != SESSION_LONG)
            continue;
        if (last != ANY_DAY && d != last + 1)
            return false;
        last = d;
    }
    return true;
}

/*
 * A second long run is an extra: it stands where the week fits as wished, beside the first one, and
 * costs no distance. `*kept` tells whether it does.
 */
static bool fill_with_second_long_run(struct planner *planner, size_t week,
                                      const struct week_limits *limits, struct menu_result *menu,
                                      struct placement *placement, bool *kept, struct error *error)
{
    const struct cuts none = {0}, without = {.one_long_run = true};
    menu_make(planner, week, limits, &without, menu);
    int distance = menu_distance(menu);
    menu_make(planner, week, limits, &none, menu);
    *kept = false;
    if (!has_second_long_run(menu) || menu_distance(menu) < distance)
        return true;
    if (!schedule_week(planner, week, menu, &limits->week, placement, error))
        return false;
    *kept = placement->found && are_long_runs_together(menu, placement) &&
            !is_long_run_moved(planner, week, menu, placement);
    return true;
}

bool fill_week(struct planner *planner, size_t week, const struct week_limits *limits,
               struct menu_result *menu, struct placement *placement, struct error *error)
{
    struct cuts cuts = {.one_long_run = true};
    bool kept;
    if (!fill_with_second_long_run(planner, week, limits, menu, placement, &kept, error))
        return false;
    if (kept)
        return true;
    if (!cut_until_it_fits(planner, week, limits, &cuts, menu, placement, error))
        return false;
    if (!placement->found || !is_long_run_moved(planner, week, menu, placement))
        return true;
    return fill_around_long_run(planner, week, limits, &cuts, menu, placement, error);
}
