/*
 * Week outlook: what a search has learned of the rest of a week, so that it need not go there again
 * when the days before differ only in what did not matter.
 */
#ifndef HILLPLAN_PLANNER_WEEK_OUTLOOK_H
#define HILLPLAN_PLANNER_WEEK_OUTLOOK_H

#include "planner/week_search.h"

/* Forgets all; then the search can begin. */
void outlook_begin(struct week_search *search);

/* Whether no better week than the best one found can come of the days before, with that score, as
   is known from others like them; then the outlook is set. */
bool outlook_is_known(const struct week_search *search, size_t day, int score,
                      struct outlook *outlook);

/* Remembers what may come from that day on, and that it goes by days before it alone. */
void outlook_keep(struct week_search *search, size_t day, struct outlook *outlook);

#endif
