/* Schedule: depth-first search with branch and bound over the days of a week. */
#include "planner/fixed_days.h"
#include "planner/schedule.h"
#include "planner/standing.h"
#include "planner/week_outlook.h"
#include "planner/week_refusals.h"

#include <string.h>

/* An item (or REST) on a day, with the score of that day, or the most that it may be. */
struct day_option {
    int item;
    int score;
    struct days_read lost_by; /* what the score goes by, once it is known */
    bool is_scored, is_taken, is_refused;
};

/* A day that is being filled. */
struct day_filling {
    size_t day;
    int score; /* of the days before */
    struct day_option options[DAYS_PER_WEEK + 1];
    size_t count;
    bool has_budget;
    struct budget budget; /* asked for when the first run needs it */
    struct outlook *outlook;
};

/* True where an equal item that comes earlier is still to be placed: their order is no choice. */
static bool has_unused_twin(const struct week_search *search, int item)
{
    const struct item *items = search->menu->items;
    for (int i = 0; i < item; i++)
        if (!search->used[i] && items[i].fixed_day == ANY_DAY &&
            items[i].recipe == items[item].recipe &&
            items[i].session.distance == items[item].session.distance &&
            items[i].session.climb_m == items[item].session.climb_m)
            return true;
    return false;
}

static bool item_fits(const struct week_search *search, int item, size_t day)
{
    const struct item *candidate = &search->menu->items[item];
    return !search->used[item] && candidate->fixed_day == ANY_DAY &&
           (!candidate->weekend_only || date_is_weekend(search->week->days[day].date)) &&
           !has_unused_twin(search, item);
}

static void list_option(const struct week_search *search, int item, struct day_filling *here)
{
    int lost = item == REST ? 0 : search->lost[item][here->day];
    here->options[here->count++] = (struct day_option){.item = item, .score = search->cap + lost};
}

/* What may stand on a day; whether the rules allow it is asked later. */
static void list_options(const struct week_search *search, struct day_filling *here)
{
    const size_t day = here->day;
    int race = search_race_on(search, day), left = search_count_left(search);
    if (race != REST) {
        list_option(search, race, here);
        return;
    }
    if (left > 0 && search->open_days & 1u << day)
        for (int i = 0; i < (int)search->menu->count; i++)
            if (item_fits(search, i, day))
                list_option(search, i, here);
    if (left <= count_days(days_after(search->open_days, day)))
        list_option(search, REST, here);
}

/* Whether two items are easy runs that differ by nothing but how far they go. */
static bool are_alike(const struct week_search *search, int a, int b)
{
    const struct rest_shape *rest = &search->planner->input->training_template->rest;
    if (a == REST || b == REST)
        return false;
    const struct recipe *one = search->menu->items[a].recipe,
                        *other = search->menu->items[b].recipe;
    return (one == rest->easy || one == rest->recovery) &&
           (other == rest->easy || other == rest->recovery);
}

/* Whether the day can have a longer and a shorter one of the easy runs that are alike: one between
   them is hardly ever the better choice, and their orders are too many to try. */
static bool is_in_between(const struct week_search *search, const struct day_filling *here,
                          const struct day_option *option)
{
    const struct item *items = search->menu->items;
    bool has_longer = false, has_shorter = false;
    for (size_t i = 0; i < here->count; i++) {
        const struct day_option *other = &here->options[i];
        if (other->is_refused || !are_alike(search, other->item, option->item))
            continue;
        int more = items[other->item].session.distance - items[option->item].session.distance;
        has_longer = has_longer || more > 0;
        has_shorter = has_shorter || more < 0;
    }
    return has_longer && has_shorter;
}

/* The option that may have the highest score, the first of equals; NULL where none is left. */
static struct day_option *best_option(const struct week_search *search, struct day_filling *here)
{
    struct day_option *best = NULL;
    for (size_t i = 0; i < here->count; i++) {
        struct day_option *option = &here->options[i];
        if (!option->is_taken && (!best || option->score > best->score) &&
            !is_in_between(search, here, option))
            best = option;
    }
    return best;
}

/* What is left adds no more than that. */
static void leave_options(struct day_filling *here, int most)
{
    here->outlook->most = larger_of(here->outlook->most, most);
    for (size_t i = 0; i < here->count; i++)
        if (!here->options[i].is_taken)
            days_read_add(&here->outlook->by, &here->options[i].lost_by);
}

