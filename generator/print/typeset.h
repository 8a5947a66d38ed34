/*
 * Typesetting: text that knows its width, and therefore never runs into its neighbour.
 */
#ifndef HILLPLAN_PRINT_TYPESET_H
#define HILLPLAN_PRINT_TYPESET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "print/canvas.h"

/* Where a line of text goes: `x` is the left edge of the room of `width`, `y` the baseline. */
struct line_place {
    double x, y, width;
    enum align align;
};

/*
 * Writes the first of the wordings (best first; NULL entries are passed over) that fits the width
 * at its full size or shrunk to no less than `least` points. Where none fits, the last one is cut
 * and ends in "…". Returns the width it took.
 */
double typeset_fit(struct canvas *canvas, const struct type *type, double least,
                   struct line_place place, const char *const *wordings, size_t count);

/* The same for one wording. */
double typeset_line(struct canvas *canvas, const struct type *type, double least,
                    struct line_place place, const char *wording);

/* True where typeset_fit() need not cut the wording. */
bool typeset_fits(struct canvas *canvas, const struct type *type, double least, double width,
                  const char *wording);

/* The lines of a paragraph, broken at spaces and, where one word is too long, inside it. */
struct paragraph {
    const char **lines;
    size_t line_count;
};
struct paragraph typeset_break(struct canvas *canvas, const struct type *type, double width,
                               const char *string, struct arena *arena);

#endif
