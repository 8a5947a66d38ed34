/* The plan document: its tables. */
#include "files/plan_document.h"

#include "model/course.h"

#define MOST_TEXT         200
#define MOST_WEEKS        120
#define MOST_RECENT_WEEKS 52
#define MOST_TUNE_UPS     20
#define MOST_RULES        500
#define MOST_POINTS       20000
#define MOST_SESSIONS     8 /* of a day */
#define MOST_STEPS        100
#define MOST_LINES        100 /* notes, reasons */

#define LIST CYAML_FLAG_POINTER /* libcyaml allocates lists */
#define WORD CYAML_FLAG_STRICT

/* A text of any length; a bare scalar. */
#define TEXT(key, flags, type, member)                                                             \
    CYAML_FIELD_STRING_PTR(key, flags, struct type, member, 0, CYAML_UNLIMITED)
#define SCALAR(key, flags, type, member)                                                           \
    CYAML_FIELD_STRING_PTR(key, (flags) | BARE, struct type, member, 1, MOST_TEXT)
#define NUMBER(key, flags, type, member) CYAML_FIELD_INT_PTR(key, flags, struct type, member)

static const cyaml_schema_value_t int_entry = {CYAML_VALUE_INT(CYAML_FLAG_DEFAULT, int)};

/* --- who and what for ------------------------------------------------------------------------- */

static const cyaml_schema_field_t runner_fields[] = {
    TEXT("name", OPTIONAL, plan_runner_document, name),
    CYAML_FIELD_SEQUENCE("recent_weeks", OPTIONAL | LIST | CYAML_FLAG_FLOW,
                         struct plan_runner_document, recent_weeks, &bare_entry, 0,
                         MOST_RECENT_WEEKS),
    SCALAR("longest_recent_run", OPTIONAL, plan_runner_document, longest_recent_run),
    NUMBER("usual_descent_m", OPTIONAL, plan_runner_document, usual_descent_m),
    CYAML_FIELD_MAPPING("last_downhill", OPTIONAL | CYAML_FLAG_FLOW, struct plan_runner_document,
                        last_downhill, last_downhill_fields),
    SCALAR("vdot", OPTIONAL, plan_runner_document, vdot),
    CYAML_FIELD_END};

static const cyaml_schema_field_t course_point_fields[] = {
    CYAML_FIELD_INT("distance_m", REQUIRED, struct course_point, distance_m),
    CYAML_FIELD_INT("elevation_m", REQUIRED, struct course_point, elevation_m), CYAML_FIELD_END};

static const cyaml_schema_value_t course_point_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_FLOW, struct course_point, course_point_fields)};

static const cyaml_schema_field_t course_file_fields[] = {
    NUMBER("distance_m", REQUIRED, course_file_document, distance_m),
    NUMBER("climb_m", OPTIONAL, course_file_document, climb_m),
    NUMBER("descent_m", OPTIONAL, course_file_document, descent_m), CYAML_FIELD_END};

#define COUNT(key, type, member) CYAML_FIELD_INT(key, REQUIRED, struct type, member)

static const cyaml_schema_field_t course_band_fields[] = {
    TEXT("grade_percent", REQUIRED, course_band_document, grade_percent),
    COUNT("distance_m", course_band_document, distance_m),
    COUNT("distance_percent", course_band_document, distance_percent),
    COUNT("climb_m", course_band_document, climb_m),
    COUNT("climb_percent", course_band_document, climb_percent),
    COUNT("descent_m", course_band_document, descent_m),
    COUNT("descent_percent", course_band_document, descent_percent),
    CYAML_FIELD_END};

static const cyaml_schema_value_t course_band_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_FLOW, struct course_band_document, course_band_fields)};

static const cyaml_schema_field_t course_stretch_fields[] = {
    COUNT("start_m", course_stretch_document, start_m),
    COUNT("length_m", course_stretch_document, length_m),
    COUNT("metres", course_stretch_document, metres),
    SCALAR("grade_percent", REQUIRED, course_stretch_document, grade_percent), CYAML_FIELD_END};

#define THIRDS(key, member)                                                                        \
    CYAML_FIELD_SEQUENCE(key, REQUIRED | LIST | CYAML_FLAG_FLOW, struct course_facts_document,     \
                         member, &int_entry, COURSE_THIRDS, COURSE_THIRDS)

