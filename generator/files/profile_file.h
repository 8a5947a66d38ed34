/*
 * Profile files: YAML to struct profile, with every mistake reported at its line and column.
 */
#ifndef HILLPLAN_FILES_PROFILE_FILE_H
#define HILLPLAN_FILES_PROFILE_FILE_H

#include "base/error.h"
#include "model/profile.h"

/*
 * Reads a profile; the caller frees it with profile_free(). NULL after an error: STATUS_SYSTEM
 * where the file cannot be read, STATUS_BAD_INPUT with a message for every mistake in it.
 */
struct profile *profile_read(const char *path, struct error *error);

#endif
