/* What counts of past days. */
#include "model/as_run.h"

#include <string.h>

#include "model/run_match.h"

#define RUN_TITLE "Run" /* of one that nobody planned */

/* --- one session --------------------------------------------------------------------------- */

/* A run that counts as nothing but its distance. */
static struct session as_easy_run(const struct session *planned)
{
    struct session easy = *planned;
    if (planned->kind == SESSION_EASY && planned->effort == EFFORT_EASY)
        return easy;
    easy.kind = SESSION_EASY;
    easy.session = NULL;
    easy.effort = EFFORT_EASY;
    easy.terrain = TERRAIN_FLAT;
    easy.climb_m = easy.descent_m = 0;
    easy.steps = NULL;
    easy.step_count = 0;
    return easy;
}

/* A part of a session's quantity, as of its distance. */
static int part_of(int value, int part, int whole)
{
    return value == UNKNOWN || whole <= 0 ? value : scale_round(value, part, whole);
}

/* No more than was planned; what goes beyond it. Of what was not told the part of the whole. */
static int counts(int planned, int run, int part, int whole, int *beyond)
{
    *beyond = 0;
    if (run == UNKNOWN)
        return part_of(planned, part, whole);
    if (planned == UNKNOWN || run <= planned)
        return run;
    *beyond = run - planned;
    return planned;
}

/* A planned session that became this run. */
static struct session session_as_run(const struct session *planned, const struct done_run *run,
                                     enum units units)
{
    struct session session = *planned;
    int whole = planned->distance, none;
    if (session_is_done_by(planned, run, units))
        return session;
    if (session_is_broken_off(planned, run))
        session = as_easy_run(planned);
    session.distance = counts(whole, run->distance, 1, 1, &session.beyond_distance);
    session.duration_s =
        counts(planned->duration_s, run->duration_s, session.distance, whole, &none);
    session.climb_m = counts(planned->climb_m, run->climb_m, session.distance, whole, &none);
    session.descent_m = counts(planned->descent_m, run->descent_m, session.distance, whole,
                               &session.beyond_descent_m);
    return session;
}

/* The most of a quantity that a run was planned for in a week, the goal race aside. */
static int most_planned(const struct week *week, enum quantity quantity)
{
    int most = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            if (session_is_run(session) && session->kind != SESSION_RACE)
                most = larger_of(most, session_quantity(session, quantity));
        }
    return most;
}

/* A run that nobody planned. */
static struct session extra_run(const struct week *week, const struct done_run *run)
{
    struct session session = session_unknown();
    int none;
    session.kind = SESSION_EASY;
    session.title = RUN_TITLE;
    session.effort = EFFORT_EASY;
    session.terrain = TERRAIN_FLAT;
    session.distance = counts(most_planned(week, QUANTITY_DISTANCE), run->distance, 1, 1,
                              &session.beyond_distance);
    session.duration_s = run->duration_s;
    session.climb_m =
        counts(most_planned(week, QUANTITY_CLIMB_M), larger_of(run->climb_m, 0), 1, 1, &none);
    session.descent_m = counts(most_planned(week, QUANTITY_DESCENT_M), larger_of(run->descent_m, 0),
                               1, 1, &session.beyond_descent_m);
    return session;
}

/* --- a day --------------------------------------------------------------------------------- */

struct counting {
    const struct plan *plan;
    const struct week *week; /* as planned */
    const struct day *day;
    struct session *sessions;
    size_t count;
};

static void add(struct counting *counting, struct session session)
{
    counting->sessions[counting->count++] = session;
}

static void count_missed_day(struct counting *counting)
{
    const struct day *day = counting->day;
    if (week_preferences_is_unavailable(&counting->plan->preferences, day->date))
        return;
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]) && !session_is_race(&day->sessions[i]))
            add(counting, as_easy_run(&day->sessions[i]));
}

/* The planned sessions, as they were run, but for those that were moved away. */
static void count_planned(struct counting *counting)
{
    const struct day *day = counting->day;
    struct runs_of_sessions matched = day_match_runs(day);
    for (size_t s = 0; s < day->session_count && s < MOST_SESSIONS; s++) {
        const struct session *session = &day->sessions[s];
        const struct done_run *run = matched.run[s] == NOT_RUN ? NULL : &day->runs[matched.run[s]];
        if (!session_is_run(session))
            add(counting, *session);
        else if (run && run->moved_to == NO_DATE)
            add(counting, session_as_run(session, run, counting->plan->units));
    }
}

