/*
 * The strength page: a card for each exercise of the circuit, then warming up and cooling down; in
 * two columns, measured row by row, that go on overleaf. Plans without strength sessions have none.
 */
#include <string.h>

#include "print/figure.h"
#include "print/pages.h"
#include "print/typeset.h"

#define HEADING_ROOM (10 * MM)
#define PITCH        1.35 /* in type sizes */
#define FIGURE_SIDE  (21 * MM)
#define COLUMN_GAP   (8 * MM)
#define TEXT_GAP     (4 * MM)
#define CARD_GAP     (4 * MM)
#define AMOUNT_SHARE 0.6 /* of a card's first line, at most */
#define MOST_COLUMNS 2
#define LEAST_COLUMN (75 * MM) /* in the scale of the sheet */

/* What is to be done; FIGURE_COUNT: without a picture. */
struct exercise {
    enum figure figure;
    enum phrase name, amount, how;
};

struct section {
    enum phrase heading, intro;
    const struct exercise *exercises;
    size_t count;
};

#define EXERCISE(figure, key)                                                                      \
    {                                                                                              \
        figure, PHRASE_EXERCISE_##key, PHRASE_EXERCISE_##key##_AMOUNT, PHRASE_EXERCISE_##key##_HOW \
    }

static const struct exercise circuit[] = {
    EXERCISE(FIGURE_GLUTE_BRIDGE, GLUTE_BRIDGE),
    EXERCISE(FIGURE_MONSTER_WALK, MONSTER_WALK),
    EXERCISE(FIGURE_SIDE_LEG_LIFT, SIDE_LEG_LIFT),
    EXERCISE(FIGURE_SQUAT, SQUAT),
    EXERCISE(FIGURE_LUNGE, LUNGE),
    EXERCISE(FIGURE_CALF_RAISE, CALF_RAISE),
    EXERCISE(FIGURE_STEP_DOWN, STEP_DOWN),
};
static const struct exercise warm_up[] = {
    EXERCISE(FIGURE_COUNT, LEG_SWINGS),
    EXERCISE(FIGURE_COUNT, WALKING_LUNGES),
    EXERCISE(FIGURE_COUNT, SIDE_LUNGES),
    EXERCISE(FIGURE_COUNT, QUICK_FEET),
};
static const struct exercise cool_down[] = {
    EXERCISE(FIGURE_COUNT, THIGH_STRETCH),
    EXERCISE(FIGURE_COUNT, CALF_STRETCH),
    EXERCISE(FIGURE_COUNT, FORWARD_FOLD),
    EXERCISE(FIGURE_COUNT, HIP_STRETCH),
};

#define SECTION(heading, intro, list)                                                              \
    {                                                                                              \
        heading, intro, list, sizeof(list) / sizeof *(list)                                        \
    }
static const struct section sections[] = {
    SECTION(PHRASE_STRENGTH_CIRCUIT, PHRASE_STRENGTH_CIRCUIT_HOW, circuit),
    SECTION(PHRASE_STRENGTH_WARM_UP, PHRASE_STRENGTH_WARM_UP_HOW, warm_up),
    SECTION(PHRASE_STRENGTH_COOL_DOWN, PHRASE_STRENGTH_COOL_DOWN_HOW, cool_down),
};
#define SECTION_COUNT (sizeof sections / sizeof *sections)

static bool has_strength(const struct plan *plan)
{
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++)
                if (plan->weeks[w].days[d].sessions[i].kind == SESSION_STRENGTH)
                    return true;
    return false;
}

/* Draws on sheet `index`, or only measures where that is NO_SHEET. */
#define NO_SHEET ((size_t)-1)
struct strength_flow {
    struct page *page; /* only drawn on where `index` is a sheet */
    struct box body;
    size_t columns;
    size_t index, at; /* the sheet that is wanted, and the one that was reached */
    double y;
};

/* The width of a column where there are so many. */
static double width_of(const struct strength_flow *flow, size_t columns)
{
    double gaps = (double)(columns - 1) * COLUMN_GAP * flow->page->scale;
    return (flow->body.width - gaps) / (double)columns;
}

