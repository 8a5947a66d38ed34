/*
 * Option values that take more than their row in the table to check.
 *
 * Each takes the index of an option. False after an error, which is STATUS_BAD_INPUT and names the
 * option.
 */
#ifndef HILLPLAN_APP_OPTION_VALUES_H
#define HILLPLAN_APP_OPTION_VALUES_H

#include "app/options.h"
#include "base/quantity.h"

/* The metres of a race distance: a name, or a number of units; 1 to 400 km. UNKNOWN where not
   given. */
bool option_race_distance(const struct arguments *arguments, size_t option, enum units units,
                          int *metres, struct error *error);

/*
 * True where a person can run so far in that time, 2 to 60 minutes a km, or where the time was not
 * given; `option` is the time's.
 */
bool option_check_time(const struct arguments *arguments, size_t option, int seconds, int metres,
                       struct error *error);

#endif
