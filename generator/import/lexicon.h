/*
 * The words of other people's plans, by language: templates/words.yaml.
 */
#ifndef HILLPLAN_IMPORT_LEXICON_H
#define HILLPLAN_IMPORT_LEXICON_H

#include "base/arena.h"
#include "base/error.h"
#include "model/names.h"

/* X(enumerator, "name"): the part that a word plays in a cell. */
#define WORD_ROLES(X)                                                                              \
    X(ROLE_RUN, "run")                                                                             \
    X(ROLE_WALK, "walk")                                                                           \
    X(ROLE_REST, "rest")                                                                           \
    X(ROLE_PART, "part")     /* warm-up, cool-down */                                              \
    X(ROLE_WITHIN, "within") /* what follows lies inside */                                        \
    X(ROLE_LAST, "last")     /* likewise, and says where */                                        \
    X(ROLE_OR, "or")                                                                               \
    X(ROLE_OPTIONAL, "optional")                                                                   \
    X(ROLE_NOT, "not")                                                                             \
    X(ROLE_AND, "and")                                                                             \
    X(ROLE_ABOUT, "about") /* beside a race's name: it is no race */                               \
    X(ROLE_WEEK, "week")   /* a heading of what follows */                                         \
    X(ROLE_TOTAL, "total")                                                                         \
    X(ROLE_RECOVER, "recover")                                                                     \
    X(ROLE_BETWEEN, "between") /* of repeats */                                                    \
    X(ROLE_SETS, "sets")                                                                           \
    X(ROLE_RUNS, "runs")   /* sessions, days: a number before them counts */                       \
    X(ROLE_COUNT, "count") /* strides, hills: likewise */                                          \
    X(ROLE_PACE, "pace")   /* makes the name before it one */                                      \
    X(ROLE_AT, "at")                                                                               \
    X(ROLE_AM, "am")                                                                               \
    X(ROLE_PM, "pm")                                                                               \
    X(ROLE_CLIMB, "climb")                                                                         \
    X(ROLE_DESCENT, "descent")                                                                     \
    X(ROLE_UPTO, "upto")                                                                           \
    X(ROLE_RACE, "race")                                                                           \
    X(ROLE_OTHER, "other")   /* another sport */                                                   \
    X(ROLE_EXTRA, "extra")   /* strength, mobility, drills */                                      \
    X(ROLE_LESSER, "lesser") /* the smaller of two amounts counts */                               \
    X(ROLE_APPROX, "approx")                                                                       \
    X(ROLE_FILLER, "filler") /* says nothing of sport or effort */
enum word_role { WORD_ROLES(WORD_ENUMERATOR) ROLE_TOTAL_COUNT, ROLE_NONE = -1 };

/* X(enumerator, "name"): the languages of the words; the order is that in which they win. */
#define WORD_LANGUAGES(X)                                                                          \
    X(LANGUAGE_ALL, "all")                                                                         \
    X(LANGUAGE_EN, "en")                                                                           \
    X(LANGUAGE_DE, "de")                                                                           \
    X(LANGUAGE_FR, "fr")                                                                           \
    X(LANGUAGE_ES, "es")                                                                           \
    X(LANGUAGE_IT, "it")                                                                           \
    X(LANGUAGE_NL, "nl")                                                                           \
    X(LANGUAGE_PT, "pt")                                                                           \
    X(LANGUAGE_SV, "sv")                                                                           \
    X(LANGUAGE_PL, "pl")                                                                           \
    X(LANGUAGE_DA, "da")                                                                           \
    X(LANGUAGE_NB, "nb")                                                                           \
    X(LANGUAGE_RU, "ru")                                                                           \
    X(LANGUAGE_EL, "el")
enum word_language { WORD_LANGUAGES(WORD_ENUMERATOR) LANGUAGE_COUNT, LANGUAGE_NONE = -1 };

/* X(enumerator, "name"): what a column of a table holds. */
#define TABLE_COLUMNS(X)                                                                           \
    X(COLUMN_DATE, "date")                                                                         \
    X(COLUMN_START, "start")                                                                       \
    X(COLUMN_WEEK, "week")                                                                         \
    X(COLUMN_WEEKDAY, "weekday")                                                                   \
    X(COLUMN_PHASE, "phase")                                                                       \
    X(COLUMN_WEEK_KIND, "week_kind")                                                               \
    X(COLUMN_KIND, "kind")                                                                         \
    X(COLUMN_TITLE, "title")                                                                       \
    X(COLUMN_EFFORT, "effort")                                                                     \
    X(COLUMN_TERRAIN, "terrain")                                                                   \
    X(COLUMN_DISTANCE, "distance")                                                                 \
    X(COLUMN_DURATION, "duration")                                                                 \
    X(COLUMN_CLIMB, "climb")                                                                       \
    X(COLUMN_DESCENT, "descent")                                                                   \
    X(COLUMN_ALSO, "also")                                                                         \
    X(COLUMN_NOTES, "notes")                                                                       \
    X(COLUMN_UNREAD, "unread") /* known, and of no use here */
