/* Starters: files of templates/ that a runner or a rule's author begins with. */
#ifndef HILLPLAN_APP_NEW_FILE_H
#define HILLPLAN_APP_NEW_FILE_H

#include <stdbool.h>

#include "base/error.h"

/*
 * Copies a data file ("templates/profile.yaml") to a new file; every `placeholder` in it becomes
 * `name` (both NULL: none). An existing file is STATUS_BAD_INPUT and left as it is; "-" is standard
 * output.
 */
bool new_file_write(const char *data, const char *placeholder, const char *name, const char *out,
                    struct error *error);

/* Writes NAME.lua and NAME.cases.lua, a rule that works and its cases: both or neither. */
bool new_file_write_rule(const char *name, struct error *error);

#endif
