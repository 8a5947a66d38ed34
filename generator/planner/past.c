/* Past: days that stay, and what they tell. */
#include "planner/past.h"

#include <string.h>

#include "model/plan_fields.h"
#include "planner/fill.h"
#include "planner/fixed_days.h"
#include "planner/outline.h"
#include "planner/standing.h"
#include "rules/check.h"

/* --- what stands --------------------------------------------------------------------------- */

static void fix_day(struct planner *planner, size_t week, size_t day)
{
    struct day *standing = &planner->standing[week * DAYS_PER_WEEK + day];
    *standing = standing_counted(planner, week, day);
    standing->is_fixed = true;
    planner->plan->weeks[week].days[day] = *standing;
}

/* A past week, with all that was said of it. */
static void take_in_week(struct planner *planner, size_t index)
{
    struct week *week = &planner->plan->weeks[index];
    const struct week noted = *week;
    *week = planner->input->past->weeks[index];
    week->planned = noted.planned;
    week->planned_left = noted.planned_left;
    week->missed_days = noted.missed_days;
    week->most_distance = noted.most_distance;
    week->most_climb_m = noted.most_climb_m;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        fix_day(planner, index, d);
}

/* A week that has begun is what it was, but on the way back after days off. */
static void keep_kind(struct planner *planner, size_t index)
{
    struct week *week = &planner->plan->weeks[index];
    const struct week *before = &planner->input->past->weeks[index];
    if (week->kind == before->kind || week->kind == WEEK_RETURN)
        return;
    week->kind = before->kind;
    week->phase = before->phase;
    if (planner->wishes[index].menu != MENU_RUN_WALK)
        planner->wishes[index].menu = outline_menu(week);
}

/* Whether a day to come is the runner's own, which is told if nobody has locked it. */
static bool is_own(const struct planner *planner, const struct day *day, struct error *error)
{
    char date[DATE_TEXT_SIZE];
    if (!day->locked && standing_is_edited(planner, day))
        error_warn(error, planner->input->profile->path, 0, 0,
                   "%s was edited by hand (%s), and stays as it is", date_format(day->date, date),
                   day->sessions[day_main_session(day)].title);
    return day->locked || standing_is_edited(planner, day);
}

void past_take_in(struct planner *planner, struct error *error)
{
    struct plan *plan = planner->plan;
    const struct plan *past = planner->input->past;
    if (!past)
        return;
    planner->standing =
        arena_array(plan->arena, plan->week_count * DAYS_PER_WEEK, sizeof *planner->standing);
    planner->is_kept = arena_array(plan->arena, plan->week_count, sizeof *planner->is_kept);
    for (size_t w = 0; w < plan->week_count && w < past->week_count; w++) {
        if (plan->weeks[w].start + DAYS_PER_WEEK <= planner->input->today) {
            take_in_week(planner, w);
            planner->past_weeks = w + 1;
            continue;
        }
        if (standing_has_begun(planner, w) && !planner->input->is_anew)
            keep_kind(planner, w);
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            if (standing_is_over(planner, &past->weeks[w].days[d]) ||
                is_own(planner, &past->weeks[w].days[d], error))
                fix_day(planner, w, d);
    }
}

/* --- the week of today ----------------------------------------------------------------------- */

/* Whether the outline makes something else of a week than it was, as on the way back after days
   off. */
static bool is_otherwise(const struct planner *planner, size_t week)
{
    const struct plan *plan = planner->plan, *past = planner->input->past;
    return week < plan->week_count && week < past->week_count &&
           plan->weeks[week].kind != past->weeks[week].kind;
}

/* Whether the runner can run on the days that are left as planned. */
static bool is_runnable(const struct planner *planner, size_t week)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = &planner->input->past->weeks[week].days[d];
        if (day_has_run(day) && !planner->plan->weeks[week].days[d].is_fixed &&
            !fixed_day_is_open(planner->plan, &planner->plan->weeks[week].days[d]))
            return false;
    }
    return true;
}

bool past_keep_week(struct planner *planner, size_t week, bool *is_kept, struct error *error)
{
    const struct planner_input *input = planner->input;
    struct plan *plan = planner->plan;
    struct week *here = &plan->weeks[week];
    const struct week planned = *here;
    struct findings findings;
    *is_kept = false;
    if (week >= input->past->week_count || input->is_anew || !standing_has_begun(planner, week) ||
        is_otherwise(planner, week) || is_otherwise(planner, week + 1) ||
        !is_runnable(planner, week))
        return true;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        if (!here->days[d].is_fixed)
            here->days[d] = standing_counted(planner, week, d);
    if (!check_must_rules_of_week(planner->rules, plan, week, plan->arena, &findings, error))
        return false;
    *is_kept = planner->is_kept[week] = findings.kept;
    if (!*is_kept)
        *here = planned;
    return true;
}

/* --- what the weeks tell --------------------------------------------------------------------- */

static bool has_on_day(const struct day *day, const char *id)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (day->sessions[i].session && strcmp(day->sessions[i].session, id) == 0)
            return true;
    return false;
}

static bool holds(const struct week *week, const struct recipe *recipe)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (standing_is_of(&week->days[d].sessions[i], recipe))
                return true;
    return false;
}

/* What was wanted of a week, and where it holds it: the rules are asked again, as if nothing stood
   in it. */
static bool ask_again(struct planner *planner, size_t index, bool fills, struct filling *filling,
                      struct error *error)
{
    struct week *week = &planner->plan->weeks[index];
    const struct week kept = *week;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        week->days[d] = (struct day){.date = kept.days[d].date};
    bool done = fills ? fill_week(planner, index, filling, error)
                      : fill_ask_wants(planner, index, &filling->wants, error);
    *week = kept;
    return done;
}

