/* What kind of run a cell is, how hard, on what, and whether it is a run at all. */
#include "import/cell_parts.h"

#define A_RUN (ROLE(ROLE_RUN) | ROLE(ROLE_RACE) | IS_PROGRAMME | IS_LETTER | IS_INTENSITY)

/* A kind that the cell names, and where. */
struct named_kind {
    const struct cell_token *token;
    const struct clause *clause;
    bool is_inner; /* of a part of the run */
};

struct named_kinds {
    struct named_kind *items;
    size_t count;
    const struct cell_token *repeat; /* the first that is neither strides nor easy */
    bool has_strides, has_repeat, has_walks;
};

/* Words of recoveries and extras are not the run's. */
static bool counts(const struct clause *clause)
{
    return clause->role != CLAUSE_EXTRA && clause->role != CLAUSE_OF_EXTRA &&
           clause->role != CLAUSE_RECOVERY && clause->role != CLAUSE_REST;
}

static bool is_alone_in(const struct clause *clause, const struct cell_token *token)
{
    return !(clause->has & ~(token->is | IS_AMOUNT | IS_NUM | IS_CLOCK | IS_WORD | HAS_EFFORT |
                             ROLE(ROLE_RUN) | IS_UNKNOWN));
}

/* "hill" is a kind with repeats, or where nothing else is said. */
static bool is_kind(const struct clause *clause, const struct cell_token *token)
{
    if (token->kind < 0 || (token->is & (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER) | ROLE(ROLE_WALK))))
        return false;
    bool is_hill = (token->is & ROLE(ROLE_COUNT)) && token->kind == SESSION_UPHILL &&
                   token->effort != EFFORT_HARD;
    return !is_hill || clause->repeat ||
           (is_alone_in(clause, token) && clause->role != CLAUSE_INNER && !clause->is_inside);
}

static bool is_easy_repeat(const struct clause *clause, const struct cell_token *repeat)
{
    int kind = repeat->kind;
    if (repeat->effort == EFFORT_EASY || kind == SESSION_EASY || kind == SESSION_RUN_WALK ||
        kind == SESSION_DOWNHILL)
        return true;
    return (clause->has & HAS_EFFORT) && repeat->measure != IS_DIST && repeat->effort < 0 &&
           kind < 0 && clause->from + 1 < clause->to && repeat[1].effort == EFFORT_EASY;
}

static void find_kinds(const struct cell_text *cell, const struct clauses *clauses,
                       struct named_kinds *found)
{
    for (size_t c = 0; c < clauses->count; c++) {
        const struct clause *clause = &clauses->items[c];
        bool says_more = clause->depth > 0 && !clause->is_inside && !clause->distance &&
                         !clause->duration && !clause->repeat; /* "8 km (easy)" */
        bool is_inner = clause->role == CLAUSE_INNER && !says_more;
        if (!counts(clause))
            continue;
        for (size_t i = clause->from; i < clause->to; i++) {
            const struct cell_token *token = &cell->tokens[i];
            found->has_strides = found->has_strides || token->kind == SESSION_STRIDES ||
                                 clause->role == CLAUSE_STRIDES;
            if (is_kind(clause, token) &&
                !(clause->role == CLAUSE_PART && token->effort != EFFORT_HARD))
                found->items[found->count++] = (struct named_kind){token, clause, is_inner};
        }
        if (clause->repeat && clause->repeat->kind == SESSION_RUN_WALK)
            found->has_walks = true;
        bool is_set = clause->repeat && (clause->repeat->measure != IS_NUM || found->count ||
                                         !(clause->has & IS_UNKNOWN));
        found->has_repeat = found->has_repeat || clause->repeat;
        found->has_walks = found->has_walks || clause->role == CLAUSE_WALK || clause->is_turn;
        if (is_set && clause->role != CLAUSE_STRIDES && !found->repeat &&
            !is_easy_repeat(clause, clause->repeat))
            found->repeat = clause->repeat;
    }
    if (found->repeat && found->has_strides)
        for (size_t c = 0; c < clauses->count; c++)
            for (size_t i = clauses->items[c].from; i < clauses->items[c].to; i++)
                if (clauses->items[c].repeat == found->repeat &&
                    cell->tokens[i].kind == SESSION_STRIDES)
                    found->repeat = NULL;
}

