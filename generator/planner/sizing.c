/* Sizing: the week's target, its runs, the day of the long run. */
#include "planner/sizing.h"

#include "planner/fixed_days.h"
#include "planner/standing.h"
#include "training/load.h"

/* Weeks from this distance on are whole halves of a unit, smaller ones whole tenths. */
#define COARSE_FROM (20 * HUNDREDTHS)
#define COARSE_STEP (HUNDREDTHS / 2)
#define FINE_STEP   (HUNDREDTHS / 10)

/* The rule whose setting tells how long a run may take, climb included. */
#define LONG_RUN_RULE   "long-run"
#define MINUTES_SETTING "max_minutes"
#define MOST_MINUTES    (24 * 60) /* without it */

int sizing_step(int week)
{
    return week >= COARSE_FROM ? COARSE_STEP : FINE_STEP;
}

bool sizing_may_run(const struct week_limits *limits, size_t day)
{
    for (enum session_kind kind = 0; kind < SESSION_KIND_COUNT; kind++)
        if (session_kind_is_run(kind) && limits->days[day][kind].limits.of[LIMIT_DISTANCE].max > 0)
            return true;
    return false;
}

bool sizing_day_is_open(const struct sizing *sizing, int day)
{
    return fixed_day_is_free(sizing->planner->plan, &sizing->week->days[day]);
}

int sizing_distance_limit(const struct sizing *sizing, int day, enum session_kind kind)
{
    const struct limits *limits = &sizing->limits->days[day][kind].limits;
    int limit = limits->of[LIMIT_DISTANCE].max, seconds = limits->of[LIMIT_DURATION_S].max;
    if (seconds == INT_MAX)
        return limit;
    return smaller_of(limit, scale_floor(seconds, HUNDREDTHS, sizing->planner->easy_pace_s));
}

/* The seconds that the week's days leave for a run; see sizing_effort_limit(). */
static int time_limit(const struct sizing *sizing, int day, enum session_kind kind)
{
    int most = 0;
    if (day != ANY_DAY)
        return sizing->limits->days[day][kind].limits.of[LIMIT_DURATION_S].max;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (d != sizing->long_day && sizing_day_is_open(sizing, d))
            most = larger_of(most, sizing->limits->days[d][kind].limits.of[LIMIT_DURATION_S].max);
    return most;
}

int sizing_effort_limit(const struct sizing *sizing, int day, enum session_kind kind)
{
    int minutes =
        ruleset_setting(sizing->planner->rules, LONG_RUN_RULE, MINUTES_SETTING, MOST_MINUTES);
    return scale_floor(smaller_of(minutes * SECONDS_PER_MINUTE, time_limit(sizing, day, kind)),
                       HUNDREDTHS, sizing->planner->easy_pace_s);
}

int sizing_climb_limit(const struct sizing *sizing, int day, enum session_kind kind, int distance)
{
    int left = sizing_effort_limit(sizing, day, kind) - distance;
    return effort_climb(larger_of(left, 0), sizing->planner->plan->units);
}

static void count_races(struct sizing *sizing)
{
    const struct plan *plan = sizing->planner->plan;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = sizing->week->days[d].date;
        if (!fixed_is_race_day(plan, date) || date == plan->race.date)
            continue;
        sizing->has_tune_up = true;
        if (sizing->week->days[d].is_fixed)
            continue;
        sizing->tune_up_count++;
        sizing->tune_up += fixed_race_session(sizing->planner, date).distance;
    }
}

/* What stands already: days of a week that has begun, and locked ones. */
static void count_fixed(struct sizing *sizing)
{
    const struct planner *planner = sizing->planner;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = standing_day(planner, sizing->week, d);
        if (!day)
            continue;
        struct week alone = {.days = {*day}};
        sizing->fixed += larger_of(day_sum(day, QUANTITY_DISTANCE), 0);
        sizing->fixed_climb_m += larger_of(day_sum(day, QUANTITY_CLIMB_M), 0);
        sizing->fixed_runs += larger_of(week_run_count(&alone, 1, NULL), 0);
        sizing->fixed_hard += larger_of(week_hard_day_count(&alone, 1, NULL), 0);
    }
}

/* The mean of the plan's weeks so far. */
static int mean_week(const struct plan *plan, size_t count)
{
    int sum = 0;
    for (size_t w = 0; w < count; w++)
        sum += plan_week_distance(&plan->weeks[w]);
    return sum / larger_of((int)count, 1);
}

