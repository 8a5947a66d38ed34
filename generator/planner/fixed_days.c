/* Fixed days: what the runner's calendar has decided. */
#include "planner/fixed_days.h"

#include "planner/terrain.h"
#include "training/load.h"

#define AROUND_STEP (HUNDREDTHS / 2)

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
    if (day->is_fixed)
        return false;
    if (fixed_is_race_day(plan, day->date))
        return true;
    bool race_is_over = day->date > plan->race.date &&
                        plan_week_index(plan, day->date) == plan_week_index(plan, plan->race.date);
    return !race_is_over && week_preferences_can_run(&plan->preferences, day->date);
}

bool fixed_is_race_to_plan(const struct plan *plan, const struct day *day)
{
    return !day->is_fixed && fixed_is_race_day(plan, day->date);
}

bool fixed_day_is_free(const struct plan *plan, const struct day *day)
{
    return fixed_day_is_open(plan, day) && !fixed_is_race_day(plan, day->date);
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

/* The library's words for tune-up races; NULL where it has none. */
static const struct recipe *tune_up_recipe(const struct session_library *library)
{
    for (size_t i = 0; i < library->recipe_count; i++)
        if (library->recipes[i].kind == SESSION_TUNE_UP)
            return &library->recipes[i];
    return NULL;
}

struct session fixed_race_session(const struct planner *planner, int date)
{
    const struct plan *plan = planner->plan;
    const struct tune_up_race *tune_up = tune_up_on(plan, date);
    struct session session = session_unknown();
    session.effort = EFFORT_HARD;
    if (tune_up) {
        const struct recipe *recipe = tune_up_recipe(planner->input->training_template->library);
        session.kind = SESSION_TUNE_UP;
        session.session = recipe ? arena_strdup(plan->arena, recipe->id) : NULL;
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

/* The recipes of the warm-up and the cool-down; NULL: none. */
static void find_around(const struct planner *planner, const struct recipe *around[2])
{
    const struct session_library *library = planner->input->training_template->library;
    const struct recipe *race = tune_up_recipe(library);
    const char *const ids[] = {race ? race->before : NULL, race ? race->after : NULL};
    for (size_t i = 0; i < 2; i++)
        around[i] = ids[i] ? session_library_find(library, ids[i]) : NULL;
}

static int around_distance(const struct planner *planner, const struct recipe *recipe)
{
    const struct work none = {0};
    int distance = recipe_distance(planner, recipe, &none) + AROUND_STEP / 2;
    return larger_of(round_down_to(distance, AROUND_STEP), AROUND_STEP);
}

int fixed_around_race(const struct planner *planner, int *longer)
{
    const struct recipe *around[2];
    int sum = *longer = 0;
    find_around(planner, around);
    for (size_t i = 0; i < 2; i++) {
        int distance = around[i] ? around_distance(planner, around[i]) : 0;
        sum += distance;
        *longer = larger_of(*longer, distance);
    }
    return sum;
}

static struct session around_session(const struct planner *planner, const struct recipe *recipe)
{
    const struct work none = {0};
    int distance = around_distance(planner, recipe);
    struct session session = recipe_session(planner, recipe, &none, distance);
    session.climb_m = session.descent_m = 0; /* as of the race itself */
    if (session.duration_s == UNKNOWN)
        session.duration_s = run_seconds(distance, 0, planner->easy_pace_s, planner->plan->units);
    return session;
}

size_t fixed_race_runs(const struct planner *planner, int date,
                       struct session runs[MOST_ON_RACE_DAY])
{
    const struct recipe *around[2];
    size_t count = 0;
    find_around(planner, around);
    if (around[0])
        runs[count++] = around_session(planner, around[0]);
    runs[count++] = fixed_race_session(planner, date);
    if (around[1])
        runs[count++] = around_session(planner, around[1]);
    return count;
}