enum table_column { TABLE_COLUMNS(WORD_ENUMERATOR) TABLE_COLUMN_COUNT, COLUMN_NONE = -1 };

/* X(enumerator, "name"): behind a number. */
#define WORD_UNITS(X)                                                                              \
    X(UNIT_KM, "km")                                                                               \
    X(UNIT_MI, "mi")                                                                               \
    X(UNIT_M, "m")                                                                                 \
    X(UNIT_FT, "ft")                                                                               \
    X(UNIT_YD, "yd")                                                                               \
    X(UNIT_H, "h")                                                                                 \
    X(UNIT_MIN, "min")                                                                             \
    X(UNIT_S, "s")
enum word_unit { WORD_UNITS(WORD_ENUMERATOR) UNIT_COUNT, UNIT_NONE = -1 };

WORDS_DECLARE(word_language)

/* The kinds of a plan's sessions, and two that only words tell apart. */
#define KIND_PROGRESSION SESSION_KIND_COUNT
#define KIND_MOBILITY    (SESSION_KIND_COUNT + 1)
extern const struct word_list word_kind_words;

/* Words of a language that say the same. */
struct language_words {
    const char **words;
    size_t count;
};

/* What words say; -1 where they don't. */
struct word_entry {
    int kind, effort, terrain, role;
    int race_m; /* of a race's name, or 0 */
    bool jog;   /* a recovery that is run */
    bool many;  /* more than one: a number before it counts */
    struct language_words of[LANGUAGE_COUNT];
};

/* The names of a weekday (from 0), of a month (from 1), or of a unit. */
struct name_entry {
    int value;
    struct language_words of[LANGUAGE_COUNT];
};

struct unit_entry {
    enum word_unit unit;
    const char **words;
    size_t word_count;
};

/* The headings of a column of a table. */
struct column_entry {
    enum table_column column;
    const char **names;
    size_t name_count;
};

struct word_phrase {
    const char *text; /* as plain_text_make() leaves it; a dash is a blank */
    size_t length;
    enum word_language language;
    const struct word_entry *entry;
};

/* Names of weekdays, months or units, by their first byte. */
struct name_word {
    const char *text;
    size_t length;
    int value;
    enum word_language language;
};
struct name_index {
    struct name_word *items;
    size_t starts[257]; /* those that begin with a byte: from starts[byte] to starts[byte + 1] */
};

/* Phrases by their first two bytes, the longest of each first. */
struct word_phrases {
    struct word_phrase *items;
    size_t count;
};
#define PHRASE_BUCKETS 4096

struct lexicon {
    struct arena *arena;
    struct word_entry *entries;
    size_t entry_count;
    struct name_entry *weekdays, *months;
    size_t weekday_count, month_count;
    struct unit_entry *units;
    size_t unit_count;
    struct column_entry *columns;
    size_t column_count;
    struct word_phrases buckets[PHRASE_BUCKETS], beginnings, endings;
    struct name_index weekday_names, month_names, unit_names;
};

/* Reads the file; NULL after an error. Freed with lexicon_free(). */
struct lexicon *lexicon_read(const char *path, struct error *error);
void lexicon_free(struct lexicon *lexicon); /* NULL is allowed */

/*
 * The longest phrase that a place of a plain text begins with, where a word begins, by the words of
 * the plan's language first (or LANGUAGE_NONE); NULL where there is none. *length is that of the
 * text.
 */
const struct word_phrase *lexicon_find(const struct lexicon *lexicon, const char *at,
                                       enum word_language language, size_t *length);

/* The unit, weekday or month that a place begins with, by the longest word; its value, or -1. */
int lexicon_unit(const struct lexicon *lexicon, const char *at, size_t *length);
int lexicon_weekday(const struct lexicon *lexicon, const char *at, enum word_language language,
                    size_t *length);
int lexicon_month(const struct lexicon *lexicon, const char *at, size_t *length);

/* What a column with this heading holds, by its plain form. */
enum table_column lexicon_column(const struct lexicon *lexicon, const char *heading);

/* Adds to `votes` what a plain text tells of its language: more for words that few share. */
void lexicon_vote(const struct lexicon *lexicon, const char *plain, int votes[LANGUAGE_COUNT]);

/* Where phrases that begin like a text are kept. */
size_t lexicon_bucket(const char *at);

/* True of what words are made of. */
bool is_word_byte(char byte);

/* Whether a place of a text has a letter right before it. */
bool is_behind_letter(const char *start, const char *at);

#endif
