/*
 * Numbers of GPX files.
 */
#ifndef HILLPLAN_COURSE_GPX_NUMBER_H
#define HILLPLAN_COURSE_GPX_NUMBER_H

#include <stdbool.h>

/*
 * Reads a decimal, with a point or a comma, as a count of 10^-places, rounded to the nearest. False
 * where it is none, or too large for an int.
 */
bool gpx_decimal(const char *text, int places, int *value);

#endif
