/*
 * The planner: a profile, a template and rules in; a plan that keeps every must rule out.
 */
#ifndef HILLPLAN_PLANNER_PLANNER_H
#define HILLPLAN_PLANNER_PLANNER_H

#include "base/error.h"
#include "model/plan.h"
#include "model/profile.h"
#include "model/template.h"
#include "rules/ruleset.h"

struct planner_input {
    const struct profile *profile;
    int start; /* the first day of week 1 */
    const struct training_template *training_template;
    struct ruleset *rules; /* with its settings set; will be bound to the plan */
    /* The plan that is made anew, or NULL. It outlives the new one, which holds days of it. */
    const struct plan *past;
    int today;            /* with a past: its days before this one stay as they are, */
    struct log_facts log; /* that told of these days; files 0: none */
    bool is_anew; /* ... but weeks from here on are none that it thought of: the race moved, or the
                     runner changed */
};

/*
 * Makes the plan; the caller frees it with plan_free(). NULL after an error: STATUS_NO_PLAN where
 * no plan satisfies the must rules (which ones, in which week, and what would help),
 * STATUS_BAD_INPUT where a script fails. The plan has been checked: it keeps every must rule.
 */
struct plan *planner_make_plan(const struct planner_input *input, struct error *error);

/*
 * The profile that a plan of ours was made from, as far as the plan tells, in the plan's arena. Its
 * rules are in the plan's own list.
 */
struct profile *planner_profile_of(const struct plan *plan);

/*
 * Takes what a runner tells anew into the profile of a plan that is made anew on a day; both must
 * outlive the making. What is left out stays, and so does what was before the plan: start, recent
 * weeks, last downhill run. Days off and tune-up races that are over stay, too; of those to come
 * all are told, or none. True where the weeks to come are none that the plan thought of.
 */
bool planner_change_profile(struct profile *profile, const struct profile *told, int today);

/*
 * Gives a plan that somebody else made what a profile tells of its runner: history, races, week and
 * hills, with distances in the plan's units. The weeks remain as they are, tune-up races of the
 * plan stay beside those of the profile, and every day is one to run on where the runner names
 * none.
 */
void planner_adopt_runner(struct plan *plan, const struct profile *profile);

#endif
