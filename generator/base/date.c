/* Dates as day numbers (algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
#include "base/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAYS_PER_ERA  146097 /* 400 Gregorian years */
#define EPOCH_SHIFT   719468 /* 0000-03-01 to 1970-01-01 */
#define EARLIEST_YEAR 1900
#define LATEST_YEAR   2199

static bool is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : lengths[month - 1];
}

int date_from_ymd(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > month_length(year, month))
        return NO_DATE;
    if (month <= 2)
        year--; /* years begin in March, so that the leap day is the last one */
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT;
}

void date_to_ymd(int date, int *year, int *month, int *day)
{
    int days = date + EPOCH_SHIFT;
    int era = (days >= 0 ? days : days - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int day_of_era = days - era * DAYS_PER_ERA;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

bool date_parse(const char *text, int *date)
{
    static const char pattern[] = "dddd-dd-dd";
    if (strlen(text) != sizeof pattern - 1)
        return false;
    for (size_t i = 0; pattern[i]; i++)
        if (pattern[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != pattern[i])
            return false;
    int year = (int)strtol(text, NULL, 10);
    int parsed =
        date_from_ymd(year, (int)strtol(text + 5, NULL, 10), (int)strtol(text + 8, NULL, 10));
    if (parsed == NO_DATE || year < EARLIEST_YEAR || year > LATEST_YEAR)
        return false;
    *date = parsed;
    return true;
}

const char *date_format(int date, char buffer[DATE_TEXT_SIZE])
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    snprintf(buffer, DATE_TEXT_SIZE, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
    return buffer;
}

enum weekday date_weekday(int date)
{
    int shifted = (date + THURSDAY) % DAYS_PER_WEEK; /* 1970-01-01 was a Thursday */
    return (enum weekday)(shifted < 0 ? shifted + DAYS_PER_WEEK : shifted);
}

bool date_is_weekend(int date)
{
    return date_weekday(date) >= SATURDAY;
}

WORDS_DEFINE_TOLD(weekday, WEEKDAYS)

const char *weekday_long_name(enum weekday weekday)
{
    return weekday_words.helps[weekday];
}

const char *month_name(int month)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    return names[month - 1];
}

int weekday_offset(enum weekday weekday, enum weekday week_start)
{
    return ((int)weekday - (int)week_start + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

int date_on_or_before(int date, enum weekday weekday)
{
    return date - weekday_offset(date_weekday(date), weekday);
}
