/* Menu: which sessions at which levels, and how far. */
#include "planner/menu.h"

#include <string.h>

#include "planner/dose.h"
#include "planner/fixed_days.h"
#include "planner/hills.h"
#include "planner/long_run.h"
#include "planner/prescribe.h"
#include "planner/spread.h"
#include "planner/standing.h"
#include "planner/terrain.h"
#include "training/load.h"

/* The rule whose setting tells how many strength sessions a menu that names one holds. */
#define STRENGTH_RULE    "strength"
#define STRENGTH_SETTING "sessions"

#define DESCENT_STEP_M 10
#define FILL_PARTS     3 /* steps in which sessions of work take easy running */

/* A session of the week that is sized by its own need. */
struct key {
    const struct recipe *recipe;
    struct work work;
    int distance;
    int climb_m; /* besides that of the usual terrain */
};

/* The week in the making. */
struct menu_making {
    struct sizing sizing;
    const struct week_wants *wants;
    const struct levels *levels;
    struct menu_result *result;
    int total;     /* distance of the week, tune-up races included */
    int left_s;    /* work that it may still hold */
    int hard;      /* hard sessions so far */
    bool is_small; /* warm-ups are the short ones */
    struct hill_room room;
    struct long_run long_run; /* distance 0: none */
    const struct recipe *long_recipe;
    struct work long_work;
    size_t long_want;
    struct key keys[MAX_RUNS];
    size_t key_count;
    int second_long;
    size_t second_want;
    int easy[MAX_RUNS]; /* the longest first */
    int easy_count;
};

/* --- races --------------------------------------------------------------------------------- */

static void add_races(const struct sizing *sizing, struct menu_result *result)
{
    const struct planner *planner = sizing->planner;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = sizing->week->days[d].date;
        if (!fixed_is_race_to_plan(planner->plan, &sizing->week->days[d]))
            continue;
        struct item *item = &result->items[result->count++];
        *item = (struct item){.session = fixed_race_session(planner, date), .fixed_day = d};
        if (sizing->around == 0 || date == planner->plan->race.date)
            continue;
        item->runs = arena_array(planner->plan->arena, MOST_ON_RACE_DAY, sizeof *item->runs);
        item->run_count = fixed_race_runs(planner, date, item->runs);
    }
}

/* What stands already takes its day as it is. */
static void add_fixed(const struct sizing *sizing, struct menu_result *result)
{
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = standing_day(sizing->planner, sizing->week, (size_t)d);
        if (!day || day->session_count == 0)
            continue;
        struct session distance = session_unknown();
        distance.distance = larger_of(day_sum(day, QUANTITY_DISTANCE), 0);
        result->items[result->count++] = (struct item){
            .session = distance,
            .runs = day->sessions,
            .run_count = day->session_count,
            .fixed_day = d,
        };
    }
}

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

/* --- sessions of work ------------------------------------------------------------------------ */

/* The distance limit of a kind of work: that of the runner's preferred days, or of the best. */
static int work_cap(const struct menu_making *making, enum session_kind kind)
{
    const struct sizing *sizing = &making->sizing;
    const struct plan *plan = sizing->planner->plan;
    int preferred = 0, best = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        if (d == sizing->long_day || !sizing_day_is_open(sizing, d))
            continue;
        int limit = sizing_distance_limit(sizing, d, kind);
        best = larger_of(best, limit);
        if (plan->preferences.quality[date_weekday(sizing->week->days[d].date)])
            preferred = larger_of(preferred, limit);
    }
    return preferred > 0 ? preferred : best;
}

static int keys_distance(const struct menu_making *making)
{
    int sum = making->second_long;
    for (size_t i = 0; i < making->key_count; i++)
        sum += making->keys[i].distance;
    return sum;
}

/* The work of the recipe as often as it is due, without a dose. */
static struct work plain_work(const struct menu_making *making, const struct recipe *recipe)
{
    int uses = recipe_uses(making->sizing.planner, recipe);
    return (struct work){.repeats = recipe_repeats(recipe, uses),
                         .is_small_week = making->is_small};
}

