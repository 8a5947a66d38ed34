/* Text: a growing string, UTF-8, and the nearest word. */
#include "base/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

void text_release(struct text *text)
{
    free(text->data);
    *text = (struct text)TEXT_INIT;
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->data)
        text->data[0] = '\0';
}

void text_append_bytes(struct text *text, const void *bytes, size_t length)
{
    if (length >= text->capacity - text->length || text->capacity == 0) {
        size_t capacity = text->capacity ? text->capacity : 256;
        while (capacity - text->length <= length)
            capacity *= 2;
        text->data = memory_resize(text->data, capacity, 1);
        text->capacity = capacity;
    }
    if (length)
        memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_append(struct text *text, const char *string)
{
    text_append_bytes(text, string, strlen(string));
}

void text_vprintf(struct text *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    char small[256];
    int length = vsnprintf(small, sizeof small, format, arguments);
    if (length >= 0 && (size_t)length < sizeof small) {
        text_append_bytes(text, small, (size_t)length);
    } else if (length >= 0) {
        char *large = memory_new((size_t)length + 1);
        vsnprintf(large, (size_t)length + 1, format, again);
        text_append_bytes(text, large, (size_t)length);
        free(large);
    }
    va_end(again);
}

void text_printf(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_vprintf(text, format, arguments);
    va_end(arguments);
}

const char *text_string(const struct text *text)
{
    return text->data ? text->data : "";
}

uint32_t utf8_next_of_many(const char **string)
{
    const unsigned char *bytes = (const unsigned char *)*string;
    *string += 1;

    size_t extra;
    uint32_t point, smallest;
    if ((bytes[0] & 0xE0) == 0xC0) {
        extra = 1, point = bytes[0] & 0x1Fu, smallest = 0x80;
    } else if ((bytes[0] & 0xF0) == 0xE0) {
        extra = 2, point = bytes[0] & 0x0Fu, smallest = 0x800;
    } else if ((bytes[0] & 0xF8) == 0xF0) {
        extra = 3, point = bytes[0] & 0x07u, smallest = 0x10000;
    } else {
        return UTF8_INVALID;
    }
    for (size_t i = 1; i <= extra; i++) {
        if (!utf8_is_continuation((char)bytes[i]))
            return UTF8_INVALID;
        point = point << 6 | (bytes[i] & 0x3Fu);
    }
    if (point < smallest || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return UTF8_INVALID;
    *string += extra;
    return point;
}

const char *utf8_without_mark(const char *string)
{
    size_t length = strlen(UTF8_MARK);
    return strncmp(string, UTF8_MARK, length) == 0 ? string + length : string;
}

void text_place(const char *bytes, size_t offset, int *line, int *column)
{
    *line = *column = 1;
    for (size_t i = 0; i < offset; i++) {
        *column += !utf8_is_continuation(bytes[i]);
        if (bytes[i] == '\n') {
            ++*line;
            *column = 1;
        }
    }
}

bool utf8_is_valid(const char *bytes, size_t length, size_t *bad)
{
    const char *at = bytes, *end = bytes + length;
    while (at < end) {
        const char *start = at;
        uint32_t point = utf8_next(&at);
        if (point == 0 || point == UTF8_INVALID || at > end) {
            *bad = (size_t)(start - bytes);
            return false;
        }
    }
    return true;
}

size_t utf8_length(const char *string)
{
    size_t length = 0;
    while (utf8_next(&string))
        length++;
    return length;
}

#define LONGEST_NEAR_WORD 40

static size_t smallest_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance; both words have at most LONGEST_NEAR_WORD bytes. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t rows[LONGEST_NEAR_WORD + 1][LONGEST_NEAR_WORD + 1];
    size_t a_length = strlen(a), b_length = strlen(b);
    for (size_t i = 0; i <= a_length; i++) {
        for (size_t j = 0; j <= b_length; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            size_t change = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            rows[i][j] = smallest_of(change, 1 + smallest_of(rows[i - 1][j], rows[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = smallest_of(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a_length][b_length];
}

const char *text_nearest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strlen(word);
    if (length > LONGEST_NEAR_WORD)
        return NULL;
    size_t best = smallest_of(3, (length + 2) / 3) + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!candidates[i] || strlen(candidates[i]) > LONGEST_NEAR_WORD)
            continue;
        size_t distance = edit_distance(word, candidates[i]);
        if (distance < best) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}

bool utf8_is_hidden(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
    } hidden[] = {
        {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200F},   {0x202A, 0x202E},
        {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
    };
    for (size_t i = 0; code_point >= 0x80 && i < sizeof hidden / sizeof *hidden; i++)
        if (code_point >= hidden[i].first && code_point <= hidden[i].last)
            return true;
    return false;
}

void text_append_told(struct text *text, const char *bytes, size_t length)
{
    const char *end = bytes + length, *kept = bytes;
    for (const char *at = bytes; at < end;) {
        const char *start = at;
        uint32_t point = utf8_next(&at);
        at += at == start; /* a NUL */
        bool is_lone_return = point == '\r' && *at != '\n';
        bool is_hidden = utf8_is_hidden(point);
        if (!is_hidden && !is_lone_return && point != UTF8_INVALID && utf8_is_plain(point))
            continue;
        text_append_bytes(text, kept, (size_t)(start - kept));
        text_append(text, is_hidden ? "" : point == UTF8_INVALID ? "?" : " ");
        kept = at;
    }
    text_append_bytes(text, kept, (size_t)(end - kept));
}

static bool is_blank(uint32_t point)
{
    enum { DELETE = 0x7F, LAST_CONTROL = 0x9F };
    /* Control characters of a foreign text must not reach a terminal. */
    return point <= ' ' || (point >= DELETE && point <= LAST_CONTROL);
}

/* Moves `*string` behind one word of at most `most` code points; returns their number. */
static size_t skip_word(const char **string, size_t most)
{
    size_t length = 0;
    while (length < most) {
        const char *next = *string;
        uint32_t point = utf8_next(&next);
        if (is_blank(point)) /* the end, 0, included */
            break;
        *string = next;
        length++;
    }
    return length;
}

void text_wrap(struct text *text, size_t column, size_t rest_indent, size_t columns,
               const char *string)
{
    bool is_line_start = true;
    for (;;) {
        const char *word = string;
        size_t length = skip_word(&string, columns - rest_indent);
        if (length == 0) {
            if (utf8_next(&string) == 0)
                break;
            continue; /* behind a blank */
        }
        if (column + !is_line_start + length > columns) {
            text_printf(text, "\n%*s", (int)rest_indent, "");
            column = rest_indent;
            is_line_start = true;
        }
        text_append(text, is_line_start ? "" : " ");
        text_append_bytes(text, word, (size_t)(string - word));
        column += !is_line_start + length;
        is_line_start = false;
    }
    text_append(text, "\n");
}

const char *text_excerpt(const char *text, char buffer[TEXT_EXCERPT_SIZE])
{
    static const char dots[] = "...";
    size_t length = 0;
    for (const char *at = text; *at;) {
        const char *start = at;
        utf8_next(&at);
        if (length + (size_t)(at - start) + sizeof dots > TEXT_EXCERPT_SIZE) {
            memcpy(buffer + length, dots, sizeof dots);
            return buffer;
        }
        for (; start < at; start++) {
            bool is_control = (unsigned char)*start < 0x20;
            if (is_control)
                buffer[length++] = ' ';
            else
                buffer[length++] = *start;
        }
    }
    buffer[length] = '\0';
    return buffer;
}

/* What a code point becomes in plain text; 0: it remains itself. */
static char plain_character(uint32_t point)
{
    static const struct {
        uint32_t point;
        char plain;
    } replaced[] = {{0xA0, ' '},   {0xD7, 'x'},    {0x2010, '-'}, {0x2011, '-'}, {0x2013, '-'},
                    {0x2014, '-'}, {0x2019, '\''}, {0x202F, ' '}, {0x2212, '~'}, {'\t', ' '},
                    {'\n', ' '},   {'\r', ' '},    {'_', ' '}};
    for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
        if (replaced[i].point == point)
            return replaced[i].plain;
    if (point >= 0x80)
        return 0;
    return (char)tolower((int)point);
}

char *text_plain(const char *text, struct arena *arena)
{
    char *plain = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (const char *at = text; *at;) {
        const char *start = at;
        char character = plain_character(utf8_next(&at));
        if (character == ' ' && (length == 0 || plain[length - 1] == ' '))
            continue;
        if (character)
            plain[length++] = character;
        else
            while (start < at)
                plain[length++] = *start++;
    }
    while (length > 0 && plain[length - 1] == ' ')
        length--;
    plain[length] = '\0';
    return plain;
}
