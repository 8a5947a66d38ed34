/*
 * Fields: the keys of a file, one row each, and where their values go in a struct.
 *
 * A list of fields stands beside its struct as a macro (model/profile_fields.h):
 *
 *     #define HILLS_FIELDS(X) \
 *         X(WORD, hills, access, "access", BOTH, MAY, hill_access, HILLS_ANY, "where ...") \
 *         X(NUMBER, hills, max_climb_m, "max_climb_m", ALL, MAY, 0, 10000, UNKNOWN, "m", "...")
 *     static const struct field hills_rows[] = {HILLS_FIELDS(FIELD)};
 *
 * Reading, checking, writing and the reference of keys follow the rows. A row names its member, so
 * that the compiler checks its type: a NUMBER of a `bool` is an error.
 */
#ifndef HILLPLAN_DOCUMENT_FIELD_H
#define HILLPLAN_DOCUMENT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/quantity.h"
#include "base/unfiled.h"
#include "base/word_list.h"

struct document;
struct place;

/* What a field holds; the macro of the same name below says where. */
enum field_kind {
    FIELD_TEXT,
    FIELD_SCALAR,
    FIELD_NUMBER,
    FIELD_COUNT,
    FIELD_FLAG,
    FIELD_WORD,
    FIELD_WORD_FLAG,
    FIELD_WORD_SET,
    FIELD_DECIMAL,
    FIELD_REAL,
    FIELD_TENTHS,
    FIELD_DATE,
    FIELD_TIME,
    FIELD_HOURS,
    FIELD_PATH,
    FIELD_MAPPING,
    FIELD_LIST,
    FIELD_GIVEN_LIST,
    FIELD_FIXED,
    FIELD_NUMBERS,
    FIELD_RANGE,
    FIELD_TEXTS,
    FIELD_NAMES,
    FIELD_WORDS,
    FIELD_DAYS,
    FIELD_DISTANCES,
    FIELD_SPANS,
    FIELD_OWN,
    FIELD_OWN_LIST,
    FIELD_FREE,
    FIELD_STATED,
    FIELD_KIND_COUNT
};

struct field {
    enum field_kind kind;
    const char *key;
    size_t offset;       /* of the member */
    size_t count_offset; /* of the member that counts a list; of DAYS, that names the first one */
    unsigned in;         /* the documents that have it: a set of bits */
    unsigned needs;      /* those in which it must stand */
    int least, most;     /* of a number; bytes of a text */
    int unknown;         /* the member, where the key isn't there */
    int places;          /* decimals */
    size_t size;         /* of an entry; of FIXED and NUMBERS */
    int least_entries, most_entries;
    int divisor; /* of REAL: what the whole number is divided by */
    const struct word_list *words;
    const struct form *form;
    const struct own_field *own;
    const char *unit, *meaning; /* for the reference */
};

/* A struct as a mapping of a file. */
struct form {
    const struct field *fields;
    size_t count;
    size_t size;  /* of the struct */
    bool is_flow; /* written in one line */
    /* False where the struct holds nothing to be written; NULL: where none of its fields does. */
    bool (*is_there)(const void *object);
    /* Checks what takes more than one key, when all fields are settled. `place` is NULL where the
       mapping isn't in the file. Or NULL. */
    void (*finish)(struct document *document, const struct place *place, void *object);
};

#define MOST_WRITTEN 200 /* bytes of a number, date or time as it is written */
#define MOST_IN_SET  30  /* words of a WORD_SET: the bits of an int */

/*
 * A field that no schema can say: a single value, or (OWN_LIST) a list of them. `place` is its
 * value's, with the text; it isn't called where the key isn't there.
 */
struct own_field {
    void (*read)(struct document *document, const struct place *place, const struct field *field,
                 void *object);
    /* What is written, as a number or date where it is one; NULL: nothing. `index` is that of the
       object in its list. */
    const char *(*text)(const void *object, const struct field *field, size_t index,
                        char buffer[MOST_WRITTEN]);
};

