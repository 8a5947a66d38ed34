/* What stands in a week before anything is chosen: past days and races. */
#include "planner/menu_fixed.h"

#include "planner/fixed_days.h"
#include "planner/standing.h"

void menu_add_fixed(const struct sizing *sizing, struct menu_result *result)
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

void menu_add_races(const struct sizing *sizing, struct menu_result *result)
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
