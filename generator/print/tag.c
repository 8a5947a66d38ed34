/*
 * The look of each kind of session. Neighbours in lightness are 10 L* apart, or differ in their
 * pattern; the letter differs always.
 */
#include "print/tag.h"

#define LETTER_ROOM   1.5  /* height of a letter's box, in letter sizes */
#define LETTER_BASE   1.12 /* its baseline in there */
#define LETTER_INSET  1.0  /* points of pattern that show around the box */
#define FAINT_OUTLINE 0.5  /* points */

const struct tag *tag_of(enum session_kind kind)
{
    static const struct tag tags[SESSION_KIND_COUNT] = {
        [SESSION_EASY] = {"E", {0xDD, 0xEF, 0xFA}, PATTERN_NONE, {0, 0, 0}},
        [SESSION_LONG] = {"L", {0x6D, 0xB6, 0xEA}, PATTERN_HORIZONTAL, {0, 0, 0}},
        [SESSION_UPHILL] = {"U", {0x52, 0xA4, 0x74}, PATTERN_CHEVRONS_UP, {0, 0, 0}},
        [SESSION_DOWNHILL] = {"D", {0x4B, 0x2A, 0x6B}, PATTERN_CHEVRONS_DOWN, {255, 255, 255}},
        [SESSION_TEMPO] = {"T", {0xF5, 0xC4, 0x51}, PATTERN_RISING, {0, 0, 0}},
        [SESSION_INTERVALS] = {"I", {0xD5, 0x5E, 0x00}, PATTERN_CROSSED, {0, 0, 0}},
        [SESSION_RACE_PACE] = {"M", {0x00, 0x64, 0xA0}, PATTERN_NONE, {0, 0, 0}},
        [SESSION_STRIDES] = {"S", {0xDC, 0xDC, 0xC0}, PATTERN_VERTICAL, {0x60, 0x60, 0x60}},
        [SESSION_RUN_WALK] = {"W", {0xF4, 0xF4, 0xF4}, PATTERN_DASHES, {0x40, 0x40, 0x40}},
        [SESSION_RACE] = {"R", {0, 0, 0}, PATTERN_NONE, {0, 0, 0}},
        [SESSION_TUNE_UP] = {"R", {0, 0, 0}, PATTERN_NONE, {0, 0, 0}},
    };
    return &tags[kind];
}

/* 0 to 255, with rough weights. */
static int luma(struct ink ink)
{
    return (ink.red * 3 + ink.green * 6 + ink.blue) / 10;
}

bool tag_is_light(const struct tag *tag)
{
    enum { LIGHT = 230 };
    return luma(tag->ink) > LIGHT;
}

static bool is_dark(struct ink ink)
{
    enum { HALF = 128 };
    return luma(ink) < HALF;
}

static void draw_letter(struct canvas *canvas, const struct tag *tag, struct box box,
                        double letter_size, struct ink ink)
{
    struct type type = {FONT_BOLD, letter_size, ink};
    canvas_text(canvas, &type, box.x + box.width / 2, box.y + letter_size * LETTER_BASE,
                ALIGN_CENTER, tag->letter);
}

void tag_draw(struct canvas *canvas, const struct tag *tag, struct box box, double letter_size)
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

void tag_draw_faint(struct canvas *canvas, const struct tag *tag, struct box box,
                    double letter_size)
{
    canvas_line(canvas, box.x + box.width, box.y, box.x + box.width, box.y + box.height,
                FAINT_OUTLINE, INK_GREY);
    draw_letter(canvas, tag, box, letter_size, INK_GREY);
}
