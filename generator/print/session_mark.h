/*
 * Session marks: a letter, a pattern and a lightness that tell sessions apart, in colour and
 * without.
 */
#ifndef HILLPLAN_PRINT_SESSION_MARK_H
#define HILLPLAN_PRINT_SESSION_MARK_H

#include <stdbool.h>

#include "print/canvas.h"

/* True where a tag needs an outline to be seen on white. */
bool session_mark_is_light(const struct session_mark *tag);

/* Draws a tag with its letter at the top; `letter_size` in points. */
void session_mark_draw(struct canvas *canvas, const struct session_mark *tag, struct box box,
                       double letter_size);

/* The same in outline and one ink, for days that only look in from another page. */
void session_mark_draw_faint(struct canvas *canvas, const struct session_mark *tag, struct box box,
                             double letter_size, struct ink ink);

#endif
