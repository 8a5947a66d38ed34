/* Any bytes as a plan document, with the scripts that it carries: it is judged, and what is written
   of it reads back. */
#include "plan_document.h"

#include "export/export.h"

static void use(struct plan *plan)
{
    struct error error;
    struct text out = TEXT_INIT;
    error_init(&error);
    judge(plan, false);
    if (export_format_named("yaml")->write(
            &(struct export_source){plan, NULL, NULL, "fuzz", false, 0}, &out, &error)) {
        struct plan *again = plan_read_text("again", out.data, out.length, &error);
        expect(again != NULL);
        plan_free(again);
    }
    text_release(&out);
    error_release(&error);
}

FUZZ_PLAN(use)
