/* Days that a runner names as missed: "2027-01-06..2027-01-15:illness". */
#ifndef HILLPLAN_APP_DAYS_MISSED_H
#define HILLPLAN_APP_DAYS_MISSED_H

#include "app/options.h"
#include "model/profile.h"

/* Reads the values of an option, in the arena; all mistakes are told. */
bool days_missed_read(const struct arguments *arguments, size_t option, struct arena *arena,
                      struct days_off **days, size_t *count, struct error *error);

#endif
