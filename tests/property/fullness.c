/* Fullness: counts, and the biggest week that ramp, lighter weeks, runs and minutes allow. */
#include "fullness.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "oracle.h"
#include "training/load.h"

#define MOST_RUNS      6 /* one day is rest */
#define MOST_DOWNHILLS 128
#define RAMP_PERCENT   110
#define SPIKE_PERCENT  110
#define EASY_PERCENT   75 /* of the long run, that other runs of the week reach */
#define LIGHT_PERCENT  91
#define COARSE_FROM    (20 * HUNDREDTHS) /* printed in halves from here on, in tenths below */
#define COARSE_STEP    (HUNDREDTHS / 2)
#define FINE_STEP      (HUNDREDTHS / 10)

/* What grows from week to week while the limits are walked along. */
struct walk {
    const struct plan *plan;
    int mean;
    int *weeks;      /* what each week may hold */
    int longest;     /* run so far */
    int most_by_day; /* of one run, by the minutes that the long-run rule gives */
    int easy_pace_s;
};

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int setting(const struct plan *plan, const char *id, const char *name, int fallback)
{
    for (size_t i = 0; i < plan->rule_count; i++)
        for (size_t s = 0; s < plan->rules[i].setting_count; s++)
            if (strcmp(plan->rules[i].id, id) == 0 &&
                strcmp(plan->rules[i].settings[s].name, name) == 0)
                return (int)strtol(plan->rules[i].settings[s].value, NULL, 10);
    return fallback;
}

static int in_seconds(const struct walk *walk, int seconds)
{
    return scale_floor(seconds, HUNDREDTHS, walk->easy_pace_s);
}

/* The distance that the climb of a run takes from what the minutes of its day allow. */
static int climbed(const struct walk *walk, const struct day *day)
{
    int climb = day_sum(day, QUANTITY_CLIMB_M);
    return climb == UNKNOWN ? 0 : effort_distance(0, climb, walk->plan->units);
}

/*
 * What all runs of a week can hold: one as far as day, minutes and the longest run let, the others
 * as far as easy runs go beside a long one.
 */
static int capacity(const struct walk *walk, const struct week *week)
{
    const struct week_preferences *wishes = &walk->plan->preferences;
    int run = smaller(walk->most_by_day, scale_floor(walk->longest, SPIKE_PERCENT, 100));
    int easy = scale_floor(run, EASY_PERCENT, 100), most_more = 0, least = INT_MAX;
    int count = 0, sum = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = week->days[d].date;
        bool weekend = date_weekday(date) >= SATURDAY;
        int seconds = weekend ? wishes->longest_weekend_s : wishes->longest_weekday_s;
        int cap = run;
        if (seconds != UNKNOWN)
            cap =
                smaller(run, larger(in_seconds(walk, seconds) - climbed(walk, &week->days[d]), 0));
        if (!week_preferences_can_run(wishes, date))
            continue;
        count++;
        sum += smaller(cap, easy);
        least = smaller(least, smaller(cap, easy));
        most_more = larger(most_more, cap - easy);
    }
    return sum + most_more - (count > MOST_RUNS ? least : 0);
}

static int ramp(const struct walk *walk, int w)
{
    int before = w == 0 ? walk->mean : walk->weeks[w - 1];
    return scale_floor(before, RAMP_PERCENT, 100);
}

static int round_down(int distance)
{
    int step = distance >= COARSE_FROM ? COARSE_STEP : FINE_STEP;
    return distance / step * step;
}

static int run_days(const struct plan *plan)
{
    int count = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        count += plan->preferences.run_days[d];
    return smaller(count, MOST_RUNS);
}

/* What the longest run may be of its week, in percent: more where there are few runs. */
static int long_run_share(const struct plan *plan)
{
    static const int more[] = {100, 100, 100, 10, 5};
    int share = setting(plan, "long-run", "share", 45), runs = run_days(plan);
    return runs < (int)(sizeof more / sizeof *more) ? smaller(share + more[runs], 100) : share;
}

/* The biggest week before the taper that the limits allow, each week as big as it may be. */
static int walk_limits(struct walk *walk)
{
    const struct plan *plan = walk->plan;
    int peak = 0;
    for (int w = 0; w < (int)plan->week_count && plan->weeks[w].phase < PHASE_TAPER; w++) {
        int most = ramp(walk, w);
        /* Days off and the way back from them hold no peak, and are no step back. */
        if (oracle_is_cut(plan, &plan->weeks[w]) || plan->weeks[w].kind == WEEK_RETURN) {
            walk->weeks[w] = w == 0 ? walk->mean : walk->weeks[w - 1];
            continue;
        }
        if (plan->weeks[w].kind == WEEK_LIGHTER && w > 0)
            most = smaller(most, scale_floor(walk->weeks[w - 1], LIGHT_PERCENT, 100));
        most = round_down(smaller(most, capacity(walk, &plan->weeks[w])));
        int run = smaller(scale_floor(walk->longest, SPIKE_PERCENT, 100), walk->most_by_day);
        walk->longest =
            larger(walk->longest, smaller(run, scale_floor(most, long_run_share(plan), 100)));
        walk->weeks[w] = most;
        peak = larger(peak, most);
    }
    return peak;
}

