/*
 * Readings: what a rule with a choice in its settings (such as weekly-ramp, which may compare with
 * the week before or with the recent peak) says of a plan where another choice is made.
 */
#ifndef HILLPLAN_RULES_OTHER_SETTINGS_H
#define HILLPLAN_RULES_OTHER_SETTINGS_H

#include "rules/check.h"

struct other_setting {
    const char *rule, *setting;
    const char *in_force, *value; /* of the setting: as judged, and as read here */
    struct findings findings;     /* of that rule, with that value */
};

struct other_settings {
    struct other_setting *items;
    size_t count;
};

/*
 * Judges by every other choice, and gives the readings that break other weeks than `findings` (what
 * check_plan() said of the plan) tells. The ruleset is as it was afterwards. False where a script
 * fails.
 */
bool other_settings_of_plan(struct ruleset *rules, const struct plan *plan,
                            const struct findings *findings, struct arena *arena,
                            struct other_settings *others, struct error *error);

#endif
