/* The parts of a cell between separators, and what each is. */
#include "import/cell_parts.h"

#define INSIDE   (ROLE(ROLE_WITHIN) | ROLE(ROLE_LAST))
#define EXTRAS   (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER))
#define RECOVERS (ROLE(ROLE_RECOVER) | ROLE(ROLE_BETWEEN))
#define AMOUNTS  (IS_AMOUNT | IS_NUM | IS_CLOCK)

/* ---- cutting ---- */

static struct clause *begin_clause(struct clauses *clauses, size_t from, uint64_t lead, int depth)
{
    struct clause *last = clauses->count ? &clauses->items[clauses->count - 1] : NULL;
    if (last && last->from == last->to) { /* nothing between two separators */
        last->lead = lead & (IS_CLOSE | IS_LINE) && (last->lead & ~(IS_CLOSE | IS_LINE)) &&
                             last->lead != LEAD_FIRST
                         ? last->lead
                         : lead;
        if (clauses->count == 1)
            last->lead = LEAD_FIRST;
        last->from = last->to = from;
        last->depth = depth;
        return last;
    }
    last = &clauses->items[clauses->count++];
    *last = (struct clause){.from = from, .to = from, .lead = lead, .depth = depth};
    return last;
}

/* "GA 11 miles Recovery 5 miles" */
static bool begins_second(const struct cell_text *cell, const struct clause *clause, size_t at,
                          size_t to)
{
    uint64_t next = at + 1 < to ? cell->tokens[at + 1].is : 0;
    return (clause->has & (IS_AMOUNT | IS_NUM)) && (cell->tokens[at].is & HAS_KIND) &&
           !(cell->tokens[at].is & (ROLE(ROLE_COUNT) | ROLE(ROLE_RACE) | EXTRAS)) &&
           (next & IS_AMOUNT) && !(clause->has & ROLE(ROLE_RACE));
}

/* Whether a word of the clause says that it is run, and none that it isn't. */
static bool tells_run(const struct cell_text *cell, const struct clause *clause)
{
    bool runs = false;
    for (size_t i = clause->from; i < clause->to; i++)
        runs = runs || cell->tokens[i].kind >= 0 || (cell->tokens[i].is & ROLE(ROLE_RUN));
    return runs && !(clause->has & (EXTRAS | ROLE(ROLE_WALK)));
}

static void add_token(const struct cell_text *cell, struct clause *clause, size_t at)
{
    const struct cell_token *token = &cell->tokens[at];
    clause->to = at + 1;
    clause->has |= token->is;
    const struct cell_token **slot = token->is & (IS_DIST | IS_NUM)    ? &clause->distance
                                     : token->is & (IS_DUR | IS_CLOCK) ? &clause->duration
                                     : token->is & IS_REPEAT           ? &clause->repeat
                                                                       : NULL;
    if (clause->repeat && (clause->has & RECOVERS))
        return; /* "6 x 3' R 1'30", "5 x 2 km rec. 500 m" */
    if (slot && (!*slot || ((*slot)->is & IS_NUM && token->is & IS_DIST)))
        *slot = token;
    else if (slot == &clause->distance && !clause->second)
        clause->second = token;
}

static void cut(const struct cell_text *cell, size_t from, size_t to, struct clauses *clauses)
{
    int depth = 0;
    bool is_step = false;
    clauses->items = arena_array(cell->scratch, 2 * (to - from) + 1, sizeof *clauses->items);
    clauses->count = 0;
    struct clause *clause = begin_clause(clauses, from, LEAD_FIRST, 0);
    for (size_t i = from; i < to; i++) {
        uint64_t is = cell->tokens[i].is;
        if (is & (IS_BREAK | ROLE(ROLE_AND))) {
            depth += (is & IS_OPEN) ? 1 : (is & IS_CLOSE) && depth ? -1 : 0;
            clause = begin_clause(clauses, i + 1, is & (IS_BREAK | ROLE(ROLE_AND)), depth);
            is_step = is & IS_LINE ? cell->tokens[i].is_open : is_step;
            clause->is_step = is_step;
            continue;
        }
        bool is_behind_word = (is & ROLE(ROLE_LAST)) && clause->to > clause->from &&
                              clause->lead != LEAD_FIRST && !(clause->has & AMOUNTS);
        bool is_behind_run = (is & ROLE(ROLE_EXTRA)) && clause->lead != LEAD_ADDED &&
                             (clause->has & (IS_DIST | IS_DUR)) && tells_run(cell, clause);
        bool is_set = (is & IS_REPEAT) && (clause->has & (IS_DIST | IS_DUR)) &&
                      cell->plain.lower[cell->tokens[i].at] == '(';
        if (is_set) /* "10 min easy (1 min fast, 2 min jog) x 8" */
            clause = begin_clause(clauses, i, LEAD_ADDED, depth);
        else if (is_behind_run) /* "1 h easy stretching" */
            clause = begin_clause(clauses, i, ROLE(ROLE_AND), depth);
        else if ((is & INSIDE) && !is_behind_word) /* but "hill finish" */
            clause = begin_clause(clauses, i, is & INSIDE, depth);
        else if (begins_second(cell, clause, i, to))
            clause = begin_clause(clauses, i, LEAD_ADDED, depth);
        add_token(cell, clause, i);
        clause->is_inside = clause->is_inside || (is & INSIDE);
    }
    if (clauses->items[clauses->count - 1].from == clauses->items[clauses->count - 1].to)
        clauses->count--;
}

