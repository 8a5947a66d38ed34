/*
 * Month pages: a landscape calendar a month, for the fridge, with room for a pencil: a row a week
 * of the plan, a column a weekday, and the week's tally at the end of its row. Hard and long days
 * have a tag and a strip, easy days neither. Type has the same size on every page; what has no room
 * is said shorter or left out, the last lines of a cell first.
 */
#include <string.h>

#include "print/calendar.h"
#include "print/day_cell.h"
#include "print/pages.h"
#include "print/session_mark.h"
#include "print/typeset.h"
#include "words/words.h"

#define MOST_WEEKS       6
#define MOST_LARGE_WEEKS 5 /* in large print */
#define WEEK_COLUMN      (27 * MM)
#define WEEKDAY_ROOM     (7 * MM)
#define MOST_ROW         (38 * MM)
#define TAG_SIDE         (6.2 * MM)
#define TAG_GAP          (1 * MM)
#define STRIP_WIDTH      (2.4 * MM)
#define INSET            (1.4 * MM) /* of text, from the lines around it */
#define NAME_BASE        (5.4 * MM) /* baselines, below the top of a row */
#define AMOUNT_BASE      (13.9 * MM)
#define DETAIL_PITCH     (4 * MM)
#define LEAST_PITCH      1.15 /* of small lines, in type sizes */
#define DETAIL_GAP       0.5  /* more below the amount, of a pitch */
#define TICK_BOX         (4.2 * MM)
#define PENCIL_LINE      0.4
#define PENCIL_FOOT      (2.2 * MM) /* of the line to write on, above the row's end */
#define PENCIL_AIR       (1.5 * MM) /* free above it, or there is none */
#define DESCENT          0.25       /* below the baseline, in type sizes */
#define RACE_FRAME       2.0        /* points: around the day of the race */
#define MONTH_EDGE       1.6        /* where a month begins within a page */
#define MENDING_LINE     2.0

struct month_grid {
    struct box box;
    double column, row; /* width of a day, height of a week */
};

/* A day on the page; those of other months than the page's are grey. */
struct month_cell {
    struct box box;
    const struct day *day;
    struct day_cell card;
    bool is_tagged, is_other, names_month;
};

static struct month *months_on(const struct page *page, size_t *count)
{
    size_t most = page->plan->print.is_large ? MOST_LARGE_WEEKS : MOST_WEEKS;
    return months_of_plan(page->plan, most, page->arena, count);
}

size_t months_count(const struct page *page)
{
    size_t count;
    months_on(page, &count);
    return count;
}

static struct month month_at(const struct page *page, size_t index)
{
    size_t count;
    return months_on(page, &count)[index];
}

const char *months_bookmark(const struct page *page, size_t index)
{
    struct month month = month_at(page, index);
    return words_month_title(&page->words, month.number, month.year);
}

/* The weeks of the plan on this page: "Weeks 9–13 of 18". */
static const char *weeks_shown(const struct page *page, const struct month *month)
{
    const struct words *words = &page->words;
    const struct week *weeks = &page->plan->weeks[month->first];
    const char *from = words_count(words, (size_t)weeks[0].number);
    const char *to = words_count(words, (size_t)weeks[month->week_count - 1].number);
    const char *of = words_count(words, page->plan->week_count);
    return month->week_count == 1 ? SAY(words, PHRASE_WEEK_OF, from, of)
                                  : SAY(words, PHRASE_WEEKS_OF, from, to, of);
}

/* Title at the left, race and date at the right, and before it, if there is room, the weeks. */
static void draw_header(struct page *page, const struct month *month, const char *title)
{
    const struct race *race = &page->plan->race;
    const struct box live = page->live;
    struct type large = page_type(page, FONT_STRONG, SIZE_TITLE, INK_BLACK);
    struct type strong = page_type(page, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    struct type plain = page_type(page, FONT_REGULAR, SIZE_SUBTITLE, INK_BLACK);
    struct line_place place = {live.x, live.y + PAGE_TITLE_BASE * page->scale, live.width,
                               ALIGN_LEFT};
    place.x += typeset_line(page->canvas, &large, large.size, place, title) + 2 * PADDING;
    place.width = live.x + live.width - place.x;
    place.align = ALIGN_RIGHT;
    const char *date = race->date == NO_DATE ? NULL : words_date(&page->words, race->date);
    const char *const facts[] = {race->name, date};
    const char *const wordings[] = {words_join(page->arena, ", ", facts, 2), race->name, date, ""};
    place.width -= PADDING + typeset_fit(page->canvas, &strong, strong.size, place, wordings, 4);
    const char *const weeks[] = {weeks_shown(page, month), ""};
    typeset_fit(page->canvas, &plain, plain.size, place, weeks, 2);
}

static void draw_weekdays(struct page *page, const struct month_grid *grid, enum weekday first)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_WEEKDAY, INK_BLACK);
    const struct words *words = &page->words;
    double inset = INSET * page->scale, base = grid->box.y - inset;
    double right = grid->box.x + grid->box.width;
    for (int i = 0; i <= DAYS_PER_WEEK; i++) {
        enum weekday weekday = (first + (unsigned)i) % DAYS_PER_WEEK;
        const char *week = words_phrase(words, PHRASE_WEEK);
        const char *with_unit = arena_printf(page->arena, "%s, %s", week, words_unit(words));
        bool is_day = i < DAYS_PER_WEEK;
        const char *const wordings[] = {is_day ? words_weekday(words, weekday) : with_unit,
                                        is_day ? words_weekday_short(words, weekday)
                                               : words_unit(words)};
        double left = grid->box.x + i * grid->column;
        double width = is_day ? grid->column : right - left;
        typeset_fit(page->canvas, &type, type.size,
                    (struct line_place){left + inset, base, width - inset, ALIGN_LEFT}, wordings,
                    2);
    }
    canvas_line(page->canvas, grid->box.x, grid->box.y, right, grid->box.y, RULE_THICKNESS,
                INK_BLACK);
}

static void draw_grid(struct page *page, const struct month_grid *grid, size_t rows)
{
    const struct box box = grid->box;
    for (size_t row = 1; row <= rows; row++) {
        double y = box.y + (double)row * grid->row;
        canvas_line(page->canvas, box.x, y, box.x + box.width, y, RULE_THICKNESS, INK_BLACK);
    }
    for (int i = 1; i <= DAYS_PER_WEEK; i++) {
        double x = box.x + i * grid->column;
        canvas_line(page->canvas, x, box.y, x, box.y + box.height, GRID_THICKNESS,
                    page->style->grey);
    }
}

/* --- the cell of a day ------------------------------------------------------------------------ */

/* The lines of a cell below its amount, and the lowest baseline that is left. */
struct cell_lines {
    struct line_place place;
    double pitch, bottom;
};

static double detail_pitch(const struct page *page)
{
    double pitch = DETAIL_PITCH * page->scale, least = LEAST_PITCH * page_size(page, SIZE_DETAIL);
    return pitch > least ? pitch : least;
}

static size_t lines_left(const struct cell_lines *lines)
{
    double room = lines->bottom - lines->place.y;
    return room < 0 ? 0 : (size_t)(room / lines->pitch) + 1;
}

static bool fits(const struct page *page, const struct type *type, double width, const char *text)
{
    return typeset_fits(page->canvas, type, type->size, width, text);
}

static void put_line(struct page *page, struct cell_lines *lines, const struct type *type,
                     const char *text)
{
    typeset_line(page->canvas, type, type->size, lines->place, text);
    lines->place.y += lines->pitch;
}

/* Whether a line ends within a word. */
static bool is_torn(const struct paragraph *broken, const char *text)
{
    for (size_t i = 0; i < broken->line_count; i++) {
        text = strstr(text, broken->lines[i]) + strlen(broken->lines[i]);
        if (*text && *text != ' ')
            return true;
    }
    return false;
}