static const cyaml_schema_field_t course_facts_fields[] = {
    THIRDS("climb_percent_by_third", climb_percent_by_third),
    THIRDS("descent_percent_by_third", descent_percent_by_third),
    COUNT("descent_percent_of_first_half", course_facts_document, descent_percent_of_first_half),
    COUNT("eccentric_load", course_facts_document, eccentric_load),
    SCALAR("eccentric_load_per_km", REQUIRED, course_facts_document, eccentric_load_per_km),
    CYAML_FIELD_MAPPING_PTR("largest_climb", OPTIONAL | CYAML_FLAG_FLOW,
                            struct course_facts_document, largest_climb, course_stretch_fields),
    CYAML_FIELD_MAPPING_PTR("largest_descent", OPTIONAL | CYAML_FLAG_FLOW,
                            struct course_facts_document, largest_descent, course_stretch_fields),
    CYAML_FIELD_SEQUENCE("bands", REQUIRED | LIST, struct course_facts_document, bands,
                         &course_band_entry, COURSE_BAND_COUNT, COURSE_BAND_COUNT),
    CYAML_FIELD_END};

static const cyaml_schema_field_t course_fields[] = {
    CYAML_FIELD_MAPPING("file", OPTIONAL | CYAML_FLAG_FLOW, struct course_document, file,
                        course_file_fields),
    CYAML_FIELD_MAPPING_PTR("facts", OPTIONAL, struct course_document, facts, course_facts_fields),
    CYAML_FIELD_SEQUENCE("points", OPTIONAL | LIST, struct course_document, points,
                         &course_point_entry, 0, MOST_POINTS),
    CYAML_FIELD_END};

static const cyaml_schema_field_t race_fields[] = {
    TEXT("name", OPTIONAL, plan_race_document, name),
    SCALAR("date", REQUIRED, plan_race_document, date),
    SCALAR("distance", OPTIONAL, plan_race_document, distance),
    NUMBER("distance_m", OPTIONAL, plan_race_document, distance_m),
    NUMBER("climb_m", OPTIONAL, plan_race_document, climb_m),
    NUMBER("descent_m", OPTIONAL, plan_race_document, descent_m),
    NUMBER("goal_time_s", OPTIONAL, plan_race_document, goal_time_s),
    NUMBER("expected_time_s", OPTIONAL, plan_race_document, expected_time_s),
    CYAML_FIELD_MAPPING("course", OPTIONAL, struct plan_race_document, course, course_fields),
    CYAML_FIELD_END};

static const cyaml_schema_field_t tune_up_fields[] = {
    TEXT("name", OPTIONAL, plan_tune_up_document, name),
    SCALAR("date", REQUIRED, plan_tune_up_document, date),
    SCALAR("distance", OPTIONAL, plan_tune_up_document, distance),
    NUMBER("distance_m", OPTIONAL, plan_tune_up_document, distance_m), CYAML_FIELD_END};

static const cyaml_schema_value_t tune_up_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct plan_tune_up_document, tune_up_fields)};

static const cyaml_schema_field_t paces_fields[] = {
    CYAML_FIELD_SEQUENCE("easy", OPTIONAL | LIST | CYAML_FLAG_FLOW, struct paces_document, easy,
                         &int_entry, 2, 2),
    NUMBER("marathon", OPTIONAL, paces_document, marathon),
    NUMBER("threshold", OPTIONAL, paces_document, threshold),
    NUMBER("interval", OPTIONAL, paces_document, interval),
    NUMBER("repetition", OPTIONAL, paces_document, repetition),
    CYAML_FIELD_END};

/* --- rules ------------------------------------------------------------------------------------ */

static const cyaml_schema_field_t setting_fields[] = {
    TEXT("name", REQUIRED, setting_value_document, name),
    SCALAR("value", REQUIRED, setting_value_document, value), CYAML_FIELD_END};

static const cyaml_schema_value_t setting_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_FLOW, struct setting_value_document, setting_fields)};

static const cyaml_schema_field_t rule_fields[] = {
    TEXT("id", REQUIRED, rule_document, id),
    CYAML_FIELD_ENUM("level", OPTIONAL | WORD, struct rule_document, level, rule_level_choices,
                     RULE_LEVEL_COUNT),
    TEXT("title", OPTIONAL, rule_document, title),
    TEXT("why", OPTIONAL, rule_document, why),
    TEXT("source", OPTIONAL, rule_document, source),
    CYAML_FIELD_BOOL_PTR("off", OPTIONAL, struct rule_document, off),
    CYAML_FIELD_SEQUENCE("settings", OPTIONAL | LIST, struct rule_document, settings,
                         &setting_entry, 0, MOST_RULES),
    TEXT("script", OPTIONAL, rule_document, script),
    CYAML_FIELD_END};

