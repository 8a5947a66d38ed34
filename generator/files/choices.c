/* Choices: the lists of model/names.h as tables of words and values. */
#include "files/choices.h"

#define CHOICE(enumerator, word, ...) {word, enumerator},
#define CHOICES(set, LIST)            const cyaml_strval_t set##_choices[] = {LIST(CHOICE)};

const cyaml_strval_t units_choices[] = {UNITS(CHOICE)};
const cyaml_strval_t weekday_choices[] = {WEEKDAYS(CHOICE)};
const cyaml_strval_t week_start_choices[] = {{"mon", MONDAY}, {"sun", SUNDAY}};

WORD_SETS(CHOICES)
