/* The canvas on libharu 2.3: every call to that library is here, and so are its traps. */
#include "print/canvas.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <hpdf.h>

#include "base/memory.h"
#include "print/pattern.h"
#include "print/unicode_map.h"

#ifndef HILLPLAN_FONTS
#define HILLPLAN_FONTS "/usr/share/fonts/truetype/open-sans"
#endif

#define LARGEST_COORDINATE 14400 /* points: what PDF viewers accept */
#define LARGEST_BMP        0xFFFF
#define REPLACEMENT        '?'
#define ENCODING           "UTF-8"

#define OUTLINE 0.5 /* points; of areas that are not filled, to save ink */

/* What is remembered of a character: libharu walks its tables for each question. */
struct glyph {
    bool is_known, can_print;
    short width; /* in thousandths of the type's size */
};

struct loaded_font {
    HPDF_Font font;
    HPDF_FontDef definition;
    struct glyph *glyphs; /* by code point, filled as they are asked for */
};

struct canvas {
    HPDF_Doc document;
    HPDF_Page page; /* NULL before the first one */
    double page_height;
    struct ink_mode mode;
    int page_count;
    struct loaded_font fonts[FONT_COUNT];
    struct text clean; /* the text at work, with its characters replaced */
    uint32_t *replaced;
    size_t replaced_count;
    struct error *error;
    HPDF_STATUS failure, failure_detail; /* libharu's first error; 0: none */
    bool bad_coordinate;
};

/* libharu calls this and goes on; it refuses all work after its first error by itself. */
static void record_failure(HPDF_STATUS number, HPDF_STATUS detail, void *data)
{
    struct canvas *canvas = data;
    if (canvas->failure)
        return;
    canvas->failure = number;
    canvas->failure_detail = detail;
}

static bool has_failed(const struct canvas *canvas)
{
    return canvas->failure || canvas->bad_coordinate;
}

static bool report_failure(struct canvas *canvas)
{
    if (canvas->bad_coordinate)
        error_add(canvas->error, STATUS_SYSTEM, NULL, 0, 0,
                  "the PDF could not be made: a coordinate is beyond any page");
    else
        error_add(canvas->error, STATUS_SYSTEM, NULL, 0, 0,
                  "the PDF could not be made: libharu error 0x%04lX, detail %lu",
                  (unsigned long)canvas->failure, (unsigned long)canvas->failure_detail);
    return false;
}

/*
 * libharu 2.3 writes its ToUnicode map with begincidrange, where PDF asks for beginbfrange; viewers
 * warn, or can't copy the text. Its UTF-8 encoder uses the code point itself as the character code:
 * the right map takes the place of the library's.
 */
static void correct_unicode_map(HPDF_Font font)
{
    HPDF_Dict map = HPDF_Dict_GetItem(font, "ToUnicode", HPDF_OCLASS_DICT);
    if (!map || !map->stream)
        return;
    struct text text = TEXT_INIT;
    unicode_map_append(&text);
    HPDF_MemStream_FreeData(map->stream);
    HPDF_Stream_Write(map->stream, (const HPDF_BYTE *)text.data, (HPDF_UINT)text.length);
    text_release(&text);
}

static bool load_fonts(struct canvas *canvas)
{
    static const char *const files[FONT_COUNT] = {
        [FONT_REGULAR] = HILLPLAN_FONTS "/OpenSans-Regular.ttf",
        [FONT_STRONG] = HILLPLAN_FONTS "/OpenSans-Semibold.ttf",
    };
    for (size_t i = 0; i < FONT_COUNT; i++) {
        const char *name = HPDF_LoadTTFontFromFile(canvas->document, files[i], HPDF_TRUE);
        if (!name) {
            error_add(canvas->error, STATUS_SYSTEM, files[i], 0, 0,
                      "the font cannot be loaded: install Open Sans (package fonts-open-sans)");
            return false;
        }
        struct loaded_font *loaded = &canvas->fonts[i];
        loaded->font = HPDF_GetFont(canvas->document, name, ENCODING);
        loaded->definition = HPDF_GetFontDef(canvas->document, name);
        if (!loaded->font || !loaded->definition)
            return report_failure(canvas);
        loaded->glyphs = memory_new((LARGEST_BMP + 1) * sizeof *loaded->glyphs);
        correct_unicode_map(loaded->font);
    }
    return true;
}

