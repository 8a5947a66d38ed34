/* Verdict: is the runner going to be ready? */
#include "planner/race_slopes.h"
#include "planner/verdict.h"

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

void verdict_give(const struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct training_template *shape = planner->input->training_template;
    int peak = 0, longest = 0;
    for (size_t w = 0; w <= plan_week_index(plan, plan->race.date); w++) {
        const struct session *run = week_longest_run(&plan->weeks[w]);
        int distance = training_distance(&plan->weeks[w]);
        peak = distance > peak ? distance : peak;
        longest = run && run->distance > longest ? run->distance : longest;
    }
    int needs_peak = distance_from_m(shape->needs_peak_m, plan->units);
    int needs_long = distance_from_m(shape->needs_long_m, plan->units);
    int reached = scale_floor(peak, 100, needs_peak > 0 ? needs_peak : 1);
    int reached_long = scale_floor(longest, 100, needs_long > 0 ? needs_long : 1);
    int least = reached < reached_long ? reached : reached_long;
    plan->verdict.level = least >= 100                    ? VERDICT_READY
                          : least >= shape->tight_percent ? VERDICT_TIGHT
                                                          : VERDICT_SHORT;
    char texts[4][QUANTITY_TEXT_SIZE];
    const char *slopes = race_slopes_words(planner);
    const char *unit = units_name(plan->units);
    plan->verdict.text = arena_printf(
        plan->arena,
        "The biggest week is %s %s, the longest run %s %s; the race asks for about %s and %s."
        "%s%s%s%s",
        distance_format(peak, texts[0]), unit, distance_format(longest, texts[1]), unit,
        distance_format(whole_units(needs_peak), texts[2]),
        distance_format(whole_units(needs_long), texts[3]), planner->race_words ? " " : "",
        planner->race_words ? planner->race_words : "", slopes ? " " : "", slopes ? slopes : "");
}
