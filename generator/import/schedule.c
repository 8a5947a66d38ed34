/* The YAML schedules of calendar tools: units, type, and a schedule of weeks of seven workouts. */
#include <string.h>

#include "base/text.h"
#include "document/tree.h"
#include "import/imported_plan.h"

#define MOST_DISTANCE (400 * HUNDREDTHS)

static struct source_place place_of(const struct tree_node *node)
{
    return (struct source_place){node->line, node->column};
}

static size_t length_of(const struct tree_node *list)
{
    return list && list->kind == TREE_LIST ? list->count : 0;
}

/* A title with its braces filled: "{6:10} easy" becomes "6-10 mi easy". */
static const char *fill_title(struct imported_plan *imported, const char *title)
{
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

static bool read_number(struct imported_plan *imported, const char *text,
                        struct lone_amount *amount)
{
    return text && cell_read_amount(text, imported->hints->words, amount) && !amount->is_clock &&
           amount->hi <= MOST_DISTANCE &&
           (amount->unit == UNIT_NONE || amount->unit == UNIT_KM || amount->unit == UNIT_MI);
}

/* A distance: a number, or a list of the lower and the upper one. */
static bool read_distance(struct imported_plan *imported, const struct tree_node *node,
                          struct stated_session *stated)
{
    struct lone_amount low, high;
    bool is_list = length_of(node) == 2;
    const char *first = is_list ? tree_text(node->first) : tree_text(node);
    const char *last = is_list ? tree_text(node->first->next) : first;
    if (!read_number(imported, first, &low) || !read_number(imported, last, &high))
        return false;
    stated->least = low.lo;
    stated->distance = high.hi;
    stated->units = high.unit == UNIT_NONE ? imported->units
                    : high.unit == UNIT_MI ? (int)UNITS_MI
                                           : (int)UNITS_KM;
    stated->distance_place = place_of(node);
    return true;
}

static void read_workout(struct imported_plan *imported, const struct tree_node *workout, int day)
{
    const struct tree_node *title = tree_find(workout, "title");
    const struct tree_node *distance = tree_find(workout, "distance");
    struct stated_session stated = stated_nothing();
    title = title ? title : tree_find(workout, "description");
    if (!tree_text(title)) {
        imported_plan_fail(imported, place_of(workout),
                           "a workout needs a title, like \"{6} easy\"");
        return;
    }
    stated.words = fill_title(imported, tree_text(title));
    if (distance && !read_distance(imported, distance, &stated)) {
        imported_plan_warn(imported, place_of(distance),
                           "is neither a number nor [low, high]; it counts as not given");
        stated.least = stated.distance = UNKNOWN;
    }
    imported_plan_add(imported, day, &stated, place_of(title));
}

static void read_week(struct imported_plan *imported, const struct tree_node *week, size_t index)
{
    const struct tree_node *workouts = week->kind == TREE_LIST ? week : tree_find(week, "workouts");
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
    for (const struct tree_node *workout = workouts->first; workout; workout = workout->next)
        read_workout(imported, workout, first++);
}

static void read_units(struct imported_plan *imported, const struct tree_node *root)
{
    const struct tree_node *units = tree_find(root, "units");
    const char *name = tree_text(units);
    if (name && (strcmp(name, "mi") == 0 || strncmp(name, "mile", 4) == 0))
        imported->units = UNITS_MI;
    else if (name && (strncmp(name, "km", 2) == 0 || strncmp(name, "kilomet", 7) == 0))
        imported->units = UNITS_KM;
    else
        imported_plan_fail(imported, units ? place_of(units) : (struct source_place){1, 1},
                           "needs units: mi or units: km");
}

static void read_root(struct imported_plan *imported, const struct tree_node *root)
{
    const struct tree_node *weeks = tree_find(root, "schedule");
    read_units(imported, root);
    imported->is_undated = true;
    imported->week_start = MONDAY;
    if (!length_of(weeks))
        imported_plan_fail(imported, weeks ? place_of(weeks) : (struct source_place){1, 1},
                           "schedule should be a list of weeks, each with seven workouts");
    size_t index = 0;
    for (const struct tree_node *week = length_of(weeks) ? weeks->first : NULL;
         week && !imported->failed; week = week->next)
        read_week(imported, week, index++);
}

void schedule_read(struct imported_plan *imported, const char *text)
{
    const struct tree_node *root =
        tree_read(imported->name, text, imported->plan->arena, imported->error);
    if (root)
        read_root(imported, root);
    else
        imported->failed = true;
}
