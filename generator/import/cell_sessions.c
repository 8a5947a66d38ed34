/* The sessions of a cell that is neither a choice nor two runs. */
#include <string.h>

#include "import/cell_parts.h"

#define EXTRAS (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER))

void reading_add(struct cell_reading *reading, const struct cell_session *session,
                 struct arena *arena)
{
    bool is_full = (reading->count & (reading->count - 1)) == 0; /* 0, 1, 2, 4, ... */
    if (is_full || !reading->sessions) {
        size_t room = reading->count ? 2 * reading->count : 1;
        struct cell_session *larger = arena_array(arena, room, sizeof *larger);
        if (reading->sessions)
            memcpy(larger, reading->sessions, reading->count * sizeof *larger);
        reading->sessions = larger;
    }
    reading->sessions[reading->count++] = *session;
    reading->what = CELL_SESSIONS;
}

struct cell_session cell_session_unknown(void)
{
    static const struct cell_amount nothing = {UNKNOWN, UNKNOWN, TOLD_NOT, NULL};
    return (struct cell_session){
        .kind = -1,
        .effort = EFFORT_NONE,
        .terrain = TERRAIN_NONE,
        .distance = nothing,
        .duration = nothing,
        .climb_m = UNKNOWN,
        .descent_m = UNKNOWN,
        .written = UNKNOWN,
        .count = 1,
    };
}

static void set_place(const struct cell_text *cell, const struct clause *first,
                      const struct clause *last, struct cell_session *session)
{
    session->at = cell->tokens[first->from].at;
    session->end = cell->tokens[last->to - 1].end;
}

/* The first kind of no run that a clause names. */
static int extra_kind(const struct cell_text *cell, const struct clause *clause)
{
    for (size_t i = clause->from; i < clause->to; i++)
        if (cell->tokens[i].is & EXTRAS)
            return cell->tokens[i].kind;
    return SESSION_CROSS;
}

/* "strength & mobility (25 min)": the bracket is about both. */
static bool is_shared_time(const struct clauses *clauses, size_t at)
{
    const struct clause *extra = &clauses->items[at], *bracket = extra + 1;
    return at > 0 && at + 1 < clauses->count && extra[-1].role == CLAUSE_EXTRA &&
           (extra->lead & (ROLE(ROLE_AND) | IS_PLUS)) && !extra->duration &&
           bracket->role == CLAUSE_OF_EXTRA && (bracket->lead & IS_OPEN) && bracket->duration;
}

/* The longest time that an extra and what belongs to it tell of. */
static void add_extra(const struct cell_text *cell, const struct clauses *clauses, size_t at,
                      struct cell_reading *reading)
{
    struct cell_session session = cell_session_unknown();
    const struct clause *last = &clauses->items[at];
    session.sport = SPORT_OTHER;
    session.kind = extra_kind(cell, last);
    session.kind_told = TOLD_STATED;
    bool is_first_given = at == 1 && clauses->items[0].role == CLAUSE_OF_EXTRA;
    for (size_t i = is_first_given ? 0 : at; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        if (i > at && clause->role != CLAUSE_OF_EXTRA)
            break;
        const struct cell_token *time = clause->duration;
        if (session.duration.hi == UNKNOWN && time && (time->is & IS_DUR) && !clause->repeat)
            session.duration = (struct cell_amount){time->lo, time->hi, TOLD_STATED, NULL};
        session.is_bare_m = session.is_bare_m || (clause->has & IS_AMBIGUOUS);
        last = clause;
    }
    /* Of the same kind as the one before, or of a time that both share: one session. */
    struct cell_session *before = reading->count ? &reading->sessions[reading->count - 1] : NULL;
    bool is_shared = before && before->duration.hi == UNKNOWN && is_shared_time(clauses, at);
    if (before && (before->kind == session.kind || is_shared) && before->sport == SPORT_OTHER) {
        if (before->duration.hi == UNKNOWN)
            before->duration = session.duration;
        before->end = cell->tokens[last->to - 1].end;
        return;
    }
    set_place(cell, &clauses->items[at], last, &session);
    reading_add(reading, &session, cell->arena);
}

