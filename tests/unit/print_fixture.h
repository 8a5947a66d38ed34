/* What the tests of pages share: whole PDFs, judged by tests/pdf_check.py. */
#ifndef HILLPLAN_TESTS_PRINT_FIXTURE_H
#define HILLPLAN_TESTS_PRINT_FIXTURE_H

#include <string.h>

#include "cases.h"
#include "files/style_file.h"
#include "pdf_fixture.h"
#include "print/print.h"

/* The PDF of a plan; the caller releases it. Warnings are left in `error`. */
static inline struct text print(const struct plan *plan, struct error *error)
{
    struct text out = TEXT_INIT;
    error_init(error);
    struct page_style *style = page_style_read("templates/pages/standard.yaml", error);
    assert_non_null(style);
    assert_true(print_plan(plan, style, NULL, "hillplan test", &out, error));
    page_style_free(style);
    return out;
}

/* Prints the plan, with so many warnings, into a PDF that should be found sound. */
#define check_pdf(plan, warnings) check_pdf_of(__func__, plan, warnings)

static inline void check_pdf_of(const char *test, const struct plan *plan, size_t warnings)
{
    struct error error;
    struct text pdf = print(plan, &error);
    assert_int_equal(error.count, warnings);
    keep_pdf_of(test, "ok", &pdf);
    text_release(&pdf);
    error_release(&error);
}

#endif
