/*
 * What profiles and plan documents share: the runner, the races and the preferences, as forms
 * (document/field.h) of the lists in model/profile_fields.h.
 */
#ifndef HILLPLAN_FILES_RUNNER_FORMS_H
#define HILLPLAN_FILES_RUNNER_FORMS_H

#include "document/document.h"
#include "model/profile.h"

extern const struct form runner_form, race_form, tune_up_form, week_preferences_form, hills_form,
    print_form, rule_setting_form, recent_race_form, course_form;

/* Reports words of the set at the key "access" of a mapping that don't go with others. */
void check_hill_access(struct document *document, const struct place *mapping, int access);

/* Works out the facts of a plan's course; those that are stated are worth a warning where they
   differ. `place` is the race's, or NULL. */
void course_facts_finish(struct document *document, const struct place *place, struct race *race);

#endif
