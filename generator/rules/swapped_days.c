/* Exchanging the runs of two days. */
#include "rules/swapped_days.h"

/* Makes the sessions of a day the runs of another one. */
static void put_runs(struct arena *arena, struct day *day, const struct day *from)
{
    day->sessions = arena_array(arena, from->session_count, sizeof *day->sessions);
    day->session_count = 0;
    for (size_t i = 0; i < from->session_count; i++)
        if (session_is_run(&from->sessions[i]))
            day->sessions[day->session_count++] = from->sessions[i];
}

void exchange_begin(struct exchange *exchange, struct week *week, size_t a, size_t b)
{
    exchange->week = week;
    exchange->arena = arena_new();
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        exchange->days[d] = week->days[d];
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        size_t from = d == a ? b : d == b ? a : d;
        put_runs(exchange->arena, &week->days[d], &exchange->days[from]);
    }
}

void exchange_end(struct exchange *exchange)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        exchange->week->days[d] = exchange->days[d];
    arena_free(exchange->arena);
}
