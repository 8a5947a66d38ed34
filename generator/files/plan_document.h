/*
 * The plan document: the keys of plan.yaml and of its JSON form, as structs and as one table for
 * reading and writing both. Conversion from it is plan_from_document.c, into it
 * plan_to_document.c; of the course, course_document.c.
 */
#ifndef HILLPLAN_FILES_PLAN_DOCUMENT_H
#define HILLPLAN_FILES_PLAN_DOCUMENT_H

#include "files/preferences.h"
#include "model/plan.h"

#define PLAN_FORMAT 1 /* the version of the document's format */

struct plan_runner_document {
    char *name;
    char **recent_weeks;
    unsigned recent_weeks_count;
    char *longest_recent_run;
    const int *usual_descent_m;
    struct last_downhill_document last_downhill;
    char *vdot;
};

struct course_file_document {
    const int *distance_m, *climb_m, *descent_m;
};

struct course_band_document {
    char *grade_percent; /* "-10 to -5" */
    int distance_m, distance_percent, climb_m, climb_percent, descent_m, descent_percent;
};

struct course_stretch_document {
    int start_m, length_m, metres;
    char *grade_percent;
};

/* What follows from the points; for other readers, since plan_read() works it out again. */
struct course_facts_document {
    int *climb_percent_by_third, *descent_percent_by_third;
    unsigned climb_percent_by_third_count, descent_percent_by_third_count;
    int descent_percent_of_first_half;
    int eccentric_load;
    char *eccentric_load_per_km;
    struct course_stretch_document *largest_climb, *largest_descent;
    struct course_band_document *bands;
    unsigned bands_count;
};

struct course_document {
    struct course_file_document file;
    struct course_facts_document *facts;
    struct course_point *points;
    unsigned points_count;
};

struct plan_race_document {
    char *name, *date, *distance;
    const int *distance_m, *climb_m, *descent_m, *goal_time_s, *expected_time_s;
    struct course_document course;
};

struct plan_tune_up_document {
    char *name, *date, *distance;
    const int *distance_m;
};

struct paces_document {
    int *easy; /* fast, slow */
    unsigned easy_count;
    const int *marathon, *threshold, *interval, *repetition;
};

struct setting_value_document {
    char *name, *value;
};

struct rule_document {
    char *id;
    enum rule_level level; /* must where it isn't given */
    char *title, *why, *source;
    const bool *off;
    struct setting_value_document *settings;
    unsigned settings_count;
    char *script;
};

struct verdict_document {
    enum verdict_level *level;
    char *text;
};

struct give_way_document {
    char *rule;
    int week;
    char *date, *text;
};

struct step_document {
    enum step_kind *kind;
    const int *repeat, *duration_s, *distance_m;
    enum effort *effort;
    int *pace; /* fast, slow */
    unsigned pace_count;
    struct step_document *steps;
    unsigned steps_count;
};

struct reason_document {
    char *rule, *text;
};

struct session_document {
    enum session_kind *kind;
    char *session, *title;
    enum effort *effort;
    enum terrain *terrain;
    char *distance;
    const int *duration_s, *climb_m, *descent_m;
    int *pace;
    unsigned pace_count;
    struct step_document *steps;
    unsigned steps_count;
    char **notes;
    unsigned notes_count;
    struct reason_document *reasons;
    unsigned reasons_count;
};

struct day_document {
    char *date;
    const bool *legs_mend;
    struct session_document *sessions;
    unsigned sessions_count;
};

struct week_document {
    int number;
    char *start;
    enum phase phase;
    enum week_kind kind;
    char *distance, *distance_most;
    const int *climb_m, *descent_m;
    struct day_document *days;
    unsigned days_count;
};

struct plan_document {
    int hillplan; /* PLAN_FORMAT */
    char *title;
    enum units units;
    struct plan_runner_document runner;
    struct plan_race_document race;
    struct week_preferences_document week;
    struct hills_document hills;
    struct plan_tune_up_document *tune_up_races;
    unsigned tune_up_races_count;
    struct print_document print;
    struct paces_document paces;
    struct rule_document *rules;
    unsigned rules_count;
    struct verdict_document verdict;
    struct give_way_document *gave_way;
    unsigned gave_way_count;
    struct week_document *weeks;
    unsigned weeks_count;
};

extern const cyaml_schema_value_t plan_schema;

/* A plan of a document, which need not be free of mistakes; freed with plan_free(). */
struct plan *plan_from_document(struct document *document);

/* The document of a course; in the arena. */
struct course_document course_to_document(const struct course *course, struct arena *arena);

/* Reads the course of a plan's race, whose descent is known by then. */
void course_from_document(struct document *document, struct plan *plan,
                          const struct course_document *given);

/* The document of a plan, which has to outlive it; in the arena. */
struct plan_document *plan_to_document(const struct plan *plan, struct arena *arena);

#endif