static struct dose_room dose_room(const struct menu_making *making, int left_s, int percent)
{
    int more = making->sizing.shape->work_more[making->sizing.runs];
    return (struct dose_room){making->total, left_s, percent, more};
}

static bool choose_work(const struct menu_making *making, const struct recipe *recipe, int percent,
                        struct work *work)
{
    const struct planner *planner = making->sizing.planner;
    const struct dose_room room = dose_room(making, making->left_s, percent);
    *work = plain_work(making, recipe);
    return recipe->dose.least_s == 0 || recipe->descent_m.from > 0 ||
           dose_make(planner, recipe, &room, work);
}

/* The share of the week that may be work; a race among it is work enough. */
static int work_limit(const struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    int distance = sizing->tune_up_count > 0 ? sizing->target / 2 : sizing->target;
    return scale_floor(dose_week_seconds(sizing->planner, distance),
                       sizing->shape->work_most_percent, 100);
}

/* Whether it is the other work of the week that leaves no room. */
static enum shortfall short_of_work(const struct menu_making *making, const struct recipe *recipe,
                                    int percent)
{
    struct work work = plain_work(making, recipe);
    const struct dose_room room = dose_room(making, work_limit(making), percent);
    return dose_make(making->sizing.planner, recipe, &room, &work) ? SHORT_WORK : SHORT_ROOM;
}

/* What leaves too little climb: the week, the runner's hills, or all days. */
static enum shortfall short_of_climb(const struct menu_making *making, const struct recipe *recipe)
{
    const struct hill_room *room = &making->room;
    int most = hills_run_limit(&making->sizing, room, ANY_DAY, recipe->kind);
    if (room->left_m < most)
        return SHORT_CLIMB;
    return most == room->practical_m ? SHORT_HILLS : SHORT_STEEP;
}

/* How far a run has to go to hold the work, and no less than the recipe is worth. */
static int least_distance(const struct menu_making *making, const struct recipe *recipe,
                          const struct work *work)
{
    const struct planner *planner = making->sizing.planner;
    int least = recipe_distance(planner, recipe, work);
    return recipe->least_m == UNKNOWN
               ? least
               : larger_of(least, distance_from_m(recipe->least_m, planner->plan->units));
}

/* What leaves too little distance: all days, the long runs, or the week as it is. */
static enum shortfall short_of_distance(const struct menu_making *making, int distance, int room,
                                        int cap)
{
    if (distance > cap)
        return SHORT_DAY;
    return distance - room > making->long_run.distance + making->second_long ? SHORT_ROOM
                                                                             : SHORT_LONG;
}

/*
 * The descent that is due, as far as the legs and a run of that distance can hold it; the least one
 * where the run is too short for any. False where the legs can't.
 */
static bool choose_descent(const struct menu_making *making, struct key *key, int most, int longest)
{
    const struct planner *planner = making->sizing.planner;
    const struct recipe *recipe = key->recipe;
    int wish = progression_at(&recipe->descent_m, recipe_uses(planner, recipe));
    wish = smaller_of(wish, most);
    if (wish < recipe->descent_m.from)
        return false;
    for (; wish >= recipe->descent_m.from; wish -= DESCENT_STEP_M) {
        struct work work = key->work;
        int descent = dose_descend(planner, recipe, wish, &work);
        if (descent <= 0)
            break; /* less is not worth it */
        key->work = work;
        key->climb_m = descent;
        if (least_distance(making, recipe, &work) <= longest)
            break;
    }
    return key->climb_m > 0;
}

/* The climb that the work asks for; repeats give way to what the days and the week can hold. */
static bool choose_climb(const struct menu_making *making, struct key *key, int longest)
{
    const struct recipe *recipe = key->recipe;
    const struct hill_room *room = &making->room;
    if (!hills_are_asked(recipe))
        return true;
    int most =
        smaller_of(hills_run_limit(&making->sizing, room, ANY_DAY, recipe->kind), room->left_m);
    if (recipe->descent_m.from > 0)
        return choose_descent(making, key, most, longest);
    int each = recipe->climb_per_repeat_m > 0
                   ? recipe->climb_per_repeat_m
                   : scale_floor(key->work.stretch_s, recipe->climb_m_per_minute, 60);
    if (each * key->work.repeats > most && each > 0)
        key->work.repeats = most / each;
    key->climb_m = each * key->work.repeats;
    return key->work.repeats * key->work.stretch_s >= recipe->dose.least_s;
}

