/* The weeks of a plan document: reading them into the plan. */
#ifndef HILLPLAN_FILES_PLAN_WEEKS_H
#define HILLPLAN_FILES_PLAN_WEEKS_H

#include "files/plan_document.h"

#define FASTEST_PACE_S 60 /* per unit */
#define SLOWEST_PACE_S 7200

/* Reads the weeks with their days and sessions, and holds their dates against each other. */
void plan_weeks_read(struct document *document, struct plan *plan,
                     const struct plan_document *given);

/* A range of paces, fast and slow; `list` is its node. Unknown where nothing is given. */
struct pace_range pace_range_read(struct document *document, const struct node *list,
                                  const int *given, unsigned count);

#endif
