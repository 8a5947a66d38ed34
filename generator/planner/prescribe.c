/* Prescribe: paces by effort and by what the recipe names. */
#include "planner/prescribe.h"

#include "planner/recipe.h"

static void prescribe_steps(const struct planner *planner, struct step *steps,
                            const struct recipe_step *recipes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        steps[i].pace = step_pace(planner, &recipes[i]);
        prescribe_steps(planner, steps[i].steps, recipes[i].steps, recipes[i].step_count);
    }
}

static void prescribe_session(const struct planner *planner, struct session *session)
{
    const struct plan *plan = planner->plan;
    if (session->kind == SESSION_RACE) {
        session->pace = (struct pace_range){planner->race_pace_s, planner->race_pace_s};
        return;
    }
    const struct session_library *library = planner->input->training_template->library;
    const struct recipe *recipe =
        session->session ? session_library_find(library, session->session) : NULL;
    if (!recipe)
        return;
    /* Effort, not pace, guides a run over hills. */
    if (session_is_run(session) && session->effort == EFFORT_EASY &&
        session->terrain == TERRAIN_FLAT)
        session->pace = plan->paces.easy;
    prescribe_steps(planner, session->steps, recipe->steps, session->step_count);
}

void prescribe_paces(const struct planner *planner)
{
    struct plan *plan = planner->plan;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++)
                prescribe_session(planner, &plan->weeks[w].days[d].sessions[i]);
}
