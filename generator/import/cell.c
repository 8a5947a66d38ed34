/* A cell as a whole: rest, a choice, two runs, or sessions. */
#include "import/cell.h"

#include <ctype.h>
#include <string.h>

#include "import/cell_parts.h"

#define MOST_SESSIONS     12
#define MOST_TOKENS       400
#define MOST_AMOUNT_BYTES 80
#define A_RUN             (HAS_KIND | ROLE(ROLE_RUN) | IS_PROGRAMME | IS_AMOUNT | IS_NUM | IS_REPEAT)

static struct cell_reading read_range(struct cell_text *cell, size_t from, size_t to);
static struct cell_reading read_one(struct cell_text *cell, size_t from, size_t to);

/* ---- choices ---- */

static bool is_run(const struct cell_reading *reading)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->sessions[i].sport != SPORT_OTHER)
            return true;
    return reading->what == CELL_CHOICE;
}

static struct cell_amount united(struct cell_amount a, struct cell_amount b)
{
    static const struct cell_amount nothing = {UNKNOWN, UNKNOWN, TOLD_NOT,
                                               "one side of the choice doesn't tell"};
    if (a.hi == UNKNOWN || b.hi == UNKNOWN)
        return nothing;
    a.lo = smaller_of(a.lo, b.lo);
    a.hi = larger_of(a.hi, b.hi);
    return a;
}

/* Of a kind, or of none (-1). */
static bool is_race(int kind)
{
    return session_kind_is_race((enum session_kind)kind);
}

/* A choice of two runs is a run, of which is known what both have. */
static struct cell_reading either_run(const struct cell_text *cell, const struct cell_reading *a,
                                      const struct cell_reading *b)
{
    struct cell_reading both = {.what = CELL_SESSIONS};
    struct cell_session session = a->sessions[0];
    const struct cell_session *other = &b->sessions[0];
    bool is_amount = other->kind < 0 && other->effort == EFFORT_NONE && !other->has_detail &&
                     !is_race(session.kind); /* "long run 16 mi or 2:30": the same run */
    if (!is_amount && session.kind != other->kind &&
        !(is_race(session.kind) && is_race(other->kind)))
        session.kind = -1;
    if (!is_amount && session.effort != other->effort)
        session.effort = EFFORT_NONE;
    if (session.terrain != other->terrain)
        session.terrain = TERRAIN_NONE;
    session.distance = united(session.distance, other->distance);
    session.duration = united(session.duration, other->duration);
    session.is_at_least = session.is_at_least || other->is_at_least;
    session.has_detail = true; /* nothing is inferred of a choice */
    session.end = other->end;
    reading_add(&both, &session, cell->arena);
    return both;
}

static struct cell_reading choose(const struct cell_text *cell, struct cell_reading a,
                                  struct cell_reading b)
{
    if (!is_run(&a) && !is_run(&b))
        return a.what == CELL_SESSIONS && b.what == CELL_SESSIONS
                   ? a
                   : (struct cell_reading){.what = CELL_REST};
    bool are_runs = a.what == CELL_SESSIONS && b.what == CELL_SESSIONS && a.count == 1 &&
                    b.count == 1 && a.sessions[0].sport == SPORT_RUN &&
                    b.sessions[0].sport == SPORT_RUN;
    if (are_runs)
        return either_run(cell, &a, &b);
    for (size_t i = 0; i < b.count; i++)
        reading_add(&a, &b.sessions[i], cell->arena);
    a.what = CELL_CHOICE;
    a.why = "it leaves a choice";
    return a;
}

/* Whether what stands behind an "or" is a detail of a run that was told in full. */
static bool is_detail(const struct cell_text *cell, size_t from, size_t at, size_t to)
{
    uint64_t has = 0, behind = tokens_have(cell, at, to);
    bool is_bracket = at > from && (cell->tokens[at - 1].is & IS_OPEN);
    if (is_bracket && (tokens_have(cell, from, at) & IS_AMOUNT) &&
        !(behind & (ROLE(ROLE_REST) | ROLE(ROLE_OTHER) | ROLE(ROLE_EXTRA) | IS_DIST)))
        return true; /* "16 mi (or 2:45)" */
    for (size_t i = from; i < at; i++) {
        uint64_t is = cell->tokens[i].is;
        if ((is & ROLE(ROLE_WITHIN)) || ((is & IS_SEPARATOR) && (has & (IS_AMOUNT | IS_NUM))))
            return true;
        has |= is;
    }
    return false;
}

