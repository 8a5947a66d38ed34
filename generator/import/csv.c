/* CSV (RFC 4180, and with ";" or tabs): a row a day, or a row a week and a column a day. */
#include <string.h>

#include "import/columns.h"

#define MOST_ROWS 3000

/* The column of dates holds weekdays, as "jour" may; then it is one of them. */
static void find_weekdays(struct column_map *map)
{
    const struct csv_table begin = map->csv;
    bool are_weekdays = columns_have(map, COLUMN_WEEK) && !columns_have(map, COLUMN_WEEKDAY);
    enum word_language language = map->language;
    while (are_weekdays && columns_next_row(map)) {
        const struct cell *date = columns_cell(map, COLUMN_DATE, NULL);
        are_weekdays = !date || columns_weekday_any(map, columns_plain(map, date->text)) >= 0;
    }
    map->csv = begin;
    map->language = language;
    for (size_t i = 0; i < MOST_COLUMNS && are_weekdays; i++)
        if (map->columns[i] == COLUMN_DATE)
            map->columns[i] = COLUMN_WEEKDAY;
}

/* Two columns of titles, of which the first has no figures: it says of what kind they are. */
static void find_titles(struct column_map *map)
{
    const struct csv_table begin = map->csv;
    size_t titles[2] = {0}, count = 0;
    int rows[2] = {0}, figures[2] = {0};
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        if (map->columns[i] == COLUMN_TITLE && count < 2)
            titles[count++] = i;
    bool may_be_kind = count == 2 && !columns_have(map, COLUMN_KIND) &&
                       !columns_have(map, COLUMN_DISTANCE) && !columns_have(map, COLUMN_DURATION);
    while (may_be_kind && columns_next_row(map))
        for (size_t t = 0; t < 2; t++) {
            const char *text = titles[t] < map->row->count ? map->row->cells[titles[t]].text : "";
            rows[t] += *text != '\0';
            figures[t] += text[strcspn(text, "0123456789")] != '\0';
        }
    map->csv = begin;
    if (may_be_kind && rows[0] && !figures[0] && 2 * figures[1] >= rows[1])
        map->columns[titles[0]] = COLUMN_KIND;
}

/* Goes through all dates before the first is read: "1/4/2027" alone does not tell its month. */
static void find_date_order(struct column_map *map)
{
    const struct csv_table begin = map->csv;
    struct date_orders orders = {.count = 0};
    while (columns_next_row(map)) {
        const struct cell *date = columns_date(map);
        if (date)
            csv_date_note(&orders, date->text);
    }
    map->csv = begin;
    map->date_order = csv_date_order(&orders);
}

static bool read_date(struct column_map *map, const struct cell *cell, int *date)
{
    enum date_reading reading = csv_date_read(cell->text, map->date_order, date);
    if (reading == DATE_IS_AMBIGUOUS)
        imported_plan_fail(map->imported, cell->place,
                           "'%.40s' may have the day or the month first; write it like 2027-01-31",
                           cell->text);
    else if (reading == DATE_IS_NONE)
        imported_plan_fail(map->imported, cell->place,
                           "'%.40s' is no date; write it like 2027-01-31", cell->text);
    return reading == DATE_READ;
}

/* ---- a row a week ---- */

/* "3", "Week 3" */
static bool week_number(const char *text, int *number)
{
    return decimal_parse(text + strcspn(text, "0123456789"), 0, number);
}

/* Weeks without dates are taken in the order of their rows, whatever numbers they have. */
static void warn_of_number(struct column_map *map, size_t index)
{
    const struct cell *week = columns_cell(map, COLUMN_WEEK, NULL);
    int number;
    if (week && week_number(week->text, &number) && number != (int)index + 1)
        imported_plan_warn(map->imported, week->place,
                           "the week that is numbered %d is told of as week %zu, by its place",
                           number, index + 1);
}

/* "3", "Week 3"; but "Phase 2" and "Weeks 3-4" head others. */
static bool is_one_week(const struct column_map *map, const char *name)
{
    size_t letters = strcspn(name, "0123456789");
    const char *number = name + letters, *end = number + strspn(number, "0123456789");
    char *word = arena_strndup(map->imported->plan->arena, name, letters);
    while (letters && strchr(" #.:-", word[letters - 1]))
        word[--letters] = '\0';
    return end > number && !end[strspn(end, " ")] &&
           (!*word || columns_named(map, word) == COLUMN_WEEK);
}

/* Whether the row holds a sum, or a heading of the weeks that follow. */
static bool is_no_week(const struct column_map *map)
{
    bool has_days = false;
    const struct cell *label = NULL;
    for (size_t i = 0; i < map->row->count; i++) {
        const struct cell *cell = &map->row->cells[i];
        bool is_day = map->weekdays[i] >= 0;
        has_days = has_days || (is_day && *cell->text);
        if (!label && !is_day && *cell->text)
            label = cell;
    }
    if (!label)
        return !has_days;
    int start;
    const char *name = columns_plain(map, label->text);
    const struct cell *date = columns_date(map);
    bool has_date = date && csv_date_read(date->text, map->date_order, &start) == DATE_READ;
    return columns_named(map, name) == COLUMN_UNREAD ||
           (!has_days && !has_date && !is_one_week(map, name));
}