/* A text for the document's own lists, as it may be told; valid until the next call. */
static const char *told(struct canvas *canvas, const char *string)
{
    text_clear(&canvas->clean);
    text_append_told(&canvas->clean, string, strlen(string));
    return text_string(&canvas->clean);
}

struct canvas *canvas_new(const char *title, const char *author, const char *producer,
                          struct error *error)
{
    struct canvas *canvas = memory_new(sizeof *canvas);
    canvas->error = error;
    canvas->document = HPDF_New(record_failure, canvas);
    if (!canvas->document) {
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "the PDF could not be begun: out of memory");
        canvas_free(canvas);
        return NULL;
    }
    /* The encoder comes before all texts, or they are taken for Latin-1. */
    HPDF_UseUTFEncodings(canvas->document);
    HPDF_SetCurrentEncoder(canvas->document, ENCODING);
    HPDF_SetCompressionMode(canvas->document, HPDF_COMP_ALL);
    HPDF_SetInfoAttr(canvas->document, HPDF_INFO_TITLE, told(canvas, title));
    HPDF_SetInfoAttr(canvas->document, HPDF_INFO_PRODUCER, producer);
    if (author)
        HPDF_SetInfoAttr(canvas->document, HPDF_INFO_AUTHOR, told(canvas, author));
    HPDF_SetPageMode(canvas->document, HPDF_PAGE_MODE_USE_OUTLINE);
    HPDF_AddPageLabel(canvas->document, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, "");
    if (!load_fonts(canvas)) {
        canvas_free(canvas);
        return NULL;
    }
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    if (!canvas)
        return;
    if (canvas->document)
        HPDF_Free(canvas->document);
    for (size_t i = 0; i < FONT_COUNT; i++)
        free(canvas->fonts[i].glyphs);
    text_release(&canvas->clean);
    free(canvas->replaced);
    free(canvas);
}

