/*
 * Training logs: the runs that were run, from tables (Strava, Garmin Connect, intervals.icu, one's
 * own) and GPX files.
 *
 * What a file calls its columns and kinds of sport is in templates/logs.yaml. What is left out
 * (other sports, starts by mistake, the same run from a second device) is a warning.
 */
#ifndef HILLPLAN_LOGS_RUN_LOG_H
#define HILLPLAN_LOGS_RUN_LOG_H

#include "base/arena.h"
#include "base/error.h"
#include "model/run.h"

/* Where a run was read. */
struct run_source {
    const char *file;
    int line; /* from 1; 0: the whole file */
};

struct run_log {
    struct run *runs;           /* by date, then start; their distances are known */
    struct run_source *sources; /* of each run */
    size_t count;
    const char **files; /* that were read */
    size_t file_count;
    int first, last; /* dates of the first and the last run; NO_DATE: there is none */
};

/* The words that logs are read by (templates/logs.yaml). NULL after an error. */
struct log_words;
struct log_words *log_words_read(const char *path, struct error *error);
void log_words_free(struct log_words *words); /* NULL is allowed */

/* What is known besides the files. */
struct run_log_hints {
    const struct log_words *words;
    const char *time_zone; /* where the runs were run ("Europe/Berlin"); NULL: nobody said */
    int units;             /* of distances whose file doesn't say; UNKNOWN: nobody said */
    enum units plan_units; /* what holds then */
    int today;             /* no run is later than the day after it */
    int easy_pace_s;       /* seconds a plan unit, to tell wrong units by; or UNKNOWN */
};

/*
 * Reads tables of at most 20 MB and 50 000 rows, GPX files, and folders of both. Everything lies in
 * the arena. False after an error: STATUS_SYSTEM where a file cannot be read, STATUS_BAD_INPUT
 * where it is no log, a cell can't be understood or be true, or there is no such time zone.
 */
bool run_log_read(const char *const *paths, size_t count, const struct run_log_hints *hints,
                  struct arena *arena, struct run_log *log, struct error *error);

/* The same of one file's bytes: a GPX file where its name ends so, otherwise a table. */
bool run_log_read_bytes(const char *name, const char *bytes, size_t length,
                        const struct run_log_hints *hints, struct arena *arena, struct run_log *log,
                        struct error *error);

#endif
