/*
 * Weeks: one after the other, each final before the next is begun. Private to planner/.
 */
#ifndef HILLPLAN_PLANNER_WEEKS_H
#define HILLPLAN_PLANNER_WEEKS_H

#include "planner/context.h"

/* A planner with all that is known before the first week; its plan is freed by the caller. */
struct planner weeks_begin(const struct planner_input *input);

/*
 * Plans the week after those before it: should rules give way where nothing fits, or where they
 * cost more than they are worth. False where no rule is left to give way, or a script fails.
 */
bool weeks_plan(struct planner *planner, size_t week, struct error *error);

#endif
