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
#define LEAST_WEEKS     4   /* of a plan that would have a lighter one */
#define UNTOLD_PERCENT  20  /* of its runs, at most, tell nothing of their distance */
#define KINDS_PERCENT   67  /* of the runs, in a plan that tells its runs' kinds */

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

/* A long run of which nothing else is told. */
static bool is_plain_long_run(const struct imported_session *session)
{
    return session->session.kind == SESSION_LONG && !session->session.may_be_no_run &&
           session->cell && session->cell->sport == SPORT_RUN;
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
        bool is_long = is_plain_long_run(session);
        if (!has_hard || !(is_long || is_plain_run(session)) ||
            session->session.effort != EFFORT_NONE || session->cell->has_detail ||
            session->cell->has_unknown)
            continue;
        if (!is_long) {
            if (session->session.terrain != TERRAIN_NONE || session->cell->distance.why ||
                may_be_race(imported, i))
                continue;
            session->session.kind = session->cell->kind = SESSION_EASY;
            session->cell->kind_told = TOLD_INFERRED;
        }
        session->session.effort = session->cell->effort = EFFORT_EASY;
        session->cell->effort_told = TOLD_INFERRED;
        inferred++;
    }
    return inferred;
}

/* Whether most runs tell their kinds: of a plan that does, what is unusual would be told, too. */
static bool tells_kinds(const struct imported_plan *imported)
{
    int runs = 0, kinds = 0;
    for (size_t i = 0; i < imported->session_count; i++) {
        const struct session *session = &imported->sessions[i].session;
        runs += session_is_run(session);
        kinds += session_is_run(session) && session->kind != SESSION_KIND_NONE;
    }
    return kinds > 0 && kinds * 100 >= runs * KINDS_PERCENT;
}

/* Runs of no kind that rules know, as steady ones and those that get faster: how hard they are is
   told, or isn't, as before. */
static int infer_plain_runs(struct imported_plan *imported)
{
    int inferred = 0;
    for (size_t i = 0; i < imported->session_count; i++) {
        struct session *session = &imported->sessions[i].session;
        const struct cell_session *cell = imported->sessions[i].cell;
        if (session->kind != SESSION_KIND_NONE || session->may_be_no_run || !cell ||
            cell->sport != SPORT_RUN || cell->has_unknown || may_be_race(imported, i))
            continue;
        bool is_told = cell->kind >= 0 || session->effort != EFFORT_NONE;
        if (!is_told && cell->has_detail)
            continue;
        session->kind = session->effort == EFFORT_HARD ? SESSION_TEMPO : SESSION_EASY;
        inferred++;
    }
    return inferred;
}

/* Of which nothing is told of hills, neither by words nor by numbers; of a race it never is. */
static bool tells_no_hills(const struct session *session)
{
    return session_is_run(session) && !session->may_be_no_run && !session_is_race(session) &&
           session->kind != SESSION_KIND_NONE && session->kind != SESSION_UPHILL &&
           session->kind != SESSION_DOWNHILL && session->terrain == TERRAIN_NONE &&
           session->climb_m == UNKNOWN && session->descent_m == UNKNOWN;
}

/* Runs of which no hills are told are flat, and at home it is so where none has any. */
static int infer_flat_runs(struct imported_plan *imported)
{
    int inferred = 0;
    bool has_hills = false;
    for (size_t i = 0; i < imported->session_count; i++) {
        struct session *session = &imported->sessions[i].session;
        if (!tells_no_hills(session)) {
            has_hills = has_hills || (session_is_run(session) && !session_is_race(session));
            continue;
        }
        session->terrain = TERRAIN_FLAT;
        session->climb_m = session->descent_m = 0;
        inferred++;
    }
    if (!has_hills)
        imported->plan->runner.usual_descent_m = 0;
    return inferred;
}

/* Whether each run tells its kind, and none is a race. */
static bool names_no_race(const struct imported_plan *imported)
{
    for (size_t i = 0; i < imported->session_count; i++) {
        const struct session *session = &imported->sessions[i].session;
        if (session->kind == SESSION_KIND_NONE || session->kind == SESSION_RACE)
            return false;
    }
    return true;
}

/* "3 of 40 runs are taken as ...": what was inferred of so many, if any. */
static void tell_runs(struct imported_plan *imported, int inferred, int runs, const char *what)
{
    if (inferred)
        imported_plan_infer(imported,
                            arena_printf(imported->plan->arena, "%d of %d runs are taken as %s",
                                         inferred, runs, what));
}

