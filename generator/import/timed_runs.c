/* Runs that tell a time and no distance: what they count as beside those that tell one. */
#include "import/plan_reading.h"

/* Where nobody knows how fast the runner is; it cancels out where all runs are told in time. */
#define UNKNOWN_PACE_KM_S 390
#define UNKNOWN_PACE_MI_S 628

static int unknown_pace_s(enum units units)
{
    return units == UNITS_MI ? UNKNOWN_PACE_MI_S : UNKNOWN_PACE_KM_S;
}

int timed_run_distance(int seconds, enum units units)
{
    return seconds == UNKNOWN ? 0 : scale_round(seconds, HUNDREDTHS, unknown_pace_s(units));
}

static bool is_timed(const struct session *session)
{
    return session_is_run(session) && !session->may_be_no_run && session->distance == UNKNOWN &&
           session->distance_at_least == 0 && session->duration_s > 0 && !session_is_race(session);
}

/* The seconds that a run's parts tell, if neither its time nor a distance is known; or 0. */
static int least_time(const struct imported_session *imported)
{
    const struct session *session = &imported->session;
    bool is_open = session_is_run(session) && !session->may_be_no_run &&
                   !session_is_race(session) && session->distance == UNKNOWN &&
                   session->distance_at_least == 0 && session->duration_s == UNKNOWN;
    return is_open && imported->cell ? imported->cell->least_s : 0;
}

/* Which runs tell a time alone, and which a distance. */
static void count_runs(const struct imported_plan *imported, int *timed, int *measured)
{
    for (size_t i = 0; i < imported->session_count; i++) {
        const struct session *session = &imported->sessions[i].session;
        bool has_distance = session->distance > 0 || session->distance_at_least > 0;
        *timed += is_timed(session);
        *measured += session_is_run(session) && !session_is_race(session) && has_distance;
    }
}

void timed_runs_take(struct imported_plan *imported)
{
    struct plan *plan = imported->plan;
    const struct import_hints *hints = imported->hints;
    int timed = 0, measured = 0, pace_s = hints->easy_pace_s[plan->units];
    char text[QUANTITY_TEXT_SIZE];
    count_runs(imported, &timed, &measured);
    bool is_known = pace_s > 0, is_all = measured == 0;
    if (!hints->takes_times || timed == 0 || (!is_all && (!is_known || hints->strict)))
        return;
    if (!is_known)
        pace_s = unknown_pace_s(plan->units);
    for (size_t i = 0; i < imported->session_count; i++) {
        struct session *session = &imported->sessions[i].session;
        if (is_timed(session)) {
            session->distance = scale_round(session->duration_s, HUNDREDTHS, pace_s);
            session->is_by_time = true;
        } else if (least_time(&imported->sessions[i]) > 0)
            session->distance_at_least =
                scale_round(least_time(&imported->sessions[i]), HUNDREDTHS, pace_s);
    }
    if (is_all) {
        plan->time_pace_s = pace_s;
        plan->paces.easy = (struct pace_range){pace_s, pace_s};
        return;
    }
    imported_plan_infer(imported,
                        arena_printf(plan->arena,
                                     "%d of %d runs tell a time alone, and count as what the "
                                     "runner's easy pace makes of it, %s /%s",
                                     timed, timed + measured, duration_format(pace_s, text),
                                     units_name(plan->units)));
}
