/* Verdict: is the runner going to be ready? */
#include "planner/hills.h"
#include "planner/race_slopes.h"
#include "planner/verdict.h"
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

/* The most climb, or descent, of a run before the race. */
static int largest_hill(const struct plan *plan, enum quantity quantity)
{
    int largest = 0;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++) {
                const struct session *session = &plan->weeks[w].days[d].sessions[i];
                if (plan->weeks[w].days[d].date < plan->race.date && session_is_run(session))
                    largest = larger_of(largest, session_quantity(session, quantity));
            }
    return largest;
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
    } ways[] = {{plan->race.climb_m, hills_race_climb(plan), QUANTITY_CLIMB_M},
                {plan->race.descent_m, hills_race_descent(plan), QUANTITY_DESCENT_M}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].per_km >= shape->needs_hills_m_per_km &&
            largest_hill(plan, ways[i].quantity) <
                scale_floor(ways[i].race_m, shape->needs_hills_percent, 100))
            return true;
    return false;
}

/* What the race asks for is held against the numbers before they were rounded. */
static enum verdict_level level_of(const struct planner *planner, int peak, int longest)
{
    const struct training_template *shape = planner->input->training_template;
    int needs_long = distance_from_m(shape->needs_long_m, planner->plan->units);
    int least = smaller_of(scale_floor(peak, 100, larger_of(asked_peak(planner), 1)),
                           scale_floor(longest, 100, larger_of(needs_long, 1)));
    bool is_ready = least >= 100 && !lacks_hills(planner);
    if (is_ready || least >= shape->tight_percent)
        return is_ready ? VERDICT_READY : VERDICT_TIGHT;
    return planner->plan->race.aim == AIM_FINISH && least >= shape->finish_percent ? VERDICT_FINISH
                                                                                   : VERDICT_SHORT;
}

static const char *verdict_message(const struct planner *planner, const struct verdict *verdict)
{
    struct arena *arena = planner->plan->arena;
    enum units units = planner->plan->units;
    char marks[4][MARK_SIZE];
    const char *const sentences[] = {
        arena_printf(arena,
                     "The biggest week is %s, the longest run %s; the race asks for about %s and "
                     "%s.",
                     mark_distance(verdict->peak, units, marks[0]),
                     mark_distance(verdict->longest, units, marks[1]),
                     mark_distance(verdict->asks_peak, units, marks[2]),
                     mark_distance(verdict->asks_longest, units, marks[3])),
        planner->race_words,
        race_slopes_words(planner),
    };
    return words_join(arena, " ", sentences, sizeof sentences / sizeof *sentences);
}

void verdict_give(const struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct training_template *shape = planner->input->training_template;
    int peak = 0, longest = 0;
    for (size_t w = 0; w <= plan_week_index(plan, plan->race.date); w++) {
        const struct session *run = week_longest_run(&plan->weeks[w]);
        int distance = training_distance(&plan->weeks[w]);
        peak = larger_of(peak, distance);
        longest = larger_of(longest, run ? run->distance : 0);
    }
    struct verdict verdict = {
        .peak = peak,
        .longest = longest,
        .asks_peak = whole_units(asked_peak(planner)),
        .asks_longest = whole_units(distance_from_m(shape->needs_long_m, plan->units)),
    };
    verdict.level = level_of(planner, peak, longest);
    verdict.text = verdict_message(planner, &verdict);
    plan->verdict = verdict;
}
