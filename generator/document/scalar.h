/*
 * Scalars: what single values of a file may look like, strictly, and how texts have to be written
 * so that every reader takes them for texts.
 */
#ifndef HILLPLAN_DOCUMENT_SCALAR_H
#define HILLPLAN_DOCUMENT_SCALAR_H

#include <stdbool.h>

/* "-12", "0", "345": no sign but minus, no leading zeros, at most 9 digits. */
bool scalar_is_integer(const char *text);

/* An integer, or one with a fraction that doesn't end in 0 ("42.5"): what JSON keeps exactly. */
bool scalar_is_number(const char *text);

/* True for "", "~" and the kinds of "null": plain, they say that there is no value. */
bool scalar_is_null(const char *text);

/* True if YAML readers of version 1.1 or 1.2 take the plain word for a text. */
bool scalar_reads_as_text(const char *text);

#endif
