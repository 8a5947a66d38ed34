/*
 * The race page: the course with its hills, splits, a pace band to cut out, and what to do in the
 * race week and on its morning; of all that, what the plan knows. Blocks below each other, on one
 * sheet where they fit, otherwise on more.
 */
#include <math.h>

#include "print/checklist.h"
#include "print/course_chart.h"
#include "print/pace_band.h"
#include "print/pages.h"
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
struct race_layout {
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

static const char *official_words(const struct page *page)
{
    const struct race *race = &page->plan->race;
    const struct course *course = &race->course;
    struct arena *arena = page->arena;
    const char *length = NULL, *hills = NULL;
    enum units units = page->plan->units;
    if (course->track_m == 0)
        return NULL;
    if (course->track_m != race->distance.metres)
        length = words_distance(&page->words, distance_from_m(course->track_m, units));
    if (course->point_count &&
        (course->track_climb_m != race->climb_m || course->track_descent_m != race->descent_m))
        hills =
            words_climb_and_descent(&page->words, course->track_climb_m, course->track_descent_m);
    const char *const facts[] = {length, hills};
    if (!length && !hills)
        return NULL;
    return SAY(&page->words, PHRASE_COURSE_FILE_GIVES, words_join(arena, ", ", facts, 2));
}

/* The course in a sentence, or what is known without a file. */
static const char *course_words(const struct page *page)
{
    const struct race *race = &page->plan->race;
    const char *course = words_course(&page->words, race);
    if (course)
        return course;
    const char *hills = words_climb_and_descent(&page->words, race->climb_m, race->descent_m);
    const char *const facts[] = {
        hills ? SAY(&page->words, PHRASE_CLIMB_AND_DESCENT, hills) : NULL,
        words_phrase(&page->words, PHRASE_NO_COURSE_FILE),
    };
    return words_join(page->arena, " ", facts, 2);
}

static const char *time_words(const struct page *page, const struct race_view *view)
{
    char time[QUANTITY_TEXT_SIZE], goal[QUANTITY_TEXT_SIZE];
    const struct race *race = &page->plan->race;
    const struct words *words = &page->words;
    bool has_profile = view->has_profile, has_hills = has_profile || race->climb_m > 0;
    if (view->time == RACE_TIME_NONE)
        return words_phrase(words, PHRASE_NO_SPLITS);
    duration_format(view->time_s, time);
    int distance = distance_from_m(view->line.length_m, page->plan->units);
    int pace = scale_round(view->time_s, HUNDREDTHS, distance);
    const char *average = words_pace(words, (struct pace_range){pace, pace});
    const char *how =
        words_phrase(words, has_profile ? PHRASE_SPLITS_BY_EFFORT : PHRASE_SPLITS_EVEN);
    if (view->time == RACE_TIME_GOAL)
        return SAY(words, PHRASE_TIME_GOAL, time, average, how);
    if (race->goal_time_s == UNKNOWN)
        return SAY(words, has_hills ? PHRASE_TIME_EXPECTED_ON_COURSE : PHRASE_TIME_EXPECTED_ON_FLAT,
                   time, average, how);
    return SAY(words, has_hills ? PHRASE_TIME_RATHER_ON_COURSE : PHRASE_TIME_RATHER_ON_FLAT, time,
               average, duration_format(race->goal_time_s, goal), how);
}

/* --- measuring -------------------------------------------------------------------------------- */

static double list_width(const struct race_layout *layout, const struct page *page)
{
    double gaps = (double)(layout->list_columns - 1) * COLUMN_GAP * page->scale;
    return (layout->body.width - gaps) / (double)layout->list_columns;
}

static double item_height(const struct race_layout *layout, const struct page *page, size_t list,
                          size_t item)
{
    double lines = (double)layout->items[list][item].line_count;
    return (lines * ITEM_PITCH + ITEM_GAP) * page->scale;
}

static void measure_lists(struct race_layout *layout, const struct page *page)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    layout->list_columns = 2;
    if (list_width(layout, page) < LEAST_LIST * type.size)
        layout->list_columns = 1;
    layout->lists[0] = checklist_race_week(page->plan, &layout->view, &page->words);
    layout->lists[1] = checklist_race_morning(page->plan, &layout->view, &page->words);
    for (size_t l = 0; l < 2; l++) {
        const struct checklist *list = &layout->lists[l];
        double height = HEADING_ROOM * page->scale;
        layout->kept[l] = list->count;
        layout->items[l] = arena_array(page->arena, list->count, sizeof **layout->items);
        for (size_t i = 0; i < list->count; i++) {
            layout->items[l][i] = typeset_break(
                page->canvas, &type, list_width(layout, page) - ITEM_INDENT * page->scale,
                list->items[i], page->arena);
            height += item_height(layout, page, l, i);
        }
        layout->list_heights[l] = height;
    }
}