static void read_week_row(struct column_map *map, size_t index)
{
    struct imported_plan *imported = map->imported;
    const struct cell *start = columns_date(map);
    int first = (int)index * DAYS_PER_WEEK;
    if (index == 0)
        imported->is_undated = !start;
    if (!start == !imported->is_undated) {
        imported_plan_fail(imported, map->row->cells[0].place,
                           "some weeks have a date and some have none; give all or none of them");
        return;
    }
    if (start && !read_date(map, start, &first))
        return;
    if (start && date_weekday(first) != (enum weekday)map->weekday_first) {
        imported_plan_fail(imported, start->place, "is a %s, but the first column is %s",
                           weekday_long_name(date_weekday(first)),
                           weekday_long_name((enum weekday)map->weekday_first));
        return;
    }
    if (!start)
        warn_of_number(map, index);
    imported->week_start = start ? first : map->weekday_first;
    imported_plan_cover(imported, first);
    imported_plan_cover(imported, first + DAYS_PER_WEEK - 1);
    for (size_t i = 0; i < map->row->count; i++) {
        const struct cell *cell = &map->row->cells[i];
        if (map->weekdays[i] < 0)
            continue;
        int day = first +
                  weekday_offset((enum weekday)map->weekdays[i], (enum weekday)map->weekday_first);
        const char *kind = map->kinds[i];
        if (kind && *cell->text)
            imported_plan_add_text(imported, day,
                                   arena_printf(imported->plan->arena, "%s: %s", kind, cell->text),
                                   cell->place);
        else if (map->is_ours)
            own_cells_add(imported, day, cell->text, cell->place);
        else
            imported_plan_add_text(imported, day, cell->text, cell->place);
    }
}

/* ---- a row a day ---- */

/* The weekday in the row's column for it, or -1. */
static int stated_weekday(struct column_map *map)
{
    const struct cell *cell = columns_cell(map, COLUMN_WEEKDAY, NULL);
    return cell ? columns_weekday_any(map, columns_plain(map, cell->text)) : -1;
}

/* A date that contradicts the weekday beside it was hardly meant. */
static void warn_of_weekday(struct column_map *map, int date)
{
    char text[DATE_TEXT_SIZE];
    int stated = stated_weekday(map);
    if (stated >= 0 && stated != (int)date_weekday(date))
        imported_plan_warn(map->imported, columns_cell(map, COLUMN_WEEKDAY, NULL)->place,
                           "%s is a %s, not a %s; the date counts", date_format(date, text),
                           weekday_long_name(date_weekday(date)),
                           weekday_long_name((enum weekday)stated));
}

/* The cell of a column; where it is empty, as merged cells are, that of the row above. */
static const struct cell *cell_or_above(struct column_map *map, enum table_column column,
                                        size_t place)
{
    const struct cell *cell = columns_cell(map, column, NULL);
    if (cell)
        map->above[place] = *cell;
    return map->above[place].text ? &map->above[place] : NULL;
}

/* The day of a row, by its date or else by week number and weekday. */
static bool read_day(struct column_map *map, int *day)
{
    struct imported_plan *imported = map->imported;
    const struct cell *date = cell_or_above(map, COLUMN_DATE, 0);
    if (columns_have(map, COLUMN_DATE)) {
        if (!date)
            imported_plan_fail(imported, map->row->cells[0].place, "this row has no date");
        if (!date || !read_date(map, date, day))
            return false;
        warn_of_weekday(map, *day);
        return true;
    }
    const struct cell *week = cell_or_above(map, COLUMN_WEEK, 1);
    int number, offset = stated_weekday(map);
    imported->is_undated = true;
    if (!week || offset < 0 || !week_number(week->text, &number) || number < 1 ||
        number > MOST_WEEK_NUMBER) {
        imported_plan_fail(imported, map->row->cells[0].place,
                           "this row needs a date, or a week's number and a weekday like mon");
        return false;
    }
    *day = (number - 1) * DAYS_PER_WEEK + offset;
    return true;
}

static void read_day_row(struct column_map *map)
{
    struct imported_plan *imported = map->imported;
    int day;
    if (!read_day(map, &day))
        return;
    if (imported->week_start == NO_DATE && !imported->is_undated && date_weekday(day) == SUNDAY)
        imported->week_start = day; /* where it is the first row, as in what hillplan writes */
    else if (imported->week_start == NO_DATE && !imported->is_undated)
        imported->week_start = date_on_or_before(day, MONDAY);
    imported_plan_cover(imported, day);
    struct stated_session stated = fields_read(map);
    imported_plan_add(imported, day, &stated, map->row->cells[0].place);
    const struct cell *also = columns_cell(map, COLUMN_ALSO, NULL);
    if (also)
        imported_plan_add_also(imported, day, also->text, also->place);
    int phase = fields_choice(columns_cell(map, COLUMN_PHASE, NULL), &phase_words);
    int kind = fields_choice(columns_cell(map, COLUMN_WEEK_KIND, NULL), &week_kind_words);
    if (phase >= 0 || kind >= 0)
        imported_plan_note_week(imported, day, phase, kind);
}

void csv_read(struct imported_plan *imported, const char *text)
{
    struct column_map *map = arena_alloc(imported->plan->arena, sizeof *map);
    *map = (struct column_map){.imported = imported, .row = &map->csv.row};
    csv_table_begin(&map->csv, imported->name, text, MOST_ROWS, imported->plan->arena,
                    imported->error);
    if (!columns_read(map))
        return;
    while (map->is_across && !imported->failed && columns_next_row(map))
        week_columns_read_row(map);
    if (map->is_across)
        return;
    if (!map->is_grid) {
        find_weekdays(map);
        find_titles(map);
    }
    find_date_order(map);
    for (size_t rows = 0; !imported->failed && columns_next_row(map);) {
        if (csv_row_is_empty(map->row) || (map->is_grid && is_no_week(map)))
            continue;
        if (map->is_grid)
            read_week_row(map, rows++);
        else
            read_day_row(map);
    }
}