/*
 * The reference of keys: what a kind of document may hold, for people.
 */
#ifndef HILLPLAN_DOCUMENT_REFERENCE_H
#define HILLPLAN_DOCUMENT_REFERENCE_H

#include "base/text.h"
#include "document/field.h"

/*
 * Appends a Markdown table with a row for each key of the form that the document has, those of
 * nested mappings as "week.longest_session.weekday", of lists as "tune_up_races[].date". Keys that
 * must stand there are in bold.
 */
void reference_append(const struct form *form, unsigned in, struct text *out);

#endif
