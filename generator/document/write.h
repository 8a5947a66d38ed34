/*
 * The writer: structs as YAML or JSON, along the same rows by which they are read.
 *
 * What is unknown (NULL, a list of no items, a mapping of nothing) is left out.
 * What is written reads back as what was written; characters that have no place in a text
 * (scalar.h) become U+FFFD.
 */
#ifndef HILLPLAN_DOCUMENT_WRITE_H
#define HILLPLAN_DOCUMENT_WRITE_H

#include "base/error.h"
#include "base/text.h"
#include "document/field.h"

/* How a scalar came to be, for the format to choose its form. */
enum scalar_kind {
    SCALAR_TEXT,
    SCALAR_BARE, /* a number, date or word */
    SCALAR_INT,
    SCALAR_BOOL,
};

/* One format. Every function returns false when its library fails. `key` is NULL in lists. */
struct sink {
    bool (*begin)(struct sink *sink, const char *key, bool is_list, bool is_flow);
    bool (*end)(struct sink *sink, bool is_list);
    bool (*scalar)(struct sink *sink, const char *key, enum scalar_kind kind, const char *text);
};

/* What is written: a struct by its form, with the fields that a kind of document has. */
struct written {
    const struct form *form;
    unsigned in;
    const void *data;
};

/* Walks the struct into the sink. */
bool write_walk(struct sink *sink, const struct written *written);

/* Append the whole. Errors: STATUS_SYSTEM where a library is out of memory. */
bool write_yaml(const struct written *written, struct text *out, struct error *error);
bool write_json(const struct written *written, struct text *out, struct error *error);

#endif
