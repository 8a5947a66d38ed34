/* The weeks, sessions and rules of a plan document: their forms, and checks across keys. */
#include "files/plan_forms.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"
#include "files/runner_forms.h"
#include "model/plan_fields.h"
#include "words/message.h"

/* --- steps -------------------------------------------------------------------------------------
 */

static void finish_inner_step(struct document *document, const struct place *place, void *object)
{
    (void)object;
    bool has_time = place_find(place, "duration_s"), has_length = place_find(place, "distance_m");
    if (!place->is_incomplete && has_time == has_length)
        document_fail(document, place, NULL, "needs a duration_s or a distance_m, and only one");
}

/* A plain step, or a repeat of plain ones. */
static void finish_step(struct document *document, const struct place *place, void *object)
{
    bool has_steps = place_find(place, "steps"), is_repeat = place_find(place, "repeat");
    if (!has_steps && !is_repeat) {
        if (!place->is_incomplete && (!place_find(place, "kind") || !place_find(place, "effort")))
            document_fail(document, place, NULL, "needs a kind and an effort; or repeat and steps");
        finish_inner_step(document, place, object);
        return;
    }
    if (has_steps != is_repeat && !place->is_incomplete)
        document_fail(document, place, NULL, "repeat and steps go together");
    if (place->count > (size_t)has_steps + (size_t)is_repeat)
        document_fail(document, place, NULL, "a repeat has nothing but repeat and steps");
}

FORM(inner_step, step, INNER_STEP_FIELDS, .is_flow = true, .finish = finish_inner_step)
FORM(step, step, STEP_FIELDS, .is_flow = true, .finish = finish_step)
FORM(reason, reason, REASON_FIELDS)

/* --- sessions ----------------------------------------------------------------------------------
 */

/* A title for a session without one: its kind, as in "Race pace". */
static const char *title_of_kind(enum session_kind kind, struct arena *arena)
{
    char *title = arena_strdup(arena, session_kind_name(kind));
    title[0] = (char)toupper((unsigned char)title[0]);
    for (char *at = title; *at; at++)
        if (*at == '_')
            *at = ' ';
    return title;
}

static void finish_session(struct document *document, const struct place *place, void *object)
{
    struct session *session = object;
    if (session->kind == SESSION_KIND_NONE)
        return;
    if (!session->title)
        session->title = title_of_kind(session->kind, document->arena);
    if (!session_is_run(session)) {
        if (place_find(place, "distance"))
            document_fail(document, place, "distance", "only runs have one; %s is none",
                          session_kind_name(session->kind));
        return;
    }
    if (place->is_incomplete)
        return;
    if (!place_find(place, "effort"))
        document_fail(document, place, NULL, "a run needs an effort: easy, moderate or hard");
    if (!place_find(place, "terrain"))
        document_fail(document, place, NULL,
                      "a run needs a terrain: flat, rolling, uphill, downhill or hilly");
}

FORM(session, session, SESSION_FIELDS, .finish = finish_session)
FORM(done_run, done_run, DONE_RUN_FIELDS, .is_flow = true)
FORM(day, day, DAY_FIELDS)

/* --- weeks -------------------------------------------------------------------------------------
 *
 * The sums of a week are written for people. Those that are read are held against the days.
 */

static const char *sum_text(const void *week, enum quantity quantity, char buffer[MOST_WRITTEN])
{
    int sum = week_sum(week, DAYS_PER_WEEK, quantity, NULL);
    if (sum == UNKNOWN)
        return NULL;
    return decimal_format(sum, quantity == QUANTITY_DISTANCE ? 2 : 0, buffer);
}

#define SUM_FIELD(name, quantity)                                                                  \
    static const char *name##_text(const void *object, const struct field *field, size_t index,    \
                                   char buffer[MOST_WRITTEN])                                      \
    {                                                                                              \
        (void)field;                                                                               \
        (void)index;                                                                               \
        return sum_text(object, quantity, buffer);                                                 \
    }                                                                                              \
    static const struct own_field name##_own = {NULL, name##_text};