/*
 * Writes the first of the wordings that fits a line; if none does, the first that fits the lines
 * that are left but for `reserved`; or nothing. A pace stays with its "@".
 */
static void draw_detail(struct page *page, struct cell_lines *lines, struct ink ink,
                        const char *const *wordings, size_t count, size_t reserved)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_DETAIL, ink);
    size_t left = lines_left(lines), most = left > reserved ? left - reserved : 1;
    for (size_t i = 0; i < count && left; i++)
        if (wordings[i] && fits(page, &type, lines->place.width, wordings[i])) {
            put_line(page, lines, &type, wordings[i]);
            return;
        }
    for (size_t i = 0; i < count && left; i++) {
        if (!wordings[i])
            continue;
        struct paragraph broken =
            typeset_break(page->canvas, &type, lines->place.width, wordings[i], page->arena);
        if (broken.line_count > most || is_torn(&broken, wordings[i]))
            continue;
        for (size_t line = 0; line < broken.line_count; line++)
            put_line(page, lines, &type, broken.lines[line]);
        return;
    }
}

/* The day's number, with its month where that begins within the page; returns its width. */
static double draw_date(struct page *page, const struct month_cell *cell, double name_width)
{
    int year, month, number;
    date_to_ymd(cell->day->date, &year, &month, &number);
    const double scale = page->scale, inset = INSET * scale;
    struct type type =
        page_type(page, FONT_STRONG, SIZE_HEADING, cell->is_other ? page->style->grey : INK_BLACK);
    const char *text = words_count(&page->words, (size_t)number);
    const char *long_text = words_day(&page->words, cell->day->date);
    double room = cell->box.width - inset - name_width;
    if (cell->names_month && fits(page, &type, room, long_text))
        text = long_text;
    canvas_text(page->canvas, &type, cell->box.x + cell->box.width - inset,
                cell->box.y + NAME_BASE * scale, ALIGN_RIGHT, text);
    return canvas_text_width(page->canvas, &type, text);
}

