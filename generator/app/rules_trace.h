/* hillplan rules trace: every call of a rule's hooks while a plan is made. */
#ifndef HILLPLAN_APP_RULES_TRACE_H
#define HILLPLAN_APP_RULES_TRACE_H

#include "app/planning.h"
#include "base/text.h"

/*
 * Plans the profile and appends a line a call: hook, day or week, what stands on the day, and the
 * answer; at the end how many calls of each hook there were. A profile that has no plan is traced
 * as far as planning went, and is then the error it always is.
 */
bool rules_trace(const char *profile, const char *rule, const struct planning_options *options,
                 struct text *out, struct error *error);

#endif
