/*
 * The rows and cells of a CSV file (RFC 4180, and with ";" or tabs), with their places. Internal to
 * import/; csv.c knows what they mean.
 */
#ifndef HILLPLAN_IMPORT_CSV_TABLE_H
#define HILLPLAN_IMPORT_CSV_TABLE_H

#include "import/imported_plan.h"

#define MOST_COLUMNS 64

struct cell {
    const char *text; /* "" where it is empty */
    struct source_place place;
};

struct row {
    struct cell cells[MOST_COLUMNS];
    size_t count;
};

struct csv_table {
    struct imported_plan *imported; /* where mistakes go */
    const char *at;                 /* what is left to read */
    struct source_place place;
    char separator;
    size_t rows;
    struct row row; /* the current one */
};

/* Begins with a text, valid UTF-8 without NUL, which has to outlive the table. */
void csv_table_begin(struct csv_table *table, struct imported_plan *imported, const char *text);

/* Reads the next row into table->row; false at the end, or after a mistake. */
bool csv_table_next(struct csv_table *table);

bool csv_row_is_empty(const struct row *row);

#endif
