/* Standing: days of the plan that are fixed, and what was planned for them. */
#include "planner/standing.h"

#include <string.h>

#include "model/as_run.h"

#define LEVEL_WEEKS 4 /* that tell how much someone runs whose plans have changed */

bool standing_is_over(const struct planner *planner, const struct day *day)
{
    return planner->input->past && day->date < planner->input->today;
}

static bool is_edited(const struct session_library *library, const struct session *session)
{
    if (session_is_race(session))
        return false;
    const struct recipe *recipe =
        session->session ? session_library_find(library, session->session) : NULL;
    return !recipe || strcmp(recipe->title, session->title) != 0;
}

bool standing_is_edited(const struct planner *planner, const struct day *day)
{
    const struct session_library *library = planner->input->training_template->library;
    for (size_t i = 0; i < day->session_count; i++)
        if (is_edited(library, &day->sessions[i]))
            return true;
    return false;
}

struct day standing_counted(const struct planner *planner, size_t week, size_t day)
{
    const struct week *past = &planner->input->past->weeks[week];
    struct plan *plan = planner->plan;
    struct day copy = past->days[day];
    copy.sessions = day_as_run(plan, past, day, plan->arena, &copy.session_count);
    return copy;
}

/* No more than was planned. */
static int counted_distance(const struct planner *planner, size_t index)
{
    const struct week *past = &planner->input->past->weeks[index];
    struct week week = *past;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        week.days[d] = standing_counted(planner, index, d);
    return smaller_of(plan_week_distance(&week), plan_week_distance(past));
}

/* Days off and the way back after them tell nothing of what someone runs. */
static bool is_whole(const struct planner *planner, size_t index)
{
    const struct week *past = &planner->input->past->weeks[index];
    return past->kind != WEEK_RETURN &&
           plan_open_days(planner->plan, past) == plan_run_days(planner->plan);
}

int standing_level(const struct planner *planner, size_t week)
{
    int level = 0, found = 0;
    size_t weeks = planner->input->past->week_count;
    for (size_t w = week < weeks ? week : weeks; w-- > 0 && found < LEVEL_WEEKS;) {
        if (!is_whole(planner, w))
            continue;
        level = larger_of(level, counted_distance(planner, w));
        found++;
    }
    return found > 0 ? level : runner_mean_week(&planner->plan->runner);
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
