/* Doubles: one easy run becomes two of the same day. */
#include "planner/doubles.h"

#include <string.h>

#include "planner/recipe.h"
#include "planner/terrain.h"
#include "training/load.h"

#define PART_STEP (HUNDREDTHS / 2)

static bool is_plain_easy_run(const struct planner *planner, const struct session *session)
{
    const struct rest_shape *rest = &planner->input->training_template->rest;
    return session->kind == SESSION_EASY && session->session &&
           (strcmp(session->session, rest->easy->id) == 0 ||
            (rest->recovery && strcmp(session->session, rest->recovery->id) == 0));
}

/* The day's run that can be two, if it is its only one; or NULL. */
static struct session *divisible_run(const struct planner *planner, const struct day *day,
                                     int least)
{
    struct session *found = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        struct session *session = &day->sessions[i];
        if (!session_kind_is_run(session->kind))
            continue;
        if (found || !is_plain_easy_run(planner, session) || session->distance < 2 * least)
            return NULL;
        found = session;
    }
    return found;
}

/* Gives a run that distance of a whole one, with its part of the climb. */
static void set_part(const struct planner *planner, const struct session *whole, int distance,
                     int climb_m, struct session *run)
{
    run->distance = distance;
    run->climb_m = run->descent_m = climb_m;
    if (whole->descent_m != whole->climb_m)
        run->descent_m = scale_floor(whole->descent_m, climb_m, larger_of(whole->climb_m, 1));
    run->terrain = terrain_of_run(planner, run);
    run->duration_s = run_seconds(distance, climb_m, planner->easy_pace_s, planner->plan->units);
}

static void divide(const struct planner *planner, struct day *day, const struct session *run,
                   int least)
{
    const struct training_template *shape = planner->input->training_template;
    const struct session whole = *run;
    const struct work none = {0};
    size_t place = (size_t)(run - day->sessions);
    int second = scale_floor(whole.distance, shape->doubles.second_percent, 100);
    second = larger_of(round_up_to(second, PART_STEP), least);
    int climb_m = scale_floor(whole.climb_m, second, whole.distance);
    struct session *sessions =
        arena_array(planner->plan->arena, day->session_count + 1, sizeof *sessions);
    memcpy(sessions, day->sessions, (place + 1) * sizeof *sessions);
    memcpy(sessions + place + 2, day->sessions + place + 1,
           (day->session_count - place - 1) * sizeof *sessions);
    sessions[place + 1] = recipe_session(planner, shape->rest.easy, &none, second);
    set_part(planner, &whole, second, climb_m, &sessions[place + 1]);
    set_part(planner, &whole, whole.distance - second, whole.climb_m - climb_m, &sessions[place]);
    day->sessions = sessions;
    day->session_count++;
}

void doubles_divide(const struct planner *planner, struct week *week)
{
    const struct training_template *shape = planner->input->training_template;
    const struct plan *plan = planner->plan;
    int least = round_up_to(distance_from_m(shape->doubles.least_m, plan->units), PART_STEP);
    int sum = week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, NULL);
    if (distance_to_m(sum, plan->units) < shape->doubles.week_m)
        return;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        struct day *day = &week->days[d];
        struct session *run = plan->preferences.doubles[date_weekday(day->date)] && !day->is_fixed
                                  ? divisible_run(planner, day, least)
                                  : NULL;
        if (run)
            divide(planner, day, run, least);
    }
}
