/* The template documents: their tables. */
#include "files/template_document.h"

#define MOST_TEXT       200
#define MOST_PURPOSE    1000
#define MOST_SESSIONS   200
#define MOST_STEPS      50
#define MOST_NOTES      10
#define MOST_ROTATION   20
#define MOST_ROWS       20
#define MOST_SETTINGS   100
#define PACE_NAME_COUNT 6

#define LIST CYAML_FLAG_POINTER /* libcyaml allocates lists */
#define WORD CYAML_FLAG_STRICT

#define TEXT(key, flags, type, member)                                                             \
    CYAML_FIELD_STRING_PTR(key, flags, struct type, member, 1, MOST_TEXT)
#define NUMBER(key, flags, type, member)    CYAML_FIELD_INT_PTR(key, flags, struct type, member)
#define PLAIN_INT(key, flags, type, member) CYAML_FIELD_INT(key, flags, struct type, member)

const cyaml_strval_t recipe_pace_choices[PACE_NAME_COUNT] = {
    {"easy", 0}, {"marathon", 1}, {"threshold", 2}, {"interval", 3}, {"repetition", 4}, {"race", 5},
};

/* A given length has no word. */
static const cyaml_strval_t step_length_choices[] = {
    {"descent", STEP_LENGTH_DESCENT},
    {"rest", STEP_LENGTH_REST},
};

static const cyaml_schema_value_t int_entry = {CYAML_VALUE_INT(CYAML_FLAG_DEFAULT, int)};
static const cyaml_schema_value_t id_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, MOST_TEXT)};

/* --- the session library -----------------------------------------------------------------------
 */

static const cyaml_schema_field_t progression_fields[] = {
    PLAIN_INT("from", REQUIRED, progression_document, from),
    PLAIN_INT("step", REQUIRED, progression_document, step),
    PLAIN_INT("to", REQUIRED, progression_document, to), CYAML_FIELD_END};

static const cyaml_schema_field_t inner_step_fields[] = {
    CYAML_FIELD_ENUM_PTR("kind", REQUIRED | WORD, struct recipe_step_document, kind,
                         step_kind_choices, STEP_KIND_COUNT),
    CYAML_FIELD_ENUM_PTR("effort", REQUIRED | WORD, struct recipe_step_document, effort,
                         effort_choices, EFFORT_COUNT),
    TEXT("duration", OPTIONAL, recipe_step_document, duration),
    NUMBER("distance_m", OPTIONAL, recipe_step_document, distance_m),
    CYAML_FIELD_ENUM_PTR("pace", OPTIONAL | WORD, struct recipe_step_document, pace,
                         recipe_pace_choices, PACE_NAME_COUNT),
    NUMBER("grade_percent", OPTIONAL, recipe_step_document, grade_percent),
    CYAML_FIELD_BOOL("race_grade", OPTIONAL, struct recipe_step_document, race_grade),
    CYAML_FIELD_END};

static const cyaml_schema_value_t inner_step_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct recipe_step_document, inner_step_fields)};

/* A plain step, or a repeat of plain ones. */
static const cyaml_schema_field_t step_fields[] = {
    CYAML_FIELD_ENUM_PTR("kind", OPTIONAL | WORD, struct recipe_step_document, kind,
                         step_kind_choices, STEP_KIND_COUNT),
    CYAML_FIELD_ENUM_PTR("effort", OPTIONAL | WORD, struct recipe_step_document, effort,
                         effort_choices, EFFORT_COUNT),
    TEXT("duration", OPTIONAL, recipe_step_document, duration),
    NUMBER("distance_m", OPTIONAL, recipe_step_document, distance_m),
    CYAML_FIELD_ENUM_PTR("length", OPTIONAL | WORD, struct recipe_step_document, length,
                         step_length_choices, CYAML_ARRAY_LEN(step_length_choices)),
    CYAML_FIELD_ENUM_PTR("pace", OPTIONAL | WORD, struct recipe_step_document, pace,
                         recipe_pace_choices, PACE_NAME_COUNT),
    NUMBER("grade_percent", OPTIONAL, recipe_step_document, grade_percent),
    CYAML_FIELD_BOOL("race_grade", OPTIONAL, struct recipe_step_document, race_grade),
    CYAML_FIELD_MAPPING("repeat", OPTIONAL, struct recipe_step_document, repeat,
                        progression_fields),
    CYAML_FIELD_SEQUENCE("steps", OPTIONAL | LIST, struct recipe_step_document, steps,
                         &inner_step_entry, 1, MOST_STEPS),
    CYAML_FIELD_END};