/* Whether two wants would hold the same session first. */
static bool is_ambiguous(const struct week *week, const struct week_wants *wants)
{
    for (size_t w = 0; w < wants->count; w++)
        for (size_t before = 0; before < w; before++)
            if (wants->of[w].due == wants->of[before].due && holds(week, wants->of[w].due))
                return true;
    return false;
}

/* Whether what is due of a want is what the week has for it: of two such wants the one that would
   hold it now, or else the first. */
static bool is_held(const struct week *week, const struct filling *filling, size_t want,
                    bool is_filled)
{
    const struct recipe *due = filling->wants.of[want].due;
    if (!holds(week, due))
        return false;
    bool is_second = false;
    for (size_t w = 0; w < filling->wants.count; w++) {
        if (is_filled && filling->menu.held[w] == due)
            return w == want;
        is_second = is_second || (w < want && filling->wants.of[w].due == due);
    }
    return !is_second;
}

static bool count_turns(struct planner *planner, size_t index, struct error *error)
{
    const struct week *week = &planner->plan->weeks[index];
    struct filling filling;
    if (!ask_again(planner, index, false, &filling, error))
        return false;
    bool is_filled = is_ambiguous(week, &filling.wants);
    if (is_filled && !ask_again(planner, index, true, &filling, error))
        return false;
    for (size_t w = 0; w < filling.wants.count; w++)
        if (filling.wants.of[w].size != RECIPE_SIZE_EXTRA && is_held(week, &filling, w, is_filled))
            ++*filling.wants.of[w].turn;
    return true;
}

/* A should rule that gave way in one week more, or one less. */
void past_count_exceptions(struct planner *planner, size_t week)
{
    const struct plan *past = planner->input->past;
    for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++) {
        bool gave_way = false;
        for (size_t i = 0; i < past->exception_count; i++)
            gave_way = gave_way || (past->exceptions[i].week == (int)week + 1 &&
                                    strcmp(past->exceptions[i].rule,
                                           ruleset_info(planner->rules, rule)->id) == 0);
        planner->suspended[rule] = gave_way;
        planner->gave_way[rule] =
            gave_way ? planner->gave_way[rule] + 1 : larger_of(planner->gave_way[rule] - 1, 0);
    }
}

bool past_count_uses(struct planner *planner, size_t week, struct error *error)
{
    const struct session_library *library = planner->input->training_template->library;
    if (!count_turns(planner, week, error)) /* which is due hangs on uses before the week */
        return false;
    for (size_t r = 0; r < library->recipe_count; r++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            if (library->recipes[r].size != RECIPE_SIZE_EXTRA &&
                has_on_day(&planner->plan->weeks[week].days[d], library->recipes[r].id)) {
                planner->uses[r]++;
                planner->last_use[r] = (int)week + 1;
            }
    return true;
}

/* --- as they were ---------------------------------------------------------------------------- */

/* What gave way in past weeks, before what does in later ones. */
static void restore_exceptions(struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct plan *past = planner->input->past;
    struct exception *all =
        arena_array(plan->arena, past->exception_count + plan->exception_count, sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < past->exception_count; i++)
        if (past->exceptions[i].week <= (int)planner->past_weeks)
            all[count++] = past->exceptions[i];
    for (size_t i = 0; i < plan->exception_count; i++)
        if (plan->exceptions[i].week > (int)planner->past_weeks)
            all[count++] = plan->exceptions[i];
    plan->exceptions = all;
    plan->exception_count = count;
}

/* Notes the sessions of a past week that are no more, and the week itself. */
static void cancel_week(struct planner *planner, size_t index, struct replanning *now)
{
    struct plan *plan = planner->plan;
    const struct week *week = &planner->input->past->weeks[index];
    char date[DATE_TEXT_SIZE];
    if (index >= plan->week_count)
        now->cancelled[now->cancelled_count++] =
            arena_printf(plan->arena, "%s/week", date_format(week->start, date));
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = plan_day(plan, week->days[d].date);
        for (size_t i = day ? day->session_count : 0; i < week->days[d].session_count; i++)
            now->cancelled[now->cancelled_count++] =
                arena_printf(plan->arena, "%s/%zu", date_format(week->days[d].date, date), i + 1);
    }
}

/* Calendars that hold the past plan have to be told what is no more. */
static void note_cancelled(struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct plan *past = planner->input->past;
    struct replanning *now = &plan->replanned[plan->replanned_count - 1];
    size_t most = now->cancelled_count + past->week_count * DAYS_PER_WEEK * MOST_SESSIONS;
    const char **all = arena_array(plan->arena, most + past->week_count, sizeof *all);
    for (size_t i = 0; i < now->cancelled_count; i++)
        all[i] = arena_strdup(plan->arena, now->cancelled[i]);
    now->cancelled = all;
    for (size_t w = planner->past_weeks; w < past->week_count; w++)
        cancel_week(planner, w, now);
}

void past_restore(struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct plan *past = planner->input->past;
    if (!past)
        return;
    restore_exceptions(planner);
    for (size_t w = 0; w < plan->week_count && w < past->week_count; w++) {
        const struct week *before = &past->weeks[w];
        if (w < planner->past_weeks) {
            plan->weeks[w] = *before;
            continue;
        }
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            if (plan->weeks[w].days[d].is_fixed || planner->is_kept[w])
                plan->weeks[w].days[d] = before->days[d];
        if (!planner->is_kept[w])
            continue;
        plan->weeks[w].cut = before->cut;
        plan->weeks[w].gave_up = before->gave_up;
        plan->weeks[w].gave_up_count = before->gave_up_count;
    }
    note_cancelled(planner);
}
