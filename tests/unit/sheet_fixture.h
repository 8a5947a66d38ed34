/* What the tests of layouts share: a sheet on which texts can be measured, and no page. */
#ifndef HILLPLAN_TESTS_SHEET_FIXTURE_H
#define HILLPLAN_TESTS_SHEET_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "files/style_file.h"
#include "print/page.h"

/* A sheet for a plan; released with sheet_fixture_release(). */
static inline struct sheet sheet_fixture(const struct plan *plan, struct error *error)
{
    error_init(error);
    const struct look *look = look_read("templates/pages/standard.yaml", error);
    assert_non_null(look);
    struct sheet sheet = {.plan = plan,
                          .look = look,
                          .arena = arena_new(),
                          .canvas = canvas_new("Test", NULL, "test", error),
                          .live = {0, 0, 186 * MM, 273 * MM},
                          .scale = 1,
                          .least = 7,
                          .least_distance = 10};
    sheet.words = (struct words){.arena = sheet.arena, .units = plan->units};
    assert_non_null(sheet.canvas);
    return sheet;
}

static inline void sheet_fixture_release(struct sheet *sheet, struct error *error)
{
    canvas_free(sheet->canvas);
    arena_free(sheet->look->arena);
    arena_free(sheet->arena);
    error_release(error);
}

#endif
