/* What the tests of pages share: whole PDFs, judged by tests/pdf_check.py. */
#ifndef HILLPLAN_TESTS_PRINT_FIXTURE_H
#define HILLPLAN_TESTS_PRINT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "files/style_file.h"
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

/* Prints the plan into a temporary file and runs tests/pdf_check.py over it. */
static inline void check_pdf(const struct plan *plan, size_t warnings)
{
    struct error error;
    struct text pdf = print(plan, &error);
    assert_int_equal(error.count, warnings);
    char path[] = "/tmp/hillplan-test-XXXXXX", command[64];
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, pdf.data, pdf.length), (int)pdf.length);
    close(descriptor);
    snprintf(command, sizeof command, "tests/pdf_check.py %s", path);
    int status = system(command);
    unlink(path);
    assert_int_equal(status, 0);
    text_release(&pdf);
    error_release(&error);
}

#endif
