/* hillplan rules: what rules there are, what one says, and whether its cases hold. */
#include <string.h>

#include "app/commands.h"
#include "app/new_file.h"
#include "app/option_rows.h"
#include "app/output.h"
#include "app/rules_messages.h"
#include "app/rules_trace.h"
#include "app/setup.h"
#include "base/text.h"
#include "files/plan_file.h"
#include "rules/cases.h"

enum { OPTION_RULES, OPTION_SCRIPT_SECONDS, OPTION_RULE, OPTION_TODAY, OPTION_LANGUAGE };

static const struct option options[] = {
    [OPTION_RULES] = RULES_OPTION,
    [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION,
    [OPTION_RULE] = {.name = "rule",
                     .takes = TAKES_ID,
                     .value = "ID",
                     .help = "the rule that trace is about"},
    [OPTION_TODAY] = TODAY_OPTION("trace as if today were this date"),
    [OPTION_LANGUAGE] = {.name = "language",
                         .takes = TAKES_WORD,
                         .value = "LANGUAGE",
                         .find_words = setup_languages,
                         .help = "list the messages that it lacks"},
};

static void list_rules(const struct ruleset *rules, struct text *out)
{
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule_info *info = ruleset_info(rules, i);
        text_printf(out, "%-22s %-7s %s\n", info->id, rule_level_name(info->level), info->title);
    }
}

static void show_setting(const struct setting_info *setting, struct text *out)
{
    text_printf(out, "  %s: %s", setting->name,
                setting->default_value ? setting->default_value : "depends on the plan");
    if (setting->unit)
        text_printf(out, " %s", setting->unit);
    if (setting->choices) {
        for (size_t i = 0; i < setting->choice_count; i++)
            text_printf(out, "%s%s", i ? ", " : " (one of ", setting->choices[i]);
        text_append(out, ")");
    } else if (setting->min != INT_MIN && setting->max != INT_MAX) {
        text_printf(out, " (%d to %d)", setting->min, setting->max);
    }
    if (setting->help)
        text_printf(out, ": %s", setting->help);
    text_append(out, "\n");
}

static bool show_rule(const struct ruleset *rules, const char *id, struct text *out,
                      struct error *error)
{
    size_t rule;
    if (!ruleset_look_up(rules, &(struct named){id, 0, 0}, NULL, &rule, error))
        return false;
    const struct rule_info *info = ruleset_info(rules, rule);
    text_printf(out, "%s (%s): %s\n\n%s\n", info->id, rule_level_name(info->level), info->title,
                info->why);
    if (info->source)
        text_printf(out, "Source: %s\n", info->source);
    text_printf(out, "Script: %s\n", info->path);
    if (info->setting_count)
        text_append(out, "\nSettings:\n");
    for (size_t i = 0; i < info->setting_count; i++)
        show_setting(&info->settings[i], out);
    return true;
}

static enum status test_rules(struct ruleset *rules, const struct arguments *arguments,
                              struct text *out, struct error *error)
{
    struct case_results results = {0};
    for (size_t i = 1; i < arguments->positional_count; i++)
        if (!cases_run(arguments->positionals[i], rules, plan_read_text, &results, out, error))
            return error->status;
    text_printf(out, "%zu passed, %zu failed\n", results.passed, results.failed);
    return results.failed ? STATUS_RULE_BROKEN : STATUS_OK;
}

/* What is said of rules alone, those of --rules among them. */
static enum status answer_about_rules(const char *what, const struct arguments *arguments,
                                      struct text *out, struct error *error)
{
    struct ruleset *rules = setup_built_in_rules(error);
    enum status status = STATUS_OK;
    if (rules && setup_add_rules(rules, arguments, OPTION_RULES, error)) {
        if (strcmp(what, "list") == 0)
            list_rules(rules, out);
        else if (strcmp(what, "show") == 0)
            show_rule(rules, arguments->positionals[1], out, error);
        else if (strcmp(what, "messages") == 0)
            rules_messages(arguments->positionals + 1, arguments->positional_count - 1, rules,
                           arguments_value(arguments, OPTION_LANGUAGE), out, error);
        else
            status = test_rules(rules, arguments, out, error);
    }
    ruleset_free(rules);
    return error_is_set(error) ? error->status : status;
}

static enum status trace_rule(const struct arguments *arguments, struct text *out,
                              struct error *error)
{
    const struct planning_options choices = {arguments, OPTION_RULES, OPTION_TODAY};
    const char *rule = arguments_value(arguments, OPTION_RULE);
    if (rule)
        rules_trace(arguments->positionals[1], rule, &choices, out, error);
    else
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "say which rule: hillplan rules trace %s --rule ID", arguments->positionals[1]);
    return error->status;
}

/* Two rules of one id cannot be loaded. */
static bool is_new(const char *name, struct error *error)
{
    struct ruleset *rules = setup_built_in_rules(error);
    bool is_taken = rules && ruleset_find(rules, name) < ruleset_count(rules);
    if (is_taken)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "'%s' is the id of a built-in rule; give the rule another name", name);
    ruleset_free(rules);
    return !error_is_set(error);
}

static enum status start_rule(const struct arguments *arguments, struct text *out,
                              struct error *error)
{
    const char *name = arguments->positionals[1];
    if (is_new(name, error) && new_file_write_rule(name, error))
        text_printf(out,
                    "%s.lua\n%s.cases.lua\n"
                    "Now change them, and run: hillplan rules test %s.cases.lua --rules %s.lua\n",
                    name, name, name, name);
    return error->status;
}

static enum status run_rules(const struct arguments *arguments, struct error *error)
{
    size_t count = arguments->positional_count;
    const char *what = count ? arguments->positionals[0] : "list";
    struct text out = TEXT_INIT;
    enum status status = STATUS_BAD_INPUT;
    if ((strcmp(what, "list") == 0 && count <= 1) || (strcmp(what, "show") == 0 && count == 2) ||
        ((strcmp(what, "test") == 0 || strcmp(what, "messages") == 0) && count >= 2))
        status = answer_about_rules(what, arguments, &out, error);
    else if (strcmp(what, "trace") == 0 && count == 2)
        status = trace_rule(arguments, &out, error);
    else if (strcmp(what, "new") == 0 && count == 2)
        status = start_rule(arguments, &out, error);
    else
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "'rules %s%s' is not a whole question; say 'rules list', 'rules show ID', "
                  "'rules test FILE...', 'rules new NAME', 'rules trace PROFILE --rule ID' or "
                  "'rules messages FILE...'",
                  what, count > 1 ? " ..." : "");
    if (out.length && !output_text(&out, "-", error))
        status = error->status;
    text_release(&out);
    return status;
}

const struct command command_rules = {
    .name = "rules",
    .operands = "[list | show ID | test FILE... | new NAME | trace PROFILE | messages FILE...]",
    .summary = "List, show, test or trace rules, begin a new one, or list what they say.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .most_positionals = MAX_POSITIONALS,
    .run = run_rules,
};
