/* Matching: runs of a log and the days of a plan. */
#include "diary/matching.h"

#include <stdlib.h>

#include "model/run_match.h"

#define MOVED_DAYS     2   /* apart, at most */
#define MOVED_PERMILLE 800 /* of likeness, at least */

/* A week, while its days are matched: what is left of them once each day has had its own runs. */
struct matching {
    struct week *week;
    const struct run_days *days;
    enum units units;
    struct runs_of_sessions own[DAYS_PER_WEEK];
};

static bool is_told(const struct matching *matching, const struct day *day)
{
    return day->date >= matching->days->first && day->date < matching->days->end;
}

/* --- runs of a day --------------------------------------------------------------------------- */

static void add_run(struct arena *arena, struct day *day, struct done_run run)
{
    struct done_run *runs = arena_array(arena, day->run_count + 1, sizeof *runs);
    if (day->run_count == MOST_SESSIONS)
        return;
    for (size_t i = 0; i < day->run_count; i++)
        runs[i] = day->runs[i];
    runs[day->run_count++] = run;
    day->runs = runs;
}

static void take_runs(const struct matching *matching, struct arena *arena, struct day *day)
{
    const struct run_days *days = matching->days;
    day->status = DAY_PLANNED;
    day->runs = NULL;
    day->run_count = 0;
    for (size_t i = 0; i < days->count; i++)
        if (days->runs[i].date == day->date)
            add_run(arena, day,
                    (struct done_run){
                        .moved_to = NO_DATE,
                        .moved_from = NO_DATE,
                        .distance = distance_from_m(days->runs[i].distance_m, matching->units),
                        .duration_s = days->runs[i].duration_s,
                        .climb_m = days->runs[i].climb_m,
                        .descent_m = days->runs[i].descent_m,
                    });
}

static bool is_explained(const struct runs_of_sessions *own, size_t run)
{
    for (size_t s = 0; s < MOST_SESSIONS; s++)
        if (own->run[s] == (int)run)
            return true;
    return false;
}

/* --- runs of another day --------------------------------------------------------------------- */

struct move {
    size_t from, session; /* where it was planned */
    size_t to, run;       /* where it was run */
    int likeness, apart;
};

static bool can_move(const struct matching *matching, const struct move *move)
{
    const struct day *from = &matching->week->days[move->from];
    const struct session *session = &from->sessions[move->session];
    return is_told(matching, from) && session_is_run(session) && !session_is_race(session) &&
           matching->own[move->from].run[move->session] == NOT_RUN;
}

/* Runs that have been moved are told by their dates. */
static bool is_free(const struct matching *matching, const struct move *move)
{
    const struct done_run *run = &matching->week->days[move->to].runs[move->run];
    return run->moved_from == NO_DATE && run->moved_to == NO_DATE &&
           !is_explained(&matching->own[move->to], move->run);
}

static bool is_better(const struct move *move, const struct move *best)
{
    return move->likeness > best->likeness ||
           (move->likeness == best->likeness && move->apart < best->apart);
}

static bool has_race(const struct day *day)
{
    for (size_t s = 0; s < day->session_count; s++)
        if (session_is_race(&day->sessions[s]))
            return true;
    return false;
}

/* The best move of a session to another day; what is run around a race belongs to it. */
static void try_days(const struct matching *matching, struct move *move, struct move *best)
{
    const struct week *week = matching->week;
    const struct session *session = &week->days[move->from].sessions[move->session];
    for (move->to = 0; move->to < DAYS_PER_WEEK; move->to++) {
        const struct day *to = &week->days[move->to];
        move->apart = abs((int)move->to - (int)move->from);
        if (!is_told(matching, to) || move->apart == 0 || move->apart > MOVED_DAYS || has_race(to))
            continue;
        for (move->run = 0; move->run < to->run_count; move->run++) {
            move->likeness = session_likeness(session, &to->runs[move->run]);
            if (move->likeness >= MOVED_PERMILLE && is_free(matching, move) &&
                is_better(move, best))
                *best = *move;
        }
    }
}

