/* Menu: which sessions at which levels, and how far. */
#include "planner/menu.h"

#include "planner/menu_climb.h"
#include "planner/menu_fixed.h"
#include "planner/menu_rest.h"
#include "planner/menu_run_walk.h"
#include "planner/menu_work.h"
#include "planner/prescribe.h"
#include "planner/standing.h"

/* The rule whose setting tells how many strength sessions a menu that names one holds. */
#define STRENGTH_RULE    "strength"
#define STRENGTH_SETTING "sessions"

/* Of a training run, with what is run around it. */
static int item_distance(const struct item *item)
{
    int sum = item->run_count == 0 ? item->session.distance : 0;
    for (size_t i = 0; i < item->run_count; i++)
        if (session_is_run(&item->runs[i]) && item->runs[i].kind != SESSION_RACE)
            sum += larger_of(item->runs[i].distance, 0);
    return sum;
}

int menu_distance(const struct menu_result *menu)
{
    int sum = 0;
    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].session.kind != SESSION_RACE)
            sum += item_distance(&menu->items[i]);
    return sum;
}

static bool are_steps_same(const struct session *a, const struct session *b)
{
    bool same = a->step_count == b->step_count;
    for (size_t i = 0; i < a->step_count && same; i++) {
        const struct step *one = &a->steps[i], *other = &b->steps[i];
        same = one->repeat == other->repeat && one->duration_s == other->duration_s &&
               one->distance_m == other->distance_m &&
               (one->repeat == 0 || one->steps[0].duration_s == other->steps[0].duration_s);
    }
    return same;
}

bool menu_is_same(const struct menu_result *a, const struct menu_result *b)
{
    bool same = a->count == b->count && a->extra_count == b->extra_count;
    for (size_t i = 0; i < a->count && same; i++) {
        const struct item *one = &a->items[i], *other = &b->items[i];
        same = one->recipe == other->recipe && item_distance(one) == item_distance(other) &&
               one->session.duration_s == other->session.duration_s &&
               one->session.climb_m == other->session.climb_m &&
               are_steps_same(&one->session, &other->session);
    }
    return same;
}

/* --- the long run ---------------------------------------------------------------------------- */

/* The first option that can be held: one with a faster end where the week has room for its work. */
static bool choose_long_recipe(struct menu_making *making, const struct week_want *want)
{
    const struct planner *planner = making->sizing.planner;
    for (size_t i = 0; i < want->option_count; i++) {
        const struct recipe *recipe = want->options[i];
        struct work work = {0};
        if (recipe->least_m != UNKNOWN &&
            making->long_run.distance < distance_from_m(recipe->least_m, planner->plan->units))
            continue;
        if (recipe->finish.to_percent > 0) {
            work.finish = dose_finish(planner, recipe, making->long_run.distance, making->left_s,
                                      HUNDREDTHS / 2);
            if (work.finish == 0)
                continue;
        }
        making->long_recipe = recipe;
        making->long_work = work;
        making->left_s -= dose_seconds(planner, recipe, &work);
        return true;
    }
    return false;
}

static void add_long_run(struct menu_making *making, size_t index)
{
    const struct week_want *want = &making->wants->of[index];
    int number = making->levels->of[index];
    if (number >= want->lowest || making->long_run.distance > 0)
        return;
    struct long_level level = making->sizing.shape->long_run.levels[number];
    if (level.hills < want->want->most_hills)
        level.hills = want->want->most_hills;
    making->result->shortfalls[index] = making->sizing.tune_up > 0 ? SHORT_RACE : SHORT_ROOM;
    if (!long_run_make(&making->sizing, &level, want->want->percent, making->levels->is_flat,
                       &making->room, &making->long_run))
        return;
    making->long_want = index;
    if (!choose_long_recipe(making, want))
        making->long_run.distance = 0;
}

/* Where nothing faster could be placed the long run ends fast after all, unless it is one of two.
 */
static void quicken_long_run(struct menu_making *making, size_t index)
{
    const struct week_want *want = &making->wants->of[index];
    if (making->key_count > 0 || making->second_long > 0 || making->long_run.distance == 0 ||
        making->long_work.finish > 0 || making->levels->of[index] >= want->lowest)
        return;
    if (choose_long_recipe(making, want))
        making->result->held[index] = making->long_recipe;
}

/* --- the second long run ---------------------------------------------------------------------- */

