/*
 * Wants: what a week should hold, the most important first, each with its levels: level 0 is the
 * best, and at the lowest nothing is held. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_WANTS_H
#define HILLPLAN_PLANNER_WANTS_H

#include "planner/sizing.h"

struct week_want {
    const struct want *want;
    enum recipe_size size;
    const struct recipe *options[MAX_CHOICES]; /* what may be held, the best first */
    size_t option_count;
    const struct recipe *due; /* in turn; a rule's wish may stand before it */
    int lowest;               /* the level at which nothing is held */
    int *turn;                /* how often what was due has been held */
};

struct week_wants {
    struct week_want of[MAX_WANTS];
    size_t count;
    size_t wished; /* the want whose first option a rule wishes; count: none */
};

/* True for the want of the long run; not for one that only ends it faster. */
bool want_is_long_run(const struct week_want *want);

/* The wants of a sized week. Recipes that hills or the race rule out are no options. */
void wants_of_week(const struct sizing *sizing, struct week_wants *wants);

#endif
