/* Menu: which sessions, and how far. */
#include "planner/menu.h"

#include "planner/fixed_days.h"
#include "planner/hills.h"
#include "planner/recipe.h"
#include "planner/sizing.h"
#include "training/load.h"

/* The share of the week depends on the week's total, which depends on the share: asked so often. */
#define SHARE_ROUNDS 4

/* The rule whose setting tells how many strength sessions a menu that names one holds. */
#define STRENGTH_RULE    "strength"
#define STRENGTH_SETTING "sessions"

/* --- races --------------------------------------------------------------------------------- */

static void add_races(const struct planner *planner, const struct week *week,
                      struct menu_result *result)
{
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = week->days[d].date;
        if (fixed_is_race_day(planner->plan, date))
            result->items[result->count++] = (struct item){
                .session = fixed_race_session(planner, date),
                .fixed_day = d,
            };
    }
}

/* --- key sessions ---------------------------------------------------------------------------- */

/* The recipe that is held where this one cannot be; or NULL. */
static const struct recipe *recipe_instead(const struct sizing *sizing, const struct recipe *recipe)
{
    return recipe->instead ? session_library_find(sizing->shape->library, recipe->instead) : NULL;
}

/*
 * What the recipe wishes for, 0 where that is too little for it: a share of the week; for the long
 * run of its `total` as far as it can be filled.
 */
static int wished_distance(const struct sizing *sizing, const struct recipe *recipe, int total)
{
    enum units units = sizing->planner->plan->units;
    int wish;
    if (recipe_is_long_run(recipe)) {
        wish = scale_floor(total, sizing->shape->long_run_share[sizing->runs], 100);
        /* Who runs as far on few days runs that far each time. */
        int most = distance_from_m_floor(sizing->shape->long_run_most_m, units);
        wish = smaller_of(wish, larger_of(most, sizing->target / sizing->runs));
        wish = scale_floor(wish, 100 - sizing->cuts->long_percent, 100);
    } else {
        /* At least an even part of what the long run leaves: with few runs each is a large one. */
        int others = larger_of(sizing->runs - 1, 1);
        int even = (100 - sizing->shape->long_run_share[sizing->runs]) / others;
        wish = scale_floor(sizing->target, larger_of(recipe->share, even), 100);
    }
    if (recipe->most_m != UNKNOWN)
        wish = smaller_of(wish, distance_from_m_floor(recipe->most_m, units));
    int least = recipe->least_m != UNKNOWN ? distance_from_m(recipe->least_m, units) : 0;
    if (wish >= least)
        return wish;
    return recipe_is_long_run(recipe) ? 0 : least; /* the long run keeps its share */
}

/* The distance limit of key sessions but the long run: that of the runner's preferred days. */
static int quality_cap(const struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    int best = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (plan->preferences.quality[date_weekday(sizing->week->days[d].date)] &&
            d != sizing->long_day && sizing_day_is_open(sizing, d))
            best = larger_of(best, sizing_distance_limit(sizing, d));
    if (best > 0 || sizing->cap_count == 0)
        return best;
    return sizing->caps[(sizing->cap_count - 1) / 2];
}

/*
 * The distance limit of a second long run: that of the days beside the long run's, and no more than
 * that one. 0 where it cannot be: without a long run, or beside a downhill session.
 */
static int second_long_cap(const struct sizing *sizing, const struct menu_result *result)
{
    int cap = 0, first = 0;
    for (size_t i = 0; i < result->count; i++) {
        const struct recipe *recipe = result->items[i].recipe;
        if (recipe && recipe_is_long_run(recipe))
            first = result->items[i].session.distance;
        if (recipe && recipe->kind == SESSION_DOWNHILL)
            return 0;
    }
    for (int d = sizing->long_day - 1; d <= sizing->long_day + 1; d += 2)
        if (d >= 0 && d < DAYS_PER_WEEK && sizing_day_is_open(sizing, d))
            cap = larger_of(cap, sizing_distance_limit(sizing, d));
    return sizing->cuts->one_long_run ? 0 : smaller_of(cap, first);
}

