/* Output: formats by name or ending, and writing. */
#include "app/output.h"

#include <string.h>

#include "app/commands.h"
#include "app/setup.h"
#include "base/file.h"
#include "base/text.h"
#include "export/csv.h"
#include "export/ics.h"
#include "export/text.h"
#include "files/plan_file.h"
#include "print/print.h"

static const struct {
    const char *name, *ending;
} formats[] = {
    [FORMAT_PDF] = {"pdf", ".pdf"},    [FORMAT_YAML] = {"yaml", ".yaml"},
    [FORMAT_JSON] = {"json", ".json"}, [FORMAT_TEXT] = {"text", ".txt"},
    [FORMAT_CSV] = {"csv", ".csv"},    [FORMAT_CSV_WEEKS] = {"csv-weeks", NULL}, /* by name only */
    [FORMAT_ICS] = {"ics", ".ics"},
};
#define FORMAT_COUNT (sizeof formats / sizeof *formats)

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), ending_length = strlen(ending);
    return length > ending_length && strcmp(path + length - ending_length, ending) == 0;
}

bool output_format(const char *name, const char *path, enum export_format *format,
                   struct error *error)
{
    *format = FORMAT_PDF;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (name ? strcmp(name, formats[i].name) == 0
                 : path && formats[i].ending && ends_with(path, formats[i].ending)) {
            *format = (enum export_format)i;
            return true;
        }
    }
    if (!name && path && ends_with(path, ".yml")) {
        *format = FORMAT_YAML;
        return true;
    }
    if (name) {
        error_add(
            error, STATUS_BAD_INPUT, NULL, 0, 0,
            "there is no format '%s'; choose one of pdf, yaml, json, text, csv, csv-weeks, ics",
            name);
        return false;
    }
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *dot = path ? strrchr(slash ? slash : path, '.') : NULL;
    if (!dot || strncmp(path, "/dev/", 5) == 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "cannot tell the format of '%s' by its ending; use .pdf, .yaml, .json, .txt, .csv or "
              ".ics, or say it with -f",
              path);
    return false;
}

/* Large print is for the papers that the look gives it. */
static bool check_large(const struct plan *plan, const struct page_style *style,
                        struct error *error)
{
    struct text others = TEXT_INIT;
    if (!plan->print.is_large || style->papers[plan->print.paper].large.scale > 0)
        return true;
    for (int i = 0; i < PAPER_COUNT; i++)
        if (style->papers[i].large.scale > 0)
            text_printf(&others, "%s%s", others.length ? ", " : "", paper_name((enum paper)i));
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "%s is too small for large print; %s%s",
              paper_name(plan->print.paper),
              others.length ? "choose one of these papers: " : "the look has no paper for it",
              text_string(&others));
    text_release(&others);
    return false;
}

static bool render_pdf(const struct plan *plan, struct text *out, struct error *error)
{
    struct language *language = NULL;
    struct page_style *style = setup_page_style(plan->print.style, error);
    bool done = style && check_large(plan, style, error) &&
                setup_language(plan->print.language, &language, error) &&
                print_plan(plan, style, language, HILLPLAN_PROGRAM, out, error);
    language_free(language);
    page_style_free(style);
    return done;
}

static bool render(const struct plan *plan, enum export_format format, struct text *out,
                   struct error *error)
{
    switch (format) {
    case FORMAT_PDF:
        return render_pdf(plan, out, error);
    case FORMAT_YAML:
        return plan_write_yaml(plan, out, error);
    case FORMAT_JSON:
        return plan_write_json(plan, out, error);
    case FORMAT_TEXT:
        export_text(plan, out);
        return true;
    case FORMAT_CSV:
        export_csv(plan, out);
        return true;
    case FORMAT_CSV_WEEKS:
        export_csv_weeks(plan, out);
        return true;
    case FORMAT_ICS:
        return export_ics(plan, out, error);
    }
    return false;
}

/* "runs/profile.yaml" gives "profile.pdf". */
static void default_pdf_path(const char *source, struct text *path)
{
    const char *slash = strrchr(source, '/');
    const char *name = strcmp(source, "-") == 0 ? "plan" : slash ? slash + 1 : source;
    const char *dot = strrchr(name, '.');
    text_append_bytes(path, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
    text_append(path, formats[FORMAT_PDF].ending);
}

/* Where the output goes; false where that would overwrite what it is made from. */
static bool choose_path(enum export_format format, const char *path, const char *source,
                        struct text *named, struct error *error)
{
    if (path)
        text_append(named, path);
    else if (format == FORMAT_PDF)
        default_pdf_path(source, named);
    else
        text_append(named, "-");
    if (!file_is_same(named->data, source))
        return true;
    error_add(error, STATUS_BAD_INPUT, named->data, 0, 0,
              "this would overwrite what is being read; name another file with -o");
    return false;
}

bool output_bytes(const struct text *bytes, enum export_format format, const char *path,
                  const char *source, struct error *error)
{
    struct text named = TEXT_INIT;
    bool done = choose_path(format, path, source, &named, error) &&
                file_write(named.data, text_string(bytes), bytes->length, error);
    text_release(&named);
    return done;
}

bool output_plan(const struct plan *plan, enum export_format format, const char *path,
                 const char *source, struct error *error)
{
    struct text bytes = TEXT_INIT, named = TEXT_INIT;
    bool done = choose_path(format, path, source, &named, error) &&
                render(plan, format, &bytes, error) &&
                output_bytes(&bytes, format, path, source, error);
    text_release(&bytes);
    text_release(&named);
    return done;
}
