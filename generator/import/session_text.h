/*
 * Sessions as people write them: "5-6 mile easy", "6 x 400 m", "Long run, 18 km, +200 −200 m".
 */
#ifndef HILLPLAN_IMPORT_SESSION_TEXT_H
#define HILLPLAN_IMPORT_SESSION_TEXT_H

#include "import/vocabulary.h"

/* What a text says of a session. */
struct session_text {
    struct session session; /* its distance in hundredths of `units` */
    int least;              /* the lower end of that distance */
    int units;              /* an enum units; UNKNOWN where the number stands alone */
    bool is_rest;           /* there is no session */
    bool is_heading;        /* nor here: it is about a week, or a sum */
    bool is_understood;     /* something of it was; otherwise all is unknown */
    bool is_named;          /* the distance is that of a race's name */
    bool leaves_choice;     /* "rest or 5 km": all of it is unknown */
    bool is_ambiguous;      /* a number may be a distance, or a time */
    bool names_parts;       /* distances are named, but not which is the whole */
    bool names_run;         /* something is run, be it unknown what */
    bool is_stated;         /* a kind stands before it: "Race: Swim and Run" */
    bool is_extra;          /* no run, and no part of one: it can stand beside a run */
    const char *also;       /* what stands beside the run: "core; 20 min yoga"; NULL: nothing */
};

/*
 * Reads a valid UTF-8 text; what is read belongs to the arena. Of a range ("5-6 miles") the upper
 * end counts. Distances of repeats ("6 x 400 m") and of parts ("2 miles warm-up") are no distance
 * of the session, which then is unknown. A kind that no word names is SESSION_KIND_NONE. Of "8 km
 * easy + 20 min yoga" the run is read, and `also` is the rest.
 */
struct session_text session_text_read(const struct vocabulary *table, const char *text,
                                      struct arena *arena);

/* The same of a text that is one session. */
struct session_text session_text_read_part(const struct vocabulary *table, const char *text,
                                           struct arena *arena);

/*
 * A distance that stands alone in a cell: "8", "8.5 km", "5-6", in hundredths (both ends). False
 * where it is none; *units is UNKNOWN where it names none.
 */
bool session_text_distance(const char *text, struct arena *arena, int *least, int *hundredths,
                           int *units);

#endif
