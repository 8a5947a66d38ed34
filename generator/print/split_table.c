/* Tables of the race page. */
#include "print/split_table.h"

#include <stdlib.h>
#include <string.h>

#include "model/words.h"
#include "print/course_chart.h"
#include "print/typeset.h"

#define HEAD_ROOM     (5.4 * MM)
#define LEAST_ROW     (3.75 * MM)
#define ROW           (4.7 * MM)
#define SPLIT_COLUMNS 4
#define CELL_GAP      (0.8 * MM)
#define COLUMN_GAP    (4 * MM)
#define TABLE_GAP     (8 * MM)
#define ARROW         4.4 /* points */
#define SWATCH        (8 * MM)
#define MOST_HILLS    COURSE_BAND_COUNT /* as many rows as the table of grades has */
#define TENTHS        10
#define BASE          0.36 /* half the height of a capital, in type sizes */
#define UP_INK        INK(0x1F, 0x5C, 0x38)
#define DOWN_INK      INK(0x4B, 0x2A, 0x6B)
#define UP_TINT       INK(0xE4, 0xF2, 0xE8)
#define DOWN_TINT     INK(0xEC, 0xE6, 0xF2)

static void cell(struct sheet *sheet, double left, double right, double middle, enum font font,
                 double size, enum align align, const char *string)
{
    struct type type = sheet_type(sheet, font, size, INK_BLACK);
    if (align == ALIGN_RIGHT)
        left += CELL_GAP * sheet->scale;
    typeset_line(sheet->canvas, &type, sheet_least(sheet),
                 (struct line_place){left, middle + type.size * BASE, right - left, align}, string);
}

/* --- splits ----------------------------------------------------------------------------------- */

static size_t row_count(const struct race_view *view)
{
    return (view->splits.count + SPLIT_COLUMNS - 1) / SPLIT_COLUMNS;
}

double split_table_least(const struct sheet *sheet, const struct race_view *view)
{
    return (HEAD_ROOM + (double)row_count(view) * LEAST_ROW) * sheet->scale;
}

double split_table_height(const struct sheet *sheet, const struct race_view *view)
{
    return (HEAD_ROOM + (double)row_count(view) * ROW) * sheet->scale;
}

/* Right edges of the numbers. */
struct split_columns {
    double distance, split, elapsed;
};

static struct split_columns split_columns(const struct race_view *view, const struct box *box)
{
    static const struct split_columns shares = {0.19, 0.41, 0.7}, bare = {0.26, 0.58, 0.98};
    const struct split_columns *of = view->has_profile ? &shares : &bare;
    return (struct split_columns){box->x + box->width * of->distance,
                                  box->x + box->width * of->split,
                                  box->x + box->width * of->elapsed};
}

static void draw_split_head(struct sheet *sheet, const struct race_view *view, struct box box)
{
    struct split_columns at = split_columns(view, &box);
    double middle = box.y + box.height / 2, right = box.x + box.width;
    const char *unit = words_elevation_unit(&sheet->words);
    cell(sheet, box.x, at.distance, middle, FONT_SEMIBOLD, SIZE_SMALL, ALIGN_RIGHT,
         words_unit(&sheet->words));
    cell(sheet, at.distance, at.split, middle, FONT_SEMIBOLD, SIZE_SMALL, ALIGN_RIGHT,
         words_phrase(&sheet->words, PHRASE_HEAD_SPLIT));
    cell(sheet, at.split, at.elapsed, middle, FONT_SEMIBOLD, SIZE_SMALL, ALIGN_RIGHT,
         words_phrase(&sheet->words, PHRASE_HEAD_ELAPSED));
    if (view->has_profile)
        cell(sheet, at.elapsed, right, middle, FONT_SEMIBOLD, SIZE_SMALL, ALIGN_RIGHT,
             arena_printf(sheet->arena, "± %s", unit));
    canvas_line(sheet->canvas, box.x, box.y + box.height, right, box.y + box.height, RULE_THICKNESS,
                INK_BLACK);
}

/* One arrow a degree of steepness, to the left of `x`. */
static double draw_arrows(struct sheet *sheet, double x, double base, int count, bool is_up)
{
    double size = ARROW * sheet->scale;
    for (int i = 0; i < count; i++) {
        course_chart_arrow(sheet->canvas, x + size / 2, base, size, is_up,
                           is_up ? UP_INK : DOWN_INK);
        x += size * 1.05;
    }
    return x;
}

/* Arrows, and the difference in height. */
static void draw_split_hills(struct sheet *sheet, const struct split *split, int up, int down,
                             double left, double right, double middle)
{
    double base = middle + ARROW / 2 * sheet->scale, inset = 0.7 * MM * sheet->scale;
    int net_m = split->climb_m - split->descent_m,
        net = words_elevation_in(&sheet->words, abs(net_m));
    left = draw_arrows(sheet, left + inset, base, up, true);
    left = draw_arrows(sheet, left, base, down, false);
    cell(sheet, left, right - inset, middle, FONT_REGULAR, SIZE_LEAST, ALIGN_RIGHT,
         net ? arena_printf(sheet->arena, "%s%d", net_m > 0 ? "+" : "−", net) : "0");
}

