/*
 * Dates are day numbers: whole days since 1970-01-01 in the proleptic Gregorian calendar. There
 * are no clocks, time zones or summer times here, so the difference of two dates is a subtraction.
 */
#ifndef HILLPLAN_BASE_DATE_H
#define HILLPLAN_BASE_DATE_H

#include <limits.h>
#include <stdbool.h>

#include "base/word_list.h"

#define NO_DATE INT_MIN

/* X(enumerator, "name", "long name") */
#define WEEKDAYS(X)                                                                                \
    X(MONDAY, "mon", "Monday")                                                                     \
    X(TUESDAY, "tue", "Tuesday")                                                                   \
    X(WEDNESDAY, "wed", "Wednesday")                                                               \
    X(THURSDAY, "thu", "Thursday")                                                                 \
    X(FRIDAY, "fri", "Friday")                                                                     \
    X(SATURDAY, "sat", "Saturday")                                                                 \
    X(SUNDAY, "sun", "Sunday")

enum weekday { WEEKDAYS(WORD_ENUMERATOR) };
#define DAYS_PER_WEEK 7

/* The day number of a date that exists; NO_DATE for one that doesn't (month 1-12, day 1-31). */
int date_from_ymd(int year, int month, int day);
void date_to_ymd(int date, int *year, int *month, int *day);

/* Reads exactly "YYYY-MM-DD", a date that exists, years 1900 to 2199; otherwise false. */
bool date_parse(const char *text, int *date);

#define DATE_TEXT_SIZE 16
/* Writes ISO 8601, as in 2027-04-19, and returns `buffer`. */
const char *date_format(int date, char buffer[DATE_TEXT_SIZE]);

enum weekday date_weekday(int date);

/* True on Saturdays and Sundays. */
bool date_is_weekend(int date);

/* "mon" ... "sun", and "Monday" ... "Sunday". */
WORDS_DECLARE(weekday)
const char *weekday_long_name(enum weekday weekday);

/* "January" ... "December" of a month from 1 to 12. */
const char *month_name(int month);

/* The days from the week's first weekday to `weekday`: 0 to 6. */
int weekday_offset(enum weekday weekday, enum weekday week_start);

/* The last date on or before `date` that falls on `weekday`. */
int date_on_or_before(int date, enum weekday weekday);

/* The number of days in a month (1 to 12) of a year. */
int month_length(int year, int month);

#endif
