/* What tells one plan from another, for calendars and watches that already hold it. */
#ifndef HILLPLAN_EXPORT_PLAN_ID_H
#define HILLPLAN_EXPORT_PLAN_ID_H

#include <stdint.h>

#include "model/plan.h"

/*
 * A number made of the runner and the race, which remain what they are when the plan is edited; a
 * plan that knows what it was made from may have its race moved as well.
 */
uint64_t plan_id(const struct plan *plan);

#endif
