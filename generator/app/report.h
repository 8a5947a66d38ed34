/*
 * Report: messages on standard error, findings as text or JSON.
 */
#ifndef HILLPLAN_APP_REPORT_H
#define HILLPLAN_APP_REPORT_H

#include "base/error.h"
#include "base/text.h"
#include "rules/check.h"

/* Prints each message as "file:line:column: error: text". */
void report_messages(const struct error *error);

/* Appends a line a finding: "plan.yaml: week 6 (2027-02-15): must: weekly-ramp: text". */
void report_findings_text(const char *path, const struct findings *findings, struct text *out);

/* Appends {"kept": ..., "findings": [...]}. False where memory runs out. */
bool report_findings_json(const struct findings *findings, struct text *out, struct error *error);

#endif
