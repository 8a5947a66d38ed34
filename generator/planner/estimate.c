/* Estimate: paces, race time, usual terrain. */
#include "planner/estimate.h"

#include "course/course.h"
#include "training/pace.h"
#include "training/pacing.h"
#include "words/message.h"

#define MOST_RUN_DAYS 6 /* nobody's normal week has more */

static int count_run_days(const struct week_preferences *week)
{
    int count = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        count += week->run_days[d];
    return count < MOST_RUN_DAYS ? count : MOST_RUN_DAYS;
}

static void estimate_easy_pace(struct planner *planner)
{
    const struct pace_range *easy = &planner->plan->paces.easy;
    int unknown = planner->input->training_template->rest.unknown_pace_s_per_km;
    planner->easy_pace_s =
        easy->fast != UNKNOWN
            ? (easy->fast + easy->slow + 1) / 2
            : scale_round(unknown, units_mm(planner->plan->units), units_mm(UNITS_KM));
}

/* "{3:47:20} to {3:49:05}", by the two formulas, the faster first. */
static const char *prediction_words(struct arena *arena, int vdot_s, int riegel_s)
{
    char first[MARK_SIZE], second[MARK_SIZE];
    int fast = vdot_s < riegel_s ? vdot_s : riegel_s, slow = vdot_s < riegel_s ? riegel_s : vdot_s;
    return arena_printf(arena, "%s to %s", mark_time(fast, first), mark_time(slow, second));
}

/* What a time for the race on the flat becomes on its course, where that is known. */
static int on_course(const struct plan *plan, int flat_s)
{
    if (!plan->race.course.facts.is_known)
        return flat_s;
    struct course_line line = course_to_line(&plan->race.course, plan->arena);
    return pacing_course_time_s(&line, flat_s, plan->race.distance.metres, plan->arena);
}

static void estimate_race(struct planner *planner)
{
    const struct profile *profile = planner->input->profile;
    struct arena *arena = planner->plan->arena;
    int goal = planner->plan->race.goal_time_s, metres = planner->plan->race.distance.metres;
    char goal_text[MARK_SIZE];
    if (goal != UNKNOWN)
        mark_time(goal, goal_text);
    planner->race_s = goal;
    if (profile->runner.recent_race.distance.metres == 0) {
        if (goal != UNKNOWN)
            planner->race_words =
                arena_printf(arena,
                             "Race pace follows your goal of %s; no recent race tells whether "
                             "that fits.",
                             goal_text);
        return;
    }
    int race_m = profile->runner.recent_race.distance.metres,
        race_s = profile->runner.recent_race.time_s;
    int vdot_s = on_course(planner->plan, vdot_predict_s(race_m, race_s, metres));
    int riegel_s = on_course(planner->plan, riegel_predict_s(race_m, race_s, metres));
    const char *predicted = prediction_words(arena, vdot_s, riegel_s);
    const char *where = planner->plan->race.course.facts.is_known ? "this" : "a flat";
    int percent = planner->input->training_template->goal_faster_percent;
    bool is_believed = goal != UNKNOWN && goal >= scale_round(vdot_s, 100 - percent, 100);
    if (!is_believed)
        planner->race_s = vdot_s;
    if (goal == UNKNOWN)
        planner->race_words =
            arena_printf(arena, "Your recent race lets expect %s on %s course.", predicted, where);
    else
        planner->race_words = arena_printf(
            arena,
            "Your goal is %s, your recent race lets expect %s on %s course: race pace follows the "
            "%s.",
            goal_text, predicted, where, is_believed ? "goal" : "prediction");
}

void estimate_all(struct planner *planner)
{
    struct plan *plan = planner->plan;
    estimate_easy_pace(planner);
    estimate_race(planner);
    plan->race.expected_time_s = planner->race_s;
    planner->race_pace_s =
        planner->race_s == UNKNOWN
            ? UNKNOWN
            : scale_round(planner->race_s, HUNDREDTHS,
                          distance_from_m(plan->race.distance.metres, plan->units));

    int normal_run = runner_mean_week(&plan->runner) / count_run_days(&plan->preferences);
    planner->home_climb_per_1000 =
        plan->runner.usual_descent_m == UNKNOWN || normal_run == 0
            ? 0
            : scale_floor(plan->runner.usual_descent_m, 1000 * HUNDREDTHS, normal_run);
}
