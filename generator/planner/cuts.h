/*
 * Cuts: what is given up, and in which order, where a week doesn't fit. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_CUTS_H
#define HILLPLAN_PLANNER_CUTS_H

#include <stdbool.h>
#include <stddef.h>

/* How much of the wished week has been given up because it didn't fit. Starts as all zeros. */
struct cuts {
    size_t slots;     /* so many slots, from the least important, are held without hills, */
    bool drop;        /* ... and the last of these, as all before it, not at all */
    int long_percent; /* taken off the long run */
    int runs;         /* runs fewer */
};

/*
 * The next cut, in fixed order, of a menu with so many slots and runs; `is_too_much` tells that the
 * long run or the week as a whole was refused, so that a shorter long run may do before anything is
 * given up. False: nothing is left.
 */
bool cuts_next(struct cuts *cuts, size_t slots, int runs, bool is_too_much);

/* The cuts that leave nothing but races. */
struct cuts cuts_all(void);

#endif