static bool find_move(const struct matching *matching, struct move *best)
{
    struct move move;
    *best = (struct move){0};
    for (move.from = 0; move.from < DAYS_PER_WEEK; move.from++) {
        const struct day *day = &matching->week->days[move.from];
        for (move.session = 0; move.session < day->session_count && move.session < MOST_SESSIONS;
             move.session++)
            if (can_move(matching, &move))
                try_days(matching, &move, best);
    }
    return best->likeness > 0;
}

/* The run stands on both days. */
static void move_run(struct matching *matching, struct arena *arena, const struct move *move)
{
    struct day *from = &matching->week->days[move->from], *to = &matching->week->days[move->to];
    struct done_run run = to->runs[move->run];
    to->runs[move->run].moved_from = from->date;
    run.moved_to = to->date;
    if (from->run_count < MOST_SESSIONS)
        matching->own[move->from].run[move->session] = (int)from->run_count;
    add_run(arena, from, run);
}

/* --- marks ----------------------------------------------------------------------------------- */

/* What a day's sessions and runs come to. */
struct day_tally {
    int planned, done, missed, moved; /* sessions */
    int extra;                        /* runs */
    bool is_raced;
};

static struct day_tally count(const struct matching *matching, size_t d)
{
    const struct day *day = &matching->week->days[d];
    const struct runs_of_sessions *own = &matching->own[d];
    struct day_tally tally = {0};
    for (size_t s = 0; s < day->session_count && s < MOST_SESSIONS; s++) {
        const struct session *session = &day->sessions[s];
        if (!session_is_run(session))
            continue;
        const struct done_run *run = own->run[s] == NOT_RUN ? NULL : &day->runs[own->run[s]];
        bool is_done = run && session_is_done_by(session, run, matching->units);
        tally.planned++;
        tally.missed += !run;
        tally.moved += run && run->moved_to != NO_DATE;
        tally.done += run && run->moved_to == NO_DATE && is_done;
        tally.is_raced = tally.is_raced || (is_done && session_is_race(session));
    }
    for (size_t r = 0; r < day->run_count; r++)
        tally.extra += !is_explained(own, r);
    return tally;
}

static enum day_status status_of(const struct day_tally *tally, const struct day *day)
{
    if (tally->is_raced || (tally->done == tally->planned && tally->extra == 0))
        return day->session_count > 0 ? DAY_DONE : DAY_PLANNED;
    if (tally->planned == 0)
        return DAY_EXTRA;
    if (tally->missed == tally->planned && tally->extra == 0)
        return DAY_MISSED;
    return tally->moved == tally->planned && tally->extra == 0 ? DAY_MOVED : DAY_CHANGED;
}

static void mark(struct matching *matching, size_t d)
{
    struct day *day = &matching->week->days[d];
    struct day_tally tally = count(matching, d);
    day->status = status_of(&tally, day);
    if (day->status > DAY_DONE && day->status != DAY_MISSED)
        return;
    day->runs = NULL;
    day->run_count = 0;
}

static void match_week(struct matching *matching, struct arena *arena)
{
    struct week *week = matching->week;
    struct move move;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        if (is_told(matching, &week->days[d]))
            take_runs(matching, arena, &week->days[d]);
        matching->own[d] = day_match_runs(&week->days[d]);
    }
    while (find_move(matching, &move))
        move_run(matching, arena, &move);
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        if (is_told(matching, &week->days[d]))
            mark(matching, d);
}

void match_runs(struct plan *plan, const struct run_days *days)
{
    for (size_t w = 0; w < plan->week_count; w++) {
        struct week *week = &plan->weeks[w];
        struct matching matching = {.week = week, .days = days, .units = plan->units};
        if (week->start < days->end && week->start + DAYS_PER_WEEK > days->first)
            match_week(&matching, plan->arena);
    }
}
