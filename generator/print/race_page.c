/* The race page: blocks below each other, on one sheet where they fit, otherwise on two or three.
 */
#include "print/race_page.h"

#include <math.h>

#include "model/words.h"
#include "print/checklist.h"
#include "print/course_chart.h"
#include "print/pace_band.h"
#include "print/split_table.h"
#include "print/typeset.h"

#define TEXT_PITCH    13.0
#define HEADING_ROOM  (7.5 * MM)
#define BLOCK_GAP     (6 * MM)
#define LEAST_CHART   (50 * MM)
#define MOST_CHART    (125 * MM)
#define CUT_GAP       (3 * MM) /* below the words that tell what to cut */
#define ITEM_PITCH    12.5
#define ITEM_GAP      (2.2 * MM)
#define ITEM_INDENT   (6 * MM)
#define COLUMN_GAP    (8 * MM)
#define LEAST_LOG     (22 * MM)
#define LOG_PITCH     (9 * MM)
#define MOST_LOG_ROWS 16
#define LOG_LINE      0.4

/* What the page says, measured but not drawn. */
struct page {
    struct race_view view;
    struct box body;
    struct paragraph facts, cut; /* the course; how to cut out the pace band */
    struct checklist lists[2];
    struct paragraph *items[2]; /* of each list */
    double list_height;
    /* The sheets that begin with the pace band (0: it stands below the splits), and with lists. */
    size_t band_sheet, list_sheet;
};

/* --- words ------------------------------------------------------------------------------------ */

static const char *official_words(const struct sheet *sheet)
{
    const struct race *race = &sheet->plan->race;
    const struct course *course = &race->course;
    struct arena *arena = sheet->arena;
    const char *length = NULL, *hills = NULL;
    enum units units = sheet->plan->units;
    if (course->track_m == 0)
        return NULL;
    if (course->track_m != race->distance.metres)
        length = words_distance(&sheet->words, distance_from_m(course->track_m, units));
    if (course->point_count &&
        (course->track_climb_m != race->climb_m || course->track_descent_m != race->descent_m))
        hills =
            words_climb_and_descent(&sheet->words, course->track_climb_m, course->track_descent_m);
    const char *const facts[] = {length, hills};
    if (!length && !hills)
        return NULL;
    return SAY(&sheet->words, PHRASE_COURSE_FILE_GIVES, words_join(arena, ", ", facts, 2));
}

/* The course in a sentence, or what is known without a file. */
static const char *course_words(const struct sheet *sheet)
{
    const struct race *race = &sheet->plan->race;
    const char *course = words_course(&sheet->words, race);
    if (course)
        return course;
    const char *hills = words_climb_and_descent(&sheet->words, race->climb_m, race->descent_m);
    const char *const facts[] = {
        hills ? SAY(&sheet->words, PHRASE_CLIMB_AND_DESCENT, hills) : NULL,
        words_phrase(&sheet->words, PHRASE_NO_COURSE_FILE),
    };
    return words_join(sheet->arena, " ", facts, 2);
}

static const char *time_words(const struct sheet *sheet, const struct race_view *view)
{
    char time[QUANTITY_TEXT_SIZE], goal[QUANTITY_TEXT_SIZE];
    const struct race *race = &sheet->plan->race;
    const struct words *words = &sheet->words;
    bool has_profile = view->has_profile;
    if (view->time == RACE_TIME_NONE)
        return words_phrase(words, PHRASE_NO_SPLITS);
    duration_format(view->time_s, time);
    int distance = distance_from_m(view->line.length_m, sheet->plan->units);
    int pace = scale_round(view->time_s, HUNDREDTHS, distance);
    const char *average = words_pace(words, (struct pace_range){pace, pace});
    const char *how =
        words_phrase(words, has_profile ? PHRASE_SPLITS_BY_EFFORT : PHRASE_SPLITS_EVEN);
    if (view->time == RACE_TIME_GOAL)
        return SAY(words, PHRASE_TIME_GOAL, time, average, how);
    if (race->goal_time_s == UNKNOWN)
        return SAY(words,
                   has_profile ? PHRASE_TIME_EXPECTED_ON_COURSE : PHRASE_TIME_EXPECTED_ON_FLAT,
                   time, average, how);
    return SAY(words, has_profile ? PHRASE_TIME_RATHER_ON_COURSE : PHRASE_TIME_RATHER_ON_FLAT, time,
               average, duration_format(race->goal_time_s, goal), how);
}

