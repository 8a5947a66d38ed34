/* Fill: the levels of a week's wants. */
#include "planner/fill.h"

#include <string.h>

#include "planner/fixed_days.h"
#include "planner/open_days.h"
#include "planner/standing.h"

#define MOST_TRIED     16 /* menus of a week that are remembered */
#define TARGET_ROUNDS  3  /* the long run's share hangs on the week's sum, and the sum on it */
#define HOPELESS_WEEKS 2  /* given way in so many, a rule is not searched for any more */
#define PERCENT_STEP   8  /* at least: what a bare week is made shorter by at a time */

/* A menu, and what came of it. */
struct placed {
    struct menu_result menu;
    struct placement placement;
    struct day days[DAYS_PER_WEEK];
};

/* The week being filled, and the best that was found for it. */
struct fill {
    struct planner *planner;
    size_t week;
    struct filling *filling;
    struct week best;     /* with its sessions on their days */
    struct placed *tried; /* the last ones, so that none is placed twice */
    size_t tried_count;
    struct menu_result refused; /* the menu that didn't fit last, */
    struct placement refusal;   /* ... and by what */
    struct error *error;
};

/* --- limits ---------------------------------------------------------------------------------- */

/* The budgets of a day by kind of run. */
static bool ask_kind_limits(struct planner *planner, size_t week, size_t day,
                            struct budget kinds[SESSION_KIND_COUNT], struct error *error)
{
    struct budget of_day;
    if (!ask_limit_day(planner, week, day, NULL, &of_day, error))
        return false;
    budget_keep(planner, &of_day, NULL);
    for (enum session_kind kind = 0; kind < SESSION_KIND_COUNT; kind++) {
        kinds[kind] = of_day;
        if (!session_kind_is_run(kind) || session_kind_is_race(kind))
            continue;
        if (!ask_limit_session(planner, week, day, kind, NULL, &kinds[kind], error))
            return false;
        budget_keep(planner, &kinds[kind], &of_day);
    }
    return true;
}

static bool ask_day_limits(struct planner *planner, size_t week, struct week_limits *limits,
                           struct error *error)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        bool is_closed = limits->days[d][SESSION_EASY].limits.of[LIMIT_DISTANCE].max == 0;
        if (!is_closed && !ask_kind_limits(planner, week, d, limits->days[d], error))
            return false;
    }
    return true;
}

static bool ask_limits(struct planner *planner, size_t week, struct week_limits *limits,
                       struct error *error)
{
    if (!ask_limit_week(planner, week, &limits->week, error))
        return false;
    budget_keep(planner, &limits->week, NULL);
    if (!ask_wish_week(planner, week, &limits->wishes, error))
        return false;
    if (!open_days_limit(planner, week, limits, error))
        return false;
    sizing_aim(planner, week, limits);
    return ask_day_limits(planner, week, limits, error);
}

bool fill_can_give_way(const struct planner *planner, size_t rule)
{
    const struct rule_info *info = ruleset_info(planner->rules, rule);
    return info->level == RULE_SHOULD && !info->off && !planner->suspended[rule];
}

/* --- one attempt ----------------------------------------------------------------------------- */

/* The day of a long run, of two that on the day for it; ANY_DAY where there is none. */
static int long_run_day(const struct menu_result *menu, const struct placement *placement)
{
    int day = ANY_DAY;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        bool is_long = item != REST && menu->items[item].session.kind == SESSION_LONG;
        if (is_long && (day == ANY_DAY || d == menu->long_day))
            day = d;
    }
    return day;
}

/* Whether the long run is not on the runner's own day for it, though that has room for it. */
static bool is_long_run_moved(const struct fill *fill, const struct menu_result *menu,
                              const struct placement *placement)
{
    const struct plan *plan = fill->planner->plan;
    int day = long_run_day(menu, placement), own = menu->long_day;
    return day != ANY_DAY && own != ANY_DAY && day != own &&
           (int)date_weekday(plan->weeks[fill->week].days[own].date) == plan->preferences.long_run;
}

/* Whether the long runs of the week are on days in a row. */
static bool are_long_runs_together(const struct menu_result *menu,
                                   const struct placement *placement)
{
    int last = ANY_DAY;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        if (item == REST || menu->items[item].session.kind != SESSION_LONG)
            continue;
        if (last != ANY_DAY && d != last + 1)
            return false;
        last = d;
    }
    return true;
}