static bool is_hard_kind(const struct cell_token *token)
{
    return token->effort == EFFORT_HARD || token->kind == KIND_PROGRESSION;
}

static int first_kind(const struct named_kinds *found, int kind, bool with_inner)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct named_kind *named = &found->items[i];
        if (named->token->kind == kind && !named->token->is_pace &&
            (with_inner || !named->is_inner))
            return (int)i;
    }
    return -1;
}

/* The first kind of the run itself, by its words; -1 where there is none. */
static int outer_kind(const struct named_kinds *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct named_kind *named = &found->items[i];
        bool is_speed = named->token->kind == SESSION_INTERVALS && found->has_strides &&
                        !found->repeat; /* "GA + speed w/ strides" */
        if (!named->is_inner && !named->token->is_pace && !is_speed)
            return named->token->kind;
    }
    return -1;
}

/* The first hard kind, be it of a part or a pace. Names of races' paces yield to repeats. */
static int hard_kind(const struct named_kinds *found)
{
    for (int paces = 0; paces < 2; paces++)
        for (size_t i = 0; i < found->count; i++) {
            const struct cell_token *token = found->items[i].token;
            bool is_speed =
                token->kind == SESSION_INTERVALS && found->has_strides && !found->repeat;
            bool is_hills = token->kind == SESSION_UPHILL && found->items[i].clause->repeat &&
                            found->repeat; /* "50 min easy + 10 x 80 m hill" */
            if (token->is_pace == (paces == 1) && (is_hard_kind(token) || is_hills) && !is_speed &&
                token->kind != SESSION_RACE && token->kind != SESSION_TUNE_UP &&
                !(token->is_race_name && found->repeat))
                return token->kind;
        }
    return -1;
}

static int pace_kind(const struct named_kinds *found)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].token->is_pace)
            return found->items[i].token->kind;
    return -1;
}

/* A word beside a race's name that says how it is run, and that it is no race. */
static bool says_how(const struct named_kind *named, const struct named_kind *race)
{
    bool is_beside = named->clause == race->clause || named->clause == race->clause + 1;
    return is_beside && !(named->clause->has & (IS_AMOUNT | IS_NUM | ROLE(ROLE_PART))) &&
           !(named->clause->lead & (IS_PLUS | ROLE(ROLE_AND)));
}

/* "parkrun, easy", "half marathon (easy)", "parkrun as tempo": the length of a race, but not raced.
   -1: it is raced. */
static int kind_of_race_run_otherwise(const struct named_kinds *found)
{
    const struct named_kind *race = NULL, *how = NULL;
    for (size_t i = 0; i < found->count; i++) {
        const struct named_kind *named = &found->items[i];
        if (!session_kind_is_race((enum session_kind)named->token->kind))
            continue;
        if (race || !named->token->word || !named->token->word->race_m)
            return -1;
        race = named;
    }
    for (size_t i = 0; race && i < found->count; i++) {
        const struct named_kind *named = &found->items[i];
        int kind = named->token->kind;
        if (named == race)
            continue;
        bool is_hard_pace = named->token->is_pace && kind != SESSION_EASY;
        if (is_hard_pace || (kind != SESSION_EASY && kind != SESSION_TEMPO))
            return -1;
        how = !how && says_how(named, race) ? named : how;
    }
    return how && !found->repeat ? how->token->kind : -1;
}

