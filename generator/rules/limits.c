/* Limits and the plan. */
#include "rules/limits.h"

#include "words/message.h"

bool limit_is_for(const struct session *session)
{
    return session_is_run(session) && session->kind != SESSION_RACE &&
           session->kind != SESSION_TUNE_UP;
}

/* The quantity behind a limit on a run or on a sum; counts have none. */
static enum quantity limited_quantity(enum limit_kind kind)
{
    switch (kind) {
    case LIMIT_CLIMB_M:
        return QUANTITY_CLIMB_M;
    case LIMIT_DESCENT_M:
        return QUANTITY_DESCENT_M;
    case LIMIT_DURATION_S:
        return QUANTITY_DURATION_S;
    default:
        return QUANTITY_DISTANCE;
    }
}

int limit_run_value(const struct session *run, enum limit_kind kind)
{
    return session_quantity(run, limited_quantity(kind));
}

int limit_week_value(const struct week *week, enum limit_kind kind, int *unknown_date)
{
    if (kind == LIMIT_RUNS)
        return week_run_count(week, DAYS_PER_WEEK, unknown_date);
    if (kind == LIMIT_RUN_DAYS)
        return week_run_day_count(week, DAYS_PER_WEEK, unknown_date);
    if (kind == LIMIT_HARD_DAYS)
        return week_hard_day_count(week, DAYS_PER_WEEK, unknown_date);
    return week_sum(week, DAYS_PER_WEEK, limited_quantity(kind), unknown_date);
}

int limit_run_least(const struct session *run, enum limit_kind kind)
{
    return session_quantity_least(run, limited_quantity(kind));
}

int limit_week_least(const struct week *week, enum limit_kind kind)
{
    if (kind == LIMIT_RUNS || kind == LIMIT_RUN_DAYS)
        return 0;
    if (kind == LIMIT_HARD_DAYS)
        return week_hard_days_least(week);
    return week_sum_least(week, limited_quantity(kind));
}

const char *limit_message(struct arena *arena, enum limit_kind kind, int value, enum units units)
{
    char mark[MARK_SIZE];
    switch (kind) {
    case LIMIT_DISTANCE:
        return arena_strdup(arena, mark_distance(value, units, mark));
    case LIMIT_CLIMB_M:
        return arena_printf(arena, "%s of climb", mark_elevation(value, mark));
    case LIMIT_DESCENT_M:
        return arena_printf(arena, "%s of descent", mark_elevation(value, mark));
    case LIMIT_DURATION_S:
        return arena_strdup(arena, mark_duration(value, mark));
    case LIMIT_RUNS:
        return arena_printf(arena, "%s runs", mark_count(value, mark));
    case LIMIT_RUN_DAYS:
        return arena_printf(arena, "%s days of running", mark_count(value, mark));
    default:
        return arena_printf(arena, "%s hard days", mark_count(value, mark));
    }
}
