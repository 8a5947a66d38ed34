/*
 * The tree of a YAML (or JSON) text: its nodes, checked against a schema, and where each stands.
 *
 * Only what the schema allows is in the tree: every mistake has been reported and left out, so
 * that the rest can still be judged, and all mistakes of a file come out in one run.
 */
#ifndef HILLPLAN_DOCUMENT_TREE_H
#define HILLPLAN_DOCUMENT_TREE_H

#include <cyaml/cyaml.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

/*
 * Flags of fields. For libcyaml every field is optional, because a tree with mistakes left out has
 * to load as well; REQUIRED is for the tree alone, which reports what is missing.
 */
#define OPTIONAL CYAML_FLAG_OPTIONAL
#define REQUIRED (CYAML_FLAG_OPTIONAL | (1 << 20))

/* Of scalars that are numbers, dates or words from a set: written bare, and numbers in JSON. */
#define BARE CYAML_FLAG_SCALAR_PLAIN

struct node {
    const struct node *parent;
    const char *key; /* in a mapping; NULL in a list and at the root */
    size_t index;    /* in a list of the file, from 0 */
    int line, column;
    const char *scalar; /* NULL: a mapping or a list */
    bool is_list;
    bool is_incomplete;        /* something in it was wrong and has been left out */
    const struct node **items; /* of a mapping or list */
    size_t count;
};

/*
 * Reads valid UTF-8 `text`. Errors go to `error` with the file's `name`; *failed is set by each.
 * NULL where nothing is left to work with. The nodes belong to the arena.
 */
const struct node *tree_read(const char *name, const struct text *text,
                             const cyaml_schema_value_t *schema, struct arena *arena,
                             struct error *error, bool *failed);

/* The value of a mapping's key; NULL where it isn't in the tree. */
const struct node *node_find(const struct node *mapping, const char *key);

/* Appends "week.run_days[2]"; nothing for the root. */
void node_append_path(const struct node *node, struct text *path);

/* Appends the tree as the plainest YAML there is: every scalar quoted, no style left to chance. */
void node_append_yaml(const struct node *node, struct text *yaml);

#endif
