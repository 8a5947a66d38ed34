/*
 * The lines of hatchings: where they run in a box, and how thick they are. Pure geometry.
 */
#ifndef HILLPLAN_PRINT_PATTERN_H
#define HILLPLAN_PRINT_PATTERN_H

#include "print/canvas.h"

/* Takes a line of 2 or more spots. */
typedef void pattern_line(void *data, const struct spot *spots, size_t count);

/*
 * Gives every line of a box's pattern that crosses a part of the box. Lines may stick out of the
 * part, by a few points or to its sides: draw them clipped. Parts of one box share its lines, so
 * that a pattern goes on from part to part.
 */
void pattern_lines(enum pattern pattern, struct box box, struct box part, pattern_line *line,
                   void *data);

/* In points. */
double pattern_thickness(enum pattern pattern);

#endif