/* Sizes an item; sessions of repeats have fewer of them rather than outgrow the wish. */
static bool size_item(const struct sizing *sizing, struct item *item, int wish, int cap)
{
    const struct planner *planner = sizing->planner;
    const struct recipe *recipe = item->recipe;
    int uses = planner->uses[recipe - sizing->shape->library->recipes];
    int repeats = recipe_repeats(recipe, uses);
    int steps = recipe_distance(planner, recipe, repeats);
    while (steps > smaller_of(wish, cap) && repeats > 1)
        steps = recipe_distance(planner, recipe, --repeats);
    int distance = larger_of(sizing_round_down(smaller_of(wish, cap), sizing->step),
                             sizing_round_up(steps, sizing->step));
    /* Where it is the day that is short, a short session is better than another one. */
    int least =
        recipe->least_m == UNKNOWN ? 0 : distance_from_m(recipe->least_m, planner->plan->units);
    bool is_little =
        recipe->instead && distance < sizing_round_down(least, sizing->step) && item->cap >= least;
    if (distance == 0 || distance > cap || is_little)
        return false;
    item->repeats = repeats;
    item->session.distance = distance;
    return true;
}

/* Whether there is a day whose hills are at hand: on weekends the long run's own, or another one.
 */
static bool has_hill_day(const struct sizing *sizing, const struct recipe *recipe)
{
    if (!hills_are_asked(recipe) || sizing->planner->plan->hills.access != HILLS_WEEKEND)
        return true;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        bool is_long_day = d == sizing->long_day;
        if (date_weekday(sizing->week->days[d].date) >= SATURDAY && sizing_day_is_open(sizing, d) &&
            is_long_day == recipe_is_long_run(recipe))
            return true;
    }
    return false;
}

static bool add_key(struct sizing *sizing, const struct recipe *recipe, int total, int left,
                    struct menu_result *result)
{
    struct item item = {.recipe = recipe, .fixed_day = ANY_DAY};
    struct planner *planner = sizing->planner;
    bool is_long = recipe_is_long_run(recipe);
    int wish = wished_distance(sizing, recipe, total);
    int race_serves = scale_floor(wish, sizing->shape->long_run_race_percent, 100);
    if (is_long && sizing->tune_up > 0 && sizing->tune_up >= race_serves)
        return false; /* the race stands for the long run */
    int cap = is_long                             ? sizing_distance_limit(sizing, sizing->long_day)
              : recipe_is_second_long_run(recipe) ? second_long_cap(sizing, result)
                                                  : quality_cap(sizing);
    int others = sizing->runs - 1 - (int)(result->count - sizing->race_count);
    if (others < 0)
        return false;
    /* The runs to come are to be worth their while too. */
    left = larger_of(left - others * sizing->least, 0);
    if (recipe->effort == EFFORT_HARD &&
        sizing->hard >= sizing->limits->week.limits.of[LIMIT_HARD_DAYS].max)
        return false;
    item.cap = cap;
    if (!size_item(sizing, &item, wish, smaller_of(is_long ? smaller_of(cap, wish) : cap, left)))
        return false;
    if (is_long && wish > cap)
        item.bound = budget_reason(&sizing->limits->days[sizing->long_day], LIMIT_DISTANCE);
    item.weekend_only = hills_are_asked(recipe) && planner->plan->hills.access == HILLS_WEEKEND;
    sizing->hard += recipe->effort == EFFORT_HARD;
    result->items[result->count++] = item;
    return true;
}

static void add_extras(const struct sizing *sizing, const struct recipe *recipe,
                       struct menu_result *result)
{
    const struct planner *planner = sizing->planner;
    int count = recipe->kind == SESSION_STRENGTH
                    ? ruleset_setting(planner->rules, STRENGTH_RULE, STRENGTH_SETTING, 0)
                    : 1;
    for (; count > 0 && result->extra_count < MAX_EXTRAS; count--)
        result->extras[result->extra_count++] = recipe_session(planner, recipe, 0, UNKNOWN, 0);
}

/*
 * Adds the slot's recipe whose turn it is, or the first of the variants instead of it that can be
 * held. True where a run was added. The chain of variants ends, as each template was checked for.
 */
static bool add_slot(struct sizing *sizing, const struct menu_slot *slot, int turn, bool flat,
                     int total, int left, struct menu_result *result)
{
    const struct recipe *recipe = slot->rotate[(size_t)turn % slot->rotate_count];
    for (; recipe; recipe = recipe_instead(sizing, recipe)) {
        if (!session_kind_is_run(recipe->kind)) {
            add_extras(sizing, recipe, result);
            return false;
        }
        if (hills_can_hold(sizing->planner, sizing->limits, recipe) &&
            has_hill_day(sizing, recipe) && !(flat && hills_are_asked(recipe)) &&
            add_key(sizing, recipe, total, left, result))
            return true;
    }
    return false;
}

