/* The planner's one door: week by week, each final before the next is begun. */
#include "planner/planner.h"

#include <stdlib.h>
#include <string.h>

#include "planner/advise.h"
#include "planner/context.h"
#include "planner/estimate.h"
#include "planner/facts_of_profile.h"
#include "planner/fill.h"
#include "planner/fixed_days.h"
#include "planner/menu.h"
#include "planner/outline.h"
#include "planner/prescribe.h"
#include "planner/refuse.h"
#include "planner/schedule.h"
#include "planner/verdict.h"
#include "words/message.h"
#include "rules/check.h"

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
        if (filling->menu.held[w] && filling->menu.held[w] == want->options[0])
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

static bool plan_week(struct planner *planner, size_t week, struct error *error)
{
    struct filling filling;
    memset(planner->suspended, 0, ruleset_count(planner->rules) * sizeof *planner->suspended);
    if (!fill_somehow(planner, week, &filling, error))
        return false;
    if (!filling.placement.found) {
        refuse_week(planner, week, &filling.placement, error);
        return false;
    }
    if (!spare_the_week(planner, week, &filling, error))
        return false;
    planner->plan->weeks[week].target = planner->plan->weeks[week].target_runs = 0;
    count_uses(planner, week, &filling);
    return advise_reasons(planner, week, &filling, error);
}

/* A rule that cannot judge the plan says nothing of it: once a rule, so that its author knows. */
static void warn_of_not_judged(const struct planner *planner, const struct findings *findings,
                               struct error *error)
{
    const struct words words = {planner->plan->arena, planner->plan->units, NULL};
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool is_first = finding->status == FINDING_NOT_JUDGED;
        for (size_t j = 0; j < i && is_first; j++)
            is_first = findings->items[j].status != FINDING_NOT_JUDGED ||
                       strcmp(findings->items[j].rule, finding->rule) != 0;
        size_t rule = ruleset_find(planner->rules, finding->rule);
        if (is_first)
            error_warn(error, ruleset_info(planner->rules, rule)->path, 0, 0,
                       "rule '%s' does not judge all of the plan: in week %d %s", finding->rule,
                       finding->week, message_phrase(&words, finding->text));
    }
}

/* Writes what gave way, and the bounds, into the plan; a broken must rule is a mistake of the
   program. */
static bool judge_plan(struct planner *planner, struct error *error)
{
    struct plan *plan = planner->plan;
    struct findings findings;
    if (!check_plan(planner->rules, plan, plan->arena, &findings, error))
        return false;
    check_note_bounds(&findings, plan);
    warn_of_not_judged(planner, &findings, error);
    plan->exceptions = arena_array(plan->arena, findings.count, sizeof *plan->exceptions);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        if (finding->status != FINDING_BROKEN)
            continue;
        if (finding->level == RULE_MUST) {
            const struct words words = {plan->arena, plan->units, NULL};
            error_add(error, STATUS_NO_PLAN, planner->input->profile->path, 0, 0,
                      "the plan that was found breaks %s in week %d (%s); this is a mistake in "
                      "hillplan, please report it with your profile",
                      finding->rule, finding->week, message_phrase(&words, finding->text));
            return false;
        }
        plan->exceptions[plan->exception_count++] = (struct exception){
            .rule = finding->rule,
            .week = finding->week,
            .date = finding->is_week ? NO_DATE : finding->date,
            .text = finding->text,
        };
    }
    return true;
}

/* "Example Marathon: 18 weeks, and 3 to recover" */
static const char *make_title(const struct planner *planner)
{
    const struct plan *plan = planner->plan;
    const char *race = plan->race.name ? plan->race.name : planner->input->training_template->title;
    size_t weeks = plan_week_index(plan, plan->race.date) + 1, after = plan->week_count - weeks;
    const char *title = arena_printf(plan->arena, "%s: %zu weeks", race, weeks);
    return after ? arena_printf(plan->arena, "%s, and %zu to recover", title, after) : title;
}

static bool make_plan(struct planner *planner, struct error *error)
{
    struct plan *plan = planner->plan;
    if (!outline_make(planner, error))
        return false;
    if (!fixed_any_training_day(plan)) {
        refuse_calendar(planner, error);
        return false;
    }
    fixed_warn_of_race_days(planner, error);
    for (size_t week = 0; week < plan->week_count; week++)
        if (!plan_week(planner, week, error))
            return false;
    plan->title = make_title(planner);
    prescribe_paces(planner);
    verdict_give(planner);
    ruleset_describe(planner->rules, plan);
    return advise_notes(planner, error) && judge_plan(planner, error);
}

struct plan *planner_make_plan(const struct planner_input *input, struct error *error)
{
    size_t rules = ruleset_count(input->rules);
    size_t recipes = input->training_template->library->recipe_count;
    struct plan *plan = facts_of_profile(input->profile, input->training_template);
    struct planner planner = {
        .input = input,
        .plan = plan,
        .rules = input->rules,
        .suspended = arena_array(plan->arena, rules, sizeof *planner.suspended),
        .score_cap = arena_array(plan->arena, rules, sizeof *planner.score_cap),
        .uses = arena_array(plan->arena, recipes, sizeof *planner.uses),
        .last_use = arena_array(plan->arena, recipes, sizeof *planner.last_use),
    };
    for (int kind = 0; kind < MENU_KIND_COUNT; kind++)
        planner.turns[kind] =
            arena_array(plan->arena, input->training_template->menus[kind].want_count,
                        sizeof *planner.turns[kind]);
    estimate_all(&planner);
    if (make_plan(&planner, error))
        return plan;
    plan_free(plan);
    return NULL;
}
