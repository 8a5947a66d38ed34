/*
 * Closed sets of words. Each is written once, as a list of X(ENUMERATOR, "word", ...): it gives
 * the enum, the names of its values, and the list of its words, which readers of files and of the
 * command line look up and name in their messages. A word's value is its place in the list.
 *
 *     #define FRUITS(X) X(FRUIT_APPLE, "apple") X(FRUIT_PEAR, "pear")
 *     enum fruit { FRUITS(WORD_ENUMERATOR) FRUIT_COUNT };
 *     WORDS_DECLARE(fruit)           fruit_name(FRUIT_PEAR), &fruit_words
 *     WORDS_DEFINE(fruit, FRUITS)    in a .c
 */
#ifndef HILLPLAN_BASE_WORD_LIST_H
#define HILLPLAN_BASE_WORD_LIST_H

#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct word_list {
    const char *const *words; /* NULL: a value without a word */
    size_t count;
    const char *const *helps; /* what each word stands for; NULL: they tell that themselves */
};

#define WORD_ENUMERATOR(enumerator, ...) enumerator,
#define WORD_TEXT(enumerator, word, ...) word,

#define WORDS_DECLARE(set)                                                                         \
    const char *set##_name(enum set value);                                                        \
    extern const struct word_list set##_words;

/* What is not told (-1, the NONE of a set) has no name. */
#define WORDS_DEFINE_WITH(set, LIST, helps)                                                        \
    static const char *const set##_texts[] = {LIST(WORD_TEXT)};                                    \
    const struct word_list set##_words = {set##_texts, sizeof set##_texts / sizeof *set##_texts,   \
                                          helps};                                                  \
    const char *set##_name(enum set value)                                                         \
    {                                                                                              \
        return (int)value < 0 ? NULL : set##_texts[value];                                         \
    }
#define WORDS_DEFINE(set, LIST) WORDS_DEFINE_WITH(set, LIST, NULL)

/* Of a list of X(ENUMERATOR, "word", "help"). */
#define WORD_HELP(enumerator, word, help) help,
#define WORDS_DEFINE_TOLD(set, LIST)                                                               \
    static const char *const set##_helps[] = {LIST(WORD_HELP)};                                    \
    WORDS_DEFINE_WITH(set, LIST, set##_helps)

/* The word of a value; NULL where it has none. */
const char *word_list_word(const struct word_list *list, int value);

/* The place of a word, or -1 where it is none of the list. */
int word_list_find(const struct word_list *list, const char *word);

/* Likewise as people type it: small and capital letters are the same, and it may be written out as
   far as it begins what it stands for ("Tuesday" for "tue"). */
int word_list_meant(const struct word_list *list, const char *word);

/*
 * Appends which words there are instead of `word`, and the one that may be meant if one is near,
 * between quotes like `quote`: "a4, letter; did you mean 'letter'?".
 */
void word_list_advise(const struct word_list *list, const char *word, const char *quote,
                      struct text *out);

/*
 * What word_list_meant() finds; otherwise -1, and an error that advises: "there is no paper 'a6';
 * choose one of a4, letter". `what` is what the words stand for: "paper". STATUS_BAD_INPUT.
 */
int word_list_choose(const struct word_list *list, const char *what, const char *word,
                     struct error *error);

#endif
