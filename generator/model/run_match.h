/*
 * Which planned session a run was: by how alike their distances are.
 */
#ifndef HILLPLAN_MODEL_RUN_MATCH_H
#define HILLPLAN_MODEL_RUN_MATCH_H

#include "model/plan.h"
#include "model/plan_fields.h"

#define NOT_RUN (-1)

/* Of each session of a day the place of its run among those of the day, or NOT_RUN. */
struct runs_of_sessions {
    int run[MOST_SESSIONS];
};

/* How much of the larger distance the smaller one is, in permille. */
int session_likeness(const struct session *planned, const struct done_run *run);

/* Whether a run is what was planned, but for what a watch may be wrong by: its distance, and, where
   they are known, its climb and descent. A race is done by anything from 90 % of it on. */
bool session_is_done_by(const struct session *planned, const struct done_run *run,
                        enum units units);

/* Whether so little of a session was run that it is nothing but a run. */
bool session_is_broken_off(const struct session *planned, const struct done_run *run);

/* Pairs the planned runs of a day with those that were run, the most alike first; runs that were
   planned for another day are left out. */
struct runs_of_sessions day_match_runs(const struct day *day);

#endif
