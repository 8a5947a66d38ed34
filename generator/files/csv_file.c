/* CSV (RFC 4180, and with ";" or tabs): a row a day, or a row a week and a column a day. */
#include <stdlib.h>
#include <string.h>

#include "files/choices.h"
#include "files/foreign.h"

#define MOST_ROWS        3000
#define MOST_COLUMNS     64
#define MOST_WEEK_NUMBER 120
#define LEAST_WEEKDAYS   5   /* columns named after weekdays, from which on it is a grid */
#define SHORTEST_S       600 /* two numbers that would be less are hours and minutes */

struct cell {
    const char *text; /* "" where it is empty */
    struct place place;
};

struct row {
    struct cell cells[MOST_COLUMNS];
    size_t count;
};

struct table {
    struct foreign *foreign;
    const char *at; /* what is left to read */
    struct place place;
    char separator;
    size_t rows;
    struct row row; /* the current one */
    /* of the headings: */
    enum table_column columns[MOST_COLUMNS];
    int weekdays[MOST_COLUMNS]; /* an enum weekday, or -1 */
    int units[MOST_COLUMNS];    /* an enum units, or UNKNOWN */
    bool is_grid;
    int weekday_first; /* of the grid: the weekday of its first column of a day */
};

/* ---- cells ---- */

static void step(struct table *table)
{
    table->place.column += ((unsigned char)*table->at & 0xC0) != 0x80;
    if (*table->at == '\n')
        table->place = (struct place){table->place.line + 1, 1};
    table->at++;
}

static bool ends_cell(const struct table *table)
{
    return !*table->at || *table->at == table->separator || *table->at == '\n' ||
           *table->at == '\r';
}

/* The text between quotes, where "" stands for one; false where they are not closed. */
static bool read_quoted(struct table *table, char *text)
{
    struct place opened = table->place;
    for (step(table); *table->at; step(table)) {
        if (*table->at == '"') {
            step(table);
            if (*table->at != '"') {
                *text = '\0';
                return true;
            }
        }
        *text++ = *table->at;
    }
    foreign_fail(table->foreign, opened, "a quote is opened and never closed; write \" as \"\"");
    return false;
}

/* Blanks around a text, and the apostrophe that keeps a spreadsheet from calculating with it. */
static const char *trimmed(char *text)
{
    text += strspn(text, " \t");
    for (size_t length = strlen(text); length && strchr(" \t", text[length - 1]);)
        text[--length] = '\0';
    return *text == '\'' && text[1] && strchr("=+-@\t\r", text[1]) ? text + 1 : text;
}

static bool read_cell(struct table *table, struct cell *cell)
{
    struct arena *arena = table->foreign->plan->arena;
    while (*table->at == ' ')
        step(table);
    cell->place = table->place;
    if (*table->at == '"') {
        const char *end = table->at;
        for (end++; *end && (*end != '"' || end[1] == '"'); end += *end == '"' ? 2 : 1)
            ;
        char *text = arena_alloc(arena, (size_t)(end - table->at) + 1);
        if (!read_quoted(table, text))
            return false;
        while (*table->at == ' ')
            step(table);
        if (!ends_cell(table)) {
            foreign_fail(table->foreign, table->place,
                         "text behind a closing quote; put the whole cell into quotes");
            return false;
        }
        cell->text = trimmed(text);
        return true;
    }
    const char *start = table->at;
    while (!ends_cell(table))
        step(table);
    cell->text = trimmed(arena_strndup(arena, start, (size_t)(table->at - start)));
    return true;
}

/* The next row; false at the end, or after a mistake. */
static bool read_row(struct table *table)
{
    struct row *row = &table->row;
    row->count = 0;
    if (!*table->at)
        return false;
    if (table->rows++ == MOST_ROWS) {
        foreign_fail(table->foreign, table->place, "more than %d rows; hand in one plan a file",
                     MOST_ROWS);
        return false;
    }
    for (;;) {
        if (row->count == MOST_COLUMNS) {
            foreign_fail(table->foreign, table->place, "more than %d columns", MOST_COLUMNS);
            return false;
        }
        if (!read_cell(table, &row->cells[row->count++]))
            return false;
        if (*table->at != table->separator)
            break;
        step(table);
    }
    while (*table->at == '\r')
        step(table);
    if (*table->at == '\n')
        step(table);
    return true;
}

static bool row_is_empty(const struct row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (*row->cells[i].text)
            return false;
    return true;
}

