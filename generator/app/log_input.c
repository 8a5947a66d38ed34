#include "app/log_input.h"

#include <stdlib.h>

#include "app/setup.h"
#include "logs/log_runner.h"

#define DIFFERS_PERCENT 20

bool log_input_is_given(const struct log_input *input)
{
    return input->arguments->value_counts[input->first + LOG_FILES] > 0;
}

static bool read_with(const struct log_input *input, const struct log_words *words,
                      struct arena *arena, struct run_log *log, struct error *error)
{
    const struct arguments *arguments = input->arguments;
    size_t files = input->first + LOG_FILES;
    const char *zone = arguments_value(arguments, input->first + LOG_TIME_ZONE);
    const struct run_log_hints hints = {
        .words = words,
        .time_zone = zone ? zone : input->time_zone,
        .units = arguments_word(arguments, input->first + LOG_UNITS_TOLD, UNKNOWN),
        .plan_units = input->units,
        .today = input->today,
        .easy_pace_s = input->easy_pace_s,
    };
    return run_log_read(arguments->values[files], arguments->value_counts[files], &hints, arena,
                        log, error);
}

bool log_input_read(const struct log_input *input, struct arena *arena, struct run_log *log,
                    struct error *error)
{
    struct log_words *words = setup_log_words(error);
    bool is_read = words && read_with(input, words, arena, log, error);
    log_words_free(words);
    return is_read;
}

/* ---- what a profile leaves out ---- */

/* Whether two quantities are further apart than is told of. */
static bool differ(int a, int b)
{
    int larger = larger_of(a, b), smaller = smaller_of(a, b);
    return smaller < scale_floor(larger, 100 - DIFFERS_PERCENT, 100);
}

/* Tells that the profile's word differs from the log's. */
static void tell_distance(const struct profile *profile, const char *what, int own, int logged,
                          struct error *error)
{
    char mine[QUANTITY_TEXT_SIZE], theirs[QUANTITY_TEXT_SIZE];
    if (differ(own, logged))
        error_warn(error, profile->path, 0, 0, "%s %s %s here and %s %s by the log; this counts",
                   what, distance_format(own, mine), units_name(profile->units),
                   distance_format(logged, theirs), units_name(profile->units));
}

static void tell_metres(const struct profile *profile, const char *what, int own, int logged,
                        struct error *error)
{
    if (differ(own, logged))
        error_warn(error, profile->path, 0, 0, "%s %d m here and %d m by the log; this counts",
                   what, own, logged);
}

static void fill_weeks(struct profile *profile, const struct runner *logged, struct error *error)
{
    struct runner *runner = &profile->runner;
    if (runner->recent_weeks) {
        tell_distance(profile, "runner.recent_weeks: their mean is", runner_mean_week(runner),
                      runner_mean_week(logged), error);
        return;
    }
    runner->recent_weeks = logged->recent_weeks;
    runner->recent_week_count = logged->recent_week_count;
}

static void fill_runner(struct profile *profile, const struct runner *logged, struct error *error)
{
    struct runner *runner = &profile->runner;
    bool is_told = runner->longest_recent_run != UNKNOWN || runner->last_downhill_date != NO_DATE;
    fill_weeks(profile, logged, error);
    if (!is_told) { /* rules take the single runs' word, and the profile's is to win */
        runner->recent_runs = logged->recent_runs;
        runner->recent_run_count = logged->recent_run_count;
    }
    if (runner->longest_recent_run == UNKNOWN)
        runner->longest_recent_run = logged->longest_recent_run;
    else if (logged->longest_recent_run != UNKNOWN)
        tell_distance(profile, "runner.longest_recent_run: is", runner->longest_recent_run,
                      logged->longest_recent_run, error);
    if (runner->usual_descent_m == UNKNOWN)
        runner->usual_descent_m = logged->usual_descent_m;
    else if (logged->usual_descent_m != UNKNOWN)
        tell_metres(profile, "runner.usual_descent_m: is", runner->usual_descent_m,
                    logged->usual_descent_m, error);
    if (runner->last_downhill_date == NO_DATE) {
        runner->last_downhill_date = logged->last_downhill_date;
        runner->last_downhill_descent_m = logged->last_downhill_descent_m;
    } else if (logged->last_downhill_date != NO_DATE) {
        tell_metres(profile, "runner.last_downhill.descent_m: is", runner->last_downhill_descent_m,
                    logged->last_downhill_descent_m, error);
    }
}

/* The log has to reach to the plan's beginning, or the weeks in between count as weeks off. */
static void tell_gap(const struct run_log *log, const struct log_input *input, int start,
                     struct error *error)
{
    char last[DATE_TEXT_SIZE];
    int until = smaller_of(start - 1, input->today);
    if (until - log->last > DAYS_PER_WEEK)
        error_warn(error, NULL, 0, 0,
                   "the log ends on %s, %d days ago; the days since then count as days without a "
                   "run",
                   date_format(log->last, last), until - log->last);
}

bool log_input_fill(const struct log_input *input, struct profile *profile, int start,
                    struct error *error)
{
    struct run_log log;
    struct log_words *words = setup_log_words(error);
    const struct log_view view = {start, input->today, profile->week.starts_on, profile->units};
    bool is_read = words && read_with(input, words, profile->arena, &log, error);
    if (is_read) {
        struct runner logged = log_runner(&log, words, &view, profile->arena);
        if (logged.recent_weeks) {
            tell_gap(&log, input, start, error);
            fill_runner(profile, &logged, error);
        } else {
            char date[DATE_TEXT_SIZE];
            error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                      "the log has no run before the plan's start on %s", date_format(start, date));
            is_read = false;
        }
    }
    log_words_free(words);
    return is_read;
}
