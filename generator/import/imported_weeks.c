/* The plan that comes of what was collected: its races, dates and weeks. */
#include <stdlib.h>
#include <string.h>

#include "import/plan_reading.h"

#define MOST_WEEKS    120
#define FIRST_UNDATED 11323 /* 2001-01-01, a Monday: where plans without dates are laid */

static int compare_items(const void *a, const void *b)
{
    const struct imported_session *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

/* The goal race: on the date that the runner's profile names, else the last race; or NULL. */
static struct imported_session *find_goal(const struct imported_plan *imported)
{
    struct imported_session *goal = NULL;
    for (size_t i = 0; i < imported->session_count; i++) {
        struct imported_session *item = &imported->sessions[i];
        if (item->session.kind != SESSION_RACE)
            continue;
        goal = item;
        if (!imported->is_undated && item->day == imported->hints->race_date)
            break;
    }
    return goal;
}

#define LONGEST_TEST_M    10000 /* a race of up to 10 km ... */
#define WEEKS_BEHIND_RACE 2     /* ... with so many weeks of training behind it is no goal */

/* A parkrun amid the plan: what is behind it is more than recovery. */
static bool is_test(const struct imported_plan *imported, const struct imported_session *race)
{
    int weeks = (imported->last_day - race->day) / DAYS_PER_WEEK;
    bool is_named = !imported->is_undated && race->day == imported->hints->race_date;
    return !is_named && weeks >= WEEKS_BEHIND_RACE && race->session.distance != UNKNOWN &&
           distance_to_m(race->session.distance, imported->plan->units) <= LONGEST_TEST_M;
}

/* The other races are tune-ups. */
static void sort_out_races(struct imported_plan *imported)
{
    const struct imported_session *goal = find_goal(imported);
    goal = goal && is_test(imported, goal) ? NULL : goal;
    for (size_t i = 0; i < imported->session_count; i++) {
        struct imported_session *item = &imported->sessions[i];
        if (item->session.kind == SESSION_RACE && item != goal)
            item->session.kind = SESSION_TUNE_UP;
    }
    if (goal && imported->hints->race_date == NO_DATE && imported->week_count == 0 &&
        imported->last_day - goal->day >= DAYS_PER_WEEK)
        imported_plan_warn(
            imported, goal->place,
            "'%s' is taken for the goal race, as no later one is named; --runner PROFILE "
            "tells another date",
            imported_plan_quote(imported, goal->session.title));
}

/* The day of the goal race, or NO_DATE. */
static int race_day(const struct imported_plan *imported)
{
    for (size_t i = imported->session_count; i-- > 0;)
        if (imported->sessions[i].session.kind == SESSION_RACE)
            return imported->sessions[i].day;
    return NO_DATE;
}

/* Where the week that begins on `start` would stand, if the race fell in the week of its date. */
static int start_by_race(const struct imported_plan *imported, int start, enum weekday starts_on)
{
    int race = race_day(imported);
    int weeks = ((race == NO_DATE ? imported->last_day : race) - start) / DAYS_PER_WEEK;
    return date_on_or_before(imported->hints->race_date, starts_on) - weeks * DAYS_PER_WEEK;
}

/* The date on which a plan without dates begins, which is told where it was not said. */
static int start_of_undated(struct imported_plan *imported, int start, enum weekday starts_on)
{
    static const struct source_place whole = {0, 0};
    const struct import_hints *hints = imported->hints;
    char begins[DATE_TEXT_SIZE], race[DATE_TEXT_SIZE];
    bool has_race = race_day(imported) != NO_DATE;
    if (hints->named_start != NO_DATE)
        return date_on_or_before(hints->named_start, starts_on);
    int by_runner = hints->runner_start == NO_DATE
                        ? NO_DATE
                        : date_on_or_before(hints->runner_start, starts_on);
    if (hints->race_date == NO_DATE || (!has_race && by_runner != NO_DATE))
        return by_runner == NO_DATE ? date_on_or_before(FIRST_UNDATED, starts_on) : by_runner;
    int by_race = start_by_race(imported, start, starts_on);
    if (!has_race || (by_runner != NO_DATE && by_runner != by_race))
        imported_plan_warn(
            imported, whole,
            "has no dates and %s: it is taken to begin on %s, so that its %s falls in the week "
            "of %s; --start DATE says otherwise",
            has_race ? "a race" : "names no race", date_format(by_race, begins),
            has_race ? "race" : "last week", date_format(hints->race_date, race));
    return by_race;
}

static void fill_days(struct imported_plan *imported, int start)
{
    struct plan *plan = imported->plan;
    for (size_t i = 0; i < imported->session_count;) {
        size_t first = i, offset = (size_t)(imported->sessions[i].day - start);
        struct day *day = &plan->weeks[offset / DAYS_PER_WEEK].days[offset % DAYS_PER_WEEK];
        while (i < imported->session_count &&
               imported->sessions[i].day == imported->sessions[first].day)
            i++;
        day->session_count = i - first;
        day->sessions = arena_array(plan->arena, day->session_count, sizeof *day->sessions);
        for (size_t s = first; s < i; s++)
            day->sessions[s - first] = imported->sessions[s].session;
    }
    for (size_t i = 0; i < imported->week_count; i++) {
        int offset = imported->weeks[i].day - start;
        if (offset < 0 || (size_t)offset / DAYS_PER_WEEK >= plan->week_count)
            continue;
        struct week *week = &plan->weeks[offset / DAYS_PER_WEEK];
        week->phase = (enum phase)imported->weeks[i].phase;
        week->kind = (enum week_kind)imported->weeks[i].kind;
    }
}

/* The races of the plan, as its sessions tell them. */
static void note_races(struct plan *plan)
{
    size_t days = plan->week_count * DAYS_PER_WEEK;
    plan->tune_ups = arena_array(plan->arena, days, sizeof *plan->tune_ups);
    for (size_t i = 0; i < days; i++) {
        const struct day *day = &plan->weeks[i / DAYS_PER_WEEK].days[i % DAYS_PER_WEEK];
        for (size_t s = 0; s < day->session_count; s++) {
            const struct session *session = &day->sessions[s];
            struct race_distance distance = {
                NULL,
                session->distance == UNKNOWN ? 0 : distance_to_m(session->distance, plan->units)};
            if (session->kind == SESSION_RACE) {
                plan->race.date = day->date;
                plan->race.distance = distance;
            } else if (session->kind == SESSION_TUNE_UP && plan->tune_up_count < days) {
                plan->tune_ups[plan->tune_up_count++] =
                    (struct tune_up_race){session->title, day->date, distance};
            }
        }
    }
}

static void make_weeks(struct imported_plan *imported, int start, int shift)
{
    struct plan *plan = imported->plan;
    plan->week_count = (size_t)(imported->last_day - start) / DAYS_PER_WEEK + 1;
    plan->weeks = arena_array(plan->arena, plan->week_count, sizeof *plan->weeks);
    for (size_t i = 0; i < plan->week_count; i++) {
        struct week *week = &plan->weeks[i];
        week->number = (int)i + 1;
        week->start = start + shift + (int)i * DAYS_PER_WEEK;
        week->phase = PHASE_NONE;
        week->kind = WEEK_KIND_NONE;
        week->distance_most = UNKNOWN;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            week->days[d].date = week->start + d;
    }
    fill_days(imported, start);
    note_races(plan);
}

static enum weekday weeks_start_on(const struct imported_plan *imported)
{
    if (imported->is_undated && imported->week_start != NO_DATE)
        return (enum weekday)imported->week_start;
    if (imported->week_start != NO_DATE)
        return date_weekday(imported->week_start);
    return imported->hints->starts_on == UNKNOWN ? MONDAY
                                                 : (enum weekday)imported->hints->starts_on;
}

static void build_weeks(struct imported_plan *imported)
{
    struct plan *plan = imported->plan;
    enum weekday starts_on = weeks_start_on(imported);
    int start = imported->is_undated ? imported->first_day - imported->first_day % DAYS_PER_WEEK
                                     : date_on_or_before(imported->first_day, starts_on);
    if (imported->is_undated && start > 0)
        imported_plan_warn(
            imported, (struct source_place){0, 0},
            "begins with week %d, which is told of as week 1; of those before nothing is "
            "known",
            start / DAYS_PER_WEEK + 1);
    if (imported->last_day - start >= MOST_WEEKS * DAYS_PER_WEEK) {
        imported_plan_fail(imported, (struct source_place){0, 0},
                           "spans more than %d weeks; hand in one plan a file, and check its dates",
                           MOST_WEEKS);
        return;
    }
    if (imported->session_count)
        qsort(imported->sessions, imported->session_count, sizeof *imported->sessions,
              compare_items);
    sort_out_races(imported);
    timed_runs_take(imported);
    plan_inference_sessions(imported);
    plan->preferences.starts_on = starts_on;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        plan->preferences.run_days[day] = true;
    const struct import_hints *hints = imported->hints;
    int shift = imported->is_undated ? start_of_undated(imported, start, starts_on) - start : 0;
    plan->is_undated = imported->is_undated && hints->race_date == NO_DATE &&
                       hints->named_start == NO_DATE && hints->runner_start == NO_DATE;
    make_weeks(imported, start, shift);
    plan_inference_weeks(imported);
}

static void fill_report(const struct imported_plan *imported)
{
    struct import_report *report = imported->hints->report;
    struct import_entry *entries =
        arena_array(imported->plan->arena, imported->item_count, sizeof *entries);
    for (size_t i = 0; i < imported->item_count; i++) {
        const struct imported_item *item = &imported->items[i];
        const char *text = item->stated.words ? item->stated.words : item->stated.title;
        entries[i] = (struct import_entry){item->day, item->place.line, item->place.column,
                                           text ? text : "", &item->reading};
    }
    *report = (struct import_report){entries, imported->item_count, imported->units_from,
                                     imported->is_undated};
}

struct plan *imported_plan_finish(struct imported_plan *imported)
{
    if (!imported->failed)
        plan_reading_run(imported);
    if (!imported->failed && imported->session_count == 0)
        imported_plan_fail(imported, (struct source_place){0, 0},
                           "holds no session; hillplan check --help names the formats it reads");
    if (!imported->failed)
        build_weeks(imported);
    imported_plan_close_warnings(imported);
    if (!imported->failed && imported->hints->report)
        fill_report(imported);
    if (imported->scratch != imported->plan->arena)
        arena_free(imported->scratch);
    if (!imported->failed)
        return imported->plan;
    plan_free(imported->plan);
    return NULL;
}