/* Non-finite and huge numbers would be written as they are and spoil the file. */
static bool coordinates_are_sane(struct canvas *canvas, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]) || fabs(values[i]) > LARGEST_COORDINATE)
            canvas->bad_coordinate = true;
    return canvas->page && !has_failed(canvas);
}
#define SANE(canvas, ...)                                                                          \
    coordinates_are_sane(canvas, (const double[]){__VA_ARGS__},                                    \
                         sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

static HPDF_REAL flip(const struct canvas *canvas, double y)
{
    return (HPDF_REAL)(canvas->page_height - y);
}

static HPDF_REAL channel(unsigned char value)
{
    return (HPDF_REAL)value / 255.0F;
}

static bool is_same(HPDF_RGBColor color, struct ink ink)
{
    return color.r == channel(ink.red) && color.g == channel(ink.green) &&
           color.b == channel(ink.blue);
}

/* What the page has set already is not written again. */
static void set_fill(struct canvas *canvas, struct ink ink)
{
    if (!is_same(HPDF_Page_GetRGBFill(canvas->page), ink))
        HPDF_Page_SetRGBFill(canvas->page, channel(ink.red), channel(ink.green), channel(ink.blue));
}

static void set_stroke(struct canvas *canvas, double thickness, struct ink ink)
{
    ink = ink_drawn(canvas->mode, ink);
    if (HPDF_Page_GetLineWidth(canvas->page) != (HPDF_REAL)thickness)
        HPDF_Page_SetLineWidth(canvas->page, (HPDF_REAL)thickness);
    if (!is_same(HPDF_Page_GetRGBStroke(canvas->page), ink))
        HPDF_Page_SetRGBStroke(canvas->page, channel(ink.red), channel(ink.green),
                               channel(ink.blue));
}

static void set_type(struct canvas *canvas, const struct type *type)
{
    HPDF_Font font = canvas->fonts[type->font].font;
    set_fill(canvas, ink_drawn(canvas->mode, type->ink));
    if (HPDF_Page_GetCurrentFont(canvas->page) != font ||
        HPDF_Page_GetCurrentFontSize(canvas->page) != (HPDF_REAL)type->size)
        HPDF_Page_SetFontAndSize(canvas->page, font, (HPDF_REAL)type->size);
}

void canvas_set_inks(struct canvas *canvas, bool mono, bool saver)
{
    canvas->mode = (struct ink_mode){.is_mono = mono, .is_saver = saver};
}

void canvas_begin_page(struct canvas *canvas, double width, double height)
{
    if (has_failed(canvas))
        return;
    canvas->page = HPDF_AddPage(canvas->document);
    canvas->page_height = height;
    if (!SANE(canvas, width, height))
        return;
    HPDF_Page_SetWidth(canvas->page, (HPDF_REAL)width);
    HPDF_Page_SetHeight(canvas->page, (HPDF_REAL)height);
    canvas->page_count++;
}

void canvas_move_origin(struct canvas *canvas, double x, double y)
{
    if (SANE(canvas, x, y))
        HPDF_Page_Concat(canvas->page, 1, 0, 0, 1, (HPDF_REAL)x, (HPDF_REAL)-y);
}

void canvas_bookmark(struct canvas *canvas, const char *name)
{
    if (has_failed(canvas) || !canvas->page)
        return;
    HPDF_Outline outline = HPDF_CreateOutline(canvas->document, NULL, told(canvas, name),
                                              HPDF_GetEncoder(canvas->document, ENCODING));
    HPDF_Destination destination = HPDF_Page_CreateDestination(canvas->page);
    if (has_failed(canvas))
        return;
    HPDF_Destination_SetFit(destination);
    HPDF_Outline_SetDestination(outline, destination);
}

static void warn_replaced(struct canvas *canvas, uint32_t point)
{
    for (size_t i = 0; i < canvas->replaced_count; i++)
        if (canvas->replaced[i] == point)
            return;
    canvas->replaced =
        memory_resize(canvas->replaced, canvas->replaced_count + 1, sizeof *canvas->replaced);
    canvas->replaced[canvas->replaced_count++] = point;
    if (point == UTF8_INVALID)
        error_warn(canvas->error, NULL, 0, 0, "bytes that are not UTF-8 are printed as \"%c\"",
                   REPLACEMENT);
    else
        error_warn(canvas->error, NULL, 0, 0,
                   "the character U+%04X is not in the font and is printed as \"%c\"",
                   (unsigned)point, REPLACEMENT);
}

static void look_up_glyph(const struct loaded_font *font, uint32_t point, struct glyph *glyph)
{
    glyph->is_known = true;
    glyph->can_print = point >= ' ' && !utf8_is_hidden(point) &&
                       HPDF_TTFontDef_GetGlyphid(font->definition, (HPDF_UINT16)point) != 0;
    if (glyph->can_print)
        glyph->width = HPDF_TTFontDef_GetCharWidth(font->definition, (HPDF_UINT16)point);
}

/* What is known of a character; NULL where the font lacks it. */
static const struct glyph *find_glyph(const struct loaded_font *font, uint32_t point)
{
    if (point > LARGEST_BMP)
        return NULL;
    struct glyph *glyph = &font->glyphs[point];
    if (!glyph->is_known)
        look_up_glyph(font, point, glyph);
    return glyph->can_print ? glyph : NULL;
}

/* The width of a character, or of its replacement, in thousandths of the type's size. */
static int width_of(const struct loaded_font *font, uint32_t point)
{
    const struct glyph *glyph = find_glyph(font, point);
    if (!glyph && !utf8_is_hidden(point))
        glyph = find_glyph(font, REPLACEMENT);
    return glyph ? glyph->width : 0;
}

double canvas_text_width(struct canvas *canvas, const struct type *type, const char *string)
{
    const struct loaded_font *font = &canvas->fonts[type->font];
    int width = 0;
    for (uint32_t point; (point = utf8_next(&string));)
        width += width_of(font, point);
    return width * type->size / 1000;
}

const char *canvas_text_end(struct canvas *canvas, const struct type *type, double width,
                            const char *string)
{
    const struct loaded_font *font = &canvas->fonts[type->font];
    double most = width * 1000 / type->size;
    int taken = 0;
    for (const char *next = string;; string = next) {
        uint32_t point = utf8_next(&next);
        if (point == 0)
            return string;
        taken += width_of(font, point);
        if (taken > most)
            return string;
    }
}

static bool can_print(const struct loaded_font *font, const char *string)
{
    for (uint32_t point; (point = utf8_next(&string));)
        if (!find_glyph(font, point))
            return false;
    return true;
}

/* The string with every character that can't be printed replaced; valid until the next call. */
static const char *clean_text(struct canvas *canvas, const struct loaded_font *font,
                              const char *string)
{
    if (can_print(font, string))
        return string;
    text_clear(&canvas->clean);
    for (;;) {
        const char *start = string;
        uint32_t point = utf8_next(&string);
        if (point == 0)
            return text_string(&canvas->clean);
        if (find_glyph(font, point)) {
            text_append_bytes(&canvas->clean, start, (size_t)(string - start));
            continue;
        }
        if (utf8_is_hidden(point))
            continue;
        warn_replaced(canvas, point);
        text_printf(&canvas->clean, "%c", REPLACEMENT);
    }
}

void canvas_text(struct canvas *canvas, const struct type *type, double x, double y,
                 enum align align, const char *string)
{
    if (!SANE(canvas, x, y, type->size) || !string[0])
        return;
    const char *clean = clean_text(canvas, &canvas->fonts[type->font], string);
    if (align != ALIGN_LEFT)
        x -= canvas_text_width(canvas, type, clean) * (align == ALIGN_CENTER ? 0.5 : 1);
    set_type(canvas, type);
    HPDF_Page_BeginText(canvas->page);
    HPDF_Page_TextOut(canvas->page, (HPDF_REAL)x, flip(canvas, y), clean);
    HPDF_Page_EndText(canvas->page);
}

/* Adds a line to the path at work; its spots are sane. */
static void add_line(void *data, const struct spot *spots, size_t count)
{
    struct canvas *canvas = data;
    HPDF_Page_MoveTo(canvas->page, (HPDF_REAL)spots[0].x, flip(canvas, spots[0].y));
    for (size_t i = 1; i < count; i++)
        HPDF_Page_LineTo(canvas->page, (HPDF_REAL)spots[i].x, flip(canvas, spots[i].y));
}

static bool add_path(struct canvas *canvas, const struct spot *spots, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!SANE(canvas, spots[i].x, spots[i].y))
            return false;
    add_line(canvas, spots, count);
    return true;
}

