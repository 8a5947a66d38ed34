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

/*
 * The same, but after mistakes gives what is left of the profile (as if they had not been written),
 * so that the files it names can be checked along with it. NULL where nothing is left; *failed
 * where no plan may be made of it.
 */
struct profile *profile_read_with_mistakes(const char *path, bool *failed, struct error *error);

/* The same of a profile that may leave out its runner, as a log or a plan tells the rest:
   recent_weeks may be NULL. */
struct profile *profile_read_partly(const char *path, bool *failed, struct error *error);

#endif
