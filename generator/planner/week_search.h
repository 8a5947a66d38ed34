/* The search for the best days of a week's runs: what it has placed, and what it has learned. */
#ifndef HILLPLAN_PLANNER_WEEK_SEARCH_H
#define HILLPLAN_PLANNER_WEEK_SEARCH_H

#include "planner/fixed_days.h"
#include "planner/schedule.h"

#define DAY_SETS (1 << DAYS_PER_WEEK) /* a bit for each day */
#define ALL_DAYS (DAY_SETS - 1)

/* How often a rule has refused whole weeks in the same words since they were looked into. */
struct stubborn {
    const char *words;
    int count;
};

/*
 * The most that the days to come may add to a score, and what that goes by of the days before: of
 * those at all, which kinds of runs, of some, which ones. It holds for all weeks that have these
 * alike, and the same runs left.
 */
struct outlook {
    int most; /* or HOPELESS */
    struct days_read by;
};

#define HOPELESS (INT_MIN / 2) /* the rules allow nothing */

struct week_search {
    struct planner *planner;
    struct week *week;
    size_t week_index;
    struct menu_result *menu;
    const struct week_limits *limits;
    struct placement *placement;
    struct error *error;
    bool used[DAYS_PER_WEEK]; /* by item */
    int item_on[DAYS_PER_WEEK];
    unsigned extras_on[DAYS_PER_WEEK]; /* a bit for each of the menu's */
    /* A run, or a race with those around it, and what stands beside it. */
    struct session all[DAYS_PER_WEEK][MOST_ON_RACE_DAY + MAX_EXTRAS];
    unsigned open_days;        /* which ones may have a run that is no race, */
    unsigned run_days;         /* ... and which have one */
    bool is_refused[DAY_SETS]; /* runs on these days, in whatever order */
    /* What was learned of items on days: that they are refused, or what of the score is lost,
       whatever stands on the days before. */
    bool closed[DAYS_PER_WEEK][DAYS_PER_WEEK];
    int lost[DAYS_PER_WEEK][DAYS_PER_WEEK];
    int cap; /* the most that one more day may add to a score */
    struct week_memory *memory;
    /* What became of days to come, by the first of these, and the items used before. */
    struct known_outlook *outlooks[DAYS_PER_WEEK][1 << DAYS_PER_WEEK];
    struct arena *arena;       /* of the memory and the outlooks */
    int alike[DAYS_PER_WEEK];  /* by item: the first one that differs by nothing but amounts */
    int resume_at;             /* the last day that may be another: those after it don't matter */
    struct stubborn *stubborn; /* by rule */
    bool is_hopeless;
};

/* Whether a week with that score of the days before, and at most so much more, is no better than
   the best one found. */
bool search_is_beaten(const struct week_search *search, int score, int most);

/* Puts a run (or REST) on a day, alone or with the extras beside it (a bit for each). */
void search_put(struct week_search *search, size_t day, int item);
void search_put_all(struct week_search *search, size_t day, int item, unsigned extras);

/* Puts each extra on the first day that allows it; days next to one of its kind come last. False
   where a script fails. */
bool search_place_extras(struct week_search *search);

/* The race of a day, or REST. */
int search_race_on(const struct week_search *search, size_t day);

/* Days as bits: how many, and those after one. */
int count_days(unsigned days);
unsigned days_after(unsigned days, size_t day);

/* How many runs that are no races have no day yet. */
int search_count_left(const struct week_search *search);

#endif
