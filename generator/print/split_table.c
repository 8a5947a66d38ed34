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

static void cell(struct sheet *sheet, double left, double right, double middle, enum font font,
                 enum size size, enum align align, const char *string)
{
    struct type type = sheet_type(sheet, font, size, INK_BLACK);
    if (align == ALIGN_RIGHT)
        left += CELL_GAP * sheet->scale;
    typeset_line(sheet->canvas, &type, sheet->least,
                 (struct line_place){left, middle + type.size * BASE, right - left, align}, string);
}

/* --- splits ----------------------------------------------------------------------------------- */

/* As many columns of splits as there is room for. */
static size_t split_column_count(const struct sheet *sheet, const struct race_view *view)
{
    double gap = COLUMN_GAP * sheet->scale, room = sheet_text_body(sheet).width + gap;
    double needed =
        sheet_size(sheet, SIZE_DETAIL) * (view->has_profile ? HILLY_COLUMN : BARE_COLUMN);
    return (size_t)fmax(1, fmin(SPLIT_COLUMNS, room / (needed + gap)));
}

static size_t row_count(const struct sheet *sheet, const struct race_view *view)
{
    size_t columns = split_column_count(sheet, view);
    return (view->splits.count + columns - 1) / columns;
}

static double least_row(const struct sheet *sheet)
{
    return fmax(LEAST_ROW * sheet->scale, LEAST_PITCH * sheet_size(sheet, SIZE_DETAIL));
}

size_t split_table_most(const struct sheet *sheet, const struct race_view *view, double height)
{
    double rows = (height - HEAD_ROOM * sheet->scale) / least_row(sheet);
    return (size_t)fmax(0, rows) * split_column_count(sheet, view);
}

double split_table_least(const struct sheet *sheet, const struct race_view *view)
{
    return HEAD_ROOM * sheet->scale + (double)row_count(sheet, view) * least_row(sheet);
}

