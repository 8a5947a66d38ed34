/* CSV (RFC 4180, and with ";" or tabs): a row a day, or a row a week and a column a day. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "files/choices.h"
#include "import/csv_date.h"
#include "import/csv_table.h"
#include "import/numbers.h"

#define MOST_WEEK_NUMBER 120
#define MOST_TITLE_ROWS  10  /* above the headings */
#define LEAST_WEEKDAYS   5   /* columns named after weekdays, from which on it is a grid */
#define SHORTEST_S       600 /* two numbers that would be less are hours and minutes */

/* A table whose headings say what its columns hold. */
struct table {
    struct csv_table csv;
    struct foreign *foreign;
    const struct row *row; /* the current one */
    enum table_column columns[MOST_COLUMNS];
    int weekdays[MOST_COLUMNS]; /* an enum weekday, or -1 */
    enum measure measures[MOST_COLUMNS];
    bool is_grid;
    int weekday_first; /* of the grid: the weekday of its first column of a day */
    enum date_order date_order;
};

/* ---- headings ---- */

/* The weekday that a name begins with a word for: "mon", "Thurs", "Monday AM"; or -1. */
static int weekday_of(const char *name)
{
    size_t length = strcspn(name, " ");
    for (int day = 0; day < DAYS_PER_WEEK; day++) {
        const char *long_name = weekday_long_name((enum weekday)day);
        if (length >= 2 && length <= strlen(long_name) &&
            strncmp(name + 1, long_name + 1, length - 1) == 0 &&
            name[0] == weekday_name((enum weekday)day)[0])
            return day;
    }
    if (strcmp(name, "weds") == 0)
        return WEDNESDAY;
    if (strncmp(name, "day ", 4) == 0 && name[4] >= '1' && name[4] <= '7' && !name[5])
        return name[4] - '1';
    return -1;
}

/* Takes a unit in the heading ("distance (mi)") out of it. */
static enum measure take_measure(char *heading)
{
    for (char *at = heading; *at; at++)
        if (strchr("()[],.:/", *at))
            *at = ' ';
    size_t length = strlen(heading);
    while (length && heading[length - 1] == ' ')
        heading[--length] = '\0';
    char *last = strrchr(heading, ' ');
    last = last ? last + 1 : heading;
    const char *end = last;
    enum measure measure = strcmp(last, "mileage") == 0 ? MEASURE_MI : number_text_measure(&end);
    bool is_length = measure == MEASURE_KM || measure == MEASURE_MI || measure == MEASURE_M ||
                     measure == MEASURE_FT;
    if (!is_length || *end)
        return MEASURE_NONE;
    *last = '\0';
    while (last > heading && last[-1] == ' ')
        *--last = '\0';
    return measure;
}

static int units_of_measure(enum measure measure)
{
    return measure == MEASURE_KM ? (int)UNITS_KM : measure == MEASURE_MI ? (int)UNITS_MI : UNKNOWN;
}

