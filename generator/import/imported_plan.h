/*
 * Plans of others while they are read: sessions on days, from which imported_plan_finish() makes a
 * plan. The formats (csv, calendar, schedule) know nothing but where a file says
 * what.
 */
#ifndef HILLPLAN_IMPORT_IMPORTED_PLAN_H
#define HILLPLAN_IMPORT_IMPORTED_PLAN_H

#include "base/text.h"
#include "import/import.h"
#include "import/session_text.h"

#define MOST_FOREIGN_BYTES ((size_t)2 * 1024 * 1024)

struct imported_session {
    int day;
    size_t order; /* in the file */
    struct session_text text;
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
    struct plan *plan; /* its arena holds everything here */
    struct imported_session *items;
    size_t item_count, item_capacity;
    struct imported_week *weeks;
    size_t week_count, week_capacity;
    int first_day, last_day; /* that the file covers; NO_DATE: none yet */
    int week_start;          /* a date on which a week starts (undated: its weekday), or NO_DATE */
    int units;               /* an enum units that the file names, or UNKNOWN */
    int title_units;         /* that a title of the whole names, or UNKNOWN */
    bool has_headings;       /* among its sessions: "Week 3: 50 km" */
    bool has_utc;            /* its times are in UTC, as is told once */
    bool is_undated;         /* days are counted from 0, the start of week 1 */
};

struct imported_plan imported_plan_begin(const char *name, const struct import_hints *hints,
                                         struct error *error);

/* A mistake; and a warning, of which no more than a few are told. */
void imported_plan_fail(struct imported_plan *imported, struct source_place place,
                        const char *format, ...) __attribute__((format(printf, 3, 4)));
void imported_plan_warn(struct imported_plan *imported, struct source_place place,
                        const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The file covers a day, and be it one of rest. */
void imported_plan_cover(struct imported_plan *imported, int day);

/* Adds what was read of a day. */
void imported_plan_add(struct imported_plan *imported, int day, const struct session_text *text,
                       struct source_place place);

/* Adds the sessions of a text, which stand on lines of their own or are parted by ";". */
void imported_plan_add_text(struct imported_plan *imported, int day, const char *text,
                            struct source_place place);

/* Phase and kind of the week that holds a day; -1 where the file doesn't say. */
void imported_plan_note_week(struct imported_plan *imported, int day, int phase, int kind);

/*
 * Holds a stated distance (both ends, hundredths of `units`) against the one in the text, warns
 * where they contradict each other, and otherwise sets it.
 */
void imported_plan_state_distance(struct imported_plan *imported, struct session_text *text,
                                  int least, int hundredths, int units, struct source_place place);

/* The plan, or NULL after a mistake. */
struct plan *imported_plan_finish(struct imported_plan *imported);

/* The formats. Each reads `text`, valid UTF-8 without NUL, into the imported plan. */
void csv_read(struct imported_plan *imported, const char *text);
void calendar_read(struct imported_plan *imported, const char *text);
void schedule_read(struct imported_plan *imported, const char *text);

#endif
