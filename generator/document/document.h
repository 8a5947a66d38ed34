/*
 * Documents: a YAML or JSON file, read strictly into the struct that a form describes.
 *
 * One walk over libyaml's events reports every mistake that a single key can show, with its place,
 * and strikes the keys whose values can't be loaded, so that libcyaml loads the rest of the same
 * bytes into the struct. Then the fields are settled: what is written as a text becomes a number,
 * what isn't there becomes unknown or its default, and each form checks what takes several keys.
 */
#ifndef HILLPLAN_DOCUMENT_DOCUMENT_H
#define HILLPLAN_DOCUMENT_DOCUMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "document/field.h"
#include "document/place.h"

struct document {
    const char *name; /* of the file, for messages */
    struct error *error;
    bool failed;         /* a mistake was found in this document */
    unsigned in;         /* which document it is; a bit of struct field */
    struct arena *arena; /* of the struct */
    const struct place *root;
    void *data;          /* the struct; NULL where nothing is left to work with */
    const void *context; /* of those who read it, for the forms' checks */

    struct arena *places;
    size_t first_message; /* of this document, in error */
};

/* What is read, and how. */
struct document_kind {
    const struct form *form;
    unsigned in;
    size_t most_bytes;
    struct file_role role; /* of a file, not of a text */
};

/*
 * Reads a file, or a text; the struct and all that it holds belong to `arena`. Returns the struct,
 * in which what was wrong is as if it had not been written (document->failed then), or NULL.
 * document_release() or document_finish() is due in either case; the name must live until then.
 */
void *document_read(struct document *document, const struct document_kind *kind, const char *path,
                    struct arena *arena, const void *context, struct error *error);
void *document_read_text(struct document *document, const struct document_kind *kind,
                         const char *name, const char *bytes, size_t length, struct arena *arena,
                         struct error *error);

/* Frees the places, and puts the messages in the order of the file. */
void document_release(struct document *document);

/* The same; returns the struct. After a mistake NULL, and the arena is freed, too. */
void *document_finish(struct document *document);

/*
 * Reports a mistake at the value of `key` in `mapping`; at the mapping itself where key is NULL or
 * isn't there. The message begins with the path ("week.run_days[2]: ").
 */
void document_fail(struct document *document, const struct place *mapping, const char *key,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same as a warning, which is no mistake. */
void document_warn(struct document *document, const struct place *mapping, const char *key,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
