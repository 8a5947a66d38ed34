/* The planner's one door: week by week, each final before the next is begun. */
#include "planner/planner.h"

#include <string.h>

#include "planner/advise.h"
#include "planner/context.h"
#include "planner/days_off.h"
#include "planner/fixed_days.h"
#include "planner/outline.h"
#include "planner/past.h"
#include "planner/refuse.h"
#include "planner/standing.h"
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

/* The day of the runner's own that a finding is about, locked or edited by hand; NO_DATE: none is.
 */
static int own_day(const struct planner *planner, const struct finding *finding)
{
    const struct week *week = &planner->plan->weeks[plan_week_index(planner->plan, finding->date)];
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = &week->days[d];
        if (day->is_fixed && !standing_is_over(planner, day) &&
            (finding->is_week || day->date == finding->date))
            return day->date;
    }
    return NO_DATE;
}

/* A must rule is broken: by a day of the runner's own, or by a mistake of the program. */
static void tell_broken(const struct planner *planner, const struct finding *finding,
                        struct error *error)
{
    const struct words words = {planner->plan->arena, planner->plan->units, NULL};
    const char *path = planner->input->profile->path;
    const char *text = message_phrase(&words, finding->text);
    int own = own_day(planner, finding);
    char date[DATE_TEXT_SIZE];
    if (own != NO_DATE)
        error_add(error, STATUS_RULE_BROKEN, path, 0, 0,
                  "%s of week %d is yours (locked, or edited by hand) and breaks %s: %s; change "
                  "the day, or let it be made anew: without locked, and with the title it had",
                  date_format(own, date), finding->week, finding->rule, text);
    else
        error_add(error, STATUS_NO_PLAN, path, 0, 0,
                  "the plan that was found breaks %s in week %d (%s); this is a mistake in "
                  "hillplan, please report it with your profile",
                  finding->rule, finding->week, text);
}

/* Writes what gave way, and the bounds, into the plan; false where a must rule is broken. */
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
            tell_broken(planner, finding, error);
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

/* Plans a week, unless it is over, or goes on as it was. */
static bool plan_week(struct planner *planner, size_t week, struct error *error)
{
    bool stays = week < planner->past_weeks;
    if (planner->input->past && week == planner->past_weeks &&
        !past_keep_week(planner, week, &stays, error))
        return false;
    if (!stays)
        return weeks_plan(planner, week, error);
    past_count_exceptions(planner, week);
    return past_count_uses(planner, week, error);
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
    past_take_in(planner, error);
    for (size_t week = 0; week < plan->week_count; week++)
        if (!plan_week(planner, week, error))
            return false;
    plan->title = make_title(planner);
    verdict_give(planner);
    ruleset_describe(planner->rules, plan);
    if (!days_off_measure(planner, error) || !advise_notes(planner, error) ||
        !judge_plan(planner, error))
        return false;
    past_restore(planner);
    return true;
}

struct plan *planner_make_plan(const struct planner_input *input, struct error *error)
{
    struct planner planner = weeks_begin(input);
    if (make_plan(&planner, error))
        return planner.plan;
    plan_free(planner.plan);
    return NULL;
}
