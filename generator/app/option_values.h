/*
 * Option values: from what stands behind an option to numbers, within their ranges.
 *
 * Each takes the index of an option; one that was not given leaves UNKNOWN, or the default named
 * here. False after an error, which is STATUS_BAD_INPUT and names the option.
 */
#ifndef HILLPLAN_APP_OPTION_VALUES_H
#define HILLPLAN_APP_OPTION_VALUES_H

#include "app/options.h"
#include "base/quantity.h"

/* text (the default) or json. */
bool option_as_json(const struct arguments *arguments, size_t option, bool *as_json,
                    struct error *error);

/* km (the default) or mi. */
bool option_units(const struct arguments *arguments, size_t option, enum units *units,
                  struct error *error);

/* The metres of a race distance: a name, or a number of units; 1 to 400 km. */
bool option_race_distance(const struct arguments *arguments, const struct command *command,
                          size_t option, enum units units, int *metres, struct error *error);

/* Whole metres of climb or descent, 0 to 30 000. */
bool option_climb(const struct arguments *arguments, const struct command *command, size_t option,
                  int *metres, struct error *error);

/* "45:30" or "3:30:00" in seconds. */
bool option_time(const struct arguments *arguments, const struct command *command, size_t option,
                 int *seconds, struct error *error);

/*
 * True where a person can run so far in that time, 2 to 60 minutes a km, or where the time was not
 * given; `option` is the time's.
 */
bool option_check_time(const struct command *command, size_t option, int seconds, int metres,
                       struct error *error);

#endif
