/*
 * Matching: what became of each day of a plan, by the runs of a log. Internal to diary/.
 */
#ifndef HILLPLAN_DIARY_MATCHING_H
#define HILLPLAN_DIARY_MATCHING_H

#include "model/plan.h"
#include "model/run.h"

/* Runs by date, and the days that they tell of: from the first to the one before `end`. */
struct run_days {
    const struct run *runs;
    size_t count;
    int first, end;
};

/*
 * Marks the plan's days: done where all that was planned was run and nothing else, missed where
 * nothing was. Within a day runs are what they are most like. A run that its own day doesn't
 * explain and a session that was not run, in the same week and at most two days apart, are the same
 * if they are alike enough: moved. A day on which something was run that nobody planned is extra;
 * else it is changed. Of these three the day holds its runs.
 */
void match_runs(struct plan *plan, const struct run_days *days);

#endif
