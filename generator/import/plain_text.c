/* Text as cells are compared by. */
#include "import/plain_text.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* What a code point becomes. */
struct replacement {
    uint32_t point;
    const char *plain;
};

static const struct replacement replacements[] = {
    {'\t', " "},     {'_', " "},      {0xA0, " "},     {0xB4, "'"},    {0xB7, ";"},
    {0xBA, ""},      {0xC6, "Ae"},    {0xD7, "x"},     {0xDF, "ss"},   {0xE6, "ae"},
    {0x152, "Oe"},   {0x153, "oe"},   {0x1E9E, "ss"},  {0x2009, " "},  {0x200B, ""},
    {0x200D, ""},    {0x2010, "-"},   {0x2011, "-"},   {0x2012, "-"},  {0x2013, "-"},
    {0x2014, " - "}, {0x2015, " - "}, {0x2018, "'"},   {0x2019, "'"},  {0x201C, "\""},
    {0x201D, "\""},  {0x201E, "\""},  {0x2022, ";"},   {0x202F, " "},  {0x2032, "'"},
    {0x2033, "\""},  {0x2082, "2"},   {0x2153, "1/3"}, {0x2190, "->"}, {0x2192, "->"},
    {0x21D2, "->"},  {0x2212, "-"},   {0x2265, ">"},   {0x2264, "<"},  {0x2248, "~"},
    {0x22C5, ";"},   {0xFE0F, ""},    {0x27A1, "->"},
};

static const struct {
    uint32_t point;
    const char *alone, *behind_digit;
} fractions[] = {{0xBC, "1/4", ".25"}, {0xBD, "1/2", ".5"}, {0xBE, "3/4", ".75"}};

/* The letters below the marks of U+00C0 to U+017F; a blank: none. */
static const char bases[] = "AAAAAA CEEEEIIIIDNOOOOO OUUUUYT aaaaaa ceeeeiiiidnooooo ouuuuyty"
                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKkkLlLlLlLlLl"
                            "NnNnNnnNnOoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
#define FIRST_BASE 0xC0

static const char *replacement_of(uint32_t point, bool is_behind_digit)
{
    for (size_t i = 0; i < sizeof replacements / sizeof *replacements; i++)
        if (replacements[i].point == point)
            return replacements[i].plain;
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
        if (fractions[i].point == point)
            return is_behind_digit ? fractions[i].behind_digit : fractions[i].alone;
    return NULL;
}

/* Capitals and marks of Greek and Cyrillic; both forms of a letter have as many bytes. */
struct letter_range {
    uint32_t first, last, lower;
};
static const struct letter_range letters[] = {
    {0x386, 0x386, 0x3B1}, {0x388, 0x388, 0x3B5}, {0x389, 0x389, 0x3B7}, {0x38A, 0x38A, 0x3B9},
    {0x38C, 0x38C, 0x3BF}, {0x38E, 0x38E, 0x3C5}, {0x38F, 0x38F, 0x3C9}, {0x390, 0x390, 0x3B9},
    {0x391, 0x3A9, 0x3B1}, {0x3AA, 0x3AA, 0x3B9}, {0x3AB, 0x3AB, 0x3C5}, {0x3AC, 0x3AC, 0x3B1},
    {0x3AD, 0x3AD, 0x3B5}, {0x3AE, 0x3AE, 0x3B7}, {0x3AF, 0x3AF, 0x3B9}, {0x3B0, 0x3B0, 0x3C5},
    {0x3C2, 0x3C2, 0x3C3}, {0x3CA, 0x3CA, 0x3B9}, {0x3CB, 0x3CB, 0x3C5}, {0x3CC, 0x3CC, 0x3BF},
    {0x3CD, 0x3CD, 0x3C5}, {0x3CE, 0x3CE, 0x3C9}, {0x401, 0x401, 0x435}, {0x410, 0x42F, 0x430},
    {0x451, 0x451, 0x435},
};

static uint32_t lower_of(uint32_t point)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (point >= letters[i].first && point <= letters[i].last)
            return letters[i].lower + (point - letters[i].first);
    return 0;
}

#define CYRILLIC_HA 0x445
#define GREEK_CHI   0x3C7

/* "6х400": letters that look like x stand for it between numbers. */
static bool is_like_x(const struct text *plain, uint32_t letter, const char *next)
{
    size_t length = plain->length;
    if (letter != CYRILLIC_HA && letter != GREEK_CHI)
        return false;
    while (length && plain->data[length - 1] == ' ')
        length--;
    next += strspn(next, " ");
    return length && isdigit((unsigned char)plain->data[length - 1]) &&
           (isdigit((unsigned char)*next) || *next == '(');
}

static bool append_letter(struct text *plain, uint32_t point, const char *next)
{
    uint32_t lower = lower_of(point);
    const char bytes[] = {(char)(0xC0 | lower >> 6), (char)(0x80 | (lower & 0x3F))};
    if (is_like_x(plain, lower ? lower : point, next))
        text_append(plain, "x");
    else if (lower)
        text_append_bytes(plain, bytes, sizeof bytes);
    else
        return false;
    return true;
}

static bool is_mark(uint32_t point)
{
    return (point >= 0x300 && point < 0x370) || (point >= 0x1F3FB && point <= 0x1F3FF);
}

static void append_point(struct text *plain, uint32_t point, const char *from, size_t length)
{
    bool is_behind_digit = plain->length && isdigit((unsigned char)plain->data[plain->length - 1]);
    const char *replaced = point < 0x80 && point != '_' && point != '\t'
                               ? NULL
                               : replacement_of(point, is_behind_digit);
    size_t base = point - FIRST_BASE;
    if (point >= letters[0].first && append_letter(plain, point, from + length))
        return;
    if (replaced)
        text_append(plain, replaced);
    else if (point >= FIRST_BASE && base < sizeof bases - 1 && bases[base] != ' ')
        text_append_bytes(plain, &bases[base], 1);
    else if (!is_mark(point) && point != '\r')
        text_append_bytes(plain, from, length);
}

struct plain_text plain_text_make(const char *text, struct arena *arena)
{
    struct text plain = TEXT_INIT;
    size_t *origins = arena_array(arena, 3 * strlen(text) + 1, sizeof *origins);
    for (const char *at = text; *at;) {
        const char *from = at;
        size_t begin = plain.length;
        uint32_t point = utf8_next(&at);
        if (point == '\\' && *at == 'n') {
            text_append(&plain, "\n");
            at++;
        } else {
            append_point(&plain, point, from, (size_t)(at - from));
        }
        for (; begin < plain.length; begin++)
            origins[begin] = (size_t)(from - text);
    }
    origins[plain.length] = strlen(text);
    char *lower = arena_strdup(arena, text_string(&plain));
    struct plain_text made = {lower, arena_strdup(arena, text_string(&plain)), origins};
    for (; *lower; lower++)
        *lower = (char)tolower((unsigned char)*lower);
    text_release(&plain);
    return made;
}