/* Nothing but what is fixed. */
static void empty_days(const struct planner *planner, struct week *week)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *standing = standing_day(planner, week, d);
        week->days[d].sessions = standing ? standing->sessions : NULL;
        week->days[d].session_count = standing ? standing->session_count : 0;
    }
}

/* Makes the menu. Where it comes out smaller than its target, so does the share of the long run. */
static bool make_menu(struct fill *fill, const struct levels *levels, struct menu_result *menu)
{
    struct planner *planner = fill->planner;
    struct week *week = &planner->plan->weeks[fill->week];
    const int target = week->target;
    empty_days(planner, week); /* limits of a day are asked before anything stands */
    struct week_limits limits = fill->filling->limits;
    bool done = true;
    for (int round = 0; round < TARGET_ROUNDS && done; round++) {
        menu_make(planner, fill->week, &limits, &fill->filling->wants, levels, menu);
        int sum = menu_distance(menu);
        if (sum >= week->target || menu->long_day == ANY_DAY)
            break;
        week->target = sum;
        size_t day = (size_t)menu->long_day;
        done = ask_kind_limits(planner, fill->week, day, limits.days[day], fill->error);
    }
    week->target = target;
    return done;
}

/* What came of the menu when it was placed before in this week; NULL if it was not. */
static const struct placed *find_tried(const struct fill *fill, const struct menu_result *menu)
{
    for (size_t i = 0; i < fill->tried_count && i < MOST_TRIED; i++)
        if (menu_is_same(menu, &fill->tried[i].menu))
            return &fill->tried[i];
    return NULL;
}

/* How many of its runs are long ones, those that stand included. */
static int count_long_runs(const struct fill *fill, const struct menu_result *menu)
{
    const struct week *week = &fill->planner->plan->weeks[fill->week];
    int count = 0;
    for (size_t i = 0; i < menu->count; i++)
        count += menu->items[i].session.kind == SESSION_LONG;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *standing = standing_day(fill->planner, week, d);
        for (size_t i = 0; standing && i < standing->session_count; i++)
            count += standing->sessions[i].kind == SESSION_LONG;
    }
    return count;
}

/* Places the menu, or remembers how it was placed. False where a script fails. */
static bool place(struct fill *fill, struct menu_result *menu, struct placement *placement)
{
    struct week *week = &fill->planner->plan->weeks[fill->week];
    const struct placed *known = find_tried(fill, menu);
    week->target_long_runs = count_long_runs(fill, menu);
    if (known) {
        *placement = known->placement;
        memcpy(week->days, known->days, sizeof week->days);
        return true;
    }
    fill->filling->tries++;
    if (!schedule_week(fill->planner, fill->week, menu, &fill->filling->limits, placement,
                       fill->error))
        return false;
    if (fill->tried) {
        struct placed *tried = &fill->tried[fill->tried_count++ % MOST_TRIED];
        tried->menu = *menu;
        tried->placement = *placement;
        memcpy(tried->days, week->days, sizeof tried->days);
    }
    return true;
}

/* Whether the week fits at these levels; then it becomes the best. False where a script fails. */
static bool attempt(struct fill *fill, const struct levels *levels, bool *fits)
{
    struct filling *filling = fill->filling;
    struct menu_result menu;
    struct placement placement;
    *fits = false;
    if (!make_menu(fill, levels, &menu) || !place(fill, &menu, &placement))
        return false;
    *fits = placement.found && are_long_runs_together(&menu, &placement) &&
            (filling->is_moved_fine || !is_long_run_moved(fill, &menu, &placement));
    if (*fits) {
        filling->levels = *levels;
        filling->menu = menu;
        filling->placement = placement;
        fill->best = fill->planner->plan->weeks[fill->week];
    } else {
        fill->refused = menu;
        fill->refusal = placement;
    }
    return true;
}

bool fill_try(struct planner *planner, size_t week, struct filling *filling,
              const struct levels *levels, bool *fits, struct error *error)
{
    struct fill fill = {.planner = planner, .week = week, .filling = filling, .error = error};
    return attempt(&fill, levels, fits);
}

/* --- the bare week --------------------------------------------------------------------------- */

