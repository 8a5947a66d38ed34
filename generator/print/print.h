/*
 * Print: a plan as a PDF. Everything on the pages comes from the plan alone.
 */
#ifndef HILLPLAN_PRINT_PRINT_H
#define HILLPLAN_PRINT_PRINT_H

#include "base/error.h"
#include "base/text.h"
#include "model/page_style.h"
#include "model/plan.h"
#include "words/language.h"

/*
 * Appends the PDF's bytes to `out`. Paper, pages and inks are those of plan->print;
 * a language of NULL is English. Characters without a
 * glyph are replaced, with a warning. `program` is named as the PDF's producer ("hillplan 0.1").
 * STATUS_SYSTEM where the fonts are missing or libharu fails.
 */
bool print_plan(const struct plan *plan, const struct page_style *style,
                const struct language *language, const char *program, struct text *out,
                struct error *error);

#endif
