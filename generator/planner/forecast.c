/* Forecast: opinions, their spread in friendly amounts, and the sentences. */
#include "planner/forecast.h"

#include "course/course.h"
#include "training/load.h"
#include "training/pace.h"
#include "training/pacing.h"
#include "words/message.h"

#define PER_MILLE      1000
#define M_PER_KM       1000
#define STEPS_OF_RANGE 4  /* a range is told in amounts of about a quarter of it */
#define PARTS_OF_TIME  50 /* a time like a range that is such a part of it */

static const struct forecast_shape *shape_of(const struct planner *planner)
{
    return &planner->input->training_template->forecast;
}

/* --- friendly amounts ------------------------------------------------------------------------ */

/* The largest amount of a clock that is no coarser than the range allows. */
static int friendly_step(int range_s)
{
    static const int steps[] = {1, 5, 10, 30, 60, 300, 600, 900, 1800};
    int step = steps[0];
    for (size_t i = 1; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] * STEPS_OF_RANGE <= range_s)
            step = steps[i];
    return step;
}

/* --- the time -------------------------------------------------------------------------------- */

typedef int predict_fn(int race_m, int race_s, int metres);

static int on_the_flat(const struct planner *planner, predict_fn *predict)
{
    const struct recent_race *recent = &planner->input->profile->runner.recent_race;
    int metres = planner->plan->race.distance.metres, from_m = recent->distance.metres;
    int seconds = recent->time_s;
    if (metres <= MARATHON_M)
        return predict(from_m, seconds, metres);
    if (from_m < MARATHON_M) {
        seconds = predict(from_m, seconds, MARATHON_M);
        from_m = MARATHON_M;
    }
    return power_law_s(from_m, seconds, metres, shape_of(planner)->ultra_exponent_percent);
}

/* The climb that costs time: what a race ends lower than it begins pays for some of it. */
static int costly_climb(const struct race *race)
{
    if (race->climb_m == UNKNOWN)
        return 0;
    int lower = race->descent_m == UNKNOWN ? 0 : larger_of(race->descent_m - race->climb_m, 0);
    return larger_of(race->climb_m - lower, 0);
}

/* How much km-effort counts, in per mille: the rest is what the slopes tell. */
static int hilliness(const struct planner *planner)
{
    const struct forecast_shape *shape = shape_of(planner);
    const struct race *race = &planner->plan->race;
    int climb = scale_floor(costly_climb(race), M_PER_KM, race->distance.metres);
    int from = shape->hills_from_m_per_km;
    if (climb >= shape->hills_full_m_per_km)
        return PER_MILLE;
    return climb <= from ? 0
                         : scale_floor(climb - from, PER_MILLE, shape->hills_full_m_per_km - from);
}

/* What a time for the race on the flat becomes on its course, as far as that is known. */
static int on_course(const struct planner *planner, int flat_s)
{
    const struct plan *plan = planner->plan;
    const struct race *race = &plan->race;
    int weight = hilliness(planner), graded_s = flat_s;
    if (race->course.facts.is_known) {
        struct course_line line = course_to_line(&race->course, plan->arena);
        graded_s = pacing_course_time_s(&line, flat_s, race->distance.metres, plan->arena);
    }
    if (weight == 0)
        return graded_s;
    int distance = distance_from_m(race->distance.metres, plan->units);
    int effort_s =
        scale_round(flat_s, effort_distance(distance, costly_climb(race), plan->units), distance);
    return scale_round(graded_s, PER_MILLE - weight, PER_MILLE) +
           scale_round(effort_s, weight, PER_MILLE);
}

void forecast_make(struct planner *planner)
{
    planner->forecast = (struct forecast){UNKNOWN, UNKNOWN};
    if (planner->input->profile->runner.recent_race.distance.metres == 0 ||
        planner->plan->race.distance.metres > shape_of(planner)->most_m)
        return;
    int time_s = on_course(planner, on_the_flat(planner, vdot_predict_s));
    int step = friendly_step(time_s / PARTS_OF_TIME);
    planner->forecast.time_s = scale_round(time_s, 1, step) * step;
    planner->forecast.second_s = on_course(planner, on_the_flat(planner, riegel_predict_s));
}

bool forecast_is_by_effort(const struct planner *planner, int race_s)
{
    return hilliness(planner) == PER_MILLE ||
           planner->plan->race.distance.metres > shape_of(planner)->most_m ||
           (race_s != UNKNOWN && race_s >= shape_of(planner)->effort_minutes * SECONDS_PER_MINUTE);
}

/* By how many per mille the goal is faster than the forecast; 0 where it isn't. */
static int goal_faster_per_mille(const struct planner *planner)
{
    int goal = planner->plan->race.goal_time_s, expected = planner->forecast.time_s;
    if (goal == UNKNOWN || expected == UNKNOWN || goal >= expected)
        return 0;
    return scale_round(expected - goal, PER_MILLE, expected);
}

bool forecast_goal_is_fast(const struct planner *planner)
{
    return goal_faster_per_mille(planner) * 100 >
           shape_of(planner)->goal_faster_percent * PER_MILLE;
}

/* --- the spread ------------------------------------------------------------------------------ */