static bool is_cut(const struct plan *plan, const struct week *week)
{
    return plan_open_days(plan, week) < plan_run_days(plan);
}

/* What is left of a wish in a week with days off: the share of its open run days. */
static int share_of_wish(const struct planner *planner, size_t week, int wish,
                         const struct budget *limits)
{
    const struct plan *plan = planner->plan;
    int most = limits->limits.of[LIMIT_RUN_DAYS].max;
    int usual = smaller_of(plan_run_days(plan), most);
    int open = smaller_of(plan_open_days(plan, &plan->weeks[week]), most);
    return open < usual ? scale_floor(wish, open, usual) : wish;
}

/* The distance of the time that rules wish, or 0. */
static int wished_by_time(const struct planner *planner, const struct week_wishes *wishes)
{
    int seconds = wishes->wishes.of[WISH_DURATION_S].value;
    return seconds == UNKNOWN ? 0 : scale_floor(seconds, HUNDREDTHS, planner->easy_pace_s);
}

/* Of lighter weeks in a row the first one rests; those after it get no longer. */
static bool is_first_lighter(const struct plan *plan, size_t week)
{
    return plan->weeks[week].kind == WEEK_LIGHTER &&
           (week == 0 || plan->weeks[week - 1].kind != WEEK_LIGHTER);
}

static int target_of(const struct planner *planner, size_t week,
                     const struct week_limits *week_limits)
{
    const struct budget *limits = &week_limits->week;
    const struct plan *plan = planner->plan;
    enum week_kind kind = plan->weeks[week].kind;
    bool shrinks = kind == WEEK_LIGHTER || kind == WEEK_TAPER || kind == WEEK_RACE;
    int wish = kind == WEEK_RECOVERY ? mean_week(plan, week) : planner->wishes[week].distance;
    int target = larger_of(share_of_wish(planner, week, wish, limits),
                           wished_by_time(planner, &week_limits->wishes));
    int most = limits->limits.of[LIMIT_DISTANCE].max;
    if (kind == WEEK_RACE)
        most =
            scale_floor(most, planner->input->training_template->rest.race_week_use_percent, 100);
    target = smaller_of(target, most);
    int seconds = limits->limits.of[LIMIT_DURATION_S].max;
    if (seconds != INT_MAX)
        target = smaller_of(target, scale_floor(seconds, HUNDREDTHS, planner->easy_pace_s));
    int before = week > 0 ? plan_week_distance(&plan->weeks[week - 1]) : 0;
    bool is_before_cut =
        week > 0 && (plan->weeks[week - 1].cut.by || is_cut(plan, &plan->weeks[week - 1]));
    if (shrinks && before > 0 && !is_before_cut) /* after such weeks the limits tell how much */
        target = smaller_of(target, is_first_lighter(plan, week)
                                        ? scale_floor(before, planner->lighter_percent, 100)
                                        : before);
    return target;
}

/* The week's distance, and how finely it is divided. */
static void choose_target(struct sizing *sizing, size_t week, const struct week_cuts *cuts)
{
    int target = target_of(sizing->planner, week, sizing->limits);
    target = scale_floor(target, 100 - cuts->percent, 100);
    sizing->step = sizing_step(target);
    sizing->target = target;
}

/* Races are run with a warm-up and a cool-down where the week and their days have room for these,
   and the runner runs without walking breaks. */
