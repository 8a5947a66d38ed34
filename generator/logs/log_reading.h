/*
 * Logs while they are read: what each file says of each run, from which run_log.c makes days.
 * Internal to logs/.
 */
#ifndef HILLPLAN_LOGS_LOG_READING_H
#define HILLPLAN_LOGS_LOG_READING_H

#include <stdint.h>

#include "base/text.h"
#include "logs/log_words.h"

#define SHORTEST_RUN_M   100 /* what is less was started by mistake */
#define SHORTEST_RUN_S   60
#define LEAST_TIMED_M    2000 /* a shorter run that was too fast was started by mistake */
#define M_PER_KM         1000
#define FASTEST_KM_S     120 /* in less nobody has run one */
#define LONGEST_RUN_M    300000
#define MOST_RUN_HILLS_M 30000
#define MOST_MISTAKES    10 /* of a file: more are not worth reading */

#define NO_TIME INT64_MIN

/* A run as a file has it. */
struct log_entry {
    struct run run; /* its date is NO_DATE until its day is known */
    struct run_source source;
    int64_t time;    /* its start in seconds since 1970, by its clock; NO_TIME: the date is all */
    bool is_utc;     /* which is UTC's, and no runner's */
    int longitude;   /* of its start, 10^-7 degrees; UNKNOWN */
    bool is_doubled; /* another entry is the same run */
};

struct log_reading {
    const struct run_log_hints *hints;
    struct arena *arena;
    struct error *error;
    const char *file; /* the one that is read */
    bool failed;      /* in any of them */
    int mistakes;     /* of the file */
    bool uses_units;  /* a file left its units to the hints */

    const char **files;
    size_t file_count, file_capacity;
    struct log_entry *entries;
    size_t count, capacity;
    const char **unknown_kinds; /* told once each */
    size_t unknown_count;
    int doubles;
    int others, totals, short_ones, climb_for_descent; /* of the file or folder, to be told */
};

/* A mistake in the file, and a warning; line 0: of the whole file. */
void log_fail(struct log_reading *reading, struct source_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void log_warn(struct log_reading *reading, struct source_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether a kind of sport, as the file writes it, is a run; one that nobody knows is told once. */
bool log_kind_is_run(struct log_reading *reading, const char *kind, struct source_place place);

/*
 * Adds a run whose distance, duration, climb and descent are as the file has them: starts by
 * mistake and runs of no distance are left out, a missing descent is taken from the climb.
 */
void log_add(struct log_reading *reading, const struct log_entry *entry, struct source_place place);

/* The readers: a table, valid UTF-8 without NUL; and a GPX file, whose bytes are NULL to read it
   from its path, reading->file. */
void log_table_read(struct log_reading *reading, const char *text);
void log_gpx_read(struct log_reading *reading, const char *bytes, size_t length);

/* Marks the entries, in the order of their starts, that are the same run as another; each is told.
 */
void log_mark_doubles(struct log_reading *reading);

#endif
