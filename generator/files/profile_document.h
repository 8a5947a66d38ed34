/*
 * The profile document: what a profile file holds, as it is written, before any judgement.
 */
#ifndef HILLPLAN_FILES_PROFILE_DOCUMENT_H
#define HILLPLAN_FILES_PROFILE_DOCUMENT_H

#include "files/preferences.h"

struct recent_race_document {
    char *distance, *time;
};

struct profile_runner_document {
    char *name;
    char **recent_weeks;
    unsigned recent_weeks_count;
    char *longest_recent_run;
    struct recent_race_document recent_race;
    const int *usual_descent_m;
    struct last_downhill_document last_downhill;
};

struct profile_race_document {
    char *name, *date, *distance, *course;
    const int *climb_m, *descent_m;
    char *goal_time;
};

struct profile_tune_up_document {
    char *name, *date, *distance;
};

struct rule_setting_document {
    char *rule, *setting, *value;
};

struct profile_rules_document {
    char **scripts, **off;
    unsigned scripts_count, off_count;
    struct rule_setting_document *set;
    unsigned set_count;
};

struct profile_document {
    enum units units; /* km where they aren't given */
    struct profile_runner_document runner;
    struct profile_race_document race;
    char *start, *template_name;
    struct week_preferences_document week;
    struct hills_document hills;
    struct profile_tune_up_document *tune_up_races;
    unsigned tune_up_races_count;
    struct profile_rules_document rules;
    struct print_document print;
};

extern const cyaml_schema_value_t profile_schema;

/* An entry of rules.set, and of a training template's settings. */
extern const cyaml_schema_value_t rule_setting_entry;

/* The settings of such a list, with their places; in the arena. */
struct rule_setting *rule_settings_read(const struct node *list,
                                        const struct rule_setting_document *given, unsigned count,
                                        struct arena *arena);

#endif
