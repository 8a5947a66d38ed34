/* The profile of a course, drawn in bins of equal width, each with the look of its grade. */
#include "print/course_chart.h"

#include <math.h>

#include "print/axis.h"
#include "words/words.h"

#define CM_PER_M      100.0
#define MM_PER_M      1000.0
#define BIN_WIDTH     (1.0 * MM) /* narrower ones would show nothing but noise */
#define LEAST_BIN_M   100.0
#define LEAST_SPAN_M  60.0                    /* flat courses look flat */
#define AIR           0.06                    /* of the span, above and below */
#define LEVEL         (COURSE_BAND_COUNT / 2) /* the band about 0 */
#define FLAT_GRADE    0.003
#define OUTLINE       1.1
#define LEAST_STEP    1.25 /* points: what lies closer is drawn as one */
#define GRID_INK      INK(190, 190, 190)
#define AXIS_GAP      (1.5 * MM) /* between numbers */
#define AXIS_ROOM     (11 * MM)
#define FOOT_ROOM     (8 * MM)
#define TICK          (1.2 * MM)
#define LONG_TICK     (2.2 * MM)
#define LEAST_TICKS   (14 * MM) /* from number to number */
#define LEAST_LINES   (6.5 * MM)
#define LABEL_ROWS    2
#define LABEL_ROOM    (8.4 * MM) /* of a row */
#define LABEL_ARROW   5.0        /* points */
#define LABEL_GAP     (3 * MM)
#define LEADER        0.5
#define MOST_LABELS   12
#define SMALLEST_HILL 8 /* percent of the largest: what is smaller gets no name */

/* --- the looks of grades ---------------------------------------------------------------------- */

struct grade_look {
    struct ink fill;
    enum pattern pattern;
    struct ink lines;
};

static const struct grade_look *look_of(size_t band)
{
    static const struct grade_look looks[COURSE_BAND_COUNT] = {
        {{0x4B, 0x2A, 0x6B}, PATTERN_FALLING, {0x93, 0x7A, 0xB0}},
        {{0xB9, 0xA6, 0xD0}, PATTERN_FALLING, {0x5E, 0x3C, 0x80}},
        {{0xE6, 0xDE, 0xEF}, PATTERN_FALLING, {0xAE, 0x98, 0xC6}},
        {{0xF0, 0xF0, 0xF0}, PATTERN_NONE, {0, 0, 0}},
        {{0xDC, 0xEF, 0xE2}, PATTERN_RISING, {0x94, 0xC6, 0xA6}},
        {{0x9A, 0xD0, 0xAE}, PATTERN_RISING, {0x2C, 0x74, 0x4A}},
        {{0x1F, 0x5C, 0x38}, PATTERN_RISING, {0x62, 0xA8, 0x80}},
    };
    return &looks[band];
}

/* What is level but not quite flat has a tint of its direction. */
static const struct grade_look slightly_down = {{0xF1, 0xEC, 0xF7}, PATTERN_NONE, {0, 0, 0}};
static const struct grade_look slightly_up = {{0xEB, 0xF6, 0xEE}, PATTERN_NONE, {0, 0, 0}};

static const struct grade_look *look_of_grade(double grade)
{
    size_t band = 0;
    while (band + 1 < COURSE_BAND_COUNT && grade * 100 >= course_band_edges_percent[band])
        band++;
    if (band == LEVEL && fabs(grade) > FLAT_GRADE)
        return grade < 0 ? &slightly_down : &slightly_up;
    return look_of(band);
}

void course_chart_swatch(const struct page *page, size_t band, struct box box)
{
    struct canvas *canvas = page->canvas;
    const struct grade_look *style = look_of(band);
    canvas_fill(canvas, box, style->fill);
    canvas_pattern(canvas, box, style->pattern, style->lines);
    if (band == LEVEL) {
        struct box third = {box.x, box.y, box.width / 3, box.height};
        canvas_fill(canvas, third, slightly_up.fill);
        third.x += 2 * third.width;
        canvas_fill(canvas, third, slightly_down.fill);
    }
    canvas_frame(canvas, box, GRID_THICKNESS, page->style->grey);
}

