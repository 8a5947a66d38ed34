/*
 * The long run: how far, and over how many hills. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_LONG_RUN_H
#define HILLPLAN_PLANNER_LONG_RUN_H

#include "planner/hills.h"

struct long_run {
    int distance, climb_m;
    bool is_hilly;        /* more than the runner's usual terrain */
    struct refusal bound; /* the limit that made it shorter; because NULL: none did */
};

/*
 * Sizes the long run at a level; `percent` is the want's. Its climb beyond the usual terrain is
 * taken from the room. False where none is worth it, or a tune-up race stands for it.
 */
bool long_run_make(const struct sizing *sizing, const struct long_level *level, int percent,
                   bool is_flat, struct hill_room *room, struct long_run *run);

/* The longest of the last weeks' long runs, those before the plan included; at least 0. */
int long_run_last(const struct sizing *sizing);

/* What the week's climb may be, so that weeks rise to the peak: takes the rest from the room. */
void long_run_hold_climb(const struct sizing *sizing, const struct long_run *run,
                         struct hill_room *room);

#endif
