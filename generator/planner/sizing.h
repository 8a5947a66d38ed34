/*
 * Sizing: how far a week goes in all, in how many runs, and how much its days allow, before any
 * session is chosen.
 */
#ifndef HILLPLAN_PLANNER_SIZING_H
#define HILLPLAN_PLANNER_SIZING_H

#include "planner/ask.h"
#include "planner/context.h"

#define ANY_DAY (-1)

/* The budgets of a week, and of each kind of run on each of its days while it is still empty; and
   what its rules wish. */
struct week_limits {
    struct week_wishes wishes;
    struct budget week;
    struct budget days[DAYS_PER_WEEK][SESSION_KIND_COUNT];
};

/* What a week gives up as a whole where it can't be as wished. */
struct week_cuts {
    int runs;    /* so many fewer */
    int percent; /* of its distance */
};

/* The week while it is being sized. Distances are multiples of `step`. */
struct sizing {
    const struct planner *planner;
    const struct training_template *shape;
    const struct week *week;
    const struct week_wish *wish;
    const struct week_limits *limits;
    int step;
    int target;    /* distance of the runs that are no races */
    int runs;      /* how many those are, */
    int full_runs; /* ... and would be without cuts */
    int least;     /* distance of a run that is worth it */
    int tune_up;   /* distance of the tune-up races, */
    int tune_up_count;
    bool has_tune_up;        /* be it over */
    int fixed, fixed_runs;   /* distance and number of the runs that stand already, */
    int fixed_hard;          /* ... on so many hard days, */
    int fixed_climb_m;       /* ... with so much climb */
    int around;              /* ... and of the runs before and after them, where they have room */
    int long_day;            /* the day of the long run, or ANY_DAY */
    int caps[DAYS_PER_WEEK]; /* distance limits of the other open days, the largest first */
    size_t cap_count;
};

/* Tells the week what it aims at, as far as its wish and its limits tell: distance and runs, races
   included. */
void sizing_aim(const struct planner *planner, size_t week, const struct week_limits *limits);

/* Sizes a week. */
struct sizing sizing_make(const struct planner *planner, size_t week,
                          const struct week_limits *limits, const struct week_cuts *cuts);

/* What the distances of a week of that distance are multiples of. */
int sizing_step(int week);

/* Whether the limits of a day leave any distance to a run of any kind. */
bool sizing_may_run(const struct week_limits *limits, size_t day);

/* Whether a day of the week can hold a run that is no race; and how far one of a kind can go. */
bool sizing_day_is_open(const struct sizing *sizing, int day);
int sizing_distance_limit(const struct sizing *sizing, int day, enum session_kind kind);

/* The effort distance (km + climb / 100) that time leaves for one run of a kind on a day, or on the
   best day but the long run's (ANY_DAY). */
int sizing_effort_limit(const struct sizing *sizing, int day, enum session_kind kind);

/* Adds a cap to those of DAYS_PER_WEEK at most, the largest first. */
void sizing_insert_cap(int caps[DAYS_PER_WEEK], size_t *count, int cap);

/* The climb of a run that its time leaves room for, beside its distance. */
int sizing_climb_limit(const struct sizing *sizing, int day, enum session_kind kind, int distance);

#endif