/* On the day before or after the first one, and no longer than it. */
static void add_second_long_run(struct menu_making *making, size_t index)
{
    const struct sizing *sizing = &making->sizing;
    const struct week_want *want = &making->wants->of[index];
    int rest = sizing->runs - 2 - (int)making->key_count;
    if (making->levels->of[index] >= want->lowest || making->long_run.distance == 0 || rest < 0)
        return;
    const struct recipe *recipe = want->options[0];
    int cap = 0, left = sizing->target - making->long_run.distance - making_keys_distance(making);
    for (int d = sizing->long_day - 1; d <= sizing->long_day + 1; d += 2)
        if (d >= 0 && d < DAYS_PER_WEEK && sizing_day_is_open(sizing, d))
            cap = larger_of(cap, sizing_distance_limit(sizing, d, SESSION_LONG));
    int wish = scale_floor(making->long_run.distance, want->want->percent, 100);
    int least = distance_from_m(recipe->least_m, sizing->planner->plan->units);
    int room = smaller_of(smaller_of(cap, making->long_run.distance), left - rest * sizing->least);
    if (room < least)
        return;
    making->second_long =
        round_down_to(smaller_of(larger_of(wish, least + sizing->step), room), sizing->step);
    making->second_want = index;
    making->result->held[index] = recipe;
}

/* --- items ----------------------------------------------------------------------------------- */

static void add_long_item(struct menu_making *making)
{
    const struct planner *planner = making->sizing.planner;
    const struct recipe *recipe = making->long_recipe;
    const struct long_run *run = &making->long_run;
    if (run->is_hilly && making->long_work.finish == 0 && recipe->when_hilly)
        recipe = session_library_find(making->sizing.shape->library, recipe->when_hilly);
    int home = hills_home(planner, &making->room, run->distance);
    int date = making->sizing.week->days[making->sizing.long_day].date;
    struct item *item =
        making_add_item(making, recipe, &making->long_work, run->distance, run->climb_m, home);
    bool is_outside = hills_are_outside(planner->plan, date);
    hills_set(&item->session, item->session.climb_m, home, !is_outside);
    item->weekend_only = run->is_hilly && is_outside && hills_are_weekends(planner->plan);
    item->bound = run->bound;
    making->result->held[making->long_want] = making->long_recipe;
}

static void add_key_items(struct menu_making *making)
{
    const struct planner *planner = making->sizing.planner;
    for (size_t i = 0; i < making->key_count; i++) {
        const struct key *key = &making->keys[i];
        int home =
            key->recipe->descent_m.from > 0 ? 0 : hills_home(planner, &making->room, key->distance);
        int most = hills_run_limit(&making->sizing, &making->room, ANY_DAY, key->recipe->kind,
                                   hills_on_treadmill(planner->plan, key->recipe));
        int climb = smaller_of(home + key->climb_m, larger_of(most, key->climb_m));
        making_add_item(making, key->recipe, &key->work, key->distance, climb, home);
    }
}

/* Whether an easy run of that distance can be the recipe. */
static bool fits_easy_run(const struct menu_making *making, const struct recipe *recipe,
                          const struct work *work, int distance)
{
    enum units units = making->sizing.planner->plan->units;
    return distance >= making_least_distance(making, recipe, work) &&
           (recipe->most_m == UNKNOWN || distance <= distance_from_m(recipe->most_m, units));
}

/* The easy run that becomes the recipe: from the middle outwards, the shorter first; -1: none. */
static int choose_easy_run(const struct menu_making *making, const struct recipe *recipe,
                           const struct work *work, const struct recipe *const taken[MAX_RUNS])
{
    int count = making->easy_count;
    for (int step = 0; step < 2 * count; step++) {
        int at = count / 2 + (step % 2 ? -(step + 1) / 2 : step / 2);
        if (at >= 0 && at < count && !taken[at] && making->easy[at] > 0 &&
            fits_easy_run(making, recipe, work, making->easy[at]))
            return at;
    }
    return -1;
}

/* What stands for the plain easy run by its place among them. */
static const struct recipe *easy_recipe(const struct menu_making *making, int run)
{
    const struct rest_shape *shape = &making->sizing.shape->rest;
    int medium = scale_floor(making->long_run.distance, shape->medium_long_of_long_percent, 100);
    if (making_has_medium_long(making) && run == 0 && making->easy[0] >= medium)
        return shape->medium_long;
    bool is_last = run == making->easy_count - 1 && making->easy_count >= shape->recovery_runs;
    return is_last && shape->recovery && !making_is_easing(making) ? shape->recovery : shape->easy;
}

