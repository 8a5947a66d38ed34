/*
 * Plans of others while they are read: what the file says of days, from which
 * imported_plan_finish() makes a plan. The formats (csv, calendar, schedule) know nothing but where
 * a file says what; what cells mean is found when all are there (plan_reading.h).
 */
#ifndef HILLPLAN_IMPORT_IMPORTED_PLAN_H
#define HILLPLAN_IMPORT_IMPORTED_PLAN_H

#include "base/text.h"
#include "import/cell.h"
#include "import/import.h"

#define MOST_FOREIGN_BYTES ((size_t)2 * 1024 * 1024)
#define MOST_HILLS_M       30000 /* of a session: no more is believed */

/* What a file says of a session. Fields of their own win over words. */
struct stated_session {
    const char *title;                  /* as it is shown; NULL: the words, or a part of them */
    const char *words;                  /* to be read; NULL: the fields say all */
    const char *kind_words;             /* of a column that tells the kind, to be read; or NULL */
    int kind, effort, terrain;          /* exact words; -1: not stated */
    int least, distance, units;         /* hundredths; units may be UNKNOWN: the plan's */
    int duration_s, climb_m, descent_m; /* or UNKNOWN */
    const char *notes;                  /* or NULL */
    struct source_place distance_place;
};

/* An entry of the file. */
struct imported_item {
    int day;
    struct stated_session stated;
    struct source_place place;
    struct cell_reading reading;
};

/* What was made of it: sessions on days. */
struct imported_session {
    int day;
    size_t order; /* in the file */
    struct session session;
    struct cell_session *cell; /* what was read of it; NULL: a choice */
    bool is_stated;            /* its kind is, by a field */
    struct source_place place;
};

/* What the file says of the week that holds a day. */
struct imported_week {
    int day, phase, kind;
};

struct imported_plan {
    const char *name; /* of the file, for messages */
    const struct import_hints *hints;
    struct error *error;
    bool failed;
    size_t warnings;
    struct plan *plan;
    struct arena *scratch; /* what the plan doesn't keep; the plan's own if a report is asked for */
    struct imported_item *items;
    size_t item_count, item_capacity;
    struct imported_session *sessions;
    size_t session_count, session_capacity;
    struct imported_week *weeks;
    size_t week_count, week_capacity;
    int first_day, last_day; /* that the file covers; NO_DATE: none yet */
    int week_start;          /* a date on which a week starts (undated: its weekday), or NO_DATE */
    int units;               /* an enum units that the file names, or UNKNOWN */
    int title_units;         /* that a title of the whole names, or UNKNOWN */
    bool has_utc;            /* its times are in UTC, as is told once */
    bool is_undated;         /* days are counted from 0, the start of week 1 */
    struct cell_hints cells; /* how cells are read */
    const char *units_from;  /* what told the units */
};

struct imported_plan imported_plan_begin(const char *name, const struct import_hints *hints,
                                         struct error *error);

/* A mistake; and a warning, of which no more than a few are told. */
void imported_plan_fail(struct imported_plan *imported, struct source_place place,
                        const char *format, ...) __attribute__((format(printf, 3, 4)));
void imported_plan_warn(struct imported_plan *imported, struct source_place place,
                        const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Tells how many warnings were too many to be told. */
void imported_plan_close_warnings(const struct imported_plan *imported);

/* Notes what was inferred of the plan, a sentence. */
void imported_plan_infer(struct imported_plan *imported, const char *what);

/* The file covers a day, and be it one of rest. */
void imported_plan_cover(struct imported_plan *imported, int day);

/* Nothing stated. */
struct stated_session stated_nothing(void);

/* Adds what the file says of a day, in fields, or in words alone. */
void imported_plan_add(struct imported_plan *imported, int day, const struct stated_session *stated,
                       struct source_place place);
void imported_plan_add_text(struct imported_plan *imported, int day, const char *text,
                            struct source_place place);

/* Adds sessions as hillplan's tables name them beside the first: "cross: 20 min yoga; strength". */
void imported_plan_add_also(struct imported_plan *imported, int day, const char *text,
                            struct source_place place);

/* Phase and kind of the week that holds a day; -1 where the file doesn't say. */
void imported_plan_note_week(struct imported_plan *imported, int day, int phase, int kind);

/* Adds a session of a day, for plan_reading.c. */
void imported_plan_add_session(struct imported_plan *imported,
                               const struct imported_session *session);

/* The beginning of a text, for messages. */
const char *imported_plan_quote(const struct imported_plan *imported, const char *text);

/* The plan, or NULL after a mistake. */
struct plan *imported_plan_finish(struct imported_plan *imported);

/* The formats. Each reads `text`, valid UTF-8 without NUL, into the imported plan. */
void csv_read(struct imported_plan *imported, const char *text);
void calendar_read(struct imported_plan *imported, const char *text);
void schedule_read(struct imported_plan *imported, const char *text);

/* Whether a YAML file is a schedule, and none of hillplan's own documents. */
bool schedule_is(const char *text);

#endif