static bool is_key_already(const struct menu_making *making, const struct recipe *recipe)
{
    for (size_t i = 0; i < making->key_count; i++)
        if (making->keys[i].recipe == recipe)
            return true;
    return false;
}

/* Adds the recipe where it can be held besides what the week has so far; else tells what is short.
 */
static enum shortfall add_key(struct menu_making *making, size_t index, const struct recipe *recipe)
{
    const struct sizing *sizing = &making->sizing;
    struct key key = {.recipe = recipe};
    int others = sizing->runs - (making->long_run.distance > 0) - (int)making->key_count - 1;
    bool is_hard = recipe->effort == EFFORT_HARD;
    if (others < 0 || is_key_already(making, recipe))
        return SHORT_RUNS;
    if (is_hard && making->hard >= sizing->limits->week.limits.of[LIMIT_HARD_DAYS].max)
        return SHORT_HARD_DAYS;
    int percent = making->wants->of[index].want->percent;
    if (!choose_work(making, recipe, percent, &key.work))
        return short_of_work(making, recipe, percent);
    int room =
        sizing->target - making->long_run.distance - keys_distance(making) - others * sizing->least;
    int cap = work_cap(making, recipe->kind);
    int longest = round_down_to(smaller_of(room, cap), sizing->step);
    if (!choose_climb(making, &key, longest))
        return short_of_climb(making, recipe);
    key.distance = round_up_to(least_distance(making, recipe, &key.work), sizing->step);
    if (key.distance > longest)
        return short_of_distance(making, key.distance, room, cap);
    making->keys[making->key_count++] = key;
    making->hard += is_hard;
    if (recipe->descent_m.from == 0)
        making->left_s -= dose_seconds(sizing->planner, recipe, &key.work);
    if (making->room.left_m != INT_MAX)
        making->room.left_m -= key.climb_m;
    making->result->held[index] = recipe;
    return SHORT_NONE;
}

