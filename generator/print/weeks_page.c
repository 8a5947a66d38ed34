/*
 * Week sheets: a row a day, its text at the left, its log at the right or below it, the week's log
 * at the foot of the last one.
 */
#include "print/weeks_page.h"

#include "print/day_cell.h"
#include "print/week_view.h"

#define DATE_COLUMN (22 * MM) /* with the tag */
#define TAG_WIDTH   (6 * MM)
#define TAG_LETTER  10.5
#define LOG_COLUMN  (42 * MM)
#define COLUMN_GAP  (3 * MM)
#define LOG_PITCH   (6.2 * MM) /* from line to line */
#define LOG_LINES   3
#define LOG_ROW     (9 * MM)  /* of a log below the text */
#define LEAST_TEXT  (75 * MM) /* the width of text that has its log beside it */
#define PENCIL_LINE 0.4
#define ROW_TOP     (1.8 * MM)
#define FOOT_ROOM   (21 * MM) /* of the week's own log */
#define FOOT_PITCH  (7 * MM)

static struct week_room room_of(const struct sheet *sheet)
{
    const double scale = sheet->scale;
    const struct box body = sheet_body(sheet);
    struct week_room room = {
        .text_width = body.width - (DATE_COLUMN + LOG_COLUMN + 2 * COLUMN_GAP) * scale,
        .log_height = (2 * ROW_TOP + TICK_BOX_SIZE + (LOG_LINES - 1) * LOG_PITCH) * scale,
        .height = body.height,
        .foot = FOOT_ROOM * scale,
        .sheets = sheet->plan->print.is_large ? WEEK_MOST_SHEETS : 1,
    };
    if (room.text_width < LEAST_TEXT * scale) {
        room.text_width = body.width - (DATE_COLUMN + COLUMN_GAP) * scale;
        room.log_height = LOG_ROW * scale;
        room.log_is_below = true;
    }
    return room;
}

static size_t sheets_of(const struct sheet *sheet, size_t week)
{
    struct week_room room = room_of(sheet);
    if (sheet->week_sheets[week] == 0)
        sheet->week_sheets[week] = week_view_sheets(sheet, &sheet->plan->weeks[week], &room);
    return sheet->week_sheets[week];
}

size_t weeks_page_count(const struct sheet *sheet)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->plan->week_count; i++)
        count += sheets_of(sheet, i);
    return count;
}

/* The week of a page; `index` becomes that of the page among the week's own. */
static const struct week *week_at(const struct sheet *sheet, size_t *index)
{
    size_t week = 0;
    while (*index >= sheets_of(sheet, week))
        *index -= sheets_of(sheet, week++);
    return &sheet->plan->weeks[week];
}

static const char *week_of(const struct sheet *sheet, const struct week *week)
{
    const struct words *words = &sheet->words;
    return SAY(words, PHRASE_WEEK_OF, words_count(words, (size_t)week->number),
               words_count(words, sheet->plan->week_count));
}

const char *weeks_page_bookmark(const struct sheet *sheet, size_t index)
{
    const struct words *words = &sheet->words;
    const struct week *week = week_at(sheet, &index);
    const char *name = SAY(words, PHRASE_WEEK_NUMBER, words_count(words, (size_t)week->number));
    return index ? SAY(words, PHRASE_SHEET_OF_PAGE, name, words_count(words, index + 1)) : name;
}

static void draw_header(struct sheet *sheet, const struct week *week)
{
    const struct words *words = &sheet->words;
    int climb = week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent = week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    const char *const facts[] = {
        words_date_span(words, week->start, week->start + DAYS_PER_WEEK - 1),
        words_distance(words, plan_week_distance(week)),
        sheet_week_word(sheet, week),
        words_climb_and_descent(words, climb, descent),
        sheet_days_to_go(sheet, week->start),
    };
    size_t count = sizeof facts / sizeof *facts;
    const char *const wordings[] = {words_join(sheet->arena, " · ", facts, count),
                                    words_join(sheet->arena, " · ", facts, count - 1)};
    sheet_header(sheet, week_of(sheet, week), wordings, 2);
}

static void draw_date(struct sheet *sheet, struct box box, const struct day *day)
{
    const double scale = sheet->scale;
    struct card card = card_make(&sheet->words, sheet->plan, day);
    struct type small = sheet_type(sheet, FONT_REGULAR, SIZE_BODY, INK_BLACK);
    struct type large = sheet_type(sheet, FONT_STRONG, SIZE_DATE, INK_BLACK);
    int year, month, number;
    date_to_ymd(day->date, &year, &month, &number);
    if (card.is_tagged)
        sheet_tag(sheet, card.session->kind,
                  (struct box){box.x, box.y, TAG_WIDTH * scale, box.height}, TAG_LETTER);
    double x = box.x + TAG_WIDTH * scale + PADDING, base = box.y + ROW_TOP * scale;
    canvas_text(sheet->canvas, &small, x, base + small.size * 0.9, ALIGN_LEFT,
                words_weekday_short(&sheet->words, date_weekday(day->date)));
    if (box.height > (small.size + large.size) * 1.25)
        canvas_text(sheet->canvas, &large, x, base + small.size + large.size, ALIGN_LEFT,
                    arena_printf(sheet->arena, "%d", number));
    else
        canvas_text(sheet->canvas, &large, box.x + box.width, base + small.size, ALIGN_RIGHT,
                    arena_printf(sheet->arena, "%d", number));
}

