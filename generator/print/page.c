/* Pages: header, footer and the small things that all pages share. */
#include "print/page.h"

#include <math.h>

#include "print/session_mark.h"
#include "print/typeset.h"

#define FOOTER_ROOM       (13 * MM) /* of the legend and the line below it */
#define TALL_FOOTER       (21 * MM) /* in portrait, where the legend may need two lines */
#define HEADER_ROOM       (12 * MM) /* in landscape: title and subtitle in one line */
#define TALL_HEADER       (19 * MM) /* in portrait: one below the other */
#define LEAST_TITLE       11.0
#define LINE_FOOTER       (8 * MM)    /* where no legend stands */
#define SUBTITLE_BASE     (14.5 * MM) /* baseline, below the top of the live box */
#define RUNNER_SHARE      0.3         /* of the width, at most */
#define TALL_RUNNER_SHARE 0.45
#define GAP               (8 * MM)
#define LEGEND_TAG        (6 * MM) /* side */
#define LEGEND_PITCH      1.15     /* from line to line, in tags */
#define DENSE_LEGEND      0.87     /* of its size, where that saves a line */
#define DENSEST_LEGEND    0.72     /* and where there are more lines than room */
#define LEGEND_BOTTOM     (4 * MM) /* below it: one line of text */
#define LEGEND_GAP        (3.5 * MM)

double page_size(const struct page *page, enum size size)
{
    double scaled = size == SIZE_LEAST ? 0 : page->style->sizes[size] * page->scale;
    return scaled > page->least ? scaled : page->least;
}

struct type page_type(const struct page *page, enum font font, enum size size, struct ink ink)
{
    return (struct type){font, page_size(page, size), ink};
}

static bool is_landscape(const struct page *page)
{
    return page->live.width > page->live.height;
}

struct box page_body(const struct page *page)
{
    const struct box live = page->live;
    double header = (is_landscape(page) ? HEADER_ROOM : TALL_HEADER) * page->scale;
    double footer = (is_landscape(page) ? FOOTER_ROOM : TALL_FOOTER) * page->scale;
    return (struct box){live.x, live.y + header, live.width, live.height - header - footer};
}

struct box page_text_body(const struct page *page)
{
    struct box body = page_body(page);
    body.height = page->live.y + page->live.height - LINE_FOOTER * page->scale - body.y;
    return body;
}

static double runner_room(const struct page *page)
{
    return page->live.width * (is_landscape(page) ? RUNNER_SHARE : TALL_RUNNER_SHARE);
}

/* What the runner's name leaves of the line that it shares with the title. */
static double header_room(const struct page *page)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_SUBTITLE, INK_BLACK);
    const char *runner = page->plan->runner.name;
    double width = runner ? canvas_text_width(page->canvas, &type, runner) + GAP : 0;
    return page->live.width - fmin(width, runner_room(page) + GAP);
}

/* In landscape the subtitle shares the line, and the title leaves it room. */
static double title_room(const struct page *page)
{
    return is_landscape(page) ? header_room(page) / 2 : header_room(page);
}

static struct type title_type(const struct page *page)
{
    return page_type(page, FONT_STRONG, SIZE_TITLE, INK_BLACK);
}

bool page_title_fits(const struct page *page, const char *title)
{
    struct type type = title_type(page);
    return typeset_fits(page->canvas, &type, LEAST_TITLE * page->scale, title_room(page), title);
}

void page_header(struct page *page, const char *title, const char *const *subtitles,
                 size_t subtitle_count)
{
    const struct box live = page->live;
    const double scale = page->scale, base = live.y + PAGE_TITLE_BASE * scale;
    struct type type = title_type(page);
    struct type runner = page_type(page, FONT_STRONG, SIZE_SUBTITLE, INK_BLACK);
    struct type subtitle = page_type(page, FONT_REGULAR, SIZE_SUBTITLE, INK_BLACK);
    double room = runner_room(page);
    struct line_place place = {live.x + live.width - room, base, room, ALIGN_RIGHT};
    if (page->plan->runner.name)
        typeset_line(page->canvas, &runner, page->least, place, page->plan->runner.name);
    place = (struct line_place){live.x, base, title_room(page), ALIGN_LEFT};
    double taken = GAP + typeset_line(page->canvas, &type, LEAST_TITLE * scale, place, title);
    place = (struct line_place){live.x + taken, base, header_room(page) - taken, ALIGN_LEFT};
    if (!is_landscape(page))
        place = (struct line_place){live.x, live.y + SUBTITLE_BASE * scale, live.width, ALIGN_LEFT};
    typeset_fit(page->canvas, &subtitle, page->least, place, subtitles, subtitle_count);
}

void page_session_mark(struct page *page, enum session_kind kind, struct box box,
                       double letter_size)
{
    session_mark_draw(page->canvas, &page->style->tags[kind], box,
                      fmax(letter_size * page->scale, page->least));
    page->tags[kind] = true;
}

/* Both races share a tag, and one entry will do. */
static bool is_in_legend(const struct page *page, size_t kind)
{
    return page->tags[kind] && !(kind == SESSION_TUNE_UP && page->tags[SESSION_RACE]);
}

