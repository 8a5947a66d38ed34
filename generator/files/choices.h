/*
 * The words of closed sets, as schema tables give them: each from its one list in model/names.h.
 */
#ifndef HILLPLAN_FILES_CHOICES_H
#define HILLPLAN_FILES_CHOICES_H

#include <cyaml/cyaml.h>

#include "base/date.h"
#include "model/names.h"

#define UNITS_COUNT      2
#define WEEK_START_COUNT 2

extern const cyaml_strval_t units_choices[UNITS_COUNT];
extern const cyaml_strval_t weekday_choices[DAYS_PER_WEEK];
extern const cyaml_strval_t week_start_choices[WEEK_START_COUNT];
extern const cyaml_strval_t session_kind_choices[SESSION_KIND_COUNT];
extern const cyaml_strval_t effort_choices[EFFORT_COUNT];
extern const cyaml_strval_t terrain_choices[TERRAIN_COUNT];
extern const cyaml_strval_t phase_choices[PHASE_COUNT];
extern const cyaml_strval_t week_kind_choices[WEEK_KIND_COUNT];
extern const cyaml_strval_t step_kind_choices[STEP_KIND_COUNT];
extern const cyaml_strval_t hill_access_choices[HILL_ACCESS_COUNT];
extern const cyaml_strval_t rule_level_choices[RULE_LEVEL_COUNT];
extern const cyaml_strval_t verdict_level_choices[VERDICT_LEVEL_COUNT];
extern const cyaml_strval_t ink_use_choices[INK_USE_COUNT];
extern const cyaml_strval_t color_use_choices[COLOR_USE_COUNT];
extern const cyaml_strval_t paper_choices[PAPER_COUNT];
extern const cyaml_strval_t page_kind_choices[PAGE_KIND_COUNT];

#endif
