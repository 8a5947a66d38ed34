/*
 * GPX files (1.0 and 1.1): the course of a race as a track.
 *
 * Tracks whose ends meet, and that are no loops, are legs of one course. A file of several others
 * gives the longest one, with a warning that names it: such files hold the courses of one day side
 * by side. Points that cannot be read are left out, and told; where more than a tenth are, the file
 * is refused. Routes count where there is no track, waypoints never. The
 * segments of a track are joined. Elevation is what the points have; missing, empty or impossible
 * ones (below -500 m, above 9000 m) are UNKNOWN. Extensions are not read, and times only of a run
 * that was recorded.
 */
#ifndef HILLPLAN_COURSE_GPX_FILE_H
#define HILLPLAN_COURSE_GPX_FILE_H

#include "base/error.h"
#include "model/course.h"

/*
 * Reads a course of 100 m to 400 km; the caller frees it with track_free(). Repeated points,
 * spikes, detours of the device and elevations that jump are left out. NULL after an error:
 * STATUS_SYSTEM where the file cannot be read, STATUS_BAD_INPUT where it is no such course, is
 * larger than 64 MB, has more than 2 million points or an internal DTD, or is nested deeper than
 * 100 elements. `path` "-" reads standard input. Memory grows with the points of the two longest
 * tracks, not with the file.
 */
struct track *gpx_read(const char *path, struct error *error);

/* The same of at most 64 MB, named `name` in messages. */
struct track *gpx_read_bytes(const char *name, const char *bytes, size_t length,
                             struct error *error);

#define RECORDING_TEXT_SIZE 48

/* A run that a device has recorded. */
struct recording {
    struct track *track;            /* NULL: it has no two points; freed with track_free() */
    int length_m;                   /* courses are measured from 100 m on */
    char type[RECORDING_TEXT_SIZE]; /* the sport, as the file has it; "" where it doesn't */
    /* The times of the first and the last point that have one, as they are written; or "". */
    char first_time[RECORDING_TEXT_SIZE], last_time[RECORDING_TEXT_SIZE];
};

/* The same of a recorded run, however short it is. False after an error. */
bool gpx_read_recording(const char *path, struct recording *recording, struct error *error);
bool gpx_read_recording_bytes(const char *name, const char *bytes, size_t length,
                              struct recording *recording, struct error *error);

/* NULL is allowed. */
void track_free(struct track *track);

#endif
