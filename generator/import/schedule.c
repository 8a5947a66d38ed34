/*
 * YAML schedules: weeks of days, or days by their dates, in the forms that people write them
 * (templates/README.md shows each). A day is a text, a mapping that is read as a row of a table is,
 * or a list of these.
 */
#include <string.h>

#include "base/text.h"
#include "document/tree.h"
#include "import/columns.h"
#include "import/plain_text.h"

#define MOST_WEEK 120

struct schedule {
    struct imported_plan *imported;
    struct column_map map; /* of a day's mapping */
    int start;             /* of week 1, or NO_DATE: weeks have no dates */
    bool has_dates, has_weeks;
};

static void read_days(struct schedule *schedule, const struct tree_node *node);
static void read_day(struct schedule *schedule, const struct tree_node *node, int day);

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
    bool has_units = imported->units != UNKNOWN;
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
        if (has_units)
            text_printf(&filled, " %s", units_name((enum units)imported->units));
        at += length + 2;
    }
    const char *copy = arena_strdup(imported->plan->arena, text_string(&filled));
    text_release(&filled);
    return copy;
}

/* ---- a day ---- */

/* What YAML makes of a day off: "off", "no", "false", "~". */
static bool is_nothing(const char *text)
{
    static const char *const words[] = {"",   "~",  "null",  "Null", "NULL",
                                        "no", "No", "false", "False"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

static void read_text(struct schedule *schedule, const struct tree_node *node, int day)
{
    const char *text = is_nothing(node->text) ? "" : fill_title(schedule->imported, node->text);
    imported_plan_add_text(schedule->imported, day, text, place_of(node));
}

/* A value as a cell of a table: "8", or of [6, 10] "6-10". */
static const char *cell_text(struct schedule *schedule, const struct tree_node *node)
{
    bool is_range = length_of(node) == 2 && tree_text(node->first) && tree_text(node->first->next);
    if (is_range)
        return arena_printf(schedule->imported->plan->arena, "%s-%s", tree_text(node->first),
                            tree_text(node->first->next));
    return tree_text(node) ? tree_text(node) : "";
}

/* A mapping as a row, its keys as the headings. */
static void take_row(struct schedule *schedule, const struct tree_node *mapping)
{
    struct column_map *map = &schedule->map;
    struct row *row = &map->csv.row;
    *map = (struct column_map){.imported = schedule->imported, .row = row};
    for (const struct tree_node *node = mapping->first; node && row->count < MOST_COLUMNS;
         node = node->next)
        row->cells[row->count++] = (struct cell){node->key, place_of(node)};
    columns_note(map);
    row->count = 0;
    bool has_title = tree_find(mapping, "title") || tree_find(mapping, "name");
    for (const struct tree_node *node = mapping->first; node && row->count < MOST_COLUMNS;
         node = node->next) {
        if (has_title && strcmp(node->key, "description") == 0)
            map->columns[row->count] = COLUMN_NOTES;
        row->cells[row->count++] = (struct cell){cell_text(schedule, node), place_of(node)};
    }
}

static bool has_workout(const struct column_map *map)
{
    static const enum table_column columns[] = {COLUMN_TITLE, COLUMN_KIND, COLUMN_DISTANCE,
                                                COLUMN_DURATION};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (columns_cell(map, columns[i], NULL))
            return true;
    return false;
}

static const struct tree_node *find_any(const struct tree_node *mapping, const char *const *keys)
{
    const struct tree_node *found = NULL;
    for (; *keys && !found; keys++)
        found = tree_find(mapping, *keys);
    return found;
}

static const char *const lists_of_day[] = {"workouts", "sessions", "runs", NULL};

static void read_workout(struct schedule *schedule, const struct tree_node *workout, int day)
{
    struct imported_plan *imported = schedule->imported;
    const struct tree_node *list = find_any(workout, lists_of_day);
    if (list && list->kind == TREE_LIST) {
        read_day(schedule, list, day);
        return;
    }
    take_row(schedule, workout);
    if (!has_workout(&schedule->map)) {
        imported_plan_fail(imported, place_of(workout),
                           "a workout needs a title, like \"6 km easy\"");
        return;
    }
    struct stated_session stated = fields_read(&schedule->map);
    const struct cell *title = columns_cell(&schedule->map, COLUMN_TITLE, NULL);
    if (stated.words)
        stated.title = stated.words =
            is_nothing(stated.words) ? "rest" : fill_title(imported, stated.words);
    imported_plan_add(imported, day, &stated, title ? title->place : place_of(workout));
}

static void read_day(struct schedule *schedule, const struct tree_node *node, int day)
{
    imported_plan_cover(schedule->imported, day);
    if (node->kind == TREE_TEXT)
        read_text(schedule, node, day);
    else if (node->kind == TREE_MAPPING)
        read_workout(schedule, node, day);
    else
        for (const struct tree_node *item = node->first; item; item = item->next)
            read_day(schedule, item, day);
}

/* ---- dates ---- */

static bool parse_date(const char *text, int *date)
{
    return text && csv_date_read(text, DATE_ORDER_UNKNOWN, date) == DATE_READ;
}

static void read_dated(struct schedule *schedule, const struct tree_node *node, int day)
{
    struct imported_plan *imported = schedule->imported;
    schedule->has_dates = true;
    if (imported->week_start == NO_DATE)
        imported->week_start = date_on_or_before(day, MONDAY);
    read_day(schedule, node, day);
}

/* ---- weeks ---- */

static int weekday_of(const struct schedule *schedule, const char *text)
{
    return text ? columns_weekday(&schedule->map, columns_plain(&schedule->map, text)) : -1;
}

static bool has_weekdays(const struct schedule *schedule, const struct tree_node *mapping)
{
    if (mapping->kind != TREE_MAPPING)
        return false;
    for (const struct tree_node *node = mapping->first; node; node = node->next)
        if (weekday_of(schedule, node->key) >= 0)
            return true;
    return false;
}

/* The day of a week on which a weekday falls, counted from the week's first day. */
static int day_of_week(int first, bool is_dated, int weekday)
{
    int starts = is_dated ? (int)date_weekday(first) : MONDAY;
    return first + (weekday - starts + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

static const char *const lists_of_week[] = {"workouts", "days", "sessions",
                                            "schedule", "runs", NULL};

/* Seven days in their order, or any number that name their weekday. */
static void read_list_of_week(struct schedule *schedule, const struct tree_node *list, int first,
                              bool is_dated, size_t number)
{
    static const char *const keys[] = {"day", "weekday", NULL};
    bool are_named = true;
    for (const struct tree_node *node = list->first; node; node = node->next)
        are_named = are_named && weekday_of(schedule, tree_text(find_any(node, keys))) >= 0;
    if (!are_named && list->count != DAYS_PER_WEEK) {
        imported_plan_fail(schedule->imported, place_of(list),
                           "week %zu has %zu workouts; a week has seven, and rest is one of them",
                           number, list->count);
        return;
    }
    int day = first;
    for (const struct tree_node *node = list->first; node; node = node->next, day++)
        read_day(schedule, node,
                 are_named ? day_of_week(first, is_dated,
                                         weekday_of(schedule, tree_text(find_any(node, keys))))
                           : day);
}

static void read_mapping_of_week(struct schedule *schedule, const struct tree_node *week, int first,
                                 bool is_dated)
{
    for (const struct tree_node *node = week->first; node; node = node->next) {
        int weekday = weekday_of(schedule, node->key);
        if (weekday >= 0)
            read_day(schedule, node, day_of_week(first, is_dated, weekday));
    }
}

/* A week by its number, from 1; it may tell the date on which it starts. */
static void read_week(struct schedule *schedule, const struct tree_node *week, size_t number)
{
    static const char *const starts[] = {"start", "date", "starts", "week_of", NULL};
    struct imported_plan *imported = schedule->imported;
    int first = (int)(number - 1) * DAYS_PER_WEEK, date;
    bool is_dated = schedule->start != NO_DATE;
    if (is_dated)
        first += schedule->start;
    if (parse_date(tree_text(find_any(week, starts)), &date)) {
        first = date;
        is_dated = true;
    }
    const struct tree_node *list = week->kind == TREE_LIST ? week : find_any(week, lists_of_week);
    schedule->has_dates = schedule->has_dates || is_dated;
    schedule->has_weeks = schedule->has_weeks || !is_dated;
    if (imported->week_start == NO_DATE)
        imported->week_start = is_dated ? first : MONDAY;
    imported_plan_cover(imported, first);
    imported_plan_cover(imported, first + DAYS_PER_WEEK - 1);
    if (list && list->kind == TREE_LIST)
        read_list_of_week(schedule, list, first, is_dated, number);
    else if (has_weekdays(schedule, list ? list : week))
        read_mapping_of_week(schedule, list ? list : week, first, is_dated);
    else
        imported_plan_fail(imported, place_of(week),
                           "week %zu names no days; write them as mon, tue, ... or as a list of "
                           "seven",
                           number);
}

/* "week 3", "W3", "3": its number; or 0. */
static size_t week_of_key(const struct schedule *schedule, const char *key)
{
    int number;
    const char *plain = columns_plain(&schedule->map, key);
    size_t letters = strcspn(plain, "0123456789");
    char *word = arena_strndup(schedule->imported->plan->arena, plain, letters);
    while (letters && strchr(" -.#", word[letters - 1]))
        word[--letters] = '\0';
    bool is_week =
        !*word || strcmp(word, "w") == 0 || columns_named(&schedule->map, word) == COLUMN_WEEK;
    return is_week && decimal_parse(plain + strcspn(plain, "0123456789"), 0, &number) &&
                   number >= 1 && number <= MOST_WEEK
               ? (size_t)number
               : 0;
}

/* ---- the whole ---- */

/* A mapping that names its date, or its week and weekday. False where it is a week. */
static bool read_placed(struct schedule *schedule, const struct tree_node *node)
{
    static const char *const weekdays[] = {"day", "weekday", NULL};
    int date;
    if (has_weekdays(schedule, node))
        return false;
    if (parse_date(tree_text(tree_find(node, "date")), &date) &&
        !find_any(node, (const char *const[]){"workouts", "days", NULL})) {
        read_dated(schedule, node, date);
        return true;
    }
    int weekday = weekday_of(schedule, tree_text(find_any(node, weekdays)));
    const char *week = tree_text(tree_find(node, "week"));
    size_t number = week ? week_of_key(schedule, week) : 0;
    if (weekday < 0 || !number)
        return false;
    schedule->has_weeks = true;
    if (schedule->imported->week_start == NO_DATE)
        schedule->imported->week_start = MONDAY;
    read_day(schedule, node, (int)(number - 1) * DAYS_PER_WEEK + weekday);
    return true;
}

static void read_entries(struct schedule *schedule, const struct tree_node *list)
{
    size_t number = 0;
    for (const struct tree_node *node = list->first; node && !schedule->imported->failed;
         node = node->next)
        if (!read_placed(schedule, node))
            read_week(schedule, node, ++number);
}

static const char *const roots[] = {"schedule", "weeks",    "days", "workouts", "sessions",
                                    "plan",     "training", "runs", NULL};

static bool is_root(const char *key)
{
    for (size_t i = 0; roots[i]; i++)
        if (strcmp(key, roots[i]) == 0)
            return true;
    return false;
}

/* Weeks and days, by their order, their numbers, or their dates. */
static void read_days(struct schedule *schedule, const struct tree_node *node)
{
    int date;
    if (node->kind == TREE_LIST) {
        read_entries(schedule, node);
        return;
    }
    for (const struct tree_node *child = node->first; child && !schedule->imported->failed;
         child = child->next) {
        size_t number = week_of_key(schedule, child->key);
        if (parse_date(child->key, &date))
            read_dated(schedule, child, date);
        else if (number && child->kind != TREE_TEXT)
            read_week(schedule, child, number);
        else if (is_root(child->key) && child->kind != TREE_TEXT)
            read_days(schedule, child);
    }
}

static void read_units(struct imported_plan *imported, const struct tree_node *root)
{
    static const char *const names[] = {"units", "unit", NULL};
    const struct tree_node *units = find_any(root, names);
    const char *name = tree_text(units);
    if (!units)
        return;
    if (name && (strcmp(name, "mi") == 0 || strncmp(name, "mile", 4) == 0))
        imported->units = UNITS_MI;
    else if (name && (strncmp(name, "km", 2) == 0 || strncmp(name, "kilomet", 7) == 0))
        imported->units = UNITS_KM;
    else
        imported_plan_fail(imported, place_of(units), "should be mi or km");
}

static void read_root(struct schedule *schedule, const struct tree_node *root)
{
    static const char *const starts[] = {"start", "start_date", NULL};
    struct imported_plan *imported = schedule->imported;
    const struct tree_node *start = find_any(root, starts);
    read_units(imported, root);
    if (start && !parse_date(tree_text(start), &schedule->start))
        imported_plan_fail(imported, place_of(start), "is no date; write it like 2027-01-31");
    if (!imported->failed)
        read_days(schedule, root);
    if (imported->failed)
        return;
    imported->is_undated = !schedule->has_dates;
    if (schedule->has_dates && schedule->has_weeks)
        imported_plan_fail(imported, place_of(root),
                           "some days have dates and some none; give all or none of them");
    else if (imported->first_day == NO_DATE)
        imported_plan_fail(imported, place_of(root),
                           "names no days: 'schedule:' should be a list of weeks, or of days with "
                           "their dates");
}

void schedule_read(struct imported_plan *imported, const char *text)
{
    struct arena *arena = imported->plan->arena;
    struct schedule *schedule = arena_alloc(arena, sizeof *schedule);
    const struct tree_node *root = tree_read(imported->name, text, arena, imported->error);
    schedule->imported = schedule->map.imported = imported;
    schedule->map.language = LANGUAGE_NONE;
    schedule->start = NO_DATE;
    if (root)
        read_root(schedule, root);
    else
        imported->failed = true;
}

/* ---- what is one ---- */

static bool begins_key(const char *line, const char *key)
{
    size_t length = strlen(key);
    return strncmp(line, key, length) == 0 && line[length] == ':';
}

static bool is_day_line(const char *line)
{
    static const char digits[] = "0123456789";
    bool is_date = strspn(line, digits) == 4 && line[4] == '-' && strspn(line + 5, digits) == 2;
    bool is_week = strncmp(line, "week ", 5) == 0 || strncmp(line, "Week ", 5) == 0;
    return is_date || (is_week && strspn(line + 5, digits) && strchr(line + 5, ':')) ||
           strncmp(line, "- ", 2) == 0;
}

bool schedule_is(const char *text)
{
    static const char *const ours[] = {"hillplan", "runner", "race"};
    bool is_schedule = false;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
            if (begins_key(line, ours[i]))
                return false;
        for (size_t i = 0; roots[i] && !is_schedule; i++)
            is_schedule = begins_key(line, roots[i]);
        is_schedule = is_schedule || is_day_line(line);
    }
    return is_schedule;
}
