/* Any bytes as a plan document: it is written in all formats, pages and calendars among them. */
#include "plan_document.h"

#include "export/export.h"

static void use(struct plan *plan)
{
    for (size_t i = 0; i < export_format_words.count; i++) {
        const struct export_format *format = export_format(i);
        struct error error;
        struct text out = TEXT_INIT;
        struct export_folder folder = EXPORT_FOLDER_INIT;
        const struct export_source source = {plan, standard_style(), NULL, "fuzz", false, 0};
        error_init(&error);
        bool done = format->write ? format->write(&source, &out, &error)
                                  : format->write_folder(&source, &folder, &error);
        expect(done != error_is_set(&error));
        export_folder_release(&folder);
        text_release(&out);
        error_release(&error);
    }
}

FUZZ_PLAN(use)
