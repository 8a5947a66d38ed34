/* Open days: a search for the most short easy runs that the week can hold. */
#include "planner/open_days.h"

#include "planner/fixed_days.h"
#include "planner/standing.h"
#include "rules/cuts.h"

struct day_search {
    struct planner *planner;
    size_t week;
    const struct week_limits *limits;
    struct session probe;
    int open_from[DAYS_PER_WEEK + 1]; /* how many of the days from there on are open */
    int most;                         /* runs, races included */
    struct refusal refusal;           /* of a further one; because NULL: none was refused */
    struct error *error;
};

static bool is_race_day(const struct day_search *search, size_t day)
{
    const struct plan *plan = search->planner->plan;
    return fixed_is_race_to_plan(plan, &plan->weeks[search->week].days[day]);
}

/* Runs that stand there already. */
static int fixed_runs(const struct day_search *search, size_t day)
{
    const struct week *week = &search->planner->plan->weeks[search->week];
    const struct day *standing = standing_day(search->planner, week, day);
    struct week alone = {.days = {standing ? *standing : (struct day){0}}};
    return larger_of(week_run_count(&alone, 1, NULL), 0);
}

static bool is_open(const struct day_search *search, size_t day)
{
    return search->limits->days[day][SESSION_EASY].limits.of[LIMIT_DISTANCE].max > 0;
}

static bool search_days(struct day_search *search, size_t day, int runs);

/* Goes on with a run on the day, if the rules allow it there. */
static bool try_run(struct day_search *search, size_t day, int runs, struct session *run)
{
    struct planner *planner = search->planner;
    struct day *here = &planner->plan->weeks[search->week].days[day];
    struct refusal refusal;
    bool allowed;
    here->sessions = run;
    here->session_count = 1;
    bool done = ask_own_rules(planner, search->week, day, &allowed, &refusal, search->error);
    if (done && !allowed && !search->refusal.because && refusal.because) {
        search->refusal = refusal;
        search->refusal.because = arena_strdup(planner->plan->arena, refusal.because);
    }
    if (done && allowed)
        done = search_days(search, day + 1, runs + 1);
    here->sessions = NULL;
    here->session_count = 0;
    return done;
}

static bool search_days(struct day_search *search, size_t day, int runs)
{
    if (runs + search->open_from[day] <= search->most)
        return true;
    if (day == DAYS_PER_WEEK) {
        search->most = runs;
        return true;
    }
    const struct planner *planner = search->planner;
    if (is_race_day(search, day)) {
        struct session race =
            fixed_race_session(planner, planner->plan->weeks[search->week].days[day].date);
        return try_run(search, day, runs, &race);
    }
    struct session run = search->probe;
    runs += fixed_runs(search, day);
    return (!is_open(search, day) || try_run(search, day, runs, &run)) &&
           search_days(search, day + 1, runs);
}

/* The same for every kind of run. */
static void set_day(struct week_limits *limits, size_t day, const struct budget *budget)
{
    for (int kind = 0; kind < SESSION_KIND_COUNT; kind++)
        limits->days[day][kind] = *budget;
}

/* Whether the day of a tune-up race is refused with a warm-up and a cool-down: then it is without.
 */
static bool ask_race_day(struct planner *planner, size_t week, size_t day, bool *is_refused,
                         struct refusal *refusal, struct error *error)
{
    struct day *here = &planner->plan->weeks[week].days[day];
    struct session runs[MOST_ON_RACE_DAY];
    bool allowed = true;
    if (here->date == planner->plan->race.date)
        return true;
    here->session_count = fixed_race_runs(planner, here->date, runs);
    here->sessions = runs;
    bool done = ask_own_rules(planner, week, day, &allowed, refusal, error);
    here->sessions = NULL;
    here->session_count = 0;
    *is_refused = !allowed;
    return done;
}

static bool find_open_days(struct planner *planner, size_t week, struct week_limits *limits,
                           struct error *error)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = &planner->plan->weeks[week].days[d];
        struct refusal refusal = {0};
        bool is_refused = false;
        struct budget budget = budget_nothing();
        set_day(limits, d, &budget);
        if (!fixed_day_is_open(planner->plan, day))
            continue;
        bool is_race_day = fixed_is_race_day(planner->plan, day->date);
        if (!(is_race_day ? ask_race_day : ask_refused_day)(planner, week, d, &is_refused, &refusal,
                                                            error))
            return false;
        budget = is_refused ? budget_refused(&refusal) : budget_unlimited();
        budget_keep(planner, &budget, NULL);
        set_day(limits, d, &budget);
    }
    return true;
}

bool open_days_limit(struct planner *planner, size_t week, struct week_limits *limits,
                     struct error *error)
{
    struct day_search search = {
        .planner = planner,
        .week = week,
        .limits = limits,
        .probe = cut_probe(planner->plan),
        .error = error,
    };
    struct limit *runs = &limits->week.limits.of[LIMIT_RUNS];
    if (!find_open_days(planner, week, limits, error))
        return false;
    for (size_t d = DAYS_PER_WEEK; d-- > 0;)
        search.open_from[d] = search.open_from[d + 1] +
                              (is_open(&search, d) || is_race_day(&search, d)) +
                              fixed_runs(&search, d);
    if (!search_days(&search, 0, 0))
        return false;
    if (search.refusal.because && search.most > 0 && search.most < runs->max) {
        *runs = (struct limit){search.most, search.refusal.because, false};
        limits->week.rule[LIMIT_RUNS] = search.refusal.rule;
    }
    return true;
}
