/* Print: which pages a plan gets, on which paper, in which order. */
#include "print/print.h"

#include "print/canvas.h"
#include "print/months.h"
#include "print/notes_page.h"
#include "print/overview.h"
#include "print/race_page.h"
#include "print/rules_page.h"
#include "print/said.h"
#include "print/strength_page.h"
#include "print/weeks_page.h"

#define MARGIN (12 * MM)

/* A kind of page: its count (fonts can be measured, nothing can be drawn yet), and each page. */
struct page_maker {
    size_t (*count)(const struct sheet *sheet);
    const char *(*bookmark)(const struct sheet *sheet, size_t index);
    void (*draw)(struct sheet *sheet, size_t index);
    bool is_landscape;
};

/* NULL: there is no such page yet. */
static const struct page_maker *page_maker(enum page_kind kind)
{
    static const struct page_maker makers[PAGE_KIND_COUNT] = {
        [PAGE_OVERVIEW] = {overview_count, overview_bookmark, overview_draw, false},
        [PAGE_MONTHS] = {months_count, months_bookmark, months_draw, true},
        [PAGE_WEEKS] = {weeks_page_count, weeks_page_bookmark, weeks_page_draw, false},
        [PAGE_RACE] = {race_page_count, race_page_bookmark, race_page_draw, false},
        [PAGE_STRENGTH] = {strength_page_count, strength_page_bookmark, strength_page_draw, false},
        [PAGE_NOTES] = {notes_page_count, notes_page_bookmark, notes_page_draw, false},
        [PAGE_RULES] = {rules_page_count, rules_page_bookmark, rules_page_draw, false},
    };
    return makers[kind].draw ? &makers[kind] : NULL;
}

/* A paper, upright; `scale` enlarges the type on a poster. */
struct paper_size {
    double width, height, scale;
};

static struct paper_size paper_size(enum paper paper, struct error *error)
{
    static const struct paper_size sizes[PAPER_COUNT] = {
        [PAPER_A4] = {210 * MM, 297 * MM, 1},
        [PAPER_LETTER] = {612, 792, 1},
        [PAPER_A3] = {297 * MM, 420 * MM, 1.4},
    };
    if (sizes[paper].scale > 0)
        return sizes[paper];
    error_warn(error, NULL, 0, 0, "the pages do not fit the paper '%s'; they are laid out for '%s'",
               paper_name(paper), paper_name(PAPER_A4));
    return sizes[PAPER_A4];
}

static void turn_sheet(struct sheet *sheet, const struct paper_size *paper, bool is_landscape)
{
    double width = is_landscape ? paper->height : paper->width;
    double height = is_landscape ? paper->width : paper->height;
    sheet->live = (struct box){MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN};
}

static void draw_pages(struct sheet *sheet, const struct paper_size *paper,
                       const struct page_maker *maker)
{
    turn_sheet(sheet, paper, maker->is_landscape);
    size_t count = maker->count(sheet);
    for (size_t i = 0; i < count; i++) {
        sheet->number++;
        for (size_t kind = 0; kind < SESSION_KIND_COUNT; kind++)
            sheet->tags[kind] = false;
        canvas_begin_page(sheet->canvas, sheet->live.width + 2 * MARGIN,
                          sheet->live.height + 2 * MARGIN, maker->bookmark(sheet, i));
        maker->draw(sheet, i);
    }
}

/* What the plan asks for, or the overview and the months where it asks for nothing to be had. */
static size_t choose_pages(const struct plan *plan, const struct page_maker **makers,
                           struct error *error)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->print.page_count; i++) {
        const struct page_maker *maker = page_maker(plan->print.pages[i]);
        if (maker)
            makers[count++] = maker;
        else
            error_warn(error, NULL, 0, 0, "the page '%s' is not available",
                       page_kind_name(plan->print.pages[i]));
    }
    if (count == 0) {
        makers[count++] = page_maker(PAGE_OVERVIEW);
        makers[count++] = page_maker(PAGE_MONTHS);
    }
    return count;
}

bool print_plan(const struct plan *plan, const struct language *language, const char *program,
                struct text *out, struct error *error)
{
    const struct page_maker *makers[PAGE_KIND_COUNT];
    size_t maker_count = choose_pages(plan, makers, error);
    struct paper_size paper = paper_size(plan->print.paper, error);
    struct sheet sheet = {.plan = plan, .scale = paper.scale};
    sheet.arena = arena_new();
    sheet.words = (struct words){sheet.arena, plan->units, language};
    sheet.canvas = canvas_new(said_title(&sheet), plan->runner.name, program, error);
    if (!sheet.canvas) {
        arena_free(sheet.arena);
        return false;
    }
    for (size_t i = 0; i < maker_count; i++) {
        turn_sheet(&sheet, &paper, makers[i]->is_landscape);
        sheet.of += makers[i]->count(&sheet);
    }
    for (size_t i = 0; i < maker_count; i++)
        draw_pages(&sheet, &paper, makers[i]);
    bool is_saved = canvas_save(sheet.canvas, out);
    arena_free(sheet.arena);
    canvas_free(sheet.canvas);
    return is_saved;
}