/* The separator that the first line holds most of, outside quotes. */
static char find_separator(const char *text)
{
    static const char separators[] = ",;\t";
    size_t counts[sizeof separators - 1] = {0};
    bool is_quoted = false;
    for (const char *at = text; *at && (is_quoted || *at != '\n'); at++) {
        const char *found = strchr(separators, *at);
        is_quoted = is_quoted != (*at == '"');
        if (found && !is_quoted)
            counts[found - separators]++;
    }
    size_t best = 0;
    for (size_t i = 1; i < sizeof counts / sizeof *counts; i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

/* ---- headings ---- */

static int weekday_of(const char *name)
{
    size_t length = strlen(name);
    for (int day = 0; day < DAYS_PER_WEEK; day++) {
        const char *long_name = weekday_long_name((enum weekday)day);
        if (length >= 3 && length <= strlen(long_name) &&
            strncmp(name + 1, long_name + 1, length - 1) == 0 &&
            name[0] == weekday_name((enum weekday)day)[0])
            return day;
    }
    if (strncmp(name, "day ", 4) == 0 && name[4] >= '1' && name[4] <= '7' && !name[5])
        return name[4] - '1';
    return -1;
}

/* Takes a unit in the heading ("distance (mi)") out of it. */
static int take_units(char *heading)
{
    static const struct {
        const char *word;
        int units;
    } words[] = {{"km", UNITS_KM},         {"kms", UNITS_KM},     {"kilometers", UNITS_KM},
                 {"kilometres", UNITS_KM}, {"mi", UNITS_MI},      {"mile", UNITS_MI},
                 {"miles", UNITS_MI},      {"mileage", UNITS_MI}, {"m", UNKNOWN}};
    for (char *at = heading; *at; at++)
        if (strchr("()[],.:/", *at))
            *at = ' ';
    size_t length = strlen(heading);
    while (length && heading[length - 1] == ' ')
        heading[--length] = '\0';
    char *last = strrchr(heading, ' ');
    last = last ? last + 1 : heading;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(last, words[i].word) != 0)
            continue;
        *last = '\0';
        while (last > heading && last[-1] == ' ')
            *--last = '\0';
        return words[i].units;
    }
    return UNKNOWN;
}

static enum table_column column_of(const struct word_table *words, const char *name)
{
    for (size_t i = 0; i < words->column_count; i++)
        for (size_t n = 0; n < words->columns[i].name_count; n++)
            if (strcmp(words->columns[i].names[n], name) == 0)
                return words->columns[i].column;
    return COLUMN_NONE;
}

static bool has_column(const struct table *table, enum table_column column)
{
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        if (table->columns[i] == column)
            return true;
    return false;
}

static bool read_headings(struct table *table)
{
    struct foreign *foreign = table->foreign;
    int weekdays = 0;
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        table->columns[i] = COLUMN_NONE;
        table->weekdays[i] = -1;
        table->units[i] = UNKNOWN;
    }
    if (!read_row(table))
        return false;
    for (size_t i = 0; i < table->row.count; i++) {
        char *name = word_table_plain(table->row.cells[i].text, foreign->plan->arena);
        table->units[i] = take_units(name);
        table->columns[i] = *name ? column_of(foreign->hints->words, name) : COLUMN_NONE;
        if (!*name && table->units[i] != UNKNOWN)
            table->columns[i] = COLUMN_DISTANCE; /* "miles" */
        table->weekdays[i] = weekday_of(name);
        if (table->weekdays[i] >= 0 && weekdays++ == 0)
            table->weekday_first = table->weekdays[i];
        if (foreign->units == UNKNOWN)
            foreign->units = table->units[i];
    }
    table->is_grid = weekdays >= LEAST_WEEKDAYS;
    bool has_days = has_column(table, COLUMN_DATE) ||
                    (has_column(table, COLUMN_WEEK) && has_column(table, COLUMN_WEEKDAY));
    if (table->is_grid || has_days)
        return true;
    foreign_fail(foreign, (struct place){1, 1},
                 "no heading names the days; head the columns of a row a day with date, kind, "
                 "title, distance_km, ..., or those of a row a week with Monday to Sunday");
    return false;
}

/* The cell of a column in the current row, or NULL where it is empty or isn't there. */
static const struct cell *find_cell(const struct table *table, enum table_column column,
                                    size_t *index)
{
    for (size_t i = 0; i < table->row.count; i++)
        if (table->columns[i] == column && *table->row.cells[i].text) {
            if (index)
                *index = i;
            return &table->row.cells[i];
        }
    return NULL;
}

static bool read_date(struct table *table, const struct cell *cell, int *date)
{
    if (date_parse(cell->text, date))
        return true;
    foreign_fail(table->foreign, cell->place, "'%.40s' is no date; write it like 2027-01-31",
                 cell->text);
    return false;
}