static void draw_split(struct sheet *sheet, const struct race_view *view, size_t index,
                       struct box box)
{
    const struct split *split = &view->splits.items[index];
    struct split_columns at = split_columns(view, &box);
    double middle = box.y + box.height / 2;
    char text[QUANTITY_TEXT_SIZE];
    int length_m = race_view_split_m(view, sheet->plan->units, index);
    int up = race_view_steepness(split->climb_m, length_m);
    int down = race_view_steepness(split->descent_m, length_m);
    if (up || down)
        canvas_fill(sheet->canvas, box, up >= down ? UP_TINT : DOWN_TINT);
    cell(sheet, box.x, at.distance, middle, FONT_BOLD, SIZE_DETAIL, ALIGN_RIGHT,
         race_view_split_words(&sheet->words, split));
    cell(sheet, at.distance, at.split, middle, FONT_REGULAR, SIZE_DETAIL, ALIGN_RIGHT,
         duration_format(split->seconds, text));
    cell(sheet, at.split, at.elapsed, middle, FONT_SEMIBOLD, SIZE_DETAIL, ALIGN_RIGHT,
         duration_format(split->elapsed_s, text));
    if (view->has_profile)
        draw_split_hills(sheet, split, up, down, at.elapsed, box.x + box.width, middle);
}

void split_table_draw(struct sheet *sheet, const struct race_view *view, struct box box)
{
    size_t rows = row_count(view);
    double gap = COLUMN_GAP * sheet->scale, head = HEAD_ROOM * sheet->scale;
    double width = (box.width - gap * (SPLIT_COLUMNS - 1)) / SPLIT_COLUMNS;
    double row = (box.height - head) / (double)rows;
    for (size_t i = 0; i < view->splits.count; i++) {
        size_t column = i / rows;
        double x = box.x + (double)column * (width + gap);
        double y = box.y + head + (double)(i % rows) * row;
        if (i % rows == 0)
            draw_split_head(sheet, view, (struct box){x, box.y, width, head});
        draw_split(sheet, view, i, (struct box){x, y, width, row});
        canvas_line(sheet->canvas, x, y + row, x + width, y + row, GRID_THICKNESS / 2,
                    sheet->look->grey);
    }
}

/* --- grades and hills ------------------------------------------------------------------------- */

double hill_tables_height(const struct sheet *sheet)
{
    return (HEAD_ROOM + COURSE_BAND_COUNT * ROW) * sheet->scale;
}

/* One decimal always, for columns: "17.0". */
static const char *tenths(const struct words *words, int metres)
{
    int value = scale_round(distance_from_m(metres, words->units), TENTHS, HUNDREDTHS);
    return arena_printf(words->arena, "%d%s%d", value / TENTHS,
                        words_phrase(words, PHRASE_DECIMAL_MARK), value % TENTHS);
}

/* "3.0 %". */
static const char *grade(const struct words *words, int value)
{
    return arena_printf(words->arena, "%d%s%d %%", value / TENTHS,
                        words_phrase(words, PHRASE_DECIMAL_MARK), value % TENTHS);
}

static const char *percent(const struct words *words, int value)
{
    return value ? arena_printf(words->arena, "%d %%", value) : "–";
}

static void draw_grades(struct sheet *sheet, struct box box)
{
    const struct course_facts *facts = &sheet->plan->race.course.facts;
    const struct words *words = &sheet->words;
    const double edges[] = {0.44, 0.6, 0.8, 1};
    const char *const heads[] = {words_unit(words), words_phrase(words, PHRASE_HEAD_DISTANCE_SHARE),
                                 words_phrase(words, PHRASE_HEAD_DESCENT_SHARE)};
    double scale = sheet->scale, head = HEAD_ROOM * scale, row = ROW * scale;
    cell(sheet, box.x, box.x + box.width * edges[0], box.y + head / 2, FONT_SEMIBOLD, SIZE_SMALL,
         ALIGN_LEFT, words_phrase(words, PHRASE_HEAD_GRADE));
    for (size_t i = 0; i < 3; i++)
        cell(sheet, box.x + box.width * edges[i], box.x + box.width * edges[i + 1],
             box.y + head / 2, FONT_SEMIBOLD, SIZE_SMALL, ALIGN_RIGHT, heads[i]);
    canvas_line(sheet->canvas, box.x, box.y + head, box.x + box.width, box.y + head, RULE_THICKNESS,
                INK_BLACK);
    for (size_t i = 0; i < COURSE_BAND_COUNT; i++) {
        size_t band = COURSE_BAND_COUNT - 1 - i; /* up at the top */
        const struct course_band *it = &facts->bands[band];
        double y = box.y + head + (double)i * row, middle = y + row / 2;
        course_chart_swatch(
            sheet, band,
            (struct box){box.x, y + 0.5 * MM * scale, SWATCH * scale, row - 1 * MM * scale});
        cell(sheet, box.x + (SWATCH + PADDING) * scale, box.x + box.width * edges[0], middle,
             FONT_REGULAR, SIZE_DETAIL, ALIGN_LEFT, words_band(words, band));
        cell(sheet, box.x + box.width * edges[0], box.x + box.width * edges[1], middle,
             FONT_REGULAR, SIZE_DETAIL, ALIGN_RIGHT,
             it->distance_m ? tenths(words, it->distance_m) : "–");
        cell(sheet, box.x + box.width * edges[1], box.x + box.width * edges[2], middle,
             FONT_SEMIBOLD, SIZE_DETAIL, ALIGN_RIGHT, percent(words, it->distance_percent));
        cell(sheet, box.x + box.width * edges[2], box.x + box.width, middle, FONT_SEMIBOLD,
             SIZE_DETAIL, ALIGN_RIGHT, percent(words, it->descent_percent));
        canvas_line(sheet->canvas, box.x, y + row, box.x + box.width, y + row, GRID_THICKNESS / 2,
                    sheet->look->grey);
    }
}

