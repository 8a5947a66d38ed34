/*
 * A YAML file as it stands, for files of others, that no form describes.
 */
#ifndef HILLPLAN_DOCUMENT_TREE_H
#define HILLPLAN_DOCUMENT_TREE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAPPING };

struct tree_node {
    enum tree_kind kind;
    int line, column;
    const char *key;                      /* in a mapping, else NULL */
    const char *text;                     /* of TREE_TEXT */
    const struct tree_node *first, *next; /* what it holds, in the file's order; its neighbour */
    size_t count;                         /* of what it holds */
};

/*
 * The root of a text of valid UTF-8; all belongs to the arena. NULL after an error: no YAML, an
 * anchor or alias, a key that is no text, too deep.
 */
const struct tree_node *tree_read(const char *name, const char *text, struct arena *arena,
                                  struct error *error);

/* The value of a mapping's key; NULL where it isn't there, or nothing has keys. */
const struct tree_node *tree_find(const struct tree_node *mapping, const char *key);

/* The text of a node; NULL where it is none, or NULL. */
const char *tree_text(const struct tree_node *node);

#endif