/* ---- a row a week ---- */

/* Weeks without dates are taken in the order of their rows, whatever numbers they have. */
static void warn_of_number(struct table *table, size_t index)
{
    const struct cell *week = find_cell(table, COLUMN_WEEK, NULL);
    int number;
    if (week && decimal_parse(week->text, 0, &number) && number != (int)index + 1)
        foreign_warn(table->foreign, week->place,
                     "the week that is numbered %d is told of as week %zu, by its place", number,
                     index + 1);
}

static void read_week_row(struct table *table, size_t index)
{
    struct foreign *foreign = table->foreign;
    const struct cell *start = find_cell(table, COLUMN_START, NULL);
    start = start ? start : find_cell(table, COLUMN_DATE, NULL);
    int first = (int)index * DAYS_PER_WEEK;
    if (index == 0)
        foreign->is_undated = !start;
    if (!start == !foreign->is_undated) {
        foreign_fail(foreign, table->row.cells[0].place,
                     "some weeks have a date and some have none; give all or none of them");
        return;
    }
    if (start && !read_date(table, start, &first))
        return;
    if (start && date_weekday(first) != (enum weekday)table->weekday_first) {
        foreign_fail(foreign, start->place, "is a %s, but the first column is %s",
                     weekday_long_name(date_weekday(first)),
                     weekday_long_name((enum weekday)table->weekday_first));
        return;
    }
    if (!start)
        warn_of_number(table, index);
    foreign->week_start = start ? first : table->weekday_first;
    foreign_cover(foreign, first);
    foreign_cover(foreign, first + DAYS_PER_WEEK - 1);
    for (size_t i = 0; i < table->row.count; i++)
        if (table->weekdays[i] >= 0)
            foreign_add_text(foreign,
                             first + weekday_offset((enum weekday)table->weekdays[i],
                                                    (enum weekday)table->weekday_first),
                             table->row.cells[i].text, table->row.cells[i].place);
}

/* ---- a row a day ---- */

/* The index of a word in a closed set, or -1. */
static int choice(const struct cell *cell, const cyaml_strval_t *choices, size_t count)
{
    for (size_t i = 0; cell && i < count; i++)
        if (strcmp(cell->text, choices[i].str) == 0)
            return (int)choices[i].val;
    return -1;
}

/* The day of a row, by its date or else by week number and weekday. */
static bool read_day(struct table *table, int *day)
{
    struct foreign *foreign = table->foreign;
    const struct cell *date = find_cell(table, COLUMN_DATE, NULL);
    if (has_column(table, COLUMN_DATE)) {
        if (!date)
            foreign_fail(foreign, table->row.cells[0].place, "this row has no date");
        return date && read_date(table, date, day);
    }
    const struct cell *week = find_cell(table, COLUMN_WEEK, NULL);
    const struct cell *weekday = find_cell(table, COLUMN_WEEKDAY, NULL);
    int number;
    int offset = weekday ? weekday_of(word_table_plain(weekday->text, foreign->plan->arena)) : -1;
    foreign->is_undated = true;
    if (!week || offset < 0 || !decimal_parse(week->text, 0, &number) || number < 1 ||
        number > MOST_WEEK_NUMBER) {
        foreign_fail(foreign, table->row.cells[0].place,
                     "this row needs a date, or a week's number and a weekday like mon");
        return false;
    }
    *day = (number - 1) * DAYS_PER_WEEK + offset;
    return true;
}

/* Whole metres of a column; a text that is none stays unknown, with a warning. */
static int read_metres(struct table *table, enum table_column column)
{
    const struct cell *cell = find_cell(table, column, NULL);
    int metres;
    if (!cell)
        return UNKNOWN;
    if (decimal_parse(cell->text, 0, &metres) && metres <= 30000)
        return metres;
    foreign_warn(table->foreign, cell->place, "'%.40s' are no whole metres; they count as unknown",
                 cell->text);
    return UNKNOWN;
}

