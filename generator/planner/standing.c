/* Standing: days of the plan that are fixed, and what was planned for them. */
#include "planner/standing.h"

#include <string.h>

#include "model/as_run.h"

bool standing_is_over(const struct planner *planner, const struct day *day)
{
    return planner->input->past && day->date < planner->input->today;
}

const struct day *standing_day(const struct planner *planner, const struct week *week, size_t day)
{
    size_t index = (size_t)(week - planner->plan->weeks);
    return week->days[day].is_fixed ? &planner->standing[index * DAYS_PER_WEEK + day] : NULL;
}

const struct day *standing_planned(const struct planner *planner, const struct week *week,
                                   size_t day)
{
    size_t index = (size_t)(week - planner->plan->weeks);
    return week->days[day].is_fixed ? &planner->input->past->weeks[index].days[day] : NULL;
}

int standing_count_planned(const struct planner *planner, const struct week *week,
                           enum session_kind kind)
{
    int count = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = standing_planned(planner, week, d);
        for (size_t i = 0; day && i < day->session_count; i++)
            count += day->sessions[i].kind == kind;
    }
    return count;
}

bool standing_has_begun(const struct planner *planner, size_t week)
{
    return standing_is_over(planner, &planner->plan->weeks[week].days[0]);
}

void standing_note_weeks(struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct plan *past = planner->input->past;
    for (size_t w = 0; past && w < plan->week_count && w < past->week_count; w++)
        if (standing_has_begun(planner, w))
            week_note_planned(plan, &past->weeks[w], &plan->weeks[w]);
}

bool standing_is_of(const struct session *session, const struct recipe *recipe)
{
    return session->session &&
           (strcmp(session->session, recipe->id) == 0 ||
            (recipe->when_hilly && strcmp(session->session, recipe->when_hilly) == 0));
}
