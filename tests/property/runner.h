/*
 * Random runners: profile texts of every kind that a profile file can hold, the same on every
 * machine for the same seed and number.
 */
#ifndef HILLPLAN_TESTS_RUNNER_H
#define HILLPLAN_TESTS_RUNNER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* Appends the profile (YAML) of runner `number`. Beginners have a mean week below 10 km. */
void runner_write(struct text *profile, uint64_t seed, uint64_t number, bool with_beginners);

#endif
