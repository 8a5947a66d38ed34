/*
 * Week sheets: every session in full, why it is there, and room to write. A row a day, its text at
 * the left, its log at the right or below it, the week's log at the foot of the last one.
 */
#include "print/day_cell.h"
#include "print/pages.h"
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

static struct week_room room_of(const struct page *page)
{
    const double scale = page->scale;
    const struct box body = page_body(page);
    struct week_room room = {
        .text_width = body.width - (DATE_COLUMN + LOG_COLUMN + 2 * COLUMN_GAP) * scale,
        .log_height = (2 * ROW_TOP + TICK_BOX_SIZE + (LOG_LINES - 1) * LOG_PITCH) * scale,
        .height = body.height,
        .foot = FOOT_ROOM * scale,
        .sheets = page->plan->print.is_large ? WEEK_MOST_SHEETS : 1,
    };
    if (room.text_width < LEAST_TEXT * scale) {
        room.text_width = body.width - (DATE_COLUMN + COLUMN_GAP) * scale;
        room.log_height = LOG_ROW * scale;
        room.log_is_below = true;
    }
    return room;
}

static size_t sheets_of(const struct page *page, size_t week)
{
    struct week_room room = room_of(page);
    if (page->week_sheets[week] == 0)
        page->week_sheets[week] = week_view_sheets(page, &page->plan->weeks[week], &room);
    return page->week_sheets[week];
}

size_t weeks_page_count(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->plan->week_count; i++)
        count += sheets_of(page, i);
    return count;
}

/* The week of a page; `index` becomes that of the page among the week's own. */
static const struct week *week_at(const struct page *page, size_t *index)
{
    size_t week = 0;
    while (*index >= sheets_of(page, week))
        *index -= sheets_of(page, week++);
    return &page->plan->weeks[week];
}

static const char *week_of(const struct page *page, const struct week *week)
{
    const struct words *words = &page->words;
    return SAY(words, PHRASE_WEEK_OF, words_count(words, (size_t)week->number),
               words_count(words, page->plan->week_count));
}

const char *weeks_page_bookmark(const struct page *page, size_t index)
{
    const struct words *words = &page->words;
    const struct week *week = week_at(page, &index);
    const char *name = SAY(words, PHRASE_WEEK_NUMBER, words_count(words, (size_t)week->number));
    return index ? SAY(words, PHRASE_SHEET_OF_PAGE, name, words_count(words, index + 1)) : name;
}