/* --- measuring -------------------------------------------------------------------------------- */

static double list_width(const struct page *page, const struct sheet *sheet)
{
    return (page->body.width - COLUMN_GAP * sheet->scale) / 2;
}

static void measure_lists(struct page *page, const struct sheet *sheet)
{
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    page->lists[0] = checklist_race_week(sheet->plan, &page->view, &sheet->words);
    page->lists[1] = checklist_race_morning(sheet->plan, &page->view, &sheet->words);
    for (size_t l = 0; l < 2; l++) {
        const struct checklist *list = &page->lists[l];
        double height = HEADING_ROOM * sheet->scale;
        page->items[l] = arena_array(sheet->arena, list->count, sizeof **page->items);
        for (size_t i = 0; i < list->count; i++) {
            page->items[l][i] = typeset_break(sheet->canvas, &type,
                                              list_width(page, sheet) - ITEM_INDENT * sheet->scale,
                                              list->items[i], sheet->arena);
            height += (double)page->items[l][i].line_count * ITEM_PITCH * sheet->scale +
                      ITEM_GAP * sheet->scale;
        }
        page->list_height = fmax(page->list_height, height);
    }
}

static double facts_height(const struct page *page, const struct sheet *sheet)
{
    return (double)page->facts.line_count * TEXT_PITCH * sheet->scale;
}

/* Around the pace band: gap, heading, and how to cut it out. */
static double band_frame(const struct page *page, const struct sheet *sheet)
{
    return (HEADING_ROOM + BLOCK_GAP + (double)page->cut.line_count * TEXT_PITCH) * sheet->scale +
           CUT_GAP;
}

static double band_height(const struct page *page, const struct sheet *sheet)
{
    double height = pace_band_height(&page->view, page->body.width);
    return height > 0 ? height + band_frame(page, sheet) : 0;
}

/* Of the splits with their heading and the gap before them. */
static double splits_height(const struct page *page, const struct sheet *sheet, bool least)
{
    if (page->view.time == RACE_TIME_NONE)
        return 0;
    return (HEADING_ROOM + BLOCK_GAP) * sheet->scale +
           (least ? split_table_least(sheet, &page->view) : split_table_height(sheet, &page->view));
}

static double course_height(const struct page *page, const struct sheet *sheet)
{
    if (!page->view.has_profile)
        return 0;
    return LEAST_CHART * sheet->scale + hill_tables_height(sheet) + 2 * BLOCK_GAP * sheet->scale;
}

/* Makes the splits so long that the sheets hold their table and the pace band. */
static void fit_splits(struct page *page, const struct sheet *sheet)
{
    double table = page->body.height - facts_height(page, sheet) - course_height(page, sheet) -
                   (HEADING_ROOM + BLOCK_GAP) * sheet->scale;
    double band = page->body.height - band_frame(page, sheet);
    size_t in_table = split_table_most(sheet, &page->view, table);
    size_t in_band = pace_band_most(page->body.width, band);
    if (page->view.time != RACE_TIME_NONE)
        race_view_merge(&page->view, in_table < in_band ? in_table : in_band);
}

static struct page measure(const struct sheet *sheet)
{
    struct page page = {.view = race_view_make(sheet->plan, sheet->arena)};
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    page.body = sheet_text_body(sheet);
    const char *const words[] = {course_words(sheet), official_words(sheet),
                                 time_words(sheet, &page.view)};
    page.facts = typeset_break(sheet->canvas, &type, page.body.width,
                               words_join(sheet->arena, " ", words, 3), sheet->arena);
    page.cut = typeset_break(sheet->canvas, &type, page.body.width,
                             words_phrase(&sheet->words, PHRASE_PACE_BAND_CUT), sheet->arena);
    fit_splits(&page, sheet);
    measure_lists(&page, sheet);
    double front = facts_height(&page, sheet) + course_height(&page, sheet) +
                   splits_height(&page, sheet, false);
    double band = band_height(&page, sheet);
    double lists = BLOCK_GAP * sheet->scale + page.list_height;
    page.band_sheet = front + band + lists <= page.body.height ? 0 : 1;
    page.list_sheet =
        page.band_sheet == 0 || band + lists <= page.body.height ? page.band_sheet : 2;
    return page;
}

