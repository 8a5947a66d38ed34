/*
 * Text: a growing string, and UTF-8.
 */
#ifndef HILLPLAN_BASE_TEXT_H
#define HILLPLAN_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing string (or run of bytes). `data` is always NUL-terminated. */
struct text {
    char *data;
    size_t length, capacity;
};

#define TEXT_INIT                                                                                  \
    {                                                                                              \
        0                                                                                          \
    }

void text_release(struct text *text);
void text_clear(struct text *text);
void text_append(struct text *text, const char *string);
void text_append_bytes(struct text *text, const void *bytes, size_t length);
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprintf(struct text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* The string; "" while nothing was added. Valid until the text changes. */
const char *text_string(const struct text *text);

/*
 * Reads one UTF-8 code point from the NUL-terminated `*string` and moves it on. Returns the code
 * point; 0 at the end; UTF8_INVALID, having moved one byte, where the bytes are not UTF-8
 * (overlong, surrogate, beyond U+10FFFF or cut off).
 */
#define UTF8_INVALID UINT32_MAX
uint32_t utf8_next_of_many(const char **string); /* for utf8_next() alone */

static inline uint32_t utf8_next(const char **string)
{
    unsigned char byte = (unsigned char)**string;
    if (byte >= 0x80)
        return utf8_next_of_many(string);
    *string += byte != 0;
    return byte;
}

/* True for the second byte of a code point, and for those after it. */
static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The byte order mark; the string behind one, if it begins with one. */
#define UTF8_MARK "\xEF\xBB\xBF"
const char *utf8_without_mark(const char *string);

/* A place in a file. */
struct source_place {
    int line, column;
};

/* Line and column, from 1, of a byte of the text; columns count code points. */
void text_place(const char *bytes, size_t offset, int *line, int *column);

/* True where all `length` bytes are valid UTF-8 without NUL; otherwise *bad is the byte offset. */
bool utf8_is_valid(const char *bytes, size_t length, size_t *bad);

/*
 * False for what no text of ours may hold: control characters (but tab and line ends), odd line
 * ends and byte order marks.
 */
static inline bool utf8_is_plain(uint32_t code_point)
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

/* True for what is not seen but changes what is: marks of direction, and those without width. */
bool utf8_is_hidden(uint32_t code_point);

/*
 * Appends a text as it may be told, whoever wrote it: what leaves the program for a terminal, a
 * page or a file passes here. Hidden characters are left out; a control character (but tab and line
 * ends) becomes a blank, and a byte that is no UTF-8 a question mark. A NUL follows the bytes.
 */
void text_append_told(struct text *text, const char *bytes, size_t length);

/* The number of code points in a valid UTF-8 string. */
size_t utf8_length(const char *string);

/* The beginning of a valid UTF-8 string in one line, for a message. Returns `buffer`. */
#define TEXT_EXCERPT_SIZE 48
const char *text_excerpt(const char *text, char buffer[TEXT_EXCERPT_SIZE]);

/*
 * The candidate nearest to `word` for a "did you mean", or NULL where none is near: at most a
 * third of the word's bytes, and never more than three, have to change (Damerau-Levenshtein).
 * Candidates that are NULL are none.
 */
const char *text_nearest(const char *word, const char *const *candidates, size_t count);

/*
 * The text as words are looked up in it, in the arena: lower case (of ASCII), one blank for blanks
 * and underscores, dashes as "-", "×" as "x", a minus sign as "~".
 */
struct arena;
char *text_plain(const char *text, struct arena *arena);

/*
 * Ends a line that begins with `column` code points with a valid UTF-8 string, in lines of at most
 * `columns`; those after the first are indented by `rest_indent`. Blanks and control characters
 * separate words; a word that is longer than a line is cut.
 */
void text_wrap(struct text *text, size_t column, size_t rest_indent, size_t columns,
               const char *string);

#endif
