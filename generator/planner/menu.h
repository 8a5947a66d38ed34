/*
 * Menu: the runs that a week holds at given levels of its wants, with their distances and climbs,
 * within what the rules leave. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_H
#define HILLPLAN_PLANNER_MENU_H

#include "planner/recipe.h"
#include "planner/wants.h"

/* A run of the week, not yet on a day. */
struct item {
    struct session session;
    struct session *runs; /* a race between its warm-up and cool-down; NULL: the session alone */
    size_t run_count;
    const struct recipe *recipe; /* NULL: a race */
    int fixed_day;               /* the index of the only day it can be on, or ANY_DAY */
    bool weekend_only;           /* its hills are at hand on Saturday and Sunday alone */
    struct refusal bound;        /* the limit that made it smaller; because NULL: none did */
};

/* Why a want holds nothing, though it is not at its lowest level. */
enum shortfall {
    SHORT_NONE,
    SHORT_RUNS,      /* the others take all runs */
    SHORT_HARD_DAYS, /* the rules allow no more of them */
    SHORT_ROOM,      /* the week is too small */
    SHORT_LONG,      /* it is large enough, but long runs take it */
    SHORT_WORK,      /* other work takes what the week may hold of it */
    SHORT_HILLS,     /* the runner's are not enough */
    SHORT_CLIMB,     /* the other runs take the climb that the week may hold */
    SHORT_STEEP,     /* no day allows so much climb */
    SHORT_DAY,       /* no day allows so long a run */
    SHORT_RACE       /* a race stands for it */
};

#define MAX_EXTRAS 4

struct menu_result {
    struct item items[DAYS_PER_WEEK];
    size_t count;
    struct session extras[MAX_EXTRAS]; /* sessions that are no runs, to stand beside them */
    size_t extra_count;
    int long_day;                         /* the index of the day it was sized for, or ANY_DAY */
    int target;                           /* the distance that was to be reached, races included */
    int runs;                             /* how many were to be run, races included */
    const struct recipe *held[MAX_WANTS]; /* by want; NULL: nothing */
    enum shortfall shortfalls[MAX_WANTS]; /* of those that hold nothing */
};

/* The climb that rules wish is granted in so many parts. */
#define WISH_PARTS 4

/* At which level each want stands, and what the week gives up as a whole. */
struct levels {
    int of[MAX_WANTS];
    int wish_cut; /* parts of the wished climb that are not granted */
    bool is_flat; /* without the runner's usual terrain */
    struct week_cuts cuts;
};

/* Makes the items of a week: races, key sessions by importance, easy runs. */
void menu_make(struct planner *planner, size_t week, const struct week_limits *limits,
               const struct week_wants *wants, const struct levels *levels,
               struct menu_result *result);

/* The distance of all runs, races included. */
int menu_distance(const struct menu_result *menu);

/* True where both hold the same runs and extras. */
bool menu_is_same(const struct menu_result *a, const struct menu_result *b);

#endif
