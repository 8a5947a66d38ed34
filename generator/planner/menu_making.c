/* A week's menu in the making: what its parts ask of it. */
#include "planner/menu_making.h"

#include "planner/terrain.h"
#include "training/load.h"

int making_work_cap(const struct menu_making *making, enum session_kind kind)
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

int making_keys_distance(const struct menu_making *making)
{
    int sum = making->second_long;
    for (size_t i = 0; i < making->key_count; i++)
        sum += making->keys[i].distance;
    return sum;
}

struct work making_plain_work(const struct menu_making *making, const struct recipe *recipe)
{
    int uses = recipe_uses(making->sizing.planner, recipe);
    return (struct work){.repeats = recipe_repeats(recipe, uses),
                         .is_small_week = making->is_small};
}

int making_least_distance(const struct menu_making *making, const struct recipe *recipe,
                          const struct work *work)
{
    const struct planner *planner = making->sizing.planner;
    int least = recipe_distance(planner, recipe, work);
    return recipe->least_m == UNKNOWN
               ? least
               : larger_of(least, distance_from_m(recipe->least_m, planner->plan->units));
}

bool making_has_medium_long(const struct menu_making *making)
{
    const struct rest_shape *shape = &making->sizing.shape->rest;
    int week_m = distance_to_m(making->total, making->sizing.planner->plan->units);
    return shape->medium_long &&
           making->sizing.planner->plan->race.distance.metres >= shape->medium_long_race_m &&
           making->long_run.distance > 0 && making->second_long == 0 &&
           week_m >= shape->medium_long_week_m && making->sizing.runs >= shape->medium_long_runs;
}

bool making_is_even(const struct menu_making *making)
{
    const struct rest_shape *shape = &making->sizing.shape->rest;
    return making->sizing.planner->plan->race.distance.metres < shape->medium_long_race_m &&
           making->long_run.distance > 0 && making->sizing.runs >= shape->medium_long_runs;
}

bool making_is_easing(const struct menu_making *making)
{
    enum phase phase = making->sizing.week->phase;
    return phase == PHASE_TAPER || phase == PHASE_RACE || phase == PHASE_RECOVERY;
}

struct item *making_add_item(struct menu_making *making, const struct recipe *recipe,
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