/* --- the ground ------------------------------------------------------------------------------- */

static double elevation_at(const struct course_line *line, double at_m)
{
    double position = at_m / line->length_m * (double)(line->count - 1);
    if (position < 0)
        position = 0;
    size_t before = (size_t)position;
    if (before > line->count - 2)
        before = line->count - 2;
    double from = line->elevations_cm[before], to = line->elevations_cm[before + 1];
    return (from + (to - from) * (position - (double)before)) / CM_PER_M;
}

static double rise_m(const struct course_line *line, double at_m, double length_m)
{
    return elevation_at(line, at_m + length_m) - elevation_at(line, at_m);
}

struct elevation_span course_chart_span(const struct course_line *line)
{
    double low = line->elevations_cm[0], high = low;
    for (size_t i = 1; i < line->count; i++) {
        low = fmin(low, line->elevations_cm[i]);
        high = fmax(high, line->elevations_cm[i]);
    }
    struct elevation_span span = {low / CM_PER_M, high / CM_PER_M};
    double short_of = fmax(LEAST_SPAN_M - (span.high - span.low), 0);
    double air = (span.high - span.low + short_of) * AIR;
    span.low -= short_of / 2 + air;
    span.high += short_of / 2 + air;
    return span;
}

/* Where the line's places lie in a box. */
struct chart_view {
    const struct course_line *line;
    const struct elevation_span *span;
    double from_m, to_m;
    struct box box;
};

static struct spot spot_at(const struct chart_view *view, double at_m)
{
    const struct box *box = &view->box;
    double height =
        (elevation_at(view->line, at_m) - view->span->low) / (view->span->high - view->span->low);
    return (struct spot){box->x + box->width * (at_m - view->from_m) / (view->to_m - view->from_m),
                         box->y + box->height * (1 - height)};
}

/* The ground between two places, and the number of its corners; the surface comes first. */
static size_t outline(const struct chart_view *view, double from_m, double to_m, struct spot *spots)
{
    double step = fmax((double)view->line->length_m / (double)(view->line->count - 1),
                       LEAST_STEP * (view->to_m - view->from_m) / view->box.width);
    size_t count = 0;
    spots[count++] = spot_at(view, from_m);
    for (double i = floor(from_m / step) + 1; i * step < to_m; i++)
        spots[count++] = spot_at(view, i * step);
    spots[count++] = spot_at(view, to_m);
    return count;
}

static void draw_part(struct canvas *canvas, const struct chart_view *view, double from_m,
                      double to_m, const struct grade_look *style, struct spot *spots)
{
    size_t count = outline(view, from_m, to_m, spots);
    double bottom = view->box.y + view->box.height;
    spots[count] = (struct spot){spots[count - 1].x, bottom};
    spots[count + 1] = (struct spot){spots[0].x, bottom};
    canvas_shape(canvas, spots, count + 2, style->fill);
    canvas_shape_pattern(canvas, spots, count + 2, view->box, style->pattern, style->lines);
}

void course_chart_ground(struct canvas *canvas, const struct course_line *line,
                         const struct elevation_span *span, int from_m, int to_m, struct box box)
{
    struct chart_view view = {line, span, from_m, to_m, box};
    double length = to_m - from_m;
    if (length <= 0)
        return;
    struct arena *arena = arena_new();
    struct spot *spots = arena_array(arena, line->count + 4, sizeof *spots);
    size_t bins = (size_t)fmax(fmin(box.width / BIN_WIDTH, length / LEAST_BIN_M), 1);
    double bin = length / (double)bins, start = from_m;
    const struct grade_look *style = look_of_grade(rise_m(line, from_m, bin) / bin);
    for (size_t i = 1; i < bins; i++) {
        double at = from_m + (double)i * bin;
        const struct grade_look *here = look_of_grade(rise_m(line, at, bin) / bin);
        if (here == style)
            continue;
        draw_part(canvas, &view, start, at, style, spots);
        start = at;
        style = here;
    }
    draw_part(canvas, &view, start, to_m, style, spots);
    size_t count = outline(&view, from_m, to_m, spots);
    canvas_path(canvas, spots, count, OUTLINE, INK_BLACK);
    arena_free(arena);
}

