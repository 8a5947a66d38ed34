/* Days off: what is noted of them, and the sentences. */
#include "planner/days_off.h"

#include "planner/ask.h"
#include "planner/cost.h"
#include "words/message.h"

#define SECONDS_PER_HOUR 3600

/* A time that is so many percent slower, in whole minutes where it is long. */
static int slower(int time_s, int percent)
{
    int step = time_s >= SECONDS_PER_HOUR ? SECONDS_PER_MINUTE : 1;
    return scale_round(time_s, 100 + percent, 100 * step) * step;
}

/* Of the time that is expected, where one is. */
static const char *slower_words(const struct planner *planner)
{
    const struct forecast_shape *shape = &planner->input->training_template->forecast;
    struct arena *arena = planner->plan->arena;
    int time_s = planner->forecast.time_s;
    char marks[6][MARK_SIZE];
    if (time_s == UNKNOWN || cost_days_off(planner->plan, shape) == 0)
        return NULL;
    return arena_printf(
        arena,
        "Marathon runners with %s days off or more in the last %s weeks were %s to %s slower; "
        "here that would be %s to %s.",
        mark_count(shape->days_off_least, marks[0]), mark_count(shape->days_off_weeks, marks[1]),
        mark_percent(shape->slower_least, marks[2]), mark_percent(shape->slower_most, marks[3]),
        mark_time(slower(time_s, shape->slower_least), marks[4]),
        mark_time(slower(time_s, shape->slower_most), marks[5]));
}

/* Where the way back reaches into the taper. */
static const char *late_return_words(const struct planner *planner)
{
    const struct plan *plan = planner->plan;
    char mark[MARK_SIZE];
    if (planner->late_returns == 0)
        return NULL;
    return arena_printf(
        plan->arena,
        "The way back after days off isn't finished before the taper; a race on %s or later would "
        "leave time for it.",
        mark_date(plan->race.date + planner->late_returns * DAYS_PER_WEEK, mark));
}

bool days_off_measure(struct planner *planner, struct error *error)
{
    const struct plan *plan = planner->plan;
    for (size_t i = 0; i < plan->break_count; i++)
        if (plan->breaks[i].first < plan->race.date && !ask_break_level(planner, i, error))
            return false;
    return true;
}

const char *days_off_words(const struct planner *planner)
{
    const char *const sentences[] = {slower_words(planner), late_return_words(planner)};
    return words_join(planner->plan->arena, " ", sentences, sizeof sentences / sizeof *sentences);
}
