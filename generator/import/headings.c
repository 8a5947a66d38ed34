/* Which row of a table has its headings, and whether it is a row a day, a week or a weekday. */
#include <string.h>

#include "import/columns.h"

#define MOST_TITLE_ROWS 10 /* above the headings */
#define LEAST_WEEKDAYS  5  /* columns named after weekdays, from which on it is a grid */
#define FEW_WEEKDAYS    2  /* likewise, where nothing else names the days */

/* "12 weeks to a half marathon (miles)" */
static int units_of_title(const struct column_map *map)
{
    for (size_t i = 0; i < map->row->count; i++) {
        const char *text = map->row->cells[i].text;
        size_t length = strlen(text);
        if (length && text[length - 1] == ')' && units_of_measure(map->measures[i]) != UNKNOWN)
            return units_of_measure(map->measures[i]);
    }
    return UNKNOWN;
}

/* A heading that nobody knows, or of two days ("Sat/Sun"), may be the one that is missing. */
static bool may_name_more(const struct column_map *map)
{
    for (size_t i = 0; i < map->row->count; i++) {
        const char *text = map->row->cells[i].text;
        bool is_unread = *text && map->columns[i] == COLUMN_NONE && map->weekdays[i] < 0;
        if (is_unread || (map->weekdays[i] >= 0 && strpbrk(text, "/&+")))
            return true;
    }
    return false;
}

/* Weekdays that no column is headed with are rest, if no heading may be theirs. */
static void tell_missing(struct column_map *map, const bool has[DAYS_PER_WEEK])
{
    const char *missing = NULL;
    struct arena *arena = map->imported->plan->arena;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        if (!has[day])
            missing = arena_printf(arena, "%s%s%s", missing ? missing : "", missing ? ", " : "",
                                   weekday_long_name((enum weekday)day));
    if (missing && may_name_more(map))
        imported_plan_fail(map->imported, map->row->cells[0].place,
                           "no column is headed %s; a row a week needs all seven days", missing);
    else if (missing)
        imported_plan_warn(map->imported, map->row->cells[0].place,
                           "no column is headed %s, which counts as rest", missing);
}

static bool has_days(struct column_map *map)
{
    bool has[DAYS_PER_WEEK] = {false};
    int weekdays = 0;
    for (size_t i = MOST_COLUMNS; i-- > 0;)
        if (map->weekdays[i] >= 0) {
            map->weekday_first = map->weekdays[i];
            has[map->weekdays[i]] = true;
        }
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        weekdays += has[day];
    bool is_row_a_day = columns_have(map, COLUMN_DATE) ||
                        (columns_have(map, COLUMN_WEEK) && columns_have(map, COLUMN_WEEKDAY));
    map->is_grid = weekdays >= LEAST_WEEKDAYS || (weekdays >= FEW_WEEKDAYS && !is_row_a_day);
    if (weekdays < DAYS_PER_WEEK && !is_row_a_day && week_columns_runs(map))
        return true;
    if (map->is_grid)
        tell_missing(map, has);
    return map->is_grid || is_row_a_day || week_columns_weeks(map);
}

/* Tells of the columns that nothing is read from, so that a misspelt heading is seen. */
static void warn_of_unread(struct column_map *map)
{
    const char *unread = NULL;
    struct arena *arena = map->imported->plan->arena;
    for (size_t i = 0; i < map->row->count; i++) {
        const char *heading = map->row->cells[i].text;
        if (*heading && map->columns[i] == COLUMN_NONE && map->weekdays[i] < 0 && !map->weeks[i])
            unread = arena_printf(arena, "%s%s'%.40s'", unread ? unread : "", unread ? ", " : "",
                                  heading);
    }
    if (unread)
        imported_plan_warn(
            map->imported, map->row->cells[0].place,
            "nothing is read from %s; templates/words.yaml has the headings that are known",
            unread);
}

/* The first row that names days; above it there may be titles. */
bool columns_read(struct column_map *map)
{
    for (size_t rows = 0; rows <= MOST_TITLE_ROWS && columns_next_row(map); rows++) {
        columns_note(map);
        if (!has_days(map)) {
            if (map->imported->title_units == UNKNOWN)
                map->imported->title_units = units_of_title(map);
            continue;
        }
        for (size_t i = 0; i < MOST_COLUMNS && map->imported->units == UNKNOWN; i++)
            map->imported->units = units_of_measure(map->measures[i]);
        warn_of_unread(map);
        map->is_ours = map->is_grid && own_cells_are(map->row);
        return !map->imported->failed;
    }
    if (map->csv.rows > 0 && !map->imported->failed)
        imported_plan_fail(
            map->imported, (struct source_place){1, 1},
            "no heading names the days; head the columns of a row a day with date, kind, "
            "title, distance_km, ..., or those of a row a week with Monday to Sunday");
    return false;
}
