/* What counts of past days. */
#include "model/as_run.h"

#include <string.h>

/* A run that is missed and counts all the same: nothing but its distance. */
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

static bool is_training(const struct session *session)
{
    return session_is_run(session) && session->kind != SESSION_RACE &&
           session->kind != SESSION_TUNE_UP;
}

static size_t missed_sessions(const struct plan *plan, const struct day *day,
                              struct session *sessions)
{
    size_t count = 0;
    if (week_preferences_is_unavailable(&plan->preferences, day->date))
        return 0;
    for (size_t i = 0; i < day->session_count; i++)
        if (is_training(&day->sessions[i]))
            sessions[count++] = as_easy_run(&day->sessions[i]);
    return count;
}

struct session *day_as_run(const struct plan *plan, const struct day *day, struct arena *arena,
                           size_t *count)
{
    struct session *sessions = arena_array(arena, day->session_count, sizeof *sessions);
    *count = day->session_count;
    if (day->status == DAY_MISSED)
        *count = missed_sessions(plan, day, sessions);
    else if (day->session_count > 0)
        memcpy(sessions, day->sessions, day->session_count * sizeof *sessions);
    return sessions;
}

bool plan_has_marks(const struct plan *plan)
{
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            if (plan->weeks[w].days[d].status > DAY_DONE)
                return true;
    return false;
}

void week_note_planned(const struct plan *plan, const struct week *planned, struct week *week)
{
    bool has_marks = false;
    int missed = 0;
    week->planned = week->planned_left = week->missed_days = 0;
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
                day->sessions = day_as_run(plan, day, plan->arena, &day->session_count);
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