static int by_start(const void *a, const void *b)
{
    const struct race_hill *first = a, *second = b;
    return (first->stretch.start_m > second->stretch.start_m) -
           (first->stretch.start_m < second->stretch.start_m);
}

static void draw_hills(struct sheet *sheet, const struct race_view *view, struct box box)
{
    size_t count = view->hill_count < MOST_HILLS ? view->hill_count : MOST_HILLS;
    struct race_hill hills[MOST_HILLS];
    memcpy(hills, view->hills, count * sizeof *hills);
    qsort(hills, count, sizeof *hills, by_start);
    const struct words *words = &sheet->words;
    const double edges[] = {0.24, 0.5, 0.65, 0.82, 1};
    const char *const heads[] = {SAY(words, PHRASE_HEAD_FROM_TO, words_unit(words)),
                                 words_unit(words), words_elevation_unit(words),
                                 words_phrase(words, PHRASE_HEAD_HILL_GRADE)};
    double scale = sheet->scale, head = HEAD_ROOM * scale, row = ROW * scale;
    cell(sheet, box.x, box.x + box.width * edges[0], box.y + head / 2, FONT_SEMIBOLD, SIZE_SMALL,
         ALIGN_LEFT, words_phrase(words, PHRASE_LARGEST_HILLS));
    for (size_t i = 0; i < 4; i++)
        cell(sheet, box.x + box.width * edges[i], box.x + box.width * edges[i + 1],
             box.y + head / 2, FONT_SEMIBOLD, SIZE_SMALL, ALIGN_RIGHT, heads[i]);
    canvas_line(sheet->canvas, box.x, box.y + head, box.x + box.width, box.y + head, RULE_THICKNESS,
                INK_BLACK);
    if (count == 0)
        cell(sheet, box.x, box.x + box.width, box.y + head + row / 2, FONT_REGULAR, SIZE_DETAIL,
             ALIGN_LEFT, words_phrase(words, PHRASE_NO_HILLS));
    for (size_t i = 0; i < count; i++) {
        const struct course_stretch *it = &hills[i].stretch;
        double y = box.y + head + (double)i * row, middle = y + row / 2;
        const char *const texts[] = {arena_printf(sheet->arena, "%s–%s", tenths(words, it->start_m),
                                                  tenths(words, it->start_m + it->length_m)),
                                     tenths(words, it->length_m),
                                     arena_printf(sheet->arena, "%s%d",
                                                  hills[i].is_climb ? "+" : "−",
                                                  words_elevation_in(words, it->metres)),
                                     grade(words, it->grade_tenths)};
        draw_arrows(sheet, box.x + 1 * MM * scale, middle + ARROW / 2 * scale,
                    race_view_steepness(it->metres, it->length_m) == 2 ? 2 : 1, hills[i].is_climb);
        for (size_t column = 0; column < 4; column++)
            cell(sheet, box.x + box.width * edges[column], box.x + box.width * edges[column + 1],
                 middle, column == 2 ? FONT_SEMIBOLD : FONT_REGULAR, SIZE_DETAIL, ALIGN_RIGHT,
                 texts[column]);
        canvas_line(sheet->canvas, box.x, y + row, box.x + box.width, y + row, GRID_THICKNESS / 2,
                    sheet->look->grey);
    }
}

void hill_tables_draw(struct sheet *sheet, const struct race_view *view, struct box box)
{
    double gap = TABLE_GAP * sheet->scale, width = (box.width - gap) / 2;
    draw_grades(sheet, (struct box){box.x, box.y, width, box.height});
    draw_hills(sheet, view, (struct box){box.x + width + gap, box.y, width, box.height});
}
