/* Print: which pages a plan gets, on which paper, in which order. */
#include "print/print.h"

#include "print/canvas.h"
#include "print/pages.h"
#include "print/plan_words.h"

#define HALF_SCALE 0.8 /* of type on half a sheet */

/* A kind of page (print/pages.h). */
struct page_maker {
    size_t (*count)(const struct page *page);
    const char *(*bookmark)(const struct page *page, size_t index);
    void (*draw)(struct page *page, size_t index);
    bool is_landscape;
};

#define IS_LANDSCAPE true
#define IS_UPRIGHT   false
#define PAGE_MAKER(kind, functions, turn)                                                          \
    [kind] = {functions##_count, functions##_bookmark, functions##_draw, IS_##turn},
static const struct page_maker page_makers[PAGE_KIND_COUNT] = {PAGE_MAKERS(PAGE_MAKER)};

/* Where pages come from: an upright page of the plan, in points; two of them on a sheet. */
struct press {
    struct page page;
    double width, height, margin;
    bool is_two_up;
    bool is_half_full; /* a sheet waits for its second page, */
    bool is_turned;    /* which it takes if that is turned the same way */
};

static struct press press_make(const struct plan *plan, const struct page_style *style)
{
    const struct paper_style *paper = &style->papers[plan->print.paper];
    const struct print_scale *scale = plan->print.is_large ? &paper->large : &paper->usual;
    struct press press = {
        .page = {.plan = plan,
                 .style = style,
                 .scale = scale->scale,
                 .least = scale->least,
                 .least_distance = scale->least_distance},
        .width = paper->width_mm * MM,
        .height = paper->height_mm * MM,
        .margin = paper->margin_mm * MM,
        .is_two_up = plan->print.is_two_up,
    };
    if (press.is_two_up) {
        double width = press.width;
        press.width = press.height / 2;
        press.height = width;
        press.page.scale *= HALF_SCALE;
    }
    return press;
}

static void turn_page(struct press *press, bool is_landscape)
{
    double width = is_landscape ? press->height : press->width, margin = press->margin;
    double height = is_landscape ? press->width : press->height;
    press->page.live = (struct box){margin, margin, width - 2 * margin, height - 2 * margin};
}

/* Begins a page: on a sheet of its own, or on the free half of the last one. */
static void begin_page(struct press *press, bool is_landscape, const char *bookmark)
{
    struct canvas *canvas = press->page.canvas;
    double width = is_landscape ? press->height : press->width;
    double height = is_landscape ? press->width : press->height;
    if (!press->is_two_up) {
        canvas_begin_page(canvas, width, height);
    } else if (press->is_half_full && press->is_turned == is_landscape) {
        canvas_move_origin(canvas, is_landscape ? 0 : width, is_landscape ? height : 0);
        press->is_half_full = false;
    } else {
        canvas_begin_page(canvas, is_landscape ? width : 2 * width,
                          is_landscape ? 2 * height : height);
        press->is_half_full = true;
        press->is_turned = is_landscape;
    }
    canvas_bookmark(canvas, bookmark);
}

static void draw_pages(struct press *press, const struct page_maker *maker)
{
    struct page *page = &press->page;
    turn_page(press, maker->is_landscape);
    size_t count = maker->count(page);
    for (size_t i = 0; i < count; i++) {
        page->number++;
        for (size_t kind = 0; kind < SESSION_KIND_COUNT; kind++)
            page->tags[kind] = false;
        begin_page(press, maker->is_landscape, maker->bookmark(page, i));
        maker->draw(page, i);
    }
}

/* The kinds that a plan is to have, each once. */
struct choice {
    enum page_kind pages[PAGE_KIND_COUNT];
    size_t count;
    bool is_there[PAGE_KIND_COUNT];
};

/* The exercises are among the sessions. */
static void choose(struct choice *choice, enum page_kind kind)
{
    kind = kind == PAGE_STRENGTH ? PAGE_SESSIONS : kind;
    if (!choice->is_there[kind])
        choice->pages[choice->count++] = kind;
    choice->is_there[kind] = true;
}

static struct choice choose_pages(const struct print_preferences *print,
                                  const struct page_style *style)
{
    const enum page_kind *asked = print->page_count ? print->pages : style->pages;
    size_t count = print->page_count ? print->page_count : style->page_count;
    struct choice choice = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        if (asked[i] != PAGE_ALL)
            choose(&choice, asked[i]);
        for (size_t kind = 0; asked[i] == PAGE_ALL && kind < PAGE_ALL; kind++)
            choose(&choice, (enum page_kind)kind);
    }
    return choice;
}

static size_t count_pages(struct press *press, const enum page_kind *pages, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct page_maker *maker = &page_makers[pages[i]];
        turn_page(press, maker->is_landscape);
        sum += maker->count(&press->page);
    }
    return sum;
}

static void draw_plan(struct press *press, struct error *error)
{
    struct choice choice = choose_pages(&press->page.plan->print, press->page.style);
    press->page.of = count_pages(press, choice.pages, choice.count);
    if (press->page.of == 0) {
        error_warn(
            error, NULL, 0, 0,
            "the plan has nothing for the pages that are asked for; its overview is printed");
        choice = (struct choice){.pages = {PAGE_OVERVIEW}, .count = 1};
        press->page.of = count_pages(press, choice.pages, choice.count);
    }
    for (size_t i = 0; i < choice.count; i++)
        draw_pages(press, &page_makers[choice.pages[i]]);
}

bool print_plan(const struct plan *plan, const struct page_style *style,
                const struct language *language, const char *program, struct text *out,
                struct error *error)
{
    struct press press = press_make(plan, style);
    struct page *page = &press.page;
    page->arena = arena_new();
    page->week_sheets = arena_array(page->arena, plan->week_count, sizeof *page->week_sheets);
    page->words = (struct words){page->arena, plan->units, language};
    page->canvas = canvas_new(plan_words_title(page), plan->runner.name, program, error);
    bool is_saved = false;
    if (page->canvas) {
        canvas_set_inks(page->canvas, plan->print.is_mono, plan->print.saves_ink);
        draw_plan(&press, error);
        is_saved = canvas_save(page->canvas, out);
    }
    arena_free(page->arena);
    canvas_free(page->canvas);
    return is_saved;
}
