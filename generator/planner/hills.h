/*
 * Hills: how much climb and descent the runs of a week can hold. Private to planner/.
 *
 * Training runs end where they began, so they descend what they climb; on a treadmill they only
 * climb.
 */
#ifndef HILLPLAN_PLANNER_HILLS_H
#define HILLPLAN_PLANNER_HILLS_H

#include "planner/sizing.h"

/* Metres of climb that a week may hold, while it is given away. */
struct hill_room {
    int left_m;                /* of the week, besides the usual terrain of its runs */
    int practical_m;           /* of one run, as the runner says */
    int home_part, home_whole; /* where the week can't hold the usual terrain: so much of it */
    bool is_flat;              /* the usual terrain is left out */
};

/* True for recipes that ask for more climb or descent than the runner's usual terrain has. */
bool hills_are_asked(const struct recipe *recipe);

/* Whether hills are at hand on a date: outside; or there or on a treadmill. */
bool hills_are_outside(const struct plan *plan, int date);
bool hills_are_at_hand(const struct plan *plan, int date);

/* Whether those outside are there on Saturday and Sunday alone. */
bool hills_are_weekends(const struct plan *plan);

/* Whether a session of work is run up a treadmill, which is there on all days. */
bool hills_on_treadmill(const struct plan *plan, const struct recipe *recipe);

/* Whether a session of work has to wait for hills that are at hand on Saturday and Sunday alone. */
bool hills_are_weekend_only(const struct plan *plan, const struct recipe *recipe);

/* True where the runner's access to hills, the race, and the week's days leave room for the recipe.
 */
bool hills_can_hold(const struct sizing *sizing, const struct recipe *recipe);

/* The room of a week whose runs are usually so long, of `runs` runs with a long one. */
struct hill_room hills_room(const struct sizing *sizing, int long_run, bool is_flat);

/* The climb of a run on the runner's usual terrain. */
int hills_home(const struct planner *planner, const struct hill_room *room, int distance);

/* The most for one run of a kind: on that day of the week, or on the best of those that are not the
   long run's (ANY_DAY). What goes down is limited, too, but on a treadmill. */
int hills_run_limit(const struct sizing *sizing, const struct hill_room *room, int day,
                    enum session_kind kind, bool is_on_treadmill);

/* Sets climb and descent of a run whose usual terrain has `home_m`; a treadmill descends no more.
 */
void hills_set(struct session *session, int climb_m, int home_m, bool is_on_treadmill);

#endif
