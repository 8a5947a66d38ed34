/* Choices: the lists of model/names.h as tables of words and values. */
#include "files/choices.h"

#include "base/quantity.h"

#define CHOICE(enumerator, name) {name, enumerator},

const cyaml_strval_t units_choices[UNITS_COUNT] = {{"km", UNITS_KM}, {"mi", UNITS_MI}};
const cyaml_strval_t week_start_choices[WEEK_START_COUNT] = {{"mon", MONDAY}, {"sun", SUNDAY}};
const cyaml_strval_t weekday_choices[DAYS_PER_WEEK] = {
    {"mon", MONDAY}, {"tue", TUESDAY},  {"wed", WEDNESDAY}, {"thu", THURSDAY},
    {"fri", FRIDAY}, {"sat", SATURDAY}, {"sun", SUNDAY},
};

const cyaml_strval_t session_kind_choices[SESSION_KIND_COUNT] = {SESSION_KINDS(CHOICE)};
const cyaml_strval_t effort_choices[EFFORT_COUNT] = {EFFORTS(CHOICE)};
const cyaml_strval_t terrain_choices[TERRAIN_COUNT] = {TERRAINS(CHOICE)};
const cyaml_strval_t phase_choices[PHASE_COUNT] = {PHASES(CHOICE)};
const cyaml_strval_t week_kind_choices[WEEK_KIND_COUNT] = {WEEK_KINDS(CHOICE)};
const cyaml_strval_t step_kind_choices[STEP_KIND_COUNT] = {STEP_KINDS(CHOICE)};
const cyaml_strval_t hill_access_choices[HILL_ACCESS_COUNT] = {HILL_ACCESSES(CHOICE)};
const cyaml_strval_t rule_level_choices[RULE_LEVEL_COUNT] = {RULE_LEVELS(CHOICE)};
const cyaml_strval_t verdict_level_choices[VERDICT_LEVEL_COUNT] = {VERDICT_LEVELS(CHOICE)};
const cyaml_strval_t ink_use_choices[INK_USE_COUNT] = {INK_USES(CHOICE)};
const cyaml_strval_t color_use_choices[COLOR_USE_COUNT] = {COLOR_USES(CHOICE)};
const cyaml_strval_t paper_choices[PAPER_COUNT] = {PAPERS(CHOICE)};
const cyaml_strval_t page_kind_choices[PAGE_KIND_COUNT] = {PAGE_KINDS(CHOICE)};