static int choose_kind(const struct named_kinds *found)
{
    int otherwise = kind_of_race_run_otherwise(found);
    if (otherwise >= 0)
        return otherwise;
    if (first_kind(found, SESSION_TUNE_UP, false) >= 0)
        return SESSION_TUNE_UP;
    if (first_kind(found, SESSION_RACE, false) >= 0)
        return SESSION_RACE;
    if (first_kind(found, SESSION_RUN_WALK, false) >= 0 || found->has_walks)
        return SESSION_RUN_WALK;
    int kind = outer_kind(found), hard = hard_kind(found);
    if ((kind == SESSION_EASY || kind == SESSION_STRIDES) &&
        first_kind(found, SESSION_LONG, false) >= 0)
        kind = SESSION_LONG;
    if (kind >= 0 && kind != SESSION_EASY && kind != SESSION_STRIDES)
        return kind;
    if (hard >= 0)
        return hard;
    if (found->repeat)
        return SESSION_INTERVALS;
    if (found->has_strides)
        return SESSION_STRIDES;
    return kind >= 0 ? kind : pace_kind(found);
}

/* ---- how hard ---- */

/* "A few minutes at race pace, moderate": a word that stands alone is about the whole. */
static int effort_alone(const struct cell_text *cell, const struct clauses *clauses)
{
    for (size_t c = 1; c < clauses->count; c++) {
        const struct clause *clause = &clauses->items[c];
        const struct cell_token *token = &cell->tokens[clause->from];
        if (clause->lead == IS_COMMA && clause->to - clause->from == 1 && clause->depth == 0 &&
            token->effort >= 0 && token->kind < 0 && (token->is & IS_WORD))
            return token->effort;
    }
    return -1;
}

static int choose_effort(const struct cell_text *cell, const struct clauses *clauses,
                         const struct named_kinds *found, int kind)
{
    bool has[EFFORT_COUNT] = {false};
    for (size_t c = 0; c < clauses->count; c++) {
        const struct clause *clause = &clauses->items[c];
        if (!counts(clause) || clause->role == CLAUSE_PART || clause->role == CLAUSE_STRIDES)
            continue;
        for (size_t i = clause->from; i < clause->to; i++) {
            const struct cell_token *token = &cell->tokens[i];
            bool is_speed =
                token->kind == SESSION_INTERVALS && found->has_strides && !found->repeat;
            bool is_passed = (token->kind == SESSION_UPHILL && !is_kind(clause, token)) ||
                             (token->kind == SESSION_RACE && kind == SESSION_EASY);
            if (token->effort >= 0 && !is_speed && !is_passed &&
                !(token->is & (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER))))
                has[token->effort] = true;
        }
    }
    if (kind == KIND_PROGRESSION && has[EFFORT_EASY])
        return EFFORT_NONE; /* "start easy": it doesn't end so */
    int alone = effort_alone(cell, clauses);
    if (alone >= 0)
        return alone;
    if (kind == SESSION_RUN_WALK)
        return EFFORT_EASY;
    if (has[EFFORT_HARD] || (found->repeat && kind != SESSION_DOWNHILL))
        return EFFORT_HARD;
    if (has[EFFORT_EASY] && has[EFFORT_MODERATE])
        return EFFORT_NONE;
    return has[EFFORT_EASY] || found->has_walks ? EFFORT_EASY
           : has[EFFORT_MODERATE]               ? EFFORT_MODERATE
                                                : EFFORT_NONE;
}

/* ---- on what ---- */

static int choose_terrain(const struct cell_text *cell, const struct clauses *clauses)
{
    int terrain = TERRAIN_NONE;
    for (size_t c = 0; c < clauses->count; c++) {
        const struct clause *clause = &clauses->items[c];
        if (!counts(clause) || clause->role == CLAUSE_INNER || clause->is_inside)
            continue;
        for (size_t i = clause->from; i < clause->to; i++)
            if (terrain < 0)
                terrain = cell->tokens[i].terrain;
    }
    return terrain;
}

