/* Give up: facts, from what was tried and refused, and from what a menu had no room for. */
#include "planner/give_up.h"

#include "planner/fixed_days.h"
#include "planner/hills.h"
#include "words/message.h"

#define NEARLY_PERCENT 95 /* of the wished distance: less is told */

/* What kept something out: a rule with its words, or words alone; because NULL: nothing did. */
struct cause {
    const char *rule, *because;
};

struct telling {
    const struct planner *planner;
    const struct filling *filling;
    struct week *week;
    size_t index;
    struct arena *arena;
};

static void tell(const struct telling *telling, enum given_up what, const char *head,
                 const struct cause *cause)
{
    struct week *week = telling->week;
    const char *text = cause->because ? arena_printf(telling->arena, "%s: %s", head, cause->because)
                                      : arena_strdup(telling->arena, head);
    week->gave_up[week->gave_up_count++] = (struct gave_up){what, cause->rule, text};
}

/* --- causes ---------------------------------------------------------------------------------- */

static struct cause cause_of(const struct telling *telling, const struct refusal *by)
{
    if (!by->because)
        return (struct cause){0};
    const char *id = ruleset_info(telling->planner->rules, by->rule)->id;
    return (struct cause){arena_strdup(telling->arena, id),
                          arena_strdup(telling->arena, by->because)};
}

static struct cause plain_cause(const char *because)
{
    return (struct cause){NULL, because};
}

/* Whether the week is one in which training grows, so that its wants are those of the template. */
static bool is_growing(const struct week *week)
{
    return (week->kind == WEEK_BUILD || week->kind == WEEK_HOLD) && week->phase < PHASE_TAPER;
}

static bool is_open(const struct telling *telling, int day)
{
    return fixed_day_is_free(telling->planner->plan, &telling->week->days[day]);
}

/* Where days of the week are unavailable. */
static struct cause away(const struct telling *telling)
{
    const struct week_preferences *preferences = &telling->planner->plan->preferences;
    int open = 0, unavailable = 0;
    char mark[MARK_SIZE];
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        open += is_open(telling, d);
        unavailable += week_preferences_is_unavailable(preferences, telling->week->days[d].date);
    }
    return plain_cause(unavailable ? arena_printf(telling->arena, "days free for running: %s",
                                                  mark_count(open, mark))
                                   : NULL);
}

/* The limit of a day that a run has come up to within a unit. */
static struct cause day_limit(const struct telling *telling, int day, enum session_kind kind,
                              int distance)
{
    const struct budget *budget = &telling->filling->limits.days[day][kind];
    int seconds = budget->limits.of[LIMIT_DURATION_S].max;
    int in_time = seconds == INT_MAX
                      ? INT_MAX
                      : scale_floor(seconds, HUNDREDTHS, telling->planner->easy_pace_s);
    if (distance + HUNDREDTHS > budget->limits.of[LIMIT_DISTANCE].max) {
        struct refusal by = budget_reason(budget, LIMIT_DISTANCE);
        return cause_of(telling, &by);
    }
    if (distance + HUNDREDTHS > in_time) {
        struct refusal by = budget_reason(budget, LIMIT_DURATION_S);
        return cause_of(telling, &by);
    }
    return (struct cause){0};
}

/* The first limit of the open days: what is too far for one of them is so by its words. */
static struct cause any_day_limit(const struct telling *telling, enum session_kind kind)
{
    struct cause cause = {0};
    for (int d = 0; d < DAYS_PER_WEEK && !cause.because; d++)
        if (is_open(telling, d))
            cause = day_limit(telling, d, kind, INT_MAX - HUNDREDTHS);
    return cause;
}

/* The same of its climb and descent. */
static struct cause any_climb_limit(const struct telling *telling, enum session_kind kind)
{
    struct cause cause = {0};
    for (int d = 0; d < DAYS_PER_WEEK && !cause.because; d++) {
        const struct budget *budget = &telling->filling->limits.days[d][kind];
        const struct limit *of = budget->limits.of;
        struct refusal by =
            budget_reason(budget, of[LIMIT_DESCENT_M].max < of[LIMIT_CLIMB_M].max ? LIMIT_DESCENT_M
                                                                                  : LIMIT_CLIMB_M);
        if (is_open(telling, d))
            cause = cause_of(telling, &by);
    }
    return cause;
}

