/*
 * Words that no plan has: Lua compares strings of any spelling, so that `session.kind ==
 * "strenght"` is false for ever, and a rule does nothing without saying so.
 */
#ifndef HILLPLAN_SCRIPT_UNKNOWN_WORDS_H
#define HILLPLAN_SCRIPT_UNKNOWN_WORDS_H

#include "base/error.h"

/*
 * Warns of each string that a script compares, by == or ~=, with a field such as `kind` or
 * `weekday`, or with a variable of its name, that never has that value. Settings may have any.
 */
void unknown_words_warn(const char *path, const char *script, struct error *error);

#endif
