/*
 * The rules page: every rule in force with its settings, reason and source; what gave way, and what
 * was switched off. Blocks of lines that flow over pages and are never torn apart.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "print/pages.h"
#include "print/typeset.h"
#include "words/message.h"

#define PITCH     1.4 /* line distance in type sizes */
#define BLOCK_GAP 7.0 /* points between blocks */

/* A line with its look; `top` is the height of its block's start on its page. */
struct flow_line {
    struct type type;
    const char *string;
    bool starts_block;
    double y;    /* baseline below the top of the page's body, once placed */
    size_t page; /* once placed */
};

struct rules_flow {
    const struct page *page;
    struct flow_line *lines;
    size_t count;
    bool at_block_start;
};

static void add_flow_line(struct rules_flow *flow, enum font font, enum size size, struct ink ink,
                          const char *string)
{
    const struct page *page = flow->page;
    struct type type = page_type(page, font, size, ink);
    if (!string || !string[0])
        return;
    struct paragraph paragraph =
        typeset_break(page->canvas, &type, page->live.width, string, page->arena);
    for (size_t i = 0; i < paragraph.line_count; i++) {
        flow->lines = memory_resize(flow->lines, flow->count + 1, sizeof *flow->lines);
        flow->lines[flow->count++] =
            (struct flow_line){type, paragraph.lines[i], flow->at_block_start, 0, 0};
        flow->at_block_start = false;
    }
}

static void add_heading(struct rules_flow *flow, enum phrase heading)
{
    flow->at_block_start = true;
    add_flow_line(flow, FONT_STRONG, SIZE_HEADING, INK_BLACK,
                  words_phrase(&flow->page->words, heading));
}

static const char *settings_line(const struct words *words, const struct plan_rule *rule)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < rule->setting_count; i++)
        text_printf(&text, "%s%s = %s", i ? " · " : "", rule->settings[i].name,
                    rule->settings[i].value);
    const char *line = rule->setting_count ? SAY(words, PHRASE_SETTINGS, text_string(&text)) : NULL;
    text_release(&text);
    return line;
}

static void add_rule(struct rules_flow *flow, const struct plan_rule *rule)
{
    const struct words *words = &flow->page->words;
    const char *const facts[] = {
        rule->id,
        words_phrase(words, rule->level == RULE_MUST ? PHRASE_LEVEL_MUST : PHRASE_LEVEL_SHOULD),
        rule->script ? words_phrase(words, PHRASE_CUSTOM_RULE) : NULL,
    };
    add_flow_line(
        flow, FONT_STRONG, SIZE_SESSION, INK_BLACK,
        arena_printf(words->arena, "%s (%s)",
                     rule->title ? words_translate(words, rule->title) : rule->id,
                     words_join(words->arena, ", ", facts, sizeof facts / sizeof *facts)));
    add_flow_line(flow, FONT_REGULAR, SIZE_BODY, INK_BLACK, words_translate(words, rule->why));
    add_flow_line(flow, FONT_REGULAR, SIZE_BODY, INK_BLACK, settings_line(words, rule));
    if (rule->source)
        add_flow_line(flow, FONT_REGULAR, SIZE_BODY, flow->page->style->grey,
                      SAY(words, PHRASE_SOURCE, words_translate(words, rule->source)));
    flow->at_block_start = true;
}

/* The rules that are on, or those that are off; the heading stays with the first of them. */
static void add_rules(struct rules_flow *flow, enum phrase heading, bool off)
{
    const struct plan *plan = flow->page->plan;
    bool is_first = true;
    for (size_t i = 0; i < plan->rule_count; i++) {
        if (plan->rules[i].off != off)
            continue;
        if (is_first)
            add_heading(flow, heading);
        is_first = false;
        add_rule(flow, &plan->rules[i]);
    }
}

