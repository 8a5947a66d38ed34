/* Fixed days: what the runner's calendar has decided. */
#include "planner/fixed_days.h"

#include "planner/terrain.h"

static const struct tune_up_race *tune_up_on(const struct plan *plan, int date)
{
    for (size_t i = 0; i < plan->tune_up_count; i++)
        if (plan->tune_ups[i].date == date)
            return &plan->tune_ups[i];
    return NULL;
}

bool fixed_is_race_day(const struct plan *plan, int date)
{
    return date == plan->race.date || tune_up_on(plan, date);
}

bool fixed_day_is_open(const struct plan *plan, const struct day *day)
{
    if (fixed_is_race_day(plan, day->date))
        return true;
    bool race_is_over = day->date > plan->race.date &&
                        plan_week_index(plan, day->date) == plan_week_index(plan, plan->race.date);
    return !race_is_over && week_preferences_can_run(&plan->preferences, day->date);
}

bool fixed_any_training_day(const struct plan *plan)
{
    for (int date = plan->weeks[0].start; date < plan->race.date; date++)
        if (!fixed_is_race_day(plan, date) && week_preferences_can_run(&plan->preferences, date))
            return true;
    return false;
}

static void warn_of(const struct planner *planner, int date, const char *name, struct error *error)
{
    const struct profile *profile = planner->input->profile;
    const struct week_preferences *week = &planner->plan->preferences;
    char text[DATE_TEXT_SIZE];
    bool is_unavailable = week_preferences_is_unavailable(week, date);
    if (week_preferences_can_run(week, date) || (!is_unavailable && !profile->names_run_days))
        return;
    error_warn(error, profile->path, 0, 0, "%s is on %s, %s; it is planned all the same", name,
               date_format(date, text),
               is_unavailable ? "which you have named unavailable" : "not one of your run_days");
}

void fixed_warn_of_race_days(const struct planner *planner, struct error *error)
{
    const struct plan *plan = planner->plan;
    warn_of(planner, plan->race.date, plan->race.name ? plan->race.name : "the race", error);
    for (size_t i = 0; i < plan->tune_up_count; i++)
        warn_of(planner, plan->tune_ups[i].date,
                plan->tune_ups[i].name ? plan->tune_ups[i].name : "a tune-up race", error);
}

struct session fixed_race_session(const struct planner *planner, int date)
{
    const struct plan *plan = planner->plan;
    const struct tune_up_race *tune_up = tune_up_on(plan, date);
    struct session session = session_unknown();
    session.effort = EFFORT_HARD;
    if (tune_up) {
        session.kind = SESSION_TUNE_UP;
        session.title = tune_up->name ? tune_up->name : "Tune-up race";
        session.distance = distance_from_m(tune_up->distance.metres, plan->units);
        session.climb_m = session.descent_m = 0; /* nothing is said of its hills */
    } else {
        session.kind = SESSION_RACE;
        session.title = plan->race.name ? plan->race.name : "Race";
        session.distance = distance_from_m(plan->race.distance.metres, plan->units);
        session.climb_m = plan->race.climb_m;
        session.descent_m = plan->race.descent_m;
        session.duration_s = plan->race.goal_time_s;
    }
    session.terrain = terrain_of_run(planner, &session);
    return session;
}
