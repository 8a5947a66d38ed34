/* Verdict: is the runner going to be ready? */
#include "planner/verdict.h"

#include "planner/days_off.h"
#include "planner/forecast.h"
#include "planner/race_slopes.h"
#include "words/message.h"

/* What a race asks for is no exact number. */
static int whole_units(int distance)
{
    return scale_round(distance, 1, HUNDREDTHS) * HUNDREDTHS;
}

/* What was trained: the week's distance without tune-up races. */
static int training_distance(const struct week *week)
{
    int distance = plan_week_distance(week);
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (week->days[d].sessions[i].kind == SESSION_TUNE_UP)
                distance -= week->days[d].sessions[i].distance;
    return distance;
}

static int asked_peak(const struct planner *planner)
{
    return training_template_asked_peak(planner->input->training_template,
                                        planner->plan->runner.vdot_tenths, planner->plan->units);
}

/* Whether the hills of the race are so many, and those of the training so few, that nobody is ready
   for them. */
static bool lacks_hills(const struct planner *planner)
{
    const struct plan *plan = planner->plan;
    const struct training_template *shape = planner->input->training_template;
    const struct {
        int race_m, per_km;
        enum quantity quantity;
    } ways[] = {{plan->race.climb_m, race_slopes_climb(plan), QUANTITY_CLIMB_M},
                {plan->race.descent_m, race_slopes_descent(plan), QUANTITY_DESCENT_M}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].per_km >= shape->needs_hills_m_per_km &&
            race_slopes_largest(plan, ways[i].quantity) <
                scale_floor(ways[i].race_m, shape->needs_hills_percent, 100))
            return true;
    return false;
}

static int asked_longest(const struct planner *planner)
{
    return distance_from_m(planner->input->training_template->needs_long_m, planner->plan->units);
}

/* How much of what the race asks is trained; held against the numbers before they were rounded. */
static int reached_percent(const struct planner *planner, int peak, int longest)
{
    return smaller_of(scale_floor(peak, 100, larger_of(asked_peak(planner), 1)),
                      scale_floor(longest, 100, larger_of(asked_longest(planner), 1)));
}

/* Whoever only wants to finish needs less, and is never tight for the rest. */
static enum verdict_level level_of(const struct planner *planner, int percent)
{
    const struct training_template *shape = planner->input->training_template;
    bool is_finisher = planner->plan->race.aim == AIM_FINISH;
    int least = is_finisher ? smaller_of(shape->finish_percent, shape->tight_percent)
                            : shape->tight_percent;
    if (percent < least)
        return VERDICT_SHORT;
    if (lacks_hills(planner) || forecast_goal_is_fast(planner))
        return VERDICT_TIGHT;
    return percent >= 100 ? VERDICT_READY : is_finisher ? VERDICT_FINISH : VERDICT_TIGHT;
}

/* Whoever is short of a time may have enough to finish. */
static const char *walk_breaks_words(const struct planner *planner, const struct verdict *verdict,
                                     int percent)
{
    bool is_enough = verdict->level == VERDICT_SHORT &&
                     percent >= planner->input->training_template->finish_percent;
    return is_enough ? "That is enough to finish, with walking breaks." : NULL;
}

static const char *verdict_message(const struct planner *planner, const struct verdict *verdict,
                                   int percent)
{
    struct arena *arena = planner->plan->arena;
    enum units units = planner->plan->units;
    bool is_to_race = planner->plan->race.aim == AIM_TIME || verdict->level == VERDICT_READY;
    char marks[4][MARK_SIZE];
    const char *const sentences[] = {
        arena_printf(arena, "The biggest week is %s, the longest run %s; %s about %s and %s.",
                     mark_distance(verdict->peak, units, marks[0]),
                     mark_distance(verdict->longest, units, marks[1]),
                     is_to_race ? "the race asks for" : "finishing asks for",
                     mark_distance(verdict->asks_peak, units, marks[2]),
                     mark_distance(verdict->asks_longest, units, marks[3])),
        walk_breaks_words(planner, verdict, percent),
        forecast_words(planner, percent),
        days_off_words(planner),
        race_slopes_words(planner),
    };
    return words_join(arena, " ", sentences, sizeof sentences / sizeof *sentences);
}

/* A week without days off. Others are no measure of what the runner is used to. */
static bool is_whole(const struct plan *plan, const struct week *week)
{
    return plan_open_days(plan, week) == plan_run_days(plan);
}

static bool has_whole_week(const struct plan *plan)
{
    for (size_t w = 0; w < plan_week_index(plan, plan->race.date); w++)
        if (is_whole(plan, &plan->weeks[w]))
            return true;
    return false;
}

void verdict_give(const struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct training_template *shape = planner->input->training_template;
    int peak = 0, longest = 0;
    bool has_whole = has_whole_week(plan);
    for (size_t w = 0; w <= plan_week_index(plan, plan->race.date); w++) {
        if (has_whole && !is_whole(plan, &plan->weeks[w]))
            continue;
        const struct session *run = week_longest_run(&plan->weeks[w]);
        int distance = training_distance(&plan->weeks[w]);
        peak = larger_of(peak, distance);
        longest = larger_of(longest, run ? run->distance : 0);
    }
    int percent = reached_percent(planner, peak, longest);
    struct verdict verdict = {
        .level = level_of(planner, percent), .peak = peak, .longest = longest};
    int asked = plan->race.aim == AIM_FINISH && verdict.level != VERDICT_READY
                    ? shape->finish_percent
                    : 100;
    verdict.asks_peak = whole_units(scale_round(asked_peak(planner), asked, 100));
    verdict.asks_longest = whole_units(scale_round(asked_longest(planner), asked, 100));
    verdict.text = verdict_message(planner, &verdict, percent);
    plan->verdict = verdict;
}
