/* Outline: phases and wished distances, from the template. */
#include "planner/outline.h"

#include "planner/ask.h"
#include "planner/fixed_days.h"
#include "planner/recipe.h"
#include "planner/sizing.h"
#include "planner/standing.h"

/* The rule whose `every` setting spaces the lighter weeks; without it there are none. */
#define LIGHTER_RULE    "lighter-weeks"
#define LIGHTER_SETTING "every"

/* The rule whose setting tells how much a week may be above the one before. */
#define RAMP_RULE    "weekly-ramp"
#define RAMP_SETTING "max_increase"

#define PERMILLE 1000

/* Weeks of a return but for its last, that of the whole level, are no time for new work. */
enum menu_kind outline_menu(const struct week *week)
{
    static const enum menu_kind menus[] = {
        [PHASE_BASE] = MENU_BASE,   [PHASE_BUILD] = MENU_BUILD, [PHASE_PEAK] = MENU_PEAK,
        [PHASE_TAPER] = MENU_TAPER, [PHASE_RACE] = MENU_RACE,   [PHASE_RECOVERY] = MENU_RECOVERY,
    };
    bool is_returning = week->kind == WEEK_RETURN && week[1].kind == WEEK_RETURN;
    return week->kind == WEEK_LIGHTER ? MENU_LIGHTER
           : is_returning             ? MENU_RETURN
                                      : menus[week->phase];
}

/* The phase of a week before race week, by how many weeks before race week it lies (from 1). */
static enum phase phase_before_race(const struct training_template *shape, int taper, int before)
{
    if (before <= taper)
        return PHASE_TAPER;
    if (before <= taper + shape->peak_weeks)
        return PHASE_PEAK;
    return before <= taper + shape->peak_weeks + shape->build_weeks ? PHASE_BUILD : PHASE_BASE;
}

/* The weeks after a tune-up race that are lighter ones because of it. */
static int lighter_weeks_after(const struct training_template *shape, int race_m)
{
    return (race_m >= shape->lighter_after_m) + (race_m >= shape->lighter_twice_after_m);
}

/* Whether a week follows a tune-up race that takes so much. */
static bool is_after_race(const struct planner *planner, size_t week)
{
    const struct plan *plan = planner->plan;
    for (size_t i = 0; i < plan->tune_up_count; i++) {
        size_t raced = plan_week_index(plan, plan->tune_ups[i].date);
        int weeks = lighter_weeks_after(planner->input->training_template,
                                        plan->tune_ups[i].distance.metres);
        if (raced < week && week <= raced + (size_t)weeks)
            return true;
    }
    return false;
}

static void set_dates(struct plan *plan, int start)
{
    for (int w = 0; w < (int)plan->week_count; w++) {
        struct week *week = &plan->weeks[w];
        week->number = w + 1;
        week->start = start + w * DAYS_PER_WEEK;
        week->distance_most = UNKNOWN;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            week->days[d].date = week->start + d;
    }
}

/* The first day of a week on which something may be run, races aside; DAYS_PER_WEEK for none. */
static bool find_open_day(struct planner *planner, size_t week, size_t *open, struct error *error)
{
    struct plan *plan = planner->plan;
    bool is_refused = true;
    for (*open = 0; *open < DAYS_PER_WEEK; ++*open) {
        const struct day *day = &plan->weeks[week].days[*open];
        struct refusal refusal;
        if (!fixed_day_is_free(plan, day))
            continue;
        if (!ask_refused_day(planner, week, *open, &is_refused, &refusal, error))
            return false;
        if (!is_refused)
            return true;
    }
    return true;
}

/* Whether the rules allow the run on the first day of a week that is open for it; the plan is still
   empty, so that nothing else can be in its way. `*is_open` tells whether there is such a day. */
static bool try_run(struct planner *planner, size_t week, struct session *run, bool *is_open,
                    bool *allowed, struct error *error)
{
    size_t d;
    if (!find_open_day(planner, week, &d, error))
        return false;
    *is_open = d < DAYS_PER_WEEK;
    if (!*is_open)
        return true;
    struct refusal refusal;
    struct day *day = &planner->plan->weeks[week].days[d];
    *day = (struct day){.date = day->date, .sessions = run, .session_count = 1};
    bool done = ask_allow(planner, week, d, 0, NULL, allowed, &refusal, error);
    *day = (struct day){.date = day->date};
    return done;
}

