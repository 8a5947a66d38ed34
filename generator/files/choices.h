/*
 * The words of closed sets, as schema tables give them: each from its one list in model/names.h.
 */
#ifndef HILLPLAN_FILES_CHOICES_H
#define HILLPLAN_FILES_CHOICES_H

#include <cyaml/cyaml.h>

#include "base/date.h"
#include "base/quantity.h"
#include "model/names.h"

#define WEEK_START_COUNT 2

extern const cyaml_strval_t units_choices[UNITS_COUNT];
extern const cyaml_strval_t weekday_choices[DAYS_PER_WEEK];
extern const cyaml_strval_t week_start_choices[WEEK_START_COUNT];

/* session_kind_choices, effort_choices and so on: as many as there are session_kind_words. */
#define CHOICES_DECLARE(set, LIST) extern const cyaml_strval_t set##_choices[];
WORD_SETS(CHOICES_DECLARE)
#undef CHOICES_DECLARE

#endif