static const cyaml_schema_value_t step_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct recipe_step_document, step_fields)};

static const cyaml_schema_field_t distance_range_fields[] = {
    TEXT("least", OPTIONAL | BARE, distance_range_document, least),
    TEXT("most", OPTIONAL | BARE, distance_range_document, most), CYAML_FIELD_END};

static const cyaml_schema_field_t recipe_note_fields[] = {
    CYAML_FIELD_STRING_PTR("text", REQUIRED, struct recipe_note_document, text, 1, MOST_PURPOSE),
    NUMBER("at_least", OPTIONAL, recipe_note_document, at_least),
    CYAML_FIELD_ENUM_PTR("access", OPTIONAL | WORD, struct recipe_note_document, access,
                         hill_access_choices, HILL_ACCESS_COUNT),
    CYAML_FIELD_END};

static const cyaml_schema_value_t recipe_note_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct recipe_note_document, recipe_note_fields)};

static const cyaml_schema_field_t recipe_fields[] = {
    TEXT("id", REQUIRED, recipe_document, id),
    CYAML_FIELD_ENUM_PTR("kind", REQUIRED | WORD, struct recipe_document, kind,
                         session_kind_choices, SESSION_KIND_COUNT),
    TEXT("title", REQUIRED, recipe_document, title),
    CYAML_FIELD_ENUM_PTR("effort", OPTIONAL | WORD, struct recipe_document, effort, effort_choices,
                         EFFORT_COUNT),
    CYAML_FIELD_ENUM_PTR("terrain", OPTIONAL | WORD, struct recipe_document, terrain,
                         terrain_choices, TERRAIN_COUNT),
    CYAML_FIELD_STRING_PTR("purpose", REQUIRED, struct recipe_document, purpose, 1, MOST_PURPOSE),
    CYAML_FIELD_STRING_PTR("progress", OPTIONAL, struct recipe_document, progress, 1, MOST_PURPOSE),
    NUMBER("share", OPTIONAL, recipe_document, share),
    CYAML_FIELD_MAPPING("distance_km", OPTIONAL, struct recipe_document, distance_km,
                        distance_range_fields),
    NUMBER("climb_per_repeat_m", OPTIONAL, recipe_document, climb_per_repeat_m),
    NUMBER("race_hills", OPTIONAL, recipe_document, race_hills),
    CYAML_FIELD_MAPPING("descent_m", OPTIONAL, struct recipe_document, descent_m,
                        progression_fields),
    CYAML_FIELD_BOOL("needs_hills", OPTIONAL, struct recipe_document, needs_hills),
    NUMBER("race_descent_least", OPTIONAL, recipe_document, race_descent_least),
    TEXT("instead", OPTIONAL, recipe_document, instead),
    TEXT("duration", OPTIONAL, recipe_document, duration),
    CYAML_FIELD_SEQUENCE("notes", OPTIONAL | LIST, struct recipe_document, notes,
                         &recipe_note_entry, 0, MOST_NOTES),
    CYAML_FIELD_SEQUENCE("steps", OPTIONAL | LIST, struct recipe_document, steps, &step_entry, 0,
                         MOST_STEPS),
    CYAML_FIELD_END};

static const cyaml_schema_value_t recipe_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct recipe_document, recipe_fields)};

