/*
 * The look of each kind of session. Neighbours in lightness are 10 L* apart, or differ in their
 * pattern; the letter differs always.
 */
#include "print/session_mark.h"

#define LETTER_ROOM  1.5  /* height of a letter's box, in letter sizes */
#define LETTER_BASE  1.12 /* its baseline in there */
#define LETTER_INSET 1.0  /* points of pattern that show around the box */
#define OUTLINE      0.5  /* points */
#define HALF_CAPITAL 0.36 /* half the height of a capital, in letter sizes */

/* 0 to 255, with rough weights. */
static int luma(struct ink ink)
{
    return (ink.red * 3 + ink.green * 6 + ink.blue) / 10;
}

bool session_mark_is_light(const struct session_mark *tag)
{
    enum { LIGHT = 230 };
    return luma(tag->ink) > LIGHT;
}

static bool is_dark(struct ink ink)
{
    enum { HALF = 128 };
    return luma(ink) < HALF;
}

static void draw_letter(struct canvas *canvas, const struct session_mark *tag, struct box box,
                        double letter_size, struct ink ink)
{
    struct type type = {FONT_STRONG, letter_size, ink};
    canvas_text(canvas, &type, box.x + box.width / 2, box.y + letter_size * LETTER_BASE,
                ALIGN_CENTER, tag->letter);
}

void session_mark_draw(struct canvas *canvas, const struct session_mark *tag, struct box box,
                       double letter_size)
{
    canvas_fill(canvas, box, tag->ink);
    if (tag->pattern == PATTERN_NONE) {
        draw_letter(canvas, tag, box, letter_size, is_dark(tag->ink) ? INK_WHITE : INK_BLACK);
        return;
    }
    canvas_pattern(canvas, box, tag->pattern, tag->pattern_ink);
    /* A letter is not legible on a pattern. */
    canvas_fill(canvas,
                (struct box){box.x + LETTER_INSET, box.y + LETTER_INSET,
                             box.width - 2 * LETTER_INSET,
                             letter_size * LETTER_ROOM - LETTER_INSET},
                INK_WHITE);
    draw_letter(canvas, tag, box, letter_size, INK_BLACK);
}

void session_mark_square(struct canvas *canvas, const struct session_mark *tag, struct box box,
                         double letter_size)
{
    struct type type = {FONT_STRONG, letter_size, is_dark(tag->ink) ? INK_WHITE : INK_BLACK};
    canvas_fill(canvas, box, tag->ink);
    canvas_frame(canvas, box, OUTLINE, INK_BLACK);
    canvas_text(canvas, &type, box.x + box.width / 2,
                box.y + box.height / 2 + letter_size * HALF_CAPITAL, ALIGN_CENTER, tag->letter);
}

void session_mark_strip(struct canvas *canvas, const struct session_mark *tag, struct box strip,
                        double side, double letter_size)
{
    canvas_fill(canvas, strip, tag->ink);
    if (tag->pattern != PATTERN_NONE)
        canvas_pattern(canvas, strip, tag->pattern, tag->pattern_ink);
    canvas_line(canvas, strip.x + strip.width, strip.y, strip.x + strip.width,
                strip.y + strip.height, OUTLINE / 2, INK_BLACK);
    session_mark_square(canvas, tag, (struct box){strip.x, strip.y, side, side}, letter_size);
}
