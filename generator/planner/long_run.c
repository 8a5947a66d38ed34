/* The long run: the week's share, its growth, and the race's hills. */
#include "planner/long_run.h"

#include "planner/race_slopes.h"
#include "training/load.h"

#define RECENT_WEEKS 6 /* whose long runs are what the legs know */
#define PERMILLE     1000

static bool is_growing(const struct sizing *sizing)
{
    return sizing->week->kind == WEEK_BUILD || sizing->week->kind == WEEK_HOLD;
}

static int longest_long_run(const struct week *week)
{
    int longest = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (week->days[d].sessions[i].kind == SESSION_LONG)
                longest = larger_of(longest, week->days[d].sessions[i].distance);
    return longest;
}

int long_run_last(const struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    int week = (int)(sizing->week - plan->weeks), longest = 0;
    for (int w = larger_of(week - RECENT_WEEKS, 0); w < week; w++)
        longest = larger_of(longest, longest_long_run(&plan->weeks[w]));
    if (week < RECENT_WEEKS - 1)
        longest = larger_of(longest, plan->runner.longest_recent_run); /* UNKNOWN is the smallest */
    return longest;
}

static int wished_distance(const struct sizing *sizing, int percent)
{
    const struct long_shape *shape = &sizing->shape->long_run;
    int wish = scale_floor(sizing->target, shape->share[sizing->runs], 100);
    if (is_growing(sizing)) {
        int more =
            scale_floor(long_run_last(sizing), 100 + shape->grow_percent, 100) + sizing->step;
        int limit = sizing_distance_limit(sizing, sizing->long_day, SESSION_LONG);
        more = smaller_of(more, scale_floor(wish, shape->grow_to_percent, 100));
        wish = larger_of(wish, smaller_of(more, limit));
    }
    /* Who runs as far on few days runs that far each time. */
    int most = distance_from_m_floor(shape->most_m, sizing->planner->plan->units);
    wish = smaller_of(wish, larger_of(most, sizing->target / sizing->runs));
    return scale_floor(wish, percent, 100);
}

/* --- hills ----------------------------------------------------------------------------------- */

/* Metres per km of the race, the larger of climb and descent. */
static int race_hills(const struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    return larger_of(race_slopes_climb(plan), race_slopes_descent(plan));
}

static bool rises(const struct sizing *sizing)
{
    return race_slopes_climb(sizing->planner->plan) >= sizing->shape->long_run.rise_race_m_per_km;
}

static int in_km(const struct sizing *sizing, int distance, int m_per_km)
{
    return scale_floor(distance_to_m(distance, sizing->planner->plan->units), m_per_km, 1000);
}

/* The most climb that a week of the plan has so far. */
static int highest_climb(const struct sizing *sizing)
{
    int highest = 0;
    for (const struct week *week = sizing->planner->plan->weeks; week < sizing->week; week++)
        highest = larger_of(highest, week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL));
    return highest;
}

/* The climb wished for: the race's per km, as far as the plan has come. */
static int wished_climb(const struct sizing *sizing, const struct hill_room *room, int distance,
                        int home)
{
    const struct long_shape *shape = &sizing->shape->long_run;
    int part =
        shape->hills_from_percent + scale_floor(shape->hills_to_percent - shape->hills_from_percent,
                                                sizing->wish->progress, PERMILLE);
    int whole = in_km(sizing, distance, race_hills(sizing)), wish = scale_floor(whole, part, 100);
    if (sizing->week->phase == PHASE_PEAK && rises(sizing)) {
        int others = room->home_part - home;
        int rising = scale_floor(highest_climb(sizing), shape->rise_over_percent, 100) - others;
        wish =
            larger_of(wish, smaller_of(rising, scale_floor(whole, shape->rise_most_percent, 100)));
    }
    return wish;
}

/* The most descent of a run in the weeks that the legs remember. */
static int largest_descent(const struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    int week = (int)(sizing->week - plan->weeks), largest = 0;
    for (int w = larger_of(week - RECENT_WEEKS, 0); w < week; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++)
                largest = larger_of(largest, plan->weeks[w].days[d].sessions[i].descent_m);
    return largest;
}

/* The most that a level allows. */
static int level_climb(const struct sizing *sizing, enum long_hills level, int distance)
{
    const struct session_library *library = sizing->shape->library;
    int usual = larger_of(sizing->planner->plan->runner.usual_descent_m, 0);
    int load =
        larger_of(library->load_from_m, scale_floor(usual, library->load_percent_of_usual, 100));
    if (level == LONG_HILLS_FULL) { /* what is new to the legs costs a day more of recovery */
        int known = largest_descent(sizing);
        return known >= load ? scale_floor(known, library->load_new_percent - 1, 100) : INT_MAX;
    }
    if (level == LONG_HILLS_NO_LOAD)
        return load - 1;
    if (level == LONG_HILLS_ROLLING)
        return smaller_of(load - 1, in_km(sizing, distance, library->rolling_most_m_per_km - 1));
    return INT_MAX;
}