static const cyaml_schema_field_t terrain_fields[] = {
    PLAIN_INT("flat_m_per_km", REQUIRED, terrain_document, flat_m_per_km),
    PLAIN_INT("rolling_m_per_km", REQUIRED, terrain_document, rolling_m_per_km), CYAML_FIELD_END};

static const cyaml_schema_field_t session_library_fields[] = {
    CYAML_FIELD_MAPPING("terrain", OPTIONAL, struct session_library_document, terrain,
                        terrain_fields),
    CYAML_FIELD_SEQUENCE("sessions", REQUIRED | LIST, struct session_library_document, sessions,
                         &recipe_entry, 0, MOST_SESSIONS),
    CYAML_FIELD_END};

const cyaml_schema_value_t session_library_schema = {CYAML_VALUE_MAPPING(
    CYAML_FLAG_POINTER, struct session_library_document, session_library_fields)};

/* --- training templates ------------------------------------------------------------------------
 */

static const cyaml_schema_field_t race_range_fields[] = {
    PLAIN_INT("from", REQUIRED, race_range_document, from),
    PLAIN_INT("to", REQUIRED, race_range_document, to), CYAML_FIELD_END};

static const cyaml_schema_field_t range_fields[] = {
    PLAIN_INT("least", REQUIRED, range_document, least),
    PLAIN_INT("most", REQUIRED, range_document, most), CYAML_FIELD_END};

static const cyaml_schema_field_t phases_fields[] = {
    PLAIN_INT("build", REQUIRED, phases_document, build),
    PLAIN_INT("peak", REQUIRED, phases_document, peak),
    PLAIN_INT("taper", REQUIRED, phases_document, taper),
    PLAIN_INT("recovery", OPTIONAL, phases_document, recovery), CYAML_FIELD_END};

static const cyaml_schema_field_t peak_fields[] = {
    PLAIN_INT("percent_of_recent", REQUIRED, peak_document, percent_of_recent),
    TEXT("least_km", REQUIRED | BARE, peak_document, least_km),
    TEXT("most_km", REQUIRED | BARE, peak_document, most_km), CYAML_FIELD_END};

static const cyaml_schema_field_t long_run_fields[] = {
    TEXT("most_km", REQUIRED | BARE, long_run_document, most_km),
    NUMBER("race_percent", REQUIRED, long_run_document, race_percent),
    CYAML_FIELD_SEQUENCE("share_by_runs", REQUIRED | LIST, struct long_run_document, share_by_runs,
                         &int_entry, DAYS_PER_WEEK, DAYS_PER_WEEK),
    CYAML_FIELD_END};

static const cyaml_schema_field_t easy_fields[] = {
    TEXT("session", REQUIRED, easy_document, session),
    TEXT("least_km", REQUIRED | BARE, easy_document, least_km),
    TEXT("race_week_most_km", REQUIRED | BARE, easy_document, race_week_most_km),
    TEXT("unknown_pace", REQUIRED, easy_document, unknown_pace), CYAML_FIELD_END};

static const cyaml_schema_field_t needs_fields[] = {
    TEXT("peak_km", REQUIRED | BARE, needs_document, peak_km),
    TEXT("long_km", REQUIRED | BARE, needs_document, long_km),
    PLAIN_INT("tight_percent", REQUIRED, needs_document, tight_percent), CYAML_FIELD_END};

static const cyaml_schema_value_t day_entry = {
    CYAML_VALUE_ENUM(WORD, enum weekday, weekday_choices, DAYS_PER_WEEK)};

static const cyaml_schema_field_t run_count_fields[] = {
    TEXT("below_km", OPTIONAL | BARE, run_count_document, below_km),
    PLAIN_INT("runs", REQUIRED, run_count_document, runs),
    CYAML_FIELD_SEQUENCE("days", REQUIRED | LIST, struct run_count_document, days, &day_entry, 1,
                         DAYS_PER_WEEK),
    CYAML_FIELD_END};

static const cyaml_schema_value_t run_count_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct run_count_document, run_count_fields)};

