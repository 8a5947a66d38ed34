/* From recipe to session. */
#include "planner/recipe.h"

#include <string.h>

#include "planner/race_slopes.h"
#include "training/grade.h"

#define FILL_STEP_M 100 /* shorter steps are not worth words */

bool recipe_is_long_run(const struct recipe *recipe)
{
    return recipe->kind == SESSION_LONG && recipe->share == UNKNOWN;
}

bool recipe_is_second_long_run(const struct recipe *recipe)
{
    return recipe->kind == SESSION_LONG && recipe->share != UNKNOWN;
}

int progression_at(const struct progression *progression, int uses)
{
    int value = progression->from + progression->step * uses;
    bool past = progression->step >= 0 ? value > progression->to : value < progression->to;
    return past ? progression->to : value;
}

int recipe_repeats(const struct recipe *recipe, int uses)
{
    for (size_t i = 0; i < recipe->step_count; i++)
        if (recipe->steps[i].repeat.from > 0)
            return progression_at(&recipe->steps[i].repeat, uses);
    return 0;
}

static struct pace_range one_pace(int pace)
{
    return (struct pace_range){pace, pace};
}

static struct pace_range flat_pace(const struct planner *planner, const char *pace)
{
    const struct plan *plan = planner->plan;
    const struct paces *paces = &plan->paces;
    if (!pace)
        return one_pace(UNKNOWN);
    if (strcmp(pace, "easy") == 0)
        return paces->easy;
    if (strcmp(pace, "marathon") == 0)
        return one_pace(paces->marathon);
    if (strcmp(pace, "threshold") == 0)
        return one_pace(paces->threshold);
    if (strcmp(pace, "interval") == 0)
        return one_pace(paces->interval);
    if (strcmp(pace, "repetition") == 0)
        return one_pace(paces->repetition);
    return one_pace(planner->race_pace_s); /* the only other word that a template may hold */
}

struct pace_range step_pace(const struct planner *planner, const struct recipe_step *step)
{
    return grade_pace(flat_pace(planner, step->pace), race_slopes_grade(planner->plan, step));
}

static int step_distance(const struct planner *planner, const struct recipe_step *step)
{
    if (step->length != STEP_LENGTH_GIVEN)
        return 0; /* goes as far as the session lets */
    if (step->distance_m != UNKNOWN)
        return distance_from_m(step->distance_m, planner->plan->units);
    struct pace_range pace = step_pace(planner, step);
    int seconds = pace.fast == UNKNOWN ? planner->easy_pace_s : (pace.fast + pace.slow) / 2;
    return scale_round(step->duration_s, HUNDREDTHS, seconds);
}

int recipe_distance(const struct planner *planner, const struct recipe *recipe, int repeats)
{
    int distance = 0;
    for (size_t i = 0; i < recipe->step_count; i++) {
        const struct recipe_step *step = &recipe->steps[i];
        if (step->repeat.from == 0)
            distance += step_distance(planner, step);
        for (size_t j = 0; j < step->step_count; j++)
            distance += repeats * step_distance(planner, &step->steps[j]);
    }
    return distance;
}

static struct step plain_step(const struct planner *planner, const struct recipe_step *recipe)
{
    struct step step = step_unknown();
    step.kind = recipe->kind;
    step.effort = recipe->effort;
    step.duration_s = recipe->duration_s;
    step.distance_m = recipe->distance_m;
    step.pace = step_pace(planner, recipe);
    return step;
}

static struct step make_step(const struct planner *planner, const struct recipe_step *recipe,
                             int repeats)
{
    if (recipe->repeat.from == 0)
        return plain_step(planner, recipe);
    struct step step = step_unknown();
    step.repeat = repeats;
    step.step_count = recipe->step_count;
    step.steps = arena_array(planner->plan->arena, step.step_count, sizeof *step.steps);
    for (size_t i = 0; i < step.step_count; i++)
        step.steps[i] = plain_step(planner, &recipe->steps[i]);
    return step;
}

