/*
 * Marks: what became of the days of a plan that are over.
 */
#ifndef HILLPLAN_DIARY_MARKS_H
#define HILLPLAN_DIARY_MARKS_H

#include "base/error.h"
#include "model/plan.h"
#include "model/run.h"

/* What the runner tells. */
struct diary {
    int today;               /* days before it are over */
    struct days_off *missed; /* on which nothing was run */
    size_t missed_count;
    bool has_log;           /* the runs are all that was run; else all was run as planned */
    const struct run *runs; /* by date, their distances known */
    size_t run_count;
};

/*
 * Marks each past day of the plan that has a session, or on which a run was run. Without a log it
 * is done unless it is missed; a day that has a mark keeps it. With one each of its days is what
 * its runs are: see diary/matching.h. If there is a run of today, today is over, too: diary->today
 * becomes the day after.
 *
 * Days missed become days off of the plan, and its breaks follow; a single easy run that is at most
 * a fifth of its week is no loss, and does not. Days missed without a reason are illness where a
 * break of four days or more comes of them.
 *
 * STATUS_BAD_INPUT, and all mistakes told, where dates or days missed are none of the plan's, days
 * missed hold a run, or the log has none in the plan's time or leaves out the last days.
 */
bool marks_set(struct plan *plan, struct diary *diary, struct error *error);

#endif