SUM_FIELD(week_distance, QUANTITY_DISTANCE)
SUM_FIELD(week_climb, QUANTITY_CLIMB_M)
SUM_FIELD(week_descent, QUANTITY_DESCENT_M)

/* A stated sum that the days don't add up to. */
static void check_sum(struct document *document, const struct place *place, const char *key,
                      const struct week *week, enum quantity quantity)
{
    char is[QUANTITY_TEXT_SIZE], sum[QUANTITY_TEXT_SIZE];
    const struct place *stated = place_find(place, key);
    int places = quantity == QUANTITY_DISTANCE ? 2 : 0;
    int days = week_sum(week, DAYS_PER_WEEK, quantity, NULL);
    if (stated && days != UNKNOWN && stated->number != days)
        document_warn(
            document, stated, NULL, "%s is stated, but the days add up to %s; these count",
            decimal_format(stated->number, places, is), decimal_format(days, places, sum));
}

static void finish_week(struct document *document, const struct place *place, void *object)
{
    const struct week *week = object;
    if (document->failed)
        return; /* the sum of what is left says nothing */
    check_sum(document, place, "distance", week, QUANTITY_DISTANCE);
    check_sum(document, place, "climb_m", week, QUANTITY_CLIMB_M);
    check_sum(document, place, "descent_m", week, QUANTITY_DESCENT_M);
}

FORM(gave_up, gave_up, GAVE_UP_FIELDS)

static bool week_cut_is_there(const void *object)
{
    return ((const struct week_cut *)object)->by;
}

FORM(week_cut, week_cut, WEEK_CUT_FIELDS, .is_flow = true, .is_there = week_cut_is_there)
FORM(week, week, WEEK_FIELDS, .finish = finish_week)

/* The date that has to stand there, if it is known. */
static void check_date(struct document *document, const struct place *place, const char *key,
                       int date, int wanted)
{
    char text[DATE_TEXT_SIZE];
    if (date != NO_DATE && wanted != NO_DATE && date != wanted)
        document_fail(document, place, key,
                      "should be %s; days and weeks follow each other without gaps",
                      date_format(wanted, text));
}

static void check_week(struct document *document, const struct place *place,
                       const struct plan *plan, size_t index)
{
    const struct week *week = &plan->weeks[index];
    const struct place *number = place_find(place, "number"), *days = place_find(place, "days");
    enum weekday starts_on = plan->preferences.starts_on;
    if (number && !number->is_wrong && week->number != (int)index + 1)
        document_fail(document, number, NULL, "should be %zu; weeks are counted from 1", index + 1);
    if (index > 0 && week[-1].start != NO_DATE)
        check_date(document, place, "start", week->start, week[-1].start + DAYS_PER_WEEK);
    if (index == 0 && week->start != NO_DATE && date_weekday(week->start) != starts_on)
        document_fail(document, place, "start", "is a %s, but weeks start on %s",
                      weekday_long_name(date_weekday(week->start)), weekday_long_name(starts_on));
    const struct place *day = days && !days->is_wrong ? days->first : NULL;
    for (int d = 0; day && week->start != NO_DATE; day = day->next, d++)
        check_date(document, day, "date", week->days[d].date, week->start + d);
}

/* --- rules -------------------------------------------------------------------------------------
 */