/* What keeps a kind of run from every open day, where something does. */
static struct cause closed_everywhere(const struct telling *telling, enum session_kind kind)
{
    struct cause cause = {0};
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        const struct budget *budget = &telling->filling->limits.days[d][kind];
        if (!is_open(telling, d))
            continue;
        if (budget->limits.of[LIMIT_DISTANCE].max > 0)
            return (struct cause){0};
        struct refusal by = budget_reason(budget, LIMIT_DISTANCE);
        cause = cause_of(telling, &by);
    }
    return cause;
}

static struct cause cause_of_shortfall(const struct telling *telling, enum shortfall shortfall,
                                       enum session_kind kind)
{
    const struct refusal hard_days = budget_reason(&telling->filling->limits.week, LIMIT_HARD_DAYS);
    switch (shortfall) {
    case SHORT_RUNS:
        return plain_cause("the week has no run left for it");
    case SHORT_HARD_DAYS:
        return cause_of(telling, &hard_days);
    case SHORT_LONG:
        return plain_cause("long runs take too much of the week");
    case SHORT_WORK:
        return plain_cause("other fast running takes the week's share of it");
    case SHORT_CLIMB:
        return plain_cause("the other runs take the week's climb");
    case SHORT_STEEP:
        return any_climb_limit(telling, kind);
    case SHORT_HILLS:
        return plain_cause("the hills at hand are not enough for it");
    case SHORT_DAY:
        return any_day_limit(telling, kind);
    case SHORT_RACE:
        return plain_cause("the tune-up race stands for it");
    case SHORT_ROOM:
        return plain_cause("the week is too small for it");
    case SHORT_NONE:
        break;
    }
    return (struct cause){0};
}

/* Why a want is none of such a week; because NULL: not for anything that the runner may change. */
static struct cause cause_not_due(const struct telling *telling, const struct want *want)
{
    const struct planner *planner = telling->planner;
    const struct want_needs *needs = &want->needs;
    enum units units = planner->plan->units;
    const struct budget *limits = &telling->filling->limits.week;
    char mark[MARK_SIZE];
    if (distance_to_m(telling->filling->menu.target, units) < needs->week_at_least_m)
        return plain_cause(arena_printf(
            telling->arena, "weeks below %s hold none",
            mark_distance(distance_from_m(needs->week_at_least_m, units), units, mark)));
    if (distance_to_m(runner_mean_week(&planner->plan->runner), units) < needs->recent_at_least_m)
        return plain_cause(arena_printf(
            telling->arena, "it is for runners who have run %s a week",
            mark_distance(distance_from_m(needs->recent_at_least_m, units), units, mark)));
    if (limits->limits.of[LIMIT_HARD_DAYS].max < needs->hard_days)
        return cause_of_shortfall(telling, SHORT_HARD_DAYS, want->due[0]->kind);
    if (telling->filling->menu.runs < needs->runs_at_least)
        return cause_of_shortfall(telling, SHORT_RUNS, want->due[0]->kind);
    return (struct cause){0};
}

/* --- the long run ---------------------------------------------------------------------------- */

static const struct session *first_long_run(const struct week *week)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (week->days[d].sessions[i].kind == SESSION_LONG)
                return &week->days[d].sessions[i];
    return NULL;
}

/* The week's first want of that size, or wants.count. */
static size_t find_want(const struct telling *telling, enum recipe_size size)
{
    const struct week_wants *wants = &telling->filling->wants;
    size_t w = 0;
    while (w < wants->count &&
           (wants->of[w].size != size || wants->of[w].want->only_without_quality))
        w++;
    return w;
}

/* "no long run, though {12 km} was tried": `words` with what was tried last, if anything was. */
static const char *tried_distance(const struct telling *telling, const char *words,
                                  const struct turned_down *tried)
{
    char mark[MARK_SIZE];
    if (!tried->session.title)
        return words;
    return arena_printf(
        telling->arena, "%s, though %s was tried", words,
        mark_distance(tried->session.distance, telling->planner->plan->units, mark));
}

