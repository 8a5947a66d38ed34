/*
 * A run as it was run, as a log tells of it. UNKNOWN stands for what it doesn't tell.
 */
#ifndef HILLPLAN_MODEL_RUN_H
#define HILLPLAN_MODEL_RUN_H

#include "base/date.h"
#include "base/quantity.h"

struct run {
    int date;       /* on which it starts, where it is run */
    int start_s;    /* seconds after midnight */
    int distance_m; /* metres; whoever reads it rounds to the plan's unit */
    int duration_s;
    int climb_m, descent_m;
};

#endif
