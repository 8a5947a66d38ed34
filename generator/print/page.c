/* Sheets: header, footer and the small things that all pages share. */
#include "print/page.h"

#include <math.h>

#include "print/session_mark.h"
#include "print/typeset.h"

#define FOOTER_ROOM       (13 * MM) /* of the legend and the line below it */
#define TALL_FOOTER       (21 * MM) /* in portrait, where the legend may need two lines */
#define HEADER_ROOM       (12 * MM) /* in landscape: title and subtitle in one line */
#define TALL_HEADER       (19 * MM) /* in portrait: one below the other */
#define LEAST_TITLE       11.0
#define LINE_FOOTER       (8 * MM) /* where no legend stands */
#define TITLE_BASE        (8 * MM) /* baselines, below the top of the live box */
#define SUBTITLE_BASE     (14.5 * MM)
#define RUNNER_SHARE      0.3 /* of the width, at most */
#define TALL_RUNNER_SHARE 0.45
#define GAP               (8 * MM)
#define LEGEND_TAG        (6 * MM) /* side */
#define LEGEND_PITCH      1.15     /* from line to line, in tags */
#define DENSE_LEGEND      0.87     /* of its size, where that saves a line */
#define DENSEST_LEGEND    0.72     /* and where there are more lines than room */
#define LEGEND_BOTTOM     (4 * MM) /* below it: one line of text */
#define LEGEND_GAP        (3.5 * MM)
#define TICK_THICKNESS    0.8

double sheet_size(const struct sheet *sheet, enum size size)
{
    double scaled = size == SIZE_LEAST ? 0 : sheet->look->sizes[size] * sheet->scale;
    return scaled > sheet->least ? scaled : sheet->least;
}

struct type sheet_type(const struct sheet *sheet, enum font font, enum size size, struct ink ink)
{
    return (struct type){font, sheet_size(sheet, size), ink};
}

static bool is_landscape(const struct sheet *sheet)
{
    return sheet->live.width > sheet->live.height;
}

struct box sheet_body(const struct sheet *sheet)
{
    const struct box live = sheet->live;
    double header = (is_landscape(sheet) ? HEADER_ROOM : TALL_HEADER) * sheet->scale;
    double footer = (is_landscape(sheet) ? FOOTER_ROOM : TALL_FOOTER) * sheet->scale;
    return (struct box){live.x, live.y + header, live.width, live.height - header - footer};
}

struct box sheet_text_body(const struct sheet *sheet)
{
    struct box body = sheet_body(sheet);
    body.height = sheet->live.y + sheet->live.height - LINE_FOOTER * sheet->scale - body.y;
    return body;
}

static double runner_room(const struct sheet *sheet)
{
    return sheet->live.width * (is_landscape(sheet) ? RUNNER_SHARE : TALL_RUNNER_SHARE);
}

/* What the runner's name leaves of the line that it shares with the title. */
static double header_room(const struct sheet *sheet)
{
    struct type type = sheet_type(sheet, FONT_STRONG, SIZE_SUBTITLE, INK_BLACK);
    const char *runner = sheet->plan->runner.name;
    double width = runner ? canvas_text_width(sheet->canvas, &type, runner) + GAP : 0;
    return sheet->live.width - fmin(width, runner_room(sheet) + GAP);
}

/* In landscape the subtitle shares the line, and the title leaves it room. */
static double title_room(const struct sheet *sheet)
{
    return is_landscape(sheet) ? header_room(sheet) / 2 : header_room(sheet);
}

static struct type title_type(const struct sheet *sheet)
{
    return sheet_type(sheet, FONT_STRONG, SIZE_TITLE, INK_BLACK);
}

bool sheet_title_fits(const struct sheet *sheet, const char *title)
{
    struct type type = title_type(sheet);
    return typeset_fits(sheet->canvas, &type, LEAST_TITLE * sheet->scale, title_room(sheet), title);
}

