/* The planner's one door: week by week, each final before the next is begun. */
#include "planner/planner.h"

#include <string.h>

#include "planner/advise.h"
#include "planner/context.h"
#include "planner/fixed_days.h"
#include "planner/outline.h"
#include "planner/refuse.h"
#include "planner/verdict.h"
#include "planner/weeks.h"
#include "words/message.h"
#include "rules/check.h"

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
        if (!weeks_plan(planner, week, error))
            return false;
    plan->title = make_title(planner);
    verdict_give(planner);
    ruleset_describe(planner->rules, plan);
    return advise_notes(planner, error) && judge_plan(planner, error);
}

struct plan *planner_make_plan(const struct planner_input *input, struct error *error)
{
    struct planner planner = weeks_begin(input);
    if (make_plan(&planner, error))
        return planner.plan;
    plan_free(planner.plan);
    return NULL;
}