static const cyaml_schema_value_t rule_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rule_document, rule_fields)};

static const cyaml_schema_field_t verdict_fields[] = {
    CYAML_FIELD_ENUM_PTR("level", REQUIRED | WORD, struct verdict_document, level,
                         verdict_level_choices, VERDICT_LEVEL_COUNT),
    TEXT("text", REQUIRED, verdict_document, text), CYAML_FIELD_END};

static const cyaml_schema_field_t give_way_fields[] = {
    TEXT("rule", REQUIRED, give_way_document, rule),
    CYAML_FIELD_INT("week", REQUIRED, struct give_way_document, week),
    SCALAR("date", OPTIONAL, give_way_document, date),
    TEXT("text", REQUIRED, give_way_document, text), CYAML_FIELD_END};

static const cyaml_schema_value_t give_way_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct give_way_document, give_way_fields)};

/* --- sessions --------------------------------------------------------------------------------- */

static const cyaml_schema_field_t inner_step_fields[] = {
    CYAML_FIELD_ENUM_PTR("kind", REQUIRED | WORD, struct step_document, kind, step_kind_choices,
                         STEP_KIND_COUNT),
    NUMBER("duration_s", OPTIONAL, step_document, duration_s),
    NUMBER("distance_m", OPTIONAL, step_document, distance_m),
    CYAML_FIELD_ENUM_PTR("effort", REQUIRED | WORD, struct step_document, effort, effort_choices,
                         EFFORT_COUNT),
    CYAML_FIELD_SEQUENCE("pace", OPTIONAL | LIST | CYAML_FLAG_FLOW, struct step_document, pace,
                         &int_entry, 2, 2),
    CYAML_FIELD_END};

static const cyaml_schema_value_t inner_step_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_FLOW, struct step_document, inner_step_fields)};

/* A plain step, or a repeat of plain ones. */

static const cyaml_schema_field_t step_fields[] = {
    CYAML_FIELD_ENUM_PTR("kind", OPTIONAL | WORD, struct step_document, kind, step_kind_choices,
                         STEP_KIND_COUNT),
    NUMBER("repeat", OPTIONAL, step_document, repeat),
    NUMBER("duration_s", OPTIONAL, step_document, duration_s),
    NUMBER("distance_m", OPTIONAL, step_document, distance_m),
    CYAML_FIELD_ENUM_PTR("effort", OPTIONAL | WORD, struct step_document, effort, effort_choices,
                         EFFORT_COUNT),
    CYAML_FIELD_SEQUENCE("pace", OPTIONAL | LIST | CYAML_FLAG_FLOW, struct step_document, pace,
                         &int_entry, 2, 2),
    CYAML_FIELD_SEQUENCE("steps", OPTIONAL | LIST, struct step_document, steps, &inner_step_entry,
                         1, MOST_STEPS),
    CYAML_FIELD_END};

static const cyaml_schema_value_t step_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_FLOW, struct step_document, step_fields)};

static const cyaml_schema_field_t reason_fields[] = {TEXT("rule", REQUIRED, reason_document, rule),
                                                     TEXT("text", REQUIRED, reason_document, text),
                                                     CYAML_FIELD_END};

static const cyaml_schema_value_t reason_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct reason_document, reason_fields)};

static const cyaml_schema_field_t session_fields[] = {
    CYAML_FIELD_ENUM_PTR("kind", REQUIRED | WORD, struct session_document, kind,
                         session_kind_choices, SESSION_KIND_COUNT),
    TEXT("session", OPTIONAL, session_document, session),
    TEXT("title", OPTIONAL, session_document, title),
    CYAML_FIELD_ENUM_PTR("effort", OPTIONAL | WORD, struct session_document, effort, effort_choices,
                         EFFORT_COUNT),
    CYAML_FIELD_ENUM_PTR("terrain", OPTIONAL | WORD, struct session_document, terrain,
                         terrain_choices, TERRAIN_COUNT),
    SCALAR("distance", OPTIONAL, session_document, distance),
    NUMBER("duration_s", OPTIONAL, session_document, duration_s),
    NUMBER("climb_m", OPTIONAL, session_document, climb_m),
    NUMBER("descent_m", OPTIONAL, session_document, descent_m),
    CYAML_FIELD_SEQUENCE("pace", OPTIONAL | LIST | CYAML_FLAG_FLOW, struct session_document, pace,
                         &int_entry, 2, 2),
    CYAML_FIELD_SEQUENCE("steps", OPTIONAL | LIST, struct session_document, steps, &step_entry, 0,
                         MOST_STEPS),
    CYAML_FIELD_SEQUENCE("notes", OPTIONAL | LIST, struct session_document, notes, &text_entry, 0,
                         MOST_LINES),
    CYAML_FIELD_SEQUENCE("reasons", OPTIONAL | LIST, struct session_document, reasons,
                         &reason_entry, 0, MOST_LINES),
    CYAML_FIELD_END};

