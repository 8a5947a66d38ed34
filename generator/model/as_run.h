/*
 * What counts of a plan's past days. Their sessions are the planned ones, with a mark of what
 * became of the day; the rules are to see what was run. Growth is measured against no more of it
 * than was planned, as running more is no licence for more; what asks for rest sees all.
 */
#ifndef HILLPLAN_MODEL_AS_RUN_H
#define HILLPLAN_MODEL_AS_RUN_H

#include "model/plan.h"

/*
 * The sessions of the day at a place in its week as far as they count, in the arena, none of them
 * shared with the week, which holds what was planned; their steps, notes and reasons are.
 *
 * A missed day is empty where it is one of the plan's days off. One that isn't counts as if it had
 * been run, but easily: a single short run is no loss. A session of which less was run counts as
 * what was run. What was run beyond it is noted in the session, and is load alone. So is a run that
 * nobody planned beyond the longest that was planned for the week.
 */
struct session *day_as_run(const struct plan *plan, const struct week *week, size_t day,
                           struct arena *arena, size_t *count);

/* Notes in a week whose days hold what was run what it was planned for, and how much of it counts.
 */
void week_note_planned(const struct plan *plan, const struct week *planned, struct week *week);

/* Whether a day of the plan was not run as planned, so that the rules see something else. */
bool plan_has_marks(const struct plan *plan);

/* Makes the days of a plan hold what counts, for the rules; and makes them hold their sessions
   again, for everybody else. Either does nothing where that is so already. */
void plan_count_as_run(struct plan *plan);
void plan_show_as_planned(struct plan *plan);

#endif