static double text_left(const struct page *page, const struct exercise *exercise)
{
    return exercise->figure == FIGURE_COUNT ? 0 : (FIGURE_SIDE + TEXT_GAP) * page->scale;
}

/* Whether all names stand uncut beside their amounts in columns of a width. */
static bool names_fit(const struct page *page, double width)
{
    struct type name = page_type(page, FONT_STRONG, SIZE_SESSION, INK_BLACK);
    struct type amount = page_type(page, FONT_STRONG, SIZE_BODY, INK_BLACK);
    const struct words *words = &page->words;
    for (size_t i = 0; i < SECTION_COUNT; i++)
        for (size_t e = 0; e < sections[i].count; e++) {
            const struct exercise *exercise = &sections[i].exercises[e];
            const char *how_much = words_phrase(words, exercise->amount);
            double taken = text_left(page, exercise) + PADDING +
                           canvas_text_width(page->canvas, &amount, how_much);
            if (!typeset_fits(page->canvas, &name, page->least, width - taken,
                              words_phrase(words, exercise->name)))
                return false;
        }
    return true;
}

static size_t column_count(const struct strength_flow *flow)
{
    size_t columns = MOST_COLUMNS;
    while (columns > 1 && (width_of(flow, columns) < LEAST_COLUMN * flow->page->scale ||
                           !names_fit(flow->page, width_of(flow, columns))))
        columns--;
    return columns;
}

static double column_width(const struct strength_flow *flow)
{
    return width_of(flow, flow->columns);
}

static bool is_drawn(const struct strength_flow *flow)
{
    return flow->at == flow->index;
}

/* Goes on to the next sheet where there isn't as much room left. */
static void need_height(struct strength_flow *flow, double height)
{
    if (flow->y + height <= flow->body.y + flow->body.height)
        return;
    flow->at++;
    flow->y = flow->body.y;
}

static double lines_height(const struct type *type, const struct paragraph *paragraph)
{
    return (double)paragraph->line_count * type->size * PITCH;
}

static void draw_lines(struct page *page, const struct type *type, double x, double y,
                       const struct paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->line_count; i++)
        canvas_text(page->canvas, type, x, y + type->size * (1 + PITCH * (double)i), ALIGN_LEFT,
                    paragraph->lines[i]);
}

/* A card's text beside its figure, and how high the card is. */
struct card_text {
    double left; /* of the text, within the card */
    struct type type;
    struct paragraph how;
    double name_room, height;
};

static struct card_text measure_card(const struct strength_flow *flow,
                                     const struct exercise *exercise)
{
    const struct page *page = flow->page;
    const double scale = page->scale;
    bool has_figure = exercise->figure != FIGURE_COUNT;
    struct card_text card = {
        .left = text_left(page, exercise),
        .type = page_type(page, FONT_REGULAR, SIZE_BODY, INK_BLACK),
        .name_room = page_size(page, SIZE_SESSION) * PITCH,
    };
    card.how = typeset_break(page->canvas, &card.type, column_width(flow) - card.left,
                             words_phrase(&page->words, exercise->how), page->arena);
    card.height = card.name_room + lines_height(&card.type, &card.how);
    if (has_figure && card.height < FIGURE_SIDE * scale)
        card.height = FIGURE_SIDE * scale;
    return card;
}