/*
 * Takes the option with the highest score, the first of equals; NULL where none is left that could
 * lead to a better week than the best one found. An option is scored only when nothing is known to
 * be better than it could be: of the best arrangements' days most options are never asked about.
 */
static bool take_option(struct week_search *search, struct day_filling *here,
                        struct day_option **taken)
{
    const size_t day = here->day;
    int later = (DAYS_PER_WEEK - 1 - (int)day) * search->cap;
    for (;;) {
        struct day_option *best = *taken = best_option(search, here);
        if (!best)
            return true;
        if (search_is_beaten(search, here->score, best->score + later)) {
            leave_options(here, best->score + later); /* nor has any other a chance */
            *taken = NULL;
            return true;
        }
        if (best->is_scored) {
            best->is_taken = true;
            return true;
        }
        struct preference preference;
        search_put(search, day, best->item);
        if (!ask_prefer(search->planner, search->week_index, day, best->item, search->memory,
                        &preference, search->error))
            return false;
        best->score = preference.score;
        best->lost_by = preference.lost_by;
        best->is_scored = true;
        if (best->item != REST)
            search->lost[best->item][day] = preference.of_day;
    }
}

/* Whether a run is within the day's limits; asked before it stands there. */
static bool is_within_limits(struct week_search *search, struct day_filling *here, int item,
                             bool *within)
{
    const size_t day = here->day;
    *within = true;
    if (item == REST || search->menu->items[item].fixed_day != ANY_DAY)
        return true; /* no limit holds for races */
    search_put(search, day, REST);
    if (!here->has_budget && !ask_limit_day(search->planner, search->week_index, day,
                                            search->memory, &here->budget, search->error))
        return false;
    here->has_budget = true;
    const struct session *session = &search->menu->items[item].session;
    struct budget budget = here->budget;
    if (!ask_limit_session(search->planner, search->week_index, day, session->kind, search->memory,
                           &budget, search->error))
        return false;
    enum limit_kind kind = budget_exceeded(&budget, session);
    if (kind != LIMIT_KIND_COUNT) {
        *within = false;
        struct refusal refusal = {.rule = budget.rule[kind],
                                  .because = budget.limits.of[kind].because};
        days_read_add(&here->outlook->by, &budget.read[kind]);
        refusals_note(search, (int)day, &refusal);
    }
    return true;
}

/* Whether the rules allow the item on the day; it is left standing there. */
static bool is_allowed(struct week_search *search, struct day_filling *here, int item,
                       bool *allowed)
{
    const size_t day = here->day;
    struct refusal refusal;
    *allowed = false;
    if (item != REST && search->closed[item][day])
        return true;
    if (!is_within_limits(search, here, item, allowed))
        return false;
    search_put(search, day, item);
    if (!*allowed || standing_is_over(search->planner, &search->week->days[day]))
        return true;
    if (!ask_allow(search->planner, search->week_index, day, item, search->memory, allowed,
                   &refusal, search->error))
        return false;
    if (*allowed)
        return true;
    refusals_note(search, (int)day, &refusal);
    days_read_add(&here->outlook->by, &refusal.read);
    if (item != REST)
        search->closed[item][day] = refusal.read.all == 0;
    return true;
}

/* Whether a run may be put on a day, as far as is known before its other days are filled. */
static bool is_open_for(const struct week_search *search, size_t day, int item)
{
    return !search->closed[item][day] && search->open_days & 1u << day &&
           (!search->menu->items[item].weekend_only ||
            date_is_weekend(search->week->days[day].date));
}

/*
 * Whether no better week than the best one found can come of the days so far: a run that is still
 * to be placed has no day left, or loses too much even on the best that it has.
 */
static bool is_dead_end(const struct week_search *search, size_t day, int score,
                        struct outlook *outlook)
{
    int most = (DAYS_PER_WEEK - (int)day) * search->cap;
    for (int item = 0; item < (int)search->menu->count; item++) {
        int best = INT_MIN;
        if (search->used[item] || search->menu->items[item].fixed_day != ANY_DAY)
            continue;
        for (size_t d = day; d < DAYS_PER_WEEK; d++)
            if (search->lost[item][d] > best && is_open_for(search, d, item))
                best = search->lost[item][d];
        most = best == INT_MIN || most == HOPELESS ? HOPELESS : most + best;
    }
    *outlook = (struct outlook){.most = most};
    return search_is_beaten(search, score, most);
}

