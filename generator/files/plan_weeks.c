/* The weeks of a plan document: sessions, days, and the calendar they have to form. */
#include "files/plan_weeks.h"

#include <ctype.h>
#include <string.h>

#include "files/values.h"

#define MOST_RUN          (400 * HUNDREDTHS)
#define MOST_WEEK         (10000 * HUNDREDTHS)
#define MOST_WEEK_HILLS_M 1000000
#define MOST_HILLS_M      30000
#define LONGEST_S         (200 * 3600)
#define LONGEST_STEP_M    400000
#define MOST_REPEATS      100

/* --- steps -------------------------------------------------------------------------------------
 */

struct pace_range pace_range_read(struct document *document, const struct node *list,
                                  const int *given, unsigned count)
{
    struct pace_range range = {UNKNOWN, UNKNOWN};
    if (count != 2 || list->count != 2)
        return range;
    range.fast =
        value_int(document, list->items[0], NULL, &given[0], FASTEST_PACE_S, SLOWEST_PACE_S);
    range.slow =
        value_int(document, list->items[1], NULL, &given[1], FASTEST_PACE_S, SLOWEST_PACE_S);
    if (range.fast != UNKNOWN && range.slow != UNKNOWN && range.fast > range.slow)
        document_fail(document, list, NULL, "the faster pace, the smaller number, comes first");
    return range;
}

static struct step read_plain_step(struct document *document, const struct node *node,
                                   const struct step_document *given)
{
    struct step step = step_unknown();
    step.kind = given->kind ? *given->kind : STEP_RUN;
    step.effort = given->effort ? *given->effort : EFFORT_NONE;
    step.duration_s = value_int(document, node, "duration_s", given->duration_s, 1, LONGEST_S);
    step.distance_m = value_int(document, node, "distance_m", given->distance_m, 1, LONGEST_STEP_M);
    step.pace =
        pace_range_read(document, document_place(node, "pace"), given->pace, given->pace_count);
    if (!node->is_incomplete && !given->duration_s == !given->distance_m)
        document_fail(document, node, NULL, "needs a duration_s or a distance_m, and only one");
    return step;
}

static struct step read_step(struct document *document, const struct node *node,
                             const struct step_document *given, struct arena *arena)
{
    bool has_steps = node_find(node, "steps") != NULL, is_repeat = node_find(node, "repeat");
    if (!has_steps && !is_repeat) {
        if (!node->is_incomplete && (!given->kind || !given->effort))
            document_fail(document, node, NULL, "needs a kind and an effort; or repeat and steps");
        return read_plain_step(document, node, given);
    }
    struct step step = step_unknown();
    if (has_steps != is_repeat && !node->is_incomplete)
        document_fail(document, node, NULL, "repeat and steps go together");
    if (node->count > (size_t)has_steps + (size_t)is_repeat)
        document_fail(document, node, NULL, "a repeat has nothing but repeat and steps");
    step.repeat = value_int(document, node, "repeat", given->repeat, 1, MOST_REPEATS);
    step.steps = arena_array(arena, given->steps_count, sizeof *step.steps);
    step.step_count = given->steps_count;
    for (size_t i = 0; i < step.step_count; i++)
        step.steps[i] =
            read_plain_step(document, document_place(node, "steps")->items[i], &given->steps[i]);
    return step;
}

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

static void check_session(struct document *document, const struct node *node,
                          const struct session *session)
{
    const char *kind = session_kind_name(session->kind);
    if (!session_is_run(session)) {
        if (node_find(node, "distance"))
            document_fail(document, node, "distance", "only runs have one; %s is none", kind);
        return;
    }
    if (node->is_incomplete)
        return;
    if (!node_find(node, "effort"))
        document_fail(document, node, NULL, "a run needs an effort: easy, moderate or hard");
    if (!node_find(node, "terrain"))
        document_fail(document, node, NULL,
                      "a run needs a terrain: flat, rolling, uphill, downhill or hilly");
}

static void read_session_texts(struct session *session, const struct session_document *given,
                               struct arena *arena)
{
    session->session = value_string(arena, given->session);
    session->title =
        given->title ? value_string(arena, given->title) : title_of_kind(session->kind, arena);
    session->notes = arena_array(arena, given->notes_count, sizeof *session->notes);
    session->note_count = given->notes_count;
    for (size_t i = 0; i < session->note_count; i++)
        session->notes[i] = value_string(arena, given->notes[i]);
    session->reasons = arena_array(arena, given->reasons_count, sizeof *session->reasons);
    session->reason_count = given->reasons_count;
    for (size_t i = 0; i < session->reason_count; i++)
        session->reasons[i] = (struct reason){value_string(arena, given->reasons[i].rule),
                                              value_string(arena, given->reasons[i].text)};
}

static struct session read_session(struct document *document, const struct node *node,
                                   const struct session_document *given, struct arena *arena)
{
    struct session session = session_unknown();
    if (!given->kind)
        return session; /* a mistake that was reported */
    session.kind = *given->kind;
    session.effort = given->effort ? *given->effort : EFFORT_NONE;
    session.terrain = given->terrain ? *given->terrain : TERRAIN_NONE;
    session.distance = value_distance(document, node, "distance", given->distance, 0, MOST_RUN);
    session.duration_s = value_int(document, node, "duration_s", given->duration_s, 0, LONGEST_S);
    session.climb_m = value_int(document, node, "climb_m", given->climb_m, 0, MOST_HILLS_M);
    session.descent_m = value_int(document, node, "descent_m", given->descent_m, 0, MOST_HILLS_M);
    session.pace =
        pace_range_read(document, document_place(node, "pace"), given->pace, given->pace_count);
    session.steps = arena_array(arena, given->steps_count, sizeof *session.steps);
    session.step_count = given->steps_count;
    for (size_t i = 0; i < session.step_count; i++)
        session.steps[i] =
            read_step(document, document_place(node, "steps")->items[i], &given->steps[i], arena);
    read_session_texts(&session, given, arena);
    check_session(document, node, &session);
    return session;
}

