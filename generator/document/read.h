/*
 * The steps of reading a document. Internal to document/.
 */
#ifndef HILLPLAN_DOCUMENT_READ_H
#define HILLPLAN_DOCUMENT_READ_H

#include "document/document.h"

/* What a field's value looks like in the file. */
enum shape {
    SHAPE_SCALAR,
    SHAPE_SCALARS,
    SHAPE_MAPPING,
    SHAPE_MAPPINGS,
    SHAPE_FREE,
    SHAPE_WORDS /* a scalar or a list of them */
};

/* What its single values, or those of its list, are. */
enum scalar_form {
    AS_TEXT,
    AS_NUMBER,
    AS_FLAG,
    AS_WORD,
    AS_DECIMAL,
    AS_DATE,
    AS_SPAN,
    AS_TIME,
    AS_HOURS
};

struct kind_traits {
    enum shape shape;
    enum scalar_form form;
    bool is_loaded;  /* by libcyaml; otherwise settled from its place */
    bool keeps_text; /* in its place */
};

extern const struct kind_traits field_traits[FIELD_KIND_COUNT];

/*
 * Walks over valid UTF-8, makes the places, and reports mistakes; strikes in `text` the keys that
 * libcyaml has to pass over. NULL where nothing is left to be loaded.
 */
const struct place *document_walk(struct document *document, const struct form *form,
                                  struct text *text);

/* Reads a single value by its field into the place's number; reports what is wrong with it. */
bool scalar_check(struct document *document, struct place *place, const char *text, size_t length,
                  bool is_plain);

/* A number as the file has it, in its shortest form. Returns `buffer`. */
const char *scalar_format(int value, const struct field *field, char buffer[QUANTITY_TEXT_SIZE]);

/* Loads what is not struck into a new struct of the arena. */
void *document_load(struct document *document, const struct form *form, const struct text *text);

/* Makes numbers of texts, fills in what is unknown, and calls the forms' checks. */
void document_settle(struct document *document, const struct form *form);

#endif