/* ---- whether it is a run ---- */

/* An unknown word beside the first amount, where no word tells of running. */
static bool has_unknown_beside(const struct cell_text *cell, const struct clauses *clauses)
{
    size_t main = clauses->count;
    for (size_t c = clauses->count; c-- > 0;) {
        const struct clause *clause = &clauses->items[c];
        if (counts(clause) && (clause->distance || clause->duration || clause->repeat))
            main = c;
    }
    for (size_t c = 0; c < clauses->count; c++) {
        const struct clause *clause = &clauses->items[c];
        bool is_names = !(clause->has & ~(IS_UNKNOWN | IS_JOIN));
        if (!(clause->has & IS_UNKNOWN) || clause->role == CLAUSE_OF_EXTRA ||
            (clause->depth > 0 && c != main) || clause->role == CLAUSE_INNER)
            continue;
        if (c <= main || (c == main + 1 && is_names && (clause->lead & ~(IS_OPEN | IS_PLUS))))
            return true;
    }
    (void)cell;
    return false;
}

static void find_sport(const struct cell_text *cell, const struct clauses *clauses,
                       const struct named_kinds *found, struct cell_session *session)
{
    bool has_amount = false, runs = false;
    for (size_t c = 0; c < clauses->count; c++) {
        const struct clause *clause = &clauses->items[c];
        if (!counts(clause))
            continue;
        bool is_set =
            clause->repeat && clause->repeat->measure == IS_NUM && clause->repeat->kind < 0;
        has_amount = has_amount || clause->distance || clause->duration ||
                     (clause->repeat && !is_set && clause->repeat->measure) ||
                     (clause->has & IS_AMBIGUOUS);
        runs = runs || (clause->has & A_RUN) != 0;
        for (size_t i = clause->from; i < clause->to; i++) {
            const struct cell_token *token = &cell->tokens[i];
            bool is_how = token->kind == SESSION_EASY && !(token->is & ROLE(ROLE_RUN)) &&
                          !(token->word && token->word->jog);
            runs = runs || (token->kind >= 0 && !is_how &&
                            !(token->is & (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER))));
        }
    }
    session->has_unknown = has_unknown_beside(cell, clauses);
    session->sport = SPORT_RUN;
    if (runs || cell->hints->is_run)
        return;
    if (session->has_unknown) {
        session->sport = SPORT_UNKNOWN;
        session->why = "the words beside the amount are not known";
    } else if (!has_amount && !found->count) {
        session->sport = SPORT_UNKNOWN;
        session->why = "no word says what is done";
    }
}

void session_find_kind(const struct cell_text *cell, const struct clauses *clauses,
                       struct cell_session *session)
{
    size_t tokens = 0;
    for (size_t c = 0; c < clauses->count; c++)
        tokens += clauses->items[c].to - clauses->items[c].from;
    struct named_kinds kinds = {.items = arena_array(cell->scratch, tokens, sizeof *kinds.items)};
    struct named_kinds *found = &kinds;
    find_kinds(cell, clauses, found);
    session->kind = choose_kind(found);
    session->effort = choose_effort(cell, clauses, found, session->kind);
    session->terrain = choose_terrain(cell, clauses);
    session->has_detail = found->has_repeat;
    static const uint64_t hills = IS_PERCENT | IS_HILLS | ROLE(ROLE_CLIMB) | ROLE(ROLE_DESCENT);
    for (size_t c = 0; c < clauses->count; c++)
        session->has_detail = session->has_detail || clauses->items[c].is_inside ||
                              (clauses->items[c].has & hills) ||
                              clauses->items[c].role == CLAUSE_INNER;
    session->kind_told = session->kind >= 0 ? TOLD_STATED : TOLD_NOT;
    session->effort_told = session->effort >= 0 ? TOLD_STATED : TOLD_NOT;
    find_sport(cell, clauses, found, session);
}
