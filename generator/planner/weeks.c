/* Weeks: should rules give way, uses and turns are counted. */
#include "planner/weeks.h"

#include <string.h>

#include "planner/advise.h"
#include "planner/doubles.h"
#include "planner/estimate.h"
#include "planner/facts_of_profile.h"
#include "planner/fill.h"
#include "planner/give_up.h"
#include "planner/past.h"
#include "planner/refuse.h"
#include "planner/standing.h"
#include "rules/cuts.h"

/* A plan that is made anew knows since when, and from what it was made at first. */
static void note_replanning(struct plan *plan, const struct planner_input *input)
{
    const struct plan *past = input->past;
    if (!past)
        return;
    if (past->made_from.start != NO_DATE && !input->is_anew) {
        plan->made_from = past->made_from;
    } else if (past->made_from.start == NO_DATE && !input->is_anew) {
        plan->runner.vdot_tenths = past->runner.vdot_tenths; /* of an older plan these are known */
        plan->paces = past->paces;
    }
    plan->replanned = arena_array(plan->arena, past->replanned_count + 1, sizeof *plan->replanned);
    struct replanning now = {.date = input->today, .is_anew = input->is_anew, .log = input->log};
    for (size_t i = 0; i < past->replanned_count; i++) {
        const struct replanning *before = &past->replanned[i];
        if (before->date != now.date) {
            plan->replanned[plan->replanned_count++] = *before;
            continue;
        }
        now.is_anew = now.is_anew || before->is_anew;
        now.cancelled = before->cancelled;
        now.cancelled_count = before->cancelled_count;
    }
    plan->replanned[plan->replanned_count++] = now;
}

struct planner weeks_begin(const struct planner_input *input)
{
    size_t rules = ruleset_count(input->rules);
    size_t recipes = input->training_template->library->recipe_count;
    struct plan *plan = facts_of_profile(input);
    note_replanning(plan, input);
    struct planner planner = {
        .input = input,
        .plan = plan,
        .rules = input->rules,
        .suspended = arena_array(plan->arena, rules, sizeof *planner.suspended),
        .gave_way = arena_array(plan->arena, rules, sizeof *planner.gave_way),
        .score_cap = arena_array(plan->arena, rules, sizeof *planner.score_cap),
        .uses = arena_array(plan->arena, recipes, sizeof *planner.uses),
        .last_use = arena_array(plan->arena, recipes, sizeof *planner.last_use),
    };
    for (int kind = 0; kind < MENU_KIND_COUNT; kind++)
        planner.turns[kind] =
            arena_array(plan->arena, input->training_template->menus[kind].want_count,
                        sizeof *planner.turns[kind]);
    estimate_all(&planner);
    return planner;
}

/*
 * The should rule that has to give way now: the one that refused even the smallest week, or else
 * the last in order; ruleset_count() where all have.
 */
static size_t next_to_give_way(const struct planner *planner, const struct placement *placement)
{
    size_t rules = ruleset_count(planner->rules), last = rules;
    for (size_t rule = 0; rule < rules; rule++) {
        if (!fill_can_give_way(planner, rule))
            continue;
        last = rule;
        if (placement->last_refusal_day >= 0 && placement->last_refusal.rule == rule)
            return rule;
    }
    return last;
}

/* Progressions go on with the next use; what was due and held makes room for the next in turn. */
static void count_uses(struct planner *planner, size_t week, const struct filling *filling)
{
    const struct session_library *library = planner->input->training_template->library;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        int item = filling->placement.item_on[d];
        const struct recipe *recipe = item == REST ? NULL : filling->menu.items[item].recipe;
        if (!recipe)
            continue;
        planner->uses[recipe - library->recipes]++;
        planner->last_use[recipe - library->recipes] = (int)week + 1;
    }
    for (size_t w = 0; w < filling->wants.count; w++) {
        const struct week_want *want = &filling->wants.of[w];
        if (filling->menu.held[w] && filling->menu.held[w] == want->due)
            ++*want->turn;
    }
}

/* Fills the week, while should rules give way until anything fits. */
static bool fill_somehow(struct planner *planner, size_t week, struct filling *filling,
                         struct error *error)
{
    for (;;) {
        if (!fill_week(planner, week, filling, error))
            return false;
        size_t weakest = next_to_give_way(planner, &filling->placement);
        if (filling->placement.found || weakest == ruleset_count(planner->rules))
            return true;
        planner->suspended[weakest] = true;
    }
}

/*
 * Should rules that cost the long run, a run or all that is fast give way, one by one, as long as
 * the week is the better for it.
 */
static bool spare_the_week(struct planner *planner, size_t week, struct filling *filling,
                           struct error *error)
{
    size_t rules = ruleset_count(planner->rules);
    for (size_t costly; (costly = fill_too_costly(planner, filling)) < rules;) {
        struct filling without;
        const struct week kept = planner->plan->weeks[week];
        planner->suspended[costly] = true;
        if (!fill_week(planner, week, &without, error))
            return false;
        if (!without.placement.found || !fill_is_better(&without, filling)) {
            planner->plan->weeks[week] = kept;
            planner->suspended[costly] = false;
            return true;
        }
        *filling = without;
    }
    return true;
}

/* Whether the weeks after it grow from it. */
static bool is_training(const struct planner *planner, size_t week)
{
    enum phase phase = planner->plan->weeks[week].phase;
    return phase == PHASE_BASE || phase == PHASE_BUILD || phase == PHASE_PEAK;
}

/* Leaves a week that has begun at what was run. */
static void empty_week(struct planner *planner, size_t index)
{
    struct week *week = &planner->plan->weeks[index];
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *standing = standing_day(planner, week, d);
        week->days[d] = standing ? *standing : (struct day){.date = week->days[d].date};
    }
    week->target = week->target_runs = 0;
}

bool weeks_plan(struct planner *planner, size_t week, struct error *error)
{
    struct filling filling;
    struct placement empty = {.last_refusal_day = -1};
    memset(planner->suspended, 0, ruleset_count(planner->rules) * sizeof *planner->suspended);
    if (!fill_somehow(planner, week, &filling, error))
        return false;
    if (!filling.placement.found && standing_has_begun(planner, week)) {
        empty_week(planner, week); /* what was run leaves no room for more */
        return past_count_uses(planner, week, error);
    }
    if (!filling.placement.found) {
        refuse_week(planner, week, &filling.placement, error);
        return false;
    }
    if (!spare_the_week(planner, week, &filling, error))
        return false;
    if (fill_is_empty(planner, week, &filling, &empty.last_refusal)) {
        refuse_week(planner, week, &empty, error);
        return false;
    }
    planner->plan->weeks[week].wished = planner->plan->weeks[week].target;
    give_up_tell(planner, week, &filling);
    /* Reasons are those for which it was planned so: its target is still in force. */
    if (!advise_reasons(planner, week, &filling, error))
        return false;
    planner->plan->weeks[week].target = planner->plan->weeks[week].target_runs = 0;
    doubles_divide(planner, &planner->plan->weeks[week]);
    if (is_training(planner, week) &&
        !cut_note(planner->rules, planner->plan, week, planner->wishes[week].distance,
                  planner->suspended, error))
        return false;
    for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++)
        planner->gave_way[rule] = planner->suspended[rule]
                                      ? planner->gave_way[rule] + 1
                                      : larger_of(planner->gave_way[rule] - 1, 0);
    if (standing_has_begun(planner, week))
        return past_count_uses(planner, week, error);
    count_uses(planner, week, &filling);
    return true;
}
