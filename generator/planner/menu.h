/*
 * Menu: the runs that a week should hold, with their distances, within what the rules leave.
 */
#ifndef HILLPLAN_PLANNER_MENU_H
#define HILLPLAN_PLANNER_MENU_H

#include "planner/ask.h"
#include "planner/context.h"

#define ANY_DAY (-1)

/* A run of the week, not yet on a day. */
struct item {
    struct session session;
    const struct recipe *recipe; /* NULL: a race */
    int repeats;
    int fixed_day;        /* the index of the only day it can be on, or ANY_DAY */
    bool weekend_only;    /* its hills are at hand on Saturday and Sunday alone */
    struct refusal bound; /* the limit that made it smaller; because NULL: none did */
};

/* The budgets of a week, and of each of its days while the week is still empty. */
struct week_limits {
    struct budget week;
    struct budget days[DAYS_PER_WEEK];
};

/* How much of the wished week has been given up because it didn't fit. Starts as all zeros. */
struct cuts {
    size_t slots;     /* so many slots, from the least important, are held without hills, */
    bool drop;        /* ... and the last of these, as all before it, not at all */
    int long_percent; /* taken off the long run */
    int runs;         /* runs fewer */
};

#define MAX_EXTRAS 3

struct menu_result {
    struct item items[DAYS_PER_WEEK];
    size_t count;
    struct session extras[MAX_EXTRAS]; /* sessions that are no runs, to stand beside them */
    size_t extra_count;
    size_t slots; /* of the menu */
    int runs;     /* that are no races */
    int long_day; /* the index of the day it was sized for, or ANY_DAY */
};

/* Makes the items of a week: races, key sessions by importance, easy runs. */
void menu_make(struct planner *planner, size_t week, const struct week_limits *limits,
               const struct cuts *cuts, struct menu_result *result);

/*
 * The next cut, in fixed order; `is_too_much` tells that the long run or the week as a whole was
 * refused, so that a shorter long run may do before anything is given up. False: nothing is left.
 */
bool cuts_next(struct cuts *cuts, const struct menu_result *result, bool is_too_much);

/* The cuts that leave nothing but races. */
struct cuts cuts_all(void);

/* True where a run may be on the day: a race stands there, or the runner can run. */
bool menu_day_is_open(const struct plan *plan, const struct day *day);

/* The session of the race that stands on a date. */
struct session menu_race_session(const struct planner *planner, int date);

/* True where a tune-up race or the goal race stands on the date. */
bool menu_is_race_day(const struct plan *plan, int date);

#endif
