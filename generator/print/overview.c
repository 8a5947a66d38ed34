/*
 * The overview: the whole plan as one table, a row a week, with the verdict and the paces below.
 * A chart, and rows as high as the page allows, no lower than their type needs. Where weeks go
 * overleaf, the chart is on the first sheet and the words are on the last.
 */
#include <math.h>

#include "print/day_cell.h"
#include "print/load_chart.h"
#include "print/pages.h"
#include "print/plan_words.h"
#include "print/typeset.h"
#include "words/message.h"
#include "words/words.h"

#define LEAST_CHART   (54 * MM)
#define GOOD_CHART    (64 * MM) /* for which rows get as low as they may */
#define WIDE_CHART    (76 * MM) /* where the weeks go overleaf, there is room */
#define MOST_CHART    (100 * MM)
#define CHART_GAP     (5 * MM) /* between the chart and the table */
#define LEAST_ROW     (4.4 * MM)
#define EASY_ROW      (5.8 * MM) /* what is left by rows of this height makes the chart higher */
#define MOST_ROW      (13 * MM)
#define HEAD_ROOM     (9 * MM)
#define CELL_PADDING  (1 * MM) /* a table this dense has no room for more */
#define TAG_WIDTH     (4.4 * MM)
#define TAG_LETTER    7.5
#define VERDICT_PITCH 13.0
#define ROUNDING      0.001    /* of a row */
#define NARROWING     0.995    /* of rows, until they fit */
#define VERDICT_GAP   (5 * MM) /* between the table and the verdict */
#define MOST_BREAKS   6        /* that are told; others are on the pages of their days */

enum column {
    COLUMN_WEEK,
    COLUMN_DATES,
    COLUMN_PHASE,
    COLUMN_DAYS, /* seven of them */
    COLUMN_TOTAL,
    COLUMN_LONGEST,
    COLUMN_CLIMB,
    COLUMN_DESCENT,
    COLUMN_COUNT
};

/* Shares of the width; one for each of the seven days. */
static const double shares[COLUMN_COUNT] = {
    [COLUMN_WEEK] = 8.5,   [COLUMN_DATES] = 24,     [COLUMN_PHASE] = 19,   [COLUMN_DAYS] = 12.5,
    [COLUMN_TOTAL] = 12.5, [COLUMN_LONGEST] = 12.5, [COLUMN_CLIMB] = 11.5, [COLUMN_DESCENT] = 12.5,
};

struct season_table {
    struct box body;    /* of the whole sheet */
    double chart, head; /* heights: of the chart and its gap, on the first sheet; of the heads */
    double below;       /* of the words, on the last one */
    double row;
    size_t sheets;
    double top;                       /* of the rows of the sheet that is drawn */
    struct paragraph course, verdict; /* the words, */
    struct paragraph breaks[MOST_BREAKS + 1];
    size_t break_count;
    double columns[COLUMN_COUNT + 1]; /* left edges, and the right one of the last */
    double day;                       /* width of a day; 0: there is no room for days */
};

static struct type verdict_type(const struct page *page)
{
    return page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
}

/* Columns as wide as their shares, with so many days. */
static void share_width(struct season_table *table, int days)
{
    double sum = 0, x = table->body.x;
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        sum += shares[i] * (i == COLUMN_DAYS ? days : 1);
    double unit = table->body.width / sum;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        table->columns[i] = x;
        x += unit * shares[i] * (i == COLUMN_DAYS ? days : 1);
    }
    table->columns[COLUMN_COUNT] = x;
    table->day = days ? unit * shares[COLUMN_DAYS] : 0;
}

/* What a day has for its amount, beside its tag. */
static double amount_room(const struct page *page, const struct season_table *table)
{
    return table->day - (TAG_WIDTH + CELL_PADDING) * page->scale;
}

/* The days are there where a whole number of two digits fits each. */
static void set_columns(struct season_table *table, const struct page *page)
{
    struct type least = page_type(page, FONT_STRONG, SIZE_LEAST, INK_BLACK);
    share_width(table, DAYS_PER_WEEK);
    if (canvas_text_width(page->canvas, &least, "88") > amount_room(page, table))
        share_width(table, 0);
}

