/* What the tests of layouts share: a page on which texts can be measured; nothing is drawn. */
#ifndef HILLPLAN_TESTS_PAGE_FIXTURE_H
#define HILLPLAN_TESTS_PAGE_FIXTURE_H

#include "cases.h"
#include "files/style_file.h"
#include "print/page.h"

/* A page for a plan; released with page_fixture_release(). */
static inline struct page page_fixture(const struct plan *plan, struct error *error)
{
    error_init(error);
    const struct page_style *style = page_style_read("templates/pages/standard.yaml", error);
    assert_non_null(style);
    struct page page = {.plan = plan,
                        .style = style,
                        .arena = arena_new(),
                        .canvas = canvas_new("Test", NULL, "test", error),
                        .live = {0, 0, 186 * MM, 273 * MM},
                        .scale = 1,
                        .least = 7,
                        .least_distance = 10};
    page.words = (struct words){.arena = page.arena, .units = plan->units};
    assert_non_null(page.canvas);
    return page;
}

static inline void page_fixture_release(struct page *page, struct error *error)
{
    canvas_free(page->canvas);
    arena_free(page->style->arena);
    arena_free(page->arena);
    error_release(error);
}

#endif
