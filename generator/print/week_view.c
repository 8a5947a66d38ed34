/* Week views: paragraphs, and which of them there is room for. */
#include "print/week_view.h"
#include "words/message.h"

#include <math.h>
#include <string.h>

#define SIZE_STEP    0.5
#define PITCH        1.3 /* in type sizes */
#define ROW_PADDING  (1.8 * MM)
#define REST_HEIGHT  (7 * MM)
#define SPARE_HEIGHT (10 * MM) /* that a row may get beyond its need */
#define AMOUNT_ROOM  (24 * MM) /* of a title's line, for its amount */

double week_view_pitch(const struct type *type)
{
    return type->size * PITCH;
}

static void add_day_text(const struct page *page, struct week_day *day, enum week_text kind,
                         const char *string)
{
    static const enum font fonts[WEEK_TEXT_COUNT] = {[WEEK_TEXT_TITLE] = FONT_STRONG};
    if (!string || !string[0] || day->count == WEEK_MOST_PARAGRAPHS)
        return;
    day->paragraphs[day->count++] = (struct week_paragraph){
        .kind = kind,
        .type = page_type(page, fonts[kind], kind == WEEK_TEXT_TITLE ? SIZE_SESSION : SIZE_BODY,
                          kind == WEEK_TEXT_WHY ? page->style->grey : INK_BLACK),
        .string = string,
    };
}

/* "5:45–6:10 /km · rolling · +60 −60 m", or the effort where there is no pace. */
static const char *facts_of(const struct words *words, const struct session *session)
{
    if (!session_is_run(session))
        return NULL;
    const char *pace = words_pace(words, session->pace);
    const char *effort =
        pace || session->effort == EFFORT_NONE ? NULL : words_effort(words, session->effort);
    const char *const facts[] = {
        pace,
        effort,
        session->terrain == TERRAIN_NONE ? NULL : words_terrain(words, session->terrain),
        words_climb_and_descent(words, session->climb_m, session->descent_m),
    };
    return words_join(words->arena, " · ", facts, sizeof facts / sizeof *facts);
}

/* Two rules may say the same in a language that prints their titles. */
static bool is_said(const struct week_day *day, size_t from, const char *string)
{
    for (size_t i = from; i < day->count; i++)
        if (strcmp(day->paragraphs[i].string, string) == 0)
            return true;
    return false;
}

static void add_session(const struct page *page, struct week_day *day,
                        const struct session *session)
{
    const struct words *words = &page->words;
    size_t first = day->count;
    const char *title = session->title ? words_translate(words, session->title)
                                       : words_session_kind(words, session->kind);
    add_day_text(page, day, WEEK_TEXT_TITLE, title);
    if (first < day->count)
        day->paragraphs[first].amount = session->distance != UNKNOWN
                                            ? words_distance(words, session->distance)
                                            : words_duration(words, session->duration_s);
    add_day_text(page, day, WEEK_TEXT_FACTS, facts_of(words, session));
    add_day_text(page, day, WEEK_TEXT_STEPS, words_steps(words, session));
    for (size_t i = 0; i < session->note_count; i++) {
        const char *note = message_phrase(words, session->notes[i]);
        if (!is_said(day, 0, note))
            add_day_text(page, day, i == 0 ? WEEK_TEXT_PURPOSE : WEEK_TEXT_NOTE, note);
    }
    for (size_t i = 0; i < session->reason_count; i++) {
        const struct reason *reason = &session->reasons[i];
        const char *why = SAY(words, PHRASE_WHY, message_phrase(words, reason->text));
        if (!is_said(day, first, why))
            add_day_text(page, day, WEEK_TEXT_WHY, why);
    }
}

/* Breaks a day's paragraphs in a size, and measures its row. */
static void measure_day(const struct page *page, struct week_day *day, double size,
                        const struct week_room *room)
{
    double height = 2 * ROW_PADDING * page->scale, log = day->has_log ? room->log_height : 0;
    for (size_t i = 0; i < day->count; i++) {
        struct week_paragraph *paragraph = &day->paragraphs[i];
        bool is_title = paragraph->kind == WEEK_TEXT_TITLE;
        if (!paragraph->string)
            continue;
        if (!is_title)
            paragraph->type.size = size;
        double width = room->text_width - (is_title ? AMOUNT_ROOM * page->scale : 0);
        paragraph->text =
            typeset_break(page->canvas, &paragraph->type, width, paragraph->string, page->arena);
        height += (double)paragraph->text.line_count * week_view_pitch(&paragraph->type);
    }
    if (room->log_is_below)
        height += log;
    day->height = fmax(height, fmax(log, REST_HEIGHT * page->scale));
}

