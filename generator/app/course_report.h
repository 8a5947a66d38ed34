/*
 * Course report: what was measured on a course, for a runner or as JSON.
 */
#ifndef HILLPLAN_APP_COURSE_REPORT_H
#define HILLPLAN_APP_COURSE_REPORT_H

#include "app/course_input.h"
#include "base/text.h"
#include "words/words.h"

/* Appends the course in the runner's units. */
void course_report_text(const struct course_input *input, const struct words *words,
                        struct text *out);

/* Appends the course in metres. False where memory runs out. */
bool course_report_json(const struct course_input *input, struct text *out, struct error *error);

#endif
