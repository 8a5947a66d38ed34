/*
 * The words of training logs: templates/logs.yaml. Internal to logs/.
 */
#ifndef HILLPLAN_LOGS_LOG_WORDS_H
#define HILLPLAN_LOGS_LOG_WORDS_H

#include "logs/run_log.h"

/* X(enumerator, "name"): what a column of a table holds. */
#define LOG_COLUMNS(X)                                                                             \
    X(LOG_ID, "id") /* only to know the table by, like the next two */                             \
    X(LOG_NAME, "name")                                                                            \
    X(LOG_FAVORITE, "favorite")                                                                    \
    X(LOG_DATE, "date") /* the time may follow */                                                  \
    X(LOG_START, "start")                                                                          \
    X(LOG_KIND, "kind")                                                                            \
    X(LOG_DISTANCE, "distance")                                                                    \
    X(LOG_MOVING, "moving")   /* how long the runner moved; in seconds, or h:mm:ss */              \
    X(LOG_ELAPSED, "elapsed") /* from start to finish */                                           \
    X(LOG_CLIMB, "climb")                                                                          \
    X(LOG_DESCENT, "descent")                                                                      \
    X(LOG_STRIDE, "stride")   /* metres a step */                                                  \
    X(LOG_CADENCE, "cadence") /* steps a minute */

#define LOG_UNITS(X)                                                                               \
    X(LOG_M, "m")                                                                                  \
    X(LOG_KM, "km")                                                                                \
    X(LOG_MI, "mi")                                                                                \
    X(LOG_FT, "ft")

#define LOG_CLOCKS(X)                                                                              \
    X(CLOCK_OF_RUNNER, "runner")                                                                   \
    X(CLOCK_UTC, "utc")

enum log_column { LOG_COLUMNS(WORD_ENUMERATOR) LOG_COLUMN_COUNT, LOG_COLUMN_NONE = -1 };
enum log_unit { LOG_UNITS(WORD_ENUMERATOR) LOG_UNIT_COUNT, LOG_UNIT_NONE = -1 };
enum log_clock { LOG_CLOCKS(WORD_ENUMERATOR) LOG_CLOCK_COUNT };

WORDS_DECLARE(log_column)
WORDS_DECLARE(log_unit)
WORDS_DECLARE(log_clock)

/* Words that say the same, in lower case with single blanks between. */
struct log_names {
    const char **names;
    size_t count;
};

struct log_heading {
    enum log_column column;
    struct log_names names;
    enum log_unit unit;         /* of its numbers; NONE: as the account's, or the runner says */
    enum log_unit last_unit;    /* of the last of several columns of the name, which then counts */
    enum log_unit assumed_unit; /* if nobody says otherwise */
};

/* A kind of table. */
struct log_table_kind {
    const char *name;
    int needs; /* the columns it is known by: a set of bits */
    enum log_clock clock;
    struct log_heading *headings;
    size_t heading_count;
};

/* What of a log tells what of its runner. */
struct log_spans {
    int weeks;           /* whole ones before day 1 */
    int longest_days;    /* before day 1, of the longest run */
    int descent_days;    /* of the usual descent, and the last one */
    int run_days;        /* of the runs that are told one by one */
    int least_descent_m; /* of a downhill run, */
    int least_percent;   /* and of the usual descent */
};

struct log_words {
    struct arena *arena;
    struct log_table_kind *tables; /* the first that has all it needs is it */
    size_t table_count;
    struct log_names runs, others; /* kinds of sport */
    struct log_names totals;       /* in place of a date or a kind of sport: a row of sums */
    struct log_names before_noon, after_noon;
    struct log_names *months;
    size_t month_count; /* 12 */
    struct log_spans spans;
};

/* Whether a plain text is one of the names. */
bool log_names_hold(const struct log_names *names, const char *plain);

#endif