static const cyaml_schema_field_t menu_slot_fields[] = {
    CYAML_FIELD_SEQUENCE("rotate", REQUIRED | LIST, struct menu_slot_document, rotate, &id_entry, 1,
                         MOST_ROTATION),
    PLAIN_INT("runs_at_least", OPTIONAL, menu_slot_document, runs_at_least),
    NUMBER("runs_at_most", OPTIONAL, menu_slot_document, runs_at_most),
    PLAIN_INT("race_descent_at_least", OPTIONAL, menu_slot_document, race_descent_at_least),
    NUMBER("race_descent_below", OPTIONAL, menu_slot_document, race_descent_below),
    TEXT("week_at_least_km", OPTIONAL | BARE, menu_slot_document, week_at_least_km),
    TEXT("week_below_km", OPTIONAL | BARE, menu_slot_document, week_below_km),
    CYAML_FIELD_END};

static const cyaml_schema_value_t menu_slot_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct menu_slot_document, menu_slot_fields)};

#define MENU(menu_kind, key)                                                                       \
    [menu_kind] = CYAML_FIELD_SEQUENCE_COUNT(key, OPTIONAL | LIST, struct menus_document,          \
                                             of[menu_kind].slots, of[menu_kind].slots_count,       \
                                             &menu_slot_entry, 0, MAX_MENU_SLOTS)

static const cyaml_schema_field_t menus_fields[] = {
    MENU(MENU_BASE, "base"),         MENU(MENU_BUILD, "build"),
    MENU(MENU_PEAK, "peak"),         MENU(MENU_TAPER, "taper"),
    MENU(MENU_RACE, "race"),         MENU(MENU_RECOVERY, "recovery"),
    MENU(MENU_LIGHTER, "lighter"),   MENU(MENU_TUNE_UP, "tune_up"),
    MENU(MENU_RUN_WALK, "run_walk"), [MENU_KIND_COUNT] = CYAML_FIELD_END,
};

const char *menu_kind_key(enum menu_kind kind)
{
    return menus_fields[kind].key;
}

static const cyaml_schema_field_t training_template_fields[] = {
    TEXT("name", REQUIRED, training_template_document, name),
    TEXT("title", REQUIRED, training_template_document, title),
    CYAML_FIELD_MAPPING("race_m", REQUIRED, struct training_template_document, race_m,
                        race_range_fields),
    CYAML_FIELD_MAPPING("weeks", REQUIRED, struct training_template_document, weeks, range_fields),
    CYAML_FIELD_MAPPING("phases", REQUIRED, struct training_template_document, phases,
                        phases_fields),
    PLAIN_INT("early_race_days", OPTIONAL, training_template_document, early_race_days),
    PLAIN_INT("goal_faster_percent", OPTIONAL, training_template_document, goal_faster_percent),
    CYAML_FIELD_MAPPING("peak", REQUIRED, struct training_template_document, peak, peak_fields),
    CYAML_FIELD_MAPPING("long_run", REQUIRED, struct training_template_document, long_run,
                        long_run_fields),
    CYAML_FIELD_MAPPING("easy", REQUIRED, struct training_template_document, easy, easy_fields),
    CYAML_FIELD_MAPPING("needs", REQUIRED, struct training_template_document, needs, needs_fields),
    CYAML_FIELD_SEQUENCE("run_counts", REQUIRED | LIST, struct training_template_document,
                         run_counts, &run_count_entry, 1, MOST_ROWS),
    CYAML_FIELD_SEQUENCE("settings", OPTIONAL | LIST, struct training_template_document, settings,
                         &rule_setting_entry, 0, MOST_SETTINGS),
    CYAML_FIELD_MAPPING("menus", REQUIRED, struct training_template_document, menus, menus_fields),
    CYAML_FIELD_END};

const cyaml_schema_value_t training_template_schema = {CYAML_VALUE_MAPPING(
    CYAML_FLAG_POINTER, struct training_template_document, training_template_fields)};