/* The name beside the tag, and the date; false if the name has no room there. */
static bool draw_first_line(struct page *page, const struct month_cell *cell)
{
    const double scale = page->scale, inset = INSET * scale;
    bool is_rest = !cell->card.session, is_loud = cell->is_tagged;
    struct type type = page_type(page, is_loud ? FONT_STRONG : FONT_REGULAR, SIZE_NAME,
                                 is_rest ? page->style->grey : INK_BLACK);
    struct type date = page_type(page, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    double left = (is_loud ? TAG_SIDE + TAG_GAP : INSET) * scale;
    double least = canvas_text_width(page->canvas, &date, "30") + 2 * inset;
    const char *name = cell->card.word;
    bool has_room = fits(page, &type, cell->box.width - left - least, name);
    if (has_room)
        canvas_text(page->canvas, &type, cell->box.x + left, cell->box.y + NAME_BASE * scale,
                    ALIGN_LEFT, name);
    double taken = left + (has_room ? canvas_text_width(page->canvas, &type, name) + inset : 0);
    draw_date(page, cell, taken);
    return has_room;
}

/* What the day comes to, in the size of a distance if it is run; and a box to tick, which gives way
   before the amount is rounded. */
static void draw_amount(struct page *page, const struct month_cell *cell, double left)
{
    const double scale = page->scale, side = TICK_BOX * scale, inset = INSET * scale;
    const struct day_cell *card = &cell->card;
    const struct box box = cell->box;
    bool is_run = session_is_run(card->session);
    struct type type = is_run ? page_type(page, FONT_STRONG, SIZE_DISTANCE, INK_BLACK)
                              : page_type(page, FONT_REGULAR, SIZE_BODY, INK_BLACK);
    double right = box.x + box.width - inset - side, base = box.y + AMOUNT_BASE * scale;
    bool is_time = card->session->distance == UNKNOWN || !card->short_amounts[1];
    const char *const wordings[] = {is_time ? card->amount : NULL, card->short_amounts[0],
                                    card->short_amounts[1], card->short_amounts[2], ""};
    const char *exact = is_time ? card->amount : card->short_amounts[0];
    bool has_box = !exact || fits(page, &type, right - left - inset / 2, exact);
    right = has_box ? right - inset / 2 : box.x + box.width - inset / 2;
    typeset_fit(page->canvas, &type, type.size,
                (struct line_place){left, base, right - left, ALIGN_LEFT}, wordings, 5);
    right += inset / 2;
    if (has_box)
        canvas_frame(page->canvas, (struct box){right, base - side, side, side}, TICK_THICKNESS,
                     INK_BLACK);
}

/* Of an easy or long run the pace is at the foot of the page; a set, and what became of the day,
   are told. */
static bool tells_details(const struct page *page, const struct month_cell *cell)
{
    const struct session *session = cell->card.session;
    return !session || words_main_set(&page->words, session) || session_is_race(session) ||
           words_day_mark(&page->words, page->plan, cell->day);
}

static bool tells_hills(const struct session *session)
{
    return session && (session->kind == SESSION_UPHILL || session->kind == SESSION_DOWNHILL ||
                       session_is_race(session));
}

/* Without a unit first, which is the same in the whole plan; a pace tied to its "@". */
static void order_details(const struct page *page, const struct day_cell *card,
                          const char *wordings[CARD_WORDINGS])
{
    static const size_t order[CARD_WORDINGS] = {1, 0, 2, 3};
    for (size_t i = 0; i < CARD_WORDINGS; i++) {
        const char *detail = card->details[order[i]];
        const char *at = detail ? strstr(detail, "@ ") : NULL;
        wordings[i] = at ? arena_printf(page->arena, "%.*s@\u00a0%s", (int)(at - detail), detail,
                                        at + strlen("@ "))
                         : detail;
    }
}

static void draw_details(struct page *page, const struct month_cell *cell, bool is_named,
                         struct cell_lines *lines)
{
    const struct day_cell *card = &cell->card;
    const char *mend = words_phrase(&page->words, PHRASE_LEGS_MEND), *wordings[CARD_WORDINGS];
    struct ink mending = page->style->tags[SESSION_DOWNHILL].ink;
    bool is_mending = cell->day->legs_mend, has_hills = tells_hills(card->session);
    size_t others = (size_t)is_mending + (has_hills && card->extras[0]);
    if (!is_named)
        draw_detail(page, lines, INK_BLACK, &card->word, 1, 0);
    order_details(page, card, wordings);
    if (tells_details(page, cell))
        draw_detail(page, lines, INK_BLACK, wordings, CARD_WORDINGS, others);
    if (has_hills)
        draw_detail(page, lines, INK_BLACK, card->extras, CARD_WORDINGS, is_mending);
    if (is_mending)
        draw_detail(page, lines, mending, &mend, 1, 0);
    draw_detail(page, lines, INK_BLACK, card->more, CARD_WORDINGS, 0);
}

static void draw_frame(struct page *page, const struct month_cell *cell)
{
    const double half = RACE_FRAME / 2;
    const struct box box = cell->box;
    canvas_frame(
        page->canvas,
        (struct box){box.x + half, box.y + half, box.width - 2 * half, box.height - 2 * half},
        RACE_FRAME, INK_BLACK);
}

static void draw_day(struct page *page, const struct month_grid *grid,
                     const struct month_cell *cell)
{
    const double scale = page->scale, inset = INSET * scale, pitch = detail_pitch(page);
    const struct box box = cell->box;
    const struct session *session = cell->card.session;
    double strip = cell->is_tagged ? STRIP_WIDTH * scale : 0;
    double bottom = box.y + grid->row - inset, left = box.x + strip + inset;
    if (cell->is_tagged)
        session_mark_strip(page->canvas, &page->style->tags[session->kind],
                           (struct box){box.x, box.y, strip, box.height}, TAG_SIDE * scale,
                           page_size(page, SIZE_SUBTITLE));
    bool is_named = draw_first_line(page, cell);
    double top = box.y + AMOUNT_BASE * scale + pitch * (1 + DETAIL_GAP / 2);
    if (session)
        draw_amount(page, cell, left);
    else
        top = box.y + NAME_BASE * scale + pitch * (1 + DETAIL_GAP);
    struct cell_lines lines = {{left, top, box.x + box.width - left - inset / 2, ALIGN_LEFT},
                               pitch,
                               bottom - DESCENT * page_size(page, SIZE_DETAIL)};
    draw_details(page, cell, is_named, &lines);
    double line = box.y + grid->row - PENCIL_FOOT * scale;
    double lowest = lines.place.y - pitch + DESCENT * page_size(page, SIZE_DETAIL);
    if (session && line - lowest > PENCIL_AIR * scale + page_size(page, SIZE_DETAIL))
        canvas_line(page->canvas, left, line, box.x + box.width - inset, line, PENCIL_LINE,
                    INK_BLACK);
    if (session && session->kind == SESSION_RACE)
        draw_frame(page, cell);
    if (cell->day->legs_mend)
        canvas_dashed_line(page->canvas, box.x, box.y + box.height - MENDING_LINE / 2,
                           box.x + box.width, box.y + box.height - MENDING_LINE / 2, MENDING_LINE,
                           page->style->tags[SESSION_DOWNHILL].ink);
}

/* --- the cell of a week ----------------------------------------------------------------------- */

/* Its number, and how many days its first day is before the race. */
static void draw_week_number(struct page *page, struct line_place place, const struct week *week)
{
    struct type strong = page_type(page, FONT_STRONG, SIZE_BODY, INK_BLACK);
    struct type plain = page_type(page, FONT_REGULAR, SIZE_DETAIL, INK_BLACK);
    int race = page->plan->race.date;
    const char *to_go = "";
    if (race != NO_DATE && race > week->start)
        to_go = SAY(&page->words, PHRASE_DAYS_LEFT,
                    words_count(&page->words, (size_t)(race - week->start)));
    double taken = canvas_text_width(page->canvas, &plain, to_go) + PADDING / 2;
    canvas_text(page->canvas, &plain, place.x + place.width, place.y, ALIGN_RIGHT, to_go);
    place.width -= taken;
    typeset_line(page->canvas, &strong, strong.size, place,
                 words_count(&page->words, (size_t)week->number));
}

static void draw_week(struct page *page, const struct month_grid *grid, struct box cell,
                      const struct week *week)
{
    struct canvas *canvas = page->canvas;
    const double scale = page->scale, inset = INSET * scale, pitch = detail_pitch(page);
    const struct words *words = &page->words;
    struct type amount = page_type(page, FONT_STRONG, SIZE_DISTANCE, INK_BLACK);
    struct type detail = page_type(page, FONT_REGULAR, SIZE_DETAIL, INK_BLACK);
    struct line_place place = {cell.x + inset, cell.y + NAME_BASE * scale, cell.width - 2 * inset,
                               ALIGN_LEFT};
    canvas_fill(canvas, cell, page->style->pale);
    draw_week_number(page, place, week);
    place.y = cell.y + AMOUNT_BASE * scale;
    int total = plan_week_distance(week);
    const char *const totals[] = {words_hundredths(words, total),
                                  words_hundredths(words, scale_round(total, 1, 10) * 10),
                                  words_hundredths(words, scale_round(total, 1, 100) * 100)};
    typeset_fit(canvas, &amount, amount.size, place, totals, 3);
    double bottom = cell.y + grid->row - PENCIL_FOOT * scale;
    place.y += pitch * (1 + DETAIL_GAP / 2);
    struct cell_lines lines = {place, pitch, bottom - pitch};
    const char *kinds[SHEET_WEEK_WORDINGS];
    page_week_words(page, week, kinds);
    int climb = week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent = week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    const char *const hills[] = {words_climb_and_descent(words, climb, descent),
                                 words_climb_and_descent_bare(words, climb, descent)};
    draw_detail(page, &lines, INK_BLACK, kinds, SHEET_WEEK_WORDINGS - 1, 0);
    draw_detail(page, &lines, INK_BLACK, hills, climb || descent ? 2 : 0, 0);
    const char *done = words_phrase(words, PHRASE_DONE);
    canvas_text(canvas, &detail, place.x, bottom, ALIGN_LEFT, done);
    double after = canvas_text_width(canvas, &detail, done) + inset / 2;
    canvas_line(canvas, place.x + after, bottom, place.x + place.width, bottom, PENCIL_LINE,
                INK_BLACK);
}

/* --- the page --------------------------------------------------------------------------------- */

static int day_of_month(int date, int *month)
{
    int year, day;
    date_to_ymd(date, &year, month, &day);
    return day;
}

/* A strong line before the first day of a month and after the last one of the month before. */
static void draw_month_edge(struct page *page, const struct month_grid *grid, int column, double y,
                            bool is_first_row)
{
    double left = grid->box.x, x = left + column * grid->column;
    double right = left + DAYS_PER_WEEK * grid->column, bottom = y + grid->row;
    if (column > 0) {
        canvas_line(page->canvas, x, y, x, bottom, MONTH_EDGE, INK_BLACK);
        canvas_line(page->canvas, left, bottom, x, bottom, MONTH_EDGE, INK_BLACK);
    }
    if (!is_first_row)
        canvas_line(page->canvas, x, y, right, y, MONTH_EDGE, INK_BLACK);
}

static void draw_row(struct page *page, const struct month_grid *grid, const struct month *month,
                     size_t row)
{
    const struct week *week = &page->plan->weeks[month->first + row];
    double y = grid->box.y + (double)row * grid->row;
    double left = grid->box.x + DAYS_PER_WEEK * grid->column;
    draw_week(page, grid, (struct box){left, y, grid->box.x + grid->box.width - left, grid->row},
              week);
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        int number, date = week->start + i, first = day_of_month(date, &number);
        struct month_cell cell = {
            .box = {grid->box.x + i * grid->column, y, grid->column, grid->row},
            .day = &week->days[i],
            .card = day_cell_make(&page->words, page->plan, &week->days[i]),
            .is_other = number != month->number,
            .names_month = first == 1 || (row == 0 && i == 0 && number != month->number),
        };
        cell.is_tagged = day_cell_is_loud(&cell.card);
        draw_day(page, grid, &cell);
        if (first == 1)
            draw_month_edge(page, grid, i, y, row == 0);
    }
}

void months_draw(struct page *page, size_t index)
{
    struct month month = month_at(page, index);
    struct box box = page_text_body(page);
    double weekdays = WEEKDAY_ROOM * page->scale, most = MOST_ROW * page->scale;
    struct month_grid grid = {
        .box = {box.x, box.y + weekdays, box.width, box.height - weekdays},
        .column = (box.width - WEEK_COLUMN * page->scale) / DAYS_PER_WEEK,
    };
    grid.row = grid.box.height / (double)month.week_count;
    grid.row = grid.row > most ? most : grid.row;
    grid.box.height = grid.row * (double)month.week_count;
    draw_header(page, &month, months_bookmark(page, index));
    draw_weekdays(page, &grid, date_weekday(page->plan->weeks[month.first].start));
    draw_grid(page, &grid, month.week_count);
    for (size_t row = 0; row < month.week_count; row++)
        draw_row(page, &grid, &month, row);
    page_footer(page);
}
