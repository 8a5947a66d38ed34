/* Advise: notes and reasons. */
#include "planner/advise.h"
#include "planner/fixed_days.h"
#include "planner/race_slopes.h"

#include <string.h>

#include "model/swapped_days.h"
#include "words/message.h"

/* More reasons than that explain nothing. */
#define MAX_REASONS 2

#define NEARLY_PERCENT 95 /* of its limit: what a week must hold for the limit to be why */

static bool is_explained(const struct session *session)
{
    return session->reason_count == MAX_REASONS;
}

static void add_reason(const struct planner *planner, struct session *session,
                       const struct refusal *refusal)
{
    if (!refusal->because || is_explained(session))
        return;
    const char *id = ruleset_info(planner->rules, refusal->rule)->id;
    for (size_t i = 0; i < session->reason_count; i++)
        if (strcmp(session->reasons[i].rule, id) == 0)
            return; /* one word a rule is enough */
    struct arena *arena = planner->plan->arena;
    if (!session->reasons)
        session->reasons = arena_array(arena, MAX_REASONS, sizeof *session->reasons);
    session->reasons[session->reason_count++] =
        (struct reason){arena_strdup(arena, id), arena_strdup(arena, refusal->because)};
}

/* What the rules say to an item on a day of the week as it stands. */
struct objection {
    bool refused, disliked;
    struct refusal by;
};

/*
 * Moves a run from its own day to another, asks about that, and moves it back. Its own day rests
 * meanwhile, so that every other run a rule speaks of is where the plan has it.
 */
static bool objects_to_move(struct planner *planner, size_t week, size_t own, size_t day,
                            struct objection *objection, struct error *error)
{
    struct week *here = &planner->plan->weeks[week];
    struct swapped_days swap;
    struct budget budget;
    struct preference preference = {0};
    bool allowed = false;
    *objection = (struct objection){0};
    swapped_days_begin(&swap, here, own, day);
    here->days[own].session_count = own == day;
    const struct session *session = &here->days[day].sessions[0];
    bool done = ask_allow(planner, week, day, 0, NULL, &allowed, &objection->by, error);
    if (done && allowed) {
        done = ask_limit_day(planner, week, day, NULL, &budget, error);
        enum limit_kind kind = done ? budget_exceeded(&budget, session) : LIMIT_KIND_COUNT;
        allowed = kind == LIMIT_KIND_COUNT;
        if (!allowed)
            objection->by = budget_reason(&budget, kind);
    }
    if (done && allowed) /* last, as a rule's text is lost when it is asked again */
        done = ask_prefer(planner, week, day, 0, NULL, &preference, error);
    swapped_days_end(&swap);
    objection->refused = !allowed;
    if (allowed && preference.has_worst) {
        objection->disliked = true;
        objection->by = preference.worst;
    }
    return done;
}

static bool is_key(const struct item *item)
{
    return item->recipe && item->recipe->size != RECIPE_SIZE_EASY;
}

/* Whether a run is there for nothing but distance: it may say what else the day could not hold. */
static bool is_plain(const struct planner *planner, const struct item *item)
{
    return item->recipe == planner->input->training_template->rest.easy;
}

/*
 * "not {fri}: ..." of a run that could be on another day, "not {Long run}: ..." of another run
 * here.
 */
static void explain_absence(const struct planner *planner, struct session *session,
                            const char *absent, const struct refusal *by)
{
    if (!by->because)
        return;
    struct refusal reason = {
        .rule = by->rule,
        .because = arena_printf(planner->plan->arena, "not %s: %s", absent, by->because),
    };
    add_reason(planner, session, &reason);
}

static bool explain_item(struct planner *planner, size_t week, const struct menu_result *menu,
                         size_t own, const struct placement *placement, struct error *error)
{
    struct plan *plan = planner->plan;
    struct day *days = plan->weeks[week].days;
    struct session *run = &days[own].sessions[0];
    struct objection here = {0};
    if (!is_explained(run) && !objects_to_move(planner, week, own, own, &here, error))
        return false;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        int there = placement->item_on[d];
        bool is_filler = there != REST && is_plain(planner, &menu->items[there]) &&
                         !is_explained(&days[d].sessions[0]);
        struct objection objection;
        char mark[MARK_SIZE];
        if (d == own || !fixed_day_is_free(plan, &days[d]) || (is_explained(run) && !is_filler))
            continue;
        if (!objects_to_move(planner, week, own, d, &objection, error))
            return false;
        if (objection.refused && is_filler)
            explain_absence(planner, &days[d].sessions[0], mark_name(plan->arena, run->title),
                            &objection.by);
        if (objection.refused || (objection.disliked && !here.disliked))
            explain_absence(planner, run, mark_weekday(date_weekday(days[d].date), mark),
                            &objection.by);
    }
    return true;
}

