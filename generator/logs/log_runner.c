/* What a log tells of its runner before a plan begins. */
#include "logs/log_runner.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "logs/log_words.h"

#define MOST_RUNS 500 /* that a plan document holds */

/* The metres of a week, by its first day. */
static int week_m(const struct run_log *log, int first)
{
    int64_t sum = 0;
    for (size_t i = 0; i < log->count; i++)
        if (log->runs[i].date >= first && log->runs[i].date < first + DAYS_PER_WEEK)
            sum += log->runs[i].distance_m;
    return sum > INT_MAX ? INT_MAX : (int)sum;
}

/* The first day of the last week that is over, and before day 1. A run of its last day ends it. */
static int last_whole_week(const struct run_log *log, const struct log_view *view)
{
    int over = log->last >= view->today ? view->today + 1 : view->today;
    int end = smaller_of(over, view->start);
    return date_on_or_before(end - DAYS_PER_WEEK, view->starts_on);
}

static void find_weeks(struct runner *runner, const struct run_log *log, int most_weeks,
                       const struct log_view *view, struct arena *arena)
{
    int last = last_whole_week(log, view);
    int first = date_on_or_before(log->first, view->starts_on);
    int count = smaller_of((last - first) / DAYS_PER_WEEK + 1, most_weeks);
    if (last < first)
        count = 1; /* it has begun to run this week */
    runner->recent_week_count = (size_t)count;
    runner->recent_weeks = arena_array(arena, (size_t)count, sizeof(int));
    for (int i = 0; i < count; i++)
        runner->recent_weeks[i] = distance_from_m(
            week_m(log, larger_of(last, first) - (count - 1 - i) * DAYS_PER_WEEK), view->units);
}

static bool is_within(const struct run *run, const struct log_view *view, int days)
{
    return run->date < view->start && run->date >= view->start - days;
}

static int compare_metres(const void *a, const void *b)
{
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

/* The descent that half of the runs don't reach. */
static int usual_descent(const struct run_log *log, const struct log_view *view, int days)
{
    int *metres = memory_resize(NULL, log->count, sizeof *metres);
    size_t count = 0;
    for (size_t i = 0; i < log->count; i++)
        if (is_within(&log->runs[i], view, days) && log->runs[i].descent_m != UNKNOWN)
            metres[count++] = log->runs[i].descent_m;
    qsort(metres, count, sizeof *metres, compare_metres);
    int usual = count > 0 ? metres[(count - 1) / 2] : UNKNOWN;
    free(metres);
    return usual;
}

static void find_last_downhill(struct runner *runner, const struct run_log *log,
                               const struct log_spans *spans, const struct log_view *view)
{
    int usual = larger_of(runner->usual_descent_m, 0);
    int least = larger_of(spans->least_descent_m, scale_round(usual, spans->least_percent, 100));
    for (size_t i = 0; i < log->count; i++) {
        const struct run *run = &log->runs[i];
        if (!is_within(run, view, spans->descent_days) || run->descent_m < least)
            continue;
        bool is_same_day = run->date == runner->last_downhill_date;
        runner->last_downhill_date = run->date;
        runner->last_downhill_descent_m =
            is_same_day ? larger_of(runner->last_downhill_descent_m, run->descent_m)
                        : run->descent_m;
    }
}

static void find_runs(struct runner *runner, const struct run_log *log, int days,
                      const struct log_view *view, struct arena *arena)
{
    size_t first = 0, end = log->count;
    while (end > 0 && log->runs[end - 1].date >= view->start)
        end--;
    while (first < end && !is_within(&log->runs[first], view, days))
        first++;
    if (end - first > MOST_RUNS)
        first = end - MOST_RUNS;
    runner->recent_run_count = end - first;
    runner->recent_runs = arena_array(arena, end - first + 1, sizeof *runner->recent_runs);
    for (size_t i = first; i < end; i++)
        runner->recent_runs[i - first] = (struct recent_run){
            .date = log->runs[i].date,
            .distance = distance_from_m(log->runs[i].distance_m, view->units),
            .climb_m = log->runs[i].climb_m,
            .descent_m = log->runs[i].descent_m,
        };
}

struct runner log_runner(const struct run_log *log, const struct log_words *words,
                         const struct log_view *view, struct arena *arena)
{
    const struct log_spans *spans = &words->spans;
    struct runner runner = {.longest_recent_run = UNKNOWN,
                            .usual_descent_m = UNKNOWN,
                            .last_downhill_date = NO_DATE,
                            .last_downhill_descent_m = UNKNOWN,
                            .vdot_tenths = UNKNOWN};
    if (log->count == 0 || log->first >= view->start)
        return runner;
    find_weeks(&runner, log, spans->weeks, view, arena);
    for (size_t i = 0; i < log->count; i++)
        if (is_within(&log->runs[i], view, spans->longest_days))
            runner.longest_recent_run = larger_of(
                runner.longest_recent_run, distance_from_m(log->runs[i].distance_m, view->units));
    runner.usual_descent_m = usual_descent(log, view, spans->descent_days);
    find_last_downhill(&runner, log, spans, view);
    find_runs(&runner, log, spans->run_days, view, arena);
    return runner;
}
