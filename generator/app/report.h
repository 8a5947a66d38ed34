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

/* Appends a value of jansson's with a line end, and frees it. False where memory ran out. */
struct json_t;
bool report_json(struct json_t *value, struct text *out, struct error *error);

/* Appends {"kept": ..., "findings": [...]}. False where memory runs out. */
bool report_findings_json(const struct findings *findings, struct text *out, struct error *error);

#endif