void course_chart_arrow(struct canvas *canvas, double x, double y, double size, bool is_up,
                        struct ink ink)
{
    double tip = is_up ? y - size : y, base = is_up ? y : y - size, half = size * 0.5;
    canvas_shape(canvas, (const struct spot[]){{x - half, base}, {x + half, base}, {x, tip}}, 3,
                 ink);
}

/* --- axes ------------------------------------------------------------------------------------- */

static void draw_elevation_axis(struct page *page, const struct chart_view *view)
{
    const struct box *box = &view->box;
    enum units units = page->plan->units;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double metres = units == UNITS_KM ? 1 : 0.3048; /* of what the axis counts */
    double low = view->span->low / metres, high = view->span->high / metres;
    int step = axis_step((high - low) * LEAST_LINES * page->scale / box->height);
    for (int at = (int)ceil(low / step) * step; at <= high; at += step) {
        double y = box->y + box->height * (high - at) / (high - low);
        canvas_line(page->canvas, box->x, y, box->x + box->width, y, GRID_THICKNESS, GRID_INK);
        canvas_text(page->canvas, &type, box->x - 1.5 * MM * page->scale, y + type.size * 0.36,
                    ALIGN_RIGHT, arena_printf(page->arena, "%d", at));
    }
    canvas_text(page->canvas, &type, box->x - 1.5 * MM * page->scale,
                box->y - 2.2 * MM * page->scale, ALIGN_RIGHT, words_elevation_unit(&page->words));
}

static void draw_distance_axis(struct page *page, const struct chart_view *view)
{
    const struct box *box = &view->box;
    enum units units = page->plan->units;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double unit_m = units_mm(units) / MM_PER_M, length = view->line->length_m / unit_m;
    double unit = box->width / length, bottom = box->y + box->height;
    int step = axis_step(LEAST_TICKS * page->scale / unit);
    int minor = axis_step(1.6 * MM * page->scale / unit);
    double base = bottom + LONG_TICK * page->scale + type.size * 1.05;
    const char *end = words_distance(&page->words, distance_from_m(view->line->length_m, units));
    double end_left = box->x + box->width - canvas_text_width(page->canvas, &type, end);
    canvas_text(page->canvas, &type, box->x + box->width, base, ALIGN_RIGHT, end);
    for (int at = 0; at <= length; at += minor) {
        bool is_long = at % step == 0;
        double x = box->x + at * unit;
        canvas_line(page->canvas, x, bottom, x, bottom + (is_long ? LONG_TICK : TICK) * page->scale,
                    GRID_THICKNESS, INK_BLACK);
        const char *text = arena_printf(page->arena, "%d", at);
        double right = x + canvas_text_width(page->canvas, &type, text) / 2;
        if (is_long && right + AXIS_GAP * page->scale < end_left)
            canvas_text(page->canvas, &type, x, base, ALIGN_CENTER, text);
    }
    canvas_line(page->canvas, box->x, bottom, box->x + box->width, bottom, RULE_THICKNESS,
                INK_BLACK);
}

/* --- names of the main hills ------------------------------------------------------------------ */

/* A label's place: from where to where, in which row, and where its line goes down. */
struct taken {
    double left, right, line;
    int row;
};

/* True where neither labels nor lines of the two meet. */
static bool are_clear(const struct taken *a, const struct taken *b)
{
    if (a->row == b->row)
        return a->left >= b->right + LABEL_GAP || a->right + LABEL_GAP <= b->left;
    const struct taken *upper = a->row < b->row ? a : b, *lower = a->row < b->row ? b : a;
    return upper->line <= lower->left - LABEL_GAP / 2 || upper->line >= lower->right;
}

