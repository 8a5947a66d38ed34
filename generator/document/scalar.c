/* Scalars: strict forms, and words with two meanings. */
#include "document/scalar.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#define MOST_DIGITS 9 /* fits an int, and a double exactly */

/* The number of digits at `text`. */
static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/* The length of the integer at the start of `text`; 0 where there is none. */
static size_t integer_length(const char *text)
{
    size_t sign = text[0] == '-', digits = digits_at(text + sign);
    bool has_leading_zero = digits > 1 && text[sign] == '0';
    bool is_minus_zero = sign && digits == 1 && text[sign] == '0';
    if (digits == 0 || digits > MOST_DIGITS || has_leading_zero || is_minus_zero)
        return 0;
    return sign + digits;
}

bool scalar_is_integer(const char *text)
{
    size_t length = integer_length(text);
    return length > 0 && text[length] == '\0';
}

bool scalar_is_number(const char *text)
{
    size_t length = integer_length(text);
    if (length == 0 || text[length] == '\0')
        return length > 0;
    if (text[length] != '.')
        return false;
    size_t places = digits_at(text + length + 1), end = length + 1 + places;
    return places > 0 && text[end] == '\0' && text[end - 1] != '0' &&
           length + places <= MOST_DIGITS;
}

bool scalar_is_null(const char *text)
{
    return text[0] == '\0' || strcmp(text, "~") == 0 || strcasecmp(text, "null") == 0;
}

bool scalar_reads_as_text(const char *text)
{
    static const char *const words[] = {"y",    "n",     "yes",  "no", "on", "off",
                                        "true", "false", "null", "~",  "=",  "<<"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(text, words[i]) == 0)
            return false;
    /* Numbers of any base, times and dates: too many forms to tell apart, so the letters that
       occur in them decide. Quoting one word too many does no harm. */
    bool may_be_number = isdigit((unsigned char)text[0]) || strchr("+-.", text[0]);
    may_be_number = may_be_number && !strstr(text, ".."); /* a span of dates */
    return text[0] != '\0' &&
           !(may_be_number && text[strspn(text, "0123456789+-._:,eExXoOabcdABCDfFiInNtTzZ ")] == 0);
}
