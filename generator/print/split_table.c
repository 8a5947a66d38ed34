/* Tables of the race page. */
#include "print/split_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "print/course_chart.h"
#include "print/typeset.h"
#include "words/words.h"

#define HEAD_ROOM     (5.4 * MM)
#define LEAST_ROW     (3.75 * MM)
#define ROW           (4.7 * MM)
#define LEAST_PITCH   1.2 /* of rows, in type sizes */
#define SPLIT_COLUMNS 4
#define HILLY_COLUMN  14.4 /* type sizes that a column of splits needs, with climb and descent */
#define BARE_COLUMN   10.5 /* without */
#define CELL_GAP      (0.8 * MM)
#define COLUMN_GAP    (4 * MM)
#define TABLE_GAP     (8 * MM)
#define ARROW         4.4 /* points */
#define SWATCH        (8 * MM)
#define MOST_ROWS     COURSE_BAND_COUNT /* of the tables of grades and of hills */
#define MOST_COLUMNS  5
#define TENTHS        10
#define BASE          0.36 /* half the height of a capital, in type sizes */
#define UP_INK        INK(0x1F, 0x5C, 0x38)
#define DOWN_INK      INK(0x4B, 0x2A, 0x6B)
#define UP_TINT       INK(0xE4, 0xF2, 0xE8)
#define DOWN_TINT     INK(0xEC, 0xE6, 0xF2)

static void cell(struct page *page, double left, double right, double middle, enum font font,
                 enum size size, enum align align, const char *string)
{
    struct type type = page_type(page, font, size, INK_BLACK);
    if (align == ALIGN_RIGHT)
        left += CELL_GAP * page->scale;
    typeset_line(page->canvas, &type, page->least,
                 (struct line_place){left, middle + type.size * BASE, right - left, align}, string);
}

/* --- splits ----------------------------------------------------------------------------------- */

/* As many columns of splits as there is room for. */
static size_t split_column_count(const struct page *page, const struct race_view *view)
{
    double gap = COLUMN_GAP * page->scale, room = page_text_body(page).width + gap;
    double needed = page_size(page, SIZE_DETAIL) * (view->has_profile ? HILLY_COLUMN : BARE_COLUMN);
    return (size_t)fmax(1, fmin(SPLIT_COLUMNS, room / (needed + gap)));
}

static size_t row_count(const struct page *page, const struct race_view *view)
{
    size_t columns = split_column_count(page, view);
    return (view->splits.count + columns - 1) / columns;
}

static double least_row(const struct page *page)
{
    return fmax(LEAST_ROW * page->scale, LEAST_PITCH * page_size(page, SIZE_DETAIL));
}

size_t split_table_most(const struct page *page, const struct race_view *view, double height)
{
    double rows = (height - HEAD_ROOM * page->scale) / least_row(page);
    return (size_t)fmax(0, rows) * split_column_count(page, view);
}

double split_table_least(const struct page *page, const struct race_view *view)
{
    return HEAD_ROOM * page->scale + (double)row_count(page, view) * least_row(page);
}

