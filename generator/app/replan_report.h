/* What a plan that was made anew changes, for its runner, in their language. */
#ifndef HILLPLAN_APP_REPLAN_REPORT_H
#define HILLPLAN_APP_REPLAN_REPORT_H

#include "base/text.h"
#include "words/words.h"

/* Appends what became of the days before `today`, what follows from days off, and each day of
   `after` that is not as in `before`, which has its marks. */
void replan_report(const struct plan *before, const struct plan *after, int today,
                   const struct words *words, struct text *out);

#endif