static void read_numbers(struct table *table, struct session_text *read)
{
    struct foreign *foreign = table->foreign;
    size_t index;
    int least, hundredths, units, seconds;
    const struct cell *cell = find_cell(table, COLUMN_DISTANCE, &index);
    if (cell &&
        session_text_distance(cell->text, foreign->plan->arena, &least, &hundredths, &units))
        foreign_state_distance(foreign, read, least, hundredths,
                               units != UNKNOWN ? units : table->units[index], cell->place);
    else if (cell)
        foreign_warn(foreign, cell->place, "'%.40s' is no distance; it counts as unknown",
                     cell->text);
    cell = find_cell(table, COLUMN_DURATION, NULL);
    if (cell && duration_parse(cell->text, &seconds)) {
        if (seconds < SHORTEST_S) /* "1:05" is an hour and five minutes */
            hours_minutes_parse(cell->text, &seconds);
        read->session.duration_s = seconds;
    }
    int climb_m = read_metres(table, COLUMN_CLIMB), descent_m = read_metres(table, COLUMN_DESCENT);
    read->session.climb_m = climb_m != UNKNOWN ? climb_m : read->session.climb_m;
    read->session.descent_m = descent_m != UNKNOWN ? descent_m : read->session.descent_m;
}

/* The words of the table for effort or terrain, in whatever form. */
static struct session_text words_of(const struct table *table, const struct cell *cell)
{
    return session_text_read(table->foreign->hints->words, cell ? cell->text : "",
                             table->foreign->plan->arena);
}

/* The row's session: its title in words, then what stands in columns of its own, which wins. */
static struct session_text read_session(struct table *table)
{
    struct arena *arena = table->foreign->plan->arena;
    const struct cell *kind = find_cell(table, COLUMN_KIND, NULL);
    const struct cell *title = find_cell(table, COLUMN_TITLE, NULL);
    const struct cell *effort = find_cell(table, COLUMN_EFFORT, NULL);
    const struct cell *terrain = find_cell(table, COLUMN_TERRAIN, NULL);
    /* What hillplan wrote says all in columns. */
    struct session_text read = words_of(table, has_column(table, COLUMN_WEEK_KIND) ? NULL : title);
    struct session_text of_kind = words_of(table, kind);
    struct session *session = &read.session;
    session->title = arena_strdup(arena, title ? title->text : kind ? kind->text : "");
    int exact = choice(kind, session_kind_choices, SESSION_KIND_COUNT);
    if (exact >= 0 || of_kind.session.kind != SESSION_KIND_NONE) {
        session->kind = exact >= 0 ? (enum session_kind)exact : of_kind.session.kind;
        read.is_understood = true;
        read.is_rest = false;
    }
    if (session->effort == EFFORT_NONE || exact >= 0)
        session->effort =
            exact >= 0 && has_column(table, COLUMN_EFFORT) ? EFFORT_NONE : of_kind.session.effort;
    if (exact >= 0 && has_column(table, COLUMN_TERRAIN))
        session->terrain = TERRAIN_NONE;
    if (effort)
        session->effort = words_of(table, effort).session.effort;
    if (terrain) {
        int word = choice(terrain, terrain_choices, TERRAIN_COUNT);
        session->terrain =
            word >= 0 ? (enum terrain)word : words_of(table, terrain).session.terrain;
    }
    read_numbers(table, &read);
    read.is_understood = read.is_understood || of_kind.is_understood;
    read.is_rest = read.is_rest && (!kind || of_kind.is_rest);
    return read;
}

static void read_day_row(struct table *table)
{
    struct foreign *foreign = table->foreign;
    int day;
    if (!read_day(table, &day))
        return;
    if (foreign->week_start == NO_DATE && !foreign->is_undated && date_weekday(day) == SUNDAY)
        foreign->week_start = day; /* where it is the first row, as in what hillplan writes */
    else if (foreign->week_start == NO_DATE && !foreign->is_undated)
        foreign->week_start = date_on_or_before(day, MONDAY);
    foreign_cover(foreign, day);
    struct session_text read = read_session(table);
    foreign_add(foreign, day, &read, table->row.cells[0].place);
    const struct cell *also = find_cell(table, COLUMN_ALSO, NULL);
    if (also)
        foreign_add_text(foreign, day, also->text, also->place);
    int phase = choice(find_cell(table, COLUMN_PHASE, NULL), phase_choices, PHASE_COUNT);
    int kind = choice(find_cell(table, COLUMN_WEEK_KIND, NULL), week_kind_choices, WEEK_KIND_COUNT);
    if (phase >= 0 || kind >= 0)
        foreign_note_week(foreign, day, phase, kind);
}

void csv_read(struct foreign *foreign, const char *text)
{
    struct table *table = arena_alloc(foreign->plan->arena, sizeof *table);
    table->foreign = foreign;
    table->at = text;
    table->place = (struct place){1, 1};
    table->separator = find_separator(text);
    if (!read_headings(table))
        return;
    for (size_t rows = 0; read_row(table) && !foreign->failed;) {
        if (row_is_empty(&table->row))
            continue;
        if (table->is_grid)
            read_week_row(table, rows++);
        else
            read_day_row(table);
    }
}
