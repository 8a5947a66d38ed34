/* hillplan generate: from a profile to a plan in any format. */
#include "app/commands.h"
#include "app/course_input.h"
#include "app/export_options.h"
#include "app/log_input.h"
#include "app/planning.h"
#include "app/print_options.h"
#include "app/rule_costs.h"
#include "app/ways_out.h"
#include "files/profile_file.h"
#include "planner/cost.h"
#include "training/pace.h"
#include "words/message.h"

enum {
    OPTION_EXPORT,
    OPTION_RULES = OPTION_EXPORT + EXPORT_OPTION_COUNT,
    OPTION_SCRIPT_SECONDS,
    OPTION_PRINT,
    OPTION_TODAY = OPTION_PRINT + PRINT_OPTION_COUNT,
    OPTION_LOG,
};

static const struct option options[] = {
    EXPORT_OPTIONS(OPTION_EXPORT, "write to this file; - is standard output",
                   "by default as OUT ends, or pdf:"),
    [OPTION_RULES] = RULES_OPTION,
    [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION,
    PRINT_OPTIONS(OPTION_PRINT),
    [OPTION_TODAY] = TODAY_OPTION("plan as if today were this date"),
    LOG_OPTIONS(OPTION_LOG, "runs of late, for what the profile leaves out"),
};

/* The middle of the runner's easy paces by the recent race; UNKNOWN without one. */
static int easy_pace(const struct profile *profile)
{
    const struct recent_race *race = &profile->runner.recent_race;
    if (race->distance.metres == 0)
        return UNKNOWN;
    struct paces paces = paces_from_race(race->distance.metres, race->time_s, profile->units);
    return (paces.easy.fast + paces.easy.slow) / 2;
}

/* What the profile leaves out is taken from the log, if there is one. */
static bool fill_from_log(struct profile *profile, const struct arguments *arguments,
                          struct error *error)
{
    const struct planning_options choices = {arguments, OPTION_RULES, OPTION_TODAY};
    const struct log_input input = {
        .arguments = arguments,
        .first = OPTION_LOG,
        .time_zone = profile->time_zone,
        .units = profile->units,
        .easy_pace_s = easy_pace(profile),
        .today = planning_today(&choices),
    };
    int start;
    return !log_input_is_given(&input) || (planning_start(profile, input.today, &start, error) &&
                                           log_input_fill(&input, profile, start, error));
}

static struct plan *make_plan(const struct profile *profile, const struct arguments *arguments,
                              struct error *error)
{
    const struct planning_options choices = {arguments, OPTION_RULES, OPTION_TODAY};
    struct planning planning;
    struct plan *plan = NULL;
    if (planning_open(&planning, profile, &choices, error))
        plan = planning_make(&planning, error);
    if (plan) {
        if (!rule_costs_find(&planning, plan))
            ways_out_tell(&planning, plan);
        cost_tell(plan);
        planning_tell_days_off(&planning, plan);
    }
    planning_close(&planning);
    return plan;
}

/* What the runner's own rules cost is told last, as there is something to choose. */
static void tell_cost(const struct plan *plan, const char *path, struct error *error)
{
    const struct words words = {plan->arena, plan->units, NULL};
    error_warn(error, path, 0, 0, "%s", message_phrase(&words, cost_message(plan)));
}

static enum status run_generate(const struct arguments *arguments, struct error *error)
{
    const char *path = arguments->positionals[0];
    struct plan_output output;
    if (!export_options_read(arguments, OPTION_EXPORT, "pdf", &output, error))
        return error->status;
    if (output.format->usual_weeks > 0 && output.from == NO_DATE)
        output.from = arguments_date(arguments, OPTION_TODAY);
    bool failed;
    struct profile *profile = arguments_value(arguments, OPTION_LOG + LOG_FILES)
                                  ? profile_read_partly(path, &failed, error)
                                  : profile_read_with_mistakes(path, &failed, error);
    struct plan *plan = NULL;
    /* The course's mistakes are told along with the profile's. */
    if (profile && course_input_of_profile(profile, error) && !failed &&
        print_options_apply(arguments, OPTION_PRINT, &profile->print, error) &&
        fill_from_log(profile, arguments, error))
        plan = make_plan(profile, arguments, error);
    if (plan && output_plan(plan, &output, path, error) && plan->cost_count > 0)
        tell_cost(plan, path, error);
    plan_free(plan);
    profile_free(profile);
    return error->status;
}

const struct command command_generate = {
    .name = "generate",
    .operands = "PROFILE",
    .summary = "Make a training plan from a runner's profile.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "a runner's profile",
    .most_positionals = 1,
    .run = run_generate,
};
