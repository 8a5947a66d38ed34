/* From the document to the plan: everything but its weeks (plan_weeks.c). */
#include "files/plan_document.h"

#include <string.h>

#include "files/plan_weeks.h"
#include "files/values.h"

#define MOST_WEEK      (500 * HUNDREDTHS)
#define MOST_RUN       (400 * HUNDREDTHS)
#define MOST_HILLS_M   30000
#define LONGEST_TIME_S (200 * 3600)
#define LARGEST_VDOT   1000 /* tenths */
#define VDOT_PLACES    1

static void read_runner(struct document *document, struct plan *plan,
                        const struct plan_runner_document *given)
{
    const struct node *node = document_place(document->root, "runner");
    struct runner *runner = &plan->runner;
    runner->name = value_string(plan->arena, given->name);
    runner->longest_recent_run = value_distance(document, node, "longest_recent_run",
                                                given->longest_recent_run, 0, MOST_RUN);
    runner->usual_descent_m =
        value_int(document, node, "usual_descent_m", given->usual_descent_m, 0, MOST_HILLS_M);
    runner->vdot_tenths =
        value_decimal(document, node, "vdot", given->vdot, VDOT_PLACES, 1, LARGEST_VDOT);
    last_downhill_read(document, document_place(node, "last_downhill"), &given->last_downhill,
                       runner);
    runner->recent_weeks =
        arena_array(plan->arena, given->recent_weeks_count, sizeof *runner->recent_weeks);
    runner->recent_week_count = given->recent_weeks_count;
    for (unsigned i = 0; i < given->recent_weeks_count; i++)
        runner->recent_weeks[i] =
            value_distance(document, document_place(node, "recent_weeks")->items[i], NULL,
                           given->recent_weeks[i], 0, MOST_WEEK);
}

/* A race distance in words, in metres, or in both, which then have to agree. */
static struct race_distance read_race_distance(struct document *document, const struct plan *plan,
                                               const struct node *node, const char *text,
                                               const int *metres)
{
    struct race_distance distance =
        value_race_distance(document, node, "distance", text, plan->units, plan->arena);
    int given_m = value_int(document, node, "distance_m", metres, 1, LONGEST_RACE_M);
    if (!text && !metres && !node->is_incomplete)
        document_fail(document, node, NULL, "needs a distance, or a distance_m in metres");
    else if (distance.metres && given_m != UNKNOWN && distance.metres != given_m)
        document_fail(document, node, "distance_m", "is %d, but the distance is %d m", given_m,
                      distance.metres);
    else if (!distance.metres && given_m != UNKNOWN)
        distance.metres = given_m;
    return distance;
}

static void read_races(struct document *document, struct plan *plan,
                       const struct plan_document *given)
{
    const struct node *node = document_place(document->root, "race");
    const struct plan_race_document *race = &given->race;
    plan->race.name = value_string(plan->arena, race->name);
    plan->race.date = value_date(document, node, "date", race->date);
    if (node->parent)
        plan->race.distance =
            read_race_distance(document, plan, node, race->distance, race->distance_m);
    plan->race.climb_m = value_int(document, node, "climb_m", race->climb_m, 0, MOST_HILLS_M);
    plan->race.descent_m = value_int(document, node, "descent_m", race->descent_m, 0, MOST_HILLS_M);
    plan->race.goal_time_s =
        value_int(document, node, "goal_time_s", race->goal_time_s, 1, LONGEST_TIME_S);
    plan->race.expected_time_s =
        value_int(document, node, "expected_time_s", race->expected_time_s, 1, LONGEST_TIME_S);
    course_from_document(document, plan, &race->course);

    plan->tune_ups = arena_array(plan->arena, given->tune_up_races_count, sizeof *plan->tune_ups);
    plan->tune_up_count = given->tune_up_races_count;
    for (size_t i = 0; i < plan->tune_up_count; i++) {
        const struct plan_tune_up_document *tune_up = &given->tune_up_races[i];
        node = document_place(document->root, "tune_up_races")->items[i];
        plan->tune_ups[i] = (struct tune_up_race){
            .name = value_string(plan->arena, tune_up->name),
            .date = value_date(document, node, "date", tune_up->date),
            .distance =
                read_race_distance(document, plan, node, tune_up->distance, tune_up->distance_m),
        };
    }
}

