/*
 * Documents: a YAML or JSON file, read strictly, as the structs that its schema describes.
 *
 * A document is read in three steps: its bytes are checked (size, UTF-8), its tree is checked
 * against the schema (tree.h), and libcyaml loads what is left of it into structs. The structs may
 * lack what was wrong; those who convert them go on as if it had not been given.
 */
#ifndef HILLPLAN_DOCUMENT_DOCUMENT_H
#define HILLPLAN_DOCUMENT_DOCUMENT_H

#include <stdbool.h>

#include "document/tree.h"

struct document {
    const char *name; /* of the file, for messages */
    struct error *error;
    bool failed; /* a mistake was found in this document */
    const struct node *root;
    void *data; /* the struct of the schema's root */

    struct arena *arena;  /* of the nodes */
    size_t first_message; /* of this document, in error */
    const cyaml_schema_value_t *schema;
};

/*
 * Reads a file, or a text. False where there is nothing to convert; true may still mean that
 * mistakes were found. document_release() is due in either case; the name must live until then.
 */
bool document_read(struct document *document, const char *path, size_t most_bytes,
                   const cyaml_schema_value_t *schema, struct error *error);
bool document_read_text(struct document *document, const char *name, const char *bytes,
                        size_t length, const cyaml_schema_value_t *schema, struct error *error);
/* Frees the document, and puts its messages in the order of the file. */
void document_release(struct document *document);

/*
 * Reports a mistake at the value of `key` in `mapping`; at the mapping itself where key is NULL or
 * isn't there. The message begins with the path ("week.run_days[2]: ").
 */
void document_fail(struct document *document, const struct node *mapping, const char *key,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same as a warning, which is no mistake. */
void document_warn(struct document *document, const struct node *mapping, const char *key,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The value of a mapping's key, or the mapping itself. */
const struct node *document_place(const struct node *mapping, const char *key);

#endif
