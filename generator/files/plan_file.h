/*
 * Plan documents: struct plan to and from YAML and JSON, by the same tables.
 *
 * Reading what was written and writing it again gives the same bytes.
 */
#ifndef HILLPLAN_FILES_PLAN_FILE_H
#define HILLPLAN_FILES_PLAN_FILE_H

#include "base/error.h"
#include "base/text.h"
#include "model/plan.h"

/*
 * Reads a plan document from a file (or from text, named `name` in messages); the caller frees it
 * with plan_free(). NULL after an error. A stated week sum that differs from its days is a warning.
 */
struct plan *plan_read(const char *path, struct error *error);
struct plan *plan_read_text(const char *name, const char *text, size_t length, struct error *error);

/* Append the plan document to `out`. They fail only where a library runs out of memory. */
bool plan_write_yaml(const struct plan *plan, struct text *out, struct error *error);
bool plan_write_json(const struct plan *plan, struct text *out, struct error *error);

#endif
