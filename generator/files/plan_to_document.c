/* From the plan to its document: what is unknown is left out. */
#include "files/plan_document.h"

#include <string.h>

#include "files/values.h"

/*
 * The document's structs take what libcyaml would allocate; for writing they point into the plan
 * itself, which nobody changes through them.
 */
static char *text(const char *string)
{
    return (char *)string;
}

/* A copy in the arena of a value that is known. */
#define KNOWN_COPY(arena, value) copy_bytes(arena, &(value), sizeof(value))

static void *copy_bytes(struct arena *arena, const void *value, size_t size)
{
    void *copy = arena_alloc(arena, size);
    memcpy(copy, value, size);
    return copy;
}

static int *write_pace(const struct pace_range *pace, unsigned *count, struct arena *arena)
{
    if (pace->fast == UNKNOWN || pace->slow == UNKNOWN)
        return NULL;
    int *list = arena_array(arena, 2, sizeof *list);
    list[0] = pace->fast;
    list[1] = pace->slow;
    *count = 2;
    return list;
}

/* --- who and what for ------------------------------------------------------------------------- */

static struct plan_runner_document write_runner(const struct runner *runner, struct arena *arena)
{
    struct plan_runner_document document = {
        .name = text(runner->name),
        .longest_recent_run = distance_write(runner->longest_recent_run, arena),
        .usual_descent_m = known(&runner->usual_descent_m),
        .last_downhill = last_downhill_write(runner, arena),
    };
    if (runner->vdot_tenths != UNKNOWN)
        document.vdot =
            arena_printf(arena, "%d.%d", runner->vdot_tenths / 10, runner->vdot_tenths % 10);
    document.recent_weeks =
        arena_array(arena, runner->recent_week_count + 1, sizeof *document.recent_weeks);
    document.recent_weeks_count = (unsigned)runner->recent_week_count;
    for (size_t i = 0; i < runner->recent_week_count; i++)
        document.recent_weeks[i] = distance_write(runner->recent_weeks[i], arena);
    return document;
}

static const int *known_metres(const struct race_distance *distance)
{
    return distance->metres > 0 ? &distance->metres : NULL;
}

static struct plan_race_document write_race(const struct race *race, struct arena *arena)
{
    return (struct plan_race_document){
        .name = text(race->name),
        .date = date_write(race->date, arena),
        .distance = text(race->distance.text),
        .distance_m = known_metres(&race->distance),
        .climb_m = known(&race->climb_m),
        .descent_m = known(&race->descent_m),
        .goal_time_s = known(&race->goal_time_s),
        .expected_time_s = known(&race->expected_time_s),
        .course = course_to_document(&race->course, arena),
    };
}

static void write_tune_ups(const struct plan *plan, struct plan_document *document,
                           struct arena *arena)
{
    if (!plan->tune_up_count)
        return;
    document->tune_up_races =
        arena_array(arena, plan->tune_up_count, sizeof *document->tune_up_races);
    document->tune_up_races_count = (unsigned)plan->tune_up_count;
    for (size_t i = 0; i < plan->tune_up_count; i++)
        document->tune_up_races[i] = (struct plan_tune_up_document){
            .name = text(plan->tune_ups[i].name),
            .date = date_write(plan->tune_ups[i].date, arena),
            .distance = text(plan->tune_ups[i].distance.text),
            .distance_m = known_metres(&plan->tune_ups[i].distance),
        };
}

static struct paces_document write_paces(const struct paces *paces, struct arena *arena)
{
    struct paces_document document = {
        .marathon = known(&paces->marathon),
        .threshold = known(&paces->threshold),
        .interval = known(&paces->interval),
        .repetition = known(&paces->repetition),
    };
    document.easy = write_pace(&paces->easy, &document.easy_count, arena);
    return document;
}

/* --- rules -------------------------------------------------------------------------------------
 */

static struct rule_document write_rule(const struct plan_rule *rule, struct arena *arena)
{
    struct rule_document document = {
        .id = text(rule->id),
        .level = rule->level,
        .title = text(rule->title),
        .why = text(rule->why),
        .source = text(rule->source),
        .off = rule->off ? &rule->off : NULL,
        .script = text(rule->script),
    };
    if (!rule->setting_count)
        return document;
    document.settings = arena_array(arena, rule->setting_count, sizeof *document.settings);
    document.settings_count = (unsigned)rule->setting_count;
    for (size_t i = 0; i < rule->setting_count; i++)
        document.settings[i] = (struct setting_value_document){text(rule->settings[i].name),
                                                               text(rule->settings[i].value)};
    return document;
}

static void write_rules(const struct plan *plan, struct plan_document *document,
                        struct arena *arena)
{
    if (!plan->has_rules)
        return;
    /* One more than needed: an empty list is written, too. */
    document->rules = arena_array(arena, plan->rule_count + 1, sizeof *document->rules);
    document->rules_count = (unsigned)plan->rule_count;
    for (size_t i = 0; i < plan->rule_count; i++)
        document->rules[i] = write_rule(&plan->rules[i], arena);
}

static void write_verdict(const struct plan *plan, struct plan_document *document,
                          struct arena *arena)
{
    if (plan->verdict.text) {
        document->verdict.level = KNOWN_COPY(arena, plan->verdict.level);
        document->verdict.text = text(plan->verdict.text);
    }
    if (!plan->exception_count)
        return;
    document->gave_way = arena_array(arena, plan->exception_count, sizeof *document->gave_way);
    document->gave_way_count = (unsigned)plan->exception_count;
    for (size_t i = 0; i < plan->exception_count; i++)
        document->gave_way[i] = (struct give_way_document){
            .rule = text(plan->exceptions[i].rule),
            .week = plan->exceptions[i].week,
            .date = date_write(plan->exceptions[i].date, arena),
            .text = text(plan->exceptions[i].text),
        };
}