/* Counts the first weeks in which the rules allow no plain easy run: these are run-walk weeks. */
static bool count_run_walk_weeks(struct planner *planner, struct error *error)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    planner->run_walk_weeks = 0;
    if (shape->menus[MENU_RUN_WALK].want_count == 0)
        return true;
    const struct work none = {0};
    struct session easy = recipe_session(planner, shape->rest.easy, &none,
                                         distance_from_m(shape->rest.least_m, plan->units));
    easy.climb_m = easy.descent_m = 0;
    bool allowed = false, is_open;
    for (size_t w = 0; w < plan->week_count && !allowed; w++) {
        if (!try_run(planner, w, &easy, &is_open, &allowed, error))
            return false;
        if (is_open && !allowed)
            planner->run_walk_weeks = (int)w + 1;
    }
    return true;
}

/* True where half of the week's run days or more are off. */
static bool is_mainly_away(const struct plan *plan, const struct week *week)
{
    int run_days = plan_run_days(plan);
    return run_days > 0 && 2 * plan_open_days(plan, week) <= run_days;
}

/* True where the race is so early in its week that the week before is the real race week. */
static bool is_early_race(const struct planner *planner)
{
    int day = (planner->plan->race.date - planner->plan->weeks[0].start) % DAYS_PER_WEEK;
    return day < planner->input->training_template->early_race_days;
}

/* Whether a week is one of a return after days off. */
static bool is_return(const struct planner *planner, int week)
{
    return planner->plan->weeks[week].kind == WEEK_RETURN;
}

static bool has_race(const struct plan *plan, int week)
{
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (fixed_is_race_day(plan, plan->weeks[week].days[d].date))
            return true;
    return false;
}

/* A week that is no training like others: after a long race, mainly away, or of a return. */
static bool is_rest_week(const struct planner *planner, int week)
{
    return is_mainly_away(planner->plan, &planner->plan->weeks[week]) || is_return(planner, week) ||
           is_after_race(planner, (size_t)week);
}

/*
 * How many weeks of a block of `length` lie before its first lighter one. They are counted back
 * from the block's end; where one of the plan's first two weeks, or the block's first, would be
 * lighter, they all come so much later that two weeks lie before. Soon after days off, or after the
 * way back from them, nobody needs another: then a whole block goes before.
 */
static int weeks_to_lighter(int length, int every, bool is_first, bool is_rested)
{
    int before = length % every <= is_first ? 2 : length % every;
    return is_rested ? larger_of(before, every - 1) : before;
}

/* The week before a tune-up race is no lighter one: that of the race is, or, where the one after it
   will be, the one before. */
static void make_lighter(struct plan *plan, int week, int start, int end)
{
    bool is_race_next = week + 1 < end && has_race(plan, week + 1);
    int shift = !is_race_next ? 0 : week + 2 < end ? 1 : -1;
    if (week + shift > start)
        plan->weeks[week + shift].kind = WEEK_LIGHTER;
}

/*
 * Makes weeks lighter. They are counted back from a week that rests anyway, or from the taper, so
 * that a whole block lies before it.
 */
static void set_lighter_weeks(const struct planner *planner, int before_taper)
{
    struct plan *plan = planner->plan;
    int every = ruleset_setting(planner->rules, LIGHTER_RULE, LIGHTER_SETTING, 0);
    int first = planner->run_walk_weeks;
    for (int start = first, end; every > 0 && start < before_taper; start = end + 1) {
        for (end = start; end < before_taper && !is_rest_week(planner, end);)
            end++;
        bool is_rested = start > 0 && (is_mainly_away(plan, &plan->weeks[start - 1]) ||
                                       is_return(planner, start - 1));
        int before = weeks_to_lighter(end - start, every, start == first, is_rested);
        for (int week = start + before; week < end; week += every)
            make_lighter(plan, week, start, end);
        if (end < before_taper && !is_return(planner, end))
            plan->weeks[end].kind = WEEK_LIGHTER;
    }
}

/* Marks the weeks of returns after days off, and counts those that come too late. */
static bool set_returns(struct planner *planner, int before_taper, struct error *error)
{
    for (int week = 0; week < (int)planner->plan->week_count; week++) {
        struct week *here = &planner->plan->weeks[week];
        bool is_return;
        int percent;
        if (!ask_is_return(planner, (size_t)week, &is_return, &percent, error))
            return false;
        if (is_return && week < before_taper) {
            here->kind = WEEK_RETURN;
            here->percent = percent;
        }
        planner->late_returns += is_return && week >= before_taper;
    }
    return true;
}