/* "12 weeks to a half marathon (miles)" */
static int units_of_title(const struct table *table)
{
    for (size_t i = 0; i < table->row->count; i++) {
        const char *text = table->row->cells[i].text;
        size_t length = strlen(text);
        if (length && text[length - 1] == ')' && units_of_measure(table->measures[i]) != UNKNOWN)
            return units_of_measure(table->measures[i]);
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

/* "M T W T F S S", or beginning with another day: columns in a row that only their order tells. */
static void note_letters(struct table *table, const char *const *names, size_t count)
{
    for (size_t first = 0; first + DAYS_PER_WEEK <= count; first++)
        for (int day = 0; day < DAYS_PER_WEEK; day++) {
            int fitting = 0;
            while (fitting < DAYS_PER_WEEK &&
                   names[first + (size_t)fitting][0] ==
                       weekday_name((enum weekday)((day + fitting) % DAYS_PER_WEEK))[0] &&
                   !names[first + (size_t)fitting][1])
                fitting++;
            for (int i = 0; i < fitting && fitting == DAYS_PER_WEEK; i++)
                table->weekdays[first + (size_t)i] = (day + i) % DAYS_PER_WEEK;
        }
}

/* What the columns hold, if the current row has their headings. */
static void note_headings(struct table *table)
{
    struct foreign *foreign = table->foreign;
    const char *names[MOST_COLUMNS];
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        table->columns[i] = COLUMN_NONE;
        table->weekdays[i] = -1;
        table->measures[i] = MEASURE_NONE;
    }
    for (size_t i = 0; i < table->row->count; i++) {
        char *name = word_table_plain(table->row->cells[i].text, foreign->plan->arena);
        if (strlen(name) > 1) /* "M" is Monday */
            table->measures[i] = take_measure(name);
        table->columns[i] = *name ? column_of(foreign->hints->words, name) : COLUMN_NONE;
        if (!*name && units_of_measure(table->measures[i]) != UNKNOWN)
            table->columns[i] = COLUMN_DISTANCE; /* "miles" */
        table->weekdays[i] = weekday_of(name);
        names[i] = name;
    }
    note_letters(table, names, table->row->count);
}

static bool has_days(struct table *table)
{
    bool has[DAYS_PER_WEEK] = {false};
    int weekdays = 0;
    for (size_t i = MOST_COLUMNS; i-- > 0;)
        if (table->weekdays[i] >= 0) {
            table->weekday_first = table->weekdays[i];
            has[table->weekdays[i]] = true;
        }
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        weekdays += has[day];
    table->is_grid = weekdays >= LEAST_WEEKDAYS;
    for (int day = 0; day < DAYS_PER_WEEK && table->is_grid; day++)
        if (!has[day])
            foreign_fail(table->foreign, table->row->cells[0].place,
                         "no column is headed %s; a row a week needs all seven days",
                         weekday_long_name((enum weekday)day));
    return table->is_grid || has_column(table, COLUMN_DATE) ||
           (has_column(table, COLUMN_WEEK) && has_column(table, COLUMN_WEEKDAY));
}

/* Tells of the columns that nothing is read from, so that a misspelt heading is seen. */
static void warn_of_unread(struct table *table)
{
    const char *unread = NULL;
    struct arena *arena = table->foreign->plan->arena;
    for (size_t i = 0; i < table->row->count; i++) {
        const char *heading = table->row->cells[i].text;
        if (*heading && table->columns[i] == COLUMN_NONE && table->weekdays[i] < 0)
            unread = arena_printf(arena, "%s%s'%.40s'", unread ? unread : "", unread ? ", " : "",
                                  heading);
    }
    if (unread)
        foreign_warn(
            table->foreign, table->row->cells[0].place,
            "nothing is read from %s; templates/words.yaml has the headings that are known",
            unread);
}

/* The first row that names days; above it there may be titles. */
static bool read_headings(struct table *table)
{
    for (size_t rows = 0; rows <= MOST_TITLE_ROWS && csv_table_next(&table->csv); rows++) {
        note_headings(table);
        if (!has_days(table)) {
            if (table->foreign->title_units == UNKNOWN)
                table->foreign->title_units = units_of_title(table);
            continue;
        }
        for (size_t i = 0; i < MOST_COLUMNS && table->foreign->units == UNKNOWN; i++)
            table->foreign->units = units_of_measure(table->measures[i]);
        warn_of_unread(table);
        return !table->foreign->failed;
    }
    if (table->csv.rows > 0 && !table->foreign->failed)
        foreign_fail(table->foreign, (struct place){1, 1},
                     "no heading names the days; head the columns of a row a day with date, kind, "
                     "title, distance_km, ..., or those of a row a week with Monday to Sunday");
    return false;
}

/* The cell of a column in the current row, or NULL where it is empty or isn't there. */
static const struct cell *find_cell(const struct table *table, enum table_column column,
                                    size_t *index)
{
    for (size_t i = 0; i < table->row->count; i++)
        if (table->columns[i] == column && *table->row->cells[i].text) {
            if (index)
                *index = i;
            return &table->row->cells[i];
        }
    return NULL;
}

static const struct cell *find_date(const struct table *table)
{
    const struct cell *start = table->is_grid ? find_cell(table, COLUMN_START, NULL) : NULL;
    return start ? start : find_cell(table, COLUMN_DATE, NULL);
}

/* Goes through all dates before the first is read: "1/4/2027" alone does not tell its month. */
static void find_date_order(struct table *table)
{
    const struct csv_table begin = table->csv;
    struct date_orders orders = {.count = 0};
    while (csv_table_next(&table->csv)) {
        const struct cell *date = find_date(table);
        if (date)
            table_date_note(&orders, date->text);
    }
    table->csv = begin;
    table->date_order = table_date_order(&orders);
}

static bool read_date(struct table *table, const struct cell *cell, int *date)
{
    enum date_reading reading = table_date_read(cell->text, table->date_order, date);
    if (reading == DATE_IS_AMBIGUOUS)
        foreign_fail(table->foreign, cell->place,
                     "'%.40s' may have the day or the month first; write it like 2027-01-31",
                     cell->text);
    else if (reading == DATE_IS_NONE)
        foreign_fail(table->foreign, cell->place, "'%.40s' is no date; write it like 2027-01-31",
                     cell->text);
    return reading == DATE_READ;
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

/* "3", "Week 3"; but "Phase 2" and "Weeks 3-4" head others. */
static bool is_one_week(const struct table *table, const char *name)
{
    size_t letters = strcspn(name, "0123456789");
    const char *number = name + letters, *end = number + strspn(number, "0123456789");
    char *word = arena_strndup(table->foreign->plan->arena, name, letters);
    while (letters && strchr(" #.:-", word[letters - 1]))
        word[--letters] = '\0';
    return end > number && !*skip_blanks(end) &&
           (!*word || column_of(table->foreign->hints->words, word) == COLUMN_WEEK);
}

/* Whether the row holds a sum, or a heading of the weeks that follow. */
static bool is_no_week(const struct table *table)
{
    bool has_days = false;
    const struct cell *label = NULL;
    for (size_t i = 0; i < table->row->count; i++) {
        const struct cell *cell = &table->row->cells[i];
        bool is_day = table->weekdays[i] >= 0;
        has_days = has_days || (is_day && *cell->text);
        if (!label && !is_day && *cell->text)
            label = cell;
    }
    if (!label)
        return !has_days;
    int start;
    const char *name = word_table_plain(label->text, table->foreign->plan->arena);
    const struct cell *date = find_date(table);
    bool has_date = date && table_date_read(date->text, table->date_order, &start) == DATE_READ;
    return column_of(table->foreign->hints->words, name) == COLUMN_UNREAD ||
           (!has_days && !has_date && !is_one_week(table, name));
}

static void read_week_row(struct table *table, size_t index)
{
    struct foreign *foreign = table->foreign;
    const struct cell *start = find_date(table);
    int first = (int)index * DAYS_PER_WEEK;
    if (index == 0)
        foreign->is_undated = !start;
    if (!start == !foreign->is_undated) {
        foreign_fail(foreign, table->row->cells[0].place,
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
    for (size_t i = 0; i < table->row->count; i++)
        if (table->weekdays[i] >= 0)
            foreign_add_text(foreign,
                             first + weekday_offset((enum weekday)table->weekdays[i],
                                                    (enum weekday)table->weekday_first),
                             table->row->cells[i].text, table->row->cells[i].place);
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

/* The weekday in the row's column for it, or -1. */
static int stated_weekday(const struct table *table)
{
    const struct cell *cell = find_cell(table, COLUMN_WEEKDAY, NULL);
    return cell ? weekday_of(word_table_plain(cell->text, table->foreign->plan->arena)) : -1;
}

/* A date that contradicts the weekday beside it was hardly meant. */
static void warn_of_weekday(struct table *table, int date)
{
    char text[DATE_TEXT_SIZE];
    int stated = stated_weekday(table);
    if (stated >= 0 && stated != (int)date_weekday(date))
        foreign_warn(table->foreign, find_cell(table, COLUMN_WEEKDAY, NULL)->place,
                     "%s is a %s, not a %s; the date counts", date_format(date, text),
                     weekday_long_name(date_weekday(date)),
                     weekday_long_name((enum weekday)stated));
}

/* The day of a row, by its date or else by week number and weekday. */
static bool read_day(struct table *table, int *day)
{
    struct foreign *foreign = table->foreign;
    const struct cell *date = find_cell(table, COLUMN_DATE, NULL);
    if (has_column(table, COLUMN_DATE)) {
        if (!date)
            foreign_fail(foreign, table->row->cells[0].place, "this row has no date");
        if (!date || !read_date(table, date, day))
            return false;
        warn_of_weekday(table, *day);
        return true;
    }
    const struct cell *week = find_cell(table, COLUMN_WEEK, NULL);
    int number, offset = stated_weekday(table);
    foreign->is_undated = true;
    if (!week || offset < 0 || !decimal_parse(week->text, 0, &number) || number < 1 ||
        number > MOST_WEEK_NUMBER) {
        foreign_fail(foreign, table->row->cells[0].place,
                     "this row needs a date, or a week's number and a weekday like mon");
        return false;
    }
    *day = (number - 1) * DAYS_PER_WEEK + offset;
    return true;
}

/* The metres of a column; a text that is none stays unknown, with a warning. */
static int read_metres(struct table *table, enum table_column column)
{
    size_t index;
    const struct cell *cell = find_cell(table, column, &index);
    if (!cell)
        return UNKNOWN;
    const char *at = word_table_plain(cell->text, table->foreign->plan->arena);
    int hundredths;
    bool is_number = isdigit((unsigned char)*at) && number_text_read(&at, &hundredths);
    enum measure measure = number_text_measure(&at);
    if (measure == MEASURE_NONE)
        measure = table->measures[index] == MEASURE_FT ? MEASURE_FT : MEASURE_M;
    int metres = is_number ? number_text_metres(hundredths, measure) : UNKNOWN;
    if (metres != UNKNOWN && metres <= MOST_HILLS_M && !*skip_blanks(at))
        return metres;
    foreign_warn(table->foreign, cell->place,
                 "'%.40s' are no metres or feet; they count as unknown", cell->text);
    return UNKNOWN;
}

/* The words of the table for effort or terrain, in whatever form. */
static struct session_text words_of(const struct table *table, const struct cell *cell)
{
    return session_text_read(table->foreign->hints->words, cell ? cell->text : "",
                             table->foreign->plan->arena);
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
                               units != UNKNOWN ? units : units_of_measure(table->measures[index]),
                               cell->place);
    else if (cell)
        foreign_warn(foreign, cell->place, "'%.40s' is no distance; it counts as unknown",
                     cell->text);
    cell = find_cell(table, COLUMN_DURATION, NULL);
    if (cell && duration_parse(cell->text, &seconds)) {
        if (seconds < SHORTEST_S) /* "1:05" is an hour and five minutes */
            hours_minutes_parse(cell->text, &seconds);
        read->session.duration_s = seconds;
    } else if (cell) {
        seconds = words_of(table, cell).session.duration_s; /* "50 min" */
        if (seconds == UNKNOWN)
            foreign_warn(foreign, cell->place,
                         "'%.40s' is no time; it counts as unknown; write it like 0:50:00 or "
                         "50 min",
                         cell->text);
        read->session.duration_s = seconds;
    }
    int climb_m = read_metres(table, COLUMN_CLIMB), descent_m = read_metres(table, COLUMN_DESCENT);
    read->session.climb_m = climb_m != UNKNOWN ? climb_m : read->session.climb_m;
    read->session.descent_m = descent_m != UNKNOWN ? descent_m : read->session.descent_m;
}

/* For people; no rule reads them. */
static void read_notes(const struct table *table, struct session *session)
{
    const struct cell *notes = find_cell(table, COLUMN_NOTES, NULL);
    if (!notes)
        return;
    session->notes = arena_array(table->foreign->plan->arena, 1, sizeof *session->notes);
    session->notes[0] = notes->text;
    session->note_count = 1;
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
    bool tells_kind = kind && has_column(table, COLUMN_WEEK_KIND);
    struct session_text read = words_of(table, tells_kind ? NULL : title);
    struct session_text of_kind = words_of(table, kind);
    struct session *session = &read.session;
    if (!title)
        read.also = of_kind.also;
    if (!read.also) /* else it is what the run's part says */
        session->title = arena_strdup(arena, title ? title->text : kind ? kind->text : "");
    int exact = choice(kind, session_kind_choices, SESSION_KIND_COUNT);
    if (exact >= 0 || of_kind.session.kind != SESSION_KIND_NONE) {
        session->kind = exact >= 0 ? (enum session_kind)exact : of_kind.session.kind;
        read.is_understood = true;
        read.is_rest = read.leaves_choice = false;
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
    if (session->duration_s != UNKNOWN)
        read.is_rest = false;
    read_notes(table, session);
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
    foreign_add(foreign, day, &read, table->row->cells[0].place);
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
    *table = (struct table){.foreign = foreign, .row = &table->csv.row};
    csv_table_begin(&table->csv, foreign, text);
    if (!read_headings(table))
        return;
    find_date_order(table);
    for (size_t rows = 0; !foreign->failed && csv_table_next(&table->csv);) {
        if (csv_row_is_empty(table->row) || (table->is_grid && is_no_week(table)))
            continue;
        if (table->is_grid)
            read_week_row(table, rows++);
        else
            read_day_row(table);
    }
}
