/* Outline: phases and wished distances, from the template. */
#include "planner/outline.h"

#include "planner/ask.h"
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
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            week->days[d].date = week->start + d;
    }
}

/*
 * Counts the first weeks in which the rules allow no plain easy run: these are run-walk weeks. The
 * plan is still empty, so that nothing else can be in the way of one.
 */
static bool count_run_walk_weeks(struct planner *planner, struct error *error)
{
    const struct training_template *shape = planner->input->training_template;
    struct plan *plan = planner->plan;
    planner->run_walk_weeks = 0;
    if (shape->menus[MENU_RUN_WALK].slot_count == 0)
        return true;
    struct session easy = recipe_session(planner, shape->easy_run, 0,
                                         distance_from_m(shape->easy_least_m, plan->units));
    easy.climb_m = easy.descent_m = 0;
    bool allowed = false;
    for (size_t w = 0; w < plan->week_count && !allowed; w++) {
        size_t d = 0;
        while (d < DAYS_PER_WEEK &&
               !week_preferences_can_run(&plan->preferences, plan->weeks[w].days[d].date))
            d++;
        if (d < DAYS_PER_WEEK) {
            struct refusal refusal;
            struct day *day = &plan->weeks[w].days[d];
            *day = (struct day){.date = day->date, .sessions = &easy, .session_count = 1};
            bool done = ask_allow(planner, w, d, &allowed, &refusal, error);
            *day = (struct day){.date = day->date};
            if (!done)
                return false;
        }
        planner->run_walk_weeks += !allowed;
    }
    return true;
}

/* True where most of the week's run days are unavailable. */
static bool is_mostly_away(const struct plan *plan, const struct week *week)
{
    int run_days = 0, away = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = week->days[d].date;
        run_days += plan->preferences.run_days[date_weekday(date)];
        away += plan->preferences.run_days[date_weekday(date)] &&
                week_preferences_is_unavailable(&plan->preferences, date);
    }
    return 2 * away > run_days;
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
    int since_away = -1; /* weeks since the last one away, from which the count begins anew */
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
        if (every > 0 && is_mostly_away(plan, week))
            since_away = 0;
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
        wish->distance =
            week->kind == WEEK_RECOVERY ? mean : mean + scale_round(peak - mean, done, steps);
        wish->menu = w < planner->run_walk_weeks ? MENU_RUN_WALK : menu_of(week);
        if (week->kind == WEEK_TAPER && week[1].kind == WEEK_RACE && is_early_race(planner))
            wish->menu = MENU_RACE; /* the race is but days away */
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
