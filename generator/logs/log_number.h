/*
 * The numbers of a column: "9.06", "9,06", "1,087". Internal to logs/.
 *
 * Which sign is the decimal one no language tells: there are German tables with "42.02" and English
 * ones with "5,81". The column as a whole does: a number's last sign that isn't followed by exactly
 * three digits is decimal, one that stands there twice isn't.
 */
#ifndef HILLPLAN_LOGS_LOG_NUMBER_H
#define HILLPLAN_LOGS_LOG_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/csv_table.h"

#define LOG_NUMBER_SCALE 1000 /* numbers are read as thousandths */

/* What the cells of a column tell. Zeroed before the first one. */
struct number_column {
    bool is_point, is_comma;          /* that it is the decimal sign */
    const struct cell *point, *comma; /* the first cell that says so */
    const struct cell *open;          /* the first that could be either */
};

/* False for what is no number: empty, "--", below zero. What it is otherwise is another question.
 */
bool number_is_there(const char *text);

/* Takes note of the column's next cell. */
void number_note(struct number_column *column, const struct cell *cell);

/*
 * The decimal sign: '.' or ','; of whole numbers (climb) also where nothing but groups of three
 * digits stands. 0, and the cell that can't be understood, where it stays open; if cells
 * contradict each other, it is the one that does.
 */
char number_sign(const struct number_column *column, bool is_whole, const struct cell **cell);

/* The thousandths of a number, rounded; false where it is none, or above 10^9. */
bool number_read(const char *text, char decimal, int64_t *thousandths);

#endif
