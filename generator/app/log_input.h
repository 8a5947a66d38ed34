/*
 * Training logs as commands take them: --log, --time-zone, --log-units.
 */
#ifndef HILLPLAN_APP_LOG_INPUT_H
#define HILLPLAN_APP_LOG_INPUT_H

#include "app/options.h"
#include "logs/run_log.h"
#include "model/profile.h"

/* The rows of LOG_OPTIONS(), from the first on. */
enum { LOG_FILES, LOG_TIME_ZONE, LOG_UNITS_TOLD, LOG_OPTION_COUNT };

/* What a log is read for. */
struct log_input {
    const struct arguments *arguments;
    size_t first;          /* of the options */
    const char *time_zone; /* of the profile; NULL: it has none, or there is no profile */
    enum units units;      /* of profile or plan */
    int easy_pace_s;       /* a unit, or UNKNOWN */
    int today;
};

/* Whether a log is given. */
bool log_input_is_given(const struct log_input *input);

/* Reads what --log names; in the arena. */
bool log_input_read(const struct log_input *input, struct arena *arena, struct run_log *log,
                    struct error *error);

/*
 * Fills in what the profile of a plan that starts on a day leaves out of its runner, and tells
 * what differs by more than a fifth, as the profile counts. Reads the log for it.
 */
bool log_input_fill(const struct log_input *input, struct profile *profile, int start,
                    struct error *error);

#endif
