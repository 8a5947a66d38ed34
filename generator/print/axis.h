/*
 * Axes: what charts count in.
 */
#ifndef HILLPLAN_PRINT_AXIS_H
#define HILLPLAN_PRINT_AXIS_H

/* The smallest step of 1, 2 or 5 times a power of ten that is `least` or more. */
int axis_step(double least);

#endif
