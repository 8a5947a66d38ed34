/* Exchanging the runs of two days. */
#include "model/swapped_days.h"

/* Makes the sessions of a day the runs of another one. */
static void put_runs(struct arena *arena, struct day *day, const struct day *from)
{
    day->sessions = arena_array(arena, from->session_count, sizeof *day->sessions);
    day->session_count = 0;
    for (size_t i = 0; i < from->session_count; i++)
        if (session_is_run(&from->sessions[i]))
            day->sessions[day->session_count++] = from->sessions[i];
}

void swapped_days_begin(struct swapped_days *swap, struct week *week, size_t a, size_t b)
{
    swap->week = week;
    swap->arena = arena_new();
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        swap->days[d] = week->days[d];
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        size_t from = d == a ? b : d == b ? a : d;
        put_runs(swap->arena, &week->days[d], &swap->days[from]);
    }
}

void swapped_days_end(struct swapped_days *swap)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        swap->week->days[d] = swap->days[d];
    arena_free(swap->arena);
}
