/* Dose: caps, growth with each use, and stretches of friendly lengths. */
#include "planner/dose.h"

#include <stdlib.h>

/* From this length on stretches are whole minutes; shorter ones are as the recipe has them. */
#define WHOLE_MINUTES_FROM 120
#define RECOVERY_STEP_S    30
#define STRETCH_STEP_S     30 /* of those downhill that are as long as the descent asks */
#define MM_PER_M           1000
#define LENGTH_WEIGHT      3   /* of the seconds that a stretch is off, beside those of all work */
#define OFF_COST_S         120 /* of work that a stretch more or fewer than wished weighs */

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
    int distance = scale_floor(room->distance, 100 + room->more_percent, 100);
    if (dose->most_m != UNKNOWN)
        cap = smaller_of(cap, scale_floor(distance_from_m(dose->most_m, planner->plan->units), pace,
                                          HUNDREDTHS));
    if (dose->week_time_percent > 0)
        cap = smaller_of(
            cap, scale_floor(dose_week_seconds(planner, distance), dose->week_time_percent, 100));
    if (dose->week_distance_percent > 0)
        cap = smaller_of(cap, scale_floor(scale_floor(distance, dose->week_distance_percent, 100),
                                          pace, HUNDREDTHS));
    if (dose->longest_s != INT_MAX)
        cap = smaller_of(cap, dose->longest_s * dose->most_stretches);
    if (dose->race_time_percent > 0 && planner->race_s != UNKNOWN)
        cap = smaller_of(cap, scale_floor(planner->race_s, dose->race_time_percent, 100));
    return cap;
}

/* It grows faster where the plan is short: half of the weeks before the taper lead to the cap. */
static int wished_seconds(const struct planner *planner, const struct dose *dose, int cap, int uses)
{
    if (dose->from_s > 0)
        return smaller_of(cap, dose->from_s + uses * dose->step_s);
    int steps = larger_of(planner->weeks_before_taper / 2, 1);
    int step = larger_of(dose->step_percent, (100 - dose->from_percent) / steps);
    return scale_floor(cap, smaller_of(dose->from_percent + uses * step, 100), 100);
}

static int stretch_length(const struct dose *dose, int uses)
{
    return dose->stretches_s[smaller_of(uses, (int)dose->stretch_count - 1)];
}

/* Short stretches are longer where the recipe's most of them would not hold the work. */
static int long_enough(const struct dose *dose, int length, int seconds)
{
    for (size_t i = 0; i < dose->stretch_count && length < WHOLE_MINUTES_FROM; i++)
        if (length * dose->most_stretches < seconds)
            length = larger_of(length, dose->stretches_s[i]);
    return length;
}

/* The least work that is worth it and comes in such stretches: a whole number of short ones, and of
   long ones whole minutes each. */
static int least_in_stretches(const struct dose *dose, int length)
{
    if (length < WHOLE_MINUTES_FROM)
        return round_up_to(dose->least_s, length);
    int least = INT_MAX;
    for (int n = 1; n <= dose->most_stretches; n++) {
        int each = round_up_to((dose->least_s + n - 1) / n, SECONDS_PER_MINUTE);
        if (each <= dose->longest_s && (n > 1 || each >= dose->single_from_s))
            least = smaller_of(least, n * each);
    }
    return least;
}

/* Whether so many stretches of whole minutes, the nearest, can hold the work, within `least` and
   `most`. */
static bool divide_by(const struct dose *dose, int seconds, int most, int repeats,
                      struct work *work)
{
    int stretch = round_down_to(seconds / repeats + SECONDS_PER_MINUTE / 2, SECONDS_PER_MINUTE);
    if (stretch > dose->longest_s || repeats * stretch > most)
        stretch -= SECONDS_PER_MINUTE;
    if (repeats * stretch < dose->least_s)
        stretch += SECONDS_PER_MINUTE;
    if (stretch > dose->longest_s || repeats * stretch < dose->least_s ||
        repeats * stretch > most || (repeats == 1 && stretch < dose->single_from_s))
        return false;
    work->repeats = repeats;
    work->stretch_s = stretch;
    return true;
}

/* How far a division is from what was wished: in work, and in the number of stretches. */
static int cost_of(const struct work *work, int seconds, int off)
{
    return abs(seconds - work->repeats * work->stretch_s) + off * OFF_COST_S;
}

/* Stretches of whole minutes: as many as their length gives, or near to that where whole minutes
   would cost too much of the work; none alone that is short. */
static bool divide_long(const struct dose *dose, int seconds, int most, int length,
                        struct work *work)
{
    int wish = (seconds + length / 2) / length, least = INT_MAX;
    wish = larger_of(1, smaller_of(wish, dose->most_stretches));
    for (int off = 0; off < dose->most_stretches; off++)
        for (int repeats = wish - off; repeats <= wish + off; repeats += larger_of(2 * off, 1)) {
            struct work tried = *work;
            if (repeats < 1 || repeats > dose->most_stretches ||
                !divide_by(dose, seconds, most, repeats, &tried) ||
                cost_of(&tried, seconds, off) >= least)
                continue;
            least = cost_of(&tried, seconds, off);
            *work = tried;
        }
    return least < INT_MAX;
}

/* The whole seconds of a stretch of that distance. */
static int stretch_seconds(const struct planner *planner, int metres, int pace_s)
{
    return scale_floor(metres * MM_PER_M, pace_s, units_mm(planner->plan->units));
}

/* Whether so many stretches of that length are allowed. */
static bool may_divide(const struct dose *dose, int each, int repeats)
{
    return each <= dose->longest_s && repeats * each >= dose->least_s &&
           (repeats > 1 || each >= dose->single_from_s);
}