/* Around the pace band: gap, heading, and how to cut it out. */
static double band_frame(const struct race_layout *layout, const struct page *page)
{
    return (HEADING_ROOM + BLOCK_GAP + (double)layout->cut.line_count * TEXT_PITCH) * page->scale +
           CUT_GAP;
}

static double band_height(const struct race_layout *layout, const struct page *page)
{
    double height = pace_band_height(page, &layout->view, layout->body.width);
    return height > 0 ? height + band_frame(layout, page) : 0;
}

/* Of the splits with their heading and the gap before them. */
static double splits_height(const struct race_layout *layout, const struct page *page, bool least)
{
    if (layout->view.time == RACE_TIME_NONE)
        return 0;
    return (HEADING_ROOM + BLOCK_GAP) * page->scale +
           (least ? split_table_least(page, &layout->view)
                  : split_table_height(page, &layout->view));
}

static void measure_course(struct race_layout *layout, const struct page *page)
{
    const double gap = BLOCK_GAP * page->scale;
    layout->least[BLOCK_FACTS] = (double)layout->facts.line_count * TEXT_PITCH * page->scale;
    if (!layout->view.has_profile)
        return;
    layout->least[BLOCK_CHART] = gap + LEAST_CHART * page->scale;
    layout->least[BLOCK_TABLES] = gap + hill_tables_height(page, &layout->view);
}

/*
 * Makes the splits so long that the sheets hold their table and the pace band; the table's sheet is
 * that of the course, unless that is full.
 */
static void fit_splits(struct race_layout *layout, const struct page *page)
{
    const double *least = layout->least, height = layout->body.height;
    double course = least[BLOCK_FACTS] + least[BLOCK_CHART] + least[BLOCK_TABLES];
    double table = height - (HEADING_ROOM + BLOCK_GAP) * page->scale;
    if (course < MOST_COURSE * height)
        table -= course;
    size_t in_table = split_table_most(page, &layout->view, table);
    size_t in_band = pace_band_most(page, layout->body.width, height - band_frame(layout, page));
    if (layout->view.time != RACE_TIME_NONE)
        race_view_merge(&layout->view, in_table < in_band ? in_table : in_band);
}

static void measure_rest(struct race_layout *layout, const struct page *page)
{
    const double gap = BLOCK_GAP * page->scale, *lists = layout->list_heights;
    bool is_beside = layout->list_columns > 1;
    layout->least[BLOCK_SPLITS] = splits_height(layout, page, true);
    layout->least[BLOCK_BAND] = band_height(layout, page);
    layout->least[BLOCK_WEEK] = gap + (is_beside ? fmax(lists[0], lists[1]) : lists[0]);
    layout->least[BLOCK_MORNING] = is_beside ? 0 : gap + lists[1];
}

