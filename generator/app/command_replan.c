/* hillplan replan: the rest of a plan anew, after days off, illness, or other runs than planned. */
#include <string.h>

#include "app/commands.h"
#include "app/export_options.h"
#include "app/log_input.h"
#include "app/past_input.h"
#include "app/plan_input.h"
#include "app/planning.h"
#include "app/replan_report.h"
#include "app/setup.h"
#include "planner/cost.h"

enum {
    OPTION_TODAY,
    OPTION_MISSED,
    OPTION_EXPORT,
    OPTION_RULES = OPTION_EXPORT + EXPORT_OPTION_COUNT,
    OPTION_SCRIPT_SECONDS,
    OPTION_RUNNER,
    OPTION_LOG,
};

static const struct option options[] = {
    [OPTION_TODAY] = TODAY_OPTION("days before it stay as they are; always asked for"),
    [OPTION_MISSED] = {.name = "missed",
                       .takes = TAKES_ID,
                       .value = "DAYS",
                       .repeats = true,
                       .help = "without a run, as in 2027-01-06..2027-01-15:illness"},
    EXPORT_OPTIONS(OPTION_EXPORT, "write the plan to this file; - is standard output",
                   "by default as OUT ends, or yaml:"),
    [OPTION_RULES] = RULES_OPTION,
    [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION,
    [OPTION_RUNNER] =
        {.name = "runner",
         .takes = TAKES_FILE,
         .value = "PROFILE",
         .help =
             "what has changed: a new recent race, another race date, other run days, days off"},
    LOG_OPTIONS(OPTION_LOG, "what was run since the plan began"),
};

/* What is told of the changes: on standard error where the plan itself goes to standard output. */
static void tell_changes(const struct plan *before, const struct plan *after, int today,
                         const char *out, struct error *error)
{
    struct language *language;
    struct text told = TEXT_INIT;
    const char *path = out && strcmp(out, "-") == 0 ? "/dev/stderr" : "-";
    if (setup_language(after->print.language, &language, error)) {
        const struct words words = {after->arena, after->units, language};
        replan_report(before, after, today, &words, &told);
        output_text(&told, path, error);
        language_free(language);
    }
    text_release(&told);
}

static struct plan *make_anew(const struct past_input *input, const struct arguments *arguments,
                              struct error *error)
{
    const struct planning_options choices = {arguments, OPTION_RULES, OPTION_TODAY};
    struct planning planning;
    struct plan *plan = NULL;
    if (planning_reopen(&planning, input->profile, &input->past, &choices, error) &&
        (!input->runner || setup_add_profile_rules(planning.rules, input->runner, error)))
        plan = planning_make(&planning, error);
    planning_close(&planning);
    return plan;
}

/* Whether the same days off cost as much as before. */
static bool is_loss_same(const struct plan *before, const struct plan *after)
{
    bool is_same = before->break_count == after->break_count;
    for (size_t i = 0; is_same && i < after->break_count; i++)
        is_same = before->breaks[i].lost == after->breaks[i].lost;
    return is_same;
}

/* What was said of the plan as a whole is still true where its biggest week and longest run are the
   same, and days off cost no more; it says more, as what the runner's own rules cost. */
static void keep_verdict(const struct plan *before, struct plan *after)
{
    const struct verdict *was = &before->verdict, *is = &after->verdict;
    if (!was->text || was->level != is->level || was->peak != is->peak ||
        was->longest != is->longest || !is_loss_same(before, after)) {
        cost_tell_loss(after);
        return;
    }
    after->verdict = *was;
    after->costs = before->costs;
    after->cost_count = before->cost_count;
}

static void replan(struct plan *past, const char *path, const struct arguments *arguments,
                   const struct plan_output *output, struct error *error)
{
    if (past->made_from.start == NO_DATE)
        error_warn(error, path, 0, 0,
                   "the plan does not say what it was made from (made_from); that is taken from "
                   "its runner and its first week, and rules that are newer than the plan hold");
    const struct past_options choices = {arguments, OPTION_TODAY, OPTION_MISSED, OPTION_LOG,
                                         OPTION_RUNNER};
    struct past_input input;
    struct plan *plan = NULL;
    if (past_input_open(&input, past, path, &choices, error))
        plan = make_anew(&input, arguments, error);
    if (plan) {
        cost_note_days_off(plan, past);
        keep_verdict(past, plan);
    }
    if (plan && (!output->path || output_plan(plan, output, path, error)))
        tell_changes(past, plan, input.past.today, output->path, error);
    plan_free(plan);
    past_input_close(&input);
}

static enum status run_replan(const struct arguments *arguments, struct error *error)
{
    const char *path = arguments->positionals[0];
    struct plan_output output;
    export_options_read(arguments, OPTION_EXPORT, "yaml", &output, error);
    if (!arguments_value(arguments, OPTION_TODAY))
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "replan needs --today DATE: from which day on the plan is to be made anew");
    if (error_is_set(error))
        return error->status;
    struct plan *past = plan_input_read_ours(path, error);
    if (past)
        replan(past, path, arguments, &output, error);
    plan_free(past);
    return error->status;
}

const struct command command_replan = {
    .name = "replan",
    .operands = "PLAN",
    .summary = "Make the rest of a plan anew, after days off, illness or missed runs.\n"
               "Days before --today stay as they are, with a mark of what became of them: by the\n"
               "runs of --log; without one they count as run as planned, but for --missed. What\n"
               "changes is told; -o writes the new plan. PLAN itself stays as it is.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the file of a plan",
    .most_positionals = 1,
    .run = run_replan,
};