static void make_room_around_races(struct sizing *sizing, const struct week_cuts *cuts)
{
    int longer, around = sizing->tune_up_count * fixed_around_race(sizing->planner, &longer);
    int most = sizing->limits->week.limits.of[LIMIT_DISTANCE].max;
    bool fits = sizing->wish->menu != MENU_RUN_WALK &&
                sizing->tune_up + around <= scale_floor(most, 100 - cuts->percent, 100);
    for (int d = 0; d < DAYS_PER_WEEK && fits; d++)
        if (fixed_is_race_to_plan(sizing->planner->plan, &sizing->week->days[d]))
            fits = longer <= sizing_distance_limit(sizing, d, SESSION_EASY) ||
                   sizing->week->days[d].date == sizing->planner->plan->race.date;
    sizing->around = fits ? around : 0;
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

static int count_runs(const struct sizing *sizing)
{
    const struct budget *limits = &sizing->limits->week;
    const struct plan *plan = sizing->planner->plan;
    int open = 0, biggest_m = distance_to_m(biggest_week(sizing), plan->units);
    int runs = training_template_run_count(sizing->shape, biggest_m)->runs;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        open +=
            sizing_day_is_open(sizing, d) && (sizing_distance_limit(sizing, d, SESSION_EASY) > 0 ||
                                              sizing_distance_limit(sizing, d, SESSION_LONG) > 0);
    int days = limits->limits.of[LIMIT_RUN_DAYS].max;
    if (plan_week_index(plan, plan->race.date) + 1 == (size_t)sizing->week->number)
        days--; /* a day of running, though the goal race is not among the runs */
    runs = smaller_of(smaller_of(runs, days), limits->limits.of[LIMIT_RUNS].max) -
           sizing->tune_up_count - sizing->fixed_runs;
    return larger_of(smaller_of(runs, open), 0);
}

static void choose_runs(struct sizing *sizing, const struct week_cuts *cuts)
{
    sizing->full_runs = count_runs(sizing);
    sizing->runs = larger_of(sizing->full_runs - cuts->runs, 0);
}

static struct sizing begin(const struct planner *planner, size_t week,
                           const struct week_limits *limits)
{
    struct sizing sizing = {
        .planner = planner,
        .shape = planner->input->training_template,
        .week = &planner->plan->weeks[week],
        .wish = &planner->wishes[week],
        .limits = limits,
        .long_day = ANY_DAY,
    };
    count_races(&sizing);
    count_fixed(&sizing);
    return sizing;
}

void sizing_aim(const struct planner *planner, size_t week, const struct week_limits *limits)
{
    struct sizing sizing = begin(planner, week, limits);
    struct week *aiming = &planner->plan->weeks[week];
    aiming->target = sizing.target = target_of(planner, week, limits);
    aiming->target_long_runs = UNKNOWN;
    aiming->target_runs = count_runs(&sizing) + sizing.tune_up_count + sizing.fixed_runs;
}

/* The shortest run worth the shoes; less where the days allow hardly that. */
static int least_run(const struct sizing *sizing)
{
    int most = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (sizing_day_is_open(sizing, d))
            most = larger_of(most, sizing_distance_limit(sizing, d, SESSION_EASY));
    return smaller_of(distance_from_m(sizing->shape->rest.least_m, sizing->planner->plan->units),
                      most / 2);
}

/* What is left for the runs that are no races; not more of these than are worth it. */
static void share_target(struct sizing *sizing)
{
    int least = sizing->least = least_run(sizing);
    sizing->target =
        larger_of(sizing->target - sizing->tune_up - sizing->around - sizing->fixed, 0);
    if (sizing->runs < sizing->full_runs) /* who runs less often doesn't run further each time */
        sizing->target = scale_floor(sizing->target, sizing->runs, sizing->full_runs);
    sizing->target = round_down_to(sizing->target, sizing->step);
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
            sizing_distance_limit(sizing, d, SESSION_LONG) >= mean)
            return d;
        if (best == ANY_DAY || sizing_distance_limit(sizing, d, SESSION_LONG) >
                                   sizing_distance_limit(sizing, best, SESSION_LONG))
            best = d;
    }
    return best;
}

void sizing_insert_cap(int caps[DAYS_PER_WEEK], size_t *count, int cap)
{
    size_t at = (*count)++;
    for (; at > 0 && caps[at - 1] < cap; at--)
        caps[at] = caps[at - 1];
    caps[at] = cap;
}

static void collect_caps(struct sizing *sizing)
{
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        if (d == sizing->long_day || !sizing_day_is_open(sizing, d))
            continue;
        sizing_insert_cap(sizing->caps, &sizing->cap_count,
                          sizing_distance_limit(sizing, d, SESSION_EASY));
    }
}

struct sizing sizing_make(const struct planner *planner, size_t week,
                          const struct week_limits *limits, const struct week_cuts *cuts)
{
    struct sizing sizing = begin(planner, week, limits);
    choose_target(&sizing, week, cuts);
    make_room_around_races(&sizing, cuts);
    choose_runs(&sizing, cuts);
    if (sizing.wish->menu == MENU_RUN_WALK) /* goes by minutes, the same on all days */
        return sizing;
    share_target(&sizing);
    sizing.long_day = choose_long_day(&sizing);
    collect_caps(&sizing);
    return sizing;
}
