/* Languages: look-ups. */
#include "words/language.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define PHRASES_TEXT(enumerator, key, text) text,
static const char *const english[PHRASE_COUNT] = {PHRASES(PHRASES_TEXT)};

#define PHRASES_KEY(enumerator, key, text) key,
static const char *const keys[PHRASE_COUNT] = {PHRASES(PHRASES_KEY)};

const char *phrase_english(enum phrase phrase)
{
    return english[phrase];
}

const char *phrase_key(enum phrase phrase)
{
    return keys[phrase];
}

const char *language_phrase(const struct language *language, enum phrase phrase)
{
    const char *text = language ? language->phrases[phrase] : NULL;
    return text ? text : english[phrase];
}

static int compare(const void *a, const void *b)
{
    const struct translation *left = a, *right = b;
    return strcmp(left->english, right->english);
}

void language_sort(struct language *language)
{
    if (language->translation_count)
        qsort(language->translations, language->translation_count, sizeof *language->translations,
              compare);
}

const char *phrase_fill(struct arena *arena, const char *text, const char *const *parts,
                        size_t count)
{
    struct text filled = TEXT_INIT;
    while (*text) {
        size_t place =
            text[0] == '{' && text[1] && text[2] == '}' ? (size_t)(text[1] - '1') : count;
        size_t plain = 1 + strcspn(text + 1, "{");
        if (place < count)
            text_append(&filled, parts[place]);
        else
            text_append_bytes(&filled, text, plain);
        text += place < count ? strlen("{1}") : plain;
    }
    const char *kept = arena_strdup(arena, text_string(&filled));
    text_release(&filled);
    return kept;
}

static const struct translation *find(const struct language *language, const char *said)
{
    struct translation key = {.english = said};
    return bsearch(&key, language->translations, language->translation_count,
                   sizeof *language->translations, compare);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The length of the number at the start of a text: "12", "5.5", "3:50:00"; 0 where there is none.
 */
static size_t number_length(const char *text)
{
    size_t length = 0;
    while (is_digit(text[length]) || (length > 0 && (text[length] == '.' || text[length] == ':') &&
                                      is_digit(text[length + 1])))
        length++;
    return length;
}

/* A number of a plan document in the language's way of writing: "5,5". */
static const char *localize_number(const struct language *language, const char *number,
                                   size_t length, struct arena *arena)
{
    const char *dot = memchr(number, '.', length);
    if (!dot)
        return arena_strndup(arena, number, length);
    const char *rest = dot + 1;
    return arena_printf(arena, "%.*s%s%.*s", (int)(dot - number), number,
                        language_phrase(language, PHRASE_DECIMAL_MARK),
                        (int)(number + length - rest), rest);
}

const char *language_translate(const struct language *language, const char *text,
                               struct arena *arena)
{
    enum { MOST_NUMBERS = 9 };
    const char *numbers[MOST_NUMBERS];
    size_t count = 0;
    if (!language || !text || language->translation_count == 0)
        return text;
    const struct translation *found = find(language, text);
    if (found)
        return found->text;
    struct text pattern = TEXT_INIT;
    for (const char *at = text; *at;) {
        size_t length = count < MOST_NUMBERS ? number_length(at) : 0;
        if (length) {
            numbers[count++] = localize_number(language, at, length, arena);
            text_printf(&pattern, "{%zu}", count);
        } else {
            text_append_bytes(&pattern, at, 1);
        }
        at += length ? length : 1;
    }
    found = find(language, text_string(&pattern));
    text_release(&pattern);
    return found ? phrase_fill(arena, found->text, numbers, count) : text;
}

/* The places of a text as bits: 1 << n for "{n}". */
static unsigned places_of(const char *text)
{
    unsigned places = 0;
    for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{'))
        if (at[1] >= '1' && at[1] <= '9' && at[2] == '}')
            places |= 1U << (at[1] - '0');
    return places;
}

bool phrase_places_match(enum phrase phrase, const char *text)
{
    return places_of(english[phrase]) == places_of(text);
}

bool language_name_is_valid(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz");
    return name[length] == '\0' && (length == 2 || length == 3);
}

void language_free(struct language *language)
{
    if (language)
        arena_free(language->arena);
}
