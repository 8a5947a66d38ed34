/* From recipe to session. */
#include "planner/recipe.h"

#include <string.h>

#include "training/grade.h"

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
    return grade_pace(flat_pace(planner, step->pace), step->grade_percent);
}

static int step_distance(const struct planner *planner, const struct recipe_step *step)
{
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

static struct step *make_steps(const struct recipe_step *recipes, size_t count, int repeats,
                               struct arena *arena)
{
    struct step *steps = arena_array(arena, count, sizeof *steps);
    for (size_t i = 0; i < count; i++) {
        steps[i] = step_unknown();
        steps[i].kind = recipes[i].kind;
        if (recipes[i].repeat.from > 0) {
            steps[i].repeat = repeats;
            steps[i].steps = make_steps(recipes[i].steps, recipes[i].step_count, 0, arena);
            steps[i].step_count = recipes[i].step_count;
        } else {
            steps[i].effort = recipes[i].effort;
            steps[i].duration_s = recipes[i].duration_s;
            steps[i].distance_m = recipes[i].distance_m;
        }
    }
    return steps;
}

struct session recipe_session(const struct recipe *recipe, int repeats, struct arena *arena)
{
    struct session session = session_unknown();
    session.kind = recipe->kind;
    session.session = arena_strdup(arena, recipe->id);
    session.title = arena_strdup(arena, recipe->title);
    session.effort = recipe->effort;
    session.terrain = recipe->terrain;
    session.duration_s = recipe->duration_s;
    session.steps = make_steps(recipe->steps, recipe->step_count, repeats, arena);
    session.step_count = recipe->step_count;
    return session;
}