/* The clauses that are about the run, by their place in `clauses`. */
static void take_run(const struct clauses *clauses, struct arena *scratch, struct clauses *run)
{
    run->items = arena_array(scratch, clauses->count, sizeof *run->items);
    run->count = 0;
    for (size_t i = 0; i < clauses->count; i++)
        if (clauses->items[i].role != CLAUSE_EXTRA && clauses->items[i].role != CLAUSE_OF_EXTRA)
            run->items[run->count++] = clauses->items[i];
}

/* True where the clauses tell of anything that is done. */
static bool tells_session(const struct cell_text *cell, const struct clauses *run, bool has_extra)
{
    for (size_t i = 0; i < run->count; i++) {
        const struct clause *clause = &run->items[i];
        bool is_first = i == 0 && !has_extra;
        if (clause->role == CLAUSE_REST ||
            (clause->role == CLAUSE_NOTE && !is_first && !(clause->has & IS_AMBIGUOUS)))
            continue;
        if (has_extra && clause->role == CLAUSE_INNER)
            continue;
        (void)cell;
        return true;
    }
    return false;
}

static bool is_rest(const struct clauses *run)
{
    for (size_t i = 0; i < run->count; i++) {
        const struct clause *clause = &run->items[i];
        bool is_zero = clause->distance && clause->distance->hi == 0 && run->count == 1 &&
                       !(clause->has & HAS_KIND);
        if (clause->role == CLAUSE_REST || is_zero)
            return true;
    }
    return false;
}

/* "recovery" beside something else: whether it is run, nobody knows. */
static bool recovers_only(const struct clauses *run)
{
    for (size_t i = 0; i < run->count; i++)
        if ((run->items[i].has & ~(ROLE(ROLE_RECOVER) | HAS_KIND | HAS_EFFORT | IS_WORD)) ||
            !(run->items[i].has & ROLE(ROLE_RECOVER)))
            return false;
    return true;
}

/* "bike to the run": which of them is done, nobody knows. */
static bool is_mixed(const struct clauses *clauses)
{
    for (size_t i = 0; i < clauses->count; i++)
        if ((clauses->items[i].has & ROLE(ROLE_OTHER)) && (clauses->items[i].has & ROLE(ROLE_RUN)))
            return true;
    return false;
}

static int count_of_runs(const struct cell_text *cell, const struct clauses *run)
{
    for (size_t c = 0; c < run->count; c++)
        for (size_t i = run->items[c].from; i < run->items[c].to; i++)
            if ((cell->tokens[i].is & IS_COUNTED) && (cell->tokens[i].is & IS_MANY))
                return cell->tokens[i].times;
    return 1;
}

static void add_run(const struct cell_text *cell, const struct clauses *run,
                    struct cell_reading *reading)
{
    struct cell_session session = cell_session_unknown();
    session_find_kind(cell, run, &session);
    session_find_amounts(cell, run, &session);
    session.count = count_of_runs(cell, run);
    for (size_t i = 0; i < run->count; i++)
        session.is_small_m = session.is_small_m || (run->items[i].has & IS_AMBIGUOUS);
    if (session.is_small_m && session.distance.hi == UNKNOWN)
        session.distance.why = "m may be metres, minutes or miles";
    set_place(cell, &run->items[0], &run->items[run->count - 1], &session);
    reading_add(reading, &session, cell->arena);
}

void sessions_read(const struct cell_text *cell, size_t from, size_t to,
                   struct cell_reading *reading)
{
    struct clauses clauses, run;
    clauses_make(cell, from, to, &clauses);
    take_run(&clauses, cell->scratch, &run);
    bool has_extra = run.count < clauses.count;
    if (has_extra && ((run.count && recovers_only(&run)) || is_mixed(&clauses))) {
        struct cell_session unknown = cell_session_unknown();
        unknown.sport = SPORT_UNKNOWN;
        unknown.why = "what is done of it, no word says";
        set_place(cell, &clauses.items[0], &clauses.items[clauses.count - 1], &unknown);
        reading_add(reading, &unknown, cell->arena);
        return;
    }
    if (run.count && tells_session(cell, &run, has_extra) && !is_rest(&run))
        add_run(cell, &run, reading);
    else if (!has_extra)
        reading->what = CELL_REST;
    for (size_t i = 0; i < clauses.count; i++)
        if (clauses.items[i].role == CLAUSE_EXTRA)
            add_extra(cell, &clauses, i, reading);
}