/* --- weeks -------------------------------------------------------------------------------------
 */

static struct step_document *write_steps(const struct step *steps, size_t count,
                                         struct arena *arena)
{
    struct step_document *list = arena_array(arena, count, sizeof *list);
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &steps[i];
        if (step->repeat > 0) {
            list[i].repeat = &step->repeat;
            list[i].steps = write_steps(step->steps, step->step_count, arena);
            list[i].steps_count = (unsigned)step->step_count;
            continue;
        }
        list[i].kind = KNOWN_COPY(arena, step->kind);
        if (step->effort != EFFORT_NONE)
            list[i].effort = KNOWN_COPY(arena, step->effort);
        list[i].duration_s = known(&step->duration_s);
        list[i].distance_m = known(&step->distance_m);
        list[i].pace = write_pace(&step->pace, &list[i].pace_count, arena);
    }
    return count ? list : NULL;
}

static void write_session_texts(const struct session *session, struct session_document *document,
                                struct arena *arena)
{
    document->session = text(session->session);
    document->title = text(session->title);
    if (session->note_count) {
        document->notes = arena_array(arena, session->note_count, sizeof *document->notes);
        document->notes_count = (unsigned)session->note_count;
        for (size_t i = 0; i < session->note_count; i++)
            document->notes[i] = text(session->notes[i]);
    }
    if (session->reason_count) {
        document->reasons = arena_array(arena, session->reason_count, sizeof *document->reasons);
        document->reasons_count = (unsigned)session->reason_count;
        for (size_t i = 0; i < session->reason_count; i++)
            document->reasons[i] = (struct reason_document){text(session->reasons[i].rule),
                                                            text(session->reasons[i].text)};
    }
}

static struct session_document write_session(const struct session *session, struct arena *arena)
{
    struct session_document document = {
        .kind = KNOWN_COPY(arena, session->kind),
        .distance = session_is_run(session) ? distance_write(session->distance, arena) : NULL,
        .duration_s = known(&session->duration_s),
        .climb_m = known(&session->climb_m),
        .descent_m = known(&session->descent_m),
        .steps = write_steps(session->steps, session->step_count, arena),
        .steps_count = (unsigned)session->step_count,
    };
    if (session->effort != EFFORT_NONE)
        document.effort = KNOWN_COPY(arena, session->effort);
    if (session->terrain != TERRAIN_NONE)
        document.terrain = KNOWN_COPY(arena, session->terrain);
    document.pace = write_pace(&session->pace, &document.pace_count, arena);
    write_session_texts(session, &document, arena);
    return document;
}

static struct day_document write_day(const struct day *day, struct arena *arena)
{
    struct day_document document = {
        .date = date_write(day->date, arena),
        .legs_mend = day->legs_mend ? &day->legs_mend : NULL,
    };
    if (!day->session_count)
        return document;
    document.sessions = arena_array(arena, day->session_count, sizeof *document.sessions);
    document.sessions_count = (unsigned)day->session_count;
    for (size_t i = 0; i < day->session_count; i++)
        document.sessions[i] = write_session(&day->sessions[i], arena);
    return document;
}

static const int *write_sum(const struct week *week, enum quantity quantity, struct arena *arena)
{
    int sum = week_sum(week, DAYS_PER_WEEK, quantity, NULL);
    return sum == UNKNOWN ? NULL : KNOWN_COPY(arena, sum);
}

static struct week_document write_week(const struct week *week, struct arena *arena)
{
    struct week_document document = {
        .number = week->number,
        .start = date_write(week->start, arena),
        .phase = week->phase,
        .kind = week->kind,
        .distance = distance_write(week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, NULL), arena),
        .distance_most = distance_write(week->distance_most, arena),
        .climb_m = write_sum(week, QUANTITY_CLIMB_M, arena),
        .descent_m = write_sum(week, QUANTITY_DESCENT_M, arena),
        .days = arena_array(arena, DAYS_PER_WEEK, sizeof *document.days),
        .days_count = DAYS_PER_WEEK,
    };
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        document.days[d] = write_day(&week->days[d], arena);
    return document;
}

struct plan_document *plan_to_document(const struct plan *plan, struct arena *arena)
{
    struct plan_document *document = arena_alloc(arena, sizeof *document);
    *document = (struct plan_document){
        .hillplan = PLAN_FORMAT,
        .title = text(plan->title),
        .units = plan->units,
        .runner = write_runner(&plan->runner, arena),
        .race = write_race(&plan->race, arena),
        .week = week_preferences_write(&plan->preferences, arena),
        .hills = hills_write(&plan->hills, arena),
        .print = print_preferences_write(&plan->print, arena),
        .paces = write_paces(&plan->paces, arena),
        .weeks = arena_array(arena, plan->week_count, sizeof *document->weeks),
        .weeks_count = (unsigned)plan->week_count,
    };
    write_tune_ups(plan, document, arena);
    write_rules(plan, document, arena);
    write_verdict(plan, document, arena);
    for (size_t i = 0; i < plan->week_count; i++)
        document->weeks[i] = write_week(&plan->weeks[i], arena);
    return document;
}
