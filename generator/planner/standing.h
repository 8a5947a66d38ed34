/*
 * Standing: the days of a plan that nothing else may stand on, as it is made anew: those before
 * today, and those that are locked. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_STANDING_H
#define HILLPLAN_PLANNER_STANDING_H

#include "planner/context.h"

/* True for a day before today; for a week that has begun by then. */
bool standing_is_over(const struct planner *planner, const struct day *day);
bool standing_has_begun(const struct planner *planner, size_t week);

/* Whether the runner has written something of their own on a day: a session that the library
   doesn't have, or under another title. */
bool standing_is_edited(const struct planner *planner, const struct day *day);

/* A day of the past plan, by week and place, as it counts; what is written there leaves that plan
   alone. */
struct day standing_counted(const struct planner *planner, size_t week, size_t day);

/* The largest of the last four whole weeks before one, as far as it counts; or else the mean before
   the plan. */
int standing_level(const struct planner *planner, size_t week);

/* What stands on a fixed day of a week of the plan, and what was planned for it; NULL on others. */
const struct day *standing_day(const struct planner *planner, const struct week *week, size_t day);
const struct day *standing_planned(const struct planner *planner, const struct week *week,
                                   size_t day);

/* How many sessions of that kind were planned for the fixed days of a week. */
int standing_count_planned(const struct planner *planner, const struct week *week,
                           enum session_kind kind);

/* Whether a session is one of the recipe. */
bool standing_is_of(const struct session *session, const struct recipe *recipe);

/* Notes in weeks that have begun what they were planned for; before rules are asked of them. */
void standing_note_weeks(struct planner *planner);

#endif
