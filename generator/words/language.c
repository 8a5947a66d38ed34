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

bool language_is_english(const struct language *language)
{
    return !language || strcmp(language->name, "en") == 0;
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

#define SENTENCES_ENTRY(key, text) {key, text},
static const struct translation english_sentences[] = {SENTENCES(SENTENCES_ENTRY)};

const char *language_sentence(const struct language *language, const char *key)
{
    const struct translation wanted = {.english = key}, *found = NULL;
    if (language && language->translation_count)
        found = bsearch(&wanted, language->translations, language->translation_count,
                        sizeof *language->translations, compare);
    const size_t count = sizeof english_sentences / sizeof *english_sentences;
    for (size_t i = 0; i < count && !found && language_is_english(language); i++)
        if (strcmp(english_sentences[i].english, key) == 0)
            found = &english_sentences[i];
    return found ? found->text : NULL;
}

const char *language_translate(const struct language *language, const char *text)
{
    const char *sentence = text ? language_sentence(language, text) : NULL;
    return sentence ? sentence : text;
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

static enum plural one_or_other(int n)
{
    return n == 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static enum plural few_or_many(int n)
{
    bool is_few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    return is_few ? PLURAL_FEW : PLURAL_MANY;
}

static enum plural none_or_one(int n)
{
    return n <= 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static enum plural polish(int n)
{
    return n == 1 ? PLURAL_ONE : few_or_many(n);
}

static enum plural russian(int n)
{
    return n % 10 == 1 && n % 100 != 11 ? PLURAL_ONE : few_or_many(n);
}

enum plural language_plural(const struct language *language, int n)
{
    static const struct {
        const char *language;
        enum plural (*plural)(int n);
    } rules[] = {{"fr", none_or_one}, {"pl", polish}, {"pt", none_or_one}, {"ru", russian}};
    for (size_t i = 0; language && i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].language, language->name) == 0)
            return rules[i].plural(n);
    return one_or_other(n);
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
