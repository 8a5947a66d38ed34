/* Climb that rules wish: which runs take it, and how much. */
#include "planner/menu_climb.h"

#include "planner/terrain.h"
#include "training/load.h"

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
    int most = smaller_of(hills_run_limit(sizing, &making->room, day, run->kind, false),
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

void menu_grant_climb(struct menu_making *making)
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