static void add_work(struct menu_making *making, size_t index)
{
    const struct week_want *want = &making->wants->of[index];
    size_t first = (size_t)making->levels->of[index];
    for (size_t i = first; i < want->option_count; i++) {
        enum shortfall shortfall = add_key(making, index, want->options[i]);
        if (i == first || shortfall == SHORT_NONE)
            making->result->shortfalls[index] = shortfall;
        if (shortfall == SHORT_NONE)
            return;
    }
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
    int cap = 0, left = sizing->target - making->long_run.distance - keys_distance(making);
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

/* --- the rest -------------------------------------------------------------------------------- */

static bool has_medium_long(const struct menu_making *making)
{
    const struct rest_shape *shape = &making->sizing.shape->rest;
    int week_m = distance_to_m(making->total, making->sizing.planner->plan->units);
    return shape->medium_long && making->long_run.distance > 0 && making->second_long == 0 &&
           week_m >= shape->medium_long_week_m && making->sizing.runs >= shape->medium_long_runs;
}

static bool is_easing(const struct menu_making *making)
{
    enum phase phase = making->sizing.week->phase;
    return phase == PHASE_TAPER || phase == PHASE_RACE || phase == PHASE_RECOVERY;
}

/* A run day of the biggest week so far, in the mean; INT_MAX where there is none. */
static int biggest_weeks_run(const struct sizing *sizing)
{
    int biggest = 0, run = INT_MAX;
    for (const struct week *week = sizing->planner->plan->weeks; week < sizing->week; week++) {
        int distance = plan_week_distance(week);
        if (distance <= biggest)
            continue;
        biggest = distance;
        run = distance / week_run_day_count(week, DAYS_PER_WEEK, NULL);
    }
    return run;
}

/* The longest run of race week. */
static int race_week_most(const struct menu_making *making)
{
    const struct rest_shape *shape = &making->sizing.shape->rest;
    const struct sizing *sizing = &making->sizing;
    return smaller_of(scale_floor(biggest_weeks_run(sizing), shape->race_week_most_percent, 100),
                      scale_floor(making->total, shape->race_week_share[sizing->runs], 100));
}

/* In race week and after it each easy run is shorter than the one before: the most of the one at a
   place, if the first may be `most`. */
static int falling_cap(const struct menu_making *making, int most, size_t place)
{
    int fall = making->sizing.shape->rest.race_week_fall_percent * (int)place;
    return scale_floor(most, larger_of(100 - fall, 0), 100);
}

static void let_caps_fall(const struct menu_making *making, int *caps, size_t count)
{
    enum phase phase = making->sizing.week->phase;
    if (count == 0 || (phase != PHASE_RACE && phase != PHASE_RECOVERY))
        return;
    int most = phase == PHASE_RACE ? race_week_most(making) : caps[0];
    for (size_t i = 0; i < count; i++)
        caps[i] = smaller_of(caps[i], falling_cap(making, most, i));
}

/* The caps of the days that are left for the rest: sessions of work have the first choice. The day
   for a long run is one of them, if there is none. */
static size_t rest_caps(const struct menu_making *making, int caps[DAYS_PER_WEEK])
{
    const struct sizing *sizing = &making->sizing;
    size_t count = 0;
    for (size_t i = 0; i < sizing->cap_count; i++)
        caps[count++] = sizing->caps[i];
    if (making->long_run.distance == 0 && sizing->long_day != ANY_DAY)
        sizing_insert_cap(caps, &count,
                          sizing_distance_limit(sizing, sizing->long_day, SESSION_EASY));
    size_t taken = making->key_count + (making->second_long > 0);
    taken = taken < count ? taken : count;
    memmove(caps, caps + taken, (count - taken) * sizeof *caps);
    count -= taken;
    let_caps_fall(making, caps, count);
    return count;
}

/* How much more easy running the sessions of work may take. */
static int fill_of(const struct menu_making *making, const struct key *key)
{
    const struct sizing *sizing = &making->sizing;
    const struct rest_shape *shape = &sizing->shape->rest;
    bool is_race_week = sizing->week->phase == PHASE_RACE;
    int percent = is_race_week ? shape->race_week_fill_percent : shape->fill[sizing->runs];
    int more = scale_floor(key->distance, percent, 100);
    if (is_race_week)
        more = smaller_of(more, falling_cap(making, race_week_most(making), 1) - key->distance);
    more = smaller_of(more, work_cap(making, key->recipe->kind) - key->distance);
    if (making->long_run.distance > 0) {
        int usual = easy_bound_percent(shape, &shape->bounds[0], sizing->runs);
        int most = scale_floor(making->long_run.distance, usual, 100);
        more = smaller_of(more, most - key->distance);
    }
    return round_down_to(larger_of(more, 0), sizing->step);
}

/* What one takes in that step. */
static int fill_part(const struct menu_making *making, const struct key *key, int part)
{
    return round_down_to(fill_of(making, key) * part / FILL_PARTS, making->sizing.step);
}

/* What all take together. */
static int fill_sum(const struct menu_making *making, int part)
{
    int sum = 0;
    for (size_t i = 0; i < making->key_count; i++)
        sum += fill_part(making, &making->keys[i], part);
    return sum;
}

/* The runs beside the easy ones and the long one. */
static size_t other_runs(const struct menu_making *making, int part, int others[MAX_RUNS])
{
    size_t count = 0;
    for (size_t i = 0; i < making->key_count; i++)
        others[count++] = making->keys[i].distance + fill_part(making, &making->keys[i], part);
    if (making->second_long > 0)
        others[count++] = making->second_long;
    return count;
}

/*
 * Spreads under the easy runs' bounds, which give way one after the other before distance is lost:
 * what a week does not hold is lost for those after it, which the ramp holds against it.
 */
static struct spread_runs spread_within_bounds(const struct menu_making *making,
                                               struct spread *spread, int fill)
{
    const struct rest_shape *shape = &making->sizing.shape->rest;
    struct spread_runs runs = {0};
    bool has_long = spread->long_run > 0;
    int longest = has_long ? making->long_run.distance : long_run_last(&making->sizing);
    if (making->sizing.week->phase == PHASE_RACE) {
        spread->most = race_week_most(making);
        return spread_easy_runs(spread);
    }
    for (size_t i = 0; i < shape->bound_count; i++) {
        const struct easy_bound *bound = &shape->bounds[i];
        if (i > 0 && (runs.lost - fill) * 100 <= bound->lost_percent * making->total)
            break;
        int percent = i == 0 && !has_long ? shape->no_long_percent
                                          : easy_bound_percent(shape, bound, making->sizing.runs);
        spread->most = longest > 0 ? scale_floor(longest, percent, 100) : INT_MAX / 2;
        runs = spread_easy_runs(spread);
    }
    return runs;
}

/*
 * Spreads what is left. Where that gives runs like each other, sessions of work take some of it for
 * a longer warm-up, and so they do with what finds no place.
 */
static void spread_rest(struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    int others[MAX_RUNS], caps[DAYS_PER_WEEK], long_run = making->long_run.distance;
    int left = sizing->target - long_run - keys_distance(making), best_part = 0;
    int count = sizing->runs - (long_run > 0) - (int)making->key_count - (making->second_long > 0);
    while (count > 1 && left / count < sizing->least)
        count--;
    struct spread spread = {
        .shape = &sizing->shape->rest,
        .units = sizing->planner->plan->units,
        .runs = larger_of(count, 0),
        .step = sizing->step,
        .caps = caps,
        .cap_count = rest_caps(making, caps),
        .others = others,
        .long_run = long_run,
        .usual_most = scale_floor(
            long_run,
            easy_bound_percent(&sizing->shape->rest, sizing->shape->rest.bounds, sizing->runs),
            100),
        .has_medium_long = has_medium_long(making),
    };
    struct spread_runs best = {.fault = INT_MAX};
    for (int part = 0; part <= FILL_PARTS && best.fault >= SPREAD_FAULT; part++) {
        spread.left = left - fill_sum(making, part);
        spread.other_count = other_runs(making, part, others);
        if (part > 0 && spread.left < spread.runs * sizing->least)
            break;
        struct spread_runs tried =
            spread_within_bounds(making, &spread, fill_sum(making, FILL_PARTS - part));
        if (tried.fault < best.fault) {
            best = tried;
            best_part = part;
        }
    }
    making->easy_count = spread.runs;
    memcpy(making->easy, best.distance, sizeof making->easy);
    for (size_t i = 0; i < making->key_count; i++) {
        struct key *key = &making->keys[i];
        int most = fill_of(making, key), more = fill_part(making, key, best_part);
        int lost = smaller_of(most - more, round_down_to(best.lost, sizing->step));
        key->distance += more + lost;
        best.lost -= lost;
    }
}

/* --- items ----------------------------------------------------------------------------------- */

/* A run with `climb_m`, of which `home_m` are its usual terrain: that gives way to time. */
static struct item *add_item(struct menu_making *making, const struct recipe *recipe,
                             const struct work *work, int distance, int climb_m, int home_m)
{
    const struct planner *planner = making->sizing.planner;
    struct item *item = &making->result->items[making->result->count++];
    climb_m = smaller_of(
        climb_m, larger_of(sizing_climb_limit(&making->sizing, ANY_DAY, recipe->kind, distance),
                           climb_m - home_m));
    *item = (struct item){
        .session = recipe_session(planner, recipe, work, distance),
        .recipe = recipe,
        .fixed_day = ANY_DAY,
        .weekend_only = hills_are_weekend_only(planner->plan, recipe),
    };
    struct session *session = &item->session;
    hills_set(session, climb_m, home_m, hills_on_treadmill(planner->plan, recipe));
    if (recipe->terrain != TERRAIN_UPHILL && recipe->terrain != TERRAIN_DOWNHILL)
        session->terrain = terrain_of_run(planner, session);
    if (session->duration_s == UNKNOWN)
        session->duration_s =
            run_seconds(distance, climb_m, planner->easy_pace_s, planner->plan->units);
    return item;
}

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
        add_item(making, recipe, &making->long_work, run->distance, run->climb_m, home);
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
        int most = hills_run_limit(&making->sizing, &making->room, ANY_DAY, key->recipe->kind);
        int climb = smaller_of(home + key->climb_m, larger_of(most, key->climb_m));
        add_item(making, key->recipe, &key->work, key->distance, climb, home);
    }
}

