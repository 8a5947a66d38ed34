/*
 * Places: where each value of a file stands, and what was read of it.
 */
#ifndef HILLPLAN_DOCUMENT_PLACE_H
#define HILLPLAN_DOCUMENT_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct place {
    const struct place *parent;
    const struct field *field; /* of the value, or of the list that it is an entry of */
    bool is_entry;             /* of a list; otherwise it has a key, or is the root */
    const char *name; /* the key where a mapping's are free; else NULL, and the field's is */
    size_t index;     /* in the file's list, from 0 */
    int line, column;
    bool is_wrong;      /* a mistake was reported, and the value is not in the struct */
    bool is_incomplete; /* something in it was wrong */
    /* What a single value means, where it is no text: its number, or the two ends of a span. */
    int number, last;
    bool is_written_freely;           /* so that libcyaml can't take it */
    const char *text;                 /* of OWN and PATH fields */
    const struct place *first, *next; /* the values in a mapping or list, in the file's order */
    size_t count;                     /* of them */
};

/* The value of a mapping's key, be it wrong; NULL where it isn't there, or the mapping is NULL. */
const struct place *place_find(const struct place *mapping, const char *key);

/* The first value in a mapping or list; NULL where there is none, or no list. */
const struct place *place_first(const struct place *list);

/* Appends "week.run_days[2]"; nothing for the root. */
void place_append_path(const struct place *place, struct text *path);

#endif