/* --- the columns `in` and `needs` --------------------------------------------------------------
 *
 * Which documents there are is up to those who read them; here are two that share structs, and
 * what else goes by the same lists.
 */
#define IN_PROFILE    1u
#define IN_PLAN       2u
#define IN_RULES      4u /* seen by the rules' scripts */
#define IN_BOTH       (IN_PROFILE | IN_PLAN)
#define IN_ALL        (IN_PROFILE | IN_PLAN | IN_RULES)
#define IN_PLAN_RULES (IN_PLAN | IN_RULES)
#define IN_HERE       (~0u) /* of a struct that only one kind of document has */

#define MAY  0u
#define MUST (~0u)

/* --- a row's initializer -----------------------------------------------------------------------
 */

// NOLINTBEGIN(bugprone-macro-parentheses): types and members can't be in any
#define FIELD(kind, ...) FIELD_ROW_##kind(__VA_ARGS__)

/* The offset of a member that is of the type; everything else doesn't compile. */
#define FIELD_MEMBER(type, s, member)                                                              \
    (offsetof(struct s, member) +                                                                  \
     0 * sizeof(_Generic(&((struct s *)0)->member, type * : 1, type const * : 1)))
/* Of an enum, or of an int that holds one. */
#define FIELD_ENUM(s, member)                                                                      \
    (offsetof(struct s, member) +                                                                  \
     0 * sizeof(_Generic(((struct s *)0)->member, int : 1, unsigned : 1)))
/* The length of an array. */
#define FIELD_LENGTH(s, member) (sizeof((struct s *)0)->member / sizeof *((struct s *)0)->member)
#define FIELD_EXACTLY(entries)  .least_entries = (entries), .most_entries = (entries)
#define FIELD_COUNTED(s, member, count_)                                                           \
    .offset = offsetof(struct s, member), .count_offset = FIELD_MEMBER(size_t, s, count_),         \
    .size = sizeof *((struct s *)0)->member
#define FIELD_KEY(key_, in_, needs_, meaning_)                                                     \
    .key = (key_), .in = IN_##in_, .needs = (needs_), .meaning = (meaning_)

/* A text of so many bytes. SCALAR: one that may be a number or a date, and is written as it is. */
#define FIELD_ROW_TEXT(s, member, key, in, needs, least_, most_, meaning)                          \
    {FIELD_TEXT, FIELD_KEY(key, in, needs, meaning),                                               \
     .offset = FIELD_MEMBER(const char *, s, member), .least = (least_), .most = (most_)},
#define FIELD_ROW_SCALAR(s, member, key, in, needs, meaning)                                       \
    {FIELD_SCALAR, FIELD_KEY(key, in, needs, meaning),                                             \
     .offset = FIELD_MEMBER(const char *, s, member), .least = 1, .most = MOST_WRITTEN},
/* A text with its place: a struct of name, line and column. */
#define FIELD_ROW_PATH(s, member, key, in, needs, least_, most_, meaning)                          \
    {FIELD_PATH, FIELD_KEY(key, in, needs, meaning),                                               \
     .offset = FIELD_MEMBER(struct named, s, member), .least = (least_), .most = (most_)},
/* A whole number; isn't written where it is unknown. COUNT: always written. */
#define FIELD_ROW_NUMBER(s, member, key, in, needs, least_, most_, unknown_, unit_, meaning)       \
    {FIELD_NUMBER,                                                                                 \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .unknown = (unknown_),                                                                        \
     .unit = (unit_)},
#define FIELD_ROW_COUNT(s, member, key, in, needs, least_, most_, unit_, meaning)                  \
    {FIELD_COUNT,                                                                                  \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .unit = (unit_)},
#define FIELD_ROW_FLAG(s, member, key, in, needs, meaning)                                         \
    {FIELD_FLAG, FIELD_KEY(key, in, needs, meaning), .offset = FIELD_MEMBER(bool, s, member)},
/* A word of a list (NAME_words), as an enum; one that is below 0 isn't written. WORD_FLAG: of two
   words, the second of which is true. */
