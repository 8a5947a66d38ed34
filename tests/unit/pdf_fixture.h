/*
 * PDFs that tests make and tests/pdf_check.py judges, all in one run: they are kept in the folder
 * $TEST_PDFS as WANTED.TEST.NUMBER.pdf, and WANTED is what the judge should find: "ok", "overlap"
 * or "margins". Without the variable (a program run by hand) they are made, and not judged.
 */
#ifndef HILLPLAN_TESTS_PDF_FIXTURE_H
#define HILLPLAN_TESTS_PDF_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cases.h"
#include "base/text.h"

/* Keeps a PDF for the judge. */
#define keep_pdf(wanted, pdf) keep_pdf_of(__func__, wanted, pdf)

static inline void keep_pdf_of(const char *test, const char *wanted, const struct text *pdf)
{
    static const char *last = "";
    static int number = 0; /* of this test */
    const char *folder = getenv("TEST_PDFS");
    if (!folder)
        return;
    if (strcmp(last, test) != 0)
        number = 0;
    last = test;
    struct text path = TEXT_INIT;
    text_printf(&path, "%s/%s.%s.%d.pdf", folder, wanted, test, ++number);
    FILE *file = fopen(text_string(&path), "wxb"); /* no two tests of one name */
    assert_non_null(file);
    assert_int_equal(fwrite(pdf->data, 1, pdf->length, file), pdf->length);
    assert_int_equal(fclose(file), 0);
    text_release(&path);
}

#endif
