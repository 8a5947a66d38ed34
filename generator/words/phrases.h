/*
 * Phrases: the keys of templates/pages/text.*.yaml, each as PHRASE_ and its key in capitals. The
 * list is made from the English file when the program is built, and holds its texts as well.
 */
#ifndef HILLPLAN_WORDS_PHRASES_H
#define HILLPLAN_WORDS_PHRASES_H

#include "words/phrase_list.h" /* PHRASES(X): X(KEY_IN_CAPITALS, "key", "English text") */

#define PHRASES_ENUMERATOR(enumerator, key, text) PHRASE_##enumerator,
enum phrase { PHRASES(PHRASES_ENUMERATOR) PHRASE_COUNT };
#undef PHRASES_ENUMERATOR

#endif