static double height_of(const struct week_view *view, size_t first, size_t end)
{
    double height = 0;
    for (size_t d = first; d < end; d++)
        height += view->days[d].height;
    return height;
}

/* The height that a week needs of each of two sheets, the second of which begins with a day. */
static double height_of_halves(const struct week_view *view, const struct week_room *room,
                               size_t second)
{
    return fmax(height_of(view, 0, second), height_of(view, second, DAYS_PER_WEEK) + room->foot);
}

/* Measures all days and spreads them over sheets, evenly; false where these are too few. */
static bool measure_days(const struct page *page, struct week_view *view, double size,
                         const struct week_room *room)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        measure_day(page, &view->days[d], size, room);
    view->sheets = 1;
    view->first[1] = DAYS_PER_WEEK;
    if (height_of(view, 0, DAYS_PER_WEEK) + room->foot <= room->height || room->sheets == 1)
        return height_of(view, 0, DAYS_PER_WEEK) + room->foot <= room->height;
    size_t best = 1;
    for (size_t d = 2; d < DAYS_PER_WEEK; d++)
        if (height_of_halves(view, room, d) < height_of_halves(view, room, best))
            best = d;
    view->sheets = 2;
    view->first[1] = best;
    view->first[2] = DAYS_PER_WEEK;
    return height_of_halves(view, room, best) <= room->height;
}

/* The last paragraph of the highest rank on the fuller sheet, the tallest day's first; NULL: none
 * to leave out. */
static struct week_paragraph *least_important(struct week_view *view, const struct week_room *room)
{
    struct week_paragraph *found = NULL;
    const struct week_day *of = NULL;
    size_t first = 0, end = view->first[1];
    if (view->sheets == 2 && height_of_halves(view, room, end) > height_of(view, 0, end)) {
        first = end;
        end = DAYS_PER_WEEK;
    }
    for (size_t d = first; d < end; d++)
        for (size_t i = 0; i < view->days[d].count; i++) {
            struct week_day *day = &view->days[d];
            struct week_paragraph *paragraph = &day->paragraphs[i];
            if (!paragraph->string || paragraph->kind == WEEK_TEXT_TITLE)
                continue;
            if (!found || paragraph->kind > found->kind ||
                (paragraph->kind == found->kind && (day == of || day->height > of->height))) {
                found = paragraph;
                of = day;
            }
        }
    return found;
}

static void share_spare_room(const struct page *page, struct week_view *view,
                             const struct week_room *room)
{
    for (size_t i = 0; i < view->sheets; i++) {
        size_t first = view->first[i], end = view->first[i + 1];
        double height = room->height - (i + 1 == view->sheets ? room->foot : 0);
        double spare = (height - height_of(view, first, end)) / (double)(end - first);
        for (size_t d = first; spare > 0 && d < end; d++)
            view->days[d].height += fmin(spare, SPARE_HEIGHT * page->scale);
    }
}

/* All that there is to say. */
static struct week_view view_of(const struct page *page, const struct week *week)
{
    struct week_view view = {.sheets = 1};
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        struct week_day *day = &view.days[d];
        day->day = &week->days[d];
        day->has_log = week->days[d].session_count > 0;
        for (size_t i = 0; i < week->days[d].session_count; i++)
            add_session(page, day, &week->days[d].sessions[i]);
        if (day->count == 0)
            add_day_text(page, day, WEEK_TEXT_FACTS,
                         words_rest(&page->words, page->plan, &week->days[d]));
        const char *mark = words_day_mark(&page->words, page->plan, &week->days[d]);
        if (mark)
            add_day_text(page, day, WEEK_TEXT_FACTS, mark);
    }
    return view;
}

struct week_view week_view_make(const struct page *page, const struct week *week,
                                const struct week_room *room)
{
    struct week_view view = view_of(page, week);
    double size = page_size(page, SIZE_BODY);
    bool fits = measure_days(page, &view, size, room);
    while (!fits && size - SIZE_STEP >= page->least)
        fits = measure_days(page, &view, size -= SIZE_STEP, room);
    for (struct week_paragraph *left_out; !fits && (left_out = least_important(&view, room));) {
        left_out->string = NULL;
        fits = measure_days(page, &view, size, room);
    }
    share_spare_room(page, &view, room);
    return view;
}

size_t week_view_sheets(const struct page *page, const struct week *week,
                        const struct week_room *room)
{
    if (room->sheets == 1)
        return 1;
    struct week_view view = view_of(page, week);
    measure_days(page, &view, page_size(page, SIZE_BODY), room);
    return view.sheets;
}