/* Whether an easy run of that distance can be the recipe. */
static bool fits_easy_run(const struct menu_making *making, const struct recipe *recipe,
                          const struct work *work, int distance)
{
    enum units units = making->sizing.planner->plan->units;
    return distance >= least_distance(making, recipe, work) &&
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
    bool is_medium =
        has_medium_long(making) && run == 0 && making->easy[0] * 2 >= making->long_run.distance;
    if (is_medium)
        return shape->medium_long;
    bool is_last = run == making->easy_count - 1 && making->easy_count >= 3;
    return is_last && shape->recovery && !is_easing(making) ? shape->recovery : shape->easy;
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
            struct work work = plain_work(making, recipe);
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
        add_item(making, recipe, &works[i], making->easy[i], home + climb, home);
    }
}

/* --- climb that rules wish ---------------------------------------------------------------------
 */

/* Whether the run may take more climb than its usual terrain has: one without steps, on a day with
   hills. */
static bool takes_climb(const struct menu_making *making, const struct item *item)
{
    const struct sizing *sizing = &making->sizing;
    const struct plan *plan = sizing->planner->plan;
    bool is_long = item->session.kind == SESSION_LONG;
    if (!item->recipe || item->session.step_count > 0 ||
        (!is_long && item->session.kind != SESSION_EASY))
        return false;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if ((is_long ? d == sizing->long_day : sizing_day_is_open(sizing, d)) &&
            !hills_are_outside(plan, sizing->week->days[d].date))
            return false;
    return true;
}

