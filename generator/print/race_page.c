/* The race page: blocks below each other, on one sheet where they fit, otherwise on more.
 */
#include "print/race_page.h"

#include <math.h>

#include "print/checklist.h"
#include "print/course_chart.h"
#include "print/pace_band.h"
#include "print/split_table.h"
#include "print/typeset.h"
#include "words/words.h"

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
#define MOST_COURSE   0.8  /* of a sheet, for the splits to stand below the course */
#define LEAST_LIST    20.0 /* width of a column, in type sizes */
#define LEAST_KEPT    3    /* items of a list that goes on overleaf */
#define LEAST_LOG     (22 * MM)
#define LOG_PITCH     (9 * MM)
#define MOST_LOG_ROWS 16
#define LOG_LINE      0.4

/* What the page is made of, in this order. */
enum block {
    BLOCK_FACTS,
    BLOCK_CHART,
    BLOCK_TABLES,
    BLOCK_SPLITS,
    BLOCK_BAND,
    BLOCK_WEEK, /* the lists: below each other, or the second beside the first */
    BLOCK_MORNING,
    BLOCK_COUNT
};

/* What the page says, measured but not drawn. */
struct page {
    struct race_view view;
    struct box body;
    struct paragraph facts, cut; /* the course; how to cut out the pace band */
    struct checklist lists[2];
    struct paragraph *items[2]; /* of each list */
    double list_heights[2];
    size_t list_columns;
    size_t kept[2];            /* of each list's items on its own sheet; the others go overleaf */
    double least[BLOCK_COUNT]; /* heights with the gaps before them; 0: there is none */
    size_t sheets[BLOCK_COUNT], count; /* where each block stands, and how many there are */
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
    double gaps = (double)(page->list_columns - 1) * COLUMN_GAP * sheet->scale;
    return (page->body.width - gaps) / (double)page->list_columns;
}

static double item_height(const struct page *page, const struct sheet *sheet, size_t list,
                          size_t item)
{
    double lines = (double)page->items[list][item].line_count;
    return (lines * ITEM_PITCH + ITEM_GAP) * sheet->scale;
}

static void measure_lists(struct page *page, const struct sheet *sheet)
{
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    page->list_columns = 2;
    if (list_width(page, sheet) < LEAST_LIST * type.size)
        page->list_columns = 1;
    page->lists[0] = checklist_race_week(sheet->plan, &page->view, &sheet->words);
    page->lists[1] = checklist_race_morning(sheet->plan, &page->view, &sheet->words);
    for (size_t l = 0; l < 2; l++) {
        const struct checklist *list = &page->lists[l];
        double height = HEADING_ROOM * sheet->scale;
        page->kept[l] = list->count;
        page->items[l] = arena_array(sheet->arena, list->count, sizeof **page->items);
        for (size_t i = 0; i < list->count; i++) {
            page->items[l][i] = typeset_break(sheet->canvas, &type,
                                              list_width(page, sheet) - ITEM_INDENT * sheet->scale,
                                              list->items[i], sheet->arena);
            height += item_height(page, sheet, l, i);
        }
        page->list_heights[l] = height;
    }
}

/* Around the pace band: gap, heading, and how to cut it out. */
static double band_frame(const struct page *page, const struct sheet *sheet)
{
    return (HEADING_ROOM + BLOCK_GAP + (double)page->cut.line_count * TEXT_PITCH) * sheet->scale +
           CUT_GAP;
}

