/*
 * Cells of plans as people write them: "5-6 mile easy", "6 x 400 m", "AM 6 / PM 4".
 *
 *     text -> lexer -> tokens -> amount rules -> tokens -> structure rules -> sessions
 */
#ifndef HILLPLAN_IMPORT_CELL_H
#define HILLPLAN_IMPORT_CELL_H

#include "base/arena.h"
#include "base/quantity.h"
#include "import/lexicon.h"

/* What the rest of a plan tells of its cells. */
struct cell_hints {
    const struct lexicon *words;
    enum word_language language; /* LANGUAGE_NONE: not known */
    int units;                   /* an enum units of bare numbers, or UNKNOWN */
    bool is_in_minutes;          /* the plan tells times and no distance: so do bare numbers */
    bool m_is_a_pace;            /* "6M": marathon pace, as the plan uses E, T and I */
    enum word_unit small_m;      /* what "20m" is: UNIT_M, UNIT_MIN or UNIT_MI; or UNIT_NONE */
    bool is_run;                 /* a column says so: unknown words are names */
    bool *rules_used;            /* of the amount rules, noted for tests; or NULL */
};

enum cell_what { CELL_SESSIONS, CELL_REST, CELL_NOTHING, CELL_CHOICE };

/* How a value is known. */
enum told { TOLD_NOT, TOLD_STATED, TOLD_INFERRED };

/* A value between two ends; a range counts with its upper one. UNKNOWN: not known. */
struct cell_amount {
    int lo, hi;
    enum told told;
    const char *why; /* it is inferred, or unknown; NULL: nothing to say */
};

enum cell_sport { SPORT_RUN, SPORT_OTHER, SPORT_UNKNOWN };

struct cell_session {
    enum cell_sport sport;
    int kind; /* an enum session_kind, KIND_MOBILITY, or -1 */
    int effort, terrain;
    struct cell_amount distance; /* hundredths of the plan's unit, or of nothing: has_unit */
    bool has_unit;               /* false: a bare number, whose unit is the plan's */
    bool writes_unit;            /* of the plan's kind: a vote for km or mi; `written` says which */
    int written;                 /* enum units, or UNKNOWN */
    bool is_at_least;            /* a part of the distance is not known */
    struct cell_amount duration; /* seconds */
    int least_s;                 /* if that is not known: of its parts, or 0 */
    int climb_m, descent_m;
    int count;        /* of runs, that the amounts are of */
    bool has_detail;  /* repeats, parts or an inner part: no plain run */
    bool has_unknown; /* words that nobody knows */
    bool is_too_long; /* the cell: it isn't read */
    bool is_small_m;  /* its amount is "20m" */
    bool is_bare_m;   /* likewise, and another sport: minutes */
    const char *why;  /* its sport or kind is unknown */
    enum told kind_told, effort_told;
    size_t at, end; /* of the plain text */
};

struct cell_reading {
    enum cell_what what;
    struct cell_session *sessions; /* of CELL_CHOICE: the alternatives */
    size_t count;
    const char *why;   /* it is a choice, or unknown */
    bool uses_letters; /* E, T, I or R beside a number */
};

/* An amount that stands alone: "8", "5-6 km", "50 min". */
struct lone_amount {
    int lo, hi;          /* hundredths of the unit; seconds of times */
    enum word_unit unit; /* UNIT_NONE: a bare number; UNIT_MIN of times */
    bool is_clock;       /* "1:05": of hours or of minutes; seconds as if of minutes */
};
bool cell_read_amount(const char *text, const struct lexicon *words, struct lone_amount *amount);

/* Reads a text of valid UTF-8; all belongs to the arena. */
struct cell_reading cell_read(const char *text, const struct cell_hints *hints,
                              struct arena *arena);

/* The names and examples of the amount rules, for tests; NULL behind the last one. */
const char *amount_rule_name(size_t index);

#endif