size_t race_page_count(const struct sheet *sheet)
{
    return measure(sheet).list_sheet + 1;
}

const char *race_page_bookmark(const struct sheet *sheet, size_t index)
{
    return sheet_bookmark(sheet, PHRASE_RACE_PAGE, index);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static double draw_heading(struct sheet *sheet, double y, double x, double width,
                           const char *string)
{
    struct type type = sheet_type(sheet, FONT_BOLD, SIZE_HEADING, INK_BLACK);
    typeset_line(sheet->canvas, &type, sheet_least(sheet),
                 (struct line_place){x, y + type.size, width, ALIGN_LEFT}, string);
    return y + HEADING_ROOM * sheet->scale;
}

static double draw_paragraph(struct sheet *sheet, const struct paragraph *paragraph, double x,
                             double y)
{
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    for (size_t i = 0; i < paragraph->line_count; i++)
        canvas_text(sheet->canvas, &type, x, y + type.size + (double)i * TEXT_PITCH * sheet->scale,
                    ALIGN_LEFT, paragraph->lines[i]);
    return y + (double)paragraph->line_count * TEXT_PITCH * sheet->scale;
}

/* Chart and tables; the chart takes what room is left to it. */
static double draw_course(struct sheet *sheet, const struct page *page, double y, double chart)
{
    double gap = BLOCK_GAP * sheet->scale, tables = hill_tables_height(sheet);
    if (!page->view.has_profile)
        return y;
    course_chart_draw(sheet, &page->view,
                      (struct box){page->body.x, y + gap, page->body.width, chart});
    y += gap + chart + gap;
    hill_tables_draw(sheet, &page->view, (struct box){page->body.x, y, page->body.width, tables});
    return y + tables;
}

static double draw_splits(struct sheet *sheet, const struct page *page, double y, double height)
{
    const struct race_view *view = &page->view;
    char time[QUANTITY_TEXT_SIZE];
    if (view->time == RACE_TIME_NONE)
        return y;
    y += BLOCK_GAP * sheet->scale;
    const struct words *words = &sheet->words;
    const char *heading =
        SAY(words, view->has_profile ? PHRASE_HEADING_EQUAL_EFFORT : PHRASE_HEADING_EVEN_SPLITS,
            duration_format(view->time_s, time));
    if (view->step > 1)
        heading = SAY(words, PHRASE_HEADING_EVERY, heading, words_count(words, (size_t)view->step),
                      words_unit(words));
    double table = height - (HEADING_ROOM + BLOCK_GAP) * sheet->scale;
    y = draw_heading(sheet, y, page->body.x, page->body.width, heading);
    split_table_draw(sheet, view, (struct box){page->body.x, y, page->body.width, table});
    return y + table;
}

static double draw_band(struct sheet *sheet, const struct page *page, double y)
{
    double height = pace_band_height(&page->view, page->body.width);
    if (height <= 0)
        return y;
    y = draw_heading(sheet, y + BLOCK_GAP * sheet->scale, page->body.x, page->body.width,
                     words_phrase(&sheet->words, PHRASE_PACE_BAND));
    y = draw_paragraph(sheet, &page->cut, page->body.x, y) + CUT_GAP;
    pace_band_draw(sheet, &page->view, (struct box){page->body.x, y, page->body.width, height});
    return y + height;
}

static void draw_list(struct sheet *sheet, const struct page *page, size_t index, double x,
                      double y)
{
    const struct checklist *list = &page->lists[index];
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    double box = 3.2 * MM * sheet->scale;
    y = draw_heading(sheet, y, x, list_width(page, sheet), list->title);
    for (size_t i = 0; i < list->count; i++) {
        const struct paragraph *item = &page->items[index][i];
        canvas_frame(sheet->canvas, (struct box){x, y + type.size * 0.1, box, box}, 0.8, INK_BLACK);
        for (size_t line = 0; line < item->line_count; line++) {
            canvas_text(sheet->canvas, &type, x + ITEM_INDENT * sheet->scale, y + type.size,
                        ALIGN_LEFT, item->lines[line]);
            y += ITEM_PITCH * sheet->scale;
        }
        y += ITEM_GAP * sheet->scale;
    }
}

static double draw_lists(struct sheet *sheet, const struct page *page, double y)
{
    y += BLOCK_GAP * sheet->scale;
    draw_list(sheet, page, 0, page->body.x, y);
    draw_list(sheet, page, 1, page->body.x + list_width(page, sheet) + COLUMN_GAP * sheet->scale,
              y);
    return y + page->list_height;
}

/* Room to write after the race, where there is any left. */
static void draw_log(struct sheet *sheet, const struct page *page, double y)
{
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    static const enum phrase lines[] = {PHRASE_LOG_TIME_AND_PLACE, PHRASE_LOG_WENT_WELL,
                                        PHRASE_LOG_OTHERWISE};
    double bottom = page->body.y + page->body.height, scale = sheet->scale;
    y += BLOCK_GAP * scale;
    if (bottom - y < LEAST_LOG * scale)
        return;
    y = draw_heading(sheet, y, page->body.x, page->body.width,
                     words_phrase(&sheet->words, PHRASE_AFTER_RACE));
    for (size_t i = 0; i < MOST_LOG_ROWS && y + LOG_PITCH * scale <= bottom; i++) {
        double base = y + LOG_PITCH * scale * 0.7, from = page->body.x;
        if (i < sizeof lines / sizeof *lines) {
            const char *line = words_phrase(&sheet->words, lines[i]);
            canvas_text(sheet->canvas, &type, from, base, ALIGN_LEFT, line);
            from += canvas_text_width(sheet->canvas, &type, line) + 2 * MM * scale;
        }
        canvas_line(sheet->canvas, from, base + 1, page->body.x + page->body.width, base + 1,
                    LOG_LINE, INK_BLACK);
        y += LOG_PITCH * scale;
    }
}

static void draw_header(struct sheet *sheet)
{
    const struct race *race = &sheet->plan->race;
    struct arena *arena = sheet->arena;
    int start = sheet->plan->week_count ? sheet->plan->weeks[0].start : NO_DATE;
    const char *distance = words_race_distance(&sheet->words, &race->distance);
    const char *const facts[] = {
        race->name,
        race->distance.metres > 0 ? distance : NULL,
        race->date == NO_DATE ? NULL : words_date(&sheet->words, race->date),
        race->date == NO_DATE || start == NO_DATE ? NULL : sheet_days_to_go(sheet, start),
    };
    const char *const wordings[] = {words_join(arena, " · ", facts, 4),
                                    words_join(arena, " · ", facts, 3),
                                    words_join(arena, " · ", facts + 1, 2)};
    sheet_header(sheet, words_phrase(&sheet->words, PHRASE_RACE_PAGE), wordings, 3);
}

/* What is left for chart and splits goes to the splits' rows first. */
static double draw_front(struct sheet *sheet, const struct page *page, double taken)
{
    double y = draw_paragraph(sheet, &page->facts, page->body.x, page->body.y);
    double left = page->body.y + page->body.height - y - taken;
    double least = splits_height(page, sheet, true), most = splits_height(page, sheet, false);
    double splits = fmax(fmin(most, left - course_height(page, sheet)), least);
    double chart = left - splits - hill_tables_height(sheet) - 2 * BLOCK_GAP * sheet->scale;
    y = draw_course(sheet, page, y, fmin(chart, MOST_CHART * sheet->scale));
    return draw_splits(sheet, page, y, splits);
}

void race_page_draw(struct sheet *sheet, size_t index)
{
    struct page page = measure(sheet);
    double gap = BLOCK_GAP * sheet->scale, y = page.body.y - gap;
    draw_header(sheet);
    if (index == 0) {
        double back = band_height(&page, sheet) + gap + page.list_height;
        y = draw_front(sheet, &page, page.list_sheet == 0 ? back : 0);
    }
    if (index == page.band_sheet)
        y = draw_band(sheet, &page, y);
    if (index == page.list_sheet)
        draw_log(sheet, &page, draw_lists(sheet, &page, y));
    sheet_footer(sheet);
}
