/*
 * Canvas: a PDF document to draw on. The only module that knows the PDF library.
 *
 * All lengths are points (1/72 inch), measured from the top left corner of the page, y downwards;
 * MM converts millimetres. Text stands on its baseline. Drawing never fails on the spot: the
 * first failure is kept, later calls do nothing, and canvas_save() reports it.
 */
#ifndef HILLPLAN_PRINT_CANVAS_H
#define HILLPLAN_PRINT_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"
#include "print/ink.h"

#define MM (72.0 / 25.4)

enum font { FONT_REGULAR, FONT_STRONG, FONT_COUNT };
enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct box {
    double x, y, width, height;
};

/* How a text looks. */
struct type {
    enum font font;
    double size;
    struct ink ink;
};

struct canvas;

/*
 * A new document without pages; freed with canvas_free(). Title, author (or NULL) and producer are
 * what a viewer shows as the document's properties. `error` takes the warnings about characters
 * that cannot be printed, and must outlive the canvas. NULL and STATUS_SYSTEM where the fonts are
 * missing or the library fails.
 */
struct canvas *canvas_new(const char *title, const char *author, const char *producer,
                          struct error *error);
void canvas_free(struct canvas *canvas); /* NULL is allowed */

/*
 * How inks come out from here on: `mono` in greys of the same luminance; `saver` without filled
 * areas: pale ones are left out, others are outlined, and what is white on them becomes black.
 */
void canvas_set_inks(struct canvas *canvas, bool mono, bool saver);

/* Begins a page. Pages are labelled 1, 2, ... */
void canvas_begin_page(struct canvas *canvas, double width, double height);

/* Moves the origin of what is drawn from here on to a place of this page. */
void canvas_move_origin(struct canvas *canvas, double x, double y);

/* Names the page in the viewer's outline. */
void canvas_bookmark(struct canvas *canvas, const char *name);

/* The exact width of a text in one line. Works before the first page, too. */
double canvas_text_width(struct canvas *canvas, const struct type *type, const char *string);

/* The end of the longest start of `string` that is not wider than `width`, in whole characters. */
const char *canvas_text_end(struct canvas *canvas, const struct type *type, double width,
                            const char *string);

/*
 * Writes a text; `x` is its left end, centre or right end, `y` its baseline. Characters that the
 * font lacks, and bytes that are no UTF-8, become "?", each with one warning.
 */
void canvas_text(struct canvas *canvas, const struct type *type, double x, double y,
                 enum align align, const char *string);

void canvas_line(struct canvas *canvas, double x1, double y1, double x2, double y2,
                 double thickness, struct ink ink);
void canvas_fill(struct canvas *canvas, struct box box, struct ink ink);
void canvas_frame(struct canvas *canvas, struct box box, double thickness, struct ink ink);

/* Draws the pattern's lines in the box, clipped to it. */
void canvas_pattern(struct canvas *canvas, struct box box, enum pattern pattern, struct ink ink);

/* A corner of a shape or a line. */
struct spot {
    double x, y;
};

/* An open line through `count` spots (2 or more). */
void canvas_path(struct canvas *canvas, const struct spot *spots, size_t count, double thickness,
                 struct ink ink);

/* A dashed straight line. */
void canvas_dashed_line(struct canvas *canvas, double x1, double y1, double x2, double y2,
                        double thickness, struct ink ink);

/* Fills a closed shape of `count` corners (3 or more). */
void canvas_shape(struct canvas *canvas, const struct spot *spots, size_t count, struct ink ink);

/* Draws a pattern clipped to a shape; shapes of the same `box` share its lines. */
void canvas_shape_pattern(struct canvas *canvas, const struct spot *spots, size_t count,
                          struct box box, enum pattern pattern, struct ink ink);

/* Appends the PDF's bytes; false and STATUS_SYSTEM where any call has failed. */
bool canvas_save(struct canvas *canvas, struct text *out);

#endif
