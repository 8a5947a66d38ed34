/*
 * Report: messages on standard error, and JSON.
 */
#ifndef HILLPLAN_APP_REPORT_H
#define HILLPLAN_APP_REPORT_H

#include "base/error.h"
#include "base/text.h"

/* Prints each message as "file:line:column: error: text". */
void report_messages(const struct error *error);

/* Appends a value of jansson's with a line end, and frees it. False where memory ran out. */
struct json_t;
bool report_json(struct json_t *value, struct text *out, struct error *error);

#endif
