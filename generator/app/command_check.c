/* hillplan check: a plan, of hillplan or of somebody else, against every rule. */
#include <string.h>

#include "app/commands.h"
#include "app/empty_days.h"
#include "app/findings_report.h"
#include "app/option_rows.h"
#include "app/output.h"
#include "app/plan_input.h"

enum {
    OPTION_FORMAT,
    OPTION_RULES,
    OPTION_SCRIPT_SECONDS,
    OPTION_RUNNER,
    OPTION_EXPLAIN,
    OPTION_STRICT,
    OPTION_START,
};

static const struct option options[] = {
    [OPTION_FORMAT] = REPORT_OPTION,
    [OPTION_RULES] = RULES_OPTION,
    [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION,
    [OPTION_RUNNER] = RUNNER_OPTION,
    [OPTION_EXPLAIN] = {.name = "explain",
                        .help = "tell why of each rule that is named, and its source"},
    [OPTION_STRICT] = STRICT_OPTION,
    [OPTION_START] = START_OPTION,
};

static bool is_broken_in(const struct findings *findings, const struct finding *finding)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *other = &findings->items[i];
        if (other->status == finding->status && other->week == finding->week &&
            other->date == finding->date && other->is_week == finding->is_week &&
            strcmp(other->rule, finding->rule) == 0)
            return true;
    }
    return false;
}

/* Marks the findings that are none where nothing is inferred of the plan. */
static void mark_inferred(struct findings *findings, const char *path,
                          const struct plan_options *choices)
{
    struct plan_options strictly = *choices;
    struct plan_input input;
    struct findings stated;
    struct error ignored;
    error_init(&ignored);
    strictly.is_strict = true;
    if (plan_input_open(&input, path, &strictly, &ignored) &&
        check_plan(input.rules, input.plan, input.plan->arena, &stated, &ignored))
        for (size_t i = 0; i < findings->count; i++)
            if (finding_is_breach(&findings->items[i]))
                findings->items[i].is_inferred = !is_broken_in(&stated, &findings->items[i]);
    plan_input_close(&input);
    error_release(&ignored);
}

static enum status judge_plan(struct ruleset *rules, const struct plan *plan, const char *path,
                              const struct plan_options *choices, bool as_json, struct error *error)
{
    const struct arguments *arguments = choices->arguments;
    struct findings findings;
    struct other_settings others;
    struct findings_report report = {
        rules, plan, path, &findings, &others, arguments_value(arguments, OPTION_EXPLAIN) != NULL};
    /* A plan that lists its rules has made its choices. */
    others.count = 0;
    if (!check_plan(rules, plan, plan->arena, &findings, error) ||
        (!plan->rules &&
         !other_settings_of_plan(rules, plan, &findings, plan->arena, &others, error)))
        return error->status;
    if (plan->inferred_count)
        mark_inferred(&findings, path, choices);
    struct empty_days days;
    if (empty_days_find(plan, &findings, &days))
        error_warn(error, path, 0, 0, "%s", empty_days_advice(plan, &days, path));
    struct text out = TEXT_INIT;
    if (!as_json)
        findings_report_text(&report, &out);
    if (!as_json || findings_report_json(&report, &out, error))
        output_text(&out, "-", error);
    text_release(&out);
    return findings.kept ? STATUS_OK : STATUS_RULE_BROKEN;
}

static enum status run_check(const struct arguments *arguments, struct error *error)
{
    bool as_json = arguments_word(arguments, OPTION_FORMAT, REPORT_TEXT) == REPORT_JSON;
    const char *path = arguments->positionals[0];
    const struct plan_options choices = {arguments,    OPTION_RULES, OPTION_RUNNER, OPTION_STRICT,
                                         OPTION_START, false,        true};
    struct plan_input input;
    enum status status = STATUS_OK;
    if (plan_input_open(&input, path, &choices, error))
        status = judge_plan(input.rules, input.plan, path, &choices, as_json, error);
    plan_input_close(&input);
    return error_is_set(error) ? error->status : status;
}

const struct command command_check = {
    .name = "check",
    .operands = "PLAN",
    .summary = "Hold a plan against every rule; exit status 1 where a must rule is broken.\n"
               "PLAN is a plan document, or somebody else's plan: a table (.csv), a calendar\n"
               "(.ics), or a YAML schedule of weeks.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the file of a plan",
    .most_positionals = 1,
    .run = run_check,
};