/* "Rest / 5k easy"; never behind a repeat. */
static bool is_choice_by_stroke(const struct cell_text *cell, size_t from, size_t at, size_t to)
{
    static const uint64_t others = ROLE(ROLE_REST) | ROLE(ROLE_OTHER);
    uint64_t before = tokens_have(cell, from, at), behind = tokens_have(cell, at + 1, to);
    if ((before & IS_REPEAT) || !before || !behind)
        return false;
    if ((before | behind) & ROLE(ROLE_REST))
        return (before & others) || (behind & others);
    return ((before & others) && !(behind & others) && (behind & A_RUN)) ||
           ((behind & others) && !(before & others) && (before & A_RUN));
}

/* An option that is about the run itself, and not about a detail behind it. */
static bool leaves_run_open(const struct cell_text *cell, size_t from, size_t at)
{
    bool has_amount = false, is_detail_of = false;
    for (size_t i = from; i < at; i++) {
        uint64_t is = cell->tokens[i].is;
        has_amount = has_amount || (is & (IS_AMOUNT | IS_NUM));
        is_detail_of = is_detail_of || ((is & (IS_SEPARATOR | ROLE(ROLE_WITHIN))) && has_amount);
    }
    bool is_bracket = at > from && (cell->tokens[at - 1].is & IS_OPEN);
    if (!is_detail_of || is_bracket)
        return true;
    size_t first = at, last = at;
    while (first > from && !(cell->tokens[first - 1].is & IS_SEPARATOR))
        first--;
    while (last + 1 < cell->count && !(cell->tokens[last + 1].is & IS_SEPARATOR))
        last++;
    return !(tokens_have(cell, first, last + 1) &
             ~(ROLE(ROLE_OPTIONAL) | IS_WORD | IS_BREAK | ROLE(ROLE_UPTO)));
}

static struct cell_reading as_choice(struct cell_reading reading)
{
    if (!is_run(&reading))
        return reading;
    reading.what = CELL_CHOICE;
    reading.why = "it leaves a choice";
    return reading;
}

/* "Rest, 5 km": both are told */
static bool is_rest_or_run(const struct cell_text *cell, size_t from, size_t to)
{
    return to - from > 2 && (cell->tokens[from].is & ROLE(ROLE_REST)) &&
           (cell->tokens[from + 1].is & (IS_COMMA | IS_SEMI | IS_DASH | IS_LINE | IS_COLON)) &&
           (tokens_have(cell, from + 2, to) & (IS_AMOUNT | IS_NUM | IS_REPEAT)) &&
           !(tokens_have(cell, from + 2, to) & (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER)));
}

static bool read_choice(struct cell_text *cell, size_t from, size_t to,
                        struct cell_reading *reading)
{
    if (is_rest_or_run(cell, from, to)) {
        *reading = as_choice(read_range(cell, from + 2, to));
        return true;
    }
    for (size_t i = from; i < to; i++) {
        uint64_t is = cell->tokens[i].is;
        bool is_or = is & ROLE(ROLE_OR);
        if (is_or && is_detail(cell, from, i, to)) {
            *reading = read_range(cell, from, i);
            return true;
        }
        if (is_or || ((is & IS_SLASH) && is_choice_by_stroke(cell, from, i, to))) {
            *reading = choose(cell, read_range(cell, from, i), read_range(cell, i + 1, to));
            return true;
        }
    }
    for (size_t i = from; i < to; i++)
        if ((cell->tokens[i].is & ROLE(ROLE_OPTIONAL)) && leaves_run_open(cell, from, i)) {
            sessions_read(cell, from, to, reading);
            *reading = as_choice(*reading);
            return true;
        }
    return false;
}

/* ---- two runs a day ---- */

#define MARK (ROLE(ROLE_AM) | ROLE(ROLE_PM))