/* Nothing but easy runs, and a long run on the usual terrain where `has_long`. */
static struct levels bare_levels(const struct fill *fill, bool has_long)
{
    const struct long_shape *shape = &fill->planner->input->training_template->long_run;
    struct levels levels = {.wish_cut = WISH_PARTS};
    int home = 0;
    while (home + 1 < (int)shape->level_count && shape->levels[home].hills != LONG_HILLS_HOME)
        home++;
    for (size_t i = 0; i < fill->filling->wants.count; i++) {
        const struct week_want *want = &fill->filling->wants.of[i];
        levels.of[i] = has_long && want_is_long_run(want) ? home : want->lowest;
    }
    return levels;
}

/* True where the last refusal is by a rule that may give way. */
static bool is_refused_by_should(const struct fill *fill)
{
    return fill->refusal.last_refusal_day >= 0 &&
           fill_can_give_way(fill->planner, fill->refusal.last_refusal.rule);
}

/*
 * True where that is a rule of the runner's own that gave way in the weeks before: there is little
 * hope that a smaller week would please it.
 */
static bool is_refused_as_ever(const struct fill *fill)
{
    size_t rule = fill->refusal.last_refusal.rule;
    return is_refused_by_should(fill) && fill->planner->gave_way[rule] >= HOPELESS_WEEKS &&
           ruleset_info(fill->planner->rules, rule)->origin == RULE_CUSTOM;
}

/*
 * The least of all weeks that keeps the rules: without hills, then without the long run, then
 * shorter. Runs go last, and only for must rules.
 */
static bool find_bare_week(struct fill *fill, bool *found)
{
    static const struct {
        bool has_long, is_flat;
        struct week_cuts cuts;
    } steps[] = {
        {true, false, {0, 0}},  {true, true, {0, 0}},   {false, false, {0, 0}},
        {false, true, {0, 0}},  {true, true, {0, 8}},   {false, true, {0, 8}},
        {true, true, {0, 16}},  {false, true, {0, 16}}, {false, true, {0, 25}},
        {false, true, {0, 35}}, {true, true, {1, 0}},   {false, true, {1, 0}},
        {false, true, {2, 0}},  {false, true, {3, 0}},  {false, true, {4, 0}},
        {false, true, {5, 0}},  {false, true, {6, 0}},  {false, true, {7, 0}},
    };
    *found = false;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !*found; i++) {
        if (is_refused_as_ever(fill) || (steps[i].cuts.runs > 0 && is_refused_by_should(fill)))
            return true;
        struct levels levels = bare_levels(fill, steps[i].has_long);
        levels.is_flat = steps[i].is_flat;
        levels.cuts = steps[i].cuts;
        if (!attempt(fill, &levels, found))
            return false;
        if (!*found && fill->refusal.found) { /* it stands, but for the long run's day */
            fill->filling->is_moved_fine = true;
            if (!attempt(fill, &levels, found))
                return false;
        }
        if (!*found)
            fill->filling->kept_from_whole = fill->refusal.last_refusal;
        if (!*found && (steps[i].cuts.runs > 0 || steps[i].cuts.percent > 0))
            fill->filling->kept_from_runs = fill->refusal.last_refusal;
    }
    return true;
}

/* --- from there upward ----------------------------------------------------------------------- */

/* The levels with one want at another level. */
static struct levels with_level(const struct levels *levels, size_t want, int level)
{
    struct levels changed = *levels;
    changed.of[want] = level;
    return changed;
}

/* The session of a want in a menu; title NULL where it has none. */
static struct session session_of(const struct fill *fill, const struct menu_result *menu,
                                 size_t want)
{
    bool is_long = want_is_long_run(&fill->filling->wants.of[want]);
    for (size_t i = 0; i < menu->count && menu->held[want]; i++) {
        const struct item *item = &menu->items[i];
        if (is_long ? item->session.kind == SESSION_LONG : item->recipe == menu->held[want])
            return item->session;
    }
    return (struct session){0};
}

static void note_refused(struct fill *fill, size_t want)
{
    struct filling *filling = fill->filling;
    const struct placement *refusal = &fill->refusal;
    struct turned_down *down = &filling->last[want];
    *down = (struct turned_down){
        .session = session_of(fill, &fill->refused, want),
        .is_displaced = refusal->found,
    };
    if (!refusal->found && refusal->last_refusal_day >= 0)
        down->by = refusal->last_refusal;
    if (!filling->first[want].by.because)
        filling->first[want] = *down;
}

