/*
 * The findings of a check, as text for people and as JSON.
 */
#ifndef HILLPLAN_APP_FINDINGS_REPORT_H
#define HILLPLAN_APP_FINDINGS_REPORT_H

#include "base/error.h"
#include "base/text.h"
#include "rules/other_settings.h"

struct findings_report {
    const struct ruleset *rules;
    const struct plan *plan;
    const char *path; /* of the plan */
    const struct findings *findings;
    const struct other_settings *others;
    bool explains; /* why and source of every rule that is named */
};

/*
 * Appends what is broken, week by week with the week's distance; what is not judged and what is
 * off, a line a rule; the readings that differ; and how many rules are kept.
 */
void findings_report_text(const struct findings_report *report, struct text *out);

/* Appends {"kept": ..., "findings": [...], "readings": [...], "rules": ...}. False without memory.
 */
bool findings_report_json(const struct findings_report *report, struct text *out,
                          struct error *error);

#endif