static void add_part(struct cell_text *cell, size_t from, size_t to, struct cell_reading *all)
{
    while (from < to && (cell->tokens[from].is & (IS_SEPARATOR | MARK | ROLE(ROLE_AND))))
        from++;
    while (to > from && (cell->tokens[to - 1].is & (IS_SEPARATOR | MARK | ROLE(ROLE_AND))))
        to--;
    if (from == to)
        return;
    struct cell_reading part = read_one(cell, from, to); /* a mark inside says no more */
    for (size_t i = 0; i < part.count; i++)
        reading_add(all, &part.sessions[i], cell->arena);
    if (part.what == CELL_CHOICE)
        all->what = CELL_CHOICE;
}

static size_t next_mark(const struct cell_text *cell, size_t from, size_t to)
{
    while (from < to && !(cell->tokens[from].is & MARK))
        from++;
    return from;
}

/* A part ends before the next mark; behind its first amount where words stand before the first
   mark: "Recovery AM 4 GA PM 8". */
static void read_marked(struct cell_text *cell, size_t begin, size_t mark, size_t to,
                        struct cell_reading *reading)
{
    bool words_first = begin < mark;
    for (size_t next; mark < to; mark = next) {
        next = next_mark(cell, mark + 1, to);
        size_t end = next;
        for (size_t i = mark; words_first && next < to && i < next && end == next; i++)
            if (cell->tokens[i].is & (IS_AMOUNT | IS_NUM))
                end = i + 1;
        add_part(cell, begin, end, reading);
        begin = end;
    }
}

/* "2 x 5 km (AM/PM)" */
static bool read_twice(struct cell_text *cell, size_t from, size_t to, size_t mark,
                       struct cell_reading *reading)
{
    static const uint64_t both = IS_SLASH | IS_PLUS | ROLE(ROLE_AND);
    if (mark + 2 >= to || !(cell->tokens[mark + 1].is & both) ||
        !(cell->tokens[mark + 2].is & MARK))
        return false;
    size_t end = mark > from && (cell->tokens[mark - 1].is & IS_OPEN) ? mark - 1 : mark;
    for (size_t i = from; i < end; i++) {
        struct cell_token *token = &cell->tokens[i];
        if (!(token->is & IS_REPEAT) || token->times != 2 || !token->measure)
            continue;
        token->is = token->measure; /* the amount of one */
        token->lo = token->hi = token->each;
    }
    add_part(cell, from, end, reading);
    size_t count = reading->count;
    for (size_t i = 0; i < count; i++)
        reading_add(reading, &reading->sessions[i], cell->arena);
    return true;
}

static bool read_two_runs(struct cell_text *cell, size_t from, size_t to,
                          struct cell_reading *reading)
{
    size_t first = from, marks = 0;
    for (size_t i = to; i-- > from;)
        if (cell->tokens[i].is & MARK) {
            first = i;
            marks++;
        }
    if (!marks || to - from < 2)
        return false;
    if (read_twice(cell, from, to, first, reading))
        return true;
    bool has_amount = tokens_have(cell, from, first) & (IS_AMOUNT | IS_NUM);
    bool ends_with_mark = cell->tokens[to - 1].is & MARK;
    bool is_behind = ends_with_mark && first > from && first + 1 < to;
    if ((has_amount && (ends_with_mark || marks > 1)) || is_behind) { /* behind the parts */
        for (size_t i = from, begin = from; i < to; i++)
            if ((cell->tokens[i].is & MARK) || i + 1 == to) {
                add_part(cell, begin, i + 1, reading);
                begin = i + 1;
            }
        return true;
    }
    if (has_amount)
        add_part(cell, from, first, reading);
    read_marked(cell, has_amount ? first : from, first, to, reading);
    return true;
}

/* ---- the whole ---- */

/* "3 mi / 3 mi", "5 / 5 / 3": the same amount twice is no choice. */
static bool read_same_runs(struct cell_text *cell, size_t from, size_t to,
                           struct cell_reading *reading)
{
    bool is_twice = false;
    for (size_t i = from; i < to; i++) {
        const struct cell_token *token = &cell->tokens[i];
        if (!(token->is & ((i - from) % 2 ? IS_SLASH : IS_DIST | IS_NUM)))
            return false;
        is_twice = is_twice || (i >= from + 2 && (token->is & (IS_DIST | IS_NUM)) &&
                                token->hi == token[-2].hi && token->is == token[-2].is);
    }
    for (size_t i = from; i < to && is_twice; i += 2)
        add_part(cell, i, i + 1, reading);
    return is_twice;
}

