/*
 * Plans as iCalendar (RFC 5545), by libical: an all-day event a session, and one a week that sums
 * it up. Nothing depends on the clock: the stamp is the plan's first day.
 */
#ifndef HILLPLAN_EXPORT_ICS_H
#define HILLPLAN_EXPORT_ICS_H

#include "base/error.h"
#include "base/text.h"
#include "model/plan.h"

/* Appends the calendar. False where memory runs out. */
bool export_ics(const struct plan *plan, struct text *out, struct error *error);

#endif
