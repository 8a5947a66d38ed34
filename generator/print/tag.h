/*
 * Tags: a letter, a pattern and a lightness that tell sessions apart, in colour and without.
 */
#ifndef HILLPLAN_PRINT_TAG_H
#define HILLPLAN_PRINT_TAG_H

#include <stdbool.h>

#include "model/names.h"
#include "print/canvas.h"

struct tag {
    const char *letter; /* NULL: no tag (what is not run) */
    struct ink ink;
    enum pattern pattern;
    struct ink pattern_ink;
};

/* The tag of a kind of session. Goal and tune-up races share one. */
const struct tag *tag_of(enum session_kind kind);

/* True where a tag needs an outline to be seen on white. */
bool tag_is_light(const struct tag *tag);

/* Draws a tag with its letter at the top; `letter_size` in points. */
void tag_draw(struct canvas *canvas, const struct tag *tag, struct box box, double letter_size);

/* The same in outline and grey, for days that only look in from another page. */
void tag_draw_faint(struct canvas *canvas, const struct tag *tag, struct box box,
                    double letter_size);

#endif
