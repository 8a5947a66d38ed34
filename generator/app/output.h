/*
 * Output: a plan in one of the formats, to where the runner wants it.
 */
#ifndef HILLPLAN_APP_OUTPUT_H
#define HILLPLAN_APP_OUTPUT_H

#include "base/error.h"
#include "base/text.h"
#include "model/plan.h"

enum export_format {
    FORMAT_PDF,
    FORMAT_YAML,
    FORMAT_JSON,
    FORMAT_TEXT,
    FORMAT_CSV,
    FORMAT_CSV_WEEKS,
    FORMAT_ICS
};

/*
 * The format of -f, or else by the ending of `path`, or else PDF. Either may be NULL. An unknown
 * name or ending is STATUS_BAD_INPUT.
 */
bool output_format(const char *name, const char *path, enum export_format *format,
                   struct error *error);

/*
 * Writes the plan to `path`; where that is NULL, a PDF goes to a file named after `source` in the
 * current folder, other formats to standard output. The source itself is never overwritten.
 */
bool output_plan(const struct plan *plan, enum export_format format, const char *path,
                 const char *source, struct error *error);

/* The same for bytes that are ready. */
bool output_bytes(const struct text *bytes, enum export_format format, const char *path,
                  const char *source, struct error *error);

#endif
