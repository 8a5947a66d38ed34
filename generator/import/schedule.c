/* The YAML schedules of calendar tools: units, type, and a schedule of weeks of seven workouts. */
#include <string.h>
#include <yaml.h>

#include "base/text.h"
#include "import/imported_plan.h"

#define MOST_DISTANCE (400 * HUNDREDTHS)

struct schedule {
    struct imported_plan *imported;
    yaml_document_t document;
};

static struct source_place place_of(const yaml_node_t *node)
{
    return (struct source_place){(int)node->start_mark.line + 1, (int)node->start_mark.column + 1};
}

static const char *scalar_text(const yaml_node_t *node)
{
    return node && node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value : NULL;
}

/* The value of a key, or NULL. */
static yaml_node_t *find_key(struct schedule *schedule, const yaml_node_t *mapping, const char *key)
{
    if (!mapping || mapping->type != YAML_MAPPING_NODE)
        return NULL;
    for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
         pair < mapping->data.mapping.pairs.top; pair++) {
        const char *name = scalar_text(yaml_document_get_node(&schedule->document, pair->key));
        if (name && strcmp(name, key) == 0)
            return yaml_document_get_node(&schedule->document, pair->value);
    }
    return NULL;
}

static size_t length_of(const yaml_node_t *list)
{
    return list && list->type == YAML_SEQUENCE_NODE
               ? (size_t)(list->data.sequence.items.top - list->data.sequence.items.start)
               : 0;
}

static yaml_node_t *item_of(struct schedule *schedule, const yaml_node_t *list, size_t index)
{
    return yaml_document_get_node(&schedule->document, list->data.sequence.items.start[index]);
}

/* A title with its braces filled: "{6:10} easy" becomes "6-10 mi easy". */
static const char *fill_title(struct schedule *schedule, const char *title)
{
    struct imported_plan *imported = schedule->imported;
    struct text filled = TEXT_INIT;
    for (const char *at = title; *at;) {
        size_t length = strspn(at + (*at == '{'), "0123456789.:");
        if (*at != '{' || length == 0 || at[length + 1] != '}') {
            text_append_bytes(&filled, at++, 1);
            continue;
        }
        size_t low = strcspn(at + 1, ":}");
        text_append_bytes(&filled, at + 1, low);
        if (low < length)
            text_printf(&filled, "-%.*s", (int)(length - low - 1), at + low + 2);
        text_printf(&filled, " %s", units_name((enum units)imported->units));
        at += length + 2;
    }
    const char *copy = arena_strdup(imported->plan->arena, text_string(&filled));
    text_release(&filled);
    return copy;
}

static bool read_number(struct schedule *schedule, const char *text, struct lone_amount *amount)
{
    const struct imported_plan *imported = schedule->imported;
    return text && cell_read_amount(text, imported->hints->words, imported->plan->arena, amount) &&
           !amount->is_clock && amount->hi <= MOST_DISTANCE &&
           (amount->unit == UNIT_NONE || amount->unit == UNIT_KM || amount->unit == UNIT_MI);
}

/* A distance: a number, or a list of the lower and the upper one. */
static bool read_distance(struct schedule *schedule, const yaml_node_t *node,
                          struct stated_session *stated)
{
    struct lone_amount low, high;
    bool is_list = length_of(node) == 2;
    const char *first = is_list ? scalar_text(item_of(schedule, node, 0)) : scalar_text(node);
    const char *last = is_list ? scalar_text(item_of(schedule, node, 1)) : first;
    if (!read_number(schedule, first, &low) || !read_number(schedule, last, &high))
        return false;
    stated->least = low.lo;
    stated->distance = high.hi;
    stated->units = high.unit == UNIT_NONE ? schedule->imported->units
                    : high.unit == UNIT_MI ? (int)UNITS_MI
                                           : (int)UNITS_KM;
    stated->distance_place = place_of(node);
    return true;
}

static void read_workout(struct schedule *schedule, const yaml_node_t *workout, int day)
{
    struct imported_plan *imported = schedule->imported;
    const yaml_node_t *title = find_key(schedule, workout, "title");
    const yaml_node_t *distance = find_key(schedule, workout, "distance");
    struct stated_session stated = stated_nothing();
    title = title ? title : find_key(schedule, workout, "description");
    if (!scalar_text(title)) {
        imported_plan_fail(imported, place_of(workout),
                           "a workout needs a title, like \"{6} easy\"");
        return;
    }
    stated.words = fill_title(schedule, scalar_text(title));
    if (distance && !read_distance(schedule, distance, &stated)) {
        imported_plan_warn(imported, place_of(distance),
                           "is neither a number nor [low, high]; it counts as not given");
        stated.least = stated.distance = UNKNOWN;
    }
    imported_plan_add(imported, day, &stated, place_of(title));
}

static void read_week(struct schedule *schedule, const yaml_node_t *week, size_t index)
{
    struct imported_plan *imported = schedule->imported;
    const yaml_node_t *workouts =
        week->type == YAML_SEQUENCE_NODE ? week : find_key(schedule, week, "workouts");
    size_t count = length_of(workouts);
    int first = (int)index * DAYS_PER_WEEK;
    if (count != DAYS_PER_WEEK) {
        imported_plan_fail(imported, place_of(workouts ? workouts : week),
                           "week %zu has %zu workouts; a week has seven, and rest is one of them",
                           index + 1, count);
        return;
    }
    imported_plan_cover(imported, first);
    imported_plan_cover(imported, first + DAYS_PER_WEEK - 1);
    for (size_t i = 0; i < count; i++)
        read_workout(schedule, item_of(schedule, workouts, i), first + (int)i);
}

static void read_units(struct schedule *schedule, const yaml_node_t *root)
{
    struct imported_plan *imported = schedule->imported;
    const yaml_node_t *units = find_key(schedule, root, "units");
    const char *name = scalar_text(units);
    if (name && (strcmp(name, "mi") == 0 || strncmp(name, "mile", 4) == 0))
        imported->units = UNITS_MI;
    else if (name && (strncmp(name, "km", 2) == 0 || strncmp(name, "kilomet", 7) == 0))
        imported->units = UNITS_KM;
    else
        imported_plan_fail(imported, units ? place_of(units) : (struct source_place){1, 1},
                           "needs units: mi or units: km");
}

static void read_root(struct schedule *schedule, const yaml_node_t *root)
{
    struct imported_plan *imported = schedule->imported;
    const yaml_node_t *weeks = find_key(schedule, root, "schedule");
    read_units(schedule, root);
    imported->is_undated = true;
    imported->week_start = MONDAY;
    if (!length_of(weeks))
        imported_plan_fail(imported, weeks ? place_of(weeks) : (struct source_place){1, 1},
                           "schedule should be a list of weeks, each with seven workouts");
    for (size_t i = 0; i < length_of(weeks) && !imported->failed; i++)
        read_week(schedule, item_of(schedule, weeks, i), i);
}

void schedule_read(struct imported_plan *imported, const char *text)
{
    struct schedule schedule = {.imported = imported};
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return;
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, strlen(text));
    if (!yaml_parser_load(&parser, &schedule.document)) {
        imported_plan_fail(imported,
                           (struct source_place){(int)parser.problem_mark.line + 1,
                                                 (int)parser.problem_mark.column + 1},
                           "no valid YAML: %s", parser.problem ? parser.problem : "out of memory");
        yaml_parser_delete(&parser);
        return;
    }
    const yaml_node_t *root = yaml_document_get_root_node(&schedule.document);
    if (root)
        read_root(&schedule, root);
    yaml_document_delete(&schedule.document);
    yaml_parser_delete(&parser);
}
