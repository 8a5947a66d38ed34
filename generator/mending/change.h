/*
 * Changes of a finished plan, small ones first: what a coach would do with a pencil. Each changes
 * days of one week. Sessions are copied before they are changed, so that putting the week back as
 * it was undoes a change. Races stay as they are, but may change places.
 */
#ifndef HILLPLAN_MENDING_CHANGE_H
#define HILLPLAN_MENDING_CHANGE_H

#include "rules/ruleset.h"

/* Each is true where something has changed. Days are indices in their week. */

/* Makes the runs of the day smaller, in proportion, until none is above the limit. */
bool change_cut_day(struct plan *plan, size_t week, size_t day, enum limit_kind kind, int limit);

/*
 * Makes the week's largest run that is no long one smaller, until the week's distance is within the
 * limit; false where it would become less than the next largest.
 */
bool change_cut_largest(struct plan *plan, size_t week, int limit);

/*
 * Makes the week's runs smaller until their sum (of what is known) is within the limit: easy runs
 * by what they easily miss, then easy and long runs as far as that goes, then the others; or all of
 * them evenly. Where the limit leaves nothing to run, as beside a race that is as long, they are
 * left out.
 */
bool change_cut_week(struct plan *plan, size_t week, enum limit_kind kind, int limit, bool evenly);

/* Cuts the day's longest run by a share of its distance. */
bool change_shorten(struct plan *plan, size_t week, size_t day, int percent);

/* The same, of the week's longest run; the easy and long runs of other days take the distance. */
bool change_level(struct plan *plan, size_t week, size_t day, int percent);

/* What two days hold changes places. */
bool change_swap(struct plan *plan, size_t week, size_t day, size_t other);

/* The day's hard or hilly runs become easy flat ones of the same distance; long ones stay long. */
bool change_ease(struct plan *plan, size_t week, size_t day);

/*
 * The day's long runs become easy ones, no longer than the longest of the others; these take the
 * distance where it `gives`.
 */
bool change_unmake_long(struct plan *plan, size_t week, size_t day, bool gives);

/* The day becomes one of rest: its runs are left out. */
bool change_drop(struct plan *plan, size_t week, size_t day);

#endif