static void draw_header(struct page *page, const struct week *week)
{
    const struct words *words = &page->words;
    struct week left = week_without_missed(week);
    int climb = week_sum(&left, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent = week_sum(&left, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    const char *const facts[] = {
        words_date_span(words, week->start, week->start + DAYS_PER_WEEK - 1),
        words_week_run(words, week),
        page_week_word(page, week),
        words_climb_and_descent(words, climb, descent),
        page_days_to_go(page, week->start),
    };
    size_t count = sizeof facts / sizeof *facts;
    const char *const wordings[] = {words_join(page->arena, " · ", facts, count),
                                    words_join(page->arena, " · ", facts, count - 1)};
    page_header(page, week_of(page, week), wordings, 2);
}

static void draw_date(struct page *page, struct box box, const struct day *day)
{
    const double scale = page->scale;
    struct day_cell card = day_cell_make(&page->words, page->plan, day);
    struct type small = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    struct type large = page_type(page, FONT_STRONG, SIZE_DATE, INK_BLACK);
    int year, month, number;
    date_to_ymd(day->date, &year, &month, &number);
    if (card.is_tagged)
        page_session_mark(page, card.session->kind,
                          (struct box){box.x, box.y, TAG_WIDTH * scale, box.height}, TAG_LETTER);
    double x = box.x + TAG_WIDTH * scale + PADDING, base = box.y + ROW_TOP * scale;
    canvas_text(page->canvas, &small, x, base + small.size * 0.9, ALIGN_LEFT,
                words_weekday_short(&page->words, date_weekday(day->date)));
    if (box.height > (small.size + large.size) * 1.25)
        canvas_text(page->canvas, &large, x, base + small.size + large.size, ALIGN_LEFT,
                    arena_printf(page->arena, "%d", number));
    else
        canvas_text(page->canvas, &large, box.x + box.width, base + small.size, ALIGN_RIGHT,
                    arena_printf(page->arena, "%d", number));
}

static void draw_texts(struct page *page, struct box box, const struct week_day *day)
{
    double y = box.y + ROW_TOP * page->scale;
    for (size_t i = 0; i < day->count; i++) {
        const struct week_paragraph *paragraph = &day->paragraphs[i];
        if (!paragraph->string)
            continue;
        for (size_t line = 0; line < paragraph->text.line_count; line++) {
            canvas_text(page->canvas, &paragraph->type, box.x, y + paragraph->type.size * 0.95,
                        ALIGN_LEFT, paragraph->text.lines[line]);
            if (line == 0 && paragraph->amount)
                canvas_text(page->canvas, &paragraph->type, box.x + box.width,
                            y + paragraph->type.size * 0.95, ALIGN_RIGHT, paragraph->amount);
            y += week_view_pitch(&paragraph->type);
        }
    }
}

/* A label, and a line for the pencil after it. */
static void draw_pencil_line(struct page *page, const struct type *type, double left, double right,
                             double base, enum phrase label)
{
    const char *word = words_phrase(&page->words, label);
    typeset_line(page->canvas, type, page->least,
                 (struct line_place){left, base, right - left, ALIGN_LEFT}, word);
    double from = left + canvas_text_width(page->canvas, type, word) + PADDING / 2;
    if (from < right)
        canvas_line(page->canvas, from, base, right, base, PENCIL_LINE, INK_BLACK);
}

static const enum phrase log_labels[LOG_LINES] = {PHRASE_LOG_TIME, PHRASE_LOG_FEELING,
                                                  PHRASE_LOG_SORENESS};

/* The log of a day beside its text: lines below each other. */
static void draw_log(struct page *page, struct box box)
{
    const double scale = page->scale;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double tick = TICK_BOX_SIZE * scale, left = box.x + tick + PADDING;
    page_tick_box(page, box.x, box.y + ROW_TOP * scale, INK_BLACK);
    for (size_t i = 0; i < LOG_LINES; i++)
        draw_pencil_line(page, &type, left, box.x + box.width,
                         box.y + ROW_TOP * scale + tick + (double)i * LOG_PITCH * scale,
                         log_labels[i]);
}

/* The log of a day below its text: lines beside each other at the foot of the box. */
static void draw_low_log(struct page *page, struct box box)
{
    const double scale = page->scale, tick = TICK_BOX_SIZE * scale;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double base = box.y + box.height - ROW_TOP * scale, left = box.x + tick + PADDING;
    double pitch = (box.x + box.width - left + PADDING) / LOG_LINES;
    page_tick_box(page, box.x, base - tick, INK_BLACK);
    for (size_t i = 0; i < LOG_LINES; i++)
        draw_pencil_line(page, &type, left + (double)i * pitch,
                         left + (double)(i + 1) * pitch - PADDING, base, log_labels[i]);
}

static void draw_day(struct page *page, const struct week_room *room, struct box row,
                     const struct week_day *day)
{
    const double scale = page->scale, date = DATE_COLUMN * scale, log = LOG_COLUMN * scale;
    double left = row.x + date + COLUMN_GAP * scale;
    struct box text = {left, row.y, room->text_width, row.height};
    draw_date(page, (struct box){row.x, row.y, date, row.height}, day->day);
    draw_texts(page, text, day);
    if (day->has_log && room->log_is_below)
        draw_low_log(page, text);
    else if (day->has_log)
        draw_log(page, (struct box){row.x + row.width - log, row.y, log, row.height});
    canvas_line(page->canvas, row.x, row.y + row.height, row.x + row.width, row.y + row.height,
                GRID_THICKNESS, page->style->grey);
}

/* What was done of the week, and how it went. */
static void draw_foot(struct page *page, struct box box, const struct week *week)
{
    const double scale = page->scale, right = box.x + box.width;
    struct type type = page_type(page, FONT_STRONG, SIZE_SESSION, INK_BLACK);
    struct type plain = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    const char *total =
        SAY(&page->words, PHRASE_OF_TOTAL, words_distance(&page->words, plan_week_distance(week)));
    double base = box.y + FOOT_PITCH * scale, third = box.width / 3;
    double taken = canvas_text_width(page->canvas, &type, total) + PADDING;
    draw_pencil_line(page, &type, box.x, box.x + third - taken, base, PHRASE_DONE);
    canvas_text(page->canvas, &type, box.x + third, base, ALIGN_RIGHT, total);
    draw_pencil_line(page, &plain, box.x + third + COLUMN_GAP * scale, right, base,
                     PHRASE_LOG_WEEK);
    while ((base += FOOT_PITCH * scale) <= box.y + box.height)
        canvas_line(page->canvas, box.x, base, right, base, PENCIL_LINE, INK_BLACK);
}

void weeks_page_draw(struct page *page, size_t index)
{
    const struct week *week = week_at(page, &index);
    const struct box body = page_body(page);
    struct week_room room = room_of(page);
    struct week_view view = week_view_make(page, week, &room);
    double y = body.y;
    draw_header(page, week);
    canvas_line(page->canvas, body.x, y, body.x + body.width, y, RULE_THICKNESS, INK_BLACK);
    for (size_t d = view.first[index]; d < view.first[index + 1]; d++) {
        const struct week_day *day = &view.days[d];
        draw_day(page, &room, (struct box){body.x, y, body.width, day->height}, day);
        y += day->height;
    }
    if (index + 1 == view.sheets)
        draw_foot(page, (struct box){body.x, y, body.width, body.y + body.height - y}, week);
    page_footer(page);
}