/* Whether the week and the race are such as the slot is for. */
static bool is_due(const struct sizing *sizing, const struct menu_slot *slot)
{
    const struct plan *plan = sizing->planner->plan;
    int race_descent = hills_race_descent(plan);
    int week_m = distance_to_m(sizing->target, plan->units);
    return week_m >= slot->week_at_least_m && week_m < slot->week_below_m &&
           sizing->runs >= slot->runs_at_least && sizing->runs <= slot->runs_at_most &&
           race_descent >= slot->race_descent_at_least && race_descent < slot->race_descent_below;
}

static void choose_slots(struct sizing *sizing, struct menu_result *result)
{
    enum menu_kind kind = sizing->tune_up > 0 ? MENU_TUNE_UP : sizing->wish->menu;
    const struct menu *menu = &sizing->shape->menus[kind];
    for (size_t i = 0; i < menu->slot_count; i++) {
        if (!is_due(sizing, &menu->slots[i]))
            continue;
        sizing->slots[result->slots] = &menu->slots[i];
        result->turns[result->slots++] = &sizing->planner->turns[kind][i];
    }
}

/* Adds the menu's sessions, the most important first; `total` is the week that shares are of. */
static int add_keys(struct sizing *sizing, int total, struct menu_result *result)
{
    int left = sizing->target, keys = 0;
    for (size_t s = 0; s < result->slots; s++) {
        size_t from_end = result->slots - s;
        bool cut = from_end <= sizing->cuts->slots;
        bool dropped = from_end < sizing->cuts->slots || (cut && sizing->cuts->drop);
        int turn = *result->turns[s];
        if (!dropped && add_slot(sizing, sizing->slots[s], turn, cut, total, left, result)) {
            left -= result->items[result->count - 1].session.distance;
            keys++;
        }
    }
    return keys;
}

/* --- easy runs ------------------------------------------------------------------------------- */

/* No easy run is longer than a long run would be; in race week they are short. */
static int longest_easy_run(const struct sizing *sizing, int total)
{
    enum units units = sizing->planner->plan->units;
    int longest = scale_floor(total, sizing->shape->long_run_share[sizing->runs], 100);
    if (sizing->wish->menu == MENU_RACE)
        longest =
            smaller_of(longest, distance_from_m_floor(sizing->shape->race_week_most_m, units));
    return longest;
}

/* Spreads what is left over easy runs, evenly but for the days with tighter limits. */
static void add_easy_runs(const struct sizing *sizing, int keys, int total,
                          struct menu_result *result)
{
    const struct recipe *recipe = sizing->shape->easy_run;
    int least = sizing->least, left = sizing->target, long_runs = 0;
    int longest = longest_easy_run(sizing, total);
    for (size_t i = 0; i < result->count; i++) {
        const struct item *item = &result->items[i];
        if (!item->recipe)
            continue;
        left -= item->session.distance;
        if (recipe_is_long_run(item->recipe)) {
            longest = smaller_of(longest, item->session.distance);
            long_runs++;
        }
    }
    int easy = sizing->runs - keys;
    while (easy > 1 && left / easy < least)
        easy--;
    /* The other key sessions have the first choice of days. */
    int first = keys - long_runs, last = smaller_of(first + easy, (int)sizing->cap_count);
    bool on_long_day = long_runs == 0 && first + easy > last && sizing->long_day != ANY_DAY;
    for (int i = last - 1 + on_long_day; i >= first; i--) {
        int cap = i == last ? sizing_distance_limit(sizing, sizing->long_day) : sizing->caps[i];
        int distance = sizing_round_down(left / (i - first + 1), sizing->step);
        distance = sizing_round_down(smaller_of(distance, smaller_of(cap, longest)), sizing->step);
        if (distance < least && !(result->count == 0 && i == first && distance > 0))
            continue;
        struct item item = {.recipe = recipe, .fixed_day = ANY_DAY, .cap = cap};
        item.session.distance = distance;
        result->items[result->count++] = item;
        left -= distance;
    }
}

/* A key session but the long run, or two. */
static bool is_short_key(const struct sizing *sizing, const struct item *item)
{
    return item->recipe && item->recipe->kind != SESSION_LONG &&
           item->recipe != sizing->shape->easy_run;
}

int menu_distance(const struct menu_result *result)
{
    int sum = 0;
    for (size_t i = 0; i < result->count; i++)
        if (result->items[i].recipe)
            sum += result->items[i].session.distance;
    return sum;
}

/*
 * Gives what easy runs could not take to the other sessions but the long run: it is run easily
 * before and after their steps. Weeks that shrink for want of room would be held against the
 * smaller one for good; race week may.
 */