/* The least work that is worth it in stretches of the recipe's distances; INT_MAX where it goes by
   time, or its pace isn't known. */
static int least_by_distance(const struct planner *planner, const struct recipe *recipe)
{
    const struct dose *dose = &recipe->dose;
    int least = INT_MAX;
    if (dose->distance_count == 0 || !recipe_has_work_pace(planner, recipe))
        return least;
    int pace_s = recipe_work_pace(planner, recipe);
    for (size_t i = 0; i < dose->distance_count; i++) {
        int each = stretch_seconds(planner, dose->distances_m[i], pace_s);
        for (int repeats = 1; repeats <= dose->most_stretches; repeats++)
            if (may_divide(dose, each, repeats))
                least = smaller_of(least, repeats * each);
    }
    return least;
}

/* Stretches of one of the recipe's distances: the nearest to what was wished, in work and in their
   length, within `most`. */
static bool divide_by_distance(const struct planner *planner, const struct recipe *recipe,
                               int seconds, int most, int length, struct work *work)
{
    const struct dose *dose = &recipe->dose;
    int least = INT_MAX, pace_s = recipe_work_pace(planner, recipe);
    for (size_t i = 0; i < dose->distance_count; i++) {
        int each = stretch_seconds(planner, dose->distances_m[i], pace_s);
        for (int repeats = 1; repeats <= dose->most_stretches; repeats++) {
            int cost = abs(repeats * each - seconds) + LENGTH_WEIGHT * abs(each - length);
            if (cost >= least || repeats * each > most || !may_divide(dose, each, repeats))
                continue;
            least = cost;
            work->repeats = repeats;
            work->stretch_s = each;
            work->stretch_m = dose->distances_m[i];
        }
    }
    return least < INT_MAX;
}

static bool divide(const struct dose *dose, int seconds, int most, int length, struct work *work)
{
    if (length >= WHOLE_MINUTES_FROM)
        return divide_long(dose, seconds, most, length, work);
    work->repeats = smaller_of(round_up_to(seconds, length), most) / length;
    work->repeats = smaller_of(work->repeats, dose->most_stretches);
    work->stretch_s = length;
    return work->repeats >= 2;
}

static int recovery_of(const struct dose *dose, const struct work *work)
{
    if (dose->recovery_percent == 0 || work->repeats == 1)
        return 0;
    int seconds = scale_round(work->stretch_s, dose->recovery_percent, 100);
    seconds = round_down_to(seconds + RECOVERY_STEP_S / 2, RECOVERY_STEP_S);
    return larger_of(dose->recovery_least_s, smaller_of(seconds, dose->recovery_most_s));
}

bool dose_make(const struct planner *planner, const struct recipe *recipe,
               const struct dose_room *room, struct work *work)
{
    const struct dose *dose = &recipe->dose;
    int uses = recipe_uses(planner, recipe), cap = cap_of(planner, recipe, room);
    int length = stretch_length(dose, uses), least = least_by_distance(planner, recipe);
    bool is_by_distance = least < INT_MAX;
    if (!is_by_distance)
        least = least_in_stretches(dose, length);
    if (dose->least_s > scale_floor(cap, dose->small_week_percent, 100))
        return false;
    int most = smaller_of(larger_of(cap, least), room->left_s);
    int wish =
        scale_floor(wished_seconds(planner, dose, larger_of(cap, least), uses), room->percent, 100);
    int seconds = smaller_of(larger_of(wish, least), most);
    if (seconds < least)
        return false;
    if (!(is_by_distance ? divide_by_distance(planner, recipe, seconds, most, length, work)
                         : divide(dose, seconds, most, long_enough(dose, length, seconds), work)))
        return false;
    work->recovery_s = recovery_of(dose, work);
    return true;
}

/* How far down the work leads. */
static int descent_of(const struct planner *planner, const struct recipe *recipe,
                      const struct work *work)
{
    int distance =
        scale_floor(work->repeats * work->stretch_s, HUNDREDTHS, recipe_work_pace(planner, recipe));
    return scale_floor(distance_to_m(distance, planner->plan->units), recipe_slope(planner, recipe),
                       100);
}

int dose_descend(const struct planner *planner, const struct recipe *recipe, int descent_m,
                 struct work *work)
{
    const struct dose *dose = &recipe->dose;
    int slope = recipe_slope(planner, recipe);
    work->descent_m = descent_m;
    if (dose->least_s == 0 || slope == 0)
        return descent_m;
    int distance = distance_from_m(scale_floor(descent_m, 100, slope), planner->plan->units);
    int seconds = scale_floor(distance, recipe_work_pace(planner, recipe), HUNDREDTHS);
    int length = stretch_length(dose, recipe_uses(planner, recipe));
    work->repeats = smaller_of(seconds / length, dose->most_stretches);
    if (work->repeats == dose->most_stretches)
        length =
            smaller_of(round_down_to(seconds / work->repeats, STRETCH_STEP_S), dose->longest_s);
    work->stretch_s = length;
    work->recovery_s = recovery_of(dose, work);
    return work->repeats * length < dose->least_s ? 0 : descent_of(planner, recipe, work);
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
    wish = smaller_of(wish, scale_floor(larger_of(left_s, 0), HUNDREDTHS, pace));
    wish = round_down_to(wish, step);
    return 2 * wish >= least ? wish : 0;
}

int dose_seconds(const struct planner *planner, const struct recipe *recipe,
                 const struct work *work)
{
    int finish_s = scale_floor(work->finish, recipe_work_pace(planner, recipe), HUNDREDTHS);
    return (work->stretch_s > 0 ? work->repeats * work->stretch_s : 0) + finish_s;
}
