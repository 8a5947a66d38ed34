/*
 * Any bytes as a plan document, YAML or JSON, with the scripts that it carries: it is judged and
 * mended, written in each format that is a file, and what is written reads back.
 */
#include "../unit/rules_fixture.h"

#include "as_file.h"
#include "export/export.h"
#include "files/plan_file.h"
#include "files/style_file.h"
#include "mending/mending.h"

static struct page_style *style(void)
{
    static struct page_style *standard;
    struct error error;
    error_init(&error);
    if (!standard)
        standard = page_style_read("templates/pages/standard.yaml", &error);
    expect(standard != NULL);
    return standard;
}

static void judge(struct plan *plan, bool mends)
{
    struct error error;
    struct findings findings;
    struct mending mending = {0};
    error_init(&error);
    struct ruleset *rules = ruleset_new();
    ruleset_set_library(rules, "scripts/rules/lib");
    if (ruleset_adopt(rules, plan, &error) && ruleset_bind(rules, plan, &error)) {
        bool done = check_plan(rules, plan, plan->arena, &findings, &error);
        expect(done || error_is_set(&error));
        if (done && mends)
            mending_plan(rules, plan, &mending, &error);
    }
    ruleset_free(rules);
    error_release(&error);
}

static void write_all(const struct plan *plan)
{
    for (size_t i = 0; i < export_format_words.count; i++) {
        const struct export_format *format = export_format(i);
        struct error error;
        struct text out = TEXT_INIT;
        struct export_folder folder = EXPORT_FOLDER_INIT;
        const struct export_source source = {plan, style(), NULL, "fuzz", false};
        error_init(&error);
        if (!format->write)
            format->write_folder(&source, &folder, &error);
        else if (format->write(&source, &out, &error) &&
                 strcmp(export_format_words.words[i], "yaml") == 0) {
            struct plan *again = plan_read_text("again", out.data, out.length, &error);
            expect(again != NULL);
            plan_free(again);
        }
        text_release(&out);
        export_folder_release(&folder);
        error_release(&error);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    error_init(&error);
    script_budget_renew(SCRIPT_SECONDS);
    struct plan *plan = plan_read_text("fuzz", (const char *)bytes, length, &error);
    expect(!plan == error_is_set(&error));
    if (plan) {
        judge(plan, length % 4 == 0);
        if (length % 4 == 1)
            write_all(plan);
    }
    plan_free(plan);
    error_release(&error);
    return 0;
}
