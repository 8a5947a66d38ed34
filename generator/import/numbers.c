/* Numbers as people write them in plans. */
#include "import/numbers.h"

#include <ctype.h>
#include <string.h>

#include "base/quantity.h"

#define MOST_DIGITS   6
#define FEET_PER_10_M 32808 /* thousandths */

/* "1/2", "3/4" or "½" at a place, in hundredths; 0 where there is none. */
static int read_fraction(const char **at)
{
    static const struct {
        const char *sign;
        int hundredths;
    } signs[] = {{"½", 50},   {"¼", 25},   {"¾", 75},   {"⅓", 33},   {"⅔", 67},
                 {"1/2", 50}, {"1/4", 25}, {"3/4", 75}, {"1/3", 33}, {"2/3", 67}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(*at, signs[i].sign, length) == 0 && !isdigit((unsigned char)(*at)[length])) {
            *at += length;
            return signs[i].hundredths;
        }
    }
    return 0;
}

bool number_text_read(const char **at, int *hundredths)
{
    int whole = 0, digits = 0, fraction = 0, places = 0;
    *hundredths = read_fraction(at);
    if (*hundredths)
        return true;
    for (; isdigit((unsigned char)**at); (*at)++, digits++)
        if (digits < MOST_DIGITS)
            whole = 10 * whole + (**at - '0');
    while (**at == ',' && isdigit((unsigned char)(*at)[1]) && isdigit((unsigned char)(*at)[2]) &&
           isdigit((unsigned char)(*at)[3]) && !isdigit((unsigned char)(*at)[4])) {
        for (int i = 1; i <= 3 && digits < MOST_DIGITS; i++, digits++)
            whole = 10 * whole + ((*at)[i] - '0');
        *at += 4;
    }
    if ((**at == '.' || **at == ',') && isdigit((unsigned char)(*at)[1]))
        for ((*at)++; isdigit((unsigned char)**at); (*at)++)
            if (places < 2) {
                fraction = 10 * fraction + (**at - '0');
                places++;
            }
    *hundredths = whole * HUNDREDTHS + (places == 1 ? 10 * fraction : fraction);
    const char *next = *at + (**at == ' ');
    int part = places == 0 ? read_fraction(&next) : 0;
    if (part) {
        *hundredths += part;
        *at = next;
    }
    return digits > 0 && digits <= MOST_DIGITS;
}

bool number_text_range(const char **at, int *least, int *hundredths)
{
    bool is_number = number_text_read(at, hundredths);
    *least = *hundredths;
    const char *next = skip_blanks(*at);
    if (*next == '-')
        next++;
    else if (next > *at && (strncmp(next, "to ", 3) == 0 || strncmp(next, "or ", 3) == 0))
        next += 3;
    else
        return is_number;
    next = skip_blanks(next);
    int upper;
    if (!isdigit((unsigned char)*next) || !number_text_read(&next, &upper) || *next == ':')
        return is_number;
    *at = next;
    *least = smaller_of(*hundredths, upper);
    *hundredths = larger_of(*hundredths, upper);
    return is_number;
}

enum measure number_text_measure(const char **at)
{
    static const struct {
        const char *name;
        enum measure measure;
    } names[] = {
        {"km", MEASURE_KM},         {"kms", MEASURE_KM},        {"k", MEASURE_KM},
        {"kilometer", MEASURE_KM},  {"kilometers", MEASURE_KM}, {"kilometre", MEASURE_KM},
        {"kilometres", MEASURE_KM}, {"mi", MEASURE_MI},         {"mile", MEASURE_MI},
        {"miles", MEASURE_MI},      {"mis", MEASURE_MI},        {"miler", MEASURE_MI},
        {"m", MEASURE_M},           {"metre", MEASURE_M},       {"metres", MEASURE_M},
        {"meter", MEASURE_M},       {"meters", MEASURE_M},      {"ft", MEASURE_FT},
        {"feet", MEASURE_FT},       {"min", MEASURE_MIN},       {"mins", MEASURE_MIN},
        {"minute", MEASURE_MIN},    {"minutes", MEASURE_MIN},   {"h", MEASURE_H},
        {"hr", MEASURE_H},          {"hrs", MEASURE_H},         {"hour", MEASURE_H},
        {"hours", MEASURE_H},       {"s", MEASURE_OTHER},       {"sec", MEASURE_OTHER},
        {"secs", MEASURE_OTHER},    {"seconds", MEASURE_OTHER},
    };
    const char *start = skip_blanks(*at);
    if (*start == '%') {
        *at = start + 1;
        return MEASURE_OTHER;
    }
    if (*start == '\'' && !is_word_character(start[1])) { /* 90' */
        *at = start + 1;
        return MEASURE_MIN;
    }
    if (*start == '-' && is_word_character(start[1]))
        start++;
    size_t length = 0;
    while (is_word_character(start[length]))
        length++;
    for (size_t i = 0; length && i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, start, length) == 0) {
            *at = start + length;
            return names[i].measure;
        }
    return MEASURE_NONE;
}

int number_text_minutes(const char **at)
{
    const char *next = skip_blanks(*at);
    bool is_close = next == *at;
    int minutes;
    if (!isdigit((unsigned char)*next) || !number_text_read(&next, &minutes))
        return 0;
    enum measure measure = number_text_measure(&next);
    bool is_minutes =
        measure == MEASURE_MIN || measure == MEASURE_M || (measure == MEASURE_NONE && is_close);
    if (!is_minutes || minutes >= 60 * HUNDREDTHS)
        return 0;
    *at = next;
    return minutes / HUNDREDTHS;
}

int number_text_metres(int hundredths, enum measure measure)
{
    if (measure == MEASURE_FT)
        return scale_round(hundredths, 10 * 1000, FEET_PER_10_M * HUNDREDTHS);
    return measure == MEASURE_M ? hundredths / HUNDREDTHS : UNKNOWN;
}