static double band_height(const struct page *page, const struct sheet *sheet)
{
    double height = pace_band_height(sheet, &page->view, page->body.width);
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

static void measure_course(struct page *page, const struct sheet *sheet)
{
    const double gap = BLOCK_GAP * sheet->scale;
    page->least[BLOCK_FACTS] = (double)page->facts.line_count * TEXT_PITCH * sheet->scale;
    if (!page->view.has_profile)
        return;
    page->least[BLOCK_CHART] = gap + LEAST_CHART * sheet->scale;
    page->least[BLOCK_TABLES] = gap + hill_tables_height(sheet, &page->view);
}

/*
 * Makes the splits so long that the sheets hold their table and the pace band; the table's sheet is
 * that of the course, unless that is full.
 */
static void fit_splits(struct page *page, const struct sheet *sheet)
{
    const double *least = page->least, height = page->body.height;
    double course = least[BLOCK_FACTS] + least[BLOCK_CHART] + least[BLOCK_TABLES];
    double table = height - (HEADING_ROOM + BLOCK_GAP) * sheet->scale;
    if (course < MOST_COURSE * height)
        table -= course;
    size_t in_table = split_table_most(sheet, &page->view, table);
    size_t in_band = pace_band_most(sheet, page->body.width, height - band_frame(page, sheet));
    if (page->view.time != RACE_TIME_NONE)
        race_view_merge(&page->view, in_table < in_band ? in_table : in_band);
}

static void measure_rest(struct page *page, const struct sheet *sheet)
{
    const double gap = BLOCK_GAP * sheet->scale, *lists = page->list_heights;
    bool is_beside = page->list_columns > 1;
    page->least[BLOCK_SPLITS] = splits_height(page, sheet, true);
    page->least[BLOCK_BAND] = band_height(page, sheet);
    page->least[BLOCK_WEEK] = gap + (is_beside ? fmax(lists[0], lists[1]) : lists[0]);
    page->least[BLOCK_MORNING] = is_beside ? 0 : gap + lists[1];
}

/* Tears a list that does not fit below `y`, if a few of its items do; the rest of its height. */
static double tear_list(struct page *page, const struct sheet *sheet, size_t list, double y)
{
    double height = (BLOCK_GAP + HEADING_ROOM) * sheet->scale;
    size_t kept = 0;
    for (; kept < page->lists[list].count; kept++) {
        double item = item_height(page, sheet, list, kept);
        if (y + height + item > page->body.height)
            break;
        height += item;
    }
    if (page->list_columns > 1 || kept < LEAST_KEPT)
        return 0;
    page->kept[list] = kept;
    return page->least[BLOCK_WEEK + list] - height;
}

/* Blocks below each other, and overleaf what does not fit; a course has a sheet without the band.
 */
static void flow(struct page *page, const struct sheet *sheet)
{
    const double gap = BLOCK_GAP * sheet->scale;
    double y = 0;
    size_t at = 0;
    for (size_t block = 0; block < BLOCK_COUNT; block++) {
        bool is_full = y + page->least[block] > page->body.height;
        bool begins = block == BLOCK_BAND && at == 0 && page->view.has_profile;
        double rest =
            is_full && block >= BLOCK_WEEK ? tear_list(page, sheet, block - BLOCK_WEEK, y) : 0;
        if (page->least[block] > 0 && rest <= 0 && (is_full || begins)) {
            at++;
            y = -gap; /* no gap at the top */
        }
        page->sheets[block] = at;
        y = rest > 0 ? rest : y + page->least[block];
        at += rest > 0;
    }
    page->count = at + 1;
}

/* All on one sheet where it fits at ease. */
static void spread_over_sheets(struct page *page, const struct sheet *sheet)
{
    double height = splits_height(page, sheet, false) - page->least[BLOCK_SPLITS];
    for (size_t block = 0; block < BLOCK_COUNT; block++)
        height += page->least[block];
    page->count = 1;
    if (height > page->body.height)
        flow(page, sheet);
}

static struct page measure(const struct sheet *sheet)
{
    struct page page = {.view = race_view_make(sheet->plan, sheet->arena),
                        .body = sheet_text_body(sheet)};
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    const char *const words[] = {course_words(sheet), official_words(sheet),
                                 time_words(sheet, &page.view)};
    page.facts = typeset_break(sheet->canvas, &type, page.body.width,
                               words_join(sheet->arena, " ", words, 3), sheet->arena);
    page.cut = typeset_break(sheet->canvas, &type, page.body.width,
                             words_phrase(&sheet->words, PHRASE_PACE_BAND_CUT), sheet->arena);
    measure_course(&page, sheet);
    fit_splits(&page, sheet);
    measure_lists(&page, sheet);
    measure_rest(&page, sheet);
    spread_over_sheets(&page, sheet);
    return page;
}

size_t race_page_count(const struct sheet *sheet)
{
    return measure(sheet).count;
}

const char *race_page_bookmark(const struct sheet *sheet, size_t index)
{
    return sheet_bookmark(sheet, PHRASE_RACE_PAGE, index);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static double draw_heading(struct sheet *sheet, double y, double x, double width,
                           const char *string)
{
    struct type type = sheet_type(sheet, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    typeset_line(sheet->canvas, &type, sheet->least,
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

static double draw_chart(struct sheet *sheet, const struct page *page, double y, double height)
{
    double gap = BLOCK_GAP * sheet->scale;
    struct box box = {page->body.x, y + gap, page->body.width, height - gap};
    if (height > 0)
        course_chart_draw(sheet, &page->view, box);
    return y + height;
}

static double draw_tables(struct sheet *sheet, const struct page *page, double y)
{
    double gap = BLOCK_GAP * sheet->scale, height = page->least[BLOCK_TABLES];
    struct box box = {page->body.x, y + gap, page->body.width, height - gap};
    if (height > 0)
        hill_tables_draw(sheet, &page->view, box);
    return y + height;
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
    double height = pace_band_height(sheet, &page->view, page->body.width);
    if (height <= 0)
        return y;
    y = draw_heading(sheet, y + BLOCK_GAP * sheet->scale, page->body.x, page->body.width,
                     words_phrase(&sheet->words, PHRASE_PACE_BAND));
    y = draw_paragraph(sheet, &page->cut, page->body.x, y) + CUT_GAP;
    pace_band_draw(sheet, &page->view, (struct box){page->body.x, y, page->body.width, height});
    return y + height;
}

/* Items of a list, up to `end`; returns where they end. */
static double draw_items(struct sheet *sheet, const struct page *page, size_t list, size_t first,
                         size_t end, double x, double y)
{
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    double box = 3.2 * MM * sheet->scale;
    for (size_t i = first; i < end; i++) {
        const struct paragraph *item = &page->items[list][i];
        canvas_frame(sheet->canvas, (struct box){x, y + type.size * 0.1, box, box}, 0.8, INK_BLACK);
        for (size_t line = 0; line < item->line_count; line++)
            canvas_text(sheet->canvas, &type, x + ITEM_INDENT * sheet->scale,
                        y + type.size + (double)line * ITEM_PITCH * sheet->scale, ALIGN_LEFT,
                        item->lines[line]);
        y += item_height(page, sheet, list, i);
    }
    return y;
}

/* Returns the height that the list takes of its sheet. */
static double draw_list(struct sheet *sheet, const struct page *page, size_t list, double x,
                        double y)
{
    double top = draw_heading(sheet, y + BLOCK_GAP * sheet->scale, x, list_width(page, sheet),
                              page->lists[list].title);
    return draw_items(sheet, page, list, 0, page->kept[list], x, top) - y;
}

/* What a sheet has of the lists; returns where they end. */
static double draw_lists(struct sheet *sheet, const struct page *page, size_t index, double y)
{
    double x = page->body.x, right = x + list_width(page, sheet) + COLUMN_GAP * sheet->scale;
    bool is_beside = page->list_columns > 1;
    for (size_t list = 0; list < 2; list++) {
        size_t at = page->sheets[BLOCK_WEEK + list], count = page->lists[list].count;
        if (at + 1 == index && page->kept[list] < count)
            y = draw_items(sheet, page, list, page->kept[list], count, x, page->body.y);
        if (at != index)
            continue;
        double height = draw_list(sheet, page, list, is_beside && list > 0 ? right : x, y);
        if (!is_beside)
            y += height;
    }
    return y + (is_beside && page->sheets[BLOCK_WEEK] == index ? page->least[BLOCK_WEEK] : 0);
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

/* The heights of a sheet's blocks: what is left goes to the splits' rows first, then to the chart.
 */
static void share_room(const struct sheet *sheet, const struct page *page, size_t index,
                       double heights[BLOCK_COUNT])
{
    double left = page->body.height + (index ? BLOCK_GAP * sheet->scale : 0);
    for (size_t block = 0; block < BLOCK_COUNT; block++) {
        heights[block] = page->sheets[block] == index ? page->least[block] : 0;
        left -= heights[block];
    }
    left = fmax(left, 0);
    if (heights[BLOCK_SPLITS] > 0) {
        double more = splits_height(page, sheet, false) - heights[BLOCK_SPLITS];
        more = fmax(fmin(more, left), 0);
        heights[BLOCK_SPLITS] += more;
        left -= more;
    }
    if (heights[BLOCK_CHART] > 0)
        heights[BLOCK_CHART] += fmin(left, (MOST_CHART - LEAST_CHART) * sheet->scale);
}

void race_page_draw(struct sheet *sheet, size_t index)
{
    struct page page = measure(sheet);
    double heights[BLOCK_COUNT], y = page.body.y - (index ? BLOCK_GAP * sheet->scale : 0);
    share_room(sheet, &page, index, heights);
    draw_header(sheet);
    if (page.sheets[BLOCK_FACTS] == index)
        y = draw_paragraph(sheet, &page.facts, page.body.x, y);
    y = draw_chart(sheet, &page, y, heights[BLOCK_CHART]);
    if (page.sheets[BLOCK_TABLES] == index)
        y = draw_tables(sheet, &page, y);
    if (page.sheets[BLOCK_SPLITS] == index)
        y = draw_splits(sheet, &page, y, heights[BLOCK_SPLITS]);
    if (page.sheets[BLOCK_BAND] == index)
        y = draw_band(sheet, &page, y);
    y = draw_lists(sheet, &page, index, y);
    if (index + 1 == page.count)
        draw_log(sheet, &page, y);
    sheet_footer(sheet);
}