/* Tears a list that does not fit below `y`, if a few of its items do; the rest of its height. */
static double tear_list(struct race_layout *layout, const struct page *page, size_t list, double y)
{
    double height = (BLOCK_GAP + HEADING_ROOM) * page->scale;
    size_t kept = 0;
    for (; kept < layout->lists[list].count; kept++) {
        double item = item_height(layout, page, list, kept);
        if (y + height + item > layout->body.height)
            break;
        height += item;
    }
    if (layout->list_columns > 1 || kept < LEAST_KEPT)
        return 0;
    layout->kept[list] = kept;
    return layout->least[BLOCK_WEEK + list] - height;
}

/* Blocks below each other, and overleaf what does not fit; a course has a sheet without the band.
 */
static void flow_blocks(struct race_layout *layout, const struct page *page)
{
    const double gap = BLOCK_GAP * page->scale;
    double y = 0;
    size_t at = 0;
    for (size_t block = 0; block < BLOCK_COUNT; block++) {
        bool is_full = y + layout->least[block] > layout->body.height;
        bool begins = block == BLOCK_BAND && at == 0 && layout->view.has_profile;
        double rest =
            is_full && block >= BLOCK_WEEK ? tear_list(layout, page, block - BLOCK_WEEK, y) : 0;
        if (layout->least[block] > 0 && rest <= 0 && (is_full || begins)) {
            at++;
            y = -gap; /* no gap at the top */
        }
        layout->sheets[block] = at;
        y = rest > 0 ? rest : y + layout->least[block];
        at += rest > 0;
    }
    layout->count = at + 1;
}

/* All on one sheet where it fits at ease. */
static void spread_over_sheets(struct race_layout *layout, const struct page *page)
{
    double height = splits_height(layout, page, false) - layout->least[BLOCK_SPLITS];
    for (size_t block = 0; block < BLOCK_COUNT; block++)
        height += layout->least[block];
    layout->count = 1;
    if (height > layout->body.height)
        flow_blocks(layout, page);
}

static struct race_layout measure_layout(const struct page *page)
{
    struct race_layout layout = {.view = race_view_make(page->plan, page->arena),
                                 .body = page_text_body(page)};
    struct type type = page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    const char *const words[] = {course_words(page), official_words(page),
                                 time_words(page, &layout.view)};
    layout.facts = typeset_break(page->canvas, &type, layout.body.width,
                                 words_join(page->arena, " ", words, 3), page->arena);
    layout.cut = typeset_break(page->canvas, &type, layout.body.width,
                               words_phrase(&page->words, PHRASE_PACE_BAND_CUT), page->arena);
    measure_course(&layout, page);
    fit_splits(&layout, page);
    measure_lists(&layout, page);
    measure_rest(&layout, page);
    spread_over_sheets(&layout, page);
    return layout;
}

size_t race_page_count(const struct page *page)
{
    return measure_layout(page).count;
}

const char *race_page_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_RACE_PAGE, index);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static double draw_heading(struct page *page, double y, double x, double width, const char *string)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    typeset_line(page->canvas, &type, page->least,
                 (struct line_place){x, y + type.size, width, ALIGN_LEFT}, string);
    return y + HEADING_ROOM * page->scale;
}

static double draw_paragraph(struct page *page, const struct paragraph *paragraph, double x,
                             double y)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    for (size_t i = 0; i < paragraph->line_count; i++)
        canvas_text(page->canvas, &type, x, y + type.size + (double)i * TEXT_PITCH * page->scale,
                    ALIGN_LEFT, paragraph->lines[i]);
    return y + (double)paragraph->line_count * TEXT_PITCH * page->scale;
}

static double draw_chart(struct page *page, const struct race_layout *layout, double y,
                         double height)
{
    double gap = BLOCK_GAP * page->scale;
    struct box box = {layout->body.x, y + gap, layout->body.width, height - gap};
    if (height > 0)
        course_chart_draw(page, &layout->view, box);
    return y + height;
}

static double draw_tables(struct page *page, const struct race_layout *layout, double y)
{
    double gap = BLOCK_GAP * page->scale, height = layout->least[BLOCK_TABLES];
    struct box box = {layout->body.x, y + gap, layout->body.width, height - gap};
    if (height > 0)
        hill_tables_draw(page, &layout->view, box);
    return y + height;
}

