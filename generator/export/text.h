/*
 * A plan as plain text, for terminals and for comparing.
 */
#ifndef HILLPLAN_EXPORT_TEXT_H
#define HILLPLAN_EXPORT_TEXT_H

#include "base/text.h"
#include "model/plan.h"

/*
 * Appends the whole plan as UTF-8 lines of at most 100 columns (code points), without blanks at
 * their ends: its header, every day with the reasons for what stands there, and the rules.
 */
void export_text(const struct plan *plan, struct text *out);

#endif