/* ---- what they are ---- */

static bool is_extra(const struct clause *clause)
{
    bool walks = (clause->has & ROLE(ROLE_WALK)) &&
                 !(clause->has & (ROLE(ROLE_PART) | RECOVERS | ROLE(ROLE_RUN)));
    return (clause->has & (EXTRAS | IS_WATTS)) || walks;
}

static bool walks_only(const struct clause *clause)
{
    return is_extra(clause) && !(clause->has & (EXTRAS | IS_WATTS));
}

/* What says more of the extra before it, and holds no run of its own. */
static bool belongs_to_extra(const struct clause *clause, const struct clause *extra)
{
    uint64_t lead = clause->lead & (IS_COLON | IS_OPEN | IS_COMMA | INSIDE | IS_SLASH | IS_DASH);
    if (!lead || is_extra(clause) || (clause->repeat && (extra->has & ROLE(ROLE_WALK))))
        return false;
    bool is_titled = (clause->lead & IS_COLON) && !(extra->has & (AMOUNTS | ROLE(ROLE_RUN)));
    uint64_t runs =
        is_titled ? ROLE(ROLE_RUN) : ROLE(ROLE_RUN) | HAS_KIND; /* "Core: 20 min easy" */
    bool is_run = (clause->distance && (clause->distance->is & IS_DIST)) ||
                  ((clause->has & AMOUNTS) && (clause->has & runs));
    bool names_run = (clause->has & ROLE(ROLE_RUN)) && (clause->lead & (IS_COMMA | IS_SLASH));
    return !is_run || ((extra->has & ROLE(ROLE_OTHER)) && !names_run); /* "bike 30 km, run 5 km" */
}

static bool is_recovery(const struct clause *clause, bool is_behind_repeat)
{
    uint64_t has = clause->has;
    if (clause->lead == LEAD_FIRST || clause->repeat)
        return false;
    if ((has & ROLE(ROLE_BETWEEN)) || ((has & ROLE(ROLE_REST)) && (has & IS_DUR)))
        return true;
    if (!is_behind_repeat)
        return false;
    return (has & (RECOVERS | ROLE(ROLE_REST) | ROLE(ROLE_WALK))) ||
           (clause->depth > 0 && (clause->lead & IS_OPEN) && (has & AMOUNTS) &&
            !(has & (ROLE(ROLE_PART) | ROLE(ROLE_TOTAL)))) ||
           ((clause->lead & IS_SLASH) && (has & AMOUNTS));
}

/* "with strides (5 x 100 m)" */
static bool is_of_strides(const struct clause *clause, const struct cell_text *cell)
{
    return clause->repeat && (clause->lead & IS_OPEN) && clause->from >= 2 &&
           cell->tokens[clause->from - 2].kind == SESSION_STRIDES &&
           !(clause->has & ~(IS_REPEAT | IS_WORD));
}

#define MOST_STRIDES      12
#define LONGEST_STRIDE_CM (150 * CM_PER_M) /* of repeats that no word calls strides ... */
#define LONGEST_STRIDE_S  20
#define MOST_COUNTED_CM   (300 * CM_PER_M) /* ... and of those that one does */
#define MOST_COUNTED_S    60

/* "10 strides of 100 m": the amount is that of each. */
static bool is_of_each(const struct clause *clause, const struct cell_token *strides)
{
    const struct cell_token *distance = clause->distance, *duration = clause->duration;
    return (strides->is & IS_COUNTED) && (!distance || distance > strides) &&
           (!duration || duration > strides) && !(clause->has & IS_NUM) &&
           (!distance || distance->hi <= MOST_COUNTED_CM) &&
           (!duration || duration->hi <= MOST_COUNTED_S);
}

