/* Quantities: exact reading and printing of the numbers a runner sees. */
#include "base/quantity.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>

#define LARGEST_DECIMAL  1000000
#define LARGEST_HOURS    200
#define MM_PER_KM        1000000
#define MM_PER_MI        1609344
#define SECONDS_PER_HOUR 3600

bool decimal_parse(const char *text, int decimals, int *value)
{
    int64_t number = 0;
    int places = -1; /* -1 before the point */
    if (!isdigit((unsigned char)text[0]))
        return false;
    for (const char *at = text; *at; at++) {
        if (*at == '.' && places < 0) {
            places = 0;
        } else if (isdigit((unsigned char)*at)) {
            number = number * 10 + (*at - '0');
            places += places >= 0;
        } else {
            return false;
        }
        if (places > decimals || number > INT_MAX)
            return false;
    }
    if (places == 0)
        return false; /* a point and nothing behind it */
    for (int i = places < 0 ? 0 : places; i < decimals; i++)
        number *= 10;
    int64_t largest = LARGEST_DECIMAL;
    for (int i = 0; i < decimals; i++)
        largest *= 10;
    if (number > largest || number > INT_MAX)
        return false;
    *value = (int)number;
    return true;
}

const char *decimal_format(int value, int decimals, char buffer[QUANTITY_TEXT_SIZE])
{
    int scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    size_t length = (size_t)snprintf(buffer, QUANTITY_TEXT_SIZE, "%d", value / scale);
    int part = value % scale;
    if (part > 0)
        buffer[length++] = '.';
    for (; part > 0; part %= scale) {
        scale /= 10;
        buffer[length++] = (char)('0' + part / scale);
    }
    buffer[length] = '\0';
    return buffer;
}

const char *distance_format(int hundredths, char buffer[QUANTITY_TEXT_SIZE])
{
    return decimal_format(hundredths, 2, buffer);
}

/* Reads `digits` ":" `digits` ...; every part but the first has two digits below 60. */
static bool parse_sexagesimal(const char *text, int most_parts, int *parts, int *count)
{
    *count = 0;
    for (;;) {
        int value = 0, digits = 0;
        for (; isdigit((unsigned char)*text); text++, digits++)
            value = digits < 5 ? value * 10 + (*text - '0') : value;
        if (digits < 1 || digits > 4 || *count == most_parts)
            return false;
        if (*count > 0 && (digits != 2 || value >= 60))
            return false;
        parts[(*count)++] = value;
        if (*text == '\0')
            return *count > 1;
        if (*text++ != ':')
            return false;
    }
}

bool duration_parse(const char *text, int *seconds)
{
    int parts[3] = {0}, count;
    if (!parse_sexagesimal(text, 3, parts, &count))
        return false;
    int total = count == 2 ? parts[0] * 60 + parts[1]
                           : parts[0] * SECONDS_PER_HOUR + parts[1] * 60 + parts[2];
    if (total > LARGEST_HOURS * SECONDS_PER_HOUR)
        return false;
    *seconds = total;
    return true;
}

bool hours_minutes_parse(const char *text, int *seconds)
{
    int parts[2], count;
    if (!parse_sexagesimal(text, 2, parts, &count) || parts[0] > LARGEST_HOURS)
        return false;
    *seconds = parts[0] * SECONDS_PER_HOUR + parts[1] * 60;
    return true;
}

const char *duration_format(int seconds, char buffer[QUANTITY_TEXT_SIZE])
{
    int hours = seconds / SECONDS_PER_HOUR, minutes = seconds / 60 % 60;
    if (hours)
        snprintf(buffer, QUANTITY_TEXT_SIZE, "%d:%02d:%02d", hours, minutes, seconds % 60);
    else
        snprintf(buffer, QUANTITY_TEXT_SIZE, "%d:%02d", minutes, seconds % 60);
    return buffer;
}

WORDS_DEFINE(units, UNITS)

int units_mm(enum units units)
{
    return units == UNITS_KM ? MM_PER_KM : MM_PER_MI;
}

static int divide_rounded(int64_t numerator, int64_t denominator, bool nearest)
{
    int64_t result = (numerator + (nearest ? denominator / 2 : 0)) / denominator;
    return result > INT_MAX ? INT_MAX : (int)result;
}

int distance_from_m(int metres, enum units units)
{
    return divide_rounded((int64_t)metres * 1000 * HUNDREDTHS, units_mm(units), true);
}

int distance_from_m_floor(int metres, enum units units)
{
    return divide_rounded((int64_t)metres * 1000 * HUNDREDTHS, units_mm(units), false);
}

int distance_to_m(int hundredths, enum units units)
{
    return divide_rounded((int64_t)hundredths * units_mm(units), (int64_t)1000 * HUNDREDTHS, true);
}

int scale_floor(int value, int part, int whole)
{
    return divide_rounded((int64_t)value * part, whole, false);
}

int scale_round(int value, int part, int whole)
{
    return divide_rounded((int64_t)value * part, whole, true);
}

int smaller_of(int a, int b)
{
    return a < b ? a : b;
}

int larger_of(int a, int b)
{
    return a > b ? a : b;
}
