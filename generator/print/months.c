/*
 * Month pages: a landscape calendar a month, for the fridge, with room for a pencil: a column a
 * weekday, a row a week, and the week's tally at the end of its row.
 */
#include <math.h>
#include <string.h>

#include "print/calendar.h"
#include "print/day_cell.h"
#include "print/pages.h"
#include "print/recovery_bracket.h"
#include "print/session_mark.h"
#include "print/typeset.h"
#include "words/words.h"

#define WEEK_COLUMN  (27 * MM)
#define TAG_WIDTH    (6 * MM)
#define WEEKDAY_ROOM (7 * MM)
#define TAG_LETTER   10.5
#define MONTH_SHARE  0.47 /* of a day's width, for a date with its month */
#define DESCENT      0.25 /* below the baseline, in type sizes */
#define PENCIL_LINE  0.4
#define RACE_FRAME   1.5 /* points: around the day of the race */
/* Heights inside a row, in points: baselines below each other. */
#define FIRST_BASE   13.0

struct rhythm {
    double amount, detail, pitch; /* below the title, below the amount, of the small lines */
    double foot;                  /* below tick box and pencil line */
};
/* Three small lines fit above the tick box in both, and so in all between. */
static const struct rhythm tight = {15, 10, 8.8, 1.2 * MM}, loose = {18, 13, 11.5, PADDING};
#define TIGHT_ROW    (25.8 * MM) /* rows as low as this are set tight */
#define LOOSE_ROW    (30.6 * MM) /* and as high as this loosely */
/* Where small lines are as large as large print has them: in their size. */
#define LEAST_DETAIL 1.15
#define LEAST_PITCH  1.03

struct month_grid {
    struct box box;
    double column, row; /* width of a day, height of a week */
    struct rhythm rhythm;
};

/* A day on the page; days that are at home on another page are grey. */
struct month_cell {
    struct box box;
    int date;
    bool is_inside, names_month;
    const char *note; /* that the day has if there is room; or NULL */
};

size_t months_count(const struct page *page)
{
    size_t count;
    months_of_plan(page->plan, page->arena, &count);
    return count;
}

static struct month month_at(const struct page *page, size_t index)
{
    size_t count;
    return months_of_plan(page->plan, page->arena, &count)[index];
}

const char *months_bookmark(const struct page *page, size_t index)
{
    struct month month = month_at(page, index);
    return words_month_title(&page->words, month.number, month.year);
}

/* The weeks of the plan on this page: "Weeks 9–13 of 18". */
static const char *weeks_shown(const struct page *page, const struct month *month)
{
    const struct plan *plan = page->plan;
    int first = 0, last = 0;
    for (size_t i = 0; i < plan->week_count; i++) {
        const struct week *week = &plan->weeks[i];
        if (week->start + DAYS_PER_WEEK <= month->first_day || week->start > month->last_day)
            continue;
        first = first ? first : week->number;
        last = week->number;
    }
    const struct words *words = &page->words;
    const char *from = words_count(words, (size_t)first), *to = words_count(words, (size_t)last);
    const char *of = words_count(words, plan->week_count);
    return first == last ? SAY(words, PHRASE_WEEK_OF, from, of)
                         : SAY(words, PHRASE_WEEKS_OF, from, to, of);
}

static void draw_header(struct page *page, const struct month *month, const char *title)
{
    const struct plan *plan = page->plan;
    int first = month->first_day;
    if (plan->week_count && plan->weeks[0].start > first)
        first = plan->weeks[0].start;
    const char *weeks = weeks_shown(page, month), *to_go = page_days_to_go(page, first);
    const char *dot = to_go ? " · " : "";
    to_go = to_go ? to_go : "";
    const char *wordings[3] = {NULL, arena_printf(page->arena, "%s%s%s", weeks, dot, to_go), to_go};
    if (plan->race.name && plan->race.date != NO_DATE)
        wordings[0] = arena_printf(page->arena, "%s · %s %s%s%s", weeks, plan->race.name,
                                   words_date(&page->words, plan->race.date), dot, to_go);
    page_header(page, title, wordings, 3);
}

