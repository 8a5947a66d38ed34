/* What a whole plan tells of the runs and weeks that say nothing themselves. */
#include <string.h>

#include "import/plan_reading.h"

#define LONGER_PERCENT  125 /* of the next longest: the week's long run */
#define LEAST_RUNS      3   /* of a week with one */
#define LEAST_HARD      2   /* hard sessions of a plan that states them ... */
#define HARD_WEEKS      8   /* ... and one in so many weeks */
#define LIGHTER_PERCENT 85  /* of the last week that was none */
#define TAPER_PERCENT   80  /* of the peak */
#define MOST_TAPER      3   /* weeks */

/* ---- sessions ---- */

static bool is_plain_run(const struct imported_session *session)
{
    const struct cell_session *cell = session->cell;
    return session->session.kind == SESSION_KIND_NONE && !session->session.may_be_no_run && cell &&
           cell->sport == SPORT_RUN && cell->kind < 0;
}

/* The longest of the week's runs, if it is longer than all others by a quarter. */
static struct imported_session *longest_of(struct imported_session *sessions, size_t count)
{
    struct imported_session *longest = NULL;
    int next = 0, runs = 0;
    for (size_t i = 0; i < count; i++) {
        struct session *session = &sessions[i].session;
        if (session->kind == SESSION_LONG || session->kind == SESSION_RACE)
            return NULL;
        if (session->distance == UNKNOWN || !session_is_run(session))
            continue;
        runs++;
        if (!longest || session->distance > longest->session.distance) {
            next = longest ? longest->session.distance : 0;
            longest = &sessions[i];
        } else if (session->distance > next) {
            next = session->distance;
        }
    }
    bool is_long = runs >= LEAST_RUNS && longest->session.distance * 100 >= next * LONGER_PERCENT;
    return is_long && is_plain_run(longest) && longest->session.effort == EFFORT_NONE ? longest
                                                                                      : NULL;
}

static int infer_long_runs(struct imported_plan *imported, int start)
{
    int inferred = 0;
    for (size_t i = 0, end; i < imported->session_count; i = end) {
        int week = (imported->sessions[i].day - start) / DAYS_PER_WEEK;
        for (end = i; end < imported->session_count &&
                      (imported->sessions[end].day - start) / DAYS_PER_WEEK == week;
             end++)
            ;
        struct imported_session *longest = longest_of(&imported->sessions[i], end - i);
        if (longest) {
            longest->session.kind = longest->cell->kind = SESSION_LONG;
            longest->cell->kind_told = TOLD_INFERRED;
            inferred++;
        }
    }
    return inferred;
}

/* The plan's last run, of a race's length: it may be one. */
static bool may_be_race(const struct imported_plan *imported, size_t i)
{
    static const int lengths_m[] = {5000, 10000, 21098, 42195};
    const struct session *session = &imported->sessions[i].session;
    if (i + 1 < imported->session_count || session->distance == UNKNOWN)
        return false;
    int metres = distance_to_m(session->distance, imported->plan->units);
    for (size_t l = 0; l < sizeof lengths_m / sizeof *lengths_m; l++)
        if (metres * 100LL > lengths_m[l] * 99LL && metres * 100LL < lengths_m[l] * 101LL)
            return true;
    return false;
}

static bool states_hard(const struct imported_plan *imported)
{
    int hard = 0, weeks = (imported->last_day - imported->first_day) / DAYS_PER_WEEK + 1;
    for (size_t i = 0; i < imported->session_count; i++)
        hard += session_is_hard(&imported->sessions[i].session);
    return hard >= LEAST_HARD && hard * HARD_WEEKS >= weeks;
}

static int infer_easy_runs(struct imported_plan *imported, int *runs)
{
    int inferred = 0;
    bool has_hard = states_hard(imported);
    for (size_t i = 0; i < imported->session_count; i++) {
        struct imported_session *session = &imported->sessions[i];
        *runs += session_is_run(&session->session);
        if (!has_hard || !is_plain_run(session) || session->session.effort != EFFORT_NONE ||
            session->session.terrain != TERRAIN_NONE || session->cell->has_detail ||
            session->cell->has_unknown || session->cell->distance.why || may_be_race(imported, i))
            continue;
        session->session.kind = SESSION_EASY;
        session->session.effort = EFFORT_EASY;
        session->cell->kind = SESSION_EASY;
        session->cell->effort = EFFORT_EASY;
        session->cell->kind_told = session->cell->effort_told = TOLD_INFERRED;
        inferred++;
    }
    return inferred;
}

