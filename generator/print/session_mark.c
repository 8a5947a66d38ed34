/*
 * The look of each kind of session. Neighbours in lightness are 10 L* apart, or differ in their
 * pattern; the letter differs always.
 */
#include "print/session_mark.h"

#define LETTER_ROOM   1.5  /* height of a letter's box, in letter sizes */
#define LETTER_BASE   1.12 /* its baseline in there */
#define LETTER_INSET  1.0  /* points of pattern that show around the box */
#define FAINT_OUTLINE 0.5  /* points */

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

void session_mark_draw_faint(struct canvas *canvas, const struct session_mark *tag, struct box box,
                             double letter_size, struct ink ink)
{
    canvas_line(canvas, box.x + box.width, box.y, box.x + box.width, box.y + box.height,
                FAINT_OUTLINE, ink);
    draw_letter(canvas, tag, box, letter_size, ink);
}