static const cyaml_schema_value_t session_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct session_document, session_fields)};

/* --- days, weeks, the plan -------------------------------------------------------------------- */

static const cyaml_schema_field_t day_fields[] = {
    SCALAR("date", REQUIRED, day_document, date),
    CYAML_FIELD_BOOL_PTR("legs_mend", OPTIONAL, struct day_document, legs_mend),
    CYAML_FIELD_SEQUENCE("sessions", OPTIONAL | LIST, struct day_document, sessions, &session_entry,
                         0, MOST_SESSIONS),
    CYAML_FIELD_END};

static const cyaml_schema_value_t day_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct day_document, day_fields)};

static const cyaml_schema_field_t week_fields[] = {
    CYAML_FIELD_INT("number", REQUIRED, struct week_document, number),
    SCALAR("start", REQUIRED, week_document, start),
    CYAML_FIELD_ENUM("phase", REQUIRED | WORD, struct week_document, phase, phase_choices,
                     PHASE_COUNT),
    CYAML_FIELD_ENUM("kind", REQUIRED | WORD, struct week_document, kind, week_kind_choices,
                     WEEK_KIND_COUNT),
    SCALAR("distance", OPTIONAL, week_document, distance),
    SCALAR("distance_most", OPTIONAL, week_document, distance_most),
    NUMBER("climb_m", OPTIONAL, week_document, climb_m),
    NUMBER("descent_m", OPTIONAL, week_document, descent_m),
    CYAML_FIELD_SEQUENCE("days", REQUIRED | LIST, struct week_document, days, &day_entry,
                         DAYS_PER_WEEK, DAYS_PER_WEEK),
    CYAML_FIELD_END};

static const cyaml_schema_value_t week_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct week_document, week_fields)};

static const cyaml_schema_field_t plan_fields[] = {
    CYAML_FIELD_INT("hillplan", REQUIRED, struct plan_document, hillplan),
    TEXT("title", OPTIONAL, plan_document, title),
    CYAML_FIELD_ENUM("units", REQUIRED | WORD, struct plan_document, units, units_choices,
                     UNITS_COUNT),
    CYAML_FIELD_MAPPING("runner", OPTIONAL, struct plan_document, runner, runner_fields),
    CYAML_FIELD_MAPPING("race", REQUIRED, struct plan_document, race, race_fields),
    CYAML_FIELD_MAPPING("week", OPTIONAL, struct plan_document, week, week_preferences_fields),
    CYAML_FIELD_MAPPING("hills", OPTIONAL, struct plan_document, hills, hills_fields),
    CYAML_FIELD_SEQUENCE("tune_up_races", OPTIONAL | LIST, struct plan_document, tune_up_races,
                         &tune_up_entry, 0, MOST_TUNE_UPS),
    CYAML_FIELD_MAPPING("print", OPTIONAL, struct plan_document, print, print_fields),
    CYAML_FIELD_MAPPING("paces", OPTIONAL, struct plan_document, paces, paces_fields),
    CYAML_FIELD_SEQUENCE("rules", OPTIONAL | LIST, struct plan_document, rules, &rule_entry, 0,
                         MOST_RULES),
    CYAML_FIELD_MAPPING("verdict", OPTIONAL, struct plan_document, verdict, verdict_fields),
    CYAML_FIELD_SEQUENCE("gave_way", OPTIONAL | LIST, struct plan_document, gave_way,
                         &give_way_entry, 0, MOST_POINTS),
    CYAML_FIELD_SEQUENCE("weeks", REQUIRED | LIST, struct plan_document, weeks, &week_entry, 1,
                         MOST_WEEKS),
    CYAML_FIELD_END};

const cyaml_schema_value_t plan_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct plan_document, plan_fields)};
