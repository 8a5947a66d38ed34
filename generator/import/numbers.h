/*
 * Numbers as people write them in plans: "8,5", "6 1/2", "5-6", with their units. Texts are as
 * text_plain() leaves them; each function moves *at behind what it has read.
 */
#ifndef HILLPLAN_IMPORT_NUMBERS_H
#define HILLPLAN_IMPORT_NUMBERS_H

#include <ctype.h>
#include <stdbool.h>

#define MOST_HILLS_M 30000 /* of a session: no more is believed */

enum measure {
    MEASURE_NONE,
    MEASURE_KM,
    MEASURE_MI,
    MEASURE_M,
    MEASURE_FT,
    MEASURE_MIN,
    MEASURE_H,
    MEASURE_OTHER /* seconds, percents: of no use here */
};

static inline bool is_word_character(char character)
{
    return isalpha((unsigned char)character) || (unsigned char)character >= 0x80;
}

static inline const char *skip_blanks(const char *at)
{
    while (*at == ' ')
        at++;
    return at;
}

/* A number in hundredths: "8", "8.5", "8,5", "1,000", "6 1/2". False where it has too many digits.
 */
bool number_text_read(const char **at, int *hundredths);

/* "5-6", "5 - 6", "5 to 6", "5 or 6"; or one number, which is both ends. */
bool number_text_range(const char **at, int *least, int *hundredths);

/* The unit that follows, after blanks or a dash; MEASURE_NONE where there is none. */
enum measure number_text_measure(const char **at);

/* The minutes behind hours: "1h30", "1 h 30 min"; 0 where there are none. */
int number_text_minutes(const char **at);

/* Whole metres of a number in metres or feet; UNKNOWN in another unit. */
int number_text_metres(int hundredths, enum measure measure);

#endif