static void draw_card(const struct strength_flow *flow, const struct exercise *exercise,
                      const struct card_text *card, double x)
{
    struct page *page = flow->page;
    const double scale = page->scale;
    struct type name = page_type(page, FONT_STRONG, SIZE_SESSION, INK_BLACK);
    struct type amount = page_type(page, FONT_STRONG, SIZE_BODY, INK_BLACK);
    double left = x + card->left, width = column_width(flow) - card->left;
    double base = flow->y + name.size;
    if (exercise->figure != FIGURE_COUNT)
        figure_draw(page->canvas, exercise->figure,
                    (struct box){x, flow->y, FIGURE_SIDE * scale, FIGURE_SIDE * scale},
                    page->style->grey);
    double room = width * AMOUNT_SHARE;
    struct line_place place = {left + width - room, base, room, ALIGN_RIGHT};
    const char *how_much = words_phrase(&page->words, exercise->amount);
    double taken = canvas_text_width(page->canvas, &amount, how_much);
    taken = (taken < room ? taken : room) + PADDING;
    typeset_line(page->canvas, &name, page->least,
                 (struct line_place){left, base, width - taken, ALIGN_LEFT},
                 words_phrase(&page->words, exercise->name));
    typeset_line(page->canvas, &amount, page->least, place, how_much);
    draw_lines(page, &card->type, left, flow->y + card->name_room, &card->how);
}

/* A row of cards; never torn apart. */
static void add_row(struct strength_flow *flow, const struct exercise *exercises, size_t count)
{
    struct card_text cards[MOST_COLUMNS];
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        cards[i] = measure_card(flow, &exercises[i]);
        height = cards[i].height > height ? cards[i].height : height;
    }
    need_height(flow, height);
    for (size_t i = 0; i < count && is_drawn(flow); i++)
        draw_card(flow, &exercises[i], &cards[i],
                  flow->body.x + (double)i * (column_width(flow) + COLUMN_GAP * flow->page->scale));
    flow->y += height + CARD_GAP * flow->page->scale;
}

static void add_section(struct strength_flow *flow, const struct section *section)
{
    struct page *page = flow->page;
    const double scale = page->scale;
    struct type heading = page_type(page, FONT_STRONG, SIZE_HEADING, INK_BLACK);
    struct type intro = page_type(page, FONT_REGULAR, SIZE_TEXT, INK_BLACK);
    struct paragraph text = typeset_break(page->canvas, &intro, flow->body.width,
                                          words_phrase(&page->words, section->intro), page->arena);
    double height = HEADING_ROOM * scale + lines_height(&intro, &text) + CARD_GAP * scale;
    need_height(flow, height + measure_card(flow, section->exercises).height);
    if (is_drawn(flow)) {
        canvas_line(page->canvas, flow->body.x, flow->y, flow->body.x + flow->body.width, flow->y,
                    RULE_THICKNESS, INK_BLACK);
        typeset_line(page->canvas, &heading, page->least,
                     (struct line_place){flow->body.x, flow->y + HEADING_ROOM * scale * 0.7,
                                         flow->body.width, ALIGN_LEFT},
                     words_phrase(&page->words, section->heading));
        draw_lines(page, &intro, flow->body.x, flow->y + HEADING_ROOM * scale, &text);
    }
    flow->y += height;
    for (size_t i = 0; i < section->count; i += flow->columns)
        add_row(flow, &section->exercises[i],
                section->count - i < flow->columns ? section->count - i : flow->columns);
}

/* Returns the number of sheets. */
static size_t lay_out(struct page *page, size_t index)
{
    struct strength_flow flow = {.page = page, .body = page_text_body(page), .index = index};
    flow.y = flow.body.y;
    flow.columns = column_count(&flow);
    for (size_t i = 0; i < SECTION_COUNT; i++)
        add_section(&flow, &sections[i]);
    return flow.at + 1;
}

size_t strength_page_count(const struct page *page)
{
    struct page measured = *page; /* nothing is drawn on it */
    return has_strength(page->plan) ? lay_out(&measured, NO_SHEET) : 0;
}

const char *strength_page_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_STRENGTH_PAGE, index);
}

void strength_page_draw(struct page *page, size_t index)
{
    const char *subtitle = words_phrase(&page->words, PHRASE_STRENGTH_SUBTITLE);
    const char *stop = strstr(subtitle, ". "); /* what follows the first sentence matters more */
    const char *const subtitles[] = {subtitle, stop ? stop + strlen(". ") : NULL, ""};
    page_header(page, words_phrase(&page->words, PHRASE_STRENGTH_PAGE), subtitles, 3);
    lay_out(page, index);
    page_footer(page);
}
