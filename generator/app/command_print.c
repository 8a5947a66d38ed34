/* hillplan print: from a plan document, perhaps edited by hand, to pages. */
#include "app/commands.h"
#include "app/export_options.h"
#include "app/plan_input.h"
#include "app/print_options.h"
#include "app/setup.h"
#include "model/as_run.h"
#include "rules/check.h"
#include "words/message.h"

enum {
    OPTION_EXPORT,
    OPTION_RULES = OPTION_EXPORT + EXPORT_OPTION_COUNT,
    OPTION_SCRIPT_SECONDS,
    OPTION_PRINT
};

static const struct option options[] = {
    EXPORT_OPTIONS(OPTION_EXPORT, "write to this file; - is standard output",
                   "by default as OUT ends, or pdf:"),
    [OPTION_RULES] = RULES_OPTION,
    [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION,
    PRINT_OPTIONS(OPTION_PRINT),
};

/*
 * True where the plan keeps every must rule; otherwise each breach becomes a message. Its bounds
 * are noted afresh, since a plan edited by hand has others than the one that was made.
 */
static bool judge_printed(struct plan *plan, const char *path, const struct arguments *arguments,
                          struct error *error)
{
    struct ruleset *rules = setup_plan_rules(plan, arguments, OPTION_RULES, error);
    struct findings findings;
    const struct words words = {plan->arena, plan->units, NULL};
    bool kept = rules && check_must_rules(rules, plan, plan->arena, &findings, error);
    for (size_t i = 0; kept && i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        if (finding->status == FINDING_BROKEN)
            error_add(error, STATUS_RULE_BROKEN, path, 0, 0,
                      "week %d: the plan breaks the rule %s: %s", finding->week, finding->rule,
                      message_phrase(&words, finding->text));
    }
    kept = kept && findings.kept;
    if (kept)
        check_note_bounds(&findings, plan);
    ruleset_free(rules);
    plan_show_as_planned(plan);
    return kept;
}

static enum status run_print(const struct arguments *arguments, struct error *error)
{
    const char *path = arguments->positionals[0];
    struct plan_output output;
    if (!export_options_read(arguments, OPTION_EXPORT, "pdf", &output, error))
        return error->status;
    struct plan *plan = plan_input_read_ours(path, error);
    if (!plan)
        return error->status;
    if (print_options_apply(arguments, OPTION_PRINT, &plan->print, error) &&
        judge_printed(plan, path, arguments, error))
        output_plan(plan, &output, path, error);
    plan_free(plan);
    return error->status;
}

const struct command command_print = {
    .name = "print",
    .operands = "PLAN",
    .summary = "Print a plan document, e.g. one edited by hand; it is checked first.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the file of a plan",
    .most_positionals = 1,
    .run = run_print,
};
