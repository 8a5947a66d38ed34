/*
 * What a log tells of its runner before a plan begins.
 */
#ifndef HILLPLAN_LOGS_LOG_RUNNER_H
#define HILLPLAN_LOGS_LOG_RUNNER_H

#include "logs/run_log.h"
#include "model/profile.h"

/* When a plan begins, and in what it counts. */
struct log_view {
    int start;              /* day 1 */
    int today;              /* weeks that aren't over yet are no whole ones */
    enum weekday starts_on; /* of its weeks */
    enum units units;
};

/*
 * The recent weeks, the longest run, the usual descent, the last downhill run and each run before
 * day 1, as in a profile; in the arena. Nothing of it (recent_weeks NULL) if the log has no run
 * before day 1; UNKNOWN and NO_DATE what it doesn't tell. Numbers: templates/logs.yaml, by `words`.
 */
struct runner log_runner(const struct run_log *log, const struct log_words *words,
                         const struct log_view *view, struct arena *arena);

#endif