static int limits_allow(const struct plan *plan, const struct training_template *shape)
{
    const struct pace_range *easy = &plan->paces.easy;
    struct walk walk = {.plan = plan, .mean = runner_mean_week(&plan->runner)};
    walk.weeks = arena_array(plan->arena, plan->week_count, sizeof *walk.weeks);
    walk.longest = plan->runner.longest_recent_run;
    if (walk.longest == UNKNOWN)
        walk.longest = scale_floor(walk.mean, 13, 10 * run_days(plan));
    walk.easy_pace_s = easy->fast != UNKNOWN
                           ? (easy->fast + easy->slow + 1) / 2
                           : scale_round(shape->rest.unknown_pace_s_per_km, units_mm(plan->units),
                                         units_mm(UNITS_KM));
    walk.most_by_day = in_seconds(&walk, 60 * setting(plan, "long-run", "max_minutes", 300));
    return walk_limits(&walk);
}

static int template_asks(const struct plan *plan, const struct training_template *shape)
{
    int mean = runner_mean_week(&plan->runner);
    int needs = training_template_asked_peak(shape, plan->runner.vdot_tenths, plan->units);
    return larger(larger(needs, scale_round(mean, shape->peak_percent_of_recent, 100)), mean);
}

/* The longest series of growing descents among `count`, by their order. */
static int growing_steps(const int *descents, int count)
{
    int steps[MOST_DOWNHILLS], most = 0;
    for (int i = 0; i < count; i++) {
        steps[i] = 1;
        for (int j = 0; j < i; j++)
            if (descents[j] < descents[i])
                steps[i] = larger(steps[i], steps[j] + 1);
        most = larger(most, steps[i]);
    }
    return most;
}

/* True where days are open for running, and none of them is used. */
static bool is_empty(const struct plan *plan, const struct week *week)
{
    bool can_run = false;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        can_run = can_run || week_preferences_can_run(&plan->preferences, week->days[d].date);
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (session_is_run(&week->days[d].sessions[i]))
                return false;
    }
    return can_run;
}

/* Counts a long run in a week in which the runner's own day for it is open. */
static void count_long_run(const struct plan *plan, const struct week *week, const struct day *day,
                           const struct session *session, struct fullness *fullness)
{
    int own = plan->preferences.long_run;
    if (session->kind != SESSION_LONG || own < 0)
        return;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *other = &week->days[d];
        bool is_open = week_preferences_can_run(&plan->preferences, other->date);
        for (size_t i = 0; i < other->session_count; i++)
            is_open = is_open && other->sessions[i].kind != SESSION_TUNE_UP;
        if ((int)date_weekday(other->date) == own && is_open) {
            fullness->long_runs++;
            fullness->own_day_long_runs += day == other;
        }
    }
}

struct fullness fullness_of(const struct plan *plan,
                            const struct training_template *training_template)
{
    struct fullness fullness = {0};
    int descents[MOST_DOWNHILLS], downhills = 0, most = 0;
    for (size_t w = 0; w < plan->week_count && plan->weeks[w].start <= plan->race.date; w++) {
        fullness.training_weeks++;
        fullness.empty_weeks += is_empty(plan, &plan->weeks[w]);
        fullness.peak = larger(fullness.peak, plan_week_distance(&plan->weeks[w]));
        for (int d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            for (size_t i = 0; i < day->session_count; i++) {
                const struct session *session = &day->sessions[i];
                fullness.uphill += oracle_is_uphill(plan, session);
                count_long_run(plan, &plan->weeks[w], day, session, &fullness);
                if (!oracle_is_downhill(plan, session) || downhills == MOST_DOWNHILLS)
                    continue;
                if (session->descent_m >= most)
                    fullness.peak_descent_days = plan->race.date - day->date;
                most = larger(most, session->descent_m);
                descents[downhills++] = session->descent_m;
            }
        }
    }
    fullness.downhill_steps = growing_steps(descents, downhills);
    fullness.asked = template_asks(plan, training_template);
    fullness.allowed = limits_allow(plan, training_template);
    return fullness;
}
