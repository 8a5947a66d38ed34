/* Ways out: what would do where the verdict of a plan is short. */
#ifndef HILLPLAN_APP_WAYS_OUT_H
#define HILLPLAN_APP_WAYS_OUT_H

#include "app/planning.h"

/*
 * Plans the same race later, and shorter ones on its day, and says in the verdict of a plan that is
 * short which of them would do; nothing of other plans.
 */
void ways_out_tell(const struct planning *planning, struct plan *plan);

#endif