/* A paragraph of days off; returns how many lines it has. */
static size_t add_break(struct season_table *table, const struct page *page, const char *text)
{
    struct type type = verdict_type(page);
    struct paragraph *paragraph = &table->breaks[table->break_count++];
    *paragraph = typeset_break(page->canvas, &type, table->body.width, text, page->arena);
    return paragraph->line_count;
}

/* A paragraph a break that takes something of the level, and one for all others that cost a run. */
static size_t set_breaks(struct season_table *table, const struct page *page)
{
    const struct plan *plan = page->plan;
    size_t lines = 0;
    for (size_t i = 0; i < plan->break_count && table->break_count < MOST_BREAKS; i++) {
        if (!plan_break_is_long(plan, &plan->breaks[i]))
            continue;
        const char *const sentences[] = {words_break(&page->words, &plan->breaks[i]),
                                         words_level_again(&page->words, plan, &plan->breaks[i])};
        lines += add_break(table, page, words_join(page->arena, " ", sentences, 2));
    }
    const char *shorter = words_short_breaks(&page->words, plan);
    return shorter ? lines + add_break(table, page, shorter) : lines;
}

static void set_words(struct season_table *table, const struct page *page)
{
    const struct plan *plan = page->plan;
    struct type type = verdict_type(page);
    double width = table->body.width;
    const char *course = words_course(&page->words, &plan->race);
    if (course)
        table->course = typeset_break(page->canvas, &type, width, course, page->arena);
    const char *verdict = message_verdict(&page->words, &page->plan->verdict);
    if (verdict)
        table->verdict = typeset_break(page->canvas, &type, width, verdict, page->arena);
    size_t lines = table->course.line_count + table->verdict.line_count + set_breaks(table, page);
    if (lines)
        table->below = (VERDICT_GAP + (double)lines * VERDICT_PITCH) * page->scale;
}

/* The height that a sheet has for rows. */
static double room_of(const struct season_table *table, size_t index)
{
    return table->body.height - table->head - (index == 0 ? table->chart : 0) -
           (index + 1 == table->sheets ? table->below : 0);
}

/* The weeks on the sheets before one. */
static size_t weeks_before(const struct season_table *table, size_t index)
{
    size_t weeks = 0;
    for (size_t i = 0; i < index; i++)
        weeks += (size_t)(room_of(table, i) / table->row + ROUNDING);
    return weeks;
}

/* So many sheets as rows of least height need, and then rows as high as the sheets allow. */
static void set_rows(struct season_table *table, size_t weeks, double scale)
{
    double most = 0;
    table->row = LEAST_ROW * scale;
    for (table->sheets = 1; weeks_before(table, table->sheets) < weeks;)
        table->sheets++;
    for (size_t i = 0; i < table->sheets; i++)
        most += room_of(table, i);
    table->row = weeks ? fmin(most / (double)weeks, MOST_ROW * scale) : MOST_ROW * scale;
    while (weeks_before(table, table->sheets) < weeks)
        table->row *= NARROWING;
}

static struct season_table lay_out(const struct page *page)
{
    const double scale = page->scale, weeks = (double)page->plan->week_count;
    struct season_table table = {.body = page_body(page), .head = HEAD_ROOM * scale};
    set_columns(&table, page);
    if (table.day == 0)
        table.body = page_text_body(page);
    set_words(&table, page);
    double room = table.body.height - table.head - table.below - CHART_GAP * scale;
    double chart = fmin(room - weeks * LEAST_ROW * scale, GOOD_CHART * scale);
    if (chart < LEAST_CHART * scale)
        chart = WIDE_CHART * scale;
    chart = fmax(room - weeks * EASY_ROW * scale, chart);
    table.chart = fmin(chart, MOST_CHART * scale) + CHART_GAP * scale;
    set_rows(&table, page->plan->week_count, scale);
    return table;
}

size_t overview_count(const struct page *page)
{
    return lay_out(page).sheets;
}

const char *overview_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_OVERVIEW, index);
}

