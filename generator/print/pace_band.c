/* The pace band: rows of cells, a cell a split. */
#include "print/pace_band.h"

#include <math.h>

#include "print/course_chart.h"
#include "print/typeset.h"
#include "words/words.h"

#define STRIP_WIDTH   (186 * MM)
#define STRIP_GAP     (6 * MM)
#define TAB_WIDTH     (11 * MM) /* the end that goes under the other */
#define MOST_IN_ROW   17
#define MOST_ROWS     3
#define MOST_STRIPS   2
#define MOST_LARGE    16 /* splits in large print */
#define FEW_IN_STRIP  10 /* these fit one row */
#define SOME_IN_STRIP 20 /* these fit two */
#define TITLE_ROOM    (5.5 * MM)
#define TITLE_PITCH   1.6         /* the least of that, in type sizes */
#define ROW_HEIGHT    (15.5 * MM) /* of three; one alone is taller */
#define LEAST_STRIP   (42 * MM)
#define GROUND_SHARE  0.34 /* of a row's height: the profile below the numbers */
#define TITLE_SIZE    8.0
#define NUMBER_SIZE   8.0
#define TIME_SIZE     12.0
#define LARGEST_TIME  18.0
#define LEAST_SIZE    7.0 /* but in large print */
#define INSET         (0.5 * MM)
#define ARROW         4.6 /* points */
#define CUT_THICKNESS 0.6
#define CUT_MARK      (4 * MM)
#define UP_INK        INK(0x1F, 0x5C, 0x38)
#define DOWN_INK      INK(0x4B, 0x2A, 0x6B)

/* How many splits a strip and a row hold. */
struct band_grid {
    size_t strips, in_strip, rows, in_row;
    double width, title, row; /* of a strip; heights */
};

static double least_size(const struct page *page)
{
    return page->plan->print.is_large ? page->least : LEAST_SIZE;
}

static struct type band_type(const struct page *page, enum font font, double size)
{
    return (struct type){font, fmax(size, least_size(page)), INK_BLACK};
}

/* The cells that a row of a strip has room for: a time fits each. */
static size_t most_in_row(const struct page *page, const char *time, double width)
{
    struct type type = band_type(page, FONT_STRONG, 0);
    double cell = canvas_text_width(page->canvas, &type, time) + 2 * INSET;
    return (size_t)fmax(fmin((width - TAB_WIDTH) / cell, MOST_IN_ROW), 1);
}

static size_t parts_of(size_t count, size_t of)
{
    return (count + of - 1) / of;
}

static double title_room(const struct page *page)
{
    return fmax(TITLE_ROOM, TITLE_PITCH * fmax(TITLE_SIZE, least_size(page)));
}

static struct band_grid lay_out(const struct page *page, const struct race_view *view, double width)
{
    size_t count = view->splits.count;
    struct band_grid grid = {.width = fmin(STRIP_WIDTH, width)};
    if (count == 0)
        return grid;
    char time[QUANTITY_TEXT_SIZE];
    size_t most = most_in_row(page, duration_format(view->time_s, time), grid.width);
    grid.strips = parts_of(count, MOST_ROWS * most);
    grid.in_strip = parts_of(count, grid.strips);
    grid.rows = grid.in_strip <= FEW_IN_STRIP ? 1 : grid.in_strip <= SOME_IN_STRIP ? 2 : MOST_ROWS;
    while (parts_of(grid.in_strip, grid.rows) > most)
        grid.rows++;
    grid.in_row = parts_of(grid.in_strip, grid.rows);
    grid.title = title_room(page);
    grid.row = fmax(ROW_HEIGHT, (LEAST_STRIP - grid.title) / (double)grid.rows);
    return grid;
}

static double strip_height(const struct band_grid *grid)
{
    return grid->title + (double)grid->rows * grid->row;
}

size_t pace_band_most(const struct page *page, double width, double height)
{
    size_t in_row = most_in_row(page, "88:88:88", fmin(STRIP_WIDTH, width));
    double strip = fmax(title_room(page) + MOST_ROWS * ROW_HEIGHT, LEAST_STRIP);
    double strips = fmin((height + STRIP_GAP) / (strip + STRIP_GAP), MOST_STRIPS);
    if (page->plan->print.is_large)
        return MOST_LARGE;
    return (size_t)fmax(0, strips) * MOST_ROWS * in_row;
}