/* Gives a want the best level that fits beside the others as they stand. */
static bool raise_want(struct fill *fill, size_t want)
{
    struct filling *filling = fill->filling;
    bool fits = false;
    for (int level = 0; level < filling->levels.of[want] && !fits; level++) {
        struct levels levels = with_level(&filling->levels, want, level);
        if (!attempt(fill, &levels, &fits))
            return false;
        if (!fits)
            note_refused(fill, want);
        if (!fits && level == 0 && fill->refusal.last_refusal_day >= 0)
            filling->kept_from[want] = fill->refusal.last_refusal;
    }
    return true;
}

/* The same once more: where it does not rise, what refused it at first stands. */
static bool raise_again(struct fill *fill, size_t want)
{
    struct filling *filling = fill->filling;
    const struct turned_down first = filling->first[want], last = filling->last[want];
    const struct refusal kept_from = filling->kept_from[want];
    int level = filling->levels.of[want];
    if (!raise_want(fill, want))
        return false;
    if (filling->levels.of[want] == level) {
        filling->first[want] = first;
        filling->last[want] = last;
        filling->kept_from[want] = kept_from;
    }
    return true;
}

/* Whether one of the wants before is not as it should be. */
static bool is_one_kept_before(const struct levels *levels, size_t want)
{
    bool found = false;
    for (size_t w = 0; w < want; w++)
        found = found || levels->of[w] > 0;
    return found;
}

/* In their order; from the first one again after each that rose, which may have made room for those
   before it. */
static bool raise_wants(struct fill *fill)
{
    const struct levels *levels = &fill->filling->levels;
    for (size_t want = 0, seen = 0; want < fill->filling->wants.count;) {
        int before = levels->of[want];
        if (!(want == seen ? raise_want : raise_again)(fill, want))
            return false;
        if (want == seen)
            seen++;
        want = levels->of[want] < before && is_one_kept_before(levels, want) ? 0 : want + 1;
    }
    return true;
}

/* Grants as much of the climb that rules wish as fits beside all else. */
static bool raise_climb(struct fill *fill)
{
    struct filling *filling = fill->filling;
    bool is_wished = filling->limits.wishes.wishes.of[WISH_CLIMB_M].value != UNKNOWN, fits = false;
    for (int cut = 0; is_wished && cut < filling->levels.wish_cut && !fits; cut++) {
        struct levels levels = filling->levels;
        levels.wish_cut = cut;
        levels.is_flat = false;
        if (!attempt(fill, &levels, &fits))
            return false;
        if (!fits && fill->refusal.last_refusal_day >= 0)
            filling->kept_from_wish = fill->refusal.last_refusal;
    }
    return true;
}

/* Lets a week that was made shorter be as long as the rules allow. */
static bool raise_distance(struct fill *fill)
{
    const struct filling *filling = fill->filling;
    int most = filling->levels.cuts.percent, least = most - PERCENT_STEP;
    if (most == 0)
        return true;
    while (most - least > 1) {
        struct levels levels = filling->levels;
        bool fits;
        levels.cuts.percent = (most + least) / 2;
        if (!attempt(fill, &levels, &fits))
            return false;
        if (fits)
            most = levels.cuts.percent;
        else
            least = levels.cuts.percent;
    }
    return true;
}

bool fill_ask_wants(struct planner *planner, size_t week, struct week_wants *wants,
                    struct error *error)
{
    const struct week_cuts none = {0};
    struct week_limits limits;
    struct week *here = &planner->plan->weeks[week];
    if (!ask_limits(planner, week, &limits, error))
        return false;
    struct sizing sizing = sizing_make(planner, week, &limits, &none);
    wants_of_week(&sizing, wants);
    here->target = here->target_runs = 0;
    return true;
}

bool fill_week(struct planner *planner, size_t week, struct filling *filling, struct error *error)
{
    struct placed tried[MOST_TRIED];
    struct fill fill = {
        .planner = planner, .week = week, .filling = filling, .tried = tried, .error = error};
    const struct levels best = {0};
    bool fits;
    *filling = (struct filling){.placement = {.last_refusal_day = -1}};
    if (!ask_limits(planner, week, &filling->limits, error))
        return false;
    const struct week_cuts none = {0};
    struct sizing sizing = sizing_make(planner, week, &filling->limits, &none);
    wants_of_week(&sizing, &filling->wants);
    if (!attempt(&fill, &best, &fits))
        return false;
    if (!fits && !find_bare_week(&fill, &fits))
        return false;
    if (!fits) {
        filling->placement = fill.refusal;
        filling->menu = fill.refused;
        filling->placement.found = false;
        return true;
    }
    if (!raise_wants(&fill) || !raise_distance(&fill) || !raise_climb(&fill))
        return false;
    planner->plan->weeks[week] = fill.best;
    return true;
}

