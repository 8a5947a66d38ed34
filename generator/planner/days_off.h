/* Days off: what the longer ones cost a race. Private to planner/. */
#ifndef HILLPLAN_PLANNER_DAYS_OFF_H
#define HILLPLAN_PLANNER_DAYS_OFF_H

#include "planner/context.h"

/* Notes what training was before each break of the plan, once all its weeks are there. */
bool days_off_measure(struct planner *planner, struct error *error);

/*
 * How much slower runners were after such breaks, and whether the way back fits before the taper:
 * sentences in the plan's arena; NULL where nothing of the kind is to be said.
 */
const char *days_off_words(const struct planner *planner);

#endif
