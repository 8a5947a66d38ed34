/*
 * The stages of reading a cell, for import/cell.c.
 */
#ifndef HILLPLAN_IMPORT_CELL_PARTS_H
#define HILLPLAN_IMPORT_CELL_PARTS_H

#include "import/cell.h"
#include "import/plain_text.h"
#include "import/token.h"

/* A cell while it is read. */
struct cell_text {
    const struct cell_hints *hints;
    struct arena *arena;   /* of what is read */
    struct arena *scratch; /* of what only reading takes */
    struct plain_text plain;
    struct cell_token *tokens;
    size_t count, most;
    bool uses_letters;
};

/* A place of the plain text, while tokens are looked for. */
struct lexer {
    struct cell_text *cell;
    const char *start, *at;
    const char *cased; /* as long as start */
    bool has_letters;  /* E, T, I or R beside a number: M is a pace, too */
};

/* Text to tokens. What doesn't fit any more is left out. */
void lexer_read(struct cell_text *cell);

/* What stands for itself: programmes, dates, references, paces, heart rates, zones, hills. Each
   reads one at the lexer's place, or returns false. */
bool lexer_read_told(struct lexer *lexer);
bool lexer_read_number(struct lexer *lexer);

/* Whether a full stop before this place abbreviates a word: what follows begins no sentence. */
bool ends_no_sentence(const struct lexer *lexer, const char *behind);

/* Appends a token that ends at `end`, and moves on. */
struct cell_token *lexer_add(struct lexer *lexer, uint64_t is, const char *end);

/* "8", "8.5", "8,5", "1,000 m", "2 1/2" in hundredths; moves on. False where there is none. */
bool lexer_take_number(const struct lexer *lexer, const char **at, int *hundredths);

/* A number in a unit of length, in centimetres; no more than MOST_CM. */
int centimetres_of(int hundredths, enum word_unit unit);

/* The unit at a place, as a whole word, and the place behind it; UNIT_NONE where there is none. */
int lexer_unit_at(const struct lexer *lexer, const char *at, const char **end);

/* Digits, at most `most` of them; their count, 0 where there are none, or more. */
int take_digits(const char **at, int most, int *value);

const char *skip_blanks(const char *at);

/* Whether a place begins with a whole word; the place behind it, or NULL. */
const char *behind_word(const char *at, const char *word);

/* Tokens to tokens: numbers with their units, ranges, repeats. */
void amount_rules_apply(struct cell_text *cell);

/* ---- structure ---- */

/* What a cell is about before its sessions are looked for. */
enum cell_subject { SUBJECT_SESSIONS, SUBJECT_REST, SUBJECT_NOTHING };

/* Takes away what is negated, what is about a race, and references; says what is left. */
enum cell_subject cell_find_subject(struct cell_text *cell);

/* A part of a cell, between separators. */
enum clause_role {
    CLAUSE_NOTE,
    CLAUSE_EXTRA,    /* strength, mobility, drills, another sport: a session of its own */
    CLAUSE_OF_EXTRA, /* says more of it */
    CLAUSE_RECOVERY,
    CLAUSE_INNER,
    CLAUSE_TOTAL,
    CLAUSE_PART, /* warm-up, cool-down */
    CLAUSE_STRIDES,
    CLAUSE_REPEAT,
    CLAUSE_WALK, /* in turns with running */
    CLAUSE_REST,
    CLAUSE_MAIN,
    CLAUSE_KIND
};

struct clause {
    size_t from, to; /* tokens */
    uint64_t lead;   /* the separator before it, or the word that puts it inside; 0: the first */
    uint64_t has;    /* the classes of its tokens */
    int depth;       /* of brackets */
    bool is_inside;  /* the one before */
    bool is_step;    /* a line that begins with a dash */
    bool is_turn;    /* a walk inside, with a run: "4 mi (run 1 min / walk 1 min)" */
    enum clause_role role;
    const struct cell_token *distance, *duration,
        *repeat;                     /* its first; bare numbers are distances */
    const struct cell_token *second; /* another distance */
};

#define LEAD_FIRST 0
#define LEAD_ADDED IS_COUNTED /* "GA 11 miles Recovery 5 miles" */

struct clauses {
    struct clause *items;
    size_t count;
};

/* Cuts the tokens from `from` to `to`, and says what each part is. */
void clauses_make(const struct cell_text *cell, size_t from, size_t to, struct clauses *clauses);

/* The classes of tokens in a range. */
uint64_t tokens_have(const struct cell_text *cell, size_t from, size_t to);

/* The run of the clauses: its kind, effort and terrain; and its amounts. */
void session_find_kind(const struct cell_text *cell, const struct clauses *clauses,
                       struct cell_session *session);
void session_find_amounts(const struct cell_text *cell, const struct clauses *clauses,
                          struct cell_session *session);

/* The sessions of a range that is neither a choice nor two runs. */
void sessions_read(const struct cell_text *cell, size_t from, size_t to,
                   struct cell_reading *reading);

/* A session of which nothing is known. */
struct cell_session cell_session_unknown(void);

void reading_add(struct cell_reading *reading, const struct cell_session *session,
                 struct arena *arena);

#endif