static void draw_weekdays(struct page *page, const struct month_grid *grid, enum weekday first)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_WEEKDAY, INK_BLACK);
    double base = grid->box.y - PADDING * page->scale;
    double right = grid->box.x + grid->box.width;
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        enum weekday weekday = (first + (unsigned)i) % DAYS_PER_WEEK;
        canvas_text(page->canvas, &type, grid->box.x + (i + 0.5) * grid->column, base, ALIGN_CENTER,
                    words_weekday_short(&page->words, weekday));
    }
    struct type small = page_type(page, FONT_REGULAR, SIZE_DETAIL, INK_BLACK);
    double left = right - WEEK_COLUMN * page->scale + PADDING;
    struct line_place place = {left, base, right - left - PADDING, ALIGN_LEFT};
    double taken = typeset_line(page->canvas, &type, page->least, place,
                                words_phrase(&page->words, PHRASE_WEEK));
    place = (struct line_place){left + taken + PADDING, base, place.width - taken - PADDING,
                                ALIGN_RIGHT};
    const char *const wordings[] = {words_phrase(&page->words, PHRASE_TO_GO), ""};
    if (page->plan->race.date != NO_DATE)
        typeset_fit(page->canvas, &small, page->least, place, wordings, 2);
    canvas_line(page->canvas, grid->box.x, grid->box.y, right, grid->box.y, RULE_THICKNESS,
                INK_BLACK);
}

static void draw_grid(struct page *page, const struct month_grid *grid, size_t rows)
{
    const struct box box = grid->box;
    for (size_t row = 1; row <= rows; row++) {
        double y = box.y + (double)row * grid->row;
        canvas_line(page->canvas, box.x, y, box.x + box.width, y, GRID_THICKNESS,
                    page->style->grey);
    }
    for (int i = 0; i <= DAYS_PER_WEEK; i++) {
        double x = box.x + i * grid->column;
        canvas_line(page->canvas, x, box.y, x, box.y + box.height, GRID_THICKNESS,
                    page->style->grey);
    }
    canvas_line(page->canvas, box.x + box.width, box.y, box.x + box.width, box.y + box.height,
                GRID_THICKNESS, page->style->grey);
}

static struct rhythm rhythm_of_row(const struct page *page, double row)
{
    const double scale = page->scale, detail = page_size(page, SIZE_DETAIL);
    double share = (row / scale - TIGHT_ROW) / (LOOSE_ROW - TIGHT_ROW);
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return (struct rhythm){
        .amount = scale * (tight.amount + share * (loose.amount - tight.amount)),
        .detail = fmax(scale * (tight.detail + share * (loose.detail - tight.detail)),
                       LEAST_DETAIL * detail),
        .pitch =
            fmax(scale * (tight.pitch + share * (loose.pitch - tight.pitch)), LEAST_PITCH * detail),
        .foot = scale * (tight.foot + share * (loose.foot - tight.foot)),
    };
}

/* Tick box and pencil line at the foot of a cell; `room` is the cell within its padding. */
static void draw_pencil_line(struct page *page, struct box room, struct ink ink)
{
    double size = TICK_BOX_SIZE * page->scale, bottom = room.y + room.height;
    page_tick_box(page, room.x, bottom - size, ink);
    canvas_line(page->canvas, room.x + size + PADDING, bottom, room.x + room.width, bottom,
                PENCIL_LINE, ink);
}

/* A day's number, with its month where that is not the page's and the day is wide enough. */
static double draw_date(struct page *page, struct box room, const struct month_cell *cell,
                        struct ink ink)
{
    int year, month, day;
    date_to_ymd(cell->date, &year, &month, &day);
    struct type type = page_type(page, FONT_STRONG, SIZE_DATE, ink);
    struct type small = page_type(page, FONT_STRONG, SIZE_SMALL, ink);
    const char *text = words_count(&page->words, (size_t)day);
    const char *with_month = words_day(&page->words, cell->date);
    if (cell->names_month &&
        canvas_text_width(page->canvas, &small, with_month) < MONTH_SHARE * room.width) {
        type = small;
        text = with_month;
    }
    canvas_text(page->canvas, &type, room.x + room.width, room.y + FIRST_BASE * page->scale,
                ALIGN_RIGHT, text);
    return canvas_text_width(page->canvas, &type, text) + PADDING / 2;
}

/* Where the small lines of a cell go: below each other, and beside the tick box at its foot. */
struct cell_lines {
    struct line_place place;
    double tick_box, bottom; /* its top, and the lowest baseline */
    double pitch;
};

static size_t lines_left(const struct cell_lines *lines)
{
    double room = lines->bottom - lines->place.y;
    return room < 0 ? 0 : (size_t)(room / lines->pitch) + 1;
}

