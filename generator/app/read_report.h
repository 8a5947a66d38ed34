/* What was read of cells of other people's plans, for people and for programs. */
#ifndef HILLPLAN_APP_READ_REPORT_H
#define HILLPLAN_APP_READ_REPORT_H

#include "import/cell.h"
#include "import/import.h"

struct json_t;

/* One cell: its sessions in a line each, with what is inferred, or unknown and why. */
void read_report_cell_text(const struct cell_reading *reading, int units, struct text *out);

/* {"reads": ..., "sessions": [...]}; NULL when memory runs out. */
struct json_t *read_report_cell_json(const struct cell_reading *reading);

/* A whole plan: a line for each cell, beside its text. */
void read_report_plan_text(const struct plan *plan, const struct import_report *report,
                           struct text *out);
struct json_t *read_report_plan_json(const struct plan *plan, const struct import_report *report);

#endif