/* Time that hills take is taken of the distance, as far as the template allows. */
static int climb_in_time(const struct sizing *sizing, int distance)
{
    int kept = scale_floor(distance, 100 - sizing->shape->long_run.hills_take_percent, 100);
    return sizing_climb_limit(sizing, sizing->long_day, SESSION_LONG, kept);
}

static int long_climb(const struct sizing *sizing, const struct hill_room *room,
                      enum long_hills level, int distance, int home)
{
    if (sizing->week->phase == PHASE_TAPER && level < LONG_HILLS_ROLLING)
        level = LONG_HILLS_ROLLING; /* legs remember, and recover */
    bool takes_hills =
        level < LONG_HILLS_HOME &&
        race_hills(sizing) >= sizing->shape->long_run.hills_race_m_per_km &&
        hills_are_at_hand(sizing->planner->plan, sizing->week->days[sizing->long_day].date);
    if (!takes_hills)
        return home;
    int climb = smaller_of(wished_climb(sizing, room, distance, home),
                           hills_run_limit(sizing, room, sizing->long_day, SESSION_LONG, false));
    climb = smaller_of(climb, room->left_m == INT_MAX ? INT_MAX : room->left_m + home);
    climb = smaller_of(climb, level_climb(sizing, level, distance));
    return larger_of(home, smaller_of(climb, climb_in_time(sizing, distance)));
}

/* --- the whole ------------------------------------------------------------------------------- */

bool long_run_make(const struct sizing *sizing, const struct long_level *level, int percent,
                   bool is_flat, struct hill_room *room, struct long_run *run)
{
    if (sizing->long_day == ANY_DAY || sizing->runs < 1)
        return false;
    int wish = wished_distance(sizing, percent);
    int limit = sizing_distance_limit(sizing, sizing->long_day, SESSION_LONG);
    bool race_serves =
        sizing->tune_up > 0 &&
        sizing->tune_up >= scale_floor(wish, sizing->shape->long_run.race_percent, 100);
    int distance = scale_floor(smaller_of(wish, limit), level->percent, 100);
    distance = round_down_to(distance, sizing->step);
    if (race_serves || distance < sizing->least)
        return false;
    *run = (struct long_run){.distance = distance};
    if (wish > limit)
        run->bound =
            budget_reason(&sizing->limits->days[sizing->long_day][SESSION_LONG], LIMIT_DISTANCE);
    *room = hills_room(sizing, distance, is_flat);
    int home = smaller_of(hills_home(sizing->planner, room, distance),
                          sizing_climb_limit(sizing, sizing->long_day, SESSION_LONG, distance));
    run->climb_m = long_climb(sizing, room, level->hills, distance, home);
    run->is_hilly = run->climb_m > home;
    if (room->left_m != INT_MAX)
        room->left_m -= run->climb_m - home;
    int most = effort_distance_inverse(sizing_effort_limit(sizing, sizing->long_day, SESSION_LONG),
                                       run->climb_m, sizing->planner->plan->units);
    run->distance = smaller_of(distance, round_down_to(most, sizing->step));
    return run->distance > 0;
}

void long_run_hold_climb(const struct sizing *sizing, const struct long_run *run,
                         struct hill_room *room)
{
    const struct long_shape *shape = &sizing->shape->long_run;
    bool is_before_peak = sizing->week->phase == PHASE_BASE || sizing->week->phase == PHASE_BUILD;
    if (!is_before_peak || !rises(sizing) || sizing->long_day == ANY_DAY)
        return;
    const struct plan *plan = sizing->planner->plan;
    int biggest = 0;
    for (size_t w = 0; w < plan->week_count; w++)
        biggest = larger_of(biggest, sizing->planner->wishes[w].distance);
    int longest = smaller_of(distance_from_m_floor(shape->most_m, plan->units),
                             scale_floor(biggest, shape->share[sizing->runs], 100));
    longest =
        smaller_of(longest, scale_floor(sizing_effort_limit(sizing, sizing->long_day, SESSION_LONG),
                                        100 - shape->hills_take_percent, 100));
    int peak = in_km(sizing, longest, race_hills(sizing)) + room->home_part;
    int percent =
        shape->rise_from_percent + scale_floor(shape->rise_to_percent - shape->rise_from_percent,
                                               sizing->wish->progress, PERMILLE);
    int home = hills_home(sizing->planner, room, run->distance);
    int taken = room->home_part + larger_of(run->climb_m - home, 0);
    room->left_m = larger_of(0, smaller_of(room->left_m, scale_floor(peak, percent, 100) - taken));
}