static bool is_matched(const struct runs_of_sessions *matched, size_t run)
{
    for (size_t s = 0; s < MOST_SESSIONS; s++)
        if (matched->run[s] == (int)run)
            return true;
    return false;
}

static void count_extra(struct counting *counting)
{
    const struct day *day = counting->day;
    struct runs_of_sessions matched = day_match_runs(day);
    for (size_t r = 0; r < day->run_count; r++)
        if (day->runs[r].moved_from == NO_DATE && day->runs[r].moved_to == NO_DATE &&
            !is_matched(&matched, r))
            add(counting, extra_run(counting->week, &day->runs[r]));
}

/* What another day of the week was to hold and this one held. */
static void count_moved(struct counting *counting, const struct day *from)
{
    struct runs_of_sessions matched = day_match_runs(from);
    for (size_t s = 0; s < from->session_count && s < MOST_SESSIONS; s++) {
        const struct done_run *run = matched.run[s] == NOT_RUN ? NULL : &from->runs[matched.run[s]];
        if (run && run->moved_to == counting->day->date)
            add(counting, session_as_run(&from->sessions[s], run, counting->plan->units));
    }
}

struct session *day_as_run(const struct plan *plan, const struct week *week, size_t day,
                           struct arena *arena, size_t *count)
{
    struct counting counting = {.plan = plan, .week = week, .day = &week->days[day]};
    size_t most = counting.day->session_count + counting.day->run_count;
    counting.sessions = arena_array(arena, most, sizeof *counting.sessions);
    if (counting.day->status == DAY_MISSED) {
        count_missed_day(&counting);
    } else if (counting.day->status <= DAY_DONE) {
        for (size_t i = 0; i < counting.day->session_count; i++)
            add(&counting, counting.day->sessions[i]);
    } else {
        count_planned(&counting);
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            if (d != day && week->days[d].status > DAY_DONE && counting.count < most)
                count_moved(&counting, &week->days[d]);
        count_extra(&counting);
    }
    *count = counting.count;
    return counting.sessions;
}

/* --- weeks --------------------------------------------------------------------------------- */

bool plan_has_marks(const struct plan *plan)
{
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            if (plan->weeks[w].days[d].status > DAY_DONE)
                return true;
    return false;
}

static bool is_over(const struct plan *plan, const struct week *week)
{
    return plan->replanned_count > 0 &&
           week->start + DAYS_PER_WEEK <= plan->replanned[plan->replanned_count - 1].date;
}

void week_note_planned(const struct plan *plan, const struct week *planned, struct week *week)
{
    bool has_marks = false;
    int missed = 0;
    week->planned = week->planned_left = week->missed_days = 0;
    week->most_distance = week->most_climb_m = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = &planned->days[d];
        has_marks = has_marks || day->status > DAY_DONE;
        if (day->status != DAY_MISSED ||
            !week_preferences_is_unavailable(&plan->preferences, day->date))
            continue;
        missed += larger_of(day_sum(day, QUANTITY_DISTANCE), 0);
        week->missed_days += plan->preferences.run_days[date_weekday(day->date)];
    }
    if (!has_marks)
        return;
    week->planned = plan_week_distance(planned);
    week->planned_left = week->planned - missed;
    if (is_over(plan, week)) {
        week->most_distance = week->planned;
        week->most_climb_m = week_sum(planned, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    }
}

void plan_count_as_run(struct plan *plan)
{
    if (plan->planned || !plan_has_marks(plan))
        return;
    plan->planned = arena_array(plan->arena, plan->week_count, sizeof *plan->planned);
    for (size_t w = 0; w < plan->week_count; w++) {
        plan->planned[w] = plan->weeks[w];
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            struct day *day = &plan->weeks[w].days[d];
            if (day->status > DAY_DONE)
                day->sessions =
                    day_as_run(plan, &plan->planned[w], d, plan->arena, &day->session_count);
        }
        week_note_planned(plan, &plan->planned[w], &plan->weeks[w]);
    }
}

void plan_show_as_planned(struct plan *plan)
{
    for (size_t w = 0; plan->planned && w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            struct day *day = &plan->weeks[w].days[d];
            if (day->status <= DAY_DONE)
                continue;
            day->sessions = plan->planned[w].days[d].sessions;
            day->session_count = plan->planned[w].days[d].session_count;
        }
    plan->planned = NULL;
}