static double draw_splits(struct page *page, const struct race_layout *layout, double y,
                          double height)
{
    const struct race_view *view = &layout->view;
    char time[QUANTITY_TEXT_SIZE];
    if (view->time == RACE_TIME_NONE)
        return y;
    y += BLOCK_GAP * page->scale;
    const struct words *words = &page->words;
    const char *heading =
        SAY(words, view->has_profile ? PHRASE_HEADING_EQUAL_EFFORT : PHRASE_HEADING_EVEN_SPLITS,
            duration_format(view->time_s, time));
    if (view->step > 1)
        heading = SAY(words, PHRASE_HEADING_EVERY, heading, words_count(words, (size_t)view->step),
                      words_unit(words));
    double table = height - (HEADING_ROOM + BLOCK_GAP) * page->scale;
    y = draw_heading(page, y, layout->body.x, layout->body.width, heading);
    split_table_draw(page, view, (struct box){layout->body.x, y, layout->body.width, table});
    return y + table;
}

static double draw_band(struct page *page, const struct race_layout *layout, double y)
{
    double height = pace_band_height(page, &layout->view, layout->body.width);
    if (height <= 0)
        return y;
    y = draw_heading(page, y + BLOCK_GAP * page->scale, layout->body.x, layout->body.width,
                     words_phrase(&page->words, PHRASE_PACE_BAND));
    y = draw_paragraph(page, &layout->cut, layout->body.x, y) + CUT_GAP;
    pace_band_draw(page, &layout->view,
                   (struct box){layout->body.x, y, layout->body.width, height});
    return y + height;
}

/* Items of a list, up to `end`; returns where they end. */
static double draw_items(struct page *page, const struct race_layout *layout, size_t list,
                         size_t first, size_t end, double x, double y)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    double box = 3.2 * MM * page->scale;
    for (size_t i = first; i < end; i++) {
        const struct paragraph *item = &layout->items[list][i];
        canvas_frame(page->canvas, (struct box){x, y + type.size * 0.1, box, box}, 0.8, INK_BLACK);
        for (size_t line = 0; line < item->line_count; line++)
            canvas_text(page->canvas, &type, x + ITEM_INDENT * page->scale,
                        y + type.size + (double)line * ITEM_PITCH * page->scale, ALIGN_LEFT,
                        item->lines[line]);
        y += item_height(layout, page, list, i);
    }
    return y;
}

/* Returns the height that the list takes of its sheet. */
static double draw_list(struct page *page, const struct race_layout *layout, size_t list, double x,
                        double y)
{
    double top = draw_heading(page, y + BLOCK_GAP * page->scale, x, list_width(layout, page),
                              layout->lists[list].title);
    return draw_items(page, layout, list, 0, layout->kept[list], x, top) - y;
}

/* What a sheet has of the lists; returns where they end. */
static double draw_lists(struct page *page, const struct race_layout *layout, size_t index,
                         double y)
{
    double x = layout->body.x, right = x + list_width(layout, page) + COLUMN_GAP * page->scale;
    bool is_beside = layout->list_columns > 1;
    for (size_t list = 0; list < 2; list++) {
        size_t at = layout->sheets[BLOCK_WEEK + list], count = layout->lists[list].count;
        if (at + 1 == index && layout->kept[list] < count)
            y = draw_items(page, layout, list, layout->kept[list], count, x, layout->body.y);
        if (at != index)
            continue;
        double height = draw_list(page, layout, list, is_beside && list > 0 ? right : x, y);
        if (!is_beside)
            y += height;
    }
    return y + (is_beside && layout->sheets[BLOCK_WEEK] == index ? layout->least[BLOCK_WEEK] : 0);
}

