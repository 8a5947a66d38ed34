/* Cuts: flat routes, a shorter long run, then slot by slot from the least important, then runs. */
#include "planner/cuts.h"

#include <limits.h>
#include <stdint.h>

#define LONG_CUT_PERCENT 10
#define LONG_CUT_MOST    20

bool cuts_next(struct cuts *cuts, size_t slots, int runs, const struct blame *blame)
{
    if (blame->on_a_day && !cuts->flat_tried) { /* a flat route costs nothing */
        cuts->flat = cuts->flat_tried = true;
        return true;
    }
    bool was_flat = cuts->flat;
    cuts->flat = false; /* what did not help is taken back */
    /* A shorter long run is the least loss. */
    if (blame->is_too_much && !cuts->long_tried && cuts->long_percent < LONG_CUT_MOST) {
        cuts->long_percent += LONG_CUT_PERCENT;
        return true;
    }
    cuts->long_tried = true;
    cuts->long_percent = 0;
    if (cuts->slots > 0 && !cuts->drop) {
        cuts->drop = true;
    } else if (cuts->slots < slots) {
        cuts->slots++;
        cuts->drop = false;
    } else if (runs > 0) {
        cuts->flat = true;
        cuts->runs += was_flat;
    } else {
        return false;
    }
    return true;
}

struct cuts cuts_all(void)
{
    return (struct cuts){.slots = SIZE_MAX, .drop = true, .runs = INT_MAX};
}