/* --- should rules ---------------------------------------------------------------------------- */

static bool yields_to(const struct planner *planner, size_t rule)
{
    const struct training_template *shape = planner->input->training_template;
    const char *id = ruleset_info(planner->rules, rule)->id;
    for (size_t i = 0; i < shape->yield_count; i++)
        if (strcmp(shape->yields[i], id) == 0)
            return true;
    return false;
}

size_t fill_too_costly(const struct planner *planner, const struct filling *filling)
{
    size_t none = ruleset_count(planner->rules), costly = none;
    bool has_work = false;
    for (size_t w = 0; w < filling->wants.count; w++)
        has_work =
            has_work || (filling->wants.of[w].size == RECIPE_SIZE_WORK && filling->menu.held[w]);
    for (size_t w = filling->wants.count; w-- > 0;) {
        const struct week_want *want = &filling->wants.of[w];
        const struct refusal *by = &filling->kept_from[w];
        bool is_lost = filling->levels.of[w] >= want->lowest && by->because;
        bool counts = want_is_long_run(want) || (want->size == RECIPE_SIZE_WORK && !has_work &&
                                                 by->because && !yields_to(planner, by->rule));
        if (is_lost && counts && fill_can_give_way(planner, by->rule))
            costly = by->rule;
    }
    const struct refusal *runs = &filling->kept_from_runs;
    if (runs->because && fill_can_give_way(planner, runs->rule))
        costly = runs->rule;
    return costly;
}

/* --- weeks of nothing ------------------------------------------------------------------------ */

/* The limit that the longest run of an empty week meets first: of distance, or of time. */
static struct refusal day_reason(const struct planner *planner, const struct week_limits *limits)
{
    struct refusal reason = {0};
    int most = -1;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct budget *day = &limits->days[d][SESSION_EASY];
        int distance = day->limits.of[LIMIT_DISTANCE].max;
        int seconds = day->limits.of[LIMIT_DURATION_S].max;
        int in_time =
            seconds == INT_MAX ? INT_MAX : scale_floor(seconds, HUNDREDTHS, planner->easy_pace_s);
        if (smaller_of(distance, in_time) <= most)
            continue;
        most = smaller_of(distance, in_time);
        reason = budget_reason(day, in_time < distance ? LIMIT_DURATION_S : LIMIT_DISTANCE);
    }
    return reason;
}

bool fill_is_empty(const struct planner *planner, size_t week, const struct filling *filling,
                   struct refusal *by)
{
    const struct plan *plan = planner->plan;
    const struct week *here = &plan->weeks[week];
    const struct week_limits *limits = &filling->limits;
    bool is_training =
        here->phase == PHASE_BASE || here->phase == PHASE_BUILD || here->phase == PHASE_PEAK;
    bool is_open = true;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        is_open =
            is_open && !week_preferences_is_unavailable(&plan->preferences, here->days[d].date);
    if (!is_training || !is_open || plan_week_distance(here) > 0)
        return false;
    *by = filling->kept_from_runs;
    if (!by->because && limits->week.limits.of[LIMIT_DISTANCE].max < HUNDREDTHS)
        *by = budget_reason(&limits->week, LIMIT_DISTANCE);
    if (!by->because && limits->week.limits.of[LIMIT_DURATION_S].max < planner->easy_pace_s)
        *by = budget_reason(&limits->week, LIMIT_DURATION_S);
    if (!by->because)
        *by = day_reason(planner, limits);
    return by->because && ruleset_info(planner->rules, by->rule)->origin == RULE_CUSTOM;
}

bool fill_is_better(const struct filling *a, const struct filling *b)
{
    if (a->levels.cuts.runs != b->levels.cuts.runs)
        return a->levels.cuts.runs < b->levels.cuts.runs;
    for (size_t w = 0; w < a->wants.count && w < b->wants.count; w++)
        if (a->levels.of[w] != b->levels.of[w])
            return a->levels.of[w] < b->levels.of[w];
    if (a->levels.cuts.percent != b->levels.cuts.percent)
        return a->levels.cuts.percent < b->levels.cuts.percent;
    return a->levels.wish_cut < b->levels.wish_cut;
}
