/*
 * What the stages of the planner share while one plan is being made. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_CONTEXT_H
#define HILLPLAN_PLANNER_CONTEXT_H

#include "planner/planner.h"

/* What the outline wishes of one week. */
struct week_wish {
    int distance; /* training distance; limits may hold it lower */
    enum menu_kind menu;
    int turn;     /* how many weeks before had the same menu */
    int progress; /* permille of the way from the first week to the peak */
};

/* What a recent race foretells of the goal race, on its course, by two formulas; or UNKNOWN. */
struct forecast {
    int time_s, second_s;
};

struct planner {
    const struct planner_input *input;
    struct plan *plan;
    struct ruleset *rules;
    size_t past_weeks;        /* the first ones, which stay as they are; the next may have begun */
    struct day *standing;     /* what stands on fixed days, by number; NULL: there are none */
    bool *is_kept;            /* by week: it was begun, and goes on as the past plan has it */
    struct week_wish *wishes; /* one a week */
    int run_walk_weeks;       /* the first weeks, in which the rules allow no plain easy run */
    int lighter_percent;      /* of the week before: what lighter weeks wish */
    int weeks_before_taper;
    bool *suspended;         /* by rule: a should rule that gives way in the present week */
    int *gave_way;           /* by rule: weeks in which it gave way, less those after */
    int *score_cap;          /* by rule: the most that prefer may still add; see schedule.c */
    int easy_pace_s;         /* seconds per unit, for estimates of time */
    int race_s, race_pace_s; /* the time that race pace follows, or UNKNOWN */
    int five_km_pace_s;      /* of a race over 5 km at the runner's level, or UNKNOWN */
    struct forecast forecast;
    int late_returns;            /* weeks of a way back after days off that lie in the taper */
    int *uses;                   /* by recipe of the library: how often it was used so far */
    int *last_use;               /* ... and in which week (number) last; 0: never */
    int *turns[MENU_KIND_COUNT]; /* by want of each menu: how often what was due was held */
    int home_climb_per_1000; /* metres of climb (and descent) of the runner's terrain in 1000 units
                                of distance; 0 where unknown */
};

#endif
