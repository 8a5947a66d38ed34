/*
 * The tracks and routes of a GPX file while it is read, of which one is the course.
 */
#ifndef HILLPLAN_COURSE_GPX_TRACKS_H
#define HILLPLAN_COURSE_GPX_TRACKS_H

#include "course/gpx_file.h"
#include "course/track.h"

/* A track or route in the making, and what has to be said of it if it is the course. */
struct candidate {
    struct track track;
    size_t capacity;
    bool is_track; /* no route */
    size_t legs;   /* tracks whose ends meet */
    int length_m, widest_gap_m;
    struct track_repair repair;
    struct recording recording; /* its texts */
};

struct gpx_tracks {
    struct candidate current; /* the one that is read */
    struct candidate last;    /* the one before, which the next may go on */
    struct candidate best;
    size_t track_count, route_count;
};

/* Appends a point to the current one. */
void candidate_add(struct candidate *candidate, const struct track_point *point);

/* The current one has ended; and so has the file: then `best` is the course. */
void gpx_tracks_end_track(struct gpx_tracks *tracks);
void gpx_tracks_finish(struct gpx_tracks *tracks);

void gpx_tracks_release(struct gpx_tracks *tracks);

#endif