/* Races in the week that follows must still be allowed on their dates, with rest before them. */
static bool look_ahead(struct week_search *search, bool *allowed, struct outlook *outlook)
{
    struct planner *planner = search->planner;
    struct plan *plan = planner->plan;
    *allowed = true;
    if (search->week_index + 1 == plan->week_count)
        return true;
    struct week *next = search->week + 1;
    bool done = true;
    for (size_t d = 0; d < DAYS_PER_WEEK && done && *allowed; d++) {
        if (!fixed_is_race_day(plan, next->days[d].date))
            continue;
        struct session race = fixed_race_session(planner, next->days[d].date);
        const struct day kept = next->days[d]; /* it may be over */
        struct refusal refusal;
        next->days[d].sessions = &race;
        next->days[d].session_count = 1;
        done = ask_allow(planner, search->week_index + 1, d, 0, NULL, allowed, &refusal,
                         search->error);
        if (done && !*allowed)
            refusals_note(search, DAYS_PER_WEEK + 1 + (int)d, &refusal);
        next->days[d] = kept;
    }
    if (!*allowed)
        *outlook = (struct outlook){HOPELESS, {ALL_DAYS, ALL_DAYS}};
    return done;
}

/* Whether the week's sums, which are the same in any order, are within its limits. */
static bool is_within_week(struct week_search *search)
{
    if (search_count_left(search) > count_days(search->open_days))
        return true; /* then nothing is found anyway */
    refusals_spread_runs(search, search->open_days);
    enum limit_kind kind = budget_exceeded_by_week(&search->limits->week, search->week);
    if (kind != LIMIT_KIND_COUNT) {
        struct refusal refusal = budget_reason(&search->limits->week, kind);
        refusals_note(search, DAYS_PER_WEEK, &refusal);
    }
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        search_put(search, d, REST);
    return kind == LIMIT_KIND_COUNT;
}

/* All days are filled: extras, then the rules about whole weeks, then the days to come. */
static bool finish_week(struct week_search *search, int score, struct outlook *outlook)
{
    bool allowed;
    struct refusal refusal;
    if (!search_place_extras(search) ||
        !ask_allow_week(search->planner, search->week_index, &allowed, &refusal, search->error))
        return false;
    *outlook = (struct outlook){0};
    if (!allowed && !refusals_note_week(search, &refusal, outlook))
        return false;
    if (allowed && !look_ahead(search, &allowed, outlook))
        return false;
    struct placement *placement = search->placement;
    if (allowed && (!placement->found || score > placement->score)) {
        placement->found = true;
        placement->score = score;
        for (int d = 0; d < DAYS_PER_WEEK; d++) {
            placement->item_on[d] = search->item_on[d];
            placement->extras_on[d] = search->extras_on[d];
        }
    }
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        search_put(search, d, search->item_on[d]);
    return true;
}

/* Puts an item on a day for good, or takes it away again. */
static void set_item(struct week_search *search, size_t day, int item, bool is_there)
{
    search->item_on[day] = item;
    if (item == REST)
        return; /* nothing stood there before */
    if (is_there)
        week_memory_set_day(search->memory, day, item, search->alike[item]);
    else
        week_memory_set_day(search->memory, day, REST, REST);
    search->used[item] = is_there;
    if (search->menu->items[item].fixed_day == ANY_DAY)
        search->run_days ^= 1u << day;
}

/* Whether all days that will have runs are known by now, and known to be refused. */
static bool is_on_refused_days(const struct week_search *search, size_t day)
{
    unsigned later = days_after(search->open_days, day);
    int left = search_count_left(search);
    return (left == 0 && search->is_refused[search->run_days]) ||
           (left == count_days(later) && search->is_refused[search->run_days | later]);
}

static bool search_day(struct week_search *search, size_t day, int score, struct outlook *outlook);

