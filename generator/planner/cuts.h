/*
 * Cuts: what is given up, and in which order, where a week doesn't fit. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_CUTS_H
#define HILLPLAN_PLANNER_CUTS_H

#include <stdbool.h>
#include <stddef.h>

/* How much of the wished week has been given up because it didn't fit. Starts as all zeros. */
struct cuts {
    bool one_long_run; /* a second one is not held */
    bool flat;         /* easy runs leave the runner's usual hills out */
    bool flat_tried;   /* ... which alone did not help */
    size_t slots;      /* so many slots, from the least important, are held without hills, */
    bool drop;         /* ... and the last of these, as all before it, not at all */
    int long_percent;  /* taken off the long run */
    bool long_tried;   /* ... which did not help */
    int runs;          /* runs fewer */
};

/* What a refusal tells about the cut that may help. */
struct blame {
    bool on_a_day;    /* a run was refused on a day that has usual hills */
    bool is_too_much; /* the long run, or the week as a whole, was refused */
};

/* The next cut of a menu with so many slots and runs, in fixed order. False: nothing is left. */
bool cuts_next(struct cuts *cuts, size_t slots, int runs, const struct blame *blame);

/* The cuts that leave nothing but races. */
struct cuts cuts_all(void);

#endif
