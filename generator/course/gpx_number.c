/* Numbers of GPX files, without the C library, which asks the locale for the decimal point. */
#include "course/gpx_number.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#define WHITE " \t\r\n"

/* A comma is how programs write one that did ask the locale. */
static bool is_point(char byte)
{
    return byte == '.' || byte == ',';
}

/* Reads digits (and moves on) as long as they fit; those after the point count down `*exponent`. */
static bool read_digits(const char **at, int64_t *number, int *exponent)
{
    bool any = false, is_fraction = false;
    for (; (**at >= '0' && **at <= '9') || (is_point(**at) && !is_fraction); ++*at) {
        if (is_point(**at)) {
            is_fraction = true;
            continue;
        }
        any = true;
        bool fits = *number < INT64_MAX / 100;
        if (fits)
            *number = *number * 10 + (**at - '0');
        *exponent += is_fraction ? -(int)fits : (int)!fits;
    }
    return any;
}

/* Reads "e-05" where it is there. */
static bool read_exponent(const char **at, int *exponent)
{
    if (**at != 'e' && **at != 'E')
        return true;
    ++*at;
    int sign = **at == '-' ? -1 : 1, value = 0;
    if (**at == '-' || **at == '+')
        ++*at;
    const char *digits = *at;
    for (; **at >= '0' && **at <= '9'; ++*at)
        value = value < 1000 ? value * 10 + (**at - '0') : value;
    *exponent += sign * value;
    return *at > digits;
}

bool gpx_decimal(const char *text, int places, int *value)
{
    const char *at = text + strspn(text, WHITE);
    bool is_negative = *at == '-';
    int64_t number = 0;
    int exponent = places;
    if (*at == '-' || *at == '+')
        at++;
    if (!read_digits(&at, &number, &exponent) || !read_exponent(&at, &exponent) ||
        at[strspn(at, WHITE)] != '\0')
        return false;
    for (; exponent > 0 && number != 0; exponent--) {
        if (number > INT_MAX)
            return false;
        number *= 10;
    }
    for (; exponent < -1 && number != 0; exponent++)
        number /= 10;
    if (exponent == -1)
        number = (number + 5) / 10;
    if (number > INT_MAX)
        return false;
    *value = is_negative ? -(int)number : (int)number;
    return true;
}