/* The nearest place for a label about its hill's middle; false where its row has none. */
static bool find_place(const struct taken *taken, size_t count, struct taken *place, double width,
                       const struct box *room)
{
    double shift = width / 2, best = shift + 1;
    struct taken tried = *place;
    for (double off = -shift; off <= shift; off += MM) {
        double from = tried.line + off - width / 2;
        tried.left = fmax(fmin(from, room->x + room->width - width), room->x);
        tried.right = tried.left + width;
        bool is_free = fabs(off) < best;
        for (size_t i = 0; i < count && is_free; i++)
            is_free = are_clear(&tried, &taken[i]);
        if (!is_free)
            continue;
        best = fabs(off);
        *place = tried;
    }
    return best <= shift;
}

static void draw_label(struct page *page, const struct chart_view *view,
                       const struct race_hill *hill, double left, double top,
                       const char *const *lines)
{
    struct type strong = page_type(page, FONT_STRONG, SIZE_SMALL, INK_BLACK);
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double arrow = LABEL_ARROW * page->scale, base = top + strong.size * 1.1;
    const struct grade_look *style = look_of(hill->is_climb ? COURSE_BAND_COUNT - 1 : 0);
    course_chart_arrow(page->canvas, left + arrow / 2, base - 0.3, arrow, hill->is_climb,
                       style->fill);
    canvas_text(page->canvas, &strong, left + arrow * 1.3, base, ALIGN_LEFT, lines[0]);
    canvas_text(page->canvas, &type, left + arrow * 1.3, base + type.size * 1.2, ALIGN_LEFT,
                lines[1]);
    struct spot on = spot_at(view, hill->stretch.start_m + hill->stretch.length_m / 2.0);
    canvas_line(page->canvas, on.x, top + LABEL_ROOM * page->scale, on.x, on.y - 1, LEADER,
                page->style->grey);
}

static void draw_labels(struct page *page, const struct chart_view *view,
                        const struct race_view *race, struct box room)
{
    const struct race_hill *hills = race->hills;
    size_t drawn = 0;
    struct taken taken[MOST_LABELS];
    struct type strong = page_type(page, FONT_STRONG, SIZE_SMALL, INK_BLACK);
    for (size_t i = 0; i < race->hill_count && drawn < MOST_LABELS; i++) {
        const struct course_stretch *stretch = &hills[i].stretch;
        if (stretch->metres * 100 < hills[0].stretch.metres * SMALLEST_HILL)
            break;
        const char *const lines[] = {
            arena_printf(page->arena, "%s %s", words_unit(&page->words),
                         words_tenths_of_unit(&page->words, stretch->start_m)),
            arena_printf(page->arena, "%s%s", hills[i].is_climb ? "+" : "−",
                         words_elevation(&page->words, stretch->metres))};
        double width = LABEL_ARROW * page->scale * 1.3 +
                       fmax(canvas_text_width(page->canvas, &strong, lines[0]),
                            canvas_text_width(page->canvas, &strong, lines[1]));
        struct taken place = {.line = spot_at(view, stretch->start_m + stretch->length_m / 2.0).x};
        for (place.row = LABEL_ROWS - 1; place.row >= 0; place.row--) {
            if (!find_place(taken, drawn, &place, width, &room))
                continue;
            taken[drawn++] = place;
            draw_label(page, view, &hills[i], place.left,
                       room.y + place.row * LABEL_ROOM * page->scale, lines);
            break;
        }
    }
}

void course_chart_draw(struct page *page, const struct race_view *race, struct box box)
{
    struct elevation_span span = course_chart_span(&race->line);
    double top = LABEL_ROWS * LABEL_ROOM * page->scale, left = AXIS_ROOM * page->scale;
    struct box room = {box.x + left, box.y, box.width - left, top};
    struct chart_view view = {
        .line = &race->line,
        .span = &span,
        .to_m = race->line.length_m,
        .box = {box.x + left, box.y + top, box.width - left,
                box.height - top - FOOT_ROOM * page->scale},
    };
    draw_elevation_axis(page, &view);
    course_chart_ground(page->canvas, &race->line, &span, 0, race->line.length_m, view.box);
    draw_distance_axis(page, &view);
    draw_labels(page, &view, race, room);
}
