/*
 * Spread: what is left of a week once its long run and its work have what they need, over its easy
 * runs. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_SPREAD_H
#define HILLPLAN_PLANNER_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "model/template.h"

#define MAX_RUNS DAYS_PER_WEEK

/* What is to be spread. Distances in hundredths. */
struct spread {
    const struct rest_shape *shape;
    enum units units;
    int left, runs;  /* so much over so many runs */
    int step;        /* each is a multiple of it */
    int most;        /* no run is longer */
    const int *caps; /* the limits of the days that are left, the largest first */
    size_t cap_count;
    const int *others; /* the other runs beside the long one */
    size_t other_count;
    int long_run;         /* 0: none */
    int usual_most;       /* beside it no run is longer, as a rule */
    bool has_medium_long; /* the longest of them is to stand out */
    bool is_even;         /* none is to stand out from the longest of the others */
};

/* The easy runs, the longest first. */
struct spread_runs {
    int distance[MAX_RUNS];
    int lost;  /* what found no place */
    int fault; /* what a coach would say of them; the less the better */
};

/* Fault that a coach would name: runs that are like each other, none that stands out. */
#define SPREAD_FAULT 400

/* Of all ways to spread it takes the one that a coach would find least fault with. */
struct spread_runs spread_easy_runs(const struct spread *spread);

#endif
