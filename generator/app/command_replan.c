/* hillplan replan: the rest of a plan anew, after days off, illness, or other runs than planned. */
#include <string.h>

#include "app/commands.h"
#include "app/days_missed.h"
#include "app/log_input.h"
#include "app/option_rows.h"
#include "app/output.h"
#include "app/plan_input.h"
#include "app/planning.h"
#include "app/replan_report.h"
#include "app/setup.h"
#include "base/file.h"
#include "diary/marks.h"
#include "planner/planner.h"

enum {
    OPTION_TODAY,
    OPTION_MISSED,
    OPTION_OUT,
    OPTION_FORMAT,
    OPTION_RULES,
    OPTION_LOG,
};

static const struct option options[] = {
    [OPTION_TODAY] = TODAY_OPTION("days before it stay as they are; always asked for"),
    [OPTION_MISSED] = {.name = "missed",
                       .takes = TAKES_ID,
                       .value = "DAYS",
                       .repeats = true,
                       .help = "without a run, as in 2027-01-06..2027-01-15:illness"},
    [OPTION_OUT] = OUTPUT_OPTION("write the plan to this file; - is standard output"),
    [OPTION_FORMAT] = FORMAT_OPTION(export_format_words, "by default as OUT ends, or yaml:"),
    [OPTION_RULES] = RULES_OPTION,
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
        file_write(path, text_string(&told), told.length, error);
        language_free(language);
    }
    text_release(&told);
}

/* The middle of the plan's easy paces; UNKNOWN where it goes by effort. */
static int easy_pace(const struct plan *plan)
{
    const struct pace_range *easy = &plan->paces.easy;
    return easy->fast == UNKNOWN ? UNKNOWN : (easy->fast + easy->slow) / 2;
}

/* The runs that the log names; none without one. */
static bool read_log(struct plan *plan, const struct arguments *arguments, struct diary *diary,
                     struct run_log *log, struct error *error)
{
    const struct log_input input = {
        .arguments = arguments,
        .first = OPTION_LOG,
        .units = plan->units,
        .easy_pace_s = easy_pace(plan),
        .today = diary->today,
    };
    *log = (struct run_log){.first = NO_DATE, .last = NO_DATE};
    diary->has_log = log_input_is_given(&input);
    if (diary->has_log && !log_input_read(&input, plan->arena, log, error))
        return false;
    diary->runs = log->runs;
    diary->run_count = log->count;
    return true;
}

/* What of the log lies in the plan's time. */
static struct log_facts facts_of_log(const struct plan *plan, const struct run_log *log, int today)
{
    struct log_facts facts = {
        .files = (int)log->file_count, .first = NO_DATE, .last = NO_DATE, .runs = 0};
    for (size_t i = 0; i < log->count; i++) {
        int date = log->runs[i].date;
        if (date < plan->weeks[0].start || date >= today)
            continue;
        facts.first = facts.first == NO_DATE ? date : facts.first;
        facts.last = date;
        facts.runs++;
        facts.distance += distance_from_m(log->runs[i].distance_m, plan->units);
    }
    return facts;
}

/* Reads what became of the plan's days, and marks them. */
static bool mark_days(struct plan *plan, const struct arguments *arguments,
                      struct planning_past *past, struct error *error)
{
    struct diary diary = {.today = arguments_date(arguments, OPTION_TODAY)};
    struct run_log log;
    if (!days_missed_read(arguments, OPTION_MISSED, plan->arena, &diary.missed, &diary.missed_count,
                          error) ||
        !read_log(plan, arguments, &diary, &log, error) || !marks_set(plan, &diary, error))
        return false;
    *past = (struct planning_past){plan, diary.today, facts_of_log(plan, &log, diary.today)};
    return true;
}

static struct plan *make_anew(const struct planning_past *past, const struct profile *profile,
                              const struct arguments *arguments, struct error *error)
{
    const struct planning_options choices = {arguments, OPTION_RULES, OPTION_TODAY};
    struct planning planning;
    struct plan *plan = NULL;
    if (planning_reopen(&planning, profile, past, &choices, error))
        plan = planning_make(&planning, error);
    planning_close(&planning);
    return plan;
}

/* What was said of the plan as a whole is still true where its biggest week and longest run are the
   same; it says more, as what the runner's own rules cost. */
static void keep_verdict(const struct plan *before, struct plan *after)
{
    const struct verdict *was = &before->verdict, *is = &after->verdict;
    if (!was->text || was->level != is->level || was->peak != is->peak ||
        was->longest != is->longest)
        return;
    after->verdict = *was;
    after->costs = before->costs;
    after->cost_count = before->cost_count;
}

static void replan(struct plan *past, const char *path, const struct arguments *arguments,
                   const struct export_format *format, struct error *error)
{
    const char *out = arguments_value(arguments, OPTION_OUT);
    if (past->made_from.start == NO_DATE)
        error_warn(error, path, 0, 0,
                   "the plan does not say what it was made from (made_from); that is taken from "
                   "its runner and its first week");
    struct planning_past marked;
    if (!mark_days(past, arguments, &marked, error))
        return;
    struct profile *profile = planner_profile_of(past);
    profile->path = path;
    struct plan *plan = make_anew(&marked, profile, arguments, error);
    if (plan)
        keep_verdict(past, plan);
    if (plan && (!out || output_plan(plan, format, out, path, error)))
        tell_changes(past, plan, marked.today, out, error);
    plan_free(plan);
}

static enum status run_replan(const struct arguments *arguments, struct error *error)
{
    const char *path = arguments->positionals[0], *out = arguments_value(arguments, OPTION_OUT);
    const char *name = arguments_value(arguments, OPTION_FORMAT);
    bool is_named = name || (out && strcmp(out, "-") != 0);
    const struct export_format *format =
        is_named ? output_format(name, out, error) : export_format_named("yaml");
    if (!arguments_value(arguments, OPTION_TODAY))
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "replan needs --today DATE: from which day on the plan is to be made anew");
    if (error_is_set(error))
        return error->status;
    struct plan *past = plan_input_read_ours(path, error);
    if (past)
        replan(past, path, arguments, format, error);
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
