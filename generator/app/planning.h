/* From a profile to a plan: start, templates, rules and planner put together. */
#ifndef HILLPLAN_APP_PLANNING_H
#define HILLPLAN_APP_PLANNING_H

#include "app/options.h"
#include "model/plan.h"
#include "model/profile.h"
#include "rules/ruleset.h"

/* Which of a command's options name rules, and the date that is taken for today. */
struct planning_options {
    const struct arguments *arguments;
    size_t rules, today;
};

/* A plan that is made anew from a day on, and the log that told of the days before; files 0: none.
 */
struct planning_past {
    const struct plan *plan;
    int today;
    struct log_facts log;
    bool is_anew; /* race or runner have changed: see planner/planner.h */
};

/* What a plan is made from. */
struct planning {
    const struct profile *profile;
    const struct planning_options *options;
    int start;
    struct planning_past past; /* plan NULL: there is none */
    struct ruleset *rules;
    struct session_library *library;
    struct training_template *training_template;
};

/* The date that is taken for today: that of the option, or the calendar's. */
int planning_today(const struct planning_options *options);

/* The start of a profile's plan; false, and an error, if the race is over. */
bool planning_start(const struct profile *profile, int today, int *start, struct error *error);

/* Reads what the profile asks for; profile and options are kept. False after an error;
 * planning_close() in either case. */
bool planning_open(struct planning *planning, const struct profile *profile,
                   const struct planning_options *options, struct error *error);

/* The same of a plan that is made anew: by its own rules and those that the options name. The plan
   is kept, and so are the start and template of the profile, which is that of the plan. */
bool planning_reopen(struct planning *planning, const struct profile *profile,
                     const struct planning_past *past, const struct planning_options *options,
                     struct error *error);

/* The plan, or NULL and the reasons why there is none. */
struct plan *planning_make(const struct planning *planning, struct error *error);

/* Likewise by other rules than the profile asks for. */
struct plan *planning_make_by(const struct planning *planning, struct ruleset *rules,
                              struct error *error);

/* The same for days off, held against a plan without them. */
void planning_tell_days_off(const struct planning *planning, struct plan *plan);

void planning_close(struct planning *planning);

#endif
