/*
 * The words of other people's plans: templates/words.yaml, and sessions read by them.
 */
#ifndef HILLPLAN_IMPORT_VOCABULARY_H
#define HILLPLAN_IMPORT_VOCABULARY_H

#include "base/arena.h"
#include "import/import.h"
#include "model/plan.h"

/* X(enumerator, "name"): what a word says that names neither kind, effort nor terrain. */
#define WORD_ROLES(X)                                                                              \
    X(WORD_RUN, "run")                                                                             \
    X(WORD_WALK, "walk")       /* a session, or a part of a run */                                 \
    X(WORD_HEADING, "heading") /* a text that begins so sums up others */                          \
    X(WORD_REST, "rest")                                                                           \
    X(WORD_PART, "part")     /* distances beside it are parts of a run */                          \
    X(WORD_WITHIN, "within") /* what follows is within what was said before */                     \
    X(WORD_NOT, "not")       /* the next word doesn't count */                                     \
    X(WORD_ABOUT, "about")   /* no race is run: "race packet" */                                   \
    X(WORD_OR, "or")         /* the text leaves a choice */                                        \
    X(WORD_CLIMB, "climb")   /* beside metres or feet: that they are climb, or descent */          \
    X(WORD_DESCENT, "descent")

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

enum word_role { WORD_ROLES(WORD_ENUMERATOR) WORD_ROLE_COUNT };
enum table_column { TABLE_COLUMNS(WORD_ENUMERATOR) TABLE_COLUMN_COUNT, COLUMN_NONE = -1 };

#define MOST_WORD_ENTRIES 200

/* Words that say the same. They are in lower case, with single blanks between. */
struct word_entry {
    const char **words;
    size_t word_count;
    int kind, effort, terrain, role; /* -1: they don't say */
    int race_m;                      /* of a race's name, or 0 */
};

/* The headings of a column, likewise. */
struct column_entry {
    enum table_column column;
    const char **names;
    size_t name_count;
};

struct vocabulary {
    struct arena *arena;
    struct word_entry *entries; /* the ones that win first */
    size_t entry_count;
    struct column_entry *columns;
    size_t column_count;
};

/* Climb and descent are looked for beside numbers alone: "long descent" is about a run. */
enum word_group { WORDS_OF_SESSIONS, WORDS_OF_ELEVATIONS };

/*
 * The longest of a group's words that a place of a plain text begins with, by the index of their
 * entry. False, with a length of 0, where there are none.
 */
bool vocabulary_find(const struct vocabulary *table, const char *at, enum word_group group,
                     size_t *index, size_t *length);

#endif
