/*
 * Scalars: what single values of a file may look like, strictly, and how texts have to be written
 * so that every reader takes them for texts.
 */
#ifndef HILLPLAN_DOCUMENT_SCALAR_H
#define HILLPLAN_DOCUMENT_SCALAR_H

#include <stdbool.h>
#include <stdint.h>

/* False for control characters (but tab and line ends), odd line ends and byte order marks. */
static inline bool scalar_allows(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7F)
        return true;
    if (code_point < 0x20)
        return code_point == '\t' || code_point == '\n' || code_point == '\r';
    bool is_control = code_point < 0xA0;
    bool is_line_end = code_point == 0x2028 || code_point == 0x2029;
    bool is_mark = code_point == 0xFEFF || code_point == 0xFFFE || code_point == 0xFFFF;
    return !is_control && !is_line_end && !is_mark;
}

/* "-12", "0", "345": no sign but minus, no leading zeros, at most 9 digits. */
bool scalar_is_integer(const char *text);

/* An integer, or one with a fraction that doesn't end in 0 ("42.5"): what JSON keeps exactly. */
bool scalar_is_number(const char *text);

/* True for "", "~" and the kinds of "null": plain, they say that there is no value. */
bool scalar_is_null(const char *text);

/* True where YAML readers of version 1.1 or 1.2 take the plain word for a text. */
bool scalar_reads_as_text(const char *text);

#define EXCERPT_SIZE 48
/* The beginning of a valid UTF-8 text in one line, for a message. Returns `buffer`. */
const char *scalar_excerpt(const char *text, char buffer[EXCERPT_SIZE]);

#endif