/* The place of the next line: beside the tick box where it reaches so low. */
static struct line_place next_place(const struct page *page, const struct cell_lines *lines,
                                    const struct type *type)
{
    struct line_place place = lines->place;
    double aside = TICK_BOX_SIZE * page->scale + PADDING;
    if (place.y + DESCENT * type->size > lines->tick_box) {
        place.x += aside;
        place.width -= aside;
    }
    return place;
}

static void put_line(struct page *page, struct cell_lines *lines, const struct type *type,
                     const char *const *wordings, size_t count)
{
    typeset_fit(page->canvas, type, page->least, next_place(page, lines, type), wordings, count);
    lines->place.y += lines->pitch;
}

/* Whether lines end within a word, or leave a unit alone. */
static bool is_torn(const struct paragraph *broken, const char *text)
{
    for (size_t i = 0; i < broken->line_count; i++) {
        text = strstr(text, broken->lines[i]) + strlen(broken->lines[i]);
        if (*text && (*text != ' ' || strlen(text) <= strlen(" km")))
            return true;
    }
    return false;
}

/*
 * Breaks a text into lines; false, and nothing is written, where they are more than there may be or
 * would be torn.
 */
static bool put_lines(struct page *page, struct cell_lines *lines, const struct type *type,
                      const char *text, size_t most)
{
    struct paragraph broken =
        typeset_break(page->canvas, type, lines->place.width, text, page->arena);
    struct cell_lines ahead = *lines;
    bool fits = broken.line_count <= most && !is_torn(&broken, text);
    for (size_t i = 0; fits && i < broken.line_count; i++) {
        fits = typeset_fits(page->canvas, type, type->size, next_place(page, &ahead, type).width,
                            broken.lines[i]);
        ahead.place.y += ahead.pitch;
    }
    for (size_t i = 0; fits && i < broken.line_count; i++)
        put_line(page, lines, type, &broken.lines[i], 1);
    return fits;
}

/*
 * Writes one of the wordings; where all are too long for a line, the last of them in several lines,
 * as long as so many lines stay free below, and otherwise none. Tells whether it wrote any.
 */
static bool draw_line(struct page *page, struct cell_lines *lines, struct ink ink,
                      const char *const *wordings, size_t count, size_t free)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_DETAIL, ink);
    struct type least = page_type(page, FONT_REGULAR, SIZE_LEAST, ink);
    size_t left = lines_left(lines);
    double width = next_place(page, lines, &type).width;
    const char *last = NULL;
    bool has_fit = false;
    for (size_t i = 0; i < count && !has_fit; i++) {
        last = wordings[i] ? wordings[i] : last;
        has_fit = wordings[i] && typeset_fits(page->canvas, &type, least.size, width, wordings[i]);
    }
    if (!last || left == 0)
        return false;
    if (!has_fit)
        return put_lines(page, lines, &least, last, left > free ? left - free : 1);
    put_line(page, lines, &type, wordings, count);
    return true;
}

/* The amount of a session and its small lines, from the place of the amount on. */
static void draw_details(struct page *page, const struct month_grid *grid,
                         const struct day_cell *card, struct cell_lines *lines, struct ink ink)
{
    const double scale = page->scale;
    struct type amount = page_type(page, FONT_STRONG, SIZE_DISTANCE, ink);
    const char *const amounts[] = {card->amount, card->short_amounts[0], card->short_amounts[1],
                                   ""};
    size_t more = card->more[0] != NULL, extra = card->extras[0] != NULL;
    typeset_fit(page->canvas, &amount, page->least_distance, lines->place, amounts, 4);
    lines->place.y += grid->rhythm.detail;
    lines->tick_box = lines->bottom - TICK_BOX_SIZE * scale;
    if (page->plan->print.is_large) /* so large that it would take the pencil's room */
        lines->bottom = lines->tick_box - DESCENT * page_size(page, SIZE_DETAIL);
    draw_line(page, lines, ink, card->details, CARD_WORDINGS, extra + more);
    draw_line(page, lines, ink, card->extras, CARD_WORDINGS, more);
    draw_line(page, lines, ink, card->more, CARD_WORDINGS, 0);
}

