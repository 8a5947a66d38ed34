/*
 * A week's menu in the making: what all that chooses and sizes its runs shares. Private to
 * planner/.
 */
#ifndef HILLPLAN_PLANNER_MENU_MAKING_H
#define HILLPLAN_PLANNER_MENU_MAKING_H

#include "planner/dose.h"
#include "planner/hills.h"
#include "planner/long_run.h"
#include "planner/menu.h"
#include "planner/spread.h"

/* A session of the week that is sized by its own need. */
struct key {
    const struct recipe *recipe;
    struct work work;
    int distance;
    int climb_m; /* besides that of the usual terrain */
};

/* The week in the making. */
struct menu_making {
    struct sizing sizing;
    const struct week_wants *wants;
    const struct levels *levels;
    struct menu_result *result;
    int total;     /* distance of the week, tune-up races included */
    int left_s;    /* work that it may still hold */
    int hard;      /* hard sessions so far */
    bool is_small; /* warm-ups are the short ones */
    struct hill_room room;
    struct long_run long_run; /* distance 0: none */
    const struct recipe *long_recipe;
    struct work long_work;
    size_t long_want;
    struct key keys[MAX_RUNS];
    size_t key_count;
    int second_long;
    size_t second_want;
    int easy[MAX_RUNS]; /* the longest first */
    int easy_count;
};

/* The distance limit of a kind of work: that of the runner's preferred days, or of the best. */
int making_work_cap(const struct menu_making *making, enum session_kind kind);

/* The distance of the sessions of work and of the second long run so far. */
int making_keys_distance(const struct menu_making *making);

/* The work of the recipe as often as it is due, without a dose. */
struct work making_plain_work(const struct menu_making *making, const struct recipe *recipe);

/* How far a run has to go to hold the work, and no less than the recipe is worth. */
int making_least_distance(const struct menu_making *making, const struct recipe *recipe,
                          const struct work *work);

/* Whether one of the easy runs is to be a medium-long one; whether none of them is to stand out. */
bool making_has_medium_long(const struct menu_making *making);
bool making_is_even(const struct menu_making *making);

/* Whether the week is one of taper, race or recovery. */
bool making_is_easing(const struct menu_making *making);

/* Adds a run with `climb_m`, of which `home_m` are its usual terrain: that gives way to time. */
struct item *making_add_item(struct menu_making *making, const struct recipe *recipe,
                             const struct work *work, int distance, int climb_m, int home_m);

#endif
