/*
 * What the columns of a table hold, by its headings; for import/csv.c.
 */
#ifndef HILLPLAN_IMPORT_COLUMNS_H
#define HILLPLAN_IMPORT_COLUMNS_H

#include "base/csv_date.h"
#include "base/csv_table.h"
#include "import/imported_plan.h"

#define MOST_WEEK_NUMBER 120

/* A table whose headings say what its columns hold. */
struct column_map {
    struct csv_table csv;
    struct imported_plan *imported;
    const struct row *row; /* the current one */
    enum table_column columns[MOST_COLUMNS];
    int weekdays[MOST_COLUMNS];      /* an enum weekday, or -1 */
    int measures[MOST_COLUMNS];      /* an enum word_unit, or UNIT_NONE */
    const char *kinds[MOST_COLUMNS]; /* of a column of runs: what its heading says of them */
    int weeks[MOST_COLUMNS];         /* of a column a week: its number, or 0 */
    bool is_grid, is_ours;           /* is_ours: of weeks, as hillplan writes them */
    bool is_across;                  /* a column a week, and a row a weekday */
    int weekday_first;               /* of the grid: the weekday of its first column of a day */
    enum date_order date_order;
    enum word_language language; /* of its headings; LANGUAGE_NONE: not known */
    struct cell above[2];        /* the date and the week of the row above */
};

/* Finds the headings: the first row that names days; above it there may be titles. */
bool columns_read(struct column_map *map);

/* Notes what the columns hold, if the current row has their headings. */
void columns_note(struct column_map *map);

/* The next row; false at the end, or after a mistake. */
bool columns_next_row(struct column_map *map);

/* The cell of a column in the current row, or NULL where it is empty or isn't there. */
const struct cell *columns_cell(const struct column_map *map, enum table_column column,
                                size_t *index);
bool columns_have(const struct column_map *map, enum table_column column);

/* The row's date, of a grid the one on which its week starts; NULL where none with a year is. */
const struct cell *columns_date(const struct column_map *map);

/* A heading or a label without capitals, marks and blanks around it; what it names; -1: nothing. */
const char *columns_plain(const struct column_map *map, const char *text);
enum table_column columns_named(const struct column_map *map, const char *plain);
int columns_weekday(const struct column_map *map, const char *plain);

/* The weekday that a label names in any language, or -1. */
int columns_weekday_any(struct column_map *map, const char *plain);

/* Weeks without weekdays: whether the current row heads columns of runs ("Run 1", "Long run"), or a
   column a week; and reads a row of such. */
bool week_columns_runs(struct column_map *map);
bool week_columns_weeks(struct column_map *map);
void week_columns_read_row(struct column_map *map);

/* The enum units that an enum word_unit is, or UNKNOWN. */
int units_of_measure(int unit);

/* Whether headings are those of hillplan's own table of weeks; and adds what its cells say. */
bool own_cells_are(const struct row *headings);
void own_cells_add(struct imported_plan *imported, int day, const char *text,
                   struct source_place place);

/* What the row says of its session, in words and in columns of its own. */
struct stated_session fields_read(struct column_map *map);

/* The index of a word in a closed set, or -1. */
int fields_choice(const struct cell *cell, const struct word_list *words);

#endif
