/*
 * The messages of rules, as translators see them.
 */
#ifndef HILLPLAN_APP_RULES_MESSAGES_H
#define HILLPLAN_APP_RULES_MESSAGES_H

#include "base/error.h"
#include "base/text.h"
#include "rules/ruleset.h"

/*
 * Lists the keys (words/message.h) of all that rules say in files of cases and in plan documents,
 * a line each, sorted. With the name of a language, or else NULL: those that it lacks.
 */
void rules_messages(const char *const *paths, size_t count, struct ruleset *rules,
                    const char *language, struct text *out, struct error *error);

#endif
