/*
 * Prescribe: paces for whole sessions, and the words and steps of tune-up races. It changes nothing
 * that a rule reads.
 */
#ifndef HILLPLAN_PLANNER_PRESCRIBE_H
#define HILLPLAN_PLANNER_PRESCRIBE_H

#include "planner/context.h"

void prescribe_paces(const struct planner *planner);

#endif
