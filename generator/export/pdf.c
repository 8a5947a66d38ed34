/* A plan as pages. */
#include "export/formats.h"
#include "print/print.h"

/* The papers that the style has room for large print on. */
static void list_large_papers(const struct page_style *style, struct text *out)
{
    for (size_t i = 0; i < PAPER_COUNT; i++)
        if (style->papers[i].large.scale > 0)
            text_printf(out, "%s%s", out->length ? ", " : "", paper_name((enum paper)i));
}

/* Large print is for the papers that the style gives it. */
static bool check_large(const struct plan *plan, const struct page_style *style,
                        struct error *error)
{
    struct text others = TEXT_INIT;
    if (!plan->print.is_large || style->papers[plan->print.paper].large.scale > 0)
        return true;
    list_large_papers(style, &others);
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "%s is too small for large print; %s%s",
              paper_name(plan->print.paper),
              others.length ? "choose one of these papers: " : "the look has no paper for it",
              text_string(&others));
    text_release(&others);
    return false;
}

bool export_pdf(const struct export_source *source, struct text *out, struct error *error)
{
    return check_large(source->plan, source->style, error) &&
           print_plan(source->plan, source->style, source->language, source->program, out, error);
}