void plan_inference_sessions(struct imported_plan *imported)
{
    int runs = 0, start = imported->week_start == NO_DATE || imported->is_undated
                              ? 0
                              : imported->week_start % DAYS_PER_WEEK;
    if (imported->hints->strict)
        return;
    struct arena *arena = imported->plan->arena;
    int long_runs = infer_long_runs(imported, start);
    int easy_runs = infer_easy_runs(imported, &runs);
    if (easy_runs)
        imported_plan_infer(
            imported,
            arena_printf(arena, "%d of %d runs are taken as easy, as the plan names its hard ones",
                         easy_runs, runs));
    if (long_runs)
        imported_plan_infer(
            imported, arena_printf(arena,
                                   "%d of %d runs are taken as long runs, the longest of their "
                                   "weeks by a quarter",
                                   long_runs, runs));
}

/* ---- weeks ---- */

static bool has_goal_race(const struct plan *plan, const struct week *week)
{
    return plan->race.date != NO_DATE && plan->race.date >= week->start &&
           plan->race.date < week->start + DAYS_PER_WEEK;
}

/* Whether each run of a week tells at least a part of its distance. */
static bool tells_distances(const struct week *week)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            bool is_told = session->distance != UNKNOWN || session->distance_at_least > 0;
            if (session->may_be_no_run || (session_is_run(session) && !is_told))
                return false;
        }
    return true;
}

/* The weeks' distances are known, or most of them, and no week says its kind. */
static bool can_infer_weeks(const struct plan *plan)
{
    for (size_t i = 0; i < plan->week_count; i++)
        if (plan->weeks[i].kind != WEEK_KIND_NONE || !tells_distances(&plan->weeks[i]))
            return false;
    return plan->week_count > 1;
}

/* Of a week's training, as far as it is told. */
static int told_distance(const struct week *week)
{
    return week_sum_least(week, QUANTITY_DISTANCE);
}

static size_t peak_week(const struct plan *plan)
{
    size_t peak = 0;
    for (size_t i = 0; i < plan->week_count; i++)
        if (told_distance(&plan->weeks[i]) > told_distance(&plan->weeks[peak]))
            peak = i;
    return peak;
}

static void infer_lighter(struct plan *plan, size_t count, int *inferred)
{
    int last = 0;
    for (size_t i = 0; i < count; i++) {
        struct week *week = &plan->weeks[i];
        int distance = told_distance(week);
        bool is_less = last && distance * 100 <= last * LIGHTER_PERCENT;
        if (is_less && i + 1 < plan->week_count && told_distance(&plan->weeks[i + 1]) > distance) {
            week->kind = WEEK_LIGHTER;
            ++*inferred;
        } else {
            last = distance;
        }
    }
}

/* The last weeks before the race, from the first that is well below the peak on. */
static size_t infer_taper(struct plan *plan, int *inferred)
{
    size_t peak = peak_week(plan), race = 0;
    while (race < plan->week_count && !has_goal_race(plan, &plan->weeks[race]))
        race++;
    if (race == plan->week_count)
        return plan->week_count;
    size_t first = race;
    int most = told_distance(&plan->weeks[peak]);
    while (first > peak + 1 && race - first < MOST_TAPER - 1 &&
           told_distance(&plan->weeks[first - 1]) * 100 <= most * TAPER_PERCENT)
        first--;
    for (size_t i = first; i < race; i++, ++*inferred)
        plan->weeks[i].kind = WEEK_TAPER;
    plan->weeks[race].kind = WEEK_RACE;
    return first;
}

void plan_inference_weeks(struct imported_plan *imported)
{
    struct plan *plan = imported->plan;
    int lighter = 0, taper = 0;
    if (imported->hints->strict || !can_infer_weeks(plan))
        return;
    size_t before = infer_taper(plan, &taper);
    infer_lighter(plan, before, &lighter);
    if (!lighter && !taper) {
        for (size_t i = 0; i < plan->week_count; i++)
            plan->weeks[i].kind = WEEK_KIND_NONE;
        return;
    }
    for (size_t i = 0; i < plan->week_count; i++)
        if (plan->weeks[i].kind == WEEK_KIND_NONE)
            plan->weeks[i].kind = WEEK_BUILD;
    imported_plan_infer(
        imported, arena_printf(plan->arena,
                               "by their distances, %d weeks are taken as lighter ones and %d as "
                               "the taper",
                               lighter, taper));
}
