/* The rest of a week: the bounds of its easy runs, and what sessions of work take of it. */
#include "planner/menu_rest.h"

#include <string.h>

#define FILL_PARTS 3 /* steps in which sessions of work take easy running */

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
    more = smaller_of(more, making_work_cap(making, key->recipe->kind) - key->distance);
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

void menu_spread_rest(struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    int others[MAX_RUNS], caps[DAYS_PER_WEEK], long_run = making->long_run.distance;
    int left = sizing->target - long_run - making_keys_distance(making), best_part = 0;
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
        .has_medium_long = making_has_medium_long(making),
        .is_even = making_is_even(making),
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
