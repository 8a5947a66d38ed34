/*
 * Plans as CSV (RFC 4180), in UTF-8 with a byte order mark, for spreadsheets and for check.
 */
#ifndef HILLPLAN_EXPORT_CSV_H
#define HILLPLAN_EXPORT_CSV_H

#include "base/text.h"
#include "model/plan.h"

/* Appends one row a day: its first run (else its first session) in columns, the others in `also`.
 */
void export_csv(const struct plan *plan, struct text *out);

/* Appends one row a week, one column a day. */
void export_csv_weeks(const struct plan *plan, struct text *out);

#endif
