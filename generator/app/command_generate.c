/* hillplan generate: from a profile to a plan in any format. */
#include <time.h>

#include "app/commands.h"
#include "app/course_input.h"
#include "app/output.h"
#include "app/print_options.h"
#include "app/setup.h"
#include "files/profile_file.h"
#include "planner/planner.h"

enum {
    OPTION_OUT,
    OPTION_FORMAT,
    OPTION_RULES,
    OPTION_PRINT,
    OPTION_TODAY = OPTION_PRINT + PRINT_OPTION_COUNT,
};

static const struct option options[] = {
    [OPTION_OUT] = {"output", 'o', "OUT", "write to this file; - is standard output", false},
    [OPTION_FORMAT] = {"format", 'f', "FORMAT",
                       "pdf, yaml, json, text, csv, csv-weeks or ics (default: by OUT)", false},
    [OPTION_RULES] = {"rules", 0, "FILE|DIR", "add a rule, or a folder of rules", true},
    PRINT_OPTIONS(OPTION_PRINT),
    [OPTION_TODAY] = {"today", 0, "DATE", "plan as if today were this date", false},
};

/* Today on the runner's calendar. */
static int today(void)
{
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local))
        return 0;
    return date_from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

/* The start of the plan; false where --today is no date, or the race is over. */
static bool choose_start(const struct profile *profile, const char *named_today, int *start,
                         struct error *error)
{
    int date;
    *start = profile->start;
    if (named_today && !date_parse(named_today, &date)) {
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "--today: '%s' is no date; write it like 2027-01-31", named_today);
        return false;
    }
    if (*start == NO_DATE) {
        if (!named_today)
            date = today();
        *start = date_on_or_before(date + DAYS_PER_WEEK - 1, profile->week.starts_on);
    }
    if (*start > profile->race.date) {
        char first[DATE_TEXT_SIZE], race[DATE_TEXT_SIZE];
        error_add(error, STATUS_BAD_INPUT, profile->path, 0, 0,
                  "the first week that can be planned starts on %s, after the race on %s: correct "
                  "race.date, or give an earlier start",
                  date_format(*start, first), date_format(profile->race.date, race));
        return false;
    }
    return true;
}

static struct plan *make_plan(const struct profile *profile, const struct arguments *arguments,
                              struct error *error)
{
    struct session_library *library = NULL;
    struct training_template *training_template = NULL;
    struct ruleset *rules = NULL;
    struct plan *plan = NULL;
    struct planner_input input = {.profile = profile};
    if (choose_start(profile, arguments_value(arguments, OPTION_TODAY), &input.start, error) &&
        setup_templates(profile, &library, &training_template, error) &&
        (rules = setup_built_in_rules(error)) &&
        setup_profile_rules(rules, profile, training_template, arguments, OPTION_RULES, error)) {
        input.training_template = training_template;
        input.rules = rules;
        plan = planner_make_plan(&input, error);
    }
    ruleset_free(rules);
    training_template_free(training_template);
    session_library_free(library);
    return plan;
}

static enum status run(const struct arguments *arguments, struct error *error)
{
    const char *path = arguments->positionals[0], *out = arguments_value(arguments, OPTION_OUT);
    enum format format;
    if (!output_format(arguments_value(arguments, OPTION_FORMAT), out, &format, error))
        return error->status;
    bool failed;
    struct profile *profile = profile_read_with_mistakes(path, &failed, error);
    struct plan *plan = NULL;
    /* The course's mistakes are told along with the profile's. */
    if (profile && course_input_of_profile(profile, error) && !failed &&
        print_options_apply(arguments, OPTION_PRINT, &profile->print, error))
        plan = make_plan(profile, arguments, error);
    if (plan)
        output_plan(plan, format, out, path, error);
    plan_free(plan);
    profile_free(profile);
    return error->status;
}

const struct command command_generate = {
    .name = "generate",
    .usage = "hillplan generate PROFILE [-o OUT] [-f FORMAT] [--rules FILE|DIR]... [--paper PAPER] "
             "[--pages PAGES] [--language LANGUAGE] [--ink INK] [--color COLOR] [--two-up] [--look "
             "FILE] "
             "[--today DATE]",
    .summary = "Make a training plan from a runner's profile.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least_positionals = 1,
    .most_positionals = 1,
    .run = run,
};
