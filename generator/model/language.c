/* Languages: look-ups. */
#include "model/language.h"

#include <stdlib.h>
#include <string.h>

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

const char *language_translate(const struct language *language, const char *text)
{
    struct translation key = {.english = text};
    if (!language || !text || language->translation_count == 0)
        return text;
    const struct translation *found =
        bsearch(&key, language->translations, language->translation_count,
                sizeof *language->translations, compare);
    return found ? found->text : text;
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