static void fill_up(const struct sizing *sizing, int total, struct menu_result *result)
{
    int longest = longest_easy_run(sizing, total), keys = 0;
    for (size_t i = 0; i < result->count; i++)
        if (result->items[i].recipe && recipe_is_long_run(result->items[i].recipe))
            longest = smaller_of(longest, result->items[i].session.distance);
    for (size_t i = 0; i < result->count; i++)
        keys += is_short_key(sizing, &result->items[i]);
    size_t day = 0;
    for (size_t i = 0; i < result->count && keys > 0; i++) {
        struct session *session = &result->items[i].session;
        if (!is_short_key(sizing, &result->items[i]))
            continue;
        int most = day < sizing->cap_count ? smaller_of(longest, sizing->caps[day++]) : 0;
        int more = (sizing->target - menu_distance(result)) / keys--;
        more = sizing_round_down(smaller_of(more, most - session->distance), sizing->step);
        if (more <= 0)
            continue;
        session->distance += more;
        result->items[i].cap = larger_of(result->items[i].cap, most);
    }
}

/* --- run-walk -------------------------------------------------------------------------------- */

/*
 * Fills a run-walk week with equal sessions. The slot lists them from the first week on to running
 * without a stop; who starts with more has fewer such weeks and starts further down the list.
 */
static void add_run_walks(struct sizing *sizing, const struct menu_slot *slot,
                          struct menu_result *result)
{
    const struct planner *planner = sizing->planner;
    int stage = (int)slot->rotate_count - planner->run_walk_weeks + sizing->wish->turn;
    const struct recipe *recipe = slot->rotate[larger_of(stage, 0)];
    struct item item = {.recipe = recipe,
                        .fixed_day = ANY_DAY,
                        .cap = INT_MAX,
                        .repeats = recipe_repeats(recipe, 0),
                        .session.distance =
                            distance_from_m_floor(recipe->most_m, planner->plan->units)};
    int left = sizing->limits->week.limits.of[LIMIT_DISTANCE].max - sizing->tune_up;
    for (int run = 0; run < sizing->runs && left >= item.session.distance; run++) {
        result->items[result->count++] = item;
        left -= item.session.distance;
    }
}

static void fill_run_walk_week(struct sizing *sizing, struct menu_result *result)
{
    const struct menu *menu = &sizing->shape->menus[MENU_RUN_WALK];
    for (size_t s = 0; s < menu->slot_count; s++) {
        const struct recipe *first = menu->slots[s].rotate[0];
        if (first && session_kind_is_run(first->kind))
            add_run_walks(sizing, &menu->slots[s], result);
        else if (first)
            add_extras(sizing, first, result);
    }
}

/* --- the whole ------------------------------------------------------------------------------- */

static void fill_menu(struct sizing *sizing, const struct menu_result *races,
                      struct menu_result *result)
{
    struct menu_result empty = *races;
    empty.runs = sizing->runs;
    choose_slots(sizing, &empty);
    int total = sizing->target;
    for (int round = 0; round < SHARE_ROUNDS; round++) {
        *result = empty;
        sizing->hard = sizing->tune_up_count;
        int keys = sizing->runs ? add_keys(sizing, total, result) : 0;
        if (sizing->runs)
            add_easy_runs(sizing, keys, total, result);
        if (sizing->wish->menu != MENU_RACE)
            fill_up(sizing, total, result);
        int sum = menu_distance(result);
        if (sum >= total)
            break;
        total = sum;
    }
}

void menu_make(struct planner *planner, size_t week, const struct week_limits *limits,
               const struct cuts *cuts, struct menu_result *result)
{
    struct menu_result races = {0};
    add_races(planner, &planner->plan->weeks[week], &races);
    struct sizing sizing = sizing_make(planner, week, limits, cuts, &races);
    races.runs = sizing.runs;
    races.step = sizing.step;
    races.long_day = sizing.long_day;
    if (sizing.wish->menu == MENU_RUN_WALK) {
        *result = races;
        fill_run_walk_week(&sizing, result);
    } else {
        fill_menu(&sizing, &races, result);
    }
    while (sizing.wish->menu != MENU_RUN_WALK && menu_distance(result) < sizing.target &&
           result->count > races.count && result->count < races.count + (size_t)sizing.runs) {
        /* A run that found no room leaves its part to the others. */
        struct menu_result fewer;
        sizing.runs--;
        fill_menu(&sizing, &races, &fewer);
        if (menu_distance(&fewer) <= menu_distance(result))
            break;
        *result = fewer;
    }
    hills_assign(planner, week, limits, cuts->flat, result);
}