static bool is_strides(const struct clause *clause, const struct cell_text *cell)
{
    for (size_t i = clause->from; i < clause->to; i++)
        if (cell->tokens[i].kind == SESSION_STRIDES)
            return !(clause->has & (ROLE(ROLE_RUN) | IS_DIST | IS_DUR | IS_NUM)) ||
                   (!(clause->has & ROLE(ROLE_RUN)) && is_of_each(clause, &cell->tokens[i]));
    return false;
}

/* "8 km easy + 6 x 100 m": so few and so short, and no word says that they are hard. */
static bool are_like_strides(const struct clause *clause, bool is_behind_easy)
{
    const struct cell_token *repeat = clause->repeat;
    static const uint64_t others = HAS_KIND | HAS_EFFORT | IS_INTENSITY | IS_PERCENT | IS_UNKNOWN;
    if (!is_behind_easy || !repeat || (clause->has & others) || repeat->kind >= 0 ||
        repeat->effort >= 0 || repeat->times > MOST_STRIDES || repeat->is_paired)
        return false;
    return (repeat->measure == IS_DIST && repeat->each <= LONGEST_STRIDE_CM) ||
           (repeat->measure == IS_DUR && repeat->each <= LONGEST_STRIDE_S);
}

/* What has come before a clause. */
struct so_far {
    bool has_main, has_repeat, is_inside; /* is_inside: the last one lies inside */
    bool is_easy;                         /* an easy run, and nothing else so far */
    const struct clause *extra;
};

/* A rest word that says nothing else: "free run" and "off-road" are no rest. */
static bool is_rest(const struct cell_text *cell, const struct clause *clause)
{
    for (size_t i = clause->from; i < clause->to; i++)
        if (cell->tokens[i].is & ROLE(ROLE_REST)) {
            uint64_t next = i + 1 < clause->to ? cell->tokens[i + 1].is : 0;
            return !(next & (ROLE(ROLE_RUN) | IS_UNKNOWN | IS_JOIN));
        }
    return false;
}

static enum clause_role role_of(const struct cell_text *cell, const struct clause *clause,
                                const struct so_far *so_far)
{
    uint64_t has = clause->has;
    bool is_amount = clause->distance || clause->duration;
    if (is_extra(clause) && !is_recovery(clause, so_far->has_repeat))
        return CLAUSE_EXTRA;
    if (so_far->extra && belongs_to_extra(clause, so_far->extra))
        return CLAUSE_OF_EXTRA;
    if (is_of_strides(clause, cell) || are_like_strides(clause, so_far->is_easy))
        return CLAUSE_STRIDES;
    if (is_recovery(clause, so_far->has_repeat))
        return CLAUSE_RECOVERY;
    if ((has & ROLE(ROLE_TOTAL)) && is_amount)
        return CLAUSE_TOTAL;
    bool goes_on = so_far->is_inside && (clause->lead & ROLE(ROLE_AND)) && so_far->has_main &&
                   !(has & ROLE(ROLE_PART));
    static const uint64_t details = HAS_KIND | HAS_EFFORT | IS_REPEAT | IS_COUNTED | IS_INTENSITY;
    bool is_company = (clause->lead & INSIDE) && !so_far->has_main && (has & IS_UNKNOWN) &&
                      (has & IS_AMOUNT) && !(has & details); /* "run with the dog, 4 mi" */
    if (is_company)
        return CLAUSE_MAIN;
    if ((clause->lead & INSIDE) || clause->is_inside || goes_on ||
        (clause->is_step && so_far->has_main) || (clause->depth > 0 && so_far->has_main))
        return CLAUSE_INNER;
    if (has & ROLE(ROLE_PART))
        return CLAUSE_PART;
    if (is_strides(clause, cell))
        return CLAUSE_STRIDES;
    if (clause->repeat)
        return CLAUSE_REPEAT;
    if (is_rest(cell, clause))
        return CLAUSE_REST;
    if (is_amount)
        return CLAUSE_MAIN;
    return has & (HAS_KIND | HAS_EFFORT | ROLE(ROLE_RUN) | IS_PROGRAMME | IS_INTENSITY)
               ? CLAUSE_KIND
               : CLAUSE_NOTE;
}

/* "(run 1 min / walk 1 min)", "(run 9 min, walk 1 min)": a walk beside a run in one bracket; but in
   "(5 min walk, 50 min run, 5 min walk)" they are around it. */
