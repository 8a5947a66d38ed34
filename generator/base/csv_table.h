/*
 * The rows and cells of a CSV file (RFC 4180, and with ";" or tabs), with their places. Who reads
 * them knows what they mean.
 */
#ifndef HILLPLAN_BASE_CSV_TABLE_H
#define HILLPLAN_BASE_CSV_TABLE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#define MOST_COLUMNS 200

struct cell {
    const char *text; /* "" where it is empty */
    struct source_place place;
};

struct row {
    struct cell cells[MOST_COLUMNS];
    size_t count;
    const char *start, *end; /* of its bytes in the text */
};

struct csv_table {
    const char *name;    /* of the file, for messages */
    struct arena *arena; /* holds the cells */
    struct error *error;
    size_t most_rows;
    bool failed;
    const char *at; /* what is left to read */
    struct source_place place;
    char separator;
    size_t rows;
    struct row row; /* the current one */
};

/* Begins with a text, valid UTF-8 without NUL, which has to outlive the table. */
void csv_table_begin(struct csv_table *table, const char *name, const char *text, size_t most_rows,
                     struct arena *arena, struct error *error);

/* Reads the next row into table->row; false at the end, or after a mistake (table->failed). */
bool csv_table_next(struct csv_table *table);

bool csv_row_is_empty(const struct row *row);

#endif
