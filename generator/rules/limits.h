/*
 * Limits and the plan: which runs they are for, the values that they are held against, and how
 * those read. One place for the planner, the checker and explanations.
 */
#ifndef HILLPLAN_RULES_LIMITS_H
#define HILLPLAN_RULES_LIMITS_H

#include "rules/ruleset.h"

/* True for the runs that limit_day is for: all but races, which are what they are. */
bool limit_is_for(const struct session *session);

/* The value of a run that a limit of a day is held against; UNKNOWN where the plan lacks it. */
int limit_run_value(const struct session *run, enum limit_kind kind);

/* The same for the sums of a week; *unknown_date (if not NULL) names the day that lacks it. */
int limit_week_value(const struct week *week, enum limit_kind kind, int *unknown_date);

/* The part of either that is known, where the value is UNKNOWN: enough to tell that it is passed.
 */
int limit_run_least(const struct session *run, enum limit_kind kind);
int limit_week_least(const struct week *week, enum limit_kind kind);

/* "{48.5 km}", "{310 m} of descent", "{75 min}", "{3} hard days": a message, in the arena. */
const char *limit_message(struct arena *arena, enum limit_kind kind, int value, enum units units);

#endif
