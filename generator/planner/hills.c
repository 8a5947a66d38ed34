/* Hills: the room for climb. */
#include "planner/hills.h"

#include "planner/race_slopes.h"

bool hills_are_asked(const struct recipe *recipe)
{
    return recipe->climb_per_repeat_m > 0 || recipe->climb_m_per_minute > 0 ||
           recipe->descent_m.from > 0;
}

static bool has_access(const struct plan *plan, enum hill_access access)
{
    return plan->hills.access & HILL_SET(access);
}

bool hills_are_weekends(const struct plan *plan)
{
    return has_access(plan, HILLS_WEEKEND);
}

bool hills_are_outside(const struct plan *plan, int date)
{
    if (hills_are_weekends(plan))
        return date_is_weekend(date);
    return !has_access(plan, HILLS_NONE) && !has_access(plan, HILLS_TREADMILL);
}

bool hills_are_at_hand(const struct plan *plan, int date)
{
    return has_access(plan, HILLS_TREADMILL) || hills_are_outside(plan, date);
}

bool hills_on_treadmill(const struct plan *plan, const struct recipe *recipe)
{
    return has_access(plan, HILLS_TREADMILL) && hills_are_asked(recipe) &&
           recipe->descent_m.from == 0;
}

bool hills_are_weekend_only(const struct plan *plan, const struct recipe *recipe)
{
    return hills_are_weekends(plan) && hills_are_asked(recipe) && !hills_on_treadmill(plan, recipe);
}

/* Whether there is a day, other than the long run's, whose hills are at hand. */
static bool has_hill_day(const struct sizing *sizing, const struct recipe *recipe)
{
    if (!hills_are_weekend_only(sizing->planner->plan, recipe))
        return true;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (date_is_weekend(sizing->week->days[d].date) && d != sizing->long_day &&
            sizing_day_is_open(sizing, d))
            return true;
    return false;
}

bool hills_can_hold(const struct sizing *sizing, const struct recipe *recipe)
{
    const struct plan *plan = sizing->planner->plan;
    if (race_slopes_descent(plan) < recipe->race_descent_least ||
        (recipe->needs_treadmill && !has_access(plan, HILLS_TREADMILL)))
        return false;
    if (!hills_are_asked(recipe))
        return true;
    bool has_no_slope =
        has_access(plan, HILLS_NONE) ||
        (plan->hills.access == HILL_SET(HILLS_TREADMILL) && !hills_on_treadmill(plan, recipe));
    return !(recipe->needs_hills && has_no_slope) && has_hill_day(sizing, recipe);
}

/* Runs end where they began, so one limit holds for both. */
static int tighter(const struct limits *limits)
{
    return smaller_of(limits->of[LIMIT_CLIMB_M].max, limits->of[LIMIT_DESCENT_M].max);
}

static int usual_climb(const struct planner *planner, int distance)
{
    int usual = planner->plan->runner.usual_descent_m, most = planner->plan->hills.max_climb_m;
    if (usual == UNKNOWN)
        return 0;
    if (most != UNKNOWN)
        usual = smaller_of(usual, most);
    return smaller_of(usual,
                      scale_floor(distance, planner->home_climb_per_1000, 1000 * HUNDREDTHS));
}

struct hill_room hills_room(const struct sizing *sizing, int long_run, bool is_flat)
{
    const struct planner *planner = sizing->planner;
    int others = sizing->runs - (long_run > 0), usual = 0;
    if (!is_flat)
        usual =
            usual_climb(planner, long_run) +
            (others > 0 ? others * usual_climb(planner, (sizing->target - long_run) / others) : 0);
    int most = tighter(&sizing->limits->week.limits);
    struct hill_room room = {
        .is_flat = is_flat,
        .practical_m = planner->plan->hills.max_climb_m == UNKNOWN
                           ? INT_MAX
                           : planner->plan->hills.max_climb_m,
        .home_part = smaller_of(usual, most),
        .home_whole = larger_of(usual, 1),
    };
    room.left_m = most == INT_MAX ? INT_MAX : most - room.home_part;
    return room;
}

int hills_home(const struct planner *planner, const struct hill_room *room, int distance)
{
    if (room->is_flat)
        return 0;
    int usual = usual_climb(planner, distance);
    return room->home_part == room->home_whole
               ? usual
               : scale_floor(usual, room->home_part, room->home_whole);
}

static int day_limit(const struct sizing *sizing, int day, enum session_kind kind,
                     bool is_on_treadmill)
{
    const struct limits *limits = &sizing->limits->days[day][kind].limits;
    return is_on_treadmill ? limits->of[LIMIT_CLIMB_M].max : tighter(limits);
}

int hills_run_limit(const struct sizing *sizing, const struct hill_room *room, int day,
                    enum session_kind kind, bool is_on_treadmill)
{
    int most = day == ANY_DAY ? 0 : day_limit(sizing, day, kind, is_on_treadmill);
    for (int d = 0; d < DAYS_PER_WEEK && day == ANY_DAY; d++)
        if (d != sizing->long_day)
            most = larger_of(most, day_limit(sizing, d, kind, is_on_treadmill));
    return smaller_of(most, room->practical_m);
}

void hills_set(struct session *session, int climb_m, int home_m, bool is_on_treadmill)
{
    session->climb_m = climb_m;
    session->descent_m = is_on_treadmill ? smaller_of(climb_m, home_m) : climb_m;
}
