/* Profile of a plan: the way back from a plan to the facts that it was made from. */
#include "planner/planner.h"
#include "training/pace.h"

#define LEVEL_RACE     "10k"
#define SLOWEST_RACE_S (4 * 3600)

/* A race that a runner of that level would run; none where the level isn't known. */
static struct recent_race race_of_level(int vdot_tenths)
{
    struct recent_race race = {{LEVEL_RACE, race_distance_metres(LEVEL_RACE)}, 1};
    if (vdot_tenths == UNKNOWN)
        return (struct recent_race){0};
    int fast = 1, slow = SLOWEST_RACE_S; /* the level falls as the time grows */
    while (slow - fast > 1) {
        race.time_s = (fast + slow) / 2;
        if (vdot_tenths_from_race(race.distance.metres, race.time_s) > vdot_tenths)
            fast = race.time_s;
        else
            slow = race.time_s;
    }
    race.time_s = slow;
    return race;
}

/* The original facts; an older plan doesn't tell them apart from those of its runner. */
static void take_origin(const struct plan *plan, struct profile *profile)
{
    const struct made_from *from = &plan->made_from;
    profile->start = plan->weeks[0].start;
    if (from->start == NO_DATE) {
        profile->runner.recent_race = race_of_level(plan->runner.vdot_tenths);
        return;
    }
    profile->start = from->start;
    profile->template_name = from->template_name;
    profile->runner.recent_weeks = from->recent_weeks;
    profile->runner.recent_week_count = from->recent_week_count;
    profile->runner.longest_recent_run = from->longest_recent_run;
    profile->runner.recent_race = from->recent_race;
    profile->race.goal_time_s = from->goal_time_s;
    profile->settings = from->settings;
    profile->setting_count = from->setting_count;
}

struct profile *planner_profile_of(const struct plan *plan)
{
    struct profile *profile = arena_alloc(plan->arena, sizeof *profile);
    *profile = (struct profile){
        .arena = plan->arena,
        .units = plan->units,
        .runner = plan->runner,
        .race = plan->race,
        .week = plan->preferences,
        .names_run_days = true,
        .hills = plan->hills,
        .tune_ups = plan->tune_ups,
        .tune_up_count = plan->tune_up_count,
        .facts = plan->facts,
        .fact_count = plan->fact_count,
        .print = plan->print,
    };
    take_origin(plan, profile);
    return profile;
}
