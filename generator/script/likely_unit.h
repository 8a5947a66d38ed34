/*
 * Limits that look as if they were meant in another unit: distances are hundredths and times are
 * seconds, but people think in kilometres and minutes.
 */
#ifndef HILLPLAN_SCRIPT_LIKELY_UNIT_H
#define HILLPLAN_SCRIPT_LIKELY_UNIT_H

#include "script/rule.h"

/* Warns of limits below 1 km and 5 min, at a line of a custom rule's file; once a rule and kind. */
void likely_unit_warn(struct rule *rule, int line, const struct limits *limits,
                      struct error *error);

#endif