/* The words of a day, and the note if there is a line left for it; tells whether there was. */
static bool draw_card(struct page *page, const struct month_grid *grid, const struct day_cell *card,
                      struct box room, double title_width, const struct month_cell *cell)
{
    struct ink ink = cell->is_inside ? INK_BLACK : page->style->grey;
    const double scale = page->scale, bottom = room.y + room.height;
    struct type title =
        page_type(page, card->session ? FONT_STRONG : FONT_REGULAR, SIZE_SESSION, ink);
    struct line_place place = {room.x, room.y + FIRST_BASE * scale, title_width, ALIGN_LEFT};
    /* A short word in full size is better than a long one that is shrunk. */
    bool has_room = canvas_text_width(page->canvas, &title, card->title) <= title_width;
    const char *const titles[] = {has_room ? card->title : card->word, ""};
    typeset_fit(page->canvas, &title, page->least, place, titles, 2);
    place.width = room.width;
    place.y += grid->rhythm.amount;
    struct cell_lines lines = {place, bottom, bottom, grid->rhythm.pitch};
    if (card->session)
        draw_details(page, grid, card, &lines, ink);
    else if (card->details[0])
        draw_line(page, &lines, ink, card->details, 1, 0);
    if (!cell->note || lines.place.y + DESCENT * page_size(page, SIZE_DETAIL) > lines.tick_box)
        return false;
    return draw_line(page, &lines, cell->is_inside ? recovery_bracket_ink(page) : page->style->grey,
                     &cell->note, 1, 0);
}

/* Draws a day, and tells whether its note had room. */
static bool draw_day(struct page *page, const struct month_grid *grid,
                     const struct month_cell *cell)
{
    const double scale = page->scale;
    const struct box box = cell->box;
    struct ink ink = cell->is_inside ? INK_BLACK : page->style->grey;
    const struct day *day = plan_day(page->plan, cell->date);
    struct day_cell card = {0};
    if (day)
        card = day_cell_make(&page->words, page->plan, day);
    double tag_width = card.is_tagged ? TAG_WIDTH * scale : 0;
    struct box tag = {box.x, box.y, tag_width, box.height};
    if (card.is_tagged && cell->is_inside)
        page_session_mark(page, card.session->kind, tag, TAG_LETTER);
    else if (card.is_tagged)
        session_mark_draw_faint(page->canvas, &page->style->tags[card.session->kind], tag,
                                TAG_LETTER * scale, page->style->grey);
    struct box room = {box.x + tag_width + PADDING, box.y, box.width - tag_width - 2 * PADDING,
                       box.height - grid->rhythm.foot};
    double taken = draw_date(page, room, cell, ink);
    if (!day)
        return false;
    bool is_noted = draw_card(page, grid, &card, room, room.width - taken, cell);
    if (card.session)
        draw_pencil_line(page, room, ink);
    if (card.session && card.session->kind == SESSION_RACE)
        canvas_frame(page->canvas,
                     (struct box){box.x + 1, box.y + 1, box.width - 2, box.height - 2}, RACE_FRAME,
                     ink);
    return is_noted;
}

/* "Week 7", and how many days are left to the race when it is over: "−21". */
static void draw_week_title(struct page *page, struct line_place place, const struct week *week)
{
    struct type title = page_type(page, FONT_REGULAR, SIZE_SESSION, INK_BLACK);
    struct type small = page_type(page, FONT_STRONG, SIZE_DETAIL, INK_BLACK);
    int date = page->plan->race.date, last = week->start + DAYS_PER_WEEK - 1;
    double right = place.x + place.width, base = place.y;
    const char *to_go =
        date == NO_DATE || date <= last ? "" : arena_printf(page->arena, "−%d", date - last);
    const char *number = words_count(&page->words, (size_t)week->number);
    const char *const wordings[] = {
        SAY(&page->words, PHRASE_WEEK_NUMBER, number),
        arena_printf(page->arena, "%s %s", words_phrase(&page->words, PHRASE_HEAD_WEEK), number),
    };
    place.width -= canvas_text_width(page->canvas, &small, to_go) + PADDING / 2;
    typeset_fit(page->canvas, &title, page->least, place, wordings, 2);
    canvas_text(page->canvas, &small, right, base, ALIGN_RIGHT, to_go);
}