/* "5K race; 3 mi easy": two runs, each with its amount. */
static bool read_listed_runs(struct cell_text *cell, size_t from, size_t to,
                             struct cell_reading *reading)
{
    static const uint64_t inside = ROLE(ROLE_WITHIN) | ROLE(ROLE_LAST) | ROLE(ROLE_BETWEEN) |
                                   ROLE(ROLE_RECOVER) | ROLE(ROLE_PART) | ROLE(ROLE_OR);
    for (size_t i = from; i < to; i++) {
        if (!(cell->tokens[i].is & IS_SEMI))
            continue;
        uint64_t before = tokens_have(cell, from, i), behind = tokens_have(cell, i + 1, to);
        bool are_runs =
            (before & ROLE(ROLE_RACE)) || ((before & ROLE(ROLE_RUN)) && (behind & ROLE(ROLE_RUN)));
        if (!are_runs || !(before & IS_AMOUNT) || !(behind & IS_AMOUNT) ||
            !(behind & (ROLE(ROLE_RUN) | HAS_KIND)) || (behind & inside))
            continue;
        add_part(cell, from, i, reading);
        add_part(cell, i + 1, to, reading);
        return true;
    }
    return false;
}

static struct cell_reading read_one(struct cell_text *cell, size_t from, size_t to)
{
    struct cell_reading reading = {.what = CELL_REST};
    if (!read_same_runs(cell, from, to, &reading) && !read_listed_runs(cell, from, to, &reading) &&
        !read_choice(cell, from, to, &reading))
        sessions_read(cell, from, to, &reading);
    return reading;
}

static struct cell_reading read_range(struct cell_text *cell, size_t from, size_t to)
{
    struct cell_reading reading = {.what = CELL_REST};
    if (from >= to || read_listed_runs(cell, from, to, &reading) ||
        read_two_runs(cell, from, to, &reading))
        return reading;
    return read_one(cell, from, to);
}

/* "6-Aug": a range that a spreadsheet made a date. */
static bool take_range_of_date(struct cell_text *cell)
{
    const char *at = cell->plain.lower;
    size_t length;
    int first, second;
    int month = lexicon_month(cell->hints->words, at, &length);
    if (month > 0 && at[length] == '-') {
        at += length + 1;
        if (!take_digits(&at, 2, &second) || *at)
            return false;
    } else {
        if (!take_digits(&at, 2, &second) || *at++ != '-')
            return false;
        month = lexicon_month(cell->hints->words, at, &length);
        if (month <= 0 || at[length])
            return false;
    }
    first = smaller_of(month, second);
    cell->tokens[0] = (struct cell_token){.is = IS_NUM,
                                          .end = strlen(cell->plain.lower),
                                          .lo = first * HUNDREDTHS,
                                          .hi = larger_of(month, second) * HUNDREDTHS,
                                          .unit = UNIT_NONE,
                                          .kind = -1,
                                          .effort = -1,
                                          .terrain = -1};
    cell->count = 1;
    return true;
}

/* "", "-", "0", "x" */
static bool says_nothing(const char *plain)
{
    size_t length = strspn(plain, "-. \n");
    return !plain[length] || ((strcmp(plain, "0") == 0 || strcmp(plain, "x") == 0));
}

static struct cell_reading unknown_cell(const struct cell_text *cell, const char *why)
{
    struct cell_reading reading = {.what = CELL_SESSIONS};
    struct cell_session session = cell_session_unknown();
    session.sport = SPORT_UNKNOWN;
    session.why = why;
    reading_add(&reading, &session, cell->arena);
    return reading;
}

static struct cell_reading too_long(const struct cell_text *cell, const char *why)
{
    struct cell_reading reading = unknown_cell(cell, why);
    reading.sessions[0].is_too_long = true;
    return reading;
}

