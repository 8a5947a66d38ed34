/*
 * Random rules: scripts as runners write them, with random numbers in them, the same on every
 * machine for the same state.
 */
#ifndef HILLPLAN_TESTS_RANDOM_RULES_H
#define HILLPLAN_TESTS_RANDOM_RULES_H

#include <stdint.h>

#include "base/text.h"
#include "random.h"

/* Appends a rule with the id random-NUMBER. */
void random_rule_write(struct text *script, uint64_t *state, int number);

#endif
