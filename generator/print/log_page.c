/*
 * The log page: what was run, for the pencil. A row a week, a box a day with what the plan asks in
 * its corner, and room for the week's total and for how it felt.
 */
#include "print/day_cell.h"
#include "print/pages.h"
#include "print/typeset.h"

#define HEAD_ROOM    (8 * MM)
#define LEAST_ROW    (17 * MM)
#define WEEK_SHARE   0.11 /* of the width */
#define NUMBER_SHARE 0.11 /* of each of the three columns behind the days */
#define LOG_COLUMNS  3
#define INSET        (1 * MM)

static size_t rows_of(const struct page *page)
{
    double room = page_text_body(page).height - HEAD_ROOM * page->scale;
    return (size_t)(room / (LEAST_ROW * page->scale));
}

size_t log_page_count(const struct page *page)
{
    size_t rows = rows_of(page);
    return (page->plan->week_count + rows - 1) / rows;
}

const char *log_page_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_LOG_PAGE, index);
}

/* Where the columns begin: the week, seven days, and those behind them; and the right edge. */
enum { EDGE_COUNT = 1 + DAYS_PER_WEEK + LOG_COLUMNS + 1 };

static void set_edges(const struct box *body, double edges[EDGE_COUNT])
{
    double week = body->width * WEEK_SHARE, number = body->width * NUMBER_SHARE;
    double day = (body->width - week - LOG_COLUMNS * number) / DAYS_PER_WEEK;
    edges[0] = body->x;
    edges[1] = body->x + week;
    for (size_t i = 2; i < EDGE_COUNT; i++)
        edges[i] = edges[i - 1] + (i <= 1 + DAYS_PER_WEEK ? day : number);
}

static void draw_heads(struct page *page, const double *edges, double base, enum weekday first)
{
    static const enum phrase behind[LOG_COLUMNS] = {PHRASE_HEAD_TOTAL, PHRASE_LOG_FELT,
                                                    PHRASE_LOG_SORE};
    struct type type = page_type(page, FONT_STRONG, SIZE_DETAIL, INK_BLACK);
    for (size_t i = 1; i + 1 < EDGE_COUNT; i++) {
        enum weekday weekday = (first + (unsigned)i - 1) % DAYS_PER_WEEK;
        const char *head = i <= DAYS_PER_WEEK
                               ? words_weekday_short(&page->words, weekday)
                               : words_phrase(&page->words, behind[i - 1 - DAYS_PER_WEEK]);
        const char *const wordings[] = {head, ""};
        typeset_fit(page->canvas, &type, page->least,
                    (struct line_place){edges[i] + INSET, base, edges[i + 1] - edges[i] - INSET,
                                        ALIGN_LEFT},
                    wordings, 2);
    }
}

/* What the plan asks, small, in the corner of a box. */
static void draw_asked(struct page *page, double left, double right, double top,
                       const char *const *wordings, size_t count)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, page->style->grey);
    typeset_fit(page->canvas, &type, type.size,
                (struct line_place){left + INSET, top + INSET + type.size, right - left - INSET,
                                    ALIGN_LEFT},
                wordings, count);
}

static void draw_week(struct page *page, const double *edges, double top, const struct week *week)
{
    const struct words *words = &page->words;
    struct type number = page_type(page, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    canvas_text(page->canvas, &number, edges[0], top + INSET + number.size, ALIGN_LEFT,
                words_count(words, (size_t)week->number));
    struct type small = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    typeset_line(page->canvas, &small, page->least,
                 (struct line_place){edges[0], top + INSET + number.size + small.size * 1.4,
                                     edges[1] - edges[0] - INSET, ALIGN_LEFT},
                 words_day(words, week->start));
    for (size_t i = 0; i < DAYS_PER_WEEK; i++) {
        struct day_cell card = day_cell_make(words, page->plan, &week->days[i]);
        const char *const wordings[] = {card.short_amounts[0], card.short_amounts[1],
                                        card.short_amounts[2], ""};
        if (card.session && session_is_run(card.session))
            draw_asked(page, edges[1 + i], edges[2 + i], top, wordings, 4);
    }
    const char *const total[] = {words_hundredths(words, plan_week_distance(week)), ""};
    draw_asked(page, edges[1 + DAYS_PER_WEEK], edges[2 + DAYS_PER_WEEK], top, total, 2);
}

void log_page_draw(struct page *page, size_t index)
{
    const struct plan *plan = page->plan;
    const struct box body = page_text_body(page);
    const double scale = page->scale, right = body.x + body.width;
    size_t rows = rows_of(page), first = index * rows;
    size_t count = plan->week_count - first < rows ? plan->week_count - first : rows;
    const char *const subtitles[] = {words_phrase(&page->words, PHRASE_LOG_SUBTITLE), ""};
    double edges[EDGE_COUNT], top = body.y + HEAD_ROOM * scale;
    double row = (body.height - HEAD_ROOM * scale) / (double)rows;
    set_edges(&body, edges);
    page_header(page, words_phrase(&page->words, PHRASE_LOG_PAGE), subtitles, 2);
    draw_heads(page, edges, top - INSET * 2, date_weekday(plan->weeks[first].start));
    for (size_t i = 0; i < count; i++)
        draw_week(page, edges, top + (double)i * row, &plan->weeks[first + i]);
    for (size_t i = 0; i <= count; i++)
        canvas_line(page->canvas, body.x, top + (double)i * row, right, top + (double)i * row,
                    i == 0 ? RULE_THICKNESS : GRID_THICKNESS, INK_BLACK);
    for (size_t i = 1; i < EDGE_COUNT; i++)
        canvas_line(page->canvas, edges[i], top, edges[i], top + (double)count * row,
                    GRID_THICKNESS, page->style->grey);
    page_footer(page);
}
