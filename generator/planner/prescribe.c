/* Prescribe: paces of whole sessions; those of steps come with the recipe. */
#include "planner/prescribe.h"

void prescribe_pace(const struct planner *planner, struct session *session)
{
    if (session->kind == SESSION_RACE) {
        session->pace = (struct pace_range){planner->race_pace_s, planner->race_pace_s};
        return;
    }
    /* Effort, not pace, guides a run over hills, and who has only begun. */
    if (session_is_run(session) && session->kind != SESSION_RUN_WALK &&
        session->effort == EFFORT_EASY && session->terrain == TERRAIN_FLAT)
        session->pace = planner->plan->paces.easy;
}
