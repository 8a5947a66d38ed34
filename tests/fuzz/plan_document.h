/* What the fuzz targets of plan documents share. They run in the root of the source tree. */
#include "../unit/rules_fixture.h"

#include "as_file.h"
#include "files/plan_file.h"
#include "files/style_file.h"
#include "mending/mending.h"

static inline struct page_style *standard_style(void)
{
    static struct page_style *standard;
    struct error error;
    error_init(&error);
    if (!standard)
        standard = page_style_read("templates/pages/standard.yaml", &error);
    expect(standard != NULL);
    return standard;
}

/* Holds the plan against the rules that it carries; and mends it, if asked to. */
static inline void judge(struct plan *plan, bool mends)
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

/* A target: reads the bytes as a plan document, YAML or JSON; if there is a plan, uses it. */
#define FUZZ_PLAN(use)                                                                             \
    int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);                               \
    int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)                                \
    {                                                                                              \
        struct error error;                                                                        \
        error_init(&error);                                                                        \
        script_budget_renew(SCRIPT_SECONDS);                                                       \
        struct plan *plan = plan_read_text("fuzz", (const char *)bytes, length, &error);           \
        expect(!plan == error_is_set(&error));                                                     \
        if (plan)                                                                                  \
            use(plan);                                                                             \
        plan_free(plan);                                                                           \
        error_release(&error);                                                                     \
        return 0;                                                                                  \
    }
