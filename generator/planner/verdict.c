/* Verdict: is the runner going to be ready? */
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

/* What the race asks for is held against the numbers before they were rounded. */
static enum verdict_level level_of(const struct planner *planner, int peak, int longest)
{
    const struct training_template *shape = planner->input->training_template;
    enum units units = planner->plan->units;
    int needs_peak = larger_of(distance_from_m(shape->needs_peak_m, units), 1);
    int needs_long = larger_of(distance_from_m(shape->needs_long_m, units), 1);
    int least =
        smaller_of(scale_floor(peak, 100, needs_peak), scale_floor(longest, 100, needs_long));
    return least >= 100                    ? VERDICT_READY
           : least >= shape->tight_percent ? VERDICT_TIGHT
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
        .asks_peak = whole_units(distance_from_m(shape->needs_peak_m, plan->units)),
        .asks_longest = whole_units(distance_from_m(shape->needs_long_m, plan->units)),
    };
    verdict.level = level_of(planner, peak, longest);
    verdict.text = verdict_message(planner, &verdict);
    plan->verdict = verdict;
}
