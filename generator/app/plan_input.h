/* A plan that was made before, by hillplan or somebody else, and the rules it is held against. */
#ifndef HILLPLAN_APP_PLAN_INPUT_H
#define HILLPLAN_APP_PLAN_INPUT_H

#include "app/options.h"
#include "model/plan.h"
#include "model/profile.h"
#include "rules/ruleset.h"

/* Reads a plan document; somebody else's plan is an error that says what can be done with it. */
struct plan *plan_input_read_ours(const char *path, struct error *error);

/* Which of a command's options name rules, the profile of whose plan it is, that nothing is to be
   inferred, and when a plan without dates begins. */
struct plan_options {
    const struct arguments *arguments;
    size_t rules, runner, strict, start;
    bool is_strict;   /* even where the option says nothing */
    bool takes_times; /* runs that tell a time alone are judged by it */
};

/* profile, library and training_template are those of --runner, NULL without. */
struct plan_input {
    struct profile *profile;
    struct session_library *library;
    struct training_template *training_template;
    struct plan *plan;
    struct ruleset *rules; /* bound to the plan */
};

/*
 * Reads a plan document, or somebody else's plan: a table (.csv), a calendar (.ics), a YAML
 * schedule. It is held against the rules that it lists, or else those of the profile. False after
 * an error; plan_input_close() in either case.
 */
bool plan_input_open(struct plan_input *input, const char *path, const struct plan_options *options,
                     struct error *error);
void plan_input_close(struct plan_input *input);

#endif