/* The plan's title; where that is too long, the race; and where that is, what the page is. */
static const char *title_of(const struct page *page)
{
    const char *title = plan_words_title(page), *race = page->plan->race.name;
    if (page_title_fits(page, title))
        return title;
    return race && page_title_fits(page, race) ? race : words_phrase(&page->words, PHRASE_OVERVIEW);
}

static void draw_header(struct page *page)
{
    const struct plan *plan = page->plan;
    struct arena *arena = page->arena;
    const char *wordings[2] = {NULL, NULL};
    int start = plan->week_count ? plan->weeks[0].start : NO_DATE;
    const char *to_go = start == NO_DATE ? NULL : page_days_to_go(page, start);
    if (plan->race.date != NO_DATE) {
        const char *distance = words_race_distance(&page->words, &plan->race.distance);
        const char *date = words_date(&page->words, plan->race.date);
        const char *dot = to_go ? " · " : "";
        to_go = to_go ? to_go : "";
        wordings[1] = arena_printf(arena, "%s · %s%s%s", distance, date, dot, to_go);
        if (plan->race.name)
            wordings[0] = arena_printf(arena, "%s · %s", plan->race.name, wordings[1]);
    }
    page_header(page, title_of(page), wordings, 2);
}

/* A heading in two lines: what it is (or, where it is narrow, in brief), and its unit. */
static void draw_head(struct page *page, struct line_place place, const char *name,
                      const char *brief, const char *unit)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_DETAIL, INK_BLACK);
    struct type small = page_type(page, FONT_REGULAR, SIZE_LEAST, INK_BLACK);
    const char *const wordings[] = {name, brief};
    typeset_line(page->canvas, &small, page->least, place, unit);
    place.y -= unit ? type.size * 1.1 : 0;
    typeset_fit(page->canvas, &type, page->least, place, wordings, 2);
}

/* The head of a column. */
static void draw_column_head(struct page *page, const struct season_table *table,
                             enum column column, enum phrase name, const char *brief,
                             const char *unit)
{
    double padding = CELL_PADDING * page->scale, left = table->columns[column] + padding;
    bool is_text = column == COLUMN_DATES || column == COLUMN_PHASE;
    struct line_place place = {left, table->top - 1.5 * MM * page->scale,
                               table->columns[column + 1] - padding - left,
                               is_text ? ALIGN_LEFT : ALIGN_RIGHT};
    draw_head(page, place, words_phrase(&page->words, name), brief, unit);
}

static void draw_heads(struct page *page, const struct season_table *table)
{
    const struct plan *plan = page->plan;
    const struct words *words = &page->words;
    const char *distance = words_unit(words), *height = words_elevation_unit(words);
    const double *x = table->columns;
    draw_column_head(page, table, COLUMN_WEEK, PHRASE_HEAD_WEEK, "", NULL);
    draw_column_head(page, table, COLUMN_DATES, PHRASE_HEAD_DATES, "", NULL);
    draw_column_head(page, table, COLUMN_PHASE, PHRASE_HEAD_PHASE, "", NULL);
    draw_column_head(page, table, COLUMN_TOTAL, PHRASE_HEAD_TOTAL, "", distance);
    draw_column_head(page, table, COLUMN_LONGEST, PHRASE_HEAD_LONGEST, "", distance);
    draw_column_head(page, table, COLUMN_CLIMB, PHRASE_HEAD_CLIMB, "+", height);
    draw_column_head(page, table, COLUMN_DESCENT, PHRASE_HEAD_DESCENT, "−", height);
    enum weekday first = plan->week_count ? date_weekday(plan->weeks[0].start) : MONDAY;
    for (int i = 0; table->day > 0 && i < DAYS_PER_WEEK; i++) {
        enum weekday weekday = (first + (unsigned)i) % DAYS_PER_WEEK;
        struct line_place place = {x[COLUMN_DAYS] + i * table->day,
                                   table->top - 1.5 * MM * page->scale, table->day, ALIGN_CENTER};
        draw_head(page, place, words_weekday_short(words, weekday), "", NULL);
    }
    canvas_line(page->canvas, x[0], table->top, x[COLUMN_COUNT], table->top, RULE_THICKNESS,
                INK_BLACK);
}

