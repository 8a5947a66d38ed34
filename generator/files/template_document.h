/*
 * The template documents: what files of the session library and training templates hold, as they
 * are written. Conversion is in session_library.c and training_template.c.
 */
#ifndef HILLPLAN_FILES_TEMPLATE_DOCUMENT_H
#define HILLPLAN_FILES_TEMPLATE_DOCUMENT_H

#include "base/date.h"
#include "files/choices.h"
#include "files/profile_document.h"
#include "model/template.h"

#define MOST_TEMPLATE_BYTES ((size_t)64 * 1024)

#define MOST_HILLS_PER_KM 500 /* metres of climb or descent */

/* Two ends of a range. Kilometres are texts, because they are read exactly. */
struct range_document {
    int least, most;
};
struct race_range_document {
    int from, to;
};
struct distance_range_document {
    char *least, *most;
};

struct progression_document {
    int from, step, to;
};

struct recipe_step_document {
    enum step_kind *kind;
    enum effort *effort;
    char *duration;
    const int *distance_m;
    enum step_length *length;
    int *pace; /* an index of recipe_pace_choices */
    int *grade_percent;
    bool race_grade;
    struct progression_document repeat;
    struct recipe_step_document *steps;
    unsigned steps_count;
};

struct recipe_note_document {
    char *text;
    const int *at_least;
    enum hill_access *access;
};

struct recipe_document {
    char *id, *title, *purpose, *progress;
    enum session_kind *kind;
    enum effort *effort;
    enum terrain *terrain;
    const int *share, *climb_per_repeat_m, *race_hills, *race_descent_least;
    struct distance_range_document distance_km;
    struct progression_document descent_m;
    bool needs_hills;
    char *instead, *duration;
    struct recipe_note_document *notes;
    unsigned notes_count;
    struct recipe_step_document *steps;
    unsigned steps_count;
};

struct terrain_document {
    int flat_m_per_km, rolling_m_per_km;
};

struct session_library_document {
    struct terrain_document terrain;
    struct recipe_document *sessions;
    unsigned sessions_count;
};

struct phases_document {
    int build, peak, taper, recovery;
};

struct peak_document {
    int percent_of_recent;
    char *least_km, *most_km;
};

struct long_run_document {
    int *race_percent;
    char *most_km;
    int *share_by_runs;
    unsigned share_by_runs_count;
};

struct easy_document {
    char *session, *least_km, *race_week_most_km, *unknown_pace;
};

struct needs_document {
    char *peak_km, *long_km;
    int tight_percent;
};

struct run_count_document {
    char *below_km;
    int runs;
    enum weekday *days;
    unsigned days_count;
};

struct menu_slot_document {
    char **rotate;
    unsigned rotate_count;
    int runs_at_least, *runs_at_most;
    int race_descent_at_least, *race_descent_below;
    char *week_at_least_km, *week_below_km;
};

/* By enum menu_kind. */
struct menus_document {
    struct {
        struct menu_slot_document *slots;
        unsigned slots_count;
    } of[MENU_KIND_COUNT];
};

struct training_template_document {
    char *name, *title;
    struct race_range_document race_m;
    struct range_document weeks;
    struct phases_document phases;
    int early_race_days, goal_faster_percent;
    struct peak_document peak;
    struct long_run_document long_run;
    struct easy_document easy;
    struct needs_document needs;
    struct run_count_document *run_counts;
    unsigned run_counts_count;
    struct rule_setting_document *settings;
    unsigned settings_count;
    struct menus_document menus;
};

extern const cyaml_schema_value_t session_library_schema, training_template_schema;

/* The paces that a step of a recipe can name. */
extern const cyaml_strval_t recipe_pace_choices[];

/* Reports an id that the library doesn't have, with the nearest that it has. */
void fail_unknown_session(struct document *document, const struct node *mapping, const char *key,
                          const char *id, const struct session_library *library);

/* The keys of menus, by enum menu_kind. */
const char *menu_kind_key(enum menu_kind kind);

#endif