static struct cause long_run_cause(const struct telling *telling, size_t want)
{
    const struct filling *filling = telling->filling;
    const struct plan *plan = telling->planner->plan;
    char mark[MARK_SIZE];
    if (want == filling->wants.count)
        return plain_cause("the week is too small for it");
    const struct turned_down *tried = &filling->last[want];
    struct cause closed = closed_everywhere(telling, SESSION_LONG);
    if (closed.because)
        return closed;
    if (tried->is_displaced && plan->preferences.long_run != UNKNOWN)
        return plain_cause(
            arena_printf(telling->arena, "it would leave %s, your day for it",
                         mark_weekday((enum weekday)plan->preferences.long_run, mark)));
    return tried->by.because ? cause_of(telling, &tried->by)
                             : cause_of_shortfall(telling, filling->menu.shortfalls[want],
                                                  filling->wants.of[want].options[0]->kind);
}

static void tell_long_run(const struct telling *telling)
{
    static const struct turned_down nothing = {0};
    const struct filling *filling = telling->filling;
    size_t want = find_want(telling, RECIPE_SIZE_LONG);
    bool is_wanted = want < filling->wants.count;
    if (!week_lacks(telling->week, GIVEN_UP_LONG) || (!is_wanted && !is_growing(telling->week)))
        return;
    struct cause cause = long_run_cause(telling, want);
    if (!cause.because)
        cause = away(telling);
    if (!cause.because)
        cause = cause_of_shortfall(telling, SHORT_RUNS, SESSION_LONG);
    tell(telling, GIVEN_UP_LONG,
         tried_distance(telling, "no long run", is_wanted ? &filling->last[want] : &nothing),
         &cause);
}

static void tell_hills(const struct telling *telling)
{
    const struct filling *filling = telling->filling;
    const struct session *run = first_long_run(telling->week);
    size_t want = find_want(telling, RECIPE_SIZE_LONG);
    char have[MARK_SIZE], tried[MARK_SIZE];
    if (!run || want == filling->wants.count || !filling->first[want].by.because ||
        filling->first[want].session.climb_m <= run->climb_m)
        return;
    struct cause cause = cause_of(telling, &filling->first[want].by);
    tell(telling, GIVEN_UP_HILLS,
         arena_printf(telling->arena, "%s of climb in the long run, though %s was tried",
                      mark_elevation(run->climb_m, have),
                      mark_elevation(filling->first[want].session.climb_m, tried)),
         &cause);
}

static void tell_second_long_run(const struct telling *telling)
{
    const struct filling *filling = telling->filling;
    size_t want = find_want(telling, RECIPE_SIZE_SECOND_LONG);
    if (want == filling->wants.count || filling->menu.held[want])
        return;
    const struct turned_down *tried = &filling->last[want];
    struct cause cause = cause_of(telling, &tried->by);
    if (cause.because)
        tell(telling, GIVEN_UP_SECOND_LONG, tried_distance(telling, "no second long run", tried),
             &cause);
}

/* --- what is hard ---------------------------------------------------------------------------- */

/* Of a want of work that holds nothing; `*head` is what was tried. */
static struct cause work_cause(const struct telling *telling, size_t want, const char **head)
{
    const struct filling *filling = telling->filling;
    const struct turned_down *tried = &filling->first[want];
    if (filling->menu.held[want])
        return (struct cause){0};
    if (tried->by.because && tried->session.title) {
        *head = arena_printf(telling->arena, "nothing hard, though %s was tried",
                             mark_name(telling->arena, tried->session.title));
        return cause_of(telling, &tried->by);
    }
    return cause_of_shortfall(telling, filling->menu.shortfalls[want],
                              filling->wants.of[want].options[0]->kind);
}