/* Phases and kinds. `*before_taper` becomes how many weeks lie before the taper. */
static bool set_phases(struct planner *planner, int race_week, int *before_taper,
                       struct error *error)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    int taper = shape->taper_weeks + is_early_race(planner);
    for (int w = 0; w < (int)plan->week_count; w++) {
        struct week *week = &plan->weeks[w];
        week->phase = w > race_week    ? PHASE_RECOVERY
                      : w == race_week ? PHASE_RACE
                                       : phase_before_race(shape, taper, race_week - w);
        week->kind = w > race_week                ? WEEK_RECOVERY
                     : w == race_week             ? WEEK_RACE
                     : week->phase == PHASE_TAPER ? WEEK_TAPER
                                                  : WEEK_BUILD;
    }
    *before_taper = race_week - smaller_of(taper, race_week);
    if (!set_returns(planner, *before_taper, error))
        return false;
    set_lighter_weeks(planner, *before_taper);
    return true;
}

/* The weekly distance that the plan wishes to reach. */
static int wished_peak(const struct planner *planner)
{
    const struct training_template *shape = planner->input->training_template;
    int mean = runner_mean_week(&planner->plan->runner);
    int asked = training_template_asked_peak(shape, planner->plan->runner.vdot_tenths,
                                             planner->plan->units);
    /* What the race asks, or a step beyond what the runner does; nobody is asked to run less. */
    int peak =
        larger_of(larger_of(asked, scale_round(mean, shape->peak_percent_of_recent, 100)), mean);
    int most = planner->plan->preferences.most;
    return most == UNKNOWN ? peak : smaller_of(peak, most);
}

/* How far the longest run-walks of a week go in all, by estimate; no line leads there from 0. */
static int run_walk_week(const struct planner *planner)
{
    const struct training_template *shape = planner->input->training_template;
    const struct menu *menu = &shape->menus[MENU_RUN_WALK];
    int most_m = 0,
        recent_m = distance_to_m(runner_mean_week(&planner->plan->runner), planner->plan->units);
    for (size_t i = 0; i < menu->want_count; i++)
        for (size_t k = 0; k < menu->wants[i].due_count; k++)
            most_m = larger_of(most_m, menu->wants[i].due[k]->most_m);
    int runs = training_template_run_count(shape, recent_m)->runs;
    return distance_from_m(most_m * runs, planner->plan->units);
}

/* The week from which on the weeks are others than the plan thought of at first; 0: from the first.
 */
static int first_week(const struct plan *plan)
{
    for (size_t i = plan->replanned_count; i-- > 0;)
        if (plan->replanned[i].is_anew)
            return (plan->replanned[i].date - plan->weeks[0].start) / DAYS_PER_WEEK;
    return 0;
}

/* A straight line from the recent mean to the peak, reached one growing week before the last; where
   race or runner have changed since, from what was run before that. */
static void set_wishes(struct planner *planner, int before_taper)
{
    struct plan *plan = planner->plan;
    int first = first_week(plan), peak = wished_peak(planner);
    int mean = first > 0 ? smaller_of(standing_level(planner, (size_t)first), peak)
                         : runner_mean_week(&plan->runner);
    int growing = 0, turns[MENU_KIND_COUNT] = {0};
    for (int w = first; w < before_taper; w++)
        growing += plan->weeks[w].kind == WEEK_BUILD;
    int steps = growing > 1 ? growing - 1 : 1, done = 0;
    for (int w = 0; w < (int)plan->week_count; w++) {
        struct week *week = &plan->weeks[w];
        struct week_wish *wish = &planner->wishes[w];
        if (week->kind == WEEK_BUILD && w >= first) {
            if (done == steps || peak == mean)
                week->kind = WEEK_HOLD;
            done = smaller_of(done + 1, steps);
        }
        wish->distance = mean + scale_round(peak - mean, done, steps);
        wish->menu = w < planner->run_walk_weeks ? MENU_RUN_WALK : outline_menu(week);
        if (wish->menu == MENU_RUN_WALK)
            wish->distance = larger_of(wish->distance, run_walk_week(planner));
        bool is_race_near = week->kind == WEEK_TAPER && week[1].kind == WEEK_RACE;
        if (is_race_near && is_early_race(planner) && wish->menu != MENU_RUN_WALK)
            wish->menu = MENU_RACE;
        wish->turn = turns[wish->menu]++;
        wish->progress = before_taper > 1 && w < before_taper
                             ? scale_round(PERMILLE, w, before_taper - 1)
                             : PERMILLE;
    }
}

