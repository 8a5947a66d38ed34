/*
 * Pace report: training paces, equivalent times and splits, for a runner or as JSON.
 */
#ifndef HILLPLAN_APP_PACE_REPORT_H
#define HILLPLAN_APP_PACE_REPORT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "training/pacing.h"
#include "words/words.h"

/* A race that was run. */
struct race_result {
    const char *distance; /* as the runner wrote it */
    int metres, time_s;
};

void pace_report_race_text(const struct race_result *race, const struct words *words,
                           struct text *out);
bool pace_report_race_json(const struct race_result *race, enum units units, struct text *out,
                           struct error *error);

/* A race that is to be run. */
struct race_goal {
    const char *name; /* of the course or the distance, or NULL */
    int metres, time_s;
    bool slow_start;
    bool has_course; /* with elevations */
};

void pace_report_splits_text(const struct race_goal *goal, const struct splits *splits,
                             const struct words *words, struct text *out);
bool pace_report_splits_json(const struct race_goal *goal, const struct splits *splits,
                             enum units units, struct text *out, struct error *error);

#endif