static int round_to_fill(int metres)
{
    return metres / FILL_STEP_M * FILL_STEP_M;
}

/* The metres that the steps fall short of the session, in whole hundreds. */
static int missing_m(const struct planner *planner, const struct recipe *recipe, int repeats,
                     int distance)
{
    int missing = distance == UNKNOWN || recipe->kind == SESSION_RUN_WALK
                      ? 0
                      : distance - recipe_distance(planner, recipe, repeats);
    return missing <= 0 ? 0 : round_to_fill(distance_to_m(missing, planner->plan->units));
}

/* The metres of a step along the session's descent; at most half of `fill_m`: it is climbed too. */
static int descent_step_m(const struct plan *plan, const struct recipe *recipe, int descent_m,
                          int fill_m)
{
    for (size_t i = 0; i < recipe->step_count; i++)
        if (recipe->steps[i].length == STEP_LENGTH_DESCENT)
            return round_to_fill(
                smaller_of(scale_floor(descent_m, 100, -race_slopes_grade(plan, &recipe->steps[i])),
                           fill_m / 2));
    return 0;
}

static bool has_rest_step(const struct recipe *recipe)
{
    bool found = false;
    for (size_t i = 0; i < recipe->step_count; i++)
        found = found || recipe->steps[i].length == STEP_LENGTH_REST;
    return found;
}

static struct step fill_step(const struct planner *planner, int metres)
{
    struct step fill = step_unknown();
    fill.kind = STEP_RUN;
    fill.effort = EFFORT_EASY;
    fill.distance_m = metres;
    fill.pace = planner->plan->paces.easy;
    return fill;
}

/* One step that takes all is the session itself: it needs no words of its own. */
static bool is_plain_run(const struct recipe *recipe)
{
    return recipe->step_count == 1 && recipe->steps[0].length == STEP_LENGTH_REST;
}

static void make_steps(const struct planner *planner, const struct recipe *recipe, int repeats,
                       int fill_m, int descent_m, struct session *session)
{
    size_t count = is_plain_run(recipe) ? 0 : recipe->step_count;
    int down_m = descent_step_m(planner->plan, recipe, descent_m, fill_m), rest_m = fill_m - down_m;
    bool fills_at_end = rest_m > 0 && !has_rest_step(recipe);
    session->steps = arena_array(planner->plan->arena, count + 1, sizeof *session->steps);
    for (size_t i = 0; i < count; i++) {
        const struct recipe_step *from = &recipe->steps[i];
        if (fills_at_end && i + 1 == count && from->kind == STEP_COOL_DOWN)
            session->steps[session->step_count++] = fill_step(planner, rest_m);
        struct step step = make_step(planner, from, repeats);
        if (from->length != STEP_LENGTH_GIVEN)
            step.distance_m = from->length == STEP_LENGTH_DESCENT ? down_m : rest_m;
        if (from->length == STEP_LENGTH_GIVEN || step.distance_m > 0)
            session->steps[session->step_count++] = step;
    }
}

struct session recipe_session(const struct planner *planner, const struct recipe *recipe,
                              int repeats, int distance, int descent_m)
{
    struct arena *arena = planner->plan->arena;
    struct session session = session_unknown();
    session.kind = recipe->kind;
    session.session = arena_strdup(arena, recipe->id);
    session.title = arena_strdup(arena, recipe->title);
    session.effort = recipe->effort;
    session.terrain = recipe->terrain;
    session.distance = distance;
    session.duration_s = recipe->duration_s;
    make_steps(planner, recipe, repeats, missing_m(planner, recipe, repeats, distance), descent_m,
               &session);
    return session;
}

void recipe_race_steps(const struct planner *planner, const struct recipe *recipe, int race_m,
                       struct session *session)
{
    make_steps(planner, recipe, 0, race_m, 0, session);
}