static void draw_week(struct page *page, const struct month_grid *grid, struct box cell,
                      const struct week *week)
{
    struct canvas *canvas = page->canvas;
    const double scale = page->scale;
    struct type amount = page_type(page, FONT_STRONG, SIZE_DISTANCE, INK_BLACK);
    struct type detail = page_type(page, FONT_REGULAR, SIZE_DETAIL, INK_BLACK);
    struct line_place place = {cell.x + PADDING, cell.y + FIRST_BASE * scale,
                               cell.width - 2 * PADDING, ALIGN_LEFT};
    draw_week_title(page, place, week);
    place.y += grid->rhythm.amount;
    typeset_line(canvas, &amount, page->least, place,
                 words_distance(&page->words, plan_week_distance(week)));
    place.y += grid->rhythm.detail;
    double bottom = cell.y + cell.height - grid->rhythm.foot, pitch = grid->rhythm.pitch;
    struct cell_lines lines = {place, cell.y + cell.height, bottom - pitch, pitch};
    const char *words[SHEET_WEEK_WORDINGS];
    page_week_words(page, week, words);
    int climb = week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent = week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    const char *const hills[] = {words_climb_and_descent(&page->words, climb, descent),
                                 words_climb_and_descent_bare(&page->words, climb, descent), ""};
    size_t left = lines_left(&lines);
    if (left > 1)
        put_line(page, &lines, &detail, words, SHEET_WEEK_WORDINGS);
    if (left > 0)
        put_line(page, &lines, &detail, hills, 3);
    const char *done = words_phrase(&page->words, PHRASE_DONE);
    canvas_text(canvas, &detail, place.x, bottom, ALIGN_LEFT, done);
    double after = canvas_text_width(canvas, &detail, done) + PADDING / 2;
    canvas_line(canvas, place.x + after, bottom, place.x + place.width, bottom, PENCIL_LINE,
                INK_BLACK);
}

/* Whether a day of another month than the page's is the first of it on the page. */
static bool names_month(const struct month *month, int date)
{
    int year, number, day;
    date_to_ymd(date, &year, &number, &day);
    return number != month->number && (date == month->first_day || day == 1);
}

/* Seven days from `first` on, and the brackets at their foot. */
static void draw_days(struct page *page, const struct month_grid *grid, const struct month *month,
                      int first, double y)
{
    struct box row = {grid->box.x, y, grid->column * DAYS_PER_WEEK, grid->row};
    struct recovery_part parts[MOST_MEND_PARTS];
    size_t part = 0, part_count = recovery_bracket_parts(page->plan, first, parts);
    bool is_faint[DAYS_PER_WEEK], is_noted = false;
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        int date = first + i;
        bool is_inside = date >= month->first_day && date <= month->last_day;
        while (part < part_count && i > parts[part].last) {
            is_noted = false;
            part++;
        }
        bool is_easy = part < part_count && i >= parts[part].first_easy;
        struct month_cell cell = {
            .box = {row.x + i * grid->column, y, grid->column, grid->row},
            .date = date,
            .is_inside = is_inside,
            .names_month = is_inside && names_month(month, date),
            .note = is_easy && !is_noted ? words_phrase(&page->words, PHRASE_LEGS_MEND) : NULL,
        };
        is_noted = draw_day(page, grid, &cell) || is_noted;
        is_faint[i] = !is_inside;
    }
    for (size_t i = 0; i < part_count; i++)
        recovery_bracket_draw(page, &parts[i], row, is_faint, TAG_WIDTH * page->scale);
}

static void draw_row(struct page *page, const struct month_grid *grid, const struct month *month,
                     size_t row)
{
    int first = month->first_shown + (int)row * DAYS_PER_WEEK;
    double y = grid->box.y + (double)row * grid->row;
    draw_days(page, grid, month, first, y);
    size_t index = plan_week_index(page->plan, first);
    double left = grid->box.x + DAYS_PER_WEEK * grid->column;
    struct box cell = {left, y, grid->box.x + grid->box.width - left, grid->row};
    canvas_fill(page->canvas, cell, page->style->pale);
    if (index < page->plan->week_count)
        draw_week(page, grid, cell, &page->plan->weeks[index]);
}

void months_draw(struct page *page, size_t index)
{
    struct month month = month_at(page, index);
    struct box box = page_body(page);
    double weekdays = WEEKDAY_ROOM * page->scale;
    struct month_grid grid = {
        .box = {box.x, box.y + weekdays, box.width, box.height - weekdays},
        .column = (box.width - WEEK_COLUMN * page->scale) / DAYS_PER_WEEK,
    };
    grid.row = grid.box.height / (double)month.rows;
    grid.rhythm = rhythm_of_row(page, grid.row);
    draw_header(page, &month, months_bookmark(page, index));
    for (size_t row = 0; row < month.rows; row++)
        draw_row(page, &grid, &month, row);
    draw_grid(page, &grid, month.rows);
    draw_weekdays(page, &grid, date_weekday(month.first_shown));
    page_footer(page);
}
