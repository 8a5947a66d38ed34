/*
 * The splits of a race as a table of several columns, and the tables of its grades and hills.
 */
#ifndef HILLPLAN_PRINT_SPLIT_TABLE_H
#define HILLPLAN_PRINT_SPLIT_TABLE_H

#include "print/page.h"
#include "print/race_view.h"

/* How many splits fit a height, in points, in rows of least height. */
size_t split_table_most(const struct page *page, const struct race_view *view, double height);

/* The height that the splits need in rows of least and of comfortable height. */
double split_table_least(const struct page *page, const struct race_view *view);
double split_table_height(const struct page *page, const struct race_view *view);

/* Draws the splits in a box of one of these heights, or between. */
void split_table_draw(struct page *page, const struct race_view *view, struct box box);

/* The tables of grades and of the main hills, beside each other where they fit so. */
double hill_tables_height(const struct page *page, const struct race_view *view);
void hill_tables_draw(struct page *page, const struct race_view *view, struct box box);

#endif
