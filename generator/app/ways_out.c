#include "app/ways_out.h"

#include "planner/way_out.h"

/* Whether a plan for such a race would do; what goes wrong there is no mistake of the runner's. */
static bool would_do(const struct planning *planning, const struct race *race)
{
    struct profile profile = *planning->profile;
    struct planning other;
    struct error error;
    profile.race = *race;
    if (race->distance.metres != planning->profile->race.distance.metres)
        profile.template_name = NULL;
    error_init(&error);
    struct plan *plan = planning_open(&other, &profile, planning->options, &error)
                            ? planning_make(&other, &error)
                            : NULL;
    bool does = plan && plan->verdict.level != VERDICT_SHORT;
    plan_free(plan);
    planning_close(&other);
    error_release(&error);
    return does;
}

/* The weeks after which the same race would do, or 0. */
static int find_later(const struct planning *planning, struct race race)
{
    static const int weeks[] = {8, 16, 32};
    const int date = race.date;
    for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
        race.date = date + weeks[i] * DAYS_PER_WEEK;
        if (would_do(planning, &race))
            return weeks[i];
    }
    return 0;
}

/* The longest of the usual distances that would do on the day, in metres, or 0. */
static int find_shorter(const struct planning *planning, struct race race)
{
    static const char *const shorter[] = {"50k", "marathon", "half", "10k", "5k"};
    const int whole = race.distance.metres;
    race.course = (struct course){0}; /* it is another race */
    race.course_file = (struct named){0};
    race.climb_m = race.descent_m = race.goal_time_s = UNKNOWN;
    for (size_t i = 0; i < sizeof shorter / sizeof *shorter; i++) {
        race.distance.text = shorter[i];
        race.distance.metres = race_distance_metres(shorter[i]);
        if (race.distance.metres < whole && would_do(planning, &race))
            return race.distance.metres;
    }
    return 0;
}

void ways_out_tell(const struct planning *planning, struct plan *plan)
{
    if (plan->verdict.level != VERDICT_SHORT)
        return;
    struct race race = planning->profile->race;
    race.aim = plan->race.aim; /* which it would not be without a goal time */
    int later = find_later(planning, race);
    way_out_tell(plan, later, find_shorter(planning, race));
}
