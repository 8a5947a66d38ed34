/* The profile document: its tables, and what training templates share of it. */
#include "files/profile_document.h"

#include "files/values.h"

#define MOST_TEXT         200
#define MOST_PATH         1000
#define MOST_RECENT_WEEKS 52
#define MOST_TUNE_UPS     20
#define MOST_RULES        200

static const cyaml_schema_value_t path_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, MOST_PATH)};
static const cyaml_schema_value_t word_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, MOST_TEXT)};

static const cyaml_schema_field_t recent_race_fields[] = {
    CYAML_FIELD_STRING_PTR("distance", REQUIRED | BARE, struct recent_race_document, distance, 1,
                           MOST_TEXT),
    CYAML_FIELD_STRING_PTR("time", REQUIRED, struct recent_race_document, time, 1, MOST_TEXT),
    CYAML_FIELD_END};

static const cyaml_schema_field_t runner_fields[] = {
    CYAML_FIELD_STRING_PTR("name", OPTIONAL, struct profile_runner_document, name, 1, MOST_TEXT),
    CYAML_FIELD_SEQUENCE("recent_weeks", REQUIRED | CYAML_FLAG_POINTER,
                         struct profile_runner_document, recent_weeks, &bare_entry, 0,
                         MOST_RECENT_WEEKS),
    CYAML_FIELD_STRING_PTR("longest_recent_run", OPTIONAL | BARE, struct profile_runner_document,
                           longest_recent_run, 1, MOST_TEXT),
    CYAML_FIELD_MAPPING("recent_race", OPTIONAL, struct profile_runner_document, recent_race,
                        recent_race_fields),
    CYAML_FIELD_INT_PTR("usual_descent_m", OPTIONAL, struct profile_runner_document,
                        usual_descent_m),
    CYAML_FIELD_MAPPING("last_downhill", OPTIONAL, struct profile_runner_document, last_downhill,
                        last_downhill_fields),
    CYAML_FIELD_END};

static const cyaml_schema_field_t race_fields[] = {
    CYAML_FIELD_STRING_PTR("name", OPTIONAL, struct profile_race_document, name, 1, MOST_TEXT),
    CYAML_FIELD_STRING_PTR("date", REQUIRED | BARE, struct profile_race_document, date, 1,
                           MOST_TEXT),
    CYAML_FIELD_STRING_PTR("distance", REQUIRED | BARE, struct profile_race_document, distance, 1,
                           MOST_TEXT),
    CYAML_FIELD_STRING_PTR("course", OPTIONAL, struct profile_race_document, course, 1, MOST_PATH),
    CYAML_FIELD_INT_PTR("climb_m", OPTIONAL, struct profile_race_document, climb_m),
    CYAML_FIELD_INT_PTR("descent_m", OPTIONAL, struct profile_race_document, descent_m),
    CYAML_FIELD_STRING_PTR("goal_time", OPTIONAL, struct profile_race_document, goal_time, 1,
                           MOST_TEXT),
    CYAML_FIELD_END};

static const cyaml_schema_field_t tune_up_fields[] = {
    CYAML_FIELD_STRING_PTR("name", OPTIONAL, struct profile_tune_up_document, name, 1, MOST_TEXT),
    CYAML_FIELD_STRING_PTR("date", REQUIRED | BARE, struct profile_tune_up_document, date, 1,
                           MOST_TEXT),
    CYAML_FIELD_STRING_PTR("distance", REQUIRED | BARE, struct profile_tune_up_document, distance,
                           1, MOST_TEXT),
    CYAML_FIELD_END};

static const cyaml_schema_value_t tune_up_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct profile_tune_up_document, tune_up_fields)};

static const cyaml_schema_field_t rule_setting_fields[] = {
    CYAML_FIELD_STRING_PTR("rule", REQUIRED, struct rule_setting_document, rule, 1, MOST_TEXT),
    CYAML_FIELD_STRING_PTR("setting", REQUIRED, struct rule_setting_document, setting, 1,
                           MOST_TEXT),
    CYAML_FIELD_STRING_PTR("value", REQUIRED | BARE, struct rule_setting_document, value, 1,
                           MOST_TEXT),
    CYAML_FIELD_END};

const cyaml_schema_value_t rule_setting_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rule_setting_document, rule_setting_fields)};

static const cyaml_schema_field_t rules_fields[] = {
    CYAML_FIELD_SEQUENCE("scripts", OPTIONAL | CYAML_FLAG_POINTER, struct profile_rules_document,
                         scripts, &path_entry, 0, MOST_RULES),
    CYAML_FIELD_SEQUENCE("off", OPTIONAL | CYAML_FLAG_POINTER, struct profile_rules_document, off,
                         &word_entry, 0, MOST_RULES),
    CYAML_FIELD_SEQUENCE("set", OPTIONAL | CYAML_FLAG_POINTER, struct profile_rules_document, set,
                         &rule_setting_entry, 0, MOST_RULES),
    CYAML_FIELD_END};

static const cyaml_schema_field_t profile_fields[] = {
    CYAML_FIELD_ENUM("units", OPTIONAL | CYAML_FLAG_STRICT, struct profile_document, units,
                     units_choices, UNITS_COUNT),
    CYAML_FIELD_MAPPING("runner", REQUIRED, struct profile_document, runner, runner_fields),
    CYAML_FIELD_MAPPING("race", REQUIRED, struct profile_document, race, race_fields),
    CYAML_FIELD_STRING_PTR("start", OPTIONAL | BARE, struct profile_document, start, 1, MOST_TEXT),
    CYAML_FIELD_STRING_PTR("template", OPTIONAL, struct profile_document, template_name, 1,
                           MOST_PATH),
    CYAML_FIELD_MAPPING("week", OPTIONAL, struct profile_document, week, week_preferences_fields),
    CYAML_FIELD_MAPPING("hills", OPTIONAL, struct profile_document, hills, hills_fields),
    CYAML_FIELD_SEQUENCE("tune_up_races", OPTIONAL | CYAML_FLAG_POINTER, struct profile_document,
                         tune_up_races, &tune_up_entry, 0, MOST_TUNE_UPS),
    CYAML_FIELD_MAPPING("rules", OPTIONAL, struct profile_document, rules, rules_fields),
    CYAML_FIELD_MAPPING("print", OPTIONAL, struct profile_document, print, print_fields),
    CYAML_FIELD_END};

const cyaml_schema_value_t profile_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct profile_document, profile_fields)};

struct rule_setting *rule_settings_read(const struct node *list,
                                        const struct rule_setting_document *given, unsigned count,
                                        struct arena *arena)
{
    struct rule_setting *settings = arena_array(arena, count, sizeof *settings);
    for (unsigned i = 0; i < count; i++)
        settings[i] = (struct rule_setting){
            .rule = value_string(arena, given[i].rule),
            .setting = value_string(arena, given[i].setting),
            .value = value_string(arena, given[i].value),
            .line = list->items[i]->line,
            .column = list->items[i]->column,
        };
    return settings;
}
