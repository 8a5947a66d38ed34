/*
 * Sizing: how far a week goes in all, in how many runs, and how much its days allow, before any
 * session is chosen.
 */
#ifndef HILLPLAN_PLANNER_SIZING_H
#define HILLPLAN_PLANNER_SIZING_H

#include "planner/menu.h"

/* The week while it is being sized. Distances are multiples of `step`. */
struct sizing {
    struct planner *planner;
    const struct training_template *shape;
    const struct week *week;
    const struct week_wish *wish;
    const struct week_limits *limits;
    const struct cuts *cuts;
    int step;
    int target;    /* distance of the runs that are no races */
    int runs;      /* how many those are, */
    int full_runs; /* ... and would be without cuts */
    int least;     /* distance of a run that is worth it */
    int hard;      /* hard sessions so far */
    int tune_up;   /* distance of the tune-up races, */
    int tune_up_count;
    size_t race_count;
    const struct menu_slot *slots[MAX_MENU_SLOTS]; /* those for such a week */
    int long_day;
    int caps[DAYS_PER_WEEK]; /* distance limits of the other open days, the largest first */
    size_t cap_count;
};

/* Sizes a week whose races are known. */
struct sizing sizing_make(struct planner *planner, size_t week, const struct week_limits *limits,
                          const struct cuts *cuts, const struct menu_result *races);

/* Whether a day of the week can hold a run that is no race; and how far that can go. */
bool sizing_day_is_open(const struct sizing *sizing, int day);
int sizing_distance_limit(const struct sizing *sizing, int day);

int sizing_round_down(int value, int step);
int sizing_round_up(int value, int step);

#endif
