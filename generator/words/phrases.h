/*
 * Phrases: the keys of templates/pages/text.*.yaml, each as PHRASE_ and its key in capitals. The
 * list is made from the English file when the program is built, and holds its texts as well, and
 * its sentences with plurals.
 */
#ifndef HILLPLAN_WORDS_PHRASES_H
#define HILLPLAN_WORDS_PHRASES_H

/* PHRASES(X): X(KEY_IN_CAPITALS, "key", "English text"); SENTENCES(X): X("key", "English text") */
#include "words/phrase_list.h"

#define PHRASES_ENUMERATOR(enumerator, key, text) PHRASE_##enumerator,
enum phrase { PHRASES(PHRASES_ENUMERATOR) PHRASE_COUNT };
#undef PHRASES_ENUMERATOR

#endif