/* Gives the run so much more climb, as far as it can hold it; how much that is. */
static int raise_climb(struct menu_making *making, struct item *item, int more)
{
    const struct sizing *sizing = &making->sizing;
    const struct planner *planner = sizing->planner;
    struct session *run = &item->session;
    int day = run->kind == SESSION_LONG ? sizing->long_day : ANY_DAY;
    int most = smaller_of(hills_run_limit(sizing, &making->room, day, run->kind),
                          sizing_climb_limit(sizing, day, run->kind, run->distance));
    more = smaller_of(more, smaller_of(most - run->climb_m, making->room.left_m));
    if (more <= 0)
        return 0;
    hills_set(run, run->climb_m + more, 0, false);
    run->terrain = terrain_of_run(planner, run);
    run->duration_s =
        run_seconds(run->distance, run->climb_m, planner->easy_pace_s, planner->plan->units);
    if (making->room.left_m != INT_MAX)
        making->room.left_m -= more;
    return more;
}

/* Spreads the climb that rules wish over the easy runs and the long one, by their distance. */
static void grant_climb(struct menu_making *making)
{
    struct menu_result *result = making->result;
    int wish = making->sizing.limits->wishes.wishes.of[WISH_CLIMB_M].value, distance = 0;
    if (wish == UNKNOWN || making->levels->is_flat)
        return;
    for (size_t i = 0; i < result->count; i++) {
        wish -= larger_of(result->items[i].session.climb_m, 0);
        distance += takes_climb(making, &result->items[i]) ? result->items[i].session.distance : 0;
    }
    int left = scale_floor(larger_of(wish, 0), WISH_PARTS - making->levels->wish_cut, WISH_PARTS);
    for (size_t i = 0; i < result->count && left > 0; i++) {
        struct item *item = &result->items[i];
        if (!takes_climb(making, item))
            continue;
        int own = item->session.distance;
        left -= raise_climb(making, item, scale_round(left, own, larger_of(distance, 1)));
        distance -= own;
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

/* --- run-walk -------------------------------------------------------------------------------- */

static bool is_run_walk(const struct want *want)
{
    return want->due[0]->kind == SESSION_RUN_WALK;
}

/*
 * What a want of run-walk holds in this week; NULL where it begins later. It lists its sessions
 * from the first week on to running without a stop; who starts with more has fewer such weeks and
 * starts further down the list.
 */
static const struct recipe *run_walk_of_week(const struct menu_making *making,
                                             const struct want *want)
{
    const struct sizing *sizing = &making->sizing;
    int stage = (int)want->due_count - sizing->planner->run_walk_weeks + sizing->wish->turn;
    return stage < 0 ? NULL : want->due[stage];
}

/* Run-walk of a week: how many are still to come, and what they may go in all. */
struct run_walk_room {
    int runs, left;
};

static int run_walk_distance(const struct menu_making *making, const struct recipe *recipe)
{
    return distance_from_m_floor(recipe->most_m, making->sizing.planner->plan->units);
}

static void add_run_walk(struct menu_making *making, const struct recipe *recipe,
                         struct run_walk_room *room)
{
    const struct work work = {.repeats = recipe_repeats(recipe, 0)};
    int distance = run_walk_distance(making, recipe);
    add_item(making, recipe, &work, distance, 0, 0);
    room->runs--;
    room->left -= distance;
}

/* Whether a longer session costs none of the usual ones. */
static bool has_run_walk_room(const struct run_walk_room *room, int longer, int usual)
{
    if (room->runs <= 0 || room->left < longer)
        return false;
    int others = smaller_of(room->runs - 1, (room->left - longer) / usual);
    return others + 1 >= smaller_of(room->runs, room->left / usual);
}

/* Fills a run-walk week: with one session of each want, and as many as it holds of the last one. */
static void add_run_walks(struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    const struct menu *menu = &sizing->shape->menus[MENU_RUN_WALK];
    const struct want *last = NULL;
    for (size_t i = 0; i < menu->want_count; i++)
        if (is_run_walk(&menu->wants[i]))
            last = &menu->wants[i];
    if (!last)
        return;
    const struct recipe *usual = run_walk_of_week(making, last);
    usual = usual ? usual : last->due[0];
    int each = larger_of(run_walk_distance(making, usual), 1);
    struct run_walk_room room = {sizing->runs, sizing->limits->week.limits.of[LIMIT_DISTANCE].max -
                                                   sizing->tune_up - sizing->fixed};
    for (size_t w = 0; w < making->wants->count; w++) {
        const struct week_want *want = &making->wants->of[w];
        if (!is_run_walk(want->want) || want->want == last || making->levels->of[w] >= want->lowest)
            continue;
        const struct recipe *longer = run_walk_of_week(making, want->want);
        if (!longer || !has_run_walk_room(&room, run_walk_distance(making, longer), each))
            continue;
        add_run_walk(making, longer, &room);
        making->result->held[w] = longer;
    }
    while (room.runs > 0 && room.left >= each)
        add_run_walk(making, usual, &room);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void add_runs(struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    making->total = sizing->target + sizing->tune_up + sizing->around + sizing->fixed;
    making->hard = sizing->tune_up_count + sizing->fixed_hard;
    making->left_s = work_limit(making);
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
            add_work(making, i);
        else if (making->wants->of[i].size == RECIPE_SIZE_SECOND_LONG)
            add_second_long_run(making, i);
    }
    for (size_t i = 0; i < making->wants->count; i++)
        if (making->wants->of[i].want->only_without_quality)
            quicken_long_run(making, i);
    spread_rest(making);
    if (making->long_run.distance > 0)
        add_long_item(making);
    add_key_items(making);
    if (making->second_long > 0) {
        const struct recipe *recipe = making->result->held[making->second_want];
        const struct work none = {0};
        int home = hills_home(sizing->planner, &making->room, making->second_long);
        add_item(making, recipe, &none, making->second_long, home, home);
    }
    add_easy_items(making);
    grant_climb(making);
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
    add_fixed(&making.sizing, result);
    add_races(&making.sizing, result);
    if (making.sizing.wish->menu == MENU_RUN_WALK)
        add_run_walks(&making);
    else if (making.sizing.runs > 0 && making.sizing.target > 0)
        add_runs(&making);
    for (size_t i = 0; i < wants->count; i++)
        if (wants->of[i].size == RECIPE_SIZE_EXTRA)
            add_extras(&making, wants->of[i].options[0]);
    prescribe_paces(planner, result);
}
