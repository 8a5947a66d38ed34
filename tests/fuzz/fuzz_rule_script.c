/*
 * Any bytes as a rule: whatever it does, it is loaded and answers, or is an error that names it.
 * What a hook may not do to the plan, it has not done.
 */
#include "../unit/rules_fixture.h"

#include "script/rule.h"
#include "script/unknown_words.h"

#define FUEL  100000 /* a call: less than a rule may use, so that many are tried */
#define WEEKS 3

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static struct plan *make_plan(void)
{
    struct plan *plan = fixture_plan(WEEKS);
    for (size_t day = 0; day < (size_t)WEEKS * DAYS_PER_WEEK; day += 2) {
        struct session *run = fixture_run(plan, day, 500 + 10 * (int)day);
        run->kind = day % 3 ? SESSION_EASY : SESSION_DOWNHILL;
        run->effort = day % 4 ? EFFORT_EASY : EFFORT_HARD;
        run->descent_m = day % 5 ? 20 : UNKNOWN;
    }
    return plan;
}

static unsigned long long fingerprint(const struct plan *plan)
{
    unsigned long long sum = 0;
    for (size_t week = 0; week < plan->week_count; week++)
        for (enum quantity quantity = 0; quantity <= QUANTITY_DESCENT_M; quantity++)
            sum = 31 * sum + (unsigned)week_sum(&plan->weeks[week], DAYS_PER_WEEK, quantity, NULL);
    return sum;
}

static void ask(struct ruleset *rules, struct plan *plan, struct error *error)
{
    struct findings findings;
    struct answer answer;
    const char *notes[MAX_ADVICE];
    size_t count = 0;
    bool goes_on = check_plan(rules, plan, plan->arena, &findings, error);
    for (size_t day = 0; goes_on && day < DAYS_PER_WEEK; day++)
        goes_on = rule_prefer(rules, 0, 0, day, &answer, error) &&
                  rule_advise(rules, 0, 1, day, plan->arena, notes, &count, error);
    expect(count <= MAX_ADVICE);
    expect(goes_on || error_is_set(error));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    error_init(&error);
    script_budget_renew(SCRIPT_SECONDS);
    struct plan *plan = make_plan();
    const unsigned long long before = fingerprint(plan);
    char *text = calloc(length + 1, 1);
    memcpy(text, bytes, length);
    struct ruleset *rules = ruleset_new();
    ruleset_set_library(rules, "scripts/rules/lib");
    unknown_words_warn("fuzz.lua", text, &error);
    expect(!error_is_set(&error));
    bool loaded = ruleset_add_text(rules, "fuzz.lua", text, &error);
    expect(loaded != error_is_set(&error));
    if (loaded)
        ruleset_rule(rules, 0)->sandbox->fuel_per_call = FUEL;
    if (loaded && ruleset_bind(rules, plan, &error))
        ask(rules, plan, &error);
    expect(fingerprint(plan) == before);
    ruleset_free(rules);
    plan_free(plan);
    free(text);
    error_release(&error);
    return 0;
}
