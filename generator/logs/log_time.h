/*
 * Dates and times as logs write them: "2026-11-22 10:00:15", "Nov 12, 2026, 5:01:18 PM",
 * "12.11.2026, 17:01:18", "19 oct. 2026, 16:00:00", "2026-10-20T04:31:04Z". Internal to logs/.
 */
#ifndef HILLPLAN_LOGS_LOG_TIME_H
#define HILLPLAN_LOGS_LOG_TIME_H

#include "base/csv_date.h"
#include "logs/log_words.h"

#define MINUTE_S 60
#define HOUR_S   3600
#define DAY_S    86400

#define MOST_RUN_S 720000 /* 200 hours */

/* A time as it is written. */
struct log_time {
    const char *date; /* the text of its date, months in English */
    int second;       /* of the day; UNKNOWN: no time stands there */
    bool is_utc;      /* "Z" stands behind it */
    bool has_offset;  /* "+02:00": it is by the clock where that holds */
};

/* Takes a text apart, in the arena; false where the part behind the date is no time. */
bool log_time_read(const struct log_words *words, const char *text, struct arena *arena,
                   struct log_time *time);

/* "45:30", "1:15:00", "00:00:11.5", or with a comma: in seconds. UNKNOWN where it is none. */
int log_duration_read(const char *text);

#endif