static void add_box(struct canvas *canvas, struct box box)
{
    HPDF_Page_Rectangle(canvas->page, (HPDF_REAL)box.x, flip(canvas, box.y + box.height),
                        (HPDF_REAL)box.width, (HPDF_REAL)box.height);
}

void canvas_line(struct canvas *canvas, double x1, double y1, double x2, double y2,
                 double thickness, struct ink ink)
{
    if (!SANE(canvas, x1, y1, x2, y2, thickness))
        return;
    set_stroke(canvas, thickness, ink);
    add_line(canvas, (const struct spot[]){{x1, y1}, {x2, y2}}, 2);
    HPDF_Page_Stroke(canvas->page);
}

void canvas_fill(struct canvas *canvas, struct box box, struct ink ink)
{
    enum ink_area area = ink_area(canvas->mode, ink, &ink);
    if (area == INK_OUTLINED)
        canvas_frame(canvas, box, OUTLINE, INK_BLACK);
    if (area != INK_FILLED || !SANE(canvas, box.x, box.y, box.width, box.height))
        return;
    set_fill(canvas, ink);
    add_box(canvas, box);
    HPDF_Page_Fill(canvas->page);
}

void canvas_frame(struct canvas *canvas, struct box box, double thickness, struct ink ink)
{
    if (!SANE(canvas, box.x, box.y, box.width, box.height, thickness))
        return;
    set_stroke(canvas, thickness, ink);
    add_box(canvas, box);
    HPDF_Page_Stroke(canvas->page);
}