double pace_band_height(const struct page *page, const struct race_view *view, double width)
{
    struct band_grid grid = lay_out(page, view, width);
    if (grid.strips == 0)
        return 0;
    return (double)grid.strips * (strip_height(&grid) + STRIP_GAP) - STRIP_GAP;
}

/* The dashed outline, with marks beyond its corners. */
static void draw_cut_marks(struct canvas *canvas, struct box box)
{
    double right = box.x + box.width, bottom = box.y + box.height;
    const double xs[] = {box.x, right}, ys[] = {box.y, bottom};
    for (int i = 0; i < 2; i++) {
        canvas_dashed_line(canvas, box.x, ys[i], right, ys[i], CUT_THICKNESS, INK_BLACK);
        canvas_dashed_line(canvas, xs[i], box.y, xs[i], bottom, CUT_THICKNESS, INK_BLACK);
    }
    for (int i = 0; i < 2; i++) {
        canvas_line(canvas, xs[i], box.y - CUT_MARK / 2, xs[i], box.y, CUT_THICKNESS, INK_BLACK);
        canvas_line(canvas, xs[i], bottom, xs[i], bottom + CUT_MARK / 2, CUT_THICKNESS, INK_BLACK);
    }
}

static void draw_title(struct page *page, const struct race_view *view,
                       const struct band_grid *grid, struct box box, size_t strip)
{
    const struct plan *plan = page->plan;
    struct arena *arena = page->arena;
    struct type type = band_type(page, FONT_STRONG, TITLE_SIZE);
    char time[QUANTITY_TEXT_SIZE];
    const struct words *words = &page->words;
    const char *name =
        plan->race.name ? plan->race.name : words_phrase(words, PHRASE_PACE_BAND_RACE);
    const char *unit = words_unit(words);
    const char *each = view->step > 1 ? arena_printf(arena, "%d %s", view->step, unit) : unit;
    const char *tail =
        SAY(words, view->has_profile ? PHRASE_PACE_BAND_EFFORT : PHRASE_PACE_BAND_EVEN,
            duration_format(view->time_s, time), each);
    if (grid->strips > 1)
        tail = SAY(words, PHRASE_PACE_BAND_STRIP, tail, words_count(words, strip + 1),
                   words_count(words, grid->strips));
    const char *const wordings[] = {arena_printf(arena, "%s · %s", name, tail), tail, name, ""};
    typeset_fit(page->canvas, &type, least_size(page),
                (struct line_place){box.x + 2 * MM, box.y + grid->title * 0.68, box.width - 4 * MM,
                                    ALIGN_LEFT},
                wordings, sizeof wordings / sizeof *wordings);
}

static double draw_arrows(struct canvas *canvas, double right, double base, int count, bool is_up)
{
    for (int i = 0; i < count; i++) {
        course_chart_arrow(canvas, right - ARROW / 2, base, ARROW, is_up,
                           is_up ? UP_INK : DOWN_INK);
        right -= ARROW * 1.05;
    }
    return right;
}

/* The largest that the longest time fits, the same for all. */
static struct type time_type(struct page *page, const struct race_view *view, double width,
                             bool is_tall)
{
    struct type type = band_type(page, FONT_STRONG, is_tall ? LARGEST_TIME : TIME_SIZE);
    char text[QUANTITY_TEXT_SIZE];
    duration_format(view->time_s, text);
    double needed = canvas_text_width(page->canvas, &type, text);
    if (needed > width)
        type.size *= width / needed;
    return type;
}

