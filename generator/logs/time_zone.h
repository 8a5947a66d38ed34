/*
 * Time zones, by the system's zone data. Internal to logs/.
 */
#ifndef HILLPLAN_LOGS_TIME_ZONE_H
#define HILLPLAN_LOGS_TIME_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* Whether the system knows a zone by its IANA name ("Europe/Berlin"); otherwise an error. */
bool time_zone_check(const char *name, struct error *error);

/*
 * Turns seconds since 1970 in UTC into those that a clock in the zone, which was checked, shows.
 * All at once, as the C library's zone is that of the process (TZ): it is as before afterwards.
 * Nothing else of the program may ask for local times meanwhile.
 */
void time_zone_apply(const char *name, int64_t *const *times, size_t count);

#endif