/* By how much the distance of the recent race tells of another, in per mille to either side. */
static int spread_by_distance(const struct planner *planner)
{
    const struct forecast_shape *shape = shape_of(planner);
    int recent_m = planner->input->profile->runner.recent_race.distance.metres;
    int metres = planner->plan->race.distance.metres;
    int times = scale_round(larger_of(metres, recent_m), PER_MILLE, smaller_of(metres, recent_m));
    const struct forecast_spread *row = shape->spreads;
    for (size_t i = 1; i < shape->spread_count; i++) {
        const struct forecast_spread *next = &shape->spreads[i];
        if (times < next->times * PER_MILLE)
            return row->per_mille + scale_round(larger_of(next->per_mille - row->per_mille, 0),
                                                larger_of(times - row->times * PER_MILLE, 0),
                                                (next->times - row->times) * PER_MILLE);
        row = next;
    }
    return row->per_mille;
}

/* ... and how long the race is, and how much of what it asks is trained. */
static int spread_of(const struct planner *planner, int percent)
{
    const struct forecast_shape *shape = shape_of(planner);
    int spread = spread_by_distance(planner);
    if (percent < shape->weak_percent)
        spread = larger_of(spread, shape->weak_per_mille);
    if (planner->forecast.time_s >= shape->effort_minutes * SECONDS_PER_MINUTE)
        spread = larger_of(spread, shape->effort_per_mille);
    return spread;
}

/* The range in friendly amounts: "{18:25} to {18:55}", "{3:45:00} to {4:10:00}". */
static const char *range_words(const struct planner *planner, int percent)
{
    const struct forecast *forecast = &planner->forecast;
    int spread = scale_round(forecast->time_s, spread_of(planner, percent), PER_MILLE);
    int fast = smaller_of(forecast->time_s - spread, forecast->second_s);
    int slow = larger_of(forecast->time_s + spread, forecast->second_s);
    int step = friendly_step(slow - fast);
    char marks[2][MARK_SIZE];
    return arena_printf(planner->plan->arena, "%s to %s",
                        mark_time(round_down_to(fast, step), marks[0]),
                        mark_time(round_up_to(slow, step), marks[1]));
}

/* --- the sentences --------------------------------------------------------------------------- */

static const char *by_effort_words(const struct planner *planner)
{
    return forecast_is_by_effort(planner, planner->race_s)
               ? "Such a race is run by effort, not by pace."
               : NULL;
}

static const char *goal_alone_words(const struct planner *planner, const char *goal)
{
    struct arena *arena = planner->plan->arena;
    if (by_effort_words(planner))
        return arena_printf(arena, "No recent race tells whether your goal of %s fits.", goal);
    return arena_printf(
        arena, "Race pace follows your goal of %s; no recent race tells whether that fits.", goal);
}

/* "... {20:00} to {20:30} on a flat course". */
static const char *expected_words(const struct planner *planner, int percent)
{
    bool is_its_own = planner->plan->race.course.facts.is_known || hilliness(planner) > 0;
    return arena_printf(planner->plan->arena, "your recent race lets expect %s on %s course",
                        range_words(planner, percent), is_its_own ? "this" : "a flat");
}

static const char *goal_words(const struct planner *planner, const char *goal, int percent)
{
    struct arena *arena = planner->plan->arena;
    const char *expected = expected_words(planner, percent);
    if (by_effort_words(planner))
        return arena_printf(arena, "Your goal is %s, %s.", goal, expected);
    return arena_printf(arena, "Your goal is %s, %s: race pace follows the %s.", goal, expected,
                        planner->race_s == planner->plan->race.goal_time_s ? "goal" : "prediction");
}

static const char *fast_goal_words(const struct planner *planner)
{
    char mark[MARK_SIZE];
    if (!forecast_goal_is_fast(planner))
        return NULL;
    return arena_printf(
        planner->plan->arena, "The goal is %s faster than expected, and that is tight.",
        mark_percent(larger_of(scale_round(goal_faster_per_mille(planner), 100, PER_MILLE), 1),
                     mark));
}

static const char *too_long_words(const struct planner *planner)
{
    const struct plan *plan = planner->plan;
    char mark[MARK_SIZE];
    int most = distance_from_m(shape_of(planner)->most_m, plan->units);
    if (plan->race.distance.metres <= shape_of(planner)->most_m)
        return NULL;
    return arena_printf(
        plan->arena,
        "Beyond %s no recent race foretells a time, so go by effort and by the "
        "cut-off times on the way.",
        mark_distance(scale_round(most, 1, HUNDREDTHS) * HUNDREDTHS, plan->units, mark));
}

const char *forecast_words(const struct planner *planner, int percent)
{
    struct plan *plan = planner->plan;
    int goal_s = plan->race.goal_time_s;
    bool is_known = planner->forecast.time_s != UNKNOWN;
    char goal[MARK_SIZE];
    if (goal_s != UNKNOWN)
        mark_time(goal_s, goal);
    const char *too_long = too_long_words(planner);
    if (too_long || (!is_known && goal_s == UNKNOWN))
        return too_long;
    const char *first =
        goal_s == UNKNOWN ? arena_printf(plan->arena, "Y%s.", expected_words(planner, percent) + 1)
        : is_known        ? goal_words(planner, goal, percent)
                          : goal_alone_words(planner, goal);
    const char *const sentences[] = {first, fast_goal_words(planner), by_effort_words(planner)};
    return words_join(plan->arena, " ", sentences, sizeof sentences / sizeof *sentences);
}
