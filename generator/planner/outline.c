/* Outline: phases and wished distances, from the template. */
#include "planner/outline.h"

#include "planner/ask.h"
#include "planner/fixed_days.h"
#include "planner/recipe.h"

/* The rule whose `every` setting spaces the lighter weeks; without it there are none. */
#define LIGHTER_RULE    "lighter-weeks"
#define LIGHTER_SETTING "every"

#define PERMILLE 1000

static enum menu_kind menu_of(const struct week *week)
{
    static const enum menu_kind menus[] = {
        [PHASE_BASE] = MENU_BASE,   [PHASE_BUILD] = MENU_BUILD, [PHASE_PEAK] = MENU_PEAK,
        [PHASE_TAPER] = MENU_TAPER, [PHASE_RACE] = MENU_RACE,   [PHASE_RECOVERY] = MENU_RECOVERY,
    };
    return week->kind == WEEK_LIGHTER ? MENU_LIGHTER : menus[week->phase];
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

/*
 * True for the lighter weeks among `count` weeks before the taper. They are counted back from it,
 * so that a whole block lies between the last of them and the taper; where that would make the very
 * first week a lighter one, they all come two weeks later.
 */
static bool is_lighter(int index, int count, int every)
{
    if (every == 0)
        return false;
    int shift = count % every == 0 ? 2 : 0;
    return index > 0 && (count - index) % every == shift;
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

/* Whether the rules allow the run on the first day of a week that is open for it; the plan is still
   empty, so that nothing else can be in its way. `*is_open` tells whether there is such a day. */
static bool try_run(struct planner *planner, size_t week, struct session *run, bool *is_open,
                    bool *allowed, struct error *error)
{
    struct plan *plan = planner->plan;
    size_t d = 0;
    while (d < DAYS_PER_WEEK && (!fixed_day_is_open(plan, &plan->weeks[week].days[d]) ||
                                 fixed_is_race_day(plan, plan->weeks[week].days[d].date)))
        d++;
    *is_open = d < DAYS_PER_WEEK;
    if (!*is_open)
        return true;
    struct refusal refusal;
    struct day *day = &plan->weeks[week].days[d];
    *day = (struct day){.date = day->date, .sessions = run, .session_count = 1};
    bool done = ask_allow(planner, week, d, allowed, &refusal, error);
    *day = (struct day){.date = day->date};
    return done;
}

/* Counts the first weeks in which the rules allow no plain easy run: these are run-walk weeks. */
static bool count_run_walk_weeks(struct planner *planner, struct error *error)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    planner->run_walk_weeks = 0;
    if (shape->menus[MENU_RUN_WALK].slot_count == 0)
        return true;
    struct session easy = recipe_session(planner, shape->easy_run, 0,
                                         distance_from_m(shape->easy_least_m, plan->units), 0);
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

/* True where half of the week's run days or more are unavailable. */
static bool is_mainly_away(const struct plan *plan, const struct week *week)
{
    int run_days = 0, away = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = week->days[d].date;
        run_days += plan->preferences.run_days[date_weekday(date)];
        away += plan->preferences.run_days[date_weekday(date)] &&
                week_preferences_is_unavailable(&plan->preferences, date);
    }
    return away > 0 && 2 * away >= run_days;
}

/* True where the race is so early in its week that the week before is the real race week. */
static bool is_early_race(const struct planner *planner)
{
    int day = (planner->plan->race.date - planner->plan->weeks[0].start) % DAYS_PER_WEEK;
    return day < planner->input->training_template->early_race_days;
}

/* Phases and kinds. Returns how many weeks lie before the taper. */
static int set_phases(struct planner *planner, int race_week)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    int taper = shape->taper_weeks + is_early_race(planner);
    int before_taper = race_week - smaller_of(taper, race_week);
    int every = ruleset_setting(planner->rules, LIGHTER_RULE, LIGHTER_SETTING, 0);
    int since_away = -1; /* weeks since the last ones away, from which the count begins anew */
    bool was_away = false;
    for (int w = 0; w < (int)plan->week_count; w++) {
        struct week *week = &plan->weeks[w];
        if (w > race_week) {
            week->phase = PHASE_RECOVERY;
            week->kind = WEEK_RECOVERY;
        } else if (w == race_week) {
            week->phase = PHASE_RACE;
            week->kind = WEEK_RACE;
        } else {
            week->phase = phase_before_race(shape, taper, race_week - w);
            if (week->phase == PHASE_TAPER)
                week->kind = WEEK_TAPER;
            else
                week->kind = WEEK_BUILD;
        }
        if (week->kind != WEEK_BUILD || w < planner->run_walk_weeks)
            continue;
        bool is_away = is_mainly_away(plan, week);
        if (every > 0 && is_away && !was_away) /* the first of them is rest enough */
            since_away = 0;
        was_away = is_away;
        bool lighter = since_away >= 0 ? since_away++ % every == 0
                                       : is_lighter(w - planner->run_walk_weeks,
                                                    before_taper - planner->run_walk_weeks, every);
        if (lighter)
            week->kind = WEEK_LIGHTER;
    }
    return before_taper;
}

