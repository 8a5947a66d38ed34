/*
 * Languages: the words of the pages in a runner's language.
 */
#ifndef HILLPLAN_WORDS_LANGUAGE_H
#define HILLPLAN_WORDS_LANGUAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "words/phrases.h"

/* A title, the why of a rule or the key of a message, and its translation. */
struct translation {
    const char *english, *text;
};

struct language {
    struct arena *arena;               /* the language itself is in it */
    const char *name;                  /* "de" */
    const char *phrases[PHRASE_COUNT]; /* NULL: printed in English */
    struct translation *translations;  /* sorted by their English */
    size_t translation_count;
};

/* The English phrase. */
const char *phrase_english(enum phrase phrase);

/* The key of a phrase in the files, as "week_of". */
const char *phrase_key(enum phrase phrase);

/* The text in the language, or in English where the language is NULL or lacks it. */
const char *language_phrase(const struct language *language, enum phrase phrase);

/* Whether it is the language that plan documents are written in. */
bool language_is_english(const struct language *language);

/*
 * A title, or the sentence of a message by its key (words/message.h), in the language; NULL where
 * it is not known. English knows those that have plurals.
 */
const char *language_sentence(const struct language *language, const char *key);

/* The same, or the text itself where it is not known. NULL stays NULL. */
const char *language_translate(const struct language *language, const char *text);

/* The form of a word that goes with a whole number: CLDR's categories. Languages that the program
   doesn't know tell one from all others. */
enum plural { PLURAL_ONE, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER };
enum plural language_plural(const struct language *language, int n);

/* A text with its places {1}, {2}, ... filled; what has no part stays as it is. In the arena. */
const char *phrase_fill(struct arena *arena, const char *text, const char *const *parts,
                        size_t count);

/* Puts the translations in order. */
void language_sort(struct language *language);

/* Whether a name can be that of a language: two or three lower-case letters. */
bool language_name_is_valid(const char *name);

/* Whether a text names the same places ({1}, {2}, ...) as the English phrase, each any number of
   times. */
bool phrase_places_match(enum phrase phrase, const char *text);

void language_free(struct language *language); /* NULL is allowed */

#endif
