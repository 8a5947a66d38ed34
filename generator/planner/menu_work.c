/* Sessions of work: what the week, its days and the runner's hills leave room for. */
#include "planner/menu_work.h"

#define DESCENT_STEP_M 10

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
    *work = making_plain_work(making, recipe);
    return recipe->dose.least_s == 0 || recipe->descent_m.from > 0 ||
           dose_make(planner, recipe, &room, work);
}

int menu_work_limit(const struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    int most = scale_floor(dose_week_seconds(sizing->planner, sizing->target),
                           sizing->shape->work_most_percent, 100);
    return sizing->tune_up_count > 0 ? scale_floor(most, sizing->shape->work_tune_up_percent, 100)
                                     : most;
}

/* Whether it is the other work of the week that leaves no room. */
static enum shortfall short_of_work(const struct menu_making *making, const struct recipe *recipe,
                                    int percent)
{
    struct work work = making_plain_work(making, recipe);
    const struct dose_room room = dose_room(making, menu_work_limit(making), percent);
    return dose_make(making->sizing.planner, recipe, &room, &work) ? SHORT_WORK : SHORT_ROOM;
}

/* The most climb of such a session on any day. */
static int work_climb_limit(const struct menu_making *making, const struct recipe *recipe)
{
    return hills_run_limit(&making->sizing, &making->room, ANY_DAY, recipe->kind,
                           hills_on_treadmill(making->sizing.planner->plan, recipe));
}

/* What leaves too little climb: the week, the runner's hills, or all days. */
static enum shortfall short_of_climb(const struct menu_making *making, const struct recipe *recipe)
{
    const struct hill_room *room = &making->room;
    int most = work_climb_limit(making, recipe);
    if (room->left_m < most)
        return SHORT_CLIMB;
    return most == room->practical_m ? SHORT_HILLS : SHORT_STEEP;
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
        if (making_least_distance(making, recipe, &work) <= longest)
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
    int most = smaller_of(work_climb_limit(making, recipe), room->left_m);
    if (recipe->descent_m.from > 0)
        return choose_descent(making, key, most, longest);
    int each = recipe->climb_per_repeat_m > 0
                   ? recipe->climb_per_repeat_m
                   : scale_floor(key->work.stretch_s, recipe->climb_m_per_minute, 60);
    if (each * key->work.repeats > most && each > 0)
        key->work.repeats = most / each;
    key->climb_m = each * key->work.repeats;
    return key->work.repeats >= recipe_repeats(recipe, 0) &&
           key->work.repeats * key->work.stretch_s >= recipe->dose.least_s;
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
    int room = sizing->target - making->long_run.distance - making_keys_distance(making) -
               others * sizing->least;
    int cap = making_work_cap(making, recipe->kind);
    int longest = round_down_to(smaller_of(room, cap), sizing->step);
    if (!choose_climb(making, &key, longest))
        return short_of_climb(making, recipe);
    key.distance = round_up_to(making_least_distance(making, recipe, &key.work), sizing->step);
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

void menu_add_work(struct menu_making *making, size_t index)
{
    const struct week_want *want = &making->wants->of[index];
    size_t first = (size_t)making->levels->of[index];
    if (want->want->beside_easy_long && making->long_work.finish > 0) {
        making->result->shortfalls[index] = SHORT_WORK;
        return;
    }
    for (size_t i = first; i < want->option_count; i++) {
        enum shortfall shortfall = add_key(making, index, want->options[i]);
        if (i == first || shortfall == SHORT_NONE)
            making->result->shortfalls[index] = shortfall;
        if (shortfall == SHORT_NONE)
            return;
    }
}
