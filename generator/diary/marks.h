/*
 * Marks: what became of the days of a plan that are over.
 */
#ifndef HILLPLAN_DIARY_MARKS_H
#define HILLPLAN_DIARY_MARKS_H

#include "base/error.h"
#include "model/plan.h"

/* What the runner tells. */
struct diary {
    int today;               /* days before it are over */
    struct days_off *missed; /* on which nothing was run */
    size_t missed_count;
};

/*
 * Marks each past day of the plan that has a session: as done unless it is missed; a day that has a
 * mark keeps it. Days missed become days off of the plan, and its breaks follow; a single easy run
 * that is at most a fifth of its week is no loss, and does not. Days missed without a reason are
 * illness where a break of four days or more comes of them.
 *
 * STATUS_BAD_INPUT, and all mistakes told, where dates or days missed are none of the plan's.
 */
bool marks_set(struct plan *plan, const struct diary *diary, struct error *error);

#endif
