/*
 * The profile of a course: shaded by grade, in colours and hatchings that a black-and-white printer
 * keeps apart. Climbs are hatched upwards to the right, descents downwards; the steeper, the
 * darker.
 */
#ifndef HILLPLAN_PRINT_COURSE_CHART_H
#define HILLPLAN_PRINT_COURSE_CHART_H

#include "print/page.h"
#include "print/race_view.h"

/* The look of a band of grades (model/course.h), in a box. */
void course_chart_swatch(const struct page *page, size_t band, struct box box);

/* Metres above sea level that a chart reaches from and to: those of the line with some air. */
struct elevation_span {
    double low, high;
};
struct elevation_span course_chart_span(const struct course_line *line);

/* The shaded profile from `from_m` to `to_m`, stretched over the box; nothing but the ground. */
void course_chart_ground(struct canvas *canvas, const struct course_line *line,
                         const struct elevation_span *span, int from_m, int to_m, struct box box);

/* The whole chart with its axes, and the names of the main climbs and descents. */
void course_chart_draw(struct page *page, const struct race_view *view, struct box box);

/* A triangle that points up or down, its base or tip on `y`; `size` is its height. */
void course_chart_arrow(struct canvas *canvas, double x, double y, double size, bool is_up,
                        struct ink ink);

#endif