void canvas_path(struct canvas *canvas, const struct spot *spots, size_t count, double thickness,
                 struct ink ink)
{
    if (!SANE(canvas, thickness))
        return;
    set_stroke(canvas, thickness, ink);
    HPDF_Page_SetLineJoin(canvas->page, HPDF_ROUND_JOIN);
    if (add_path(canvas, spots, count))
        HPDF_Page_Stroke(canvas->page);
}

void canvas_dashed_line(struct canvas *canvas, double x1, double y1, double x2, double y2,
                        double thickness, struct ink ink)
{
    static const HPDF_UINT16 dashes[] = {3};
    if (!SANE(canvas, x1, y1, x2, y2, thickness))
        return;
    HPDF_Page_SetDash(canvas->page, dashes, 1, 0);
    canvas_line(canvas, x1, y1, x2, y2, thickness, ink);
    HPDF_Page_SetDash(canvas->page, NULL, 0, 0);
}

void canvas_shape(struct canvas *canvas, const struct spot *spots, size_t count, struct ink ink)
{
    enum ink_area area = ink_area(canvas->mode, ink, &ink);
    if (!SANE(canvas, 0) || area == INK_LEFT_OUT)
        return;
    if (area == INK_FILLED)
        set_fill(canvas, ink);
    else
        set_stroke(canvas, OUTLINE, INK_BLACK);
    if (!add_path(canvas, spots, count))
        return;
    if (area == INK_FILLED)
        HPDF_Page_Fill(canvas->page);
    else
        HPDF_Page_ClosePathStroke(canvas->page);
}

/* What bounds a shape, within a box. */
static struct box bounds_of(const struct spot *spots, size_t count, struct box box)
{
    double left = box.x + box.width, right = box.x, top = box.y + box.height, bottom = box.y;
    for (size_t i = 0; i < count; i++) {
        left = fmin(left, spots[i].x);
        right = fmax(right, spots[i].x);
        top = fmin(top, spots[i].y);
        bottom = fmax(bottom, spots[i].y);
    }
    left = fmax(left, box.x);
    top = fmax(top, box.y);
    return (struct box){left, top, fmin(right, box.x + box.width) - left,
                        fmin(bottom, box.y + box.height) - top};
}

void canvas_shape_pattern(struct canvas *canvas, const struct spot *spots, size_t count,
                          struct box box, enum pattern pattern, struct ink ink)
{
    if (!SANE(canvas, box.x, box.y, box.width, box.height) || pattern == PATTERN_NONE)
        return;
    HPDF_Page_GSave(canvas->page);
    if (add_path(canvas, spots, count)) {
        HPDF_Page_ClosePath(canvas->page);
        HPDF_Page_Clip(canvas->page);
        HPDF_Page_EndPath(canvas->page);
        set_stroke(canvas, pattern_thickness(pattern), ink);
        pattern_lines(pattern, box, bounds_of(spots, count, box), add_line, canvas);
        HPDF_Page_Stroke(canvas->page);
    }
    HPDF_Page_GRestore(canvas->page);
}

void canvas_pattern(struct canvas *canvas, struct box box, enum pattern pattern, struct ink ink)
{
    double right = box.x + box.width, bottom = box.y + box.height;
    const struct spot corners[] = {
        {box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}};
    canvas_shape_pattern(canvas, corners, 4, box, pattern, ink);
}

bool canvas_save(struct canvas *canvas, struct text *out)
{
    if (has_failed(canvas))
        return report_failure(canvas);
    if (canvas->page_count == 0) {
        error_add(canvas->error, STATUS_SYSTEM, NULL, 0, 0, "the PDF has no pages");
        return false;
    }
    HPDF_SaveToStream(canvas->document);
    HPDF_ResetStream(canvas->document);
    HPDF_UINT32 size = HPDF_GetStreamSize(canvas->document);
    if (has_failed(canvas))
        return report_failure(canvas);
    HPDF_BYTE *bytes = memory_new(size + 1);
    HPDF_ReadFromStream(canvas->document, bytes, &size);
    if (!has_failed(canvas))
        text_append_bytes(out, bytes, size);
    free(bytes);
    return has_failed(canvas) ? report_failure(canvas) : true;
}