double split_table_height(const struct page *page, const struct race_view *view)
{
    return (HEAD_ROOM + (double)row_count(page, view) * ROW) * page->scale;
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

static void draw_split_head(struct page *page, const struct race_view *view, struct box box)
{
    struct split_columns at = split_columns(view, &box);
    double middle = box.y + box.height / 2, right = box.x + box.width;
    const char *unit = words_elevation_unit(&page->words);
    cell(page, box.x, at.distance, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
         words_unit(&page->words));
    cell(page, at.distance, at.split, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
         words_phrase(&page->words, PHRASE_HEAD_SPLIT));
    cell(page, at.split, at.elapsed, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
         words_phrase(&page->words, PHRASE_HEAD_ELAPSED));
    if (view->has_profile)
        cell(page, at.elapsed, right, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
             arena_printf(page->arena, "± %s", unit));
    canvas_line(page->canvas, box.x, box.y + box.height, right, box.y + box.height, RULE_THICKNESS,
                INK_BLACK);
}

/* One arrow a degree of steepness, to the left of `x`. */
static double draw_arrows(struct page *page, double x, double base, int count, bool is_up)
{
    double size = ARROW * page->scale;
    for (int i = 0; i < count; i++) {
        course_chart_arrow(page->canvas, x + size / 2, base, size, is_up,
                           is_up ? UP_INK : DOWN_INK);
        x += size * 1.05;
    }
    return x;
}

/* Arrows, and the difference in height. */
static void draw_split_hills(struct page *page, const struct split *split, int up, int down,
                             double left, double right, double middle)
{
    double base = middle + ARROW / 2 * page->scale, inset = 0.7 * MM * page->scale;
    int net_m = split->climb_m - split->descent_m,
        net = words_elevation_in(&page->words, abs(net_m));
    left = draw_arrows(page, left + inset, base, up, true);
    left = draw_arrows(page, left, base, down, false);
    cell(page, left, right - inset, middle, FONT_REGULAR, SIZE_LEAST, ALIGN_RIGHT,
         net ? arena_printf(page->arena, "%s%d", net_m > 0 ? "+" : "−", net) : "0");
}

static void draw_split(struct page *page, const struct race_view *view, size_t index,
                       struct box box)
{
    const struct split *split = &view->splits.items[index];
    struct split_columns at = split_columns(view, &box);
    double middle = box.y + box.height / 2;
    char text[QUANTITY_TEXT_SIZE];
    int length_m = race_view_split_m(view, page->plan->units, index);
    int up = race_view_steepness(split->climb_m, length_m);
    int down = race_view_steepness(split->descent_m, length_m);
    if (up || down)
        canvas_fill(page->canvas, box, up >= down ? UP_TINT : DOWN_TINT);
    cell(page, box.x, at.distance, middle, FONT_STRONG, SIZE_DETAIL, ALIGN_RIGHT,
         race_view_split_words(&page->words, split));
    cell(page, at.distance, at.split, middle, FONT_REGULAR, SIZE_DETAIL, ALIGN_RIGHT,
         duration_format(split->seconds, text));
    cell(page, at.split, at.elapsed, middle, FONT_STRONG, SIZE_DETAIL, ALIGN_RIGHT,
         duration_format(split->elapsed_s, text));
    if (view->has_profile)
        draw_split_hills(page, split, up, down, at.elapsed, box.x + box.width, middle);
}

void split_table_draw(struct page *page, const struct race_view *view, struct box box)
{
    size_t rows = row_count(page, view), columns = split_column_count(page, view);
    double gap = COLUMN_GAP * page->scale, head = HEAD_ROOM * page->scale;
    double width = (box.width - gap * (double)(columns - 1)) / (double)columns;
    double row = (box.height - head) / (double)rows;
    for (size_t i = 0; i < view->splits.count; i++) {
        size_t column = i / rows;
        double x = box.x + (double)column * (width + gap);
        double y = box.y + head + (double)(i % rows) * row;
        if (i % rows == 0)
            draw_split_head(page, view, (struct box){x, box.y, width, head});
        draw_split(page, view, i, (struct box){x, y, width, row});
        canvas_line(page->canvas, x, y + row, x + width, y + row, GRID_THICKNESS / 2,
                    page->style->grey);
    }
}

/* --- grades and hills ------------------------------------------------------------------------- */

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

/* The steepest way up is at the top. */
static size_t band_of_row(size_t row)
{
    return COURSE_BAND_COUNT - 1 - row;
}

/* Texts in columns, the first one to the left. */
struct split_table {
    size_t columns, rows;
    double lead; /* the room for marks before the first column's texts */
    enum font fonts[MOST_COLUMNS];
    const char *heads[MOST_COLUMNS];
    const char *cells[MOST_ROWS][MOST_COLUMNS];
};

static double column_width(const struct page *page, const struct split_table *table, size_t column)
{
    struct type head = page_type(page, FONT_STRONG, SIZE_SMALL, INK_BLACK);
    struct type type = page_type(page, table->fonts[column], SIZE_DETAIL, INK_BLACK);
    double lead = column == 0 ? table->lead : 0;
    double widest = canvas_text_width(page->canvas, &head, table->heads[column]);
    for (size_t row = 0; row < table->rows; row++)
        widest =
            fmax(widest, lead + canvas_text_width(page->canvas, &type, table->cells[row][column]));
    return widest + CELL_GAP * page->scale;
}

static double table_width(const struct page *page, const struct split_table *table)
{
    double width = 0;
    for (size_t column = 0; column < table->columns; column++)
        width += column_width(page, table, column);
    return width;
}

static double row_middle(const struct page *page, const struct box *box, size_t row)
{
    return box->y + (HEAD_ROOM + ((double)row + 0.5) * ROW) * page->scale;
}

static void draw_rule(struct page *page, const struct box *box, double y, double thickness,
                      struct ink ink)
{
    canvas_line(page->canvas, box->x, y, box->x + box->width, y, thickness, ink);
}

/* Columns have the width of their texts and share what is left; what is lacking, the first lacks.
 */
static void draw_table(struct page *page, const struct split_table *table, struct box box)
{
    double spare = box.width - table_width(page, table);
    double left = box.x, head = HEAD_ROOM * page->scale;
    for (size_t column = 0; column < table->columns; column++) {
        double share = spare >= 0 ? spare / (double)table->columns : column == 0 ? spare : 0;
        double right = left + column_width(page, table, column) + share;
        enum align align = column == 0 ? ALIGN_LEFT : ALIGN_RIGHT;
        cell(page, left, right, box.y + head / 2, FONT_STRONG, SIZE_SMALL, align,
             table->heads[column]);
        for (size_t row = 0; row < table->rows; row++)
            cell(page, left + (column == 0 ? table->lead : 0), right, row_middle(page, &box, row),
                 table->fonts[column], SIZE_DETAIL, align, table->cells[row][column]);
        left = right;
    }
    draw_rule(page, &box, box.y + head, RULE_THICKNESS, INK_BLACK);
    for (size_t row = 0; row < table->rows; row++)
        draw_rule(page, &box, row_middle(page, &box, row) + ROW / 2 * page->scale,
                  GRID_THICKNESS / 2, page->style->grey);
}

static struct split_table grade_table(const struct page *page)
{
    const struct course_facts *facts = &page->plan->race.course.facts;
    const struct words *words = &page->words;
    struct split_table table = {
        .columns = 4,
        .rows = COURSE_BAND_COUNT,
        .lead = (SWATCH + PADDING) * page->scale,
        .fonts = {FONT_REGULAR, FONT_REGULAR, FONT_STRONG, FONT_STRONG},
        .heads = {words_phrase(words, PHRASE_HEAD_GRADE), words_unit(words),
                  words_phrase(words, PHRASE_HEAD_DISTANCE_SHARE),
                  words_phrase(words, PHRASE_HEAD_DESCENT_SHARE)},
    };
    for (size_t row = 0; row < table.rows; row++) {
        size_t band = band_of_row(row);
        const struct course_band *it = &facts->bands[band];
        table.cells[row][0] = words_band(words, band);
        table.cells[row][1] = it->distance_m ? tenths(words, it->distance_m) : "–";
        table.cells[row][2] = percent(words, it->distance_percent);
        table.cells[row][3] = percent(words, it->descent_percent);
    }
    return table;
}

static void draw_grades(struct page *page, const struct split_table *table, struct box box)
{
    double height = (ROW - 1 * MM) * page->scale;
    draw_table(page, table, box);
    for (size_t row = 0; row < table->rows; row++)
        course_chart_swatch(page, band_of_row(row),
                            (struct box){box.x, row_middle(page, &box, row) - height / 2,
                                         SWATCH * page->scale, height});
}

static int by_start(const void *a, const void *b)
{
    const struct race_hill *first = a, *second = b;
    return (first->stretch.start_m > second->stretch.start_m) -
           (first->stretch.start_m < second->stretch.start_m);
}

/* The largest hills, in their order along the course. Gives their count. */
static size_t main_hills(const struct race_view *view, struct race_hill *hills)
{
    size_t count = view->hill_count < MOST_ROWS ? view->hill_count : MOST_ROWS;
    memcpy(hills, view->hills, count * sizeof *hills);
    qsort(hills, count, sizeof *hills, by_start);
    return count;
}

static struct split_table hill_table(const struct page *page, const struct race_hill *hills,
                                     size_t count)
{
    const struct words *words = &page->words;
    struct split_table table = {
        .columns = 5,
        .rows = count,
        .lead = 3 * ARROW * page->scale,
        .fonts = {FONT_REGULAR, FONT_REGULAR, FONT_REGULAR, FONT_STRONG, FONT_REGULAR},
        .heads = {words_phrase(words, PHRASE_LARGEST_HILLS),
                  SAY(words, PHRASE_HEAD_FROM_TO, words_unit(words)), words_unit(words),
                  words_elevation_unit(words), words_phrase(words, PHRASE_HEAD_HILL_GRADE)},
    };
    for (size_t row = 0; row < count; row++) {
        const struct course_stretch *it = &hills[row].stretch;
        table.cells[row][0] = "";
        table.cells[row][1] = arena_printf(page->arena, "%s–%s", tenths(words, it->start_m),
                                           tenths(words, it->start_m + it->length_m));
        table.cells[row][2] = tenths(words, it->length_m);
        table.cells[row][3] = arena_printf(page->arena, "%s%d", hills[row].is_climb ? "+" : "−",
                                           words_elevation_in(words, it->metres));
        table.cells[row][4] = grade(words, it->grade_tenths);
    }
    return table;
}

static void draw_hills(struct page *page, const struct split_table *table,
                       const struct race_hill *hills, struct box box)
{
    double scale = page->scale;
    draw_table(page, table, box);
    if (table->rows == 0)
        cell(page, box.x, box.x + box.width, row_middle(page, &box, 0), FONT_REGULAR, SIZE_DETAIL,
             ALIGN_LEFT, words_phrase(&page->words, PHRASE_NO_HILLS));
    for (size_t row = 0; row < table->rows; row++) {
        const struct course_stretch *it = &hills[row].stretch;
        draw_arrows(page, box.x + 1 * MM * scale, row_middle(page, &box, row) + ARROW / 2 * scale,
                    race_view_steepness(it->metres, it->length_m) == 2 ? 2 : 1,
                    hills[row].is_climb);
    }
}

/* Whether both tables stand beside each other, if need be in the least type. */
static bool are_beside(const struct page *page, const struct split_table *grades,
                       const struct split_table *largest, double width)
{
    double needed = table_width(page, grades) + table_width(page, largest);
    needed *= page->least / page_size(page, SIZE_DETAIL);
    return needed + TABLE_GAP * page->scale <= width;
}

static double table_height(const struct page *page)
{
    return (HEAD_ROOM + MOST_ROWS * ROW) * page->scale;
}

double hill_tables_height(const struct page *page, const struct race_view *view)
{
    struct race_hill hills[MOST_ROWS];
    size_t count = main_hills(view, hills);
    struct split_table grades = grade_table(page), largest = hill_table(page, hills, count);
    double height = table_height(page);
    return are_beside(page, &grades, &largest, page_text_body(page).width)
               ? height
               : 2 * height + TABLE_GAP * page->scale;
}

void hill_tables_draw(struct page *page, const struct race_view *view, struct box box)
{
    struct race_hill hills[MOST_ROWS];
    size_t count = main_hills(view, hills);
    struct split_table grades = grade_table(page), largest = hill_table(page, hills, count);
    double gap = TABLE_GAP * page->scale, width = table_width(page, &grades);
    if (!are_beside(page, &grades, &largest, box.width)) {
        draw_grades(page, &grades, box);
        box.y += table_height(page) + gap;
        draw_hills(page, &largest, hills, box);
        return;
    }
    width += (box.width - gap - width - table_width(page, &largest)) / 2;
    draw_grades(page, &grades, (struct box){box.x, box.y, width, box.height});
    box.x += width + gap;
    box.width -= width + gap;
    draw_hills(page, &largest, hills, box);
}