/* Whether a week would be a lighter one if nothing came in between, so that days off don't change
   what other weeks hold. */
static bool is_lighter_by_rhythm(const struct planner *planner, int week, int before_taper)
{
    int every = ruleset_setting(planner->rules, LIGHTER_RULE, LIGHTER_SETTING, 0);
    int length = before_taper - planner->run_walk_weeks;
    if (every <= 0)
        return false;
    int after = week - planner->run_walk_weeks - weeks_to_lighter(length, every, true, false);
    return after >= 0 && after % every == 0;
}

/* The biggest week that the way to the peak leads to, under the ramp alone and with such lighter
   weeks. */
static int reached_peak(const struct planner *planner, int before_taper, int lighter_percent)
{
    int ramp = ruleset_setting(planner->rules, RAMP_RULE, RAMP_SETTING, INT_MAX - 100);
    int mean = runner_mean_week(&planner->plan->runner), peak = wished_peak(planner);
    int first = planner->run_walk_weeks, steps = -1, done = 0, biggest = 0, week = mean;
    for (int w = first; w < before_taper; w++)
        steps += !is_lighter_by_rhythm(planner, w, before_taper);
    for (int w = first; w < before_taper; w++) {
        bool is_lighter = is_lighter_by_rhythm(planner, w, before_taper);
        done = smaller_of(done + !is_lighter, larger_of(steps, 1));
        int wish = mean + scale_round(peak - mean, done, larger_of(steps, 1));
        int percent = is_lighter || is_after_race(planner, (size_t)w) ? lighter_percent
                      : has_race(planner->plan, w)                    ? 100
                                                                      : 100 + ramp;
        int most = scale_floor(week, percent, 100);
        week = smaller_of(wish, most);
        week = round_down_to(week, sizing_step(week));
        biggest = larger_of(biggest, week);
    }
    return biggest;
}

/* Lighter weeks are as light as the template has it, where the weeks after them have the time to
   make up for that. */
static int choose_lighter_percent(const struct planner *planner, int before_taper)
{
    const struct lighter_shape *shape = &planner->input->training_template->lighter;
    int most = reached_peak(planner, before_taper, shape->to_percent);
    int percent = shape->from_percent;
    while (percent < shape->to_percent && reached_peak(planner, before_taper, percent) <
                                              scale_floor(most, 100 - shape->lost_percent, 100))
        percent++;
    return percent;
}

bool outline_make(struct planner *planner, struct error *error)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    int race_week = (plan->race.date - planner->input->start) / DAYS_PER_WEEK;
    if (race_week + 1 < shape->least_weeks || race_week + 1 > shape->most_weeks) {
        bool has_begun = planner->input->past;
        error_add(error, STATUS_NO_PLAN, planner->input->profile->path, 0, 0,
                  "there are %d weeks %s the race; the template %s serves %d to %d: %s, or choose "
                  "another template",
                  race_week + 1, has_begun ? "from the plan's start to" : "to", shape->name,
                  shape->least_weeks, shape->most_weeks,
                  has_begun ? "make a new plan with hillplan generate" : "move start");
        return false;
    }
    plan->week_count = (size_t)race_week + 1 + (size_t)shape->recovery_weeks;
    plan->weeks = arena_array(plan->arena, plan->week_count, sizeof *plan->weeks);
    planner->wishes = arena_array(plan->arena, plan->week_count, sizeof *planner->wishes);
    set_dates(plan, planner->input->start);
    standing_note_weeks(planner);
    /* Only now, as settings may depend on the plan, and before its lighter weeks depend on one. */
    if (!ruleset_bind(planner->rules, plan, error) || !count_run_walk_weeks(planner, error))
        return false;
    int before_taper;
    if (!set_phases(planner, race_week, &before_taper, error))
        return false;
    set_wishes(planner, before_taper);
    planner->weeks_before_taper = before_taper;
    planner->lighter_percent = choose_lighter_percent(planner, before_taper);
    return true;
}
