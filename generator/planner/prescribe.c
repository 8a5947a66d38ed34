/* Prescribe: paces of whole sessions; those of steps come with the recipe. */
#include "planner/prescribe.h"

static void prescribe_session(const struct planner *planner, struct session *session)
{
    const struct plan *plan = planner->plan;
    if (session->kind == SESSION_RACE) {
        session->pace = (struct pace_range){planner->race_pace_s, planner->race_pace_s};
        return;
    }
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