static struct cell_reading read_plain(struct cell_text *cell)
{
    if (says_nothing(cell->plain.lower))
        return (struct cell_reading){.what = CELL_REST};
    if (!take_range_of_date(cell)) {
        lexer_read(cell);
        if (cell->count <= MOST_TOKENS)
            amount_rules_apply(cell);
    }
    if (!cell->count)
        return unknown_cell(cell, "no word says what is done");
    if (cell->count > MOST_TOKENS)
        return too_long(cell, "it has more words than a session needs");
    switch (cell_find_subject(cell)) {
    case SUBJECT_REST:
        return (struct cell_reading){.what = CELL_REST};
    case SUBJECT_NOTHING:
        return (struct cell_reading){.what = CELL_NOTHING};
    default:
        return cell->count ? read_range(cell, 0, cell->count)
                           : unknown_cell(cell, "no word says what is done");
    }
}

/* Centimetres in hundredths of a unit. */
static int in_unit(int cm, enum word_unit unit)
{
    long long one = centimetres_of(100 * HUNDREDTHS, unit);
    return (int)((cm * 100LL * HUNDREDTHS + one / 2) / one);
}

/* From places of the plain text to those of the text, which has so many blanks in front. */
static void set_origins(const struct cell_text *cell, size_t blanks, struct cell_reading *reading)
{
    for (size_t i = 0; i < reading->count; i++) {
        struct cell_session *session = &reading->sessions[i];
        session->at = cell->plain.origins[session->at] + blanks;
        session->end = cell->plain.origins[session->end] + blanks;
    }
}

static void begin_cell(struct cell_text *cell, const char *text)
{
    cell->plain = plain_text_make(text + strspn(text, " \t\r\n"), cell->scratch);
    size_t bytes = strlen(cell->plain.lower);
    cell->most = (bytes < MOST_TOKENS ? bytes : MOST_TOKENS) + 2;
    cell->tokens = arena_array(cell->scratch, cell->most, sizeof *cell->tokens);
}

static bool read_amount(struct cell_text *cell, const char *text, struct lone_amount *amount)
{
    begin_cell(cell, text);
    lexer_read(cell);
    const struct cell_token *number = cell->tokens;
    bool has_unit = cell->count > 1 && (cell->tokens[cell->count - 1].is & IS_UNIT);
    enum word_unit unit = has_unit ? cell->tokens[cell->count - 1].unit : UNIT_NONE;
    amount_rules_apply(cell);
    if (cell->count != 1 || !(number->is & (IS_NUM | IS_AMOUNT | IS_CLOCK | IS_AMBIGUOUS)))
        return false;
    bool is_length = number->is & IS_DIST;
    *amount = (struct lone_amount){number->lo, number->hi, unit, number->is & IS_CLOCK};
    if (is_length) {
        amount->lo = in_unit(number->lo, unit);
        amount->hi = in_unit(number->hi, unit);
    } else if (number->is & (IS_DUR | IS_CLOCK)) {
        amount->unit = UNIT_MIN;
    }
    return true;
}

bool cell_read_amount(const char *text, const struct lexicon *words, struct lone_amount *amount)
{
    const struct cell_hints hints = {
        .words = words, .language = LANGUAGE_NONE, .units = UNKNOWN, .small_m = UNIT_NONE};
    if (strlen(text) > MOST_AMOUNT_BYTES)
        return false;
    struct arena *scratch = arena_new();
    struct cell_text cell = {.hints = &hints, .arena = scratch, .scratch = scratch};
    bool is_read = read_amount(&cell, text, amount);
    arena_free(scratch);
    return is_read;
}

struct cell_reading cell_read(const char *text, const struct cell_hints *hints, struct arena *arena)
{
    struct arena *scratch = arena_new();
    struct cell_text cell = {.hints = hints, .arena = arena, .scratch = scratch};
    struct cell_reading reading;
    if (strlen(text) > MOST_CELL_BYTES) {
        reading = too_long(&cell, "it is longer than 2 kB");
    } else {
        begin_cell(&cell, text);
        reading = read_plain(&cell);
        if (reading.count > MOST_SESSIONS)
            reading = too_long(&cell, "it names more sessions than a day has");
        set_origins(&cell, strspn(text, " \t\r\n"), &reading);
        reading.uses_letters = cell.uses_letters;
    }
    arena_free(scratch);
    return reading;
}
