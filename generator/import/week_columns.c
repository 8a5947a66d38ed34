/* Tables of weeks that name no weekdays: "Run 1, Run 2, Long run", and weeks side by side. */
#include <string.h>

#include "import/cell.h"
#include "import/columns.h"

#define LEAST_RUNS  2 /* columns of runs */
#define LEAST_WEEKS 2

/* "Run 1", "Séance 2", "3. Training": the number of a column of runs; 0: none. */
static int number_of_run(const struct column_map *map, const char *name)
{
    struct arena *arena = map->imported->plan->arena;
    size_t letters = strcspn(name, "0123456789");
    size_t digits = strspn(name + letters, "0123456789");
    const char *behind = name + letters + digits;
    int number;
    char *word = letters ? arena_strndup(arena, name, letters)
                         : arena_strdup(arena, behind + strspn(behind, " .#"));
    size_t length = strlen(word);
    while (length && strchr(" #.:-", word[length - 1]))
        word[--length] = '\0';
    if (!digits || digits > 2 || (letters && *behind) ||
        !decimal_parse(arena_strndup(arena, name + letters, digits), 0, &number))
        return 0;
    enum table_column column = columns_named(map, word);
    return column == COLUMN_TITLE || column == COLUMN_WEEKDAY ? number : 0;
}

/* "Long run", "Tempo": what the runs of a column are. */
static bool names_kind(const struct column_map *map, const char *text)
{
    struct cell_hints hints = {.words = map->imported->hints->words,
                               .language = map->language,
                               .units = UNKNOWN,
                               .small_m = UNIT_NONE};
    struct cell_reading read = cell_read(text, &hints, map->imported->scratch);
    return read.what == CELL_SESSIONS && read.count == 1 &&
           (read.sessions[0].sport != SPORT_UNKNOWN && read.sessions[0].kind >= 0) &&
           read.sessions[0].distance.hi == UNKNOWN && read.sessions[0].duration.hi == UNKNOWN;
}

/* Runs are laid over the week as evenly as it goes, the last on its last day. */
static int day_of_run(size_t run, size_t count)
{
    size_t before = 2 * (count - 1 - run) * DAYS_PER_WEEK + count;
    return DAYS_PER_WEEK - 1 - (int)(before / (2 * count));
}

static void tell_days(struct column_map *map, size_t count)
{
    struct arena *arena = map->imported->plan->arena;
    const char *days = "";
    for (size_t run = 0; run < count; run++)
        days = arena_printf(arena, "%s%s%s", days,
                            run == 0           ? ""
                            : run + 1 == count ? " and "
                                               : ", ",
                            weekday_long_name((enum weekday)day_of_run(run, count)));
    imported_plan_warn(map->imported, map->row->cells[0].place,
                       "no column names a weekday: the runs of each week are laid on %s; head "
                       "them with their weekdays to say others",
                       days);
}

bool week_columns_runs(struct column_map *map)
{
    size_t runs[MOST_COLUMNS], count = 0, numbered = 0;
    const char *names[MOST_COLUMNS] = {NULL};
    if (columns_have(map, COLUMN_DATE) || columns_have(map, COLUMN_START))
        return false;
    for (size_t i = 0; i < map->row->count; i++) {
        const char *name = columns_plain(map, map->row->cells[i].text);
        int number = number_of_run(map, name);
        bool is_kind = !number && *name && map->columns[i] == COLUMN_NONE && names_kind(map, name);
        if (map->weekdays[i] >= 0 && !number)
            return false;
        numbered += number > 0;
        if (is_kind)
            names[i] = map->row->cells[i].text;
        if (number || is_kind)
            runs[count++] = i;
    }
    bool has_weeks = columns_have(map, COLUMN_WEEK);
    if (count < LEAST_RUNS || count > DAYS_PER_WEEK || (!numbered && !has_weeks) ||
        (numbered < LEAST_RUNS && !has_weeks))
        return false;
    for (size_t run = 0; run < count; run++) {
        map->columns[runs[run]] = COLUMN_NONE;
        map->weekdays[runs[run]] = day_of_run(run, count);
        map->kinds[runs[run]] = names[runs[run]];
    }
    map->is_grid = true;
    map->weekday_first = MONDAY;
    if (count < DAYS_PER_WEEK)
        tell_days(map, count);
    return true;
}

/* ---- weeks side by side ---- */

/* "Week 3", "W3", "3": its number; 0: no week. */
static int number_of_week(const struct column_map *map, const char *name)
{
    struct arena *arena = map->imported->plan->arena;
    size_t letters = strcspn(name, "0123456789"), length = letters;
    int number;
    char *word = arena_strndup(arena, name, letters);
    while (length && strchr(" #.:-", word[length - 1]))
        word[--length] = '\0';
    bool is_week = !*word || strcmp(word, "w") == 0 || columns_named(map, word) == COLUMN_WEEK;
    return is_week && decimal_parse(name + letters, 0, &number) && number <= MOST_WEEK_NUMBER
               ? number
               : 0;
}

bool week_columns_weeks(struct column_map *map)
{
    int last = 0;
    size_t count = 0;
    for (size_t i = 0; i < map->row->count; i++) {
        int number = number_of_week(map, columns_plain(map, map->row->cells[i].text));
        if (number && number <= last)
            return false;
        map->weeks[i] = number;
        last = number ? number : last;
        count += number > 0;
    }
    map->is_across = count >= LEAST_WEEKS && !map->weeks[0];
    return map->is_across;
}

/* The weekday that the row is of; -1: it is a sum, or empty. */
static int weekday_of_row(struct column_map *map)
{
    const struct cell *label = NULL;
    for (size_t i = 0; i < map->row->count && !label; i++)
        if (!map->weeks[i] && *map->row->cells[i].text)
            label = &map->row->cells[i];
    const char *name = label ? columns_plain(map, label->text) : "";
    int day = columns_weekday_any(map, name);
    if (day < 0 && *name && columns_named(map, name) != COLUMN_UNREAD)
        imported_plan_fail(map->imported, label->place,
                           "'%.40s' names no weekday; a table with a column a week needs one in "
                           "front of each row",
                           label->text);
    return day;
}

void week_columns_read_row(struct column_map *map)
{
    struct imported_plan *imported = map->imported;
    int day = weekday_of_row(map);
    imported->is_undated = true;
    imported->week_start = MONDAY;
    for (size_t i = 0; i < map->row->count && day >= 0; i++) {
        const struct cell *cell = &map->row->cells[i];
        if (!map->weeks[i])
            continue;
        int place = (map->weeks[i] - 1) * DAYS_PER_WEEK + day;
        imported_plan_cover(imported, place);
        if (*cell->text)
            imported_plan_add_text(imported, place, cell->text, cell->place);
    }
}
