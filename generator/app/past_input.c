/* Past input: --log, --missed and --runner. */
#include "app/past_input.h"

#include "app/course_input.h"
#include "app/days_missed.h"
#include "app/log_input.h"
#include "diary/marks.h"
#include "files/profile_file.h"
#include "planner/planner.h"

#define LEAST_DAYS_TO_RACE 10 /* to a race that is moved */

/* --- what was run ---------------------------------------------------------------------------- */

/* The middle of the plan's easy paces; UNKNOWN where it goes by effort. */
static int easy_pace(const struct plan *plan)
{
    const struct pace_range *easy = &plan->paces.easy;
    return easy->fast == UNKNOWN ? UNKNOWN : (easy->fast + easy->slow) / 2;
}

/* The runs that the log names; none without one. */
static bool read_log(const struct past_input *input, const struct plan *plan,
                     const struct past_options *options, struct diary *diary, struct run_log *log,
                     struct error *error)
{
    const struct log_input log_input = {
        .arguments = options->arguments,
        .first = options->log,
        .time_zone = input->runner ? input->runner->time_zone : NULL,
        .units = plan->units,
        .easy_pace_s = easy_pace(plan),
        .today = diary->today,
    };
    *log = (struct run_log){.first = NO_DATE, .last = NO_DATE};
    diary->has_log = log_input_is_given(&log_input);
    if (diary->has_log && !log_input_read(&log_input, plan->arena, log, error))
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

static bool mark_days(struct past_input *input, struct plan *plan,
                      const struct past_options *options, struct error *error)
{
    struct diary diary = {.today = arguments_date(options->arguments, options->today)};
    struct run_log log;
    if (!days_missed_read(options->arguments, options->missed, plan->arena, &diary.missed,
                          &diary.missed_count, error) ||
        !read_log(input, plan, options, &diary, &log, error) || !marks_set(plan, &diary, error))
        return false;
    input->past = (struct planning_past){
        .plan = plan, .today = diary.today, .log = facts_of_log(plan, &log, diary.today)};
    return true;
}

/* --- the runner ------------------------------------------------------------------------------ */

static bool read_runner(struct past_input *input, const struct past_options *options,
                        struct error *error)
{
    const char *path = arguments_value(options->arguments, options->runner);
    bool failed = false;
    if (!path)
        return true;
    input->runner = profile_read_partly(path, &failed, error);
    return input->runner && course_input_of_profile(input->runner, error) && !failed;
}

/* A race can't be moved to where nothing can be planned for it. */
static bool check_race(const struct past_input *input, const struct plan *plan, int today,
                       struct error *error)
{
    const struct profile *runner = input->runner;
    char race[DATE_TEXT_SIZE], from[DATE_TEXT_SIZE], first[DATE_TEXT_SIZE];
    int date = runner->race.date;
    if (date == plan->race.date || date >= today + LEAST_DAYS_TO_RACE)
        return true;
    error_add(error, STATUS_BAD_INPUT, runner->path, 0, 0,
              "race.date: %s is %s --today %s; a race can be moved to %s or later, as a nearer one "
              "leaves no time for another plan: then follow this one, or leave days out",
              date_format(date, race), date < today ? "before" : "less than 10 days after",
              date_format(today, from), date_format(today + LEAST_DAYS_TO_RACE, first));
    return false;
}

/* What was before the plan is as it was then. */
static void warn_of_history(const struct past_input *input, const struct plan *plan,
                            struct error *error)
{
    const struct runner *told = &input->runner->runner;
    bool is_same = told->recent_week_count == plan->made_from.recent_week_count;
    for (size_t i = 0; is_same && i < told->recent_week_count; i++)
        is_same = told->recent_weeks[i] == plan->made_from.recent_weeks[i];
    if (told->recent_weeks && !is_same && plan->made_from.start != NO_DATE)
        error_warn(error, input->runner->path, 0, 0,
                   "runner.recent_weeks are those before the plan, which stay as they were; what "
                   "was run since is told by --log");
}

static bool change_runner(struct past_input *input, const struct plan *plan, struct error *error)
{
    if (!input->runner)
        return true;
    if (!check_race(input, plan, input->past.today, error))
        return false;
    warn_of_history(input, plan, error);
    input->past.is_anew = planner_change_profile(input->profile, input->runner, input->past.today);
    return true;
}

bool past_input_open(struct past_input *input, struct plan *plan, const char *path,
                     const struct past_options *options, struct error *error)
{
    *input = (struct past_input){0};
    if (!read_runner(input, options, error) || !mark_days(input, plan, options, error))
        return false;
    input->profile = planner_profile_of(plan);
    input->profile->path = path;
    return change_runner(input, plan, error);
}

void past_input_close(struct past_input *input)
{
    profile_free(input->runner);
}
