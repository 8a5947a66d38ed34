/* Typesetting by measured widths, code point by code point. */
#include "print/typeset.h"

#include <math.h>
#include <string.h>

#define SIZE_STEP 0.5 /* points */
#define SLACK     0.01

static double write_line(struct canvas *canvas, const struct type *type, struct line_place place,
                         const char *string)
{
    double x = place.x;
    if (place.align == ALIGN_CENTER)
        x += place.width / 2;
    else if (place.align == ALIGN_RIGHT)
        x += place.width;
    canvas_text(canvas, type, x, place.y, place.align, string);
    return canvas_text_width(canvas, type, string);
}

static double write_cut(struct canvas *canvas, const struct type *type, struct line_place place,
                        const char *string)
{
    static const char ellipsis[] = "…";
    double room = place.width + SLACK - canvas_text_width(canvas, type, ellipsis);
    const char *end = canvas_text_end(canvas, type, room, string);
    struct text text = TEXT_INIT;
    while (end > string && end[-1] == ' ')
        end--;
    text_append_bytes(&text, string, (size_t)(end - string));
    text_append(&text, ellipsis);
    double width = write_line(canvas, type, place, text_string(&text));
    text_release(&text);
    return width;
}

/*
 * The largest size at which the string fits: whole steps below the type's own, or `least`; 0 where
 * even that is too large. Widths are in proportion to sizes.
 */
static double fitting_size(struct canvas *canvas, const struct type *type, double least,
                           double width, const char *string)
{
    double taken = canvas_text_width(canvas, type, string);
    if (taken <= width + SLACK)
        return type->size;
    double most = type->size * (width + SLACK) / taken;
    double stepped = type->size - ceil((type->size - most) / SIZE_STEP) * SIZE_STEP;
    if (stepped >= least)
        return stepped;
    return most >= least ? least : 0;
}

bool typeset_fits(struct canvas *canvas, const struct type *type, double least, double width,
                  const char *wording)
{
    return fitting_size(canvas, type, least, width, wording) > 0;
}

double typeset_fit(struct canvas *canvas, const struct type *type, double least,
                   struct line_place place, const char *const *wordings, size_t count)
{
    struct type shrunk = *type;
    const char *last = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!wordings[i])
            continue;
        if (!wordings[i][0])
            return 0; /* nothing always fits */
        last = wordings[i];
        shrunk.size = fitting_size(canvas, type, least, place.width, last);
        if (shrunk.size > 0)
            return write_line(canvas, &shrunk, place, last);
    }
    if (!last)
        return 0;
    shrunk.size = least < type->size ? least : type->size;
    return write_cut(canvas, &shrunk, place, last);
}

double typeset_line(struct canvas *canvas, const struct type *type, double least,
                    struct line_place place, const char *wording)
{
    return typeset_fit(canvas, type, least, place, &wording, 1);
}

/* Where the first line of `string` ends; at least one code point, so that breaking comes to an end.
 */
static const char *line_end(struct canvas *canvas, const struct type *type, double width,
                            const char *string)
{
    const char *end = canvas_text_end(canvas, type, width + SLACK, string);
    if (*end == '\0' || *end == ' ')
        return end;
    for (const char *at = end; at > string; at--)
        if (*at == ' ')
            return at;
    if (end == string)
        utf8_next(&end);
    return end;
}

struct paragraph typeset_break(struct canvas *canvas, const struct type *type, double width,
                               const char *string, struct arena *arena)
{
    /* Every line takes at least one byte. */
    struct paragraph paragraph = {arena_array(arena, strlen(string), sizeof(char *)), 0};
    for (;;) {
        while (*string == ' ')
            string++;
        if (*string == '\0')
            return paragraph;
        const char *end = line_end(canvas, type, width, string);
        paragraph.lines[paragraph.line_count++] =
            arena_strndup(arena, string, (size_t)(end - string));
        string = end;
    }
}