/* The weekly distance that the plan wishes to reach. */
static int wished_peak(const struct planner *planner)
{
    const struct training_template *shape = planner->input->training_template;
    enum units units = planner->plan->units;
    int mean = runner_mean_week(&planner->plan->runner);
    int peak = scale_round(mean, shape->peak_percent_of_recent, 100);
    int least = distance_from_m(shape->peak_least_m, units);
    int most = distance_from_m(shape->peak_most_m, units);
    if (peak < least)
        peak = least;
    if (peak > most)
        peak = most;
    return peak > mean ? peak : mean; /* nobody is asked to run less */
}

/* A straight line from the recent mean to the peak, reached one growing week before the last. */
static void set_wishes(struct planner *planner, int before_taper)
{
    struct plan *plan = planner->plan;
    int mean = runner_mean_week(&plan->runner), peak = wished_peak(planner);
    int growing = 0, turns[MENU_KIND_COUNT] = {0};
    for (int w = 0; w < before_taper; w++)
        growing += plan->weeks[w].kind == WEEK_BUILD;
    int steps = growing > 1 ? growing - 1 : 1, done = 0;
    for (int w = 0; w < (int)plan->week_count; w++) {
        struct week *week = &plan->weeks[w];
        struct week_wish *wish = &planner->wishes[w];
        if (week->kind == WEEK_BUILD) {
            if (done == steps || peak == mean)
                week->kind = WEEK_HOLD;
            done = smaller_of(done + 1, steps);
        }
        wish->distance = mean + scale_round(peak - mean, done, steps);
        wish->menu = w < planner->run_walk_weeks ? MENU_RUN_WALK : menu_of(week);
        bool is_race_near = week->kind == WEEK_TAPER && week[1].kind == WEEK_RACE;
        if (is_race_near && is_early_race(planner) && wish->menu != MENU_RUN_WALK)
            wish->menu = MENU_RACE;
        wish->turn = turns[wish->menu]++;
        wish->progress = before_taper > 1 && w < before_taper
                             ? scale_round(PERMILLE, w, before_taper - 1)
                             : PERMILLE;
    }
}

bool outline_make(struct planner *planner, struct error *error)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    int race_week = (plan->race.date - planner->input->start) / DAYS_PER_WEEK;
    if (race_week + 1 < shape->least_weeks || race_week + 1 > shape->most_weeks) {
        error_add(error, STATUS_NO_PLAN, planner->input->profile->path, 0, 0,
                  "there are %d weeks to the race; the template %s serves %d to %d: move start, or "
                  "choose another template",
                  race_week + 1, shape->name, shape->least_weeks, shape->most_weeks);
        return false;
    }
    plan->week_count = (size_t)race_week + 1 + (size_t)shape->recovery_weeks;
    plan->weeks = arena_array(plan->arena, plan->week_count, sizeof *plan->weeks);
    planner->wishes = arena_array(plan->arena, plan->week_count, sizeof *planner->wishes);
    set_dates(plan, planner->input->start);
    /* Only now, as settings may depend on the plan, and before its lighter weeks depend on one. */
    if (!ruleset_bind(planner->rules, plan, error) || !count_run_walk_weeks(planner, error))
        return false;
    set_wishes(planner, set_phases(planner, race_week));
    return true;
}