void sheet_header(struct sheet *sheet, const char *title, const char *const *subtitles,
                  size_t subtitle_count)
{
    const struct box live = sheet->live;
    const double scale = sheet->scale, base = live.y + TITLE_BASE * scale;
    struct type type = title_type(sheet);
    struct type runner = sheet_type(sheet, FONT_STRONG, SIZE_SUBTITLE, INK_BLACK);
    struct type subtitle = sheet_type(sheet, FONT_REGULAR, SIZE_SUBTITLE, INK_BLACK);
    double room = runner_room(sheet);
    struct line_place place = {live.x + live.width - room, base, room, ALIGN_RIGHT};
    if (sheet->plan->runner.name)
        typeset_line(sheet->canvas, &runner, sheet->least, place, sheet->plan->runner.name);
    place = (struct line_place){live.x, base, title_room(sheet), ALIGN_LEFT};
    double taken = GAP + typeset_line(sheet->canvas, &type, LEAST_TITLE * scale, place, title);
    place = (struct line_place){live.x + taken, base, header_room(sheet) - taken, ALIGN_LEFT};
    if (!is_landscape(sheet))
        place = (struct line_place){live.x, live.y + SUBTITLE_BASE * scale, live.width, ALIGN_LEFT};
    typeset_fit(sheet->canvas, &subtitle, sheet->least, place, subtitles, subtitle_count);
}

void sheet_tag(struct sheet *sheet, enum session_kind kind, struct box box, double letter_size)
{
    tag_draw(sheet->canvas, &sheet->look->tags[kind], box,
             fmax(letter_size * sheet->scale, sheet->least));
    sheet->tags[kind] = true;
}

/* Both races share a tag, and one entry will do. */
static bool is_in_legend(const struct sheet *sheet, size_t kind)
{
    return sheet->tags[kind] && !(kind == SESSION_TUNE_UP && sheet->tags[SESSION_RACE]);
}

static void draw_legend_entry(struct sheet *sheet, enum session_kind kind, const struct type *type,
                              struct box box)
{
    const struct tag *tag = &sheet->look->tags[kind];
    tag_draw(sheet->canvas, tag, box, type->size);
    if (tag_is_light(tag))
        canvas_frame(sheet->canvas, box, GRID_THICKNESS, sheet->look->grey);
    canvas_text(sheet->canvas, type, box.x + box.width + PADDING / 2, box.y + box.height * 0.7,
                ALIGN_LEFT, words_session_kind(&sheet->words, kind));
}

/* Draws the legend from `top` on, or only measures it; returns the height of its lines. */
static double lay_out_legend(struct sheet *sheet, double top, double size, bool draw)
{
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_LEGEND, INK_BLACK);
    type.size = type.size * size > sheet->least ? type.size * size : sheet->least;
    const double left = sheet->live.x, right = left + sheet->live.width;
    const double side = LEGEND_TAG * size * sheet->scale, pitch = LEGEND_PITCH * side;
    double x = left, y = top;
    for (size_t kind = 0; kind < SESSION_KIND_COUNT; kind++) {
        if (!is_in_legend(sheet, kind))
            continue;
        const char *word = words_session_kind(&sheet->words, (enum session_kind)kind);
        double width = side + PADDING / 2 + canvas_text_width(sheet->canvas, &type, word);
        if (x > left && x + width > right) {
            x = left;
            y += pitch;
        }
        if (draw)
            draw_legend_entry(sheet, (enum session_kind)kind, &type,
                              (struct box){x, y, side, side});
        x += width + LEGEND_GAP * size * sheet->scale;
    }
    return y + pitch - top;
}

static void draw_legend(struct sheet *sheet, double bottom)
{
    double size = 1, height = lay_out_legend(sheet, 0, size, false);
    double room = (is_landscape(sheet) ? FOOTER_ROOM : TALL_FOOTER) - LEGEND_BOTTOM;
    if (height > 1.5 * LEGEND_PITCH * LEGEND_TAG * sheet->scale) {
        size = DENSE_LEGEND;
        height = lay_out_legend(sheet, 0, size, false);
    }
    if (height > room * sheet->scale) {
        size = DENSEST_LEGEND;
        height = lay_out_legend(sheet, 0, size, false);
    }
    lay_out_legend(sheet, bottom - height, size, true);
}