/* Why a week has no work that is hard, though none was refused. */
static struct cause no_work_cause(const struct telling *telling)
{
    const struct planner *planner = telling->planner;
    const struct menu *menu =
        &planner->input->training_template->menus[planner->wishes[telling->index].menu];
    const struct week_wants *wants = &telling->filling->wants;
    struct cause cause = {0};
    for (size_t w = 0; w < wants->count && !cause.because; w++)
        if (wants->of[w].size == RECIPE_SIZE_WORK && telling->filling->menu.held[w])
            cause = plain_cause(
                arena_printf(telling->arena, "%s stands for it",
                             mark_name(telling->arena, telling->filling->menu.held[w]->title)));
    for (size_t i = 0; i < menu->want_count && !cause.because; i++)
        if (menu->wants[i].due[0]->size == RECIPE_SIZE_WORK)
            cause = cause_not_due(telling, &menu->wants[i]);
    if (!cause.because)
        cause = away(telling);
    return cause.because ? cause : plain_cause("the week is for easy running");
}

static void tell_quality(const struct telling *telling)
{
    const struct week_wants *wants = &telling->filling->wants;
    const char *head = "nothing hard";
    struct cause cause = {0};
    if (!week_lacks(telling->week, GIVEN_UP_QUALITY))
        return;
    for (size_t w = 0; w < wants->count && !cause.because; w++)
        if (wants->of[w].size == RECIPE_SIZE_WORK)
            cause = work_cause(telling, w, &head);
    if (!cause.because && is_growing(telling->week))
        cause = no_work_cause(telling);
    if (cause.because)
        tell(telling, GIVEN_UP_QUALITY, head, &cause);
}

/* --- runs and distance ------------------------------------------------------------------------ */

static struct cause cut_cause(const struct telling *telling)
{
    return cause_of(telling, &telling->filling->kept_from_whole);
}

static void tell_runs(const struct telling *telling)
{
    int fewer = telling->filling->levels.cuts.runs, runs = telling->filling->menu.runs;
    char have[MARK_SIZE], wished[MARK_SIZE];
    struct cause cause = cut_cause(telling);
    if (fewer > 0)
        tell(telling, GIVEN_UP_RUNS,
             arena_printf(telling->arena, "runs in the week: %s instead of %s",
                          mark_count(runs, have), mark_count(runs + fewer, wished)),
             &cause);
}

/* The limit of the longest run that has come up to one. */
static struct cause bound_cause(const struct telling *telling)
{
    const struct filling *filling = telling->filling;
    struct cause longest = {0};
    int most = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int item = filling->placement.item_on[d];
        if (item == REST || filling->menu.items[item].fixed_day != ANY_DAY)
            continue;
        int distance = filling->menu.items[item].session.distance;
        struct cause cause =
            day_limit(telling, d, filling->menu.items[item].session.kind, distance);
        if (cause.because && distance > most) {
            most = distance;
            longest = cause;
        }
    }
    return longest;
}

static struct cause distance_cause(const struct telling *telling)
{
    const struct week_cuts *cuts = &telling->filling->levels.cuts;
    if (cuts->percent > 0 || cuts->runs > 0)
        return cut_cause(telling);
    struct cause cause = away(telling);
    if (!cause.because)
        cause = bound_cause(telling);
    return cause.because ? cause : plain_cause("easy runs stay shorter than the long run");
}

static void tell_distance(const struct telling *telling)
{
    const struct week *week = telling->week;
    enum units units = telling->planner->plan->units;
    char have[MARK_SIZE], wished[MARK_SIZE];
    int distance = plan_week_distance(week);
    if (week->phase >= PHASE_TAPER || distance >= scale_floor(week->wished, NEARLY_PERCENT, 100))
        return;
    struct cause cause = distance_cause(telling);
    tell(telling, GIVEN_UP_DISTANCE,
         arena_printf(telling->arena, "%s instead of %s", mark_distance(distance, units, have),
                      mark_distance(round_down_to(week->wished, HUNDREDTHS / 2), units, wished)),
         &cause);
}

/* --- wishes of rules -------------------------------------------------------------------------- */

/* The week's limit of a sum that is below what is wished, or what refused it. */
static struct cause wish_cause(const struct telling *telling, enum limit_kind kind, int wished)
{
    const struct budget *week = &telling->filling->limits.week;
    struct refusal by = week->limits.of[kind].max < wished ? budget_reason(week, kind)
                                                           : telling->filling->kept_from_wish;
    return cause_of(telling, &by);
}

