/*
 * The keys of what people write: profiles and plan documents, for `hillplan keys`.
 */
#ifndef HILLPLAN_FILES_KEYS_H
#define HILLPLAN_FILES_KEYS_H

#include "base/text.h"

/* Appends the reference as Markdown, a section a kind of document. */
void keys_append(struct text *out);

#endif
