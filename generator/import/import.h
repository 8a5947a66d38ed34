/*
 * Files of other people's plans: CSV (a row a day, or a row a week), iCalendar, and the YAML
 * schedules of calendar tools (units, type, schedule).
 *
 * They become a struct plan like any other, in which all that they don't say is unknown: kinds,
 * phases, hills, the runner's history (recent_weeks is NULL). Such plans are for judging; they
 * cannot be written or printed.
 */
#ifndef HILLPLAN_IMPORT_IMPORT_H
#define HILLPLAN_IMPORT_IMPORT_H

#include "base/error.h"
#include "model/plan.h"

enum import_format { IMPORT_NONE, FOREIGN_CSV, FOREIGN_CALENDAR, FOREIGN_SCHEDULE };

struct lexicon;

struct cell_reading;

/* What was read of an entry of the file, with what fields of their own say. */
struct import_entry {
    int day;          /* a date; of plans without, counted from 0, the start of week 1 */
    int line, column; /* of the file */
    const char *text;
    const struct cell_reading *reading;
};

/* What was read of a file; all belongs to the plan. */
struct import_report {
    const struct import_entry *entries;
    size_t count;
    const char *units_from;
    bool is_undated;
};

/* What is known besides the file. */
struct import_hints {
    const struct lexicon *words;
    /* Of plans without dates: --start, or else the week that the race falls in, or else the
       runner's start. */
    int named_start, race_date, runner_start; /* or NO_DATE */
    int units;     /* of numbers without one, where the file names none; or UNKNOWN */
    int starts_on; /* the weekday on which weeks start where the file doesn't say; or UNKNOWN */
    int easy_pace_s[UNITS_COUNT]; /* the runner's, a km and a mile; 0: not known */
    bool takes_times;             /* runs that tell a time alone are judged by it */
    bool strict;                  /* nothing is inferred of sessions and weeks */
    struct import_report *report; /* filled, if the plan was read; or NULL */
};

/* By the file's ending (.csv, .ics); a YAML file is a schedule where it has that key. */
enum import_format import_format_of(const char *path);

/*
 * Reads a file of at most 2 MB; the caller frees the plan with plan_free(). NULL after an error.
 * What is not understood is a warning, and unknown in the plan.
 */
struct plan *import_read(const char *path, enum import_format format,
                         const struct import_hints *hints, struct error *error);

/* The same from bytes, named `name` in messages. */
struct plan *import_read_bytes(const char *name, const char *bytes, size_t length,
                               enum import_format format, const struct import_hints *hints,
                               struct error *error);

#endif
