#include "app/plan_input.h"

#include "app/course_input.h"
#include "app/setup.h"
#include "files/plan_file.h"
#include "files/profile_file.h"
#include "import/import.h"
#include "import/lexicon.h"
#include "planner/planner.h"
#include "training/pace.h"

struct plan *plan_input_read_ours(const char *path, struct error *error)
{
    if (import_format_of(path) == IMPORT_NONE)
        return plan_read(path, error);
    error_add(error, STATUS_BAD_INPUT, path, 0, 0,
              "is no plan document; hillplan check judges it, but only plan documents can be "
              "printed and explained");
    return NULL;
}

static bool read_runner(struct plan_input *input, const char *path, struct error *error)
{
    if (!path)
        return true;
    input->profile = profile_read(path, error);
    return input->profile && course_input_of_profile(input->profile, error) &&
           setup_templates(input->profile, &input->library, &input->training_template, error);
}

/* The middle of the runner's easy paces by the recent race; 0 without one. */
static int easy_pace(const struct profile *profile, enum units units)
{
    const struct recent_race *race = &profile->runner.recent_race;
    if (race->distance.metres == 0)
        return 0;
    struct paces paces = paces_from_race(race->distance.metres, race->time_s, units);
    return (paces.easy.fast + paces.easy.slow) / 2;
}

static struct plan *read_imported(const char *path, enum import_format format,
                                  const struct profile *profile, const struct plan_options *options,
                                  struct error *error)
{
    struct lexicon *words = setup_words(error);
    struct import_hints hints = {
        .words = words,
        .named_start = arguments_date(options->arguments, options->start),
        .race_date = profile ? profile->race.date : NO_DATE,
        .runner_start = profile ? profile->start : NO_DATE,
        .units = profile ? (int)profile->units : UNKNOWN,
        .starts_on = profile ? (int)profile->week.starts_on : UNKNOWN,
        .takes_times = options->takes_times,
        .strict = options->is_strict || arguments_value(options->arguments, options->strict),
    };
    for (int units = 0; profile && units < UNITS_COUNT; units++)
        hints.easy_pace_s[units] = easy_pace(profile, (enum units)units);
    struct plan *plan = words ? import_read(path, format, &hints, error) : NULL;
    lexicon_free(words);
    return plan;
}

/* The plan of the file, with what the profile knows of its runner. */
static struct plan *read_plan(const char *path, const struct plan_input *input,
                              const struct plan_options *options, struct error *error)
{
    char date[DATE_TEXT_SIZE];
    enum import_format format = import_format_of(path);
    struct plan *plan = format == IMPORT_NONE
                            ? plan_read(path, error)
                            : read_imported(path, format, input->profile, options, error);
    if (!plan || !input->profile)
        return plan;
    int race_date = input->profile->race.date;
    planner_adopt_runner(plan, input->profile);
    if (plan->time_pace_s && plan->paces.easy.fast == UNKNOWN)
        plan->paces.easy = (struct pace_range){plan->time_pace_s, plan->time_pace_s};
    if (plan_week_index(plan, race_date) == plan->week_count)
        error_warn(error, path, 0, 0,
                   "the race of %s on %s is not within the plan; use a profile with its date",
                   input->profile->path, date_format(race_date, date));
    return plan;
}

static struct ruleset *load_rules(const struct plan_input *input,
                                  const struct plan_options *options, struct error *error)
{
    if (input->plan->rules || !input->profile)
        return setup_plan_rules(input->plan, options->arguments, options->rules, error);
    struct ruleset *rules = setup_built_in_rules(error);
    if (rules &&
        setup_profile_rules(rules, input->profile, input->training_template, options->arguments,
                            options->rules, error) &&
        ruleset_bind(rules, input->plan, error))
        return rules;
    ruleset_free(rules);
    return NULL;
}

bool plan_input_open(struct plan_input *input, const char *path, const struct plan_options *options,
                     struct error *error)
{
    *input = (struct plan_input){0};
    if (!read_runner(input, arguments_value(options->arguments, options->runner), error))
        return false;
    input->plan = read_plan(path, input, options, error);
    if (input->plan)
        input->rules = load_rules(input, options, error);
    return input->rules != NULL;
}

void plan_input_close(struct plan_input *input)
{
    ruleset_free(input->rules);
    plan_free(input->plan);
    training_template_free(input->training_template);
    session_library_free(input->library);
    profile_free(input->profile);
}
