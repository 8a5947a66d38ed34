/*
 * GPX files (1.0 and 1.1): the course of a race as a track.
 *
 * A file of several tracks gives the longest one, with a warning that names it: such files hold
 * the courses of one day side by side. Routes count where there is no track, waypoints never. The
 * segments of a track are joined. Elevation is what the points have; missing, empty or impossible
 * ones (below -500 m, above 9000 m) are UNKNOWN. Times and extensions are not read.
 */
#ifndef HILLPLAN_COURSE_GPX_FILE_H
#define HILLPLAN_COURSE_GPX_FILE_H

#include "base/error.h"
#include "model/course.h"

/*
 * Reads a course of 100 m to 400 km; the caller frees it with track_free(). Repeated points and
 * single spikes are left out. NULL after an error: STATUS_SYSTEM where the file cannot be read,
 * STATUS_BAD_INPUT where it is no such course, is larger than 64 MB, has more than 2 million
 * points or an internal DTD, or is nested deeper than 100 elements. `path` "-" reads standard
 * input. Memory grows with the points of the two longest tracks, not with the file.
 */
struct track *gpx_read(const char *path, struct error *error);

/* The same of at most 64 MB, named `name` in messages. */
struct track *gpx_read_bytes(const char *name, const char *bytes, size_t length,
                             struct error *error);

/* NULL is allowed. */
void track_free(struct track *track);

#endif