static void draw_legend_entry(struct page *page, enum session_kind kind, const struct type *type,
                              struct box box)
{
    const struct session_mark *tag = &page->style->tags[kind];
    session_mark_draw(page->canvas, tag, box, type->size);
    if (session_mark_is_light(tag))
        canvas_frame(page->canvas, box, GRID_THICKNESS, page->style->grey);
    canvas_text(page->canvas, type, box.x + box.width + PADDING / 2, box.y + box.height * 0.7,
                ALIGN_LEFT, words_session_kind(&page->words, kind));
}

/* Draws the legend from `top` on, or only measures it; returns the height of its lines. */
static double lay_out_legend(struct page *page, double top, double size, bool draw)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_LEGEND, INK_BLACK);
    type.size = type.size * size > page->least ? type.size * size : page->least;
    const double left = page->live.x, right = left + page->live.width;
    const double side = LEGEND_TAG * size * page->scale, pitch = LEGEND_PITCH * side;
    double x = left, y = top;
    for (size_t kind = 0; kind < SESSION_KIND_COUNT; kind++) {
        if (!is_in_legend(page, kind))
            continue;
        const char *word = words_session_kind(&page->words, (enum session_kind)kind);
        double width = side + PADDING / 2 + canvas_text_width(page->canvas, &type, word);
        if (x > left && x + width > right) {
            x = left;
            y += pitch;
        }
        if (draw)
            draw_legend_entry(page, (enum session_kind)kind, &type, (struct box){x, y, side, side});
        x += width + LEGEND_GAP * size * page->scale;
    }
    return y + pitch - top;
}

static void draw_legend(struct page *page, double bottom)
{
    double size = 1, height = lay_out_legend(page, 0, size, false);
    double room = (is_landscape(page) ? FOOTER_ROOM : TALL_FOOTER) - LEGEND_BOTTOM;
    if (height > 1.5 * LEGEND_PITCH * LEGEND_TAG * page->scale) {
        size = DENSE_LEGEND;
        height = lay_out_legend(page, 0, size, false);
    }
    if (height > room * page->scale) {
        size = DENSEST_LEGEND;
        height = lay_out_legend(page, 0, size, false);
    }
    lay_out_legend(page, bottom - height, size, true);
}

void page_footer(struct page *page)
{
    const struct box live = page->live;
    const double scale = page->scale, bottom = live.y + live.height;
    draw_legend(page, bottom - LEGEND_BOTTOM * scale);
    struct type type = page_type(page, FONT_REGULAR, SIZE_DETAIL, INK_BLACK);
    struct type grey = page_type(page, FONT_REGULAR, SIZE_DETAIL, page->style->grey);
    const char *paging = SAY(&page->words, PHRASE_PAGE_OF, words_count(&page->words, page->number),
                             words_count(&page->words, page->of));
    double base = bottom - 1 * MM * scale;
    canvas_text(page->canvas, &grey, live.x, base, ALIGN_LEFT, paging);
    double taken = canvas_text_width(page->canvas, &grey, paging) + GAP;
    const char *paces[WORDS_PACES];
    words_paces_wordings(&page->words, &page->plan->paces, paces);
    typeset_fit(page->canvas, &type, page->least,
                (struct line_place){live.x + taken, base, live.width - taken, ALIGN_RIGHT}, paces,
                WORDS_PACES);
}

void page_tick_box(struct page *page, double x, double y, struct ink ink)
{
    double size = TICK_BOX_SIZE * page->scale;
    canvas_frame(page->canvas, (struct box){x, y, size, size}, TICK_THICKNESS, ink);
}

const char *page_days_to_go(const struct page *page, int date)
{
    int days = page->plan->race.date == NO_DATE ? 0 : page->plan->race.date - date;
    if (days <= 0)
        return NULL;
    return SAY(&page->words, days == 1 ? PHRASE_DAY_TO_GO : PHRASE_DAYS_TO_GO,
               words_count(&page->words, (size_t)days), words_day(&page->words, date));
}

const char *page_bookmark(const struct page *page, enum phrase title, size_t index)
{
    const char *name = words_phrase(&page->words, title);
    return index
               ? SAY(&page->words, PHRASE_SHEET_OF_PAGE, name, words_count(&page->words, index + 1))
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

const char *page_week_word(const struct page *page, const struct week *week)
{
    /* That weeks build on each other is what is expected, and not worth a word. */
    const char *word = week->kind == WEEK_BUILD ? words_phase(&page->words, week->phase)
                                                : words_week_kind(&page->words, week);
    const struct session *race = goal_race(page->plan, week);
    return race ? arena_printf(page->arena, "%s +%s", word,
                               words_distance(&page->words, race->distance))
                : word;
}

void page_week_words(const struct page *page, const struct week *week,
                     const char *wordings[SHEET_WEEK_WORDINGS])
{
    wordings[0] = page_week_word(page, week);
    wordings[1] = week->kind == WEEK_BUILD ? NULL : words_kind_of_week(&page->words, week);
    wordings[2] = "";
}
