/* Sizing: the week's target, its runs, the day of the long run. */
#include "planner/sizing.h"

#include "planner/fixed_days.h"

/* Weeks from this distance on are whole halves of a unit, smaller ones whole tenths. */
#define COARSE_FROM (20 * HUNDREDTHS)
#define COARSE_STEP (HUNDREDTHS / 2)
#define FINE_STEP   (HUNDREDTHS / 10)

int sizing_round_down(int value, int step)
{
    return value / step * step;
}

int sizing_round_up(int value, int step)
{
    return sizing_round_down(value + step - 1, step);
}

bool sizing_day_is_open(const struct sizing *sizing, int day)
{
    const struct plan *plan = sizing->planner->plan;
    return fixed_day_is_open(plan, &sizing->week->days[day]) &&
           !fixed_is_race_day(plan, sizing->week->days[day].date);
}

int sizing_distance_limit(const struct sizing *sizing, int day)
{
    const struct limits *limits = &sizing->limits->days[day].limits;
    int limit = limits->of[LIMIT_DISTANCE].max, seconds = limits->of[LIMIT_DURATION_S].max;
    if (seconds == INT_MAX)
        return limit;
    return smaller_of(limit, scale_floor(seconds, HUNDREDTHS, sizing->planner->easy_pace_s));
}

static void count_races(struct sizing *sizing, const struct menu_result *races)
{
    sizing->race_count = races->count;
    for (size_t i = 0; i < races->count; i++) {
        if (races->items[i].session.kind != SESSION_TUNE_UP)
            continue;
        sizing->tune_up_count++;
        sizing->tune_up += races->items[i].session.distance;
    }
}

/* The mean of the plan's weeks so far. */
static int mean_week(const struct sizing *sizing)
{
    const struct week *weeks = sizing->planner->plan->weeks;
    int sum = 0, count = (int)(sizing->week - weeks);
    for (int w = 0; w < count; w++)
        sum += plan_week_distance(&weeks[w]);
    return sum / larger_of(count, 1);
}

/* The week's distance, tune-up races included, and how finely it is divided. */
static void choose_target(struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    bool shrinks = sizing->week->kind == WEEK_LIGHTER || sizing->week->kind == WEEK_TAPER ||
                   sizing->week->kind == WEEK_RACE;
    int wish = sizing->week->kind == WEEK_RECOVERY ? mean_week(sizing) : sizing->wish->distance;
    int target = smaller_of(wish, sizing->limits->week.limits.of[LIMIT_DISTANCE].max);
    int before = sizing->week > plan->weeks ? plan_week_distance(sizing->week - 1) : 0;
    if (shrinks && before > 0) /* after a week away the limits tell how much */
        target = smaller_of(target, before);
    sizing->step = target >= COARSE_FROM ? COARSE_STEP : FINE_STEP;
    sizing->target = target;
}

/* The biggest week so far: the mean of the recent ones, one of the plan, or the one to come. */
static int biggest_week(const struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    int mean = runner_mean_week(&plan->runner);
    if (sizing->wish->menu == MENU_RUN_WALK) /* its minutes are no distance to go by */
        return mean;
    int biggest = larger_of(mean, sizing->target);
    for (const struct week *week = plan->weeks; week < sizing->week; week++)
        biggest = larger_of(biggest, plan_week_distance(week));
    return biggest;
}

static void choose_runs(struct sizing *sizing)
{
    int open = 0, biggest_m = distance_to_m(biggest_week(sizing), sizing->planner->plan->units);
    int runs = training_template_run_count(sizing->shape, biggest_m)->runs;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        open += sizing_day_is_open(sizing, d);
    if (sizing->week->kind == WEEK_RACE)
        runs = scale_round(runs, open, DAYS_PER_WEEK - 1);
    runs = smaller_of(runs, sizing->limits->week.limits.of[LIMIT_RUNS].max) - sizing->tune_up_count;
    runs = larger_of(smaller_of(runs, open), 0);
    sizing->full_runs = runs;
    sizing->runs = larger_of(runs - sizing->cuts->runs, 0);
}

/* The shortest run worth the shoes; less where the days allow hardly that. */
static int least_run(const struct sizing *sizing)
{
    int most = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (sizing_day_is_open(sizing, d))
            most = larger_of(most, sizing_distance_limit(sizing, d));
    return smaller_of(distance_from_m(sizing->shape->easy_least_m, sizing->planner->plan->units),
                      most / 2);
}

/* What is left for the runs that are no races; not more of these than are worth it. */
static void share_target(struct sizing *sizing)
{
    int least = sizing->least = least_run(sizing);
    sizing->target = larger_of(sizing->target - sizing->tune_up, 0);
    if (sizing->runs < sizing->full_runs) /* who runs less often doesn't run further each time */
        sizing->target = scale_floor(sizing->target, sizing->runs, sizing->full_runs);
    sizing->target = sizing_round_down(sizing->target, sizing->step);
    if (sizing->runs * least > sizing->target)
        sizing->runs = sizing->target >= least
                           ? sizing->target / least
                           : smaller_of(sizing->runs, sizing->target >= HUNDREDTHS);
}

/* The day that allows the longest run, but the runner's own where it allows a mean one. */
static int choose_long_day(const struct sizing *sizing)
{
    int best = ANY_DAY, mean = sizing->target / larger_of(sizing->runs, 1);
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        if (!sizing_day_is_open(sizing, d))
            continue;
        int weekday = (int)date_weekday(sizing->week->days[d].date);
        if (weekday == sizing->planner->plan->preferences.long_run &&
            sizing_distance_limit(sizing, d) >= mean)
            return d;
        if (best == ANY_DAY ||
            sizing_distance_limit(sizing, d) > sizing_distance_limit(sizing, best))
            best = d;
    }
    return best;
}

static void collect_caps(struct sizing *sizing)
{
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        if (d == sizing->long_day || !sizing_day_is_open(sizing, d))
            continue;
        int cap = sizing_distance_limit(sizing, d);
        size_t at = sizing->cap_count++;
        for (; at > 0 && sizing->caps[at - 1] < cap; at--)
            sizing->caps[at] = sizing->caps[at - 1];
        sizing->caps[at] = cap;
    }
}

struct sizing sizing_make(struct planner *planner, size_t week, const struct week_limits *limits,
                          const struct cuts *cuts, const struct menu_result *races)
{
    struct sizing sizing = {
        .planner = planner,
        .shape = planner->input->training_template,
        .week = &planner->plan->weeks[week],
        .wish = &planner->wishes[week],
        .limits = limits,
        .cuts = cuts,
        .long_day = ANY_DAY,
    };
    count_races(&sizing, races);
    choose_target(&sizing);
    choose_runs(&sizing);
    if (sizing.wish->menu == MENU_RUN_WALK) /* goes by minutes, the same on all days */
        return sizing;
    share_target(&sizing);
    sizing.long_day = choose_long_day(&sizing);
    collect_caps(&sizing);
    return sizing;
}
