/*
 * Brackets along the foot of a month's rows: from a downhill run over the easy days in which the
 * legs mend, across the edges of weeks and pages. Which days these are is in the plan.
 */
#ifndef HILLPLAN_PRINT_RECOVERY_BRACKET_H
#define HILLPLAN_PRINT_RECOVERY_BRACKET_H

#include "print/page.h"

/* The ink of brackets and their words: that of the tag of downhill runs, where it is dark enough.
 */
struct ink recovery_bracket_ink(const struct page *page);

/* The part of a bracket in the row of a week; days are counted from 0. */
struct recovery_part {
    int first, last;
    int first_easy; /* after the downhill run, where that is in the row; last + 1: none */
    bool goes_on;   /* in the next row */
};

/* No two easy days without a downhill run between them are apart. */
#define MOST_MEND_PARTS ((DAYS_PER_WEEK + 1) / 2)

/* The parts in a row that begins on a date; returns how many. */
size_t recovery_bracket_parts(const struct plan *plan, int row_start,
                              struct recovery_part parts[MOST_MEND_PARTS]);

/* Draws a part along the foot of its row: `row` is the box of its seven days, which are grey where
   `is_faint` says so. */
void recovery_bracket_draw(struct page *page, const struct recovery_part *part, struct box row,
                           const bool is_faint[DAYS_PER_WEEK], double tag_width);

#endif
