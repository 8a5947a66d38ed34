/*
 * Output: a plan in one of the formats, to where the runner wants it.
 */
#ifndef HILLPLAN_APP_OUTPUT_H
#define HILLPLAN_APP_OUTPUT_H

#include "base/error.h"
#include "base/text.h"
#include "export/export.h"
#include "model/plan.h"

/*
 * The format named `name`, or else by the ending of `path`, or else the default one. Either may be
 * NULL. An ending that is none of a format's is STATUS_BAD_INPUT and gives NULL.
 */
const struct export_format *output_format(const char *name, const char *path, struct error *error);

/* What is to be written, and where. */
struct plan_output {
    const struct export_format *format;
    const char *path;
    int from, weeks; /* see export_part() */
    int time_s;      /* see struct export_source */
};
#define OUTPUT_WHOLE(format_of_all, its_path)                                                      \
    {                                                                                              \
        .format = (format_of_all), .path = (its_path), .from = NO_DATE, .weeks = UNKNOWN,          \
    }

/*
 * Writes the plan to the output's path; where that is NULL, what is binary goes to a file (or
 * folder) named after `source` in the current folder, the rest to standard output. What was read is
 * never overwritten.
 */
bool output_plan(const struct plan *plan, const struct plan_output *output, const char *source,
                 struct error *error);

/* The same for bytes that are ready. */
bool output_bytes(const struct text *bytes, const struct export_format *format, const char *path,
                  const char *source, struct error *error);

/* Writes a text, as it may be told, to `path`: what others wrote in it is data. */
bool output_text(const struct text *text, const char *path, struct error *error);

#endif
