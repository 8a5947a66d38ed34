/*
 * Quantities a runner reads, as integers: distance in hundredths of the plan's unit, duration in
 * seconds, pace in seconds per unit. What is stored is what is printed.
 */
#ifndef HILLPLAN_BASE_QUANTITY_H
#define HILLPLAN_BASE_QUANTITY_H

#include <limits.h>
#include <stdbool.h>

#include "base/word_list.h"

/* A number that nobody gave. */
#define UNKNOWN INT_MIN

#define UNITS(X)                                                                                   \
    X(UNITS_KM, "km")                                                                              \
    X(UNITS_MI, "mi")
enum units { UNITS(WORD_ENUMERATOR) UNITS_COUNT };

#define HUNDREDTHS 100 /* of a km or mi, in one */

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_DAY    86400

/*
 * Reads a plain decimal ("42", "42.2", "42.19"; no sign, exponent, or more than `decimals` places)
 * as an integer count of 10^-decimals; false where it isn't one or is above 1 000 000.
 */
bool decimal_parse(const char *text, int decimals, int *value);

#define QUANTITY_TEXT_SIZE 32
/* A count of 10^-decimals, not negative, with no more decimals than it needs. Returns `buffer`. */
const char *decimal_format(int value, int decimals, char buffer[QUANTITY_TEXT_SIZE]);
/* Hundredths as "42", "42.5" or "42.19": no more decimals than it needs. Returns `buffer`. */
const char *distance_format(int hundredths, char buffer[QUANTITY_TEXT_SIZE]);

/* Reads "45:30", "1:15:00" (m:ss, h:mm:ss) as seconds, at most 200 hours. */
bool duration_parse(const char *text, int *seconds);
/* Reads "1:15" as hours and minutes, in seconds. */
bool hours_minutes_parse(const char *text, int *seconds);
/* "45:30" below an hour, otherwise "1:15:00". Returns `buffer`. */
const char *duration_format(int seconds, char buffer[QUANTITY_TEXT_SIZE]);

WORDS_DECLARE(units)

/* Metres in one unit, in millimetres: exact (the mile is the international one, 1609.344 m). */
int units_mm(enum units units);

/* Whole metres in hundredths of the unit and back, rounded to the nearest. */
int distance_from_m(int metres, enum units units);
int distance_to_m(int hundredths, enum units units);

/* Metres in hundredths of the unit, rounded down: for limits. */
int distance_from_m_floor(int metres, enum units units);

/* The smaller and the larger of two quantities; UNKNOWN is smaller than any. */
int smaller_of(int a, int b);
int larger_of(int a, int b);

/* The multiple of step that comes next below a value, or above it; value >= 0, step > 0. */
static inline int round_down_to(int value, int step)
{
    return value / step * step;
}

static inline int round_up_to(int value, int step)
{
    return round_down_to(value + step - 1, step);
}

/* value * part / whole without overflow, rounded down; whole > 0, value and part >= 0. */
int scale_floor(int value, int part, int whole);
/* The same, rounded to the nearest. */
int scale_round(int value, int part, int whole);

#endif