static bool is_turn(const struct clauses *clauses, size_t at)
{
    const struct clause *walk = &clauses->items[at], *before = at ? walk - 1 : NULL;
    const struct clause *after = at + 1 < clauses->count ? walk + 1 : NULL;
    const uint64_t a_run = ROLE(ROLE_RUN) | HAS_KIND | HAS_EFFORT;
    if (walk->depth == 0 || !(walk->has & AMOUNTS))
        return false;
    if (after && after->depth == walk->depth && after->lead == IS_SLASH && (after->has & a_run) &&
        !is_extra(after))
        return true;
    return before && before->depth == walk->depth && !(walk->lead & (IS_OPEN | IS_CLOSE)) &&
           (before->has & a_run) && (before->has & AMOUNTS) && (before->lead & IS_OPEN) &&
           !is_extra(before);
}

/* "5 min walk, 40 min jog, 5 min walk": around a run, walks are its parts; behind it, run and walk
   take turns. */
static void join_walks(struct clauses *clauses)
{
    size_t first = clauses->count, run = clauses->count;
    bool takes_turns = false;
    for (size_t i = clauses->count; i-- > 0;) {
        struct clause *clause = &clauses->items[i];
        takes_turns = takes_turns || (clause->repeat && clause->repeat->is_of_all);
        if (clause->role == CLAUSE_MAIN || clause->role == CLAUSE_REPEAT)
            run = i;
        if (clause->role == CLAUSE_EXTRA && walks_only(clause))
            first = i;
    }
    for (size_t i = 0; i < clauses->count && run < clauses->count; i++) {
        struct clause *clause = &clauses->items[i];
        if (clause->role != CLAUSE_EXTRA || !walks_only(clause))
            continue;
        clause->is_turn = is_turn(clauses, i);
        bool is_around = first < run && !takes_turns;
        clause->role = clause->depth > 0 ? CLAUSE_INNER : is_around ? CLAUSE_PART : CLAUSE_WALK;
    }
}

/* "30 km, Zwift": the amount is the sport's. "Run: core" is core. */
static void give_to_extra(struct clauses *clauses)
{
    if (clauses->count < 2 || clauses->items[1].role != CLAUSE_EXTRA)
        return;
    struct clause *first = &clauses->items[0];
    const struct clause *second = &clauses->items[1];
    bool is_alone = !(first->has & ~(IS_AMOUNT | IS_NUM | IS_CLOCK));
    bool is_title = first->has == (ROLE(ROLE_RUN) | IS_WORD) && (second->lead & IS_COLON);
    if ((is_alone && (second->has & ROLE(ROLE_OTHER)) &&
         (second->lead & (IS_COMMA | IS_DASH | IS_OPEN | IS_COLON | IS_SEMI))) ||
        is_title)
        first->role = CLAUSE_OF_EXTRA;
}

#define LEAST_RUN_CM (5 * CM_PER_KM) /* of a run, and no warm-up, that no word calls easy */
#define LEAST_RUN_S  1800

/* A run whose words say that it is easy, or nothing of how hard it is. */
static bool is_easy_run(const struct cell_text *cell, const struct clause *clause)
{
    const struct cell_token *distance = clause->distance, *duration = clause->duration;
    bool is_far = (distance && (distance->is & IS_DIST) && distance->hi >= LEAST_RUN_CM) ||
                  (duration && (duration->is & IS_DUR) && duration->hi >= LEAST_RUN_S);
    bool is_easy = is_far && (clause->has & ROLE(ROLE_RUN));
    for (size_t i = clause->from; i < clause->to; i++) {
        const struct cell_token *token = &cell->tokens[i];
        is_easy = is_easy || token->effort == EFFORT_EASY;
        if (token->effort == EFFORT_HARD || token->effort == EFFORT_MODERATE ||
            (token->is & ROLE(ROLE_WALK)))
            return false;
    }
    return is_easy;
}

void clauses_make(const struct cell_text *cell, size_t from, size_t to, struct clauses *clauses)
{
    struct so_far so_far = {.extra = NULL};
    cut(cell, from, to, clauses);
    for (size_t i = 0; i < clauses->count; i++) {
        struct clause *clause = &clauses->items[i];
        clause->role = role_of(cell, clause, &so_far);
        so_far.is_easy =
            (i == 0 || so_far.is_easy) && clause->role == CLAUSE_MAIN && is_easy_run(cell, clause);
        so_far.has_main =
            so_far.has_main || clause->role == CLAUSE_MAIN || clause->role == CLAUSE_TOTAL;
        so_far.has_repeat = so_far.has_repeat || clause->repeat;
        so_far.is_inside = clause->role == CLAUSE_INNER && clause->depth == 0;
        if (clause->role == CLAUSE_EXTRA)
            so_far.extra = clause;
        else if (clause->role != CLAUSE_OF_EXTRA)
            so_far.extra = NULL;
    }
    join_walks(clauses);
    give_to_extra(clauses);
}