#define FIELD_ROW_WORD(s, member, key, in, needs, words_, unknown_, meaning)                       \
    {FIELD_WORD, FIELD_KEY(key, in, needs, meaning), .offset = FIELD_ENUM(s, member),              \
     .words = &words_##_words, .unknown = (unknown_)},
/* A word of a list that isn't written where it is the first: what most are. */
#define FIELD_ROW_MARK(s, member, key, in, needs, words_, meaning)                                 \
    {FIELD_WORD, FIELD_KEY(key, in, needs, meaning), .offset = FIELD_ENUM(s, member),              \
     .words = &words_##_words, .least = 1},
#define FIELD_ROW_WORD_FLAG(s, member, key, in, needs, words_, meaning)                            \
    {FIELD_WORD_FLAG, FIELD_KEY(key, in, needs, meaning), .offset = FIELD_MEMBER(bool, s, member), \
     .words = &words_##_words},
/* Words as a set of bits, 1 << their value: one word, or a list of them. The empty set isn't
 * written.
 */
#define FIELD_ROW_WORD_SET(s, member, key, in, needs, words_, unknown_, meaning)                   \
    {FIELD_WORD_SET,                                                                               \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .least_entries = 1,                                                                           \
     .most_entries = MOST_IN_SET,                                                                  \
     .words = &words_##_words,                                                                     \
     .unknown = (unknown_)},
/* A decimal, as a whole number of 10^-places; REAL: that, divided, as a double. DISTANCE:
   hundredths of km or mi. TENTHS: written with a decimal in any case. */
#define FIELD_ROW_DECIMAL(s, member, key, in, needs, places_, least_, most_, unknown_, unit_,      \
                          meaning)                                                                 \
    {FIELD_DECIMAL,                                                                                \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .places = (places_),                                                                          \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .unknown = (unknown_),                                                                        \
     .unit = (unit_)},
#define FIELD_ROW_REAL(s, member, key, in, needs, places_, least_, most_, divisor_, unit_,         \
                       meaning)                                                                    \
    {FIELD_REAL,                                                                                   \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(double, s, member),                                                    \
     .places = (places_),                                                                          \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .divisor = (divisor_),                                                                        \
     .unit = (unit_)},
#define FIELD_ROW_DISTANCE(s, member, key, in, needs, least_, most_, meaning)                      \
    FIELD_ROW_DECIMAL(s, member, key, in, needs, 2, least_, most_, UNKNOWN, "km or mi", meaning)
#define FIELD_ROW_TENTHS(s, member, key, in, needs, least_, most_, meaning)                        \
    {FIELD_TENTHS,                                                                                 \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .places = 1,                                                                                  \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .unknown = UNKNOWN},
/* A day number; NO_DATE is the same as UNKNOWN. */
#define FIELD_ROW_DATE(s, member, key, in, needs, meaning)                                         \
    {FIELD_DATE, FIELD_KEY(key, in, needs, meaning), .offset = FIELD_MEMBER(int, s, member),       \
     .unknown = UNKNOWN},
/* Seconds: "45:30" or "3:30:00". HOURS: "1:15". */
#define FIELD_ROW_TIME(s, member, key, in, needs, least_, most_, meaning)                          \
    {FIELD_TIME,                                                                                   \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .unknown = UNKNOWN},
#define FIELD_ROW_HOURS(s, member, key, in, needs, least_, most_, meaning)                         \
    {FIELD_HOURS,                                                                                  \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member),                                                       \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     .unknown = UNKNOWN},