/* One of the wordings in a row, in the middle of its height. */
static void draw_wording(struct page *page, const struct season_table *table, double left,
                         double right, double top, enum font font, enum align align,
                         const char *const *wordings, size_t count)
{
    struct type type = page_type(page, font, SIZE_BODY, INK_BLACK);
    double padding = CELL_PADDING * page->scale;
    double base = top + table->row / 2 + type.size * 0.36; /* half the height of a capital */
    typeset_fit(page->canvas, &type, page->least,
                (struct line_place){left + padding, base, right - left - 2 * padding, align},
                wordings, count);
}

static void draw_cell(struct page *page, const struct season_table *table, double left,
                      double right, double top, enum font font, enum align align,
                      const char *string)
{
    draw_wording(page, table, left, right, top, font, align, &string, 1);
}

static void draw_day(struct page *page, const struct season_table *table, double left, double top,
                     const struct day *day)
{
    struct day_cell card = day_cell_make(&page->words, page->plan, day);
    if (!card.session || !session_is_run(card.session))
        return;
    double width = TAG_WIDTH * page->scale;
    double room = table->day - width + CELL_PADDING * page->scale;
    bool is_race = session_is_race(card.session);
    bool is_strong = session_is_hard(card.session) || card.session->kind == SESSION_LONG;
    page_session_mark(page, card.session->kind, (struct box){left, top, width, table->row},
                      TAG_LETTER);
    left -= CELL_PADDING * page->scale; /* the tag is space enough */
    const char *amounts[CARD_WORDINGS + 1];
    for (size_t i = 0; i < CARD_WORDINGS; i++)
        amounts[i] = card.short_amounts[i];
    amounts[CARD_WORDINGS] = is_race ? "" : NULL; /* its distance stands in the header as well */
    draw_wording(page, table, left + width, left + width + room, top,
                 is_strong ? FONT_STRONG : FONT_REGULAR, ALIGN_RIGHT, amounts, CARD_WORDINGS + 1);
    if (day->status == DAY_MISSED)
        canvas_line(page->canvas, left + width, top + table->row / 2, left + table->day,
                    top + table->row / 2, RULE_THICKNESS, INK_BLACK);
}

/* A bare number for a column whose head names the unit; NULL where it is unknown. */
static const char *bare_elevation(struct page *page, const struct week *week,
                                  enum quantity quantity)
{
    int metres = week_sum(week, DAYS_PER_WEEK, quantity, NULL);
    if (metres == UNKNOWN)
        return NULL;
    return arena_printf(page->arena, "%d", words_elevation_in(&page->words, metres));
}

static void draw_week(struct page *page, const struct season_table *table, double top,
                      const struct week *week)
{
    const double *x = table->columns;
    struct arena *arena = page->arena;
    const struct words *words = &page->words;
    if (week->kind == WEEK_LIGHTER)
        canvas_fill(page->canvas, (struct box){x[0], top, table->body.width, table->row},
                    page->style->pale);
    draw_cell(page, table, x[COLUMN_WEEK], x[COLUMN_DATES], top, FONT_STRONG, ALIGN_RIGHT,
              arena_printf(arena, "%d", week->number));
    const char *const dates[] = {
        words_date_span(words, week->start, week->start + DAYS_PER_WEEK - 1),
        words_day(words, week->start),
    };
    draw_wording(page, table, x[COLUMN_DATES], x[COLUMN_PHASE], top, FONT_REGULAR, ALIGN_LEFT,
                 dates, 2);
    /* Lines and the chart tell phases, too. */
    bool has_step = week->kind == WEEK_RETURN && week->percent > 0;
    char mark[MARK_SIZE];
    const char *const phases[] = {
        page_week_word(page, week),
        has_step ? words_kind_of_week(words, week) : NULL,
        has_step ? message_phrase(words, mark_percent(week->percent, mark)) : NULL,
        words_phase(words, week->phase),
        "",
    };
    draw_wording(page, table, x[COLUMN_PHASE], x[COLUMN_DAYS], top, FONT_REGULAR, ALIGN_LEFT,
                 phases, sizeof phases / sizeof *phases);
    for (int i = 0; table->day > 0 && i < DAYS_PER_WEEK; i++)
        draw_day(page, table, x[COLUMN_DAYS] + i * table->day, top, &week->days[i]);
    draw_cell(page, table, x[COLUMN_TOTAL], x[COLUMN_LONGEST], top, FONT_STRONG, ALIGN_RIGHT,
              words_hundredths(words, plan_week_distance_run(week)));
    struct week left = week_without_missed(week);
    const struct session *longest = week_longest_run(&left);
    if (longest)
        draw_cell(page, table, x[COLUMN_LONGEST], x[COLUMN_CLIMB], top, FONT_REGULAR, ALIGN_RIGHT,
                  words_hundredths(words, longest->distance));
    draw_cell(page, table, x[COLUMN_CLIMB], x[COLUMN_DESCENT], top, FONT_REGULAR, ALIGN_RIGHT,
              bare_elevation(page, &left, QUANTITY_CLIMB_M));
    draw_cell(page, table, x[COLUMN_DESCENT], x[COLUMN_COUNT], top, FONT_REGULAR, ALIGN_RIGHT,
              bare_elevation(page, &left, QUANTITY_DESCENT_M));
}

