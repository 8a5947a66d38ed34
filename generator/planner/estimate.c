/* Estimate: paces, race time, usual terrain. */
#include "planner/estimate.h"

#include "planner/forecast.h"
#include "training/pace.h"

#define MOST_RUN_DAYS 6 /* nobody's normal week has more */
#define FIVE_KM_M     5000

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

/* Race pace follows the goal where that is believed, else what the recent race foretells. */
static void estimate_race(struct planner *planner)
{
    int goal = planner->plan->race.goal_time_s;
    int percent = planner->input->training_template->goal_faster_percent;
    forecast_make(planner);
    int expected = planner->forecast.time_s;
    bool is_believed = goal != UNKNOWN &&
                       (expected == UNKNOWN || goal >= scale_round(expected, 100 - percent, 100));
    planner->race_s = is_believed ? goal : expected;
    planner->plan->race.expected_time_s = planner->race_s;
    planner->race_pace_s =
        planner->race_s == UNKNOWN || forecast_is_by_effort(planner, planner->race_s)
            ? UNKNOWN
            : scale_round(
                  planner->race_s, HUNDREDTHS,
                  distance_from_m(planner->plan->race.distance.metres, planner->plan->units));
}

void estimate_all(struct planner *planner)
{
    struct plan *plan = planner->plan;
    int level = plan->runner.vdot_tenths;
    planner->five_km_pace_s =
        level == UNKNOWN ? UNKNOWN : vdot_race_pace_s(level, FIVE_KM_M, plan->units);
    estimate_easy_pace(planner);
    estimate_race(planner);

    int normal_run = runner_mean_week(&plan->runner) / count_run_days(&plan->preferences);
    planner->home_climb_per_1000 =
        plan->runner.usual_descent_m == UNKNOWN || normal_run == 0
            ? 0
            : scale_floor(plan->runner.usual_descent_m, 1000 * HUNDREDTHS, normal_run);
}