/* A struct of its own. INLINE: a mapping whose keys are members of this struct. */
#define FIELD_ROW_MAPPING(s, member, key, in, needs, form_, meaning)                               \
    {FIELD_MAPPING, FIELD_KEY(key, in, needs, meaning), .offset = offsetof(struct s, member),      \
     .form = &form_##_form},
#define FIELD_ROW_INLINE(s, key, in, needs, form_, meaning)                                        \
    {FIELD_MAPPING, FIELD_KEY(key, in, needs, meaning), .form = &form_##_form},
/* Structs: a pointer and a count, or (FIXED) an array. GIVEN_LIST: written where its pointer is not
   NULL, be it empty. */
#define FIELD_ROW_LIST(s, member, count_, key, in, needs, least_, most_, form_, meaning)           \
    {FIELD_LIST,                                                                                   \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     FIELD_COUNTED(s, member, count_),                                                             \
     .least_entries = (least_),                                                                    \
     .most_entries = (most_),                                                                      \
     .form = &form_##_form},
#define FIELD_ROW_GIVEN_LIST(s, member, count_, key, in, needs, least_, most_, form_, meaning)     \
    {FIELD_GIVEN_LIST,                                                                             \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     FIELD_COUNTED(s, member, count_),                                                             \
     .least_entries = (least_),                                                                    \
     .most_entries = (most_),                                                                      \
     .form = &form_##_form},
#define FIELD_ROW_FIXED(s, member, key, in, needs, form_, meaning)                                 \
    {FIELD_FIXED,                                                                                  \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = offsetof(struct s, member),                                                         \
     .size = sizeof *((struct s *)0)->member,                                                      \
     FIELD_EXACTLY(FIELD_LENGTH(s, member)),                                                       \
     .form = &form_##_form},
/* An array of whole numbers, from the one at `first` on. RANGE: two of them in a struct, the
 * smaller one first. */
#define FIELD_ROW_NUMBERS(s, member, first, key, in, needs, least_, most_, unit_, meaning)         \
    {FIELD_NUMBERS,                                                                                \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(int, s, member[first]),                                                \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     FIELD_EXACTLY(FIELD_LENGTH(s, member) - (first)),                                             \
     .unit = (unit_)},
#define FIELD_ROW_RANGE(s, member, key, in, needs, least_, most_, unit_, meaning)                  \
    {FIELD_RANGE,                                                                                  \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = offsetof(struct s, member),                                                         \
     .least = (least_),                                                                            \
     .most = (most_),                                                                              \
     FIELD_EXACTLY(sizeof((struct s *)0)->member / sizeof(int)),                                   \
     .unknown = UNKNOWN,                                                                           \
     .unit = (unit_)},
/* Lists of texts of so many bytes. NAMES: with their places. WORDS: of enums, in an array. */
#define FIELD_ROW_TEXTS(s, member, count_, key, in, needs, least_, most_, least_bytes, most_bytes, \
                        meaning)                                                                   \
    {FIELD_TEXTS,                                                                                  \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     FIELD_COUNTED(s, member, count_),                                                             \
     .least_entries = (least_),                                                                    \
     .most_entries = (most_),                                                                      \
     .least = (least_bytes),                                                                       \
     .most = (most_bytes)},
#define FIELD_ROW_NAMES(s, member, count_, key, in, needs, most_, least_bytes, most_bytes,         \
                        meaning)                                                                   \
    {FIELD_NAMES,                                                                                  \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     FIELD_COUNTED(s, member, count_),                                                             \
     .most_entries = (most_),                                                                      \
     .least = (least_bytes),                                                                       \
     .most = (most_bytes)},
#define FIELD_ROW_WORDS(s, member, count_, key, in, needs, words_, meaning)                        \
    {                                                                                              \
        FIELD_WORDS,                                                                               \
        FIELD_KEY(key, in, needs, meaning),                                                        \
        FIELD_COUNTED(s, member, count_),                                                          \
        .least_entries = 1,                                                                        \
        .most_entries = FIELD_LENGTH(s, member),                                                   \
        .words = &words_##_words},
/* Words as an array of flags, all as `unknown` where the key isn't there. DAYS: written from the
   day that the member `first` says. */
#define FIELD_ROW_FLAGS(s, member, key, in, needs, least_, words_, unknown_, meaning)              \
    {FIELD_DAYS,                                                                                   \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(bool, s, member[0]),                                                   \
     .least_entries = (least_),                                                                    \
     .most_entries = FIELD_LENGTH(s, member),                                                      \
     .words = &words_##_words,                                                                     \
     .unknown = (unknown_)},
#define FIELD_ROW_DAYS(s, member, first, key, in, needs, least_, words_, unknown_, meaning)        \
    {FIELD_DAYS,                                                                                   \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(bool, s, member[0]),                                                   \
     .count_offset = FIELD_ENUM(s, first),                                                         \
     .least_entries = (least_),                                                                    \
     .most_entries = FIELD_LENGTH(s, member),                                                      \
     .words = &words_##_words,                                                                     \
     .unknown = (unknown_)},
/* Distances; written even where there are none. SPANS: structs that begin with two dates, a first
   and a last one; an entry is the dates alone, or a mapping of the form. */
#define FIELD_ROW_DISTANCES(s, member, count_, key, in, needs, most_, least_, most_each, meaning)  \
    {FIELD_DISTANCES,                                                                              \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     FIELD_COUNTED(s, member, count_),                                                             \
     .places = 2,                                                                                  \
     .least = (least_),                                                                            \
     .most = (most_each),                                                                          \
     .most_entries = (most_),                                                                      \
     .unit = "km or mi"},
#define FIELD_ROW_SPANS(s, member, count_, key, in, needs, most_, form_, meaning)                  \
    {FIELD_SPANS, FIELD_KEY(key, in, needs, meaning), FIELD_COUNTED(s, member, count_),            \
     .most_entries = (most_), .form = &form_##_form},
/* A mapping whose keys are the writer's: a list of struct named_text. The texts may be numbers or
   dates, and are written as they are. */
#define FIELD_ROW_FREE(s, member, count_, key, in, needs, most_, least_bytes, most_bytes, meaning) \
    {FIELD_FREE,                                                                                   \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = FIELD_MEMBER(struct named_text *, s, member),                                       \
     .count_offset = FIELD_MEMBER(size_t, s, count_),                                              \
     .size = sizeof *((struct s *)0)->member,                                                      \
     .most_entries = (most_),                                                                      \
     .least = (least_bytes),                                                                       \
     .most = (most_bytes)},
#define FIELD_ROW_OWN(s, member, key, in, needs, own_, meaning)                                    \
    {FIELD_OWN,                                                                                    \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = offsetof(struct s, member),                                                         \
     .least = 1,                                                                                   \
     .most = MOST_WRITTEN,                                                                         \
     .own = &own_##_own},
#define FIELD_ROW_OWN_LIST(s, member, key, in, needs, least_, most_, own_, meaning)                \
    {FIELD_OWN_LIST,                                                                               \
     FIELD_KEY(key, in, needs, meaning),                                                           \
     .offset = offsetof(struct s, member),                                                         \
     .least_entries = (least_),                                                                    \
     .most_entries = (most_),                                                                      \
     .least = 1,                                                                                   \
     .most = MOST_WRITTEN,                                                                         \
     .own = &own_##_own},
/* What is worked out, and written for other readers: a decimal, which those who read it may hold
   against their own; and a text. */
#define FIELD_ROW_STATED(s, key, in, needs, places_, least_, most_, own_, unit_, meaning)          \
    {FIELD_STATED,        FIELD_KEY(key, in, needs, meaning),                                      \
     .places = (places_), .least = (least_),                                                       \
     .most = (most_),     .own = &own_##_own,                                                      \
     .unit = (unit_)},
#define FIELD_ROW_STATED_TEXT(s, key, in, needs, own_, meaning)                                    \
    {FIELD_OWN, FIELD_KEY(key, in, needs, meaning), .least = 1, .most = MOST_WRITTEN,              \
     .own = &own_##_own},

// NOLINTEND(bugprone-macro-parentheses)

/* Defines NAME_form of a struct from its list; what follows are initializers of a struct form. */
#define FORM(name, s, LIST, ...)                                                                   \
    static const struct field name##_fields[] = {LIST(FIELD)};                                     \
    const struct form name##_form = {.fields = name##_fields,                                      \
                                     .count = sizeof name##_fields / sizeof *name##_fields,        \
                                     .size = sizeof(struct s),                                     \
                                     __VA_ARGS__};

#endif
