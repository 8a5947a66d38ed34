/*
 * A walk along the text of a session: for session_text.c and session_amounts.c alone.
 */
#ifndef HILLPLAN_IMPORT_SESSION_SCAN_H
#define HILLPLAN_IMPORT_SESSION_SCAN_H

#include "import/numbers.h"
#include "import/session_text.h"

#define MOST_DISTANCE (400 * HUNDREDTHS)

struct scan {
    const struct vocabulary *table;
    const char *start, *at;
    struct session_text *out;
    bool matched[MOST_WORD_ENTRIES];
    int depth;            /* of parentheses */
    bool is_after_repeat; /* the next number belongs to "6 x" */
    bool is_negated;      /* the next word is what the session is not: "no hills" */
    bool begins_with_rest;
    const struct word_entry *stated; /* "Race: Hilly Half": this alone counts; NULL: none is */
    bool has_repeat;
    bool has_easy_repeat;    /* "2 x 20 min easy": whatever it is, it is not hard */
    const char *repeat_end;  /* behind "2 x 20 min" */
    bool is_zero;            /* "0 km": none */
    bool has_added_repeat;   /* "2 km easy + 6 x 800 m" */
    bool is_total;           /* "6 km total: ..." likewise, to the end */
    bool is_within;          /* behind "with": what follows is no whole */
    bool begins_with_amount; /* before the repeat, if any */
    bool has_inner;          /* a distance behind "with" alone */
    size_t distance_count, duration_count;
    int first_m, largest_other_m; /* distances in metres */
    int largest_other_s;
    int bare;                 /* a number without unit at the start, or UNKNOWN */
    const char *bare_at;      /* where it may stand, too: behind "long" at the start */
    bool has_second;          /* "5 + 4" */
    int climb, descent;       /* without their unit yet */
    const char *elevation_at; /* behind "climb" or the like */
    enum word_role elevation; /* which of them */
};

/* A number at the place of the walk, with what stands behind it. Each moves the place on. */
void scan_number(struct scan *scan);

/* "+60 ~60 m": climb and descent, in the unit that comes last. */
void scan_signed_elevation(struct scan *scan);

/* "climb 600 m": the word, where such a number follows; else false. Without a unit nothing is
   known of it. */
bool scan_elevation_word(struct scan *scan);

#endif
