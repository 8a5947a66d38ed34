/*
 * Plans of others while they are read: sessions on days, from which foreign_finish() makes a plan.
 * The formats (csv_file, calendar_file, schedule_file) know nothing but where a file says what.
 */
#ifndef HILLPLAN_IMPORT_IMPORTED_PLAN_H
#define HILLPLAN_IMPORT_IMPORTED_PLAN_H

#include "import/import.h"
#include "import/session_text.h"

#define MOST_FOREIGN_BYTES ((size_t)2 * 1024 * 1024)

/* A place in the file. */
struct place {
    int line, column;
};

struct foreign_item {
    int day;
    size_t order; /* in the file */
    struct session_text text;
    struct place place;
};

/* What the file says of the week that holds a day. */
struct foreign_week {
    int day, phase, kind;
};

struct foreign {
    const char *name; /* of the file, for messages */
    const struct foreign_hints *hints;
    struct error *error;
    bool failed;
    size_t warnings;
    struct plan *plan; /* its arena holds everything here */
    struct foreign_item *items;
    size_t item_count, item_capacity;
    struct foreign_week *weeks;
    size_t week_count, week_capacity;
    int first_day, last_day; /* that the file covers; NO_DATE: none yet */
    int week_start;          /* a date on which a week starts (undated: its weekday), or NO_DATE */
    int units;               /* an enum units that the file names, or UNKNOWN */
    int title_units;         /* that a title of the whole names, or UNKNOWN */
    bool has_headings;       /* among its sessions: "Week 3: 50 km" */
    bool has_utc;            /* its times are in UTC, as is told once */
    bool is_undated;         /* days are counted from 0, the start of week 1 */
};

struct foreign foreign_begin(const char *name, const struct foreign_hints *hints,
                             struct error *error);

/* A mistake; and a warning, of which no more than a few are told. */
void foreign_fail(struct foreign *foreign, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void foreign_warn(struct foreign *foreign, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The file covers a day, and be it one of rest. */
void foreign_cover(struct foreign *foreign, int day);

/* Adds what was read of a day. */
void foreign_add(struct foreign *foreign, int day, const struct session_text *text,
                 struct place place);

/* Adds the sessions of a text, which stand on lines of their own or are parted by ";". */
void foreign_add_text(struct foreign *foreign, int day, const char *text, struct place place);

/* Phase and kind of the week that holds a day; -1 where the file doesn't say. */
void foreign_note_week(struct foreign *foreign, int day, int phase, int kind);

/*
 * Holds a stated distance (both ends, hundredths of `units`) against the one in the text, warns
 * where they contradict each other, and otherwise sets it.
 */
void foreign_state_distance(struct foreign *foreign, struct session_text *text, int least,
                            int hundredths, int units, struct place place);

/* The plan, or NULL after a mistake. */
struct plan *foreign_finish(struct foreign *foreign);

/* The formats. Each reads `text`, valid UTF-8 without NUL, into the foreign plan. */
void csv_read(struct foreign *foreign, const char *text);
void calendar_read(struct foreign *foreign, const char *text);
void schedule_read(struct foreign *foreign, const char *text);

#endif
