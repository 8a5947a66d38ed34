/* A part of a plan: some of its weeks, as a plan. */
#ifndef HILLPLAN_EXPORT_PART_H
#define HILLPLAN_EXPORT_PART_H

#include <stdbool.h>

#include "base/error.h"
#include "export/export.h"

/*
 * The weeks of `plan` that a format holds: from the one with the date `from` (NO_DATE: the first)
 * on, so many (UNKNOWN: as many as the format usually has). Everything is shared with the plan.
 * False after an error: no week is left, or the format is for whole plans.
 */
bool export_part(const struct plan *plan, const struct export_format *format, int from, int weeks,
                 struct plan *part, struct error *error);

#endif