/* Room to write after the race, where there is any left. */
static void draw_log(struct page *page, const struct race_layout *layout, double y)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    static const enum phrase lines[] = {PHRASE_LOG_TIME_AND_PLACE, PHRASE_LOG_WENT_WELL,
                                        PHRASE_LOG_OTHERWISE};
    double bottom = layout->body.y + layout->body.height, scale = page->scale;
    y += BLOCK_GAP * scale;
    if (bottom - y < LEAST_LOG * scale)
        return;
    y = draw_heading(page, y, layout->body.x, layout->body.width,
                     words_phrase(&page->words, PHRASE_AFTER_RACE));
    for (size_t i = 0; i < MOST_LOG_ROWS && y + LOG_PITCH * scale <= bottom; i++) {
        double base = y + LOG_PITCH * scale * 0.7, from = layout->body.x;
        if (i < sizeof lines / sizeof *lines) {
            const char *line = words_phrase(&page->words, lines[i]);
            canvas_text(page->canvas, &type, from, base, ALIGN_LEFT, line);
            from += canvas_text_width(page->canvas, &type, line) + 2 * MM * scale;
        }
        canvas_line(page->canvas, from, base + 1, layout->body.x + layout->body.width, base + 1,
                    LOG_LINE, INK_BLACK);
        y += LOG_PITCH * scale;
    }
}

static void draw_header(struct page *page)
{
    const struct race *race = &page->plan->race;
    struct arena *arena = page->arena;
    int start = page->plan->week_count ? page->plan->weeks[0].start : NO_DATE;
    const char *distance = words_race_distance(&page->words, &race->distance);
    const char *const facts[] = {
        race->name,
        race->distance.metres > 0 ? distance : NULL,
        race->date == NO_DATE ? NULL : words_date(&page->words, race->date),
        race->date == NO_DATE || start == NO_DATE ? NULL : page_days_to_go(page, start),
    };
    const char *const wordings[] = {words_join(arena, " · ", facts, 4),
                                    words_join(arena, " · ", facts, 3),
                                    words_join(arena, " · ", facts + 1, 2)};
    page_header(page, words_phrase(&page->words, PHRASE_RACE_PAGE), wordings, 3);
}

/* The heights of a sheet's blocks: what is left goes to the splits' rows first, then to the chart.
 */
static void share_room(const struct page *page, const struct race_layout *layout, size_t index,
                       double heights[BLOCK_COUNT])
{
    double left = layout->body.height + (index ? BLOCK_GAP * page->scale : 0);
    for (size_t block = 0; block < BLOCK_COUNT; block++) {
        heights[block] = layout->sheets[block] == index ? layout->least[block] : 0;
        left -= heights[block];
    }
    left = fmax(left, 0);
    if (heights[BLOCK_SPLITS] > 0) {
        double more = splits_height(layout, page, false) - heights[BLOCK_SPLITS];
        more = fmax(fmin(more, left), 0);
        heights[BLOCK_SPLITS] += more;
        left -= more;
    }
    if (heights[BLOCK_CHART] > 0)
        heights[BLOCK_CHART] += fmin(left, (MOST_CHART - LEAST_CHART) * page->scale);
}

void race_page_draw(struct page *page, size_t index)
{
    struct race_layout layout = measure_layout(page);
    double heights[BLOCK_COUNT], y = layout.body.y - (index ? BLOCK_GAP * page->scale : 0);
    share_room(page, &layout, index, heights);
    draw_header(page);
    if (layout.sheets[BLOCK_FACTS] == index)
        y = draw_paragraph(page, &layout.facts, layout.body.x, y);
    y = draw_chart(page, &layout, y, heights[BLOCK_CHART]);
    if (layout.sheets[BLOCK_TABLES] == index)
        y = draw_tables(page, &layout, y);
    if (layout.sheets[BLOCK_SPLITS] == index)
        y = draw_splits(page, &layout, y, heights[BLOCK_SPLITS]);
    if (layout.sheets[BLOCK_BAND] == index)
        y = draw_band(page, &layout, y);
    y = draw_lists(page, &layout, index, y);
    if (index + 1 == layout.count)
        draw_log(page, &layout, y);
    page_footer(page);
}
