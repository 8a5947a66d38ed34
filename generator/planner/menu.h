/*
 * Menu: the runs that a week should hold, with their distances, within what the rules leave.
 */
#ifndef HILLPLAN_PLANNER_MENU_H
#define HILLPLAN_PLANNER_MENU_H

#include "planner/ask.h"
#include "planner/context.h"
#include "planner/cuts.h"

#define ANY_DAY (-1)

/* A run of the week, not yet on a day. */
struct item {
    struct session session;
    const struct recipe *recipe; /* NULL: a race */
    int repeats;
    int fixed_day;        /* the index of the only day it can be on, or ANY_DAY */
    int cap;              /* the distance limit that it was sized for */
    bool weekend_only;    /* its hills are at hand on Saturday and Sunday alone */
    struct refusal bound; /* the limit that made it smaller; because NULL: none did */
};

/* The budgets of a week, and of each of its days while the week is still empty. */
struct week_limits {
    struct budget week;
    struct budget days[DAYS_PER_WEEK];
};

#define MAX_EXTRAS 4

struct menu_result {
    struct item items[DAYS_PER_WEEK];
    size_t count;
    struct session extras[MAX_EXTRAS]; /* sessions that are no runs, to stand beside them */
    size_t extra_count;
    size_t slots; /* of the menu, as far as they are for such a week */
    int *turns[MAX_MENU_SLOTS];
    int runs;     /* that are no races */
    int step;     /* distances are whole multiples of it */
    int long_day; /* the index of the day it was sized for, or ANY_DAY */
};

/* Makes the items of a week: races, key sessions by importance, easy runs. */
void menu_make(struct planner *planner, size_t week, const struct week_limits *limits,
               const struct cuts *cuts, struct menu_result *result);

/* The distance of all runs that are no races. */
int menu_distance(const struct menu_result *menu);

#endif