/* Whether no open day of the week has hills. */
static bool is_without_hills(const struct telling *telling)
{
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (is_open(telling, d) &&
            hills_are_outside(telling->planner->plan, telling->week->days[d].date))
            return false;
    return true;
}

static void tell_wished_climb(const struct telling *telling, int wished)
{
    char have[MARK_SIZE], wish[MARK_SIZE];
    int climb = week_sum(telling->week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    if (wished == UNKNOWN || climb >= scale_floor(wished, NEARLY_PERCENT, 100))
        return;
    struct cause cause = {0};
    if (!is_without_hills(telling))
        cause = wish_cause(telling, LIMIT_CLIMB_M, wished);
    if (!is_without_hills(telling) && !cause.because)
        cause = wish_cause(telling, LIMIT_DESCENT_M, wished);
    if (!cause.because)
        cause = cause_of_shortfall(telling, SHORT_HILLS, SESSION_EASY);
    tell(telling, GIVEN_UP_WISH,
         arena_printf(telling->arena, "%s of climb, though %s was wished",
                      mark_elevation(climb, have), mark_elevation(wished, wish)),
         &cause);
}

static void tell_wished_time(const struct telling *telling, int wished)
{
    char have[MARK_SIZE], wish[MARK_SIZE];
    int seconds = week_sum(telling->week, DAYS_PER_WEEK, QUANTITY_DURATION_S, NULL);
    if (wished == UNKNOWN || seconds >= scale_floor(wished, NEARLY_PERCENT, 100))
        return;
    int distance = scale_floor(wished, HUNDREDTHS, telling->planner->easy_pace_s);
    struct cause cause = wish_cause(telling, LIMIT_DURATION_S, wished);
    if (!cause.because)
        cause = wish_cause(telling, LIMIT_DISTANCE, distance);
    if (!cause.because)
        cause = bound_cause(telling);
    tell(telling, GIVEN_UP_WISH,
         arena_printf(telling->arena, "%s of running, though %s was wished",
                      mark_time(seconds, have), mark_time(wished, wish)),
         &cause);
}

static bool holds_kind(const struct week *week, int kind)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if ((int)week->days[d].sessions[i].kind == kind)
                return true;
    return false;
}

static void tell_wished_session(const struct telling *telling, int kind)
{
    const struct filling *filling = telling->filling;
    size_t want = filling->wants.wished;
    if (kind == UNKNOWN || holds_kind(telling->week, kind))
        return;
    struct cause cause = plain_cause("the week has no place for it");
    const char *name = session_kind_name((enum session_kind)kind);
    if (want < filling->wants.count) {
        struct cause refused = cause_of(telling, &filling->first[want].by);
        struct cause small =
            cause_of_shortfall(telling, filling->menu.shortfalls[want], (enum session_kind)kind);
        name = filling->wants.of[want].options[0]->title;
        cause = refused.because ? refused : small.because ? small : cause;
    }
    tell(telling, GIVEN_UP_WISH,
         arena_printf(telling->arena, "no %s, though it was wished",
                      mark_name(telling->arena, name)),
         &cause);
}

static void tell_wishes(const struct telling *telling)
{
    const struct wish *of = telling->filling->limits.wishes.wishes.of;
    tell_wished_time(telling, of[WISH_DURATION_S].value);
    tell_wished_climb(telling, of[WISH_CLIMB_M].value);
    tell_wished_session(telling, of[WISH_SESSION].value);
}

void give_up_tell(const struct planner *planner, size_t week, const struct filling *filling)
{
    const struct telling telling = {
        .planner = planner,
        .filling = filling,
        .week = &planner->plan->weeks[week],
        .index = week,
        .arena = planner->plan->arena,
    };
    if (week_is_run_walk(telling.week))
        return;
    telling.week->gave_up =
        arena_array(telling.arena, GIVEN_UP_COUNT + WISH_KIND_COUNT, sizeof *telling.week->gave_up);
    tell_long_run(&telling);
    tell_quality(&telling);
    tell_second_long_run(&telling);
    tell_hills(&telling);
    tell_runs(&telling);
    tell_distance(&telling);
    tell_wishes(&telling);
}
