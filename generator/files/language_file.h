/*
 * Language files: templates/pages/text.*.yaml.
 */
#ifndef HILLPLAN_FILES_LANGUAGE_FILE_H
#define HILLPLAN_FILES_LANGUAGE_FILE_H

#include "base/error.h"
#include "words/language.h"

/*
 * Reads the words of a language; `name` is that of the file between its dots ("de"). Phrases that
 * it lacks remain NULL. The caller frees it; NULL after an error.
 */
struct language *language_read(const char *path, const char *name, struct error *error);

#endif