static void draw_texts(struct sheet *sheet, struct box box, const struct week_day *day)
{
    double y = box.y + ROW_TOP * sheet->scale;
    for (size_t i = 0; i < day->count; i++) {
        const struct week_paragraph *paragraph = &day->paragraphs[i];
        if (!paragraph->string)
            continue;
        for (size_t line = 0; line < paragraph->text.line_count; line++) {
            canvas_text(sheet->canvas, &paragraph->type, box.x, y + paragraph->type.size * 0.95,
                        ALIGN_LEFT, paragraph->text.lines[line]);
            if (line == 0 && paragraph->amount)
                canvas_text(sheet->canvas, &paragraph->type, box.x + box.width,
                            y + paragraph->type.size * 0.95, ALIGN_RIGHT, paragraph->amount);
            y += week_view_pitch(&paragraph->type);
        }
    }
}

/* A label, and a line for the pencil after it. */
static void draw_pencil_line(struct sheet *sheet, const struct type *type, double left,
                             double right, double base, enum phrase label)
{
    const char *word = words_phrase(&sheet->words, label);
    typeset_line(sheet->canvas, type, sheet->least,
                 (struct line_place){left, base, right - left, ALIGN_LEFT}, word);
    double from = left + canvas_text_width(sheet->canvas, type, word) + PADDING / 2;
    if (from < right)
        canvas_line(sheet->canvas, from, base, right, base, PENCIL_LINE, INK_BLACK);
}

static const enum phrase log_labels[LOG_LINES] = {PHRASE_LOG_TIME, PHRASE_LOG_FEELING,
                                                  PHRASE_LOG_SORENESS};

/* The log of a day beside its text: lines below each other. */
static void draw_log(struct sheet *sheet, struct box box)
{
    const double scale = sheet->scale;
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double tick = TICK_BOX_SIZE * scale, left = box.x + tick + PADDING;
    sheet_tick_box(sheet, box.x, box.y + ROW_TOP * scale, INK_BLACK);
    for (size_t i = 0; i < LOG_LINES; i++)
        draw_pencil_line(sheet, &type, left, box.x + box.width,
                         box.y + ROW_TOP * scale + tick + (double)i * LOG_PITCH * scale,
                         log_labels[i]);
}

/* The log of a day below its text: lines beside each other at the foot of the box. */
static void draw_low_log(struct sheet *sheet, struct box box)
{
    const double scale = sheet->scale, tick = TICK_BOX_SIZE * scale;
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double base = box.y + box.height - ROW_TOP * scale, left = box.x + tick + PADDING;
    double pitch = (box.x + box.width - left + PADDING) / LOG_LINES;
    sheet_tick_box(sheet, box.x, base - tick, INK_BLACK);
    for (size_t i = 0; i < LOG_LINES; i++)
        draw_pencil_line(sheet, &type, left + (double)i * pitch,
                         left + (double)(i + 1) * pitch - PADDING, base, log_labels[i]);
}

static void draw_day(struct sheet *sheet, const struct week_room *room, struct box row,
                     const struct week_day *day)
{
    const double scale = sheet->scale, date = DATE_COLUMN * scale, log = LOG_COLUMN * scale;
    double left = row.x + date + COLUMN_GAP * scale;
    struct box text = {left, row.y, room->text_width, row.height};
    draw_date(sheet, (struct box){row.x, row.y, date, row.height}, day->day);
    draw_texts(sheet, text, day);
    if (day->has_log && room->log_is_below)
        draw_low_log(sheet, text);
    else if (day->has_log)
        draw_log(sheet, (struct box){row.x + row.width - log, row.y, log, row.height});
    canvas_line(sheet->canvas, row.x, row.y + row.height, row.x + row.width, row.y + row.height,
                GRID_THICKNESS, sheet->look->grey);
}

/* What was done of the week, and how it went. */
static void draw_foot(struct sheet *sheet, struct box box, const struct week *week)
{
    const double scale = sheet->scale, right = box.x + box.width;
    struct type type = sheet_type(sheet, FONT_STRONG, SIZE_SESSION, INK_BLACK);
    struct type plain = sheet_type(sheet, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    const char *total = SAY(&sheet->words, PHRASE_OF_TOTAL,
                            words_distance(&sheet->words, plan_week_distance(week)));
    double base = box.y + FOOT_PITCH * scale, third = box.width / 3;
    double taken = canvas_text_width(sheet->canvas, &type, total) + PADDING;
    draw_pencil_line(sheet, &type, box.x, box.x + third - taken, base, PHRASE_DONE);
    canvas_text(sheet->canvas, &type, box.x + third, base, ALIGN_RIGHT, total);
    draw_pencil_line(sheet, &plain, box.x + third + COLUMN_GAP * scale, right, base,
                     PHRASE_LOG_WEEK);
    while ((base += FOOT_PITCH * scale) <= box.y + box.height)
        canvas_line(sheet->canvas, box.x, base, right, base, PENCIL_LINE, INK_BLACK);
}

void weeks_page_draw(struct sheet *sheet, size_t index)
{
    const struct week *week = week_at(sheet, &index);
    const struct box body = sheet_body(sheet);
    struct week_room room = room_of(sheet);
    struct week_view view = week_view_make(sheet, week, &room);
    double y = body.y;
    draw_header(sheet, week);
    canvas_line(sheet->canvas, body.x, y, body.x + body.width, y, RULE_THICKNESS, INK_BLACK);
    for (size_t d = view.first[index]; d < view.first[index + 1]; d++) {
        const struct week_day *day = &view.days[d];
        draw_day(sheet, &room, (struct box){body.x, y, body.width, day->height}, day);
        y += day->height;
    }
    if (index + 1 == view.sheets)
        draw_foot(sheet, (struct box){body.x, y, body.width, body.y + body.height - y}, week);
    sheet_footer(sheet);
}
