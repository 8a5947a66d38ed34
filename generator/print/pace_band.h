/*
 * The pace band: strips to cut out and to wear on the wrist, with the elapsed time at every km or
 * mile, arrows for climbs and descents, and the profile below. Their size is the same on every
 * paper; in large print their type is large.
 */
#ifndef HILLPLAN_PRINT_PACE_BAND_H
#define HILLPLAN_PRINT_PACE_BAND_H

#include "print/page.h"
#include "print/race_view.h"

/* How many splits fit a box of this size, in points. */
size_t pace_band_most(const struct page *page, double width, double height);

/* Of all strips, no wider than `width`, and the air between them; in points. */
double pace_band_height(const struct page *page, const struct race_view *view, double width);

void pace_band_draw(struct page *page, const struct race_view *view, struct box box);

#endif
