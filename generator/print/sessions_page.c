/*
 * The sessions page: how each kind of session of the plan is run, once for the whole plan; the
 * exercises of the strength circuit; warming up and cooling down. Entries flow through columns.
 */
#include <string.h>

#include "print/exercises.h"
#include "print/flow.h"
#include "print/pages.h"
#include "words/session_kinds.h"
#include "print/session_mark.h"

#define MOST_COLUMNS 2
#define LEAST_COLUMN (80 * MM) /* in the scale of the sheet */
#define TAG_SIDE     (4.6 * MM)
#define TAG_GAP      (1.6 * MM)
#define ENTRY_GAP    (2.4 * MM)
#define HEADING_ROOM (8.5 * MM)
#define HEADING_BASE (6 * MM)
#define FIGURE_SIDE  (21 * MM)
#define TEXT_GAP     (3 * MM)
#define AMOUNT_SHARE 0.6 /* of a card's first line, at most */
#define TITLE_PITCH  1.3

static struct type text_type(const struct page *page)
{
    return page_type(page, FONT_REGULAR, SIZE_NAME, INK_BLACK);
}

static struct type title_type(const struct page *page)
{
    return page_type(page, FONT_STRONG, SIZE_SUBTITLE, INK_BLACK);
}

/* A heading, never alone at the foot of a column. */
static void add_heading(struct flow *flow, const char *string)
{
    struct page *page = flow->page;
    struct box box;
    struct type type = page_type(page, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    const double scale = page->scale;
    flow_skip(flow, ENTRY_GAP * scale);
    if (!flow_take(flow, HEADING_ROOM * scale, FIGURE_SIDE * 2 * scale, &box))
        return;
    canvas_line(page->canvas, box.x, box.y, box.x + box.width, box.y, RULE_THICKNESS, INK_BLACK);
    typeset_line(page->canvas, &type, page->least,
                 (struct line_place){box.x, box.y + HEADING_BASE * scale, box.width, ALIGN_LEFT},
                 string);
}

static void add_text(struct flow *flow, const char *string)
{
    struct page *page = flow->page;
    struct type type = text_type(page);
    struct box box;
    struct paragraph text = typeset_break(page->canvas, &type, flow->width, string, page->arena);
    if (flow_take(flow, flow_lines_height(&type, &text), 0, &box))
        flow_draw_lines(page, &type, box.x, box.y, &text);
    flow_skip(flow, ENTRY_GAP * page->scale);
}

/* --- sessions --------------------------------------------------------------------------------- */

static bool has_tag(const struct page *page, enum session_kind kind)
{
    return session_kind_is_run(kind) && page->style->tags[kind].letter;
}

static void draw_tag(struct page *page, enum session_kind kind, double x, double y)
{
    double side = TAG_SIDE * page->scale;
    session_mark_square(page->canvas, &page->style->tags[kind], (struct box){x, y, side, side},
                        page_size(page, SIZE_SMALL));
}

/* A kind of session: its tag, its title, and below it what the plan says of it. */
static void add_entry(struct flow *flow, const struct kind_entry *entry)
{
    struct page *page = flow->page;
    struct type title = title_type(page), type = text_type(page);
    double tag = has_tag(page, entry->kind) ? (TAG_SIDE + TAG_GAP) * page->scale : 0;
    struct paragraph heads =
        typeset_break(page->canvas, &title, flow->width - tag, entry->title, page->arena);
    struct paragraph text = {0};
    if (entry->text)
        text = typeset_break(page->canvas, &type, flow->width, entry->text, page->arena);
    double head = flow_lines_height(&title, &heads);
    struct box box;
    if (flow_take(flow, head + flow_lines_height(&type, &text), 0, &box)) {
        if (tag > 0)
            draw_tag(page, entry->kind, box.x, box.y);
        flow_draw_lines(page, &title, box.x + tag, box.y, &heads);
        flow_draw_lines(page, &type, box.x, box.y + head, &text);
    }
    flow_skip(flow, ENTRY_GAP * page->scale);
}

/* The tags of the kinds that a note is for; returns their width. `draw` false: only measured. */
static double lay_out_tags(struct page *page, const struct kind_note *note, double x, double y,
                           bool draw)
{
    double step = (TAG_SIDE + TAG_GAP / 2) * page->scale, width = 0;
    for (size_t kind = 0; kind < SESSION_KIND_COUNT; kind++) {
        bool is_twin = kind == SESSION_TUNE_UP && note->is_for[SESSION_RACE];
        if (!note->is_for[kind] || is_twin || !has_tag(page, (enum session_kind)kind))
            continue;
        if (draw)
            draw_tag(page, (enum session_kind)kind, x + width, y);
        width += step;
    }
    return width;
}

/* What is said of several kinds: their tags in a line, the text below it. */
static void add_shared(struct flow *flow, const struct kind_note *note)
{
    struct page *page = flow->page;
    struct type type = text_type(page);
    struct paragraph text =
        typeset_break(page->canvas, &type, flow->width, note->text, page->arena);
    double tags = lay_out_tags(page, note, 0, 0, false) > 0 ? (TAG_SIDE + TAG_GAP / 2) : 0;
    struct box box;
    tags *= page->scale;
    if (flow_take(flow, tags + flow_lines_height(&type, &text), 0, &box)) {
        lay_out_tags(page, note, box.x, box.y, true);
        flow_draw_lines(page, &type, box.x, box.y + tags, &text);
    }
    flow_skip(flow, ENTRY_GAP * page->scale);
}

/* --- exercises -------------------------------------------------------------------------------- */

static double figure_room(const struct page *page, const struct exercise *exercise)
{
    return exercise->figure == FIGURE_COUNT ? 0 : (FIGURE_SIDE + TEXT_GAP) * page->scale;
}

/* Name and amount in one line, or one below the other. */
struct card {
    double left, width; /* of the text */
    struct type name, amount, text;
    struct paragraph names, how;
    bool is_amount_below;
    double height;
};

static struct card measure_card(const struct flow *flow, const struct exercise *exercise)
{
    const struct page *page = flow->page;
    const struct words *words = &page->words;
    struct card card = {
        .left = figure_room(page, exercise),
        .name = title_type(page),
        .amount = page_type(page, FONT_STRONG, SIZE_DETAIL, INK_BLACK),
        .text = text_type(page),
    };
    card.width = flow->width - card.left;
    double amount =
        canvas_text_width(page->canvas, &card.amount, words_phrase(words, exercise->amount));
    card.is_amount_below =
        !typeset_fits(page->canvas, &card.name, card.name.size, card.width - amount - PADDING,
                      words_phrase(words, exercise->name));
    card.names = typeset_break(page->canvas, &card.name, card.width,
                               words_phrase(words, exercise->name), page->arena);
    card.how = typeset_break(page->canvas, &card.text, card.width,
                             words_phrase(words, exercise->how), page->arena);
    card.height = flow_lines_height(&card.name, &card.names) +
                  (card.is_amount_below ? card.amount.size * TITLE_PITCH : 0) +
                  flow_lines_height(&card.text, &card.how);
    if (card.left > 0 && card.height < FIGURE_SIDE * page->scale)
        card.height = FIGURE_SIDE * page->scale;
    return card;
}

static void draw_card(struct page *page, const struct exercise *exercise, const struct card *card,
                      struct box box)
{
    double side = FIGURE_SIDE * page->scale, left = box.x + card->left, y = box.y;
    const char *amount = words_phrase(&page->words, exercise->amount);
    if (exercise->figure != FIGURE_COUNT)
        figure_draw(page->canvas, exercise->figure, (struct box){box.x, box.y, side, side},
                    page->style->grey);
    flow_draw_lines(page, &card->name, left, y, &card->names);
    y += flow_lines_height(&card->name, &card->names);
    if (card->is_amount_below) {
        typeset_line(page->canvas, &card->amount, page->least,
                     (struct line_place){left, y + card->amount.size, card->width, ALIGN_LEFT},
                     amount);
        y += card->amount.size * TITLE_PITCH;
    } else {
        canvas_text(page->canvas, &card->amount, left + card->width, box.y + card->name.size,
                    ALIGN_RIGHT, amount);
    }
    flow_draw_lines(page, &card->text, left, y, &card->how);
}

static void add_section(struct flow *flow, const struct exercise_section *section)
{
    const struct words *words = &flow->page->words;
    add_heading(flow, words_phrase(words, section->heading));
    add_text(flow, words_phrase(words, section->intro));
    for (size_t i = 0; i < section->count; i++) {
        const struct exercise *exercise = &section->exercises[i];
        struct card card = measure_card(flow, exercise);
        struct box box;
        if (flow_take(flow, card.height, 0, &box))
            draw_card(flow->page, exercise, &card, box);
        flow_skip(flow, ENTRY_GAP * flow->page->scale);
    }
}

/* --- the page --------------------------------------------------------------------------------- */

static bool has_kind(const struct session_kinds *kinds, enum session_kind kind)
{
    for (size_t i = 0; i < kinds->entry_count; i++)
        if (kinds->entries[i].kind == kind)
            return true;
    return false;
}

/* Whether something is run that is worth its own warm-up. */
static bool has_quick_running(const struct session_kinds *kinds)
{
    static const enum session_kind quick[] = {SESSION_UPHILL, SESSION_DOWNHILL, SESSION_TEMPO,
                                              SESSION_INTERVALS, SESSION_RACE_PACE};
    for (size_t i = 0; i < sizeof quick / sizeof *quick; i++)
        if (has_kind(kinds, quick[i]))
            return true;
    return false;
}

/* Returns the number of sheets. */
static size_t lay_out_with(struct page *page, size_t wanted, double gaps)
{
    struct session_kinds kinds = session_kinds_make(&page->words, page->plan);
    struct flow flow = flow_make(page, wanted, MOST_COLUMNS, LEAST_COLUMN * page->scale);
    flow.gaps = gaps;
    if (kinds.entry_count == 0)
        return 0;
    for (size_t i = 0; i < kinds.entry_count; i++)
        add_entry(&flow, &kinds.entries[i]);
    if (kinds.shared_count)
        add_heading(&flow, words_phrase(&page->words, PHRASE_SESSIONS_SHARED));
    for (size_t i = 0; i < kinds.shared_count; i++)
        add_shared(&flow, &kinds.shared[i]);
    if (has_kind(&kinds, SESSION_STRENGTH))
        add_section(&flow, &exercise_sections[SECTION_STRENGTH]);
    if (has_quick_running(&kinds)) {
        add_section(&flow, &exercise_sections[SECTION_WARM_UP]);
        add_section(&flow, &exercise_sections[SECTION_COOL_DOWN]);
    }
    return flow_sheets(&flow);
}

/* With blocks as far apart as costs no sheet. */
static size_t lay_out(struct page *page, size_t wanted)
{
    static const double closer[] = {1, 0.7, 0.4};
    struct page measured = *page; /* nothing is drawn on it */
    size_t last = sizeof closer / sizeof *closer - 1, i = 0;
    size_t least = lay_out_with(&measured, FLOW_NO_SHEET, closer[last]);
    while (i < last && lay_out_with(&measured, FLOW_NO_SHEET, closer[i]) > least)
        i++;
    return wanted == FLOW_NO_SHEET ? least : lay_out_with(page, wanted, closer[i]);
}

size_t sessions_page_count(const struct page *page)
{
    struct page measured = *page; /* nothing is drawn on it */
    return lay_out(&measured, FLOW_NO_SHEET);
}

const char *sessions_page_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_SESSIONS_PAGE, index);
}

void sessions_page_draw(struct page *page, size_t index)
{
    const char *subtitle = words_phrase(&page->words, PHRASE_SESSIONS_SUBTITLE);
    const char *const subtitles[] = {subtitle, ""};
    page_header(page, words_phrase(&page->words, PHRASE_SESSIONS_PAGE), subtitles, 2);
    lay_out(page, index);
    page_footer(page);
}
