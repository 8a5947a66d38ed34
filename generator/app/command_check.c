/* hillplan check: a plan document against every rule. */
#include "app/commands.h"
#include "app/option_values.h"
#include "app/report.h"
#include "app/setup.h"
#include "base/file.h"
#include "files/plan_file.h"
#include "rules/check.h"

enum { OPTION_FORMAT, OPTION_RULES };

static const struct option options[] = {
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", "text or json (default: text)", false},
    [OPTION_RULES] = {"rules", 0, "FILE|DIR", "add a rule, or a folder of rules", true},
};

static enum status report(const struct findings *findings, const char *path, bool as_json,
                          struct error *error)
{
    struct text out = TEXT_INIT;
    if (!as_json)
        report_findings_text(path, findings, &out);
    if (!as_json && findings->kept)
        text_printf(&out, "%s: no must rule is broken\n", path);
    if (!as_json || report_findings_json(findings, &out, error))
        file_write("-", text_string(&out), out.length, error);
    text_release(&out);
    return findings->kept ? STATUS_OK : STATUS_RULE_BROKEN;
}

static enum status run(const struct arguments *arguments, struct error *error)
{
    bool as_json;
    if (!option_as_json(arguments, OPTION_FORMAT, &as_json, error))
        return error->status;
    const char *path = arguments->positionals[0];
    struct plan *plan = plan_read(path, error);
    struct ruleset *rules = plan ? setup_plan_rules(plan, arguments, OPTION_RULES, error) : NULL;
    struct findings findings;
    enum status status = STATUS_OK;
    if (rules && check_plan(rules, plan, plan->arena, &findings, error))
        status = report(&findings, path, as_json, error);
    ruleset_free(rules);
    plan_free(plan);
    return error_is_set(error) ? error->status : status;
}

const struct command command_check = {
    .name = "check",
    .usage = "hillplan check PLAN [-f text|json] [--rules FILE|DIR]...",
    .summary =
        "Hold a plan document against every rule; exit status 1 where a must rule is broken.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least_positionals = 1,
    .most_positionals = 1,
    .run = run,
};