/* The run that tells what bounds its week: the long run, or the first where that has a bound of its
   own; REST where there is none. */
static int teller_of(const struct menu_result *menu, const struct placement *placement)
{
    int first = REST;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        if (item == REST || !menu->items[item].recipe)
            continue;
        if (menu->items[item].session.kind == SESSION_LONG && !menu->items[item].bound.because)
            return d;
        first = first == REST ? d : first;
    }
    return first;
}

static void explain_total(struct planner *planner, size_t week, const struct filling *filling)
{
    struct week *here = &planner->plan->weeks[week];
    const struct budget *budget = &filling->limits.week;
    int most = budget->limits.of[LIMIT_DISTANCE].max;
    int teller = teller_of(&filling->menu, &filling->placement);
    if (teller == REST || most >= planner->wishes[week].distance ||
        plan_week_distance(here) < scale_floor(most, NEARLY_PERCENT, 100))
        return;
    struct refusal total = budget_reason(budget, LIMIT_DISTANCE);
    add_reason(planner, &here->days[teller].sessions[0], &total);
}

bool advise_reasons(struct planner *planner, size_t week, const struct filling *filling,
                    struct error *error)
{
    const struct menu_result *menu = &filling->menu;
    const struct placement *placement = &filling->placement;
    bool done = true;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        if (item != REST)
            add_reason(planner, &planner->plan->weeks[week].days[d].sessions[0],
                       &menu->items[item].bound);
    }
    explain_total(planner, week, filling);
    for (size_t d = 0; d < DAYS_PER_WEEK && done; d++) {
        int item = placement->item_on[d];
        if (item != REST && is_key(&menu->items[item]))
            done = explain_item(planner, week, menu, d, placement, error);
    }
    return done;
}

static void append_notes(const struct planner *planner, struct session *session,
                         const char *const *notes, size_t count)
{
    if (count == 0)
        return;
    const char **all = arena_array(planner->plan->arena, session->note_count + count, sizeof *all);
    if (session->note_count)
        memcpy(all, session->notes, session->note_count * sizeof *all);
    memcpy(all + session->note_count, notes, count * sizeof *all);
    session->notes = all;
    session->note_count += count;
}

/*
 * What the session is good for comes first, where it is new in the plan how it changes from one
 * time to the next, then what it has of the race's course and of the runner's hills. `seen` is by
 * recipe.
 */
static void add_purpose(const struct planner *planner, struct session *session, bool *seen)
{
    const struct session_library *library = planner->input->training_template->library;
    const struct recipe *recipe =
        session->session ? session_library_find(library, session->session) : NULL;
    if (!recipe)
        return;
    const char *purpose = arena_strdup(planner->plan->arena, recipe->purpose);
    append_notes(planner, session, &purpose, 1);
    if (!seen[recipe - library->recipes] && recipe->progress) {
        const char *progress = arena_strdup(planner->plan->arena, recipe->progress);
        append_notes(planner, session, &progress, 1);
    }
    for (size_t i = 0; i < library->recipe_count; i++) /* what reads the same is the same */
        seen[i] = seen[i] || strcmp(library->recipes[i].title, recipe->title) == 0;
    for (size_t i = 0; i < recipe->note_count; i++) {
        const char *note = race_slopes_note(planner->plan, &recipe->notes[i]);
        append_notes(planner, session, &note, note != NULL);
    }
}

bool advise_notes(const struct planner *planner, struct error *error)
{
    struct plan *plan = planner->plan;
    size_t recipes = planner->input->training_template->library->recipe_count;
    bool *seen = arena_array(plan->arena, recipes, sizeof *seen);
    for (size_t w = 0; w < plan->week_count; w++) {
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            struct day *day = &plan->weeks[w].days[d];
            for (size_t i = 0; i < day->session_count; i++)
                add_purpose(planner, &day->sessions[i], seen);
            for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++) {
                const char *notes[MAX_ADVICE];
                size_t count = 0;
                if (day->session_count == 0 || !ruleset_has_hook(planner->rules, rule, HOOK_ADVISE))
                    continue;
                if (!rule_advise(planner->rules, rule, w, d, plan->arena, notes, &count, error))
                    return false;
                append_notes(planner, &day->sessions[day_main_session(day)], notes, count);
            }
        }
    }
    return true;
}