static int read_pace(struct document *document, const char *key, const int *given)
{
    return value_int(document, document_place(document->root, "paces"), key, given, FASTEST_PACE_S,
                     SLOWEST_PACE_S);
}

static void read_paces(struct document *document, struct plan *plan,
                       const struct paces_document *given)
{
    const struct node *node = document_place(document->root, "paces");
    plan->paces = (struct paces){
        .easy =
            pace_range_read(document, document_place(node, "easy"), given->easy, given->easy_count),
        .marathon = read_pace(document, "marathon", given->marathon),
        .threshold = read_pace(document, "threshold", given->threshold),
        .interval = read_pace(document, "interval", given->interval),
        .repetition = read_pace(document, "repetition", given->repetition),
    };
}

static struct plan_rule read_rule(struct document *document, const struct node *node,
                                  const struct rule_document *given, struct arena *arena)
{
    struct plan_rule rule = {
        .id = value_string(arena, given->id),
        .title = value_string(arena, given->title),
        .why = value_string(arena, given->why),
        .source = value_string(arena, given->source),
        .level = given->level,
        .off = given->off && *given->off,
        .settings = arena_array(arena, given->settings_count, sizeof *rule.settings),
        .setting_count = given->settings_count,
        .script = value_string(arena, given->script),
    };
    for (size_t i = 0; i < rule.setting_count; i++) {
        rule.settings[i].name = value_string(arena, given->settings[i].name);
        rule.settings[i].value = value_string(arena, given->settings[i].value);
        for (size_t j = 0; j < i && rule.settings[i].name; j++)
            if (rule.settings[j].name && !strcmp(rule.settings[i].name, rule.settings[j].name))
                document_fail(document, document_place(node, "settings")->items[i], "name",
                              "is set twice");
    }
    return rule;
}

static void read_rules(struct document *document, struct plan *plan,
                       const struct plan_document *given)
{
    const struct node *list = node_find(document->root, "rules");
    plan->has_rules = list != NULL;
    if (!list)
        return;
    plan->rules = arena_array(plan->arena, given->rules_count, sizeof *plan->rules);
    plan->rule_count = given->rules_count;
    for (size_t i = 0; i < plan->rule_count; i++) {
        plan->rules[i] = read_rule(document, list->items[i], &given->rules[i], plan->arena);
        for (size_t j = 0; j < i && plan->rules[i].id; j++)
            if (plan->rules[j].id && strcmp(plan->rules[i].id, plan->rules[j].id) == 0)
                document_fail(document, list->items[i], "id", "is in the list twice");
    }
}

static void read_verdict(struct document *document, struct plan *plan,
                         const struct plan_document *given)
{
    if (given->verdict.level && given->verdict.text)
        plan->verdict =
            (struct verdict){*given->verdict.level, value_string(plan->arena, given->verdict.text)};
    plan->exceptions = arena_array(plan->arena, given->gave_way_count, sizeof *plan->exceptions);
    plan->exception_count = given->gave_way_count;
    for (size_t i = 0; i < plan->exception_count; i++) {
        const struct give_way_document *from = &given->gave_way[i];
        const struct node *node = document_place(document->root, "gave_way")->items[i];
        if (given->weeks_count)
            value_int(document, node, "week", &from->week, 1, (int)given->weeks_count);
        plan->exceptions[i] = (struct exception){
            .rule = value_string(plan->arena, from->rule),
            .week = from->week,
            .date = value_date(document, node, "date", from->date),
            .text = value_string(plan->arena, from->text),
        };
    }
}

struct plan *plan_from_document(struct document *document)
{
    const struct plan_document *given = document->data;
    const struct node *root = document->root;
    struct plan *plan = plan_new();
    value_int(document, root, "hillplan", &given->hillplan, PLAN_FORMAT, PLAN_FORMAT);
    plan->title = value_string(plan->arena, given->title);
    plan->units = given->units;
    read_runner(document, plan, &given->runner);
    read_races(document, plan, given);
    plan->preferences =
        week_preferences_read(document, document_place(root, "week"), &given->week, plan->arena);
    plan->hills = hills_read(document, document_place(root, "hills"), &given->hills);
    plan->print =
        print_preferences_read(document, document_place(root, "print"), &given->print, plan->arena);
    read_paces(document, plan, &given->paces);
    read_rules(document, plan, given);
    read_verdict(document, plan, given);
    plan_weeks_read(document, plan, given);
    return plan;
}
