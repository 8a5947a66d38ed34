/*
 * Flows: blocks that fill the columns of a page one after the other, and go on overleaf. No block
 * is torn apart. The same calls measure and draw: only what stands on the wanted sheet is drawn.
 */
#ifndef HILLPLAN_PRINT_FLOW_H
#define HILLPLAN_PRINT_FLOW_H

#include "print/page.h"
#include "print/typeset.h"

#define FLOW_NO_SHEET ((size_t)-1) /* nothing is drawn */

struct flow {
    struct page *page;
    struct box body;
    size_t columns;
    double width;  /* of a column */
    size_t wanted; /* the sheet that is drawn */
    size_t sheet;  /* the sheet, and the column on it, that were reached */
    size_t column;
    double y;
    double gaps; /* how much of the space between blocks is kept */
};

/* As many columns, `most` of them, as are at least so wide. */
struct flow flow_make(struct page *page, size_t wanted, size_t most, double least_width);

/*
 * Takes a height for a block, in the next column if it has no room in this one together with what
 * has to follow it, `follows` points high. True if the block is to be drawn, into `box`.
 */
bool flow_take(struct flow *flow, double height, double follows, struct box *box);

/* Space below a block; none at the head of a column. */
void flow_skip(struct flow *flow, double height);

size_t flow_sheets(const struct flow *flow);

/* The height of a paragraph, and its lines from `y` down. */
double flow_lines_height(const struct type *type, const struct paragraph *paragraph);
void flow_draw_lines(struct page *page, const struct type *type, double x, double y,
                     const struct paragraph *paragraph);

#endif
