/* Dose: caps, growth with each use, and stretches of friendly lengths. */
#include "planner/dose.h"

/* From this length on stretches are whole minutes; shorter ones are as the recipe has them. */
#define WHOLE_MINUTES_FROM 120
#define RECOVERY_STEP_S    30
#define SECONDS_PER_MINUTE 60

static int round_up(int value, int step)
{
    return (value + step - 1) / step * step;
}

int dose_week_seconds(const struct planner *planner, int distance)
{
    return scale_floor(distance, planner->easy_pace_s, HUNDREDTHS);
}

/* The most that the dose grows to in such a week. */
static int cap_of(const struct planner *planner, const struct recipe *recipe,
                  const struct dose_room *room)
{
    const struct dose *dose = &recipe->dose;
    int cap = dose->most_s == UNKNOWN ? INT_MAX : dose->most_s;
    int pace = recipe_work_pace(planner, recipe);
    if (dose->most_m != UNKNOWN)
        cap = smaller_of(cap, scale_floor(distance_from_m(dose->most_m, planner->plan->units), pace,
                                          HUNDREDTHS));
    if (dose->week_time_percent > 0)
        cap = smaller_of(cap, scale_floor(dose_week_seconds(planner, room->distance),
                                          dose->week_time_percent, 100));
    if (dose->week_distance_percent > 0)
        cap = smaller_of(cap,
                         scale_floor(scale_floor(room->distance, dose->week_distance_percent, 100),
                                     pace, HUNDREDTHS));
    if (dose->race_time_percent > 0 && planner->race_s != UNKNOWN)
        cap = smaller_of(cap, scale_floor(planner->race_s, dose->race_time_percent, 100));
    return cap;
}

static int wished_seconds(const struct dose *dose, int cap, int uses)
{
    if (dose->from_s > 0)
        return smaller_of(cap, dose->from_s + uses * dose->step_s);
    return scale_floor(cap, smaller_of(dose->from_percent + uses * dose->step_percent, 100), 100);
}

/* Divides work into stretches: as many as its length by use gives, but none alone that is short. */
static void divide(const struct dose *dose, int seconds, int uses, struct work *work)
{
    size_t stage = (size_t)smaller_of(uses, (int)dose->stretch_count - 1);
    int length = dose->stretches_s[stage];
    if (length < WHOLE_MINUTES_FROM) {
        work->repeats = larger_of(2, round_up(seconds, length) / length);
        work->stretch_s = length;
    } else {
        work->repeats = larger_of(1, (seconds + length / 2) / length);
        if (work->repeats == 1 && seconds < dose->single_from_s)
            work->repeats = 2;
    }
    work->repeats = smaller_of(work->repeats, dose->most_stretches);
    if (length >= WHOLE_MINUTES_FROM) {
        work->stretch_s = seconds / work->repeats / SECONDS_PER_MINUTE * SECONDS_PER_MINUTE;
        if (work->repeats * work->stretch_s < dose->least_s)
            work->stretch_s += SECONDS_PER_MINUTE;
    }
}

static int recovery_of(const struct dose *dose, const struct work *work)
{
    if (dose->recovery_percent == 0 || work->repeats == 1)
        return 0;
    int seconds = scale_round(work->stretch_s, dose->recovery_percent, 100);
    seconds = (seconds + RECOVERY_STEP_S / 2) / RECOVERY_STEP_S * RECOVERY_STEP_S;
    return larger_of(dose->recovery_least_s, smaller_of(seconds, dose->recovery_most_s));
}

bool dose_make(const struct planner *planner, const struct recipe *recipe,
               const struct dose_room *room, struct work *work)
{
    const struct dose *dose = &recipe->dose;
    int uses = recipe_uses(planner, recipe), cap = cap_of(planner, recipe, room);
    bool is_small = cap < dose->least_s;
    if (is_small && dose->least_s > scale_floor(cap, dose->small_week_percent, 100))
        return false;
    int wish = wished_seconds(dose, larger_of(cap, dose->least_s), uses);
    int seconds = larger_of(scale_floor(wish, room->percent, 100), dose->least_s);
    seconds = smaller_of(seconds, room->left_s);
    if (seconds < dose->least_s)
        return false;
    divide(dose, seconds, uses, work);
    work->recovery_s = recovery_of(dose, work);
    return true;
}

int dose_finish(const struct planner *planner, const struct recipe *recipe, int distance,
                int left_s, int step)
{
    const struct finish *finish = &recipe->finish;
    int uses = recipe_uses(planner, recipe), pace = recipe_work_pace(planner, recipe);
    int percent =
        smaller_of(finish->from_percent + uses * finish->step_percent, finish->to_percent);
    int wish = scale_floor(distance, percent, 100);
    int least = scale_floor(finish->least_s, HUNDREDTHS, pace);
    wish = larger_of(wish, smaller_of(least, scale_floor(distance, finish->to_percent, 100)));
    wish = smaller_of(wish, scale_floor(finish->most_s, HUNDREDTHS, pace));
    wish = smaller_of(wish, scale_floor(larger_of(left_s, 0), HUNDREDTHS, pace)) / step * step;
    return 2 * wish >= least ? wish : 0;
}

int dose_seconds(const struct planner *planner, const struct recipe *recipe,
                 const struct work *work)
{
    int finish_s = scale_floor(work->finish, recipe_work_pace(planner, recipe), HUNDREDTHS);
    return (work->stretch_s > 0 ? work->repeats * work->stretch_s : 0) + finish_s;
}