void plan_inference_sessions(struct imported_plan *imported)
{
    int runs = 0, start = imported->week_start == NO_DATE || imported->is_undated
                              ? 0
                              : imported->week_start % DAYS_PER_WEEK;
    if (imported->hints->strict)
        return;
    int long_runs = infer_long_runs(imported, start);
    int easy_runs = infer_easy_runs(imported, &runs);
    tell_runs(imported, easy_runs, runs, "easy, as the plan names its hard ones");
    tell_runs(imported, long_runs, runs, "long runs, the longest of their weeks by a quarter");
    if (tells_kinds(imported)) {
        tell_runs(imported, infer_plain_runs(imported), runs,
                  "plain runs, as they name no kind that rules know");
        tell_runs(imported, infer_flat_runs(imported), runs,
                  "flat, as the plan tells no hills of them");
    }
    imported->plan->names_no_race = names_no_race(imported);
}

/* ---- weeks ---- */

static bool has_goal_race(const struct plan *plan, const struct week *week)
{
    return plan->race.date != NO_DATE && plan->race.date >= week->start &&
           plan->race.date < week->start + DAYS_PER_WEEK;
}

/* What is told of a run's distance: all, a part, or the time that it takes. */
static int told_of(const struct session *session, enum units units)
{
    int distance = session->distance == UNKNOWN ? session->distance_at_least : session->distance;
    return distance > 0 ? distance : timed_run_distance(session->duration_s, units);
}

static bool is_training(const struct session *session)
{
    return session_is_run(session) && session->kind != SESSION_RACE;
}

/* How many runs of the plan tell nothing of their distance, and how many there are. */
static void count_untold(const struct plan *plan, int *untold, int *runs)
{
    for (size_t d = 0; d < plan->week_count * DAYS_PER_WEEK; d++) {
        const struct day *day = &plan->weeks[d / DAYS_PER_WEEK].days[d % DAYS_PER_WEEK];
        for (size_t i = 0; i < day->session_count; i++) {
            const struct session *session = &day->sessions[i];
            *untold += session->may_be_no_run ||
                       (is_training(session) && told_of(session, plan->units) == 0);
            *runs += session->may_be_no_run || is_training(session);
        }
    }
}

/* The distances of most runs are told, and no week says its kind. */
static bool can_infer_weeks(const struct plan *plan)
{
    int untold = 0, runs = 0;
    for (size_t i = 0; i < plan->week_count; i++)
        if (plan->weeks[i].kind != WEEK_KIND_NONE)
            return false;
    count_untold(plan, &untold, &runs);
    return plan->week_count > 1 && runs > 0 && untold * 100 <= runs * UNTOLD_PERCENT;
}

/* Of a week's training, as far as it is told. */
static int told_distance(const struct plan *plan, size_t number)
{
    const struct week *week = &plan->weeks[number];
    int sum = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (is_training(&week->days[d].sessions[i]))
                sum += told_of(&week->days[d].sessions[i], plan->units);
    return sum;
}

static size_t peak_week(const struct plan *plan)
{
    size_t peak = 0;
    for (size_t i = 0; i < plan->week_count; i++)
        if (told_distance(plan, i) > told_distance(plan, peak))
            peak = i;
    return peak;
}

static void infer_lighter(struct plan *plan, size_t count, int *inferred)
{
    int last = 0;
    for (size_t i = 0; i < count; i++) {
        struct week *week = &plan->weeks[i];
        int distance = told_distance(plan, i);
        bool is_less = last && distance * 100 <= last * LIGHTER_PERCENT;
        if (is_less && i + 1 < plan->week_count && told_distance(plan, i + 1) > distance) {
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
    int most = told_distance(plan, peak);
    while (first > peak + 1 && race - first < MOST_TAPER - 1 &&
           told_distance(plan, first - 1) * 100 <= most * TAPER_PERCENT)
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
    if (!lighter && !taper && plan->week_count < LEAST_WEEKS) {
        for (size_t i = 0; i < plan->week_count; i++)
            plan->weeks[i].kind = WEEK_KIND_NONE;
        return;
    }
    for (size_t i = 0; i < plan->week_count; i++)
        if (plan->weeks[i].kind == WEEK_KIND_NONE)
            plan->weeks[i].kind = WEEK_BUILD;
    imported_plan_infer(
        imported, !lighter && !taper
                      ? "by their distances, no week is taken as a lighter one"
                      : arena_printf(plan->arena,
                                     "by their distances, %d weeks are taken as lighter ones and "
                                     "%d as the taper",
                                     lighter, taper));
}
