/*
 * Course input: a course file, read and measured, with warnings of what the runner should know.
 */
#ifndef HILLPLAN_APP_COURSE_INPUT_H
#define HILLPLAN_APP_COURSE_INPUT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/quantity.h"
#include "model/course.h"
#include "model/profile.h"

struct course_input {
    const char *name; /* of the track, or NULL */
    struct course_measure measure;
};

/*
 * Reads and measures; all memory goes into the arena. False after an error. Warns where there are
 * no elevations, and where the official distance is another one than the file's; `units` are those
 * of the warning.
 */
bool course_input_read(const char *path, const struct course_official *official, enum units units,
                       struct arena *arena, struct course_input *input, struct error *error);

/*
 * Reads the course file that a profile names, if it does, into the profile's race: the course, and
 * climb and descent where the profile gives no official ones. The profile may have mistakes. False
 * after an error; one of a file that cannot be read names the place in the profile.
 */
bool course_input_of_profile(struct profile *profile, struct error *error);

#endif