/* A thin line below each week, a strong one where a phase ends; and lines beside the days. */
static void draw_grid(struct page *page, const struct season_table *table, size_t first,
                      size_t count)
{
    const struct week *weeks = &page->plan->weeks[first];
    const double *x = table->columns, bottom = table->top + (double)count * table->row;
    for (int i = 0; table->day > 0 && i <= DAYS_PER_WEEK; i++) {
        double at = x[COLUMN_DAYS] + i * table->day;
        canvas_line(page->canvas, at, table->top, at, bottom, GRID_THICKNESS, page->style->grey);
    }
    for (size_t i = 0; i < count; i++) {
        double y = table->top + (double)(i + 1) * table->row;
        bool ends_phase = i + 1 == count || weeks[i].phase != weeks[i + 1].phase;
        canvas_line(page->canvas, x[0], y, x[COLUMN_COUNT], y,
                    ends_phase ? RULE_THICKNESS : GRID_THICKNESS,
                    ends_phase ? INK_BLACK : page->style->grey);
    }
}

static double draw_paragraph(struct page *page, const struct season_table *table,
                             const struct paragraph *paragraph, double y)
{
    struct type type = verdict_type(page);
    for (size_t i = 0; i < paragraph->line_count; i++) {
        canvas_text(page->canvas, &type, table->body.x, y, ALIGN_LEFT, paragraph->lines[i]);
        y += VERDICT_PITCH * page->scale;
    }
    return y;
}

static void draw_words_below(struct page *page, const struct season_table *table, double bottom)
{
    double y = bottom + VERDICT_GAP * page->scale + verdict_type(page).size / 2;
    y = draw_paragraph(page, table, &table->course, y);
    y = draw_paragraph(page, table, &table->verdict, y);
    for (size_t i = 0; i < table->break_count; i++)
        y = draw_paragraph(page, table, &table->breaks[i], y);
}

static void draw_chart(struct page *page, const struct season_table *table)
{
    struct box box = table->body;
    box.height = table->chart - CHART_GAP * page->scale;
    struct load_chart chart = load_chart_lay_out(page, box);
    load_chart_draw(page, &chart);
}

void overview_draw(struct page *page, size_t index)
{
    const struct plan *plan = page->plan;
    struct season_table table = lay_out(page);
    size_t first = weeks_before(&table, index), count = plan->week_count - first;
    if (index + 1 < table.sheets)
        count = weeks_before(&table, index + 1) - first;
    table.top = table.body.y + table.head + (index == 0 ? table.chart : 0);
    draw_header(page);
    if (index == 0 && plan->week_count)
        draw_chart(page, &table);
    draw_heads(page, &table);
    for (size_t i = 0; i < count; i++)
        draw_week(page, &table, table.top + (double)i * table.row, &plan->weeks[first + i]);
    if (count)
        draw_grid(page, &table, first, count);
    if (index + 1 == table.sheets)
        draw_words_below(page, &table, table.top + (double)count * table.row);
    page_footer(page);
}
