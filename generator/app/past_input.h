/* What became of a plan that has begun, and what has changed of its runner: from the command line.
 */
#ifndef HILLPLAN_APP_PAST_INPUT_H
#define HILLPLAN_APP_PAST_INPUT_H

#include "app/planning.h"
#include "model/profile.h"

/* Which of a command's options tell it; `log` is the first of LOG_OPTIONS(). */
struct past_options {
    const struct arguments *arguments;
    size_t today, missed, log, runner;
};

struct past_input {
    struct planning_past past; /* the plan, with its marks */
    struct profile *profile;   /* of the plan, as it is now; in the plan's arena */
    struct profile *runner;    /* that of --runner, or NULL */
};

/*
 * Marks the days of a plan that are over, and finds the profile that it goes on by. False after an
 * error; past_input_close() in either case.
 */
bool past_input_open(struct past_input *input, struct plan *plan, const char *path,
                     const struct past_options *options, struct error *error);
void past_input_close(struct past_input *input);

#endif
