/*
 * Text as cells are compared by: one byte a letter, without marks, in lower case.
 */
#ifndef HILLPLAN_IMPORT_PLAIN_TEXT_H
#define HILLPLAN_IMPORT_PLAIN_TEXT_H

#include "base/arena.h"

/* Both have the same length. Emoji and letters of other alphabets stay as they are. */
struct plain_text {
    const char *lower;
    const char *cased;     /* with its capitals: "E 8" is easy, "e 8" is no more than a letter */
    const size_t *origins; /* of each byte, and of the end: its place in the text */
};

/*
 * The plain form of valid UTF-8: typographic quotes, primes, dashes, arrows and blanks become
 * those of a typewriter, fractions a number, a multiplication sign "x", a middle dot ";".
 */
struct plain_text plain_text_make(const char *text, struct arena *arena);

#endif