static void add_gave_way(struct rules_flow *flow)
{
    const struct plan *plan = flow->page->plan;
    if (plan->exception_count)
        add_heading(flow, PHRASE_GAVE_WAY);
    for (size_t i = 0; i < plan->exception_count; i++) {
        const struct exception *item = &plan->exceptions[i];
        const struct words *words = &flow->page->words;
        const char *const where[] = {
            SAY(words, PHRASE_WEEK_NUMBER, words_count(words, (size_t)item->week)),
            item->date == NO_DATE ? NULL : words_date(words, item->date),
        };
        const char *what = message_phrase(words, item->text);
        add_flow_line(flow, FONT_REGULAR, SIZE_BODY, INK_BLACK,
                      arena_printf(words->arena, "%s · %s: %s",
                                   words_join(words->arena, ", ", where, 2), item->rule,
                                   what ? what : words_phrase(words, PHRASE_COULD_NOT_BE_KEPT)));
        flow->at_block_start = true;
    }
}

/* What the weeks were to hold and lack. */
static void add_given_up(struct rules_flow *flow)
{
    const struct plan *plan = flow->page->plan;
    const struct words *words = &flow->page->words;
    bool has_heading = plan->exception_count > 0;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t i = 0; i < plan->weeks[w].gave_up_count; i++) {
            const struct gave_up *item = &plan->weeks[w].gave_up[i];
            if (!week_lacks(&plan->weeks[w], item->what))
                continue;
            if (!has_heading)
                add_heading(flow, PHRASE_GAVE_WAY);
            has_heading = true;
            add_flow_line(flow, FONT_REGULAR, SIZE_BODY, INK_BLACK,
                          arena_printf(words->arena, "%s · %s",
                                       SAY(words, PHRASE_WEEK_NUMBER,
                                           words_count(words, (size_t)plan->weeks[w].number)),
                                       message_given_up(words, item)));
            flow->at_block_start = true;
        }
}

static double line_height(const struct flow_line *line)
{
    return line->type.size * PITCH;
}

/* Gives every line its page and height; returns the number of pages. */
static size_t place_lines(struct rules_flow *flow, double height)
{
    size_t page = 0;
    double y = 0;
    for (size_t i = 0; i < flow->count;) {
        size_t end = i + 1;
        double block = line_height(&flow->lines[i]);
        for (; end < flow->count && !flow->lines[end].starts_block; end++)
            block += line_height(&flow->lines[end]);
        if (y > 0 && y + block > height) {
            page++;
            y = 0;
        }
        for (; i < end; i++) {
            if (y + line_height(&flow->lines[i]) > height &&
                y > 0) { /* a block longer than a page */
                page++;
                y = 0;
            }
            y += line_height(&flow->lines[i]);
            flow->lines[i].y = y;
            flow->lines[i].page = page;
        }
        y += BLOCK_GAP * flow->page->scale;
    }
    return page + 1;
}

/* The whole text, placed; flow.lines is freed by the caller. */
static struct rules_flow flow_make(const struct page *page, size_t *pages)
{
    struct rules_flow flow = {.page = page, .at_block_start = true};
    add_gave_way(&flow);
    add_given_up(&flow);
    add_rules(&flow, PHRASE_SWITCHED_OFF, true);
    add_rules(&flow, PHRASE_IN_FORCE, false);
    if (page->plan->rule_count == 0)
        add_flow_line(&flow, FONT_REGULAR, SIZE_BODY, INK_BLACK,
                      words_phrase(&page->words, PHRASE_NO_RULES));
    *pages = place_lines(&flow, page_text_body(page).height);
    return flow;
}

size_t rules_page_count(const struct page *page)
{
    size_t pages;
    free(flow_make(page, &pages).lines);
    return pages;
}

const char *rules_page_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_RULES_PAGE, index);
}

void rules_page_draw(struct page *page, size_t index)
{
    const struct plan *plan = page->plan;
    const char *to_go = plan->week_count ? page_days_to_go(page, plan->weeks[0].start) : NULL;
    const char *subtitles[2] = {NULL, to_go};
    if (plan->race.name && to_go)
        subtitles[0] = arena_printf(page->arena, "%s · %s", plan->race.name, to_go);
    page_header(page, words_phrase(&page->words, PHRASE_RULES_PAGE), subtitles, 2);
    struct box body = page_text_body(page);
    size_t pages;
    struct rules_flow flow = flow_make(page, &pages);
    for (size_t i = 0; i < flow.count; i++)
        if (flow.lines[i].page == index)
            canvas_text(page->canvas, &flow.lines[i].type, body.x, body.y + flow.lines[i].y,
                        ALIGN_LEFT, flow.lines[i].string);
    free(flow.lines);
    page_footer(page);
}