/* Goes on with the next day. */
static bool follow(struct week_search *search, struct day_filling *here,
                   const struct day_option *option)
{
    const size_t day = here->day;
    struct outlook next = {HOPELESS, {.all = ALL_DAYS}};
    bool done = true;
    set_item(search, day, option->item, true);
    if (!is_on_refused_days(search, day))
        done = search_day(search, day + 1, here->score + option->score, &next);
    set_item(search, day, option->item, false);
    if (next.most != HOPELESS) {
        here->outlook->most = larger_of(here->outlook->most, option->score + next.most);
        days_read_add(&here->outlook->by, &option->lost_by);
    }
    days_read_add(&here->outlook->by, &next.by);
    return done;
}

/* Fills the days from that one on. False where a script failed. */
static bool search_day(struct week_search *search, size_t day, int score, struct outlook *outlook)
{
    if (day == DAYS_PER_WEEK)
        return finish_week(search, score, outlook);
    if (outlook_is_known(search, day, score, outlook) || is_dead_end(search, day, score, outlook))
        return true;
    struct day_filling here = {.day = day, .score = score, .outlook = outlook};
    struct day_option *option = NULL;
    *outlook = (struct outlook){.most = HOPELESS};
    list_options(search, &here);
    bool done = take_option(search, &here, &option);
    while (done && option) {
        bool allowed = false;
        done = is_allowed(search, &here, option->item, &allowed);
        option->is_refused = !allowed;
        if (done && allowed)
            done = follow(search, &here, option);
        if (!done || search->is_hopeless || search->resume_at < (int)day)
            break;
        search->resume_at = DAYS_PER_WEEK;
        done = take_option(search, &here, &option);
    }
    search_put(search, day, REST);
    outlook_keep(search, day, outlook);
    return done;
}

/* The plan gets sessions of its own: the menu and the search are gone when the week is done. */
static void keep_sessions(struct week_search *search, size_t day)
{
    struct day *here = &search->week->days[day];
    struct session *kept =
        arena_array(search->planner->plan->arena, here->session_count, sizeof *kept);
    for (size_t i = 0; i < here->session_count; i++)
        kept[i] = here->sessions[i];
    here->sessions = kept;
}

/* The most that all rules together may add to a day's score. */
static int sum_of_caps(const struct planner *planner)
{
    int sum = 0;
    for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++)
        sum += planner->suspended[rule] ? 0 : planner->score_cap[rule];
    return sum;
}

/* The days that may have a run, but for those on which a limit leaves none of any kind. */
static unsigned open_days(const struct planner *planner, size_t week,
                          const struct week_limits *limits)
{
    unsigned days = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        if (fixed_day_is_free(planner->plan, &planner->plan->weeks[week].days[d]) &&
            sizing_may_run(limits, d))
            days |= 1u << d;
    return days;
}

/* Searches the whole week. False where a script failed. */
static bool search_week(struct week_search *search)
{
    struct outlook outlook;
    /* Rules are taken to give no positive scores until one does; then what was cut off for having
       no chance may have had one, and the search begins anew. */
    do {
        search->cap = sum_of_caps(search->planner);
        *search->placement = (struct placement){.last_refusal_day = -1};
        search->resume_at = DAYS_PER_WEEK;
        memset(search->closed, 0, sizeof search->closed); /* so that refusals are noted again */
        memset(search->is_refused, 0, sizeof search->is_refused);
        outlook_begin(search);
        if (is_within_week(search) && !search_day(search, 0, 0, &outlook))
            return false;
    } while (!search->is_hopeless && search->cap != sum_of_caps(search->planner));
    return true;
}

bool schedule_week(struct planner *planner, size_t week, struct menu_result *menu,
                   const struct week_limits *limits, struct placement *placement,
                   struct error *error)
{
    struct week_search search = {
        .planner = planner,
        .week = &planner->plan->weeks[week],
        .week_index = week,
        .menu = menu,
        .limits = limits,
        .placement = placement,
        .error = error,
        .open_days = open_days(planner, week, limits),
        .arena = arena_new(),
        .stubborn = arena_array(planner->plan->arena, ruleset_count(planner->rules),
                                sizeof *search.stubborn),
    };
    search.memory = week_memory_new(ruleset_count(planner->rules), search.arena);
    bool done = search_week(&search);
    arena_free(search.arena);
    if (!done)
        return false;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        if (placement->found)
            search_put_all(&search, d, placement->item_on[d], placement->extras_on[d]);
        else
            search_put(&search, d, REST);
        keep_sessions(&search, d);
    }
    return true;
}
