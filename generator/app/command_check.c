/* hillplan check: a plan, of hillplan or of somebody else, against every rule. */
#include "app/commands.h"
#include "app/course_input.h"
#include "app/findings_report.h"
#include "app/option_values.h"
#include "app/setup.h"
#include "base/file.h"
#include "files/foreign_file.h"
#include "files/plan_file.h"
#include "files/profile_file.h"
#include "planner/planner.h"

enum { OPTION_FORMAT, OPTION_RULES, OPTION_RUNNER, OPTION_EXPLAIN };

static const struct option options[] = {
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", "text or json (default: text)", false},
    [OPTION_RULES] = {"rules", 0, "FILE|DIR", "add a rule, or a folder of rules", true},
    [OPTION_RUNNER] = {"runner", 0, "PROFILE",
                       "whose plan it is: recent weeks, race, days and hills", false},
    [OPTION_EXPLAIN] = {"explain", 0, NULL, "tell why of each rule that is named, and its source",
                        false},
};

/* What the profile of --runner says, with its templates; all NULL where there is none. */
struct runner_input {
    struct profile *profile;
    struct session_library *library;
    struct training_template *training_template;
};

static bool read_runner(const struct arguments *arguments, struct runner_input *input,
                        struct error *error)
{
    const char *path = arguments_value(arguments, OPTION_RUNNER);
    *input = (struct runner_input){0};
    if (!path)
        return true;
    input->profile = profile_read(path, error);
    return input->profile && course_input_of_profile(input->profile, error) &&
           setup_templates(input->profile, &input->library, &input->training_template, error);
}

static void release_runner(struct runner_input *input)
{
    training_template_free(input->training_template);
    session_library_free(input->library);
    profile_free(input->profile);
}

static struct plan *read_foreign(const char *path, enum foreign_format format,
                                 const struct profile *profile, struct error *error)
{
    struct word_table *words = setup_words(error);
    struct foreign_hints hints = {
        .words = words,
        .race_date = profile ? profile->race.date : NO_DATE,
        .units = profile ? (int)profile->units : UNKNOWN,
        .starts_on = profile ? (int)profile->week.starts_on : UNKNOWN,
    };
    struct plan *plan = words ? foreign_read(path, format, &hints, error) : NULL;
    word_table_free(words);
    return plan;
}

/* The plan of the file, with what the profile knows of its runner. */
static struct plan *read_plan(const char *path, const struct runner_input *input,
                              struct error *error)
{
    char date[DATE_TEXT_SIZE];
    enum foreign_format format = foreign_format_of(path);
    struct plan *plan = format == FOREIGN_NONE ? plan_read(path, error)
                                               : read_foreign(path, format, input->profile, error);
    if (!plan || !input->profile)
        return plan;
    int race_date = input->profile->race.date;
    planner_adopt_runner(plan, input->profile, input->training_template);
    if (plan_week_index(plan, race_date) == plan->week_count)
        error_warn(error, path, 0, 0,
                   "the race of %s on %s is not within the plan; use a profile with its date",
                   input->profile->path, date_format(race_date, date));
    return plan;
}

/* The rules of a plan document are those it lists, of other plans those of the profile. */
static struct ruleset *load_rules(const struct plan *plan, const struct runner_input *input,
                                  const struct arguments *arguments, struct error *error)
{
    if (plan->has_rules || !input->profile)
        return setup_plan_rules(plan, arguments, OPTION_RULES, error);
    struct ruleset *rules = setup_built_in_rules(error);
    if (rules &&
        setup_profile_rules(rules, input->profile, input->training_template, arguments,
                            OPTION_RULES, error) &&
        ruleset_bind(rules, plan, error))
        return rules;
    ruleset_free(rules);
    return NULL;
}

static enum status judge(struct ruleset *rules, const struct plan *plan, const char *path,
                         const struct arguments *arguments, bool as_json, struct error *error)
{
    struct findings findings;
    struct readings readings;
    struct findings_report report = {rules,     plan,
                                     path,      &findings,
                                     &readings, arguments_value(arguments, OPTION_EXPLAIN) != NULL};
    /* A plan that lists its rules has made its choices. */
    readings.count = 0;
    if (!check_plan(rules, plan, plan->arena, &findings, error) ||
        (!plan->has_rules &&
         !readings_of_plan(rules, plan, &findings, plan->arena, &readings, error)))
        return error->status;
    struct text out = TEXT_INIT;
    if (!as_json)
        findings_report_text(&report, &out);
    if (!as_json || findings_report_json(&report, &out, error))
        file_write("-", text_string(&out), out.length, error);
    text_release(&out);
    return findings.kept ? STATUS_OK : STATUS_RULE_BROKEN;
}

static enum status run(const struct arguments *arguments, struct error *error)
{
    bool as_json;
    if (!option_as_json(arguments, OPTION_FORMAT, &as_json, error))
        return error->status;
    const char *path = arguments->positionals[0];
    struct runner_input input;
    struct plan *plan = NULL;
    if (read_runner(arguments, &input, error))
        plan = read_plan(path, &input, error);
    struct ruleset *rules = plan ? load_rules(plan, &input, arguments, error) : NULL;
    enum status status = rules ? judge(rules, plan, path, arguments, as_json, error) : STATUS_OK;
    ruleset_free(rules);
    plan_free(plan);
    release_runner(&input);
    return error_is_set(error) ? error->status : status;
}

const struct command command_check = {
    .name = "check",
    .usage = "hillplan check PLAN [-f text|json] [--explain] [--runner PROFILE] "
             "[--rules FILE|DIR]...",
    .summary = "Hold a plan against every rule; exit status 1 where a must rule is broken. PLAN is "
               "a plan document, or\nsomebody else's plan: a table (.csv), a calendar (.ics), or a "
               "YAML schedule of weeks.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least_positionals = 1,
    .most_positionals = 1,
    .run = run,
};