double split_table_height(const struct sheet *sheet, const struct race_view *view)
{
    return (HEAD_ROOM + (double)row_count(sheet, view) * ROW) * sheet->scale;
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
    cell(sheet, box.x, at.distance, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
         words_unit(&sheet->words));
    cell(sheet, at.distance, at.split, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
         words_phrase(&sheet->words, PHRASE_HEAD_SPLIT));
    cell(sheet, at.split, at.elapsed, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
         words_phrase(&sheet->words, PHRASE_HEAD_ELAPSED));
    if (view->has_profile)
        cell(sheet, at.elapsed, right, middle, FONT_STRONG, SIZE_SMALL, ALIGN_RIGHT,
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
    cell(sheet, box.x, at.distance, middle, FONT_STRONG, SIZE_DETAIL, ALIGN_RIGHT,
         race_view_split_words(&sheet->words, split));
    cell(sheet, at.distance, at.split, middle, FONT_REGULAR, SIZE_DETAIL, ALIGN_RIGHT,
         duration_format(split->seconds, text));
    cell(sheet, at.split, at.elapsed, middle, FONT_STRONG, SIZE_DETAIL, ALIGN_RIGHT,
         duration_format(split->elapsed_s, text));
    if (view->has_profile)
        draw_split_hills(sheet, split, up, down, at.elapsed, box.x + box.width, middle);
}

void split_table_draw(struct sheet *sheet, const struct race_view *view, struct box box)
{
    size_t rows = row_count(sheet, view), columns = split_column_count(sheet, view);
    double gap = COLUMN_GAP * sheet->scale, head = HEAD_ROOM * sheet->scale;
    double width = (box.width - gap * (double)(columns - 1)) / (double)columns;
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
struct table {
    size_t columns, rows;
    double lead; /* the room for marks before the first column's texts */
    enum font fonts[MOST_COLUMNS];
    const char *heads[MOST_COLUMNS];
    const char *cells[MOST_ROWS][MOST_COLUMNS];
};

static double column_width(const struct sheet *sheet, const struct table *table, size_t column)
{
    struct type head = sheet_type(sheet, FONT_STRONG, SIZE_SMALL, INK_BLACK);
    struct type type = sheet_type(sheet, table->fonts[column], SIZE_DETAIL, INK_BLACK);
    double lead = column == 0 ? table->lead : 0;
    double widest = canvas_text_width(sheet->canvas, &head, table->heads[column]);
    for (size_t row = 0; row < table->rows; row++)
        widest =
            fmax(widest, lead + canvas_text_width(sheet->canvas, &type, table->cells[row][column]));
    return widest + CELL_GAP * sheet->scale;
}

static double table_width(const struct sheet *sheet, const struct table *table)
{
    double width = 0;
    for (size_t column = 0; column < table->columns; column++)
        width += column_width(sheet, table, column);
    return width;
}

static double row_middle(const struct sheet *sheet, const struct box *box, size_t row)
{
    return box->y + (HEAD_ROOM + ((double)row + 0.5) * ROW) * sheet->scale;
}

static void draw_rule(struct sheet *sheet, const struct box *box, double y, double thickness,
                      struct ink ink)
{
    canvas_line(sheet->canvas, box->x, y, box->x + box->width, y, thickness, ink);
}

/* Columns have the width of their texts and share what is left; what is lacking, the first lacks.
 */
static void draw_table(struct sheet *sheet, const struct table *table, struct box box)
{
    double spare = box.width - table_width(sheet, table);
    double left = box.x, head = HEAD_ROOM * sheet->scale;
    for (size_t column = 0; column < table->columns; column++) {
        double share = spare >= 0 ? spare / (double)table->columns : column == 0 ? spare : 0;
        double right = left + column_width(sheet, table, column) + share;
        enum align align = column == 0 ? ALIGN_LEFT : ALIGN_RIGHT;
        cell(sheet, left, right, box.y + head / 2, FONT_STRONG, SIZE_SMALL, align,
             table->heads[column]);
        for (size_t row = 0; row < table->rows; row++)
            cell(sheet, left + (column == 0 ? table->lead : 0), right, row_middle(sheet, &box, row),
                 table->fonts[column], SIZE_DETAIL, align, table->cells[row][column]);
        left = right;
    }
    draw_rule(sheet, &box, box.y + head, RULE_THICKNESS, INK_BLACK);
    for (size_t row = 0; row < table->rows; row++)
        draw_rule(sheet, &box, row_middle(sheet, &box, row) + ROW / 2 * sheet->scale,
                  GRID_THICKNESS / 2, sheet->look->grey);
}

static struct table grade_table(const struct sheet *sheet)
{
    const struct course_facts *facts = &sheet->plan->race.course.facts;
    const struct words *words = &sheet->words;
    struct table table = {
        .columns = 4,
        .rows = COURSE_BAND_COUNT,
        .lead = (SWATCH + PADDING) * sheet->scale,
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

static void draw_grades(struct sheet *sheet, const struct table *table, struct box box)
{
    double height = (ROW - 1 * MM) * sheet->scale;
    draw_table(sheet, table, box);
    for (size_t row = 0; row < table->rows; row++)
        course_chart_swatch(sheet, band_of_row(row),
                            (struct box){box.x, row_middle(sheet, &box, row) - height / 2,
                                         SWATCH * sheet->scale, height});
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

static struct table hill_table(const struct sheet *sheet, const struct race_hill *hills,
                               size_t count)
{
    const struct words *words = &sheet->words;
    struct table table = {
        .columns = 5,
        .rows = count,
        .lead = 3 * ARROW * sheet->scale,
        .fonts = {FONT_REGULAR, FONT_REGULAR, FONT_REGULAR, FONT_STRONG, FONT_REGULAR},
        .heads = {words_phrase(words, PHRASE_LARGEST_HILLS),
                  SAY(words, PHRASE_HEAD_FROM_TO, words_unit(words)), words_unit(words),
                  words_elevation_unit(words), words_phrase(words, PHRASE_HEAD_HILL_GRADE)},
    };
    for (size_t row = 0; row < count; row++) {
        const struct course_stretch *it = &hills[row].stretch;
        table.cells[row][0] = "";
        table.cells[row][1] = arena_printf(sheet->arena, "%s–%s", tenths(words, it->start_m),
                                           tenths(words, it->start_m + it->length_m));
        table.cells[row][2] = tenths(words, it->length_m);
        table.cells[row][3] = arena_printf(sheet->arena, "%s%d", hills[row].is_climb ? "+" : "−",
                                           words_elevation_in(words, it->metres));
        table.cells[row][4] = grade(words, it->grade_tenths);
    }
    return table;
}

static void draw_hills(struct sheet *sheet, const struct table *table,
                       const struct race_hill *hills, struct box box)
{
    double scale = sheet->scale;
    draw_table(sheet, table, box);
    if (table->rows == 0)
        cell(sheet, box.x, box.x + box.width, row_middle(sheet, &box, 0), FONT_REGULAR, SIZE_DETAIL,
             ALIGN_LEFT, words_phrase(&sheet->words, PHRASE_NO_HILLS));
    for (size_t row = 0; row < table->rows; row++) {
        const struct course_stretch *it = &hills[row].stretch;
        draw_arrows(sheet, box.x + 1 * MM * scale, row_middle(sheet, &box, row) + ARROW / 2 * scale,
                    race_view_steepness(it->metres, it->length_m) == 2 ? 2 : 1,
                    hills[row].is_climb);
    }
}

/* Whether both tables stand beside each other, if need be in the least type. */
static bool are_beside(const struct sheet *sheet, const struct table *grades,
                       const struct table *largest, double width)
{
    double needed = table_width(sheet, grades) + table_width(sheet, largest);
    needed *= sheet->least / sheet_size(sheet, SIZE_DETAIL);
    return needed + TABLE_GAP * sheet->scale <= width;
}

static double table_height(const struct sheet *sheet)
{
    return (HEAD_ROOM + MOST_ROWS * ROW) * sheet->scale;
}

double hill_tables_height(const struct sheet *sheet, const struct race_view *view)
{
    struct race_hill hills[MOST_ROWS];
    size_t count = main_hills(view, hills);
    struct table grades = grade_table(sheet), largest = hill_table(sheet, hills, count);
    double height = table_height(sheet);
    return are_beside(sheet, &grades, &largest, sheet_text_body(sheet).width)
               ? height
               : 2 * height + TABLE_GAP * sheet->scale;
}

void hill_tables_draw(struct sheet *sheet, const struct race_view *view, struct box box)
{
    struct race_hill hills[MOST_ROWS];
    size_t count = main_hills(view, hills);
    struct table grades = grade_table(sheet), largest = hill_table(sheet, hills, count);
    double gap = TABLE_GAP * sheet->scale, width = table_width(sheet, &grades);
    if (!are_beside(sheet, &grades, &largest, box.width)) {
        draw_grades(sheet, &grades, box);
        box.y += table_height(sheet) + gap;
        draw_hills(sheet, &largest, hills, box);
        return;
    }
    width += (box.width - gap - width - table_width(sheet, &largest)) / 2;
    draw_grades(sheet, &grades, (struct box){box.x, box.y, width, box.height});
    box.x += width + gap;
    box.width -= width + gap;
    draw_hills(sheet, &largest, hills, box);
}