static void draw_cell(struct page *page, const struct race_view *view, size_t index, struct box box)
{
    const struct split *split = &view->splits.items[index];
    struct canvas *canvas = page->canvas;
    bool is_tall = box.height > ROW_HEIGHT * 1.1;
    struct type number = band_type(page, FONT_STRONG, NUMBER_SIZE * (is_tall ? 1.3 : 1));
    struct type time = time_type(page, view, box.width - 2 * INSET, is_tall);
    double numbers = box.height * (view->has_profile ? 1 - GROUND_SHARE : 0.8);
    double base = box.y + numbers * 0.42;
    char text[QUANTITY_TEXT_SIZE];
    int length_m = race_view_split_m(view, page->plan->units, index);
    double right = box.x + box.width - 2 * INSET;
    right =
        draw_arrows(canvas, right, base, race_view_steepness(split->descent_m, length_m), false);
    right = draw_arrows(canvas, right, base, race_view_steepness(split->climb_m, length_m), true);
    typeset_line(
        canvas, &number, least_size(page),
        (struct line_place){box.x + 2 * INSET, base, right - box.x - 2 * INSET, ALIGN_LEFT},
        race_view_split_words(&page->words, split));
    canvas_text(canvas, &time, box.x + box.width / 2, box.y + numbers * 0.9, ALIGN_CENTER,
                duration_format(split->elapsed_s, text));
    canvas_line(canvas, box.x + box.width, box.y, box.x + box.width, box.y + box.height,
                GRID_THICKNESS, page->style->grey);
}

/* The profile below the row's cells, as long as they are. */
static void draw_ground(struct page *page, const struct race_view *view, size_t first, size_t count,
                        struct box row, double cell)
{
    enum units units = page->plan->units;
    double ground = row.height * GROUND_SHARE;
    int from_m = race_view_split_start_m(view, units, first);
    int to_m = race_view_split_start_m(view, units, first + count);
    double whole = units_mm(units) / 1000.0 * view->step; /* metres a cell */
    struct elevation_span span = course_chart_span(&view->line);
    struct box box = {row.x, row.y + row.height - ground, cell * (to_m - from_m) / whole, ground};
    course_chart_ground(page->canvas, &view->line, &span, from_m, to_m, box);
}

static void draw_row(struct page *page, const struct race_view *view, size_t first, size_t count,
                     struct box row, double cell)
{
    if (view->has_profile)
        draw_ground(page, view, first, count, row, cell);
    for (size_t i = 0; i < count; i++)
        draw_cell(page, view, first + i,
                  (struct box){row.x + (double)i * cell, row.y, cell, row.height});
    canvas_line(page->canvas, row.x, row.y, row.x + row.width, row.y, GRID_THICKNESS, INK_BLACK);
}

static void draw_tab(struct page *page, struct box box)
{
    struct type type = band_type(page, FONT_REGULAR, LEAST_SIZE);
    const char *const wordings[] = {words_phrase(&page->words, PHRASE_PACE_BAND_TAPE), ""};
    canvas_fill(page->canvas, box, page->style->pale);
    canvas_line(page->canvas, box.x, box.y, box.x, box.y + box.height, GRID_THICKNESS, INK_BLACK);
    typeset_fit(page->canvas, &type, least_size(page),
                (struct line_place){box.x + INSET, box.y + box.height / 2, box.width - 2 * INSET,
                                    ALIGN_CENTER},
                wordings, 2);
}

void pace_band_draw(struct page *page, const struct race_view *view, struct box box)
{
    struct band_grid grid = lay_out(page, view, box.width);
    double width = grid.width, height = strip_height(&grid);
    for (size_t strip = 0; strip < grid.strips; strip++) {
        double y = box.y + (double)strip * (height + STRIP_GAP);
        struct box whole = {box.x, y, width, height};
        struct box cells = {box.x, y, width - TAB_WIDTH, height};
        draw_tab(page, (struct box){box.x + cells.width, y, TAB_WIDTH, height});
        draw_title(page, view, &grid, cells, strip);
        for (size_t row = 0; row < grid.rows; row++) {
            size_t first = strip * grid.in_strip + row * grid.in_row;
            size_t end = (strip + 1) * grid.in_strip;
            end = end < view->splits.count ? end : view->splits.count;
            if (first >= end)
                break;
            size_t count = end - first < grid.in_row ? end - first : grid.in_row;
            draw_row(
                page, view, first, count,
                (struct box){box.x, y + grid.title + (double)row * grid.row, cells.width, grid.row},
                cells.width / (double)grid.in_row);
        }
        draw_cut_marks(page->canvas, whole);
    }
}