void sheet_footer(struct sheet *sheet)
{
    const struct box live = sheet->live;
    const double scale = sheet->scale, bottom = live.y + live.height;
    draw_legend(sheet, bottom - LEGEND_BOTTOM * scale);
    struct type type = sheet_type(sheet, FONT_REGULAR, SIZE_DETAIL, INK_BLACK);
    struct type grey = sheet_type(sheet, FONT_REGULAR, SIZE_DETAIL, sheet->look->grey);
    const char *paging =
        SAY(&sheet->words, PHRASE_PAGE_OF, words_count(&sheet->words, sheet->number),
            words_count(&sheet->words, sheet->of));
    double base = bottom - 1 * MM * scale;
    canvas_text(sheet->canvas, &grey, live.x, base, ALIGN_LEFT, paging);
    double taken = canvas_text_width(sheet->canvas, &grey, paging) + GAP;
    const char *paces[WORDS_PACES];
    words_paces_wordings(&sheet->words, &sheet->plan->paces, paces);
    typeset_fit(sheet->canvas, &type, sheet->least,
                (struct line_place){live.x + taken, base, live.width - taken, ALIGN_RIGHT}, paces,
                WORDS_PACES);
}

void sheet_tick_box(struct sheet *sheet, double x, double y, struct ink ink)
{
    double size = TICK_BOX_SIZE * sheet->scale;
    canvas_frame(sheet->canvas, (struct box){x, y, size, size}, TICK_THICKNESS, ink);
}

const char *sheet_days_to_go(const struct sheet *sheet, int date)
{
    int days = sheet->plan->race.date == NO_DATE ? 0 : sheet->plan->race.date - date;
    if (days <= 0)
        return NULL;
    return SAY(&sheet->words, days == 1 ? PHRASE_DAY_TO_GO : PHRASE_DAYS_TO_GO,
               words_count(&sheet->words, (size_t)days), words_day(&sheet->words, date));
}

const char *sheet_bookmark(const struct sheet *sheet, enum phrase title, size_t index)
{
    const char *name = words_phrase(&sheet->words, title);
    return index ? SAY(&sheet->words, PHRASE_SHEET_OF_PAGE, name,
                       words_count(&sheet->words, index + 1))
                 : name;
}

/* The goal race of a week that holds it. */
static const struct session *goal_race(const struct plan *plan, const struct week *week)
{
    int index = plan->race.date - week->start;
    if (plan->race.date == NO_DATE || index < 0 || index >= DAYS_PER_WEEK)
        return NULL;
    const struct day *day = &week->days[index];
    for (size_t i = 0; i < day->session_count; i++)
        if (day->sessions[i].kind == SESSION_RACE)
            return &day->sessions[i];
    return NULL;
}

const char *sheet_week_word(const struct sheet *sheet, const struct week *week)
{
    /* That weeks build on each other is what is expected, and not worth a word. */
    const char *word = week->kind == WEEK_BUILD ? words_phase(&sheet->words, week->phase)
                                                : words_week_kind(&sheet->words, week);
    const struct session *race = goal_race(sheet->plan, week);
    return race ? arena_printf(sheet->arena, "%s +%s", word,
                               words_distance(&sheet->words, race->distance))
                : word;
}

void sheet_week_words(const struct sheet *sheet, const struct week *week,
                      const char *wordings[SHEET_WEEK_WORDINGS])
{
    wordings[0] = sheet_week_word(sheet, week);
    wordings[1] = week->kind == WEEK_BUILD ? NULL : words_kind_of_week(&sheet->words, week->kind);
    wordings[2] = "";
}
