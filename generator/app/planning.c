#include "app/planning.h"

#include <time.h>

#include "app/setup.h"
#include "planner/cost.h"
#include "planner/planner.h"

/* Today on the runner's calendar. */
static int date_today(void)
{
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local))
        return 0;
    return date_from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

int planning_today(const struct planning_options *options)
{
    int named = arguments_date(options->arguments, options->today);
    return named == NO_DATE ? date_today() : named;
}

bool planning_start(const struct profile *profile, int today, int *start, struct error *error)
{
    *start = profile->start;
    if (*start == NO_DATE)
        *start = date_on_or_before(today + DAYS_PER_WEEK - 1, profile->week.starts_on);
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

bool planning_open(struct planning *planning, const struct profile *profile,
                   const struct planning_options *options, struct error *error)
{
    *planning = (struct planning){.profile = profile, .options = options};
    if (!planning_start(profile, planning_today(options), &planning->start, error) ||
        !setup_templates(profile, &planning->library, &planning->training_template, error))
        return false;
    planning->rules = setup_built_in_rules(error);
    return planning->rules &&
           setup_profile_rules(planning->rules, profile, planning->training_template,
                               options->arguments, options->rules, error);
}

bool planning_reopen(struct planning *planning, const struct profile *profile,
                     const struct planning_past *past, const struct planning_options *options,
                     struct error *error)
{
    *planning = (struct planning){
        .profile = profile,
        .options = options,
        .start = profile->start,
        .past = *past,
    };
    if (!setup_templates(profile, &planning->library, &planning->training_template, error))
        return false;
    planning->rules = setup_rules_of(past->plan, options->arguments, options->rules, error);
    if (planning->rules && past->plan->made_from.start == NO_DATE)
        ruleset_hold_newer(planning->rules, past->plan);
    return planning->rules;
}

struct plan *planning_make_by(const struct planning *planning, struct ruleset *rules,
                              struct error *error)
{
    const struct planner_input input = {
        .profile = planning->profile,
        .training_template = planning->training_template,
        .rules = rules,
        .start = planning->start,
        .past = planning->past.plan,
        .today = planning->past.today,
        .log = planning->past.log,
        .is_anew = planning->past.is_anew,
    };
    return planner_make_plan(&input, error);
}

struct plan *planning_make(const struct planning *planning, struct error *error)
{
    return planning_make_by(planning, planning->rules, error);
}

void planning_tell_days_off(const struct planning *planning, struct plan *plan)
{
    struct profile whole = *planning->profile;
    struct planning other = *planning;
    struct error error;
    bool is_asked = false;
    for (size_t i = 0; i < plan->break_count; i++)
        is_asked = is_asked || plan_break_is_long(plan, &plan->breaks[i]);
    if (!is_asked)
        return;
    whole.week.unavailable_count = 0;
    other.profile = &whole;
    error_init(&error);
    struct plan *without = planning_make(&other, &error);
    if (without) {
        cost_note_days_off(plan, without);
        cost_tell_days_off(plan, without);
    }
    plan_free(without);
    error_release(&error);
}

void planning_close(struct planning *planning)
{
    ruleset_free(planning->rules);
    training_template_free(planning->training_template);
    session_library_free(planning->library);
}
