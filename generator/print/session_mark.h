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

/* Only its letter on its ink, outlined: a square, for a line of text. */
void session_mark_square(struct canvas *canvas, const struct session_mark *tag, struct box box,
                         double letter_size);

/* A strip with the tag's pattern, and a square of a side with its letter at the strip's head. */
void session_mark_strip(struct canvas *canvas, const struct session_mark *tag, struct box strip,
                        double side, double letter_size);

#endif