static bool are_equal(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static void finish_rule(struct document *document, const struct place *place, void *object)
{
    const struct plan_rule *rule = object;
    const struct place *list = place_find(place, "settings");
    const struct place *setting = place_first(list);
    for (size_t i = 0; setting && i < rule->setting_count; i++, setting = setting->next)
        for (size_t j = 0; j < i; j++)
            if (are_equal(rule->settings[i].name, rule->settings[j].name))
                document_fail(document, setting, "name", "is set twice");
}

static void check_rules(struct document *document, const struct plan *plan)
{
    const struct place *list = place_find(document->root, "rules");
    const struct place *rule = place_first(list);
    for (size_t i = 0; rule && i < plan->rule_count; i++, rule = rule->next)
        for (size_t j = 0; j < i; j++)
            if (are_equal(plan->rules[i].id, plan->rules[j].id))
                document_fail(document, rule, "id", "is in the list twice");
}

static bool verdict_is_there(const void *object)
{
    return ((const struct verdict *)object)->text;
}

FORM(rule_setting_value, rule_setting_value, RULE_SETTING_VALUE_FIELDS, .is_flow = true)
FORM(plan_rule, plan_rule, PLAN_RULE_FIELDS, .finish = finish_rule)
FORM(verdict, verdict, VERDICT_FIELDS, .is_there = verdict_is_there)
FORM(plan_cost, plan_cost, PLAN_COST_FIELDS, .is_flow = true)
FORM(exception, exception, EXCEPTION_FIELDS)

/* --- the plan ----------------------------------------------------------------------------------
 */

static void check_race_date(struct document *document, const struct plan *plan)
{
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
    if (document->failed || plan_week_index(plan, plan->race.date) < plan->week_count)
        return;
    int start = plan->weeks[0].start;
    document_fail(document, place_find(document->root, "race"), "date",
                  "is not within the weeks of the plan, %s to %s", date_format(start, first),
                  date_format(start + (int)plan->week_count * DAYS_PER_WEEK - 1, last));
}

static void check_exceptions(struct document *document, const struct plan *plan)
{
    const struct place *list = place_find(document->root, "gave_way");
    const struct place *exception = place_first(list);
    for (size_t i = 0; exception && i < plan->exception_count; i++, exception = exception->next)
        if (plan->week_count > 0 && plan->exceptions[i].week > (int)plan->week_count)
            document_fail(document, exception, "week", "%d is out of range; it may be 1 to %zu",
                          plan->exceptions[i].week, plan->week_count);
}

static void make_plain(void *arena, const char **message)
{
    *message = message_plain(arena, *message);
}

/* What plans of older formats say is meant as it stands, braces and all. */
static void take_literally(struct plan *plan, struct arena *arena)
{
    plan->format = PLAN_FORMAT;
    plan_each_message(plan, make_plain, arena);
}

static void finish_plan(struct document *document, const struct place *place, void *object)
{
    struct plan *plan = object;
    const struct place *weeks = place_find(place, "weeks");
    const struct place *week = place_first(weeks);
    if (!place_find(place, "hillplan"))
        document_fail(document, place, NULL,
                      "this is no plan document; hillplan generate makes one of a profile");
    for (size_t i = 0; week && i < plan->week_count; i++, week = week->next)
        check_week(document, week, plan, i);
    check_rules(document, plan);
    check_exceptions(document, plan);
    check_race_date(document, plan);
    plan_find_breaks(plan, document->arena);
    if (plan->format < MARKED_PLAN_FORMAT)
        take_literally(plan, document->arena);
}

static const char *break_days_text(const void *object, const struct field *field, size_t index,
                                   char buffer[MOST_WRITTEN])
{
    const struct training_break *found = object;
    (void)field;
    (void)index;
    return decimal_format(found->last - found->first + 1, 0, buffer);
}

static const struct own_field break_days_own = {NULL, break_days_text};

static bool made_from_is_there(const void *object)
{
    return ((const struct made_from *)object)->start != NO_DATE;
}

static bool log_facts_are_there(const void *object)
{
    return ((const struct log_facts *)object)->files > 0;
}

FORM(made_from, made_from, MADE_FROM_FIELDS, .is_there = made_from_is_there)
FORM(log_facts, log_facts, LOG_FACTS_FIELDS, .is_flow = true, .is_there = log_facts_are_there)
FORM(replanning, replanning, REPLANNING_FIELDS)
FORM(training_break, training_break, TRAINING_BREAK_FIELDS, .is_flow = true)
FORM(paces, paces, PACES_FIELDS)
FORM(plan, plan, PLAN_FIELDS, .finish = finish_plan)