/* --- days and weeks ----------------------------------------------------------------------------
 */

static void read_day(struct document *document, const struct node *node, struct day *day,
                     const struct day_document *given, struct arena *arena)
{
    day->date = value_date(document, node, "date", given->date);
    day->legs_mend = given->legs_mend && *given->legs_mend;
    day->sessions = arena_array(arena, given->sessions_count, sizeof *day->sessions);
    day->session_count = given->sessions_count;
    for (size_t i = 0; i < day->session_count; i++)
        day->sessions[i] = read_session(document, document_place(node, "sessions")->items[i],
                                        &given->sessions[i], arena);
}

/* The date that has to stand there, if it is known. */
static void check_date(struct document *document, const struct node *node, const char *key,
                       int date, int wanted)
{
    char text[DATE_TEXT_SIZE];
    if (date != NO_DATE && wanted != NO_DATE && date != wanted)
        document_fail(document, node, key,
                      "should be %s; days and weeks follow each other without gaps",
                      date_format(wanted, text));
}

/* A stated sum that the days don't add up to. */
static void check_sum(struct document *document, const struct node *node, const char *key,
                      const struct week *week, enum quantity quantity, int stated)
{
    char is[QUANTITY_TEXT_SIZE], sum[QUANTITY_TEXT_SIZE];
    int scale = quantity == QUANTITY_DISTANCE ? 1 : HUNDREDTHS;
    int days = week_sum(week, DAYS_PER_WEEK, quantity, NULL);
    if (stated != UNKNOWN && days != UNKNOWN && stated != days)
        document_warn(document, node, key, "%s is stated, but the days add up to %s; these count",
                      distance_format(stated * scale, is), distance_format(days * scale, sum));
}

static void check_sums(struct document *document, const struct node *node, const struct week *week,
                       const struct week_document *given)
{
    int distance = value_distance(document, node, "distance", given->distance, 0, MOST_WEEK);
    int climb_m = value_int(document, node, "climb_m", given->climb_m, 0, MOST_WEEK_HILLS_M);
    int descent_m = value_int(document, node, "descent_m", given->descent_m, 0, MOST_WEEK_HILLS_M);
    if (document->failed)
        return; /* the sum of what is left says nothing */
    check_sum(document, node, "distance", week, QUANTITY_DISTANCE, distance);
    check_sum(document, node, "climb_m", week, QUANTITY_CLIMB_M, climb_m);
    check_sum(document, node, "descent_m", week, QUANTITY_DESCENT_M, descent_m);
}

static void read_week(struct document *document, const struct node *node, struct plan *plan,
                      size_t index, const struct week_document *given)
{
    struct week *week = &plan->weeks[index];
    week->number = given->number;
    week->start = value_date(document, node, "start", given->start);
    week->phase = given->phase;
    week->kind = given->kind;
    week->distance_most =
        value_distance(document, node, "distance_most", given->distance_most, 0, MOST_WEEK);
    if (node_find(node, "number") && given->number != (int)index + 1)
        document_fail(document, node, "number", "should be %zu; weeks are counted from 1",
                      index + 1);
    if (index > 0 && week[-1].start != NO_DATE)
        check_date(document, node, "start", week->start, week[-1].start + DAYS_PER_WEEK);
    enum weekday starts_on = plan->preferences.starts_on;
    if (index == 0 && week->start != NO_DATE && date_weekday(week->start) != starts_on)
        document_fail(document, node, "start", "is a %s, but weeks start on %s",
                      weekday_long_name(date_weekday(week->start)), weekday_long_name(starts_on));
    const struct node *days = document_place(node, "days");
    bool is_whole = given->days_count == DAYS_PER_WEEK && days->count == DAYS_PER_WEEK;
    for (size_t d = 0; d < DAYS_PER_WEEK && is_whole; d++) {
        read_day(document, days->items[d], &week->days[d], &given->days[d], plan->arena);
        if (week->start != NO_DATE)
            check_date(document, days->items[d], "date", week->days[d].date, week->start + (int)d);
    }
    check_sums(document, node, week, given);
}

static void check_race_date(struct document *document, const struct plan *plan)
{
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
    if (document->failed || plan_week_index(plan, plan->race.date) < plan->week_count)
        return;
    int start = plan->weeks[0].start;
    document_fail(document, document_place(document->root, "race"), "date",
                  "is not within the weeks of the plan, %s to %s", date_format(start, first),
                  date_format(start + (int)plan->week_count * DAYS_PER_WEEK - 1, last));
}

void plan_weeks_read(struct document *document, struct plan *plan,
                     const struct plan_document *given)
{
    plan->weeks = arena_array(plan->arena, given->weeks_count, sizeof *plan->weeks);
    plan->week_count = given->weeks_count;
    for (size_t i = 0; i < plan->week_count; i++)
        read_week(document, document_place(document->root, "weeks")->items[i], plan, i,
                  &given->weeks[i]);
    check_race_date(document, plan);
}