static void add_easy_items(struct menu_making *making)
{
    const struct planner *planner = making->sizing.planner;
    const struct recipe *recipes[MAX_RUNS] = {NULL};
    struct work works[MAX_RUNS] = {{0}};
    for (size_t w = 0; w < making->wants->count; w++) {
        const struct week_want *want = &making->wants->of[w];
        for (size_t i = (size_t)making->levels->of[w];
             want->size == RECIPE_SIZE_EASY && i < want->option_count; i++) {
            const struct recipe *recipe = want->options[i];
            struct work work = making_plain_work(making, recipe);
            int run = choose_easy_run(making, recipe, &work, recipes);
            if (run < 0)
                continue;
            recipes[run] = recipe;
            works[run] = work;
            making->result->held[w] = recipe;
            break;
        }
    }
    for (int i = 0; i < making->easy_count; i++) {
        if (making->easy[i] <= 0)
            continue;
        const struct recipe *recipe = recipes[i] ? recipes[i] : easy_recipe(making, i);
        int home = hills_home(planner, &making->room, making->easy[i]);
        int climb = recipe->climb_per_repeat_m * works[i].repeats;
        if (recipe->descent_m.from > 0)
            climb = progression_at(&recipe->descent_m, recipe_uses(planner, recipe)) - home;
        making_add_item(making, recipe, &works[i], making->easy[i], home + climb, home);
    }
}

static void add_extras(const struct menu_making *making, const struct recipe *recipe)
{
    const struct planner *planner = making->sizing.planner;
    const struct work none = {0};
    int count = recipe->kind == SESSION_STRENGTH
                    ? ruleset_setting(planner->rules, STRENGTH_RULE, STRENGTH_SETTING, 0)
                    : 1;
    count -= standing_count_planned(planner, making->sizing.week, recipe->kind);
    for (; count > 0 && making->result->extra_count < MAX_EXTRAS; count--)
        making->result->extras[making->result->extra_count++] =
            recipe_session(planner, recipe, &none, UNKNOWN);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void add_runs(struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    making->total = sizing->target + sizing->tune_up + sizing->around + sizing->fixed;
    making->hard = sizing->tune_up_count + sizing->fixed_hard;
    making->left_s = menu_work_limit(making);
    making->is_small =
        dose_week_seconds(sizing->planner, making->total) < sizing->shape->library->small_week_s;
    making->room = hills_room(sizing, 0, making->levels->is_flat);
    if (making->room.left_m != INT_MAX)
        making->room.left_m = larger_of(making->room.left_m - sizing->fixed_climb_m, 0);
    for (size_t i = 0; i < making->wants->count; i++)
        if (want_is_long_run(&making->wants->of[i]))
            add_long_run(making, i);
    long_run_hold_climb(sizing, &making->long_run, &making->room);
    for (size_t i = 0; i < making->wants->count; i++) {
        if (making->wants->of[i].size == RECIPE_SIZE_WORK)
            menu_add_work(making, i);
        else if (making->wants->of[i].size == RECIPE_SIZE_SECOND_LONG)
            add_second_long_run(making, i);
    }
    for (size_t i = 0; i < making->wants->count; i++)
        if (making->wants->of[i].want->only_without_quality)
            quicken_long_run(making, i);
    menu_spread_rest(making);
    if (making->long_run.distance > 0)
        add_long_item(making);
    add_key_items(making);
    if (making->second_long > 0) {
        const struct recipe *recipe = making->result->held[making->second_want];
        const struct work none = {0};
        int home = hills_home(sizing->planner, &making->room, making->second_long);
        making_add_item(making, recipe, &none, making->second_long, home, home);
    }
    add_easy_items(making);
    menu_grant_climb(making);
}

/* Rules may read paces, so that they are known before any is asked. */
static void prescribe_paces(const struct planner *planner, struct menu_result *result)
{
    for (size_t i = 0; i < result->count; i++) {
        struct item *item = &result->items[i];
        prescribe_pace(planner, &item->session);
        for (size_t run = 0; run < item->run_count; run++)
            prescribe_pace(planner, &item->runs[run]);
    }
}

void menu_make(struct planner *planner, size_t week, const struct week_limits *limits,
               const struct week_wants *wants, const struct levels *levels,
               struct menu_result *result)
{
    struct menu_making making = {
        .sizing = sizing_make(planner, week, limits, &levels->cuts),
        .wants = wants,
        .levels = levels,
        .result = result,
    };
    *result = (struct menu_result){
        .long_day = making.sizing.long_day,
        .target = making.sizing.target + making.sizing.tune_up + making.sizing.around +
                  making.sizing.fixed,
        .runs = making.sizing.runs + making.sizing.tune_up_count + making.sizing.fixed_runs,
    };
    menu_add_fixed(&making.sizing, result);
    menu_add_races(&making.sizing, result);
    if (making.sizing.wish->menu == MENU_RUN_WALK)
        menu_add_run_walks(&making);
    else if (making.sizing.runs > 0 && making.sizing.target > 0)
        add_runs(&making);
    for (size_t i = 0; i < wants->count; i++)
        if (wants->of[i].size == RECIPE_SIZE_EXTRA)
            add_extras(&making, wants->of[i].options[0]);
    prescribe_paces(planner, result);
}
