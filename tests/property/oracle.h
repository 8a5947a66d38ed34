/*
 * The oracle: weekly-ramp, hard-easy and downhill-recovery stated a second time, in plain C and
 * without a look at the scripts, so that a mistake in one of the two shows against the other.
 *
 * It judges a finished plan as a reader would: on the plan's own numbers and its race, history and
 * week preferences. The settings easy_days, max_increase and max_hard_days are read from the plan's
 * list of rules; compare_with is taken to be previous_week. Rules that the list switches off are
 * not judged.
 */
#ifndef HILLPLAN_TESTS_ORACLE_H
#define HILLPLAN_TESTS_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/plan.h"

#define BREACH_TEXT_SIZE 160

/* Where a plan breaks a rule. */
struct breach {
    const char *rule; /* a literal */
    int week;         /* number */
    char text[BREACH_TEXT_SIZE];
};

/* Finds the breaches of a plan; writes the first `most` of them and returns how many there are. */
size_t oracle_judge(const struct plan *plan, struct breach *breaches, size_t most);

/* What the definitions call an uphill and a downhill session; the goal race is neither. */
bool oracle_is_uphill(const struct plan *plan, const struct session *session);
bool oracle_is_downhill(const struct plan *plan, const struct session *session);

/* True for a week that days off leave fewer runs than usual. */
bool oracle_is_cut(const struct plan *plan, const struct week *week);

#endif
