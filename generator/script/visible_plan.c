/* From views to what they look at in the plan. */
#include "script/visible_plan.h"

static const struct day *find_day(const struct visible_plan *visible, const struct view *view)
{
    size_t week = view->item / DAYS_PER_WEEK;
    return week < visible->plan->week_count
               ? &visible->plan->weeks[week].days[view->item % DAYS_PER_WEEK]
               : NULL;
}

static const struct session *find_session(const struct visible_plan *visible,
                                          const struct view *view)
{
    const struct day *day = find_day(visible, view);
    if (!day || view->item >= visible->days || view->session >= day->session_count)
        return NULL;
    return &day->sessions[view->session];
}

static const struct step *find_step(const struct visible_plan *visible, const struct view *view)
{
    const struct session *session = find_session(visible, view);
    if (!session || view->step >= session->step_count)
        return NULL;
    const struct step *step = &session->steps[view->step];
    if (view->part == 0)
        return step;
    return view->part <= step->step_count ? &step->steps[view->part - 1] : NULL;
}

const void *view_find(const struct visible_plan *visible, const struct view *view)
{
    const struct plan *plan = visible->plan;
    if (!plan)
        return NULL;
    switch (view->kind) {
    case VIEW_PLAN:
    case VIEW_FACTS:
        return plan;
    case VIEW_COURSE:
        return &plan->race.course.facts;
    case VIEW_LARGEST_CLIMB:
        return &plan->race.course.facts.largest_climb;
    case VIEW_LARGEST_DESCENT:
        return &plan->race.course.facts.largest_descent;
    case VIEW_RUNNER:
    case VIEW_LAST_DOWNHILL:
        return &plan->runner;
    case VIEW_RACE:
        return &plan->race;
    case VIEW_TUNE_UP_RACE:
        return view->item < plan->tune_up_count ? &plan->tune_ups[view->item] : NULL;
    case VIEW_BREAK:
        return view->item < plan->break_count ? &plan->breaks[view->item] : NULL;
    case VIEW_RECENT_RUN:
        return view->item < plan->runner.recent_run_count ? &plan->runner.recent_runs[view->item]
                                                          : NULL;
    case VIEW_PREFERENCES:
        return &plan->preferences;
    case VIEW_HILLS:
        return &plan->hills;
    case VIEW_PACES:
        return &plan->paces;
    case VIEW_WEEK:
        return view->item < plan->week_count ? &plan->weeks[view->item] : NULL;
    case VIEW_DAY:
        return find_day(visible, view);
    case VIEW_SESSION:
        return find_session(visible, view);
    case VIEW_STEP:
        return find_step(visible, view);
    default:
        return NULL;
    }
}

/* ---- over days ---- */

static const struct day *day_at(const struct visible_plan *visible, size_t index)
{
    return &visible->plan->weeks[index / DAYS_PER_WEEK].days[index % DAYS_PER_WEEK];
}

struct found view_largest(const struct visible_plan *visible, const struct span *span)
{
    struct found found = {0};
    for (size_t i = span->first; i < span->end; i++) {
        const struct day *day = day_at(visible, i);
        for (size_t s = 0; s < day->session_count; s++) {
            if (!session_is_run(&day->sessions[s]))
                continue;
            int value = session_quantity(&day->sessions[s], (enum quantity)span->wanted);
            found.unknown += value == UNKNOWN;
            if (value > found.value) /* UNKNOWN is the smallest int */
                found.value = value;
        }
    }
    return found;
}

struct found view_latest(const struct visible_plan *visible, const struct span *span)
{
    struct found found = {.value = -1};
    for (size_t i = span->first; i < span->end; i++) {
        const struct day *day = day_at(visible, i);
        for (size_t s = 0; s < day->session_count; s++) {
            int kind = day->sessions[s].kind;
            found.unknown += kind == SESSION_KIND_NONE;
            if (kind == span->wanted)
                found.value = (int)i;
        }
    }
    return found;
}

/* ---- lists ---- */

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t count_days(const bool days[DAYS_PER_WEEK])
{
    size_t count = 0;
    for (int i = 0; i < DAYS_PER_WEEK; i++)
        count += days[i];
    return count;
}

bool view_length(const struct visible_plan *visible, const struct view *list, size_t *length)
{
    const struct plan *plan = visible->plan;
    size_t first = (size_t)list->item * DAYS_PER_WEEK;
    struct view owner = *list;
    const void *object;
    *length = 0;
    if (!plan)
        return false;
    switch (list->kind) {
    case LIST_RECENT_WEEKS:
        *length = plan->runner.recent_week_count;
        return true;
    case LIST_TUNE_UP_RACES:
        *length = plan->tune_up_count;
        return true;
    case LIST_RECENT_RUNS:
        *length = plan->runner.recent_run_count;
        return true;
    case LIST_BREAKS:
        *length = plan->break_count;
        return true;
    case LIST_RUN_DAYS:
        *length = count_days(plan->preferences.run_days);
        return true;
    case LIST_QUALITY:
        *length = count_days(plan->preferences.quality);
        return true;
    case LIST_DOUBLES:
        *length = count_days(plan->preferences.doubles);
        return true;
    case LIST_WEEKS:
        *length = plan->week_count;
        return true;
    case LIST_CLIMB_THIRDS:
    case LIST_DESCENT_THIRDS:
        *length = COURSE_THIRDS;
        return true;
    case LIST_DAYS:
        *length = smaller(visible->days, plan->week_count * DAYS_PER_WEEK);
        return true;
    case LIST_WEEK_DAYS:
        *length = visible->days > first ? smaller(visible->days - first, DAYS_PER_WEEK) : 0;
        return true;
    case LIST_SESSIONS:
        owner.kind = VIEW_DAY;
        object = list->item < visible->days ? view_find(visible, &owner) : NULL;
        *length = object ? ((const struct day *)object)->session_count : 0;
        return object;
    default: /* LIST_STEPS: of a session, or of one of its repeats */
        owner.kind = list->part == 0 ? VIEW_SESSION : VIEW_STEP;
        owner.part = 0;
        object = view_find(visible, &owner);
        if (object)
            *length = list->part == 0 ? ((const struct session *)object)->step_count
                                      : ((const struct step *)object)->step_count;
        return object;
    }
}
