/* Prescribe: paces of whole sessions; those of steps come with the recipe. */
#include "planner/prescribe.h"

#include "planner/recipe.h"

/* The library's words for tune-up races; NULL where it has none. */
static const struct recipe *tune_up_recipe(const struct planner *planner)
{
    const struct session_library *library = planner->input->training_template->library;
    for (size_t i = 0; i < library->recipe_count; i++)
        if (library->recipes[i].kind == SESSION_TUNE_UP)
            return &library->recipes[i];
    return NULL;
}

static void prescribe_tune_up(const struct planner *planner, struct session *session)
{
    const struct plan *plan = planner->plan;
    const struct recipe *recipe = tune_up_recipe(planner);
    if (!recipe)
        return;
    session->session = arena_strdup(plan->arena, recipe->id);
    recipe_race_steps(planner, recipe, distance_to_m(session->distance, plan->units), session);
}

static void prescribe_session(const struct planner *planner, struct session *session)
{
    const struct plan *plan = planner->plan;
    if (session->kind == SESSION_RACE) {
        session->pace = (struct pace_range){planner->race_pace_s, planner->race_pace_s};
        return;
    }
    if (session->kind == SESSION_TUNE_UP)
        prescribe_tune_up(planner, session);
    /* Effort, not pace, guides a run over hills, and who has only begun. */
    if (session_is_run(session) && session->kind != SESSION_RUN_WALK &&
        session->effort == EFFORT_EASY && session->terrain == TERRAIN_FLAT)
        session->pace = plan->paces.easy;
}

void prescribe_paces(const struct planner *planner)
{
    struct plan *plan = planner->plan;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++)
                prescribe_session(planner, &plan->weeks[w].days[d].sessions[i]);
}
