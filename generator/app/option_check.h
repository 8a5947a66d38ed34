/* Whether what stands behind an option is what the option takes. */
#ifndef HILLPLAN_APP_OPTION_CHECK_H
#define HILLPLAN_APP_OPTION_CHECK_H

#include "app/options.h"

/* STATUS_BAD_INPUT; what a word may be is told. */
bool option_check(const struct option *option, const char *value, struct error *error);

/* The words that the option may take: none where it takes something else. */
bool option_words(const struct option *option, struct arena *arena, struct word_list *words,
                  struct error *error);

#endif
