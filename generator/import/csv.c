/* CSV (RFC 4180, and with ";" or tabs): a row a day, or a row a week and a column a day. */
#include <ctype.h>
#include <string.h>

#include "base/csv_date.h"
#include "base/csv_table.h"
#include "import/imported_plan.h"
#include "import/plain_text.h"

#define MOST_ROWS        3000
#define MOST_WEEK_NUMBER 120
#define MOST_TITLE_ROWS  10 /* above the headings */
#define LEAST_WEEKDAYS   5  /* columns named after weekdays, from which on it is a grid */
#define MOST_METRES      400000
#define MOST_DISTANCE    (400 * HUNDREDTHS)
#define SHORTEST_S       600 /* two numbers that would be less are hours and minutes */

/* A table whose headings say what its columns hold. */
struct column_map {
    struct csv_table csv;
    struct imported_plan *imported;
    const struct row *row; /* the current one */
    enum table_column columns[MOST_COLUMNS];
    int weekdays[MOST_COLUMNS]; /* an enum weekday, or -1 */
    int measures[MOST_COLUMNS]; /* an enum word_unit, or UNIT_NONE */
    bool is_grid;
    int weekday_first; /* of the grid: the weekday of its first column of a day */
    enum date_order date_order;
    enum word_language language; /* of its headings; LANGUAGE_NONE: not known */
    struct cell above[2];        /* the date and the week of the row above */
};

/* The next row; false at the end, or after a mistake. */
static bool next_row(struct column_map *map)
{
    bool is_row = csv_table_next(&map->csv);
    map->imported->failed = map->imported->failed || map->csv.failed;
    return is_row;
}

/* ---- headings ---- */

static const char *plain_of(const struct column_map *map, const char *text)
{
    char *plain = arena_strdup(map->imported->plan->arena,
                               plain_text_make(text, map->imported->plan->arena).lower);
    size_t length = strlen(plain);
    while (length && strchr(" \n", plain[length - 1]))
        plain[--length] = '\0';
    return plain + strspn(plain, " \n");
}

/* The weekday that a name begins with a word for: "mon", "Thurs", "Monday AM"; or -1. */
static int weekday_of(const struct column_map *map, const char *name)
{
    size_t length;
    int day = lexicon_weekday(map->imported->hints->words, name, map->language, &length);
    if (day >= 0 && (!name[length] || strchr(" .,-/", name[length])))
        return day;
    if (strncmp(name, "day ", 4) == 0 && name[4] >= '1' && name[4] <= '7' && !name[5])
        return name[4] - '1';
    return -1;
}

/* Takes a unit in the heading ("distance (mi)") out of it. */
static int take_measure(const struct column_map *map, char *heading)
{
    size_t used;
    for (char *at = heading; *at; at++)
        if (strchr("()[],.:/_\n", *at))
            *at = ' ';
    size_t length = strlen(heading);
    while (length && heading[length - 1] == ' ')
        heading[--length] = '\0';
    char *last = strrchr(heading, ' ');
    last = last ? last + 1 : heading;
    int unit = lexicon_unit(map->imported->hints->words, last, &used);
    if (strcmp(last, "mileage") == 0) {
        unit = UNIT_MI;
        used = strlen(last);
    }
    bool is_length = unit == UNIT_KM || unit == UNIT_MI || unit == UNIT_M || unit == UNIT_FT;
    if (!is_length || last[used])
        return UNIT_NONE;
    *last = '\0';
    while (last > heading && last[-1] == ' ')
        *--last = '\0';
    return unit;
}

static int units_of_measure(int unit)
{
    return unit == UNIT_KM ? (int)UNITS_KM : unit == UNIT_MI ? (int)UNITS_MI : UNKNOWN;
}

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

static enum table_column column_of(const struct column_map *map, const char *name)
{
    return lexicon_column(map->imported->hints->words, name);
}

static bool has_column(const struct column_map *map, enum table_column column)
{
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        if (map->columns[i] == column)
            return true;
    return false;
}

/* "M T W T F S S", or beginning with another day: columns in a row that only their order tells. */
static void note_letters(struct column_map *map, const char *const *names, size_t count)
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
                map->weekdays[first + (size_t)i] = (day + i) % DAYS_PER_WEEK;
        }
}

/* The language in which most headings of the row are weekdays. */
static void find_language(struct column_map *map)
{
    int most = 0;
    enum word_language best = LANGUAGE_NONE;
    for (int l = LANGUAGE_ALL; l < LANGUAGE_COUNT; l++) {
        int count = 0;
        map->language = (enum word_language)l;
        for (size_t i = 0; i < map->row->count; i++)
            count += weekday_of(map, plain_of(map, map->row->cells[i].text)) >= 0;
        if (count > most) {
            most = count;
            best = (enum word_language)l;
        }
    }
    map->language = best;
}

/* What the columns hold, if the current row has their headings. */
static void note_headings(struct column_map *map)
{
    struct imported_plan *imported = map->imported;
    const char *names[MOST_COLUMNS];
    find_language(map);
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        map->columns[i] = COLUMN_NONE;
        map->weekdays[i] = -1;
        map->measures[i] = UNIT_NONE;
    }
    for (size_t i = 0; i < map->row->count; i++) {
        char *name = arena_strdup(imported->plan->arena, plain_of(map, map->row->cells[i].text));
        const char *whole = arena_strdup(imported->plan->arena, name);
        if (strlen(name) > 1 && weekday_of(map, name) < 0) /* "M" is Monday, "Mi" Mittwoch */
            map->measures[i] = take_measure(map, name);
        map->columns[i] = *name ? column_of(map, name) : COLUMN_NONE;
        if (map->columns[i] == COLUMN_NONE && *whole)
            map->columns[i] = column_of(map, whole);
        if (!*name && units_of_measure(map->measures[i]) != UNKNOWN)
            map->columns[i] = COLUMN_DISTANCE; /* "miles" */
        map->weekdays[i] = weekday_of(map, name);
        names[i] = name;
    }
    note_letters(map, names, map->row->count);
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
    map->is_grid = weekdays >= LEAST_WEEKDAYS;
    for (int day = 0; day < DAYS_PER_WEEK && map->is_grid; day++)
        if (!has[day])
            imported_plan_fail(map->imported, map->row->cells[0].place,
                               "no column is headed %s; a row a week needs all seven days",
                               weekday_long_name((enum weekday)day));
    return map->is_grid || has_column(map, COLUMN_DATE) ||
           (has_column(map, COLUMN_WEEK) && has_column(map, COLUMN_WEEKDAY));
}

/* Tells of the columns that nothing is read from, so that a misspelt heading is seen. */
static void warn_of_unread(struct column_map *map)
{
    const char *unread = NULL;
    struct arena *arena = map->imported->plan->arena;
    for (size_t i = 0; i < map->row->count; i++) {
        const char *heading = map->row->cells[i].text;
        if (*heading && map->columns[i] == COLUMN_NONE && map->weekdays[i] < 0)
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
static bool read_headings(struct column_map *map)
{
    for (size_t rows = 0; rows <= MOST_TITLE_ROWS && next_row(map); rows++) {
        note_headings(map);
        if (!has_days(map)) {
            if (map->imported->title_units == UNKNOWN)
                map->imported->title_units = units_of_title(map);
            continue;
        }
        for (size_t i = 0; i < MOST_COLUMNS && map->imported->units == UNKNOWN; i++)
            map->imported->units = units_of_measure(map->measures[i]);
        warn_of_unread(map);
        return !map->imported->failed;
    }
    if (map->csv.rows > 0 && !map->imported->failed)
        imported_plan_fail(
            map->imported, (struct source_place){1, 1},
            "no heading names the days; head the columns of a row a day with date, kind, "
            "title, distance_km, ..., or those of a row a week with Monday to Sunday");
    return false;
}

/* The cell of a column in the current row, or NULL where it is empty or isn't there. */
static const struct cell *find_cell(const struct column_map *map, enum table_column column,
                                    size_t *index)
{
    for (size_t i = 0; i < map->row->count; i++)
        if (map->columns[i] == column && *map->row->cells[i].text) {
            if (index)
                *index = i;
            return &map->row->cells[i];
        }
    return NULL;
}

/* "Oct 26", "26.10.": only weekdays and order are known of such. */
static bool has_no_year(const struct column_map *map, const char *text)
{
    size_t length;
    const char *at = plain_of(map, text);
    const struct lexicon *words = map->imported->hints->words;
    size_t digits = strspn(at, "0123456789");
    if (lexicon_month(words, at, &length) >= 0) {
        at += length + strspn(at + length, ". ");
        digits = strspn(at, "0123456789");
        return digits >= 1 && digits <= 2 && !at[digits];
    }
    if (digits < 1 || digits > 2)
        return false;
    at += digits + strspn(at + digits, ".- ");
    return lexicon_month(words, at, &length) >= 0 && !at[length];
}

static const struct cell *find_date(const struct column_map *map)
{
    const struct cell *start = map->is_grid ? find_cell(map, COLUMN_START, NULL) : NULL;
    const struct cell *date = start ? start : find_cell(map, COLUMN_DATE, NULL);
    return date && map->is_grid && has_no_year(map, date->text) ? NULL : date;
}

/* Goes through all dates before the first is read: "1/4/2027" alone does not tell its month. */
static void find_date_order(struct column_map *map)
{
    const struct csv_table begin = map->csv;
    struct date_orders orders = {.count = 0};
    while (next_row(map)) {
        const struct cell *date = find_date(map);
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
    const struct cell *week = find_cell(map, COLUMN_WEEK, NULL);
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
           (!*word || column_of(map, word) == COLUMN_WEEK);
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
    const char *name = plain_of(map, label->text);
    const struct cell *date = find_date(map);
    bool has_date = date && csv_date_read(date->text, map->date_order, &start) == DATE_READ;
    return column_of(map, name) == COLUMN_UNREAD ||
           (!has_days && !has_date && !is_one_week(map, name));
}

static void read_week_row(struct column_map *map, size_t index)
{
    struct imported_plan *imported = map->imported;
    const struct cell *start = find_date(map);
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
    for (size_t i = 0; i < map->row->count; i++)
        if (map->weekdays[i] >= 0)
            imported_plan_add_text(imported,
                                   first + weekday_offset((enum weekday)map->weekdays[i],
                                                          (enum weekday)map->weekday_first),
                                   map->row->cells[i].text, map->row->cells[i].place);
}

/* ---- a row a day ---- */

/* The index of a word in a closed set, or -1. */
static int cell_choice(const struct cell *cell, const struct word_list *words)
{
    return cell ? word_list_find(words, cell->text) : -1;
}

/* The weekday in the row's column for it, or -1. */
static int stated_weekday(const struct column_map *map)
{
    const struct cell *cell = find_cell(map, COLUMN_WEEKDAY, NULL);
    return cell ? weekday_of(map, plain_of(map, cell->text)) : -1;
}

/* A date that contradicts the weekday beside it was hardly meant. */
static void warn_of_weekday(struct column_map *map, int date)
{
    char text[DATE_TEXT_SIZE];
    int stated = stated_weekday(map);
    if (stated >= 0 && stated != (int)date_weekday(date))
        imported_plan_warn(map->imported, find_cell(map, COLUMN_WEEKDAY, NULL)->place,
                           "%s is a %s, not a %s; the date counts", date_format(date, text),
                           weekday_long_name(date_weekday(date)),
                           weekday_long_name((enum weekday)stated));
}

/* The cell of a column; where it is empty, as merged cells are, that of the row above. */
static const struct cell *cell_or_above(struct column_map *map, enum table_column column,
                                        size_t place)
{
    const struct cell *cell = find_cell(map, column, NULL);
    if (cell)
        map->above[place] = *cell;
    return map->above[place].text ? &map->above[place] : NULL;
}

/* The day of a row, by its date or else by week number and weekday. */
static bool read_day(struct column_map *map, int *day)
{
    struct imported_plan *imported = map->imported;
    const struct cell *date = cell_or_above(map, COLUMN_DATE, 0);
    if (has_column(map, COLUMN_DATE)) {
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

/* The metres of a column; a text that is none stays unknown, with a warning. */
static int read_metres(struct column_map *map, enum table_column column)
{
    size_t index;
    struct arena *arena = map->imported->plan->arena;
    const struct cell *cell = find_cell(map, column, &index);
    struct lone_amount amount;
    if (!cell)
        return UNKNOWN;
    bool has_unit = cell->text[strcspn(cell->text, "mfMF")] != '\0';
    const char *text = has_unit ? cell->text
                                : arena_printf(arena, "%s %s", cell->text,
                                               map->measures[index] == UNIT_FT ? "ft" : "m");
    if (cell_read_amount(text, map->imported->hints->words, arena, &amount) &&
        (amount.unit == UNIT_M || amount.unit == UNIT_FT)) {
        int metres = scale_round(amount.hi, amount.unit == UNIT_FT ? 3048 : 10000, 1000000);
        if (metres <= MOST_HILLS_M)
            return metres;
    }
    imported_plan_warn(map->imported, cell->place,
                       "'%.40s' are no metres or feet; they count as unknown", cell->text);
    return UNKNOWN;
}

/* A distance of a column: "8", "8.5 km", "5-6"; metres where the heading says so. */
static bool read_distance(const struct column_map *map, const struct cell *cell, int measure,
                          struct stated_session *stated)
{
    struct lone_amount amount;
    if (!cell_read_amount(cell->text, map->imported->hints->words, map->imported->plan->arena,
                          &amount) ||
        amount.is_clock || amount.unit == UNIT_MIN || amount.hi > MOST_METRES * HUNDREDTHS)
        return false;
    int unit = amount.unit == UNIT_NONE ? measure : (int)amount.unit;
    if (unit == UNIT_M || unit == UNIT_FT || unit == UNIT_YD) {
        int scale = unit == UNIT_M ? 10000 : unit == UNIT_FT ? 3048 : 9144;
        amount.lo = scale_round(amount.lo, scale, 10000000);
        amount.hi = scale_round(amount.hi, scale, 10000000);
        unit = UNIT_KM;
    }
    stated->least = amount.lo;
    stated->distance = amount.hi;
    stated->units = units_of_measure(unit);
    stated->distance_place = cell->place;
    return amount.hi <= MOST_DISTANCE;
}

/* A time of a column: "0:50:00", "50 min", "1:05", which is an hour and five minutes. */
static int read_time(const struct column_map *map, const struct cell *cell)
{
    struct lone_amount amount;
    int seconds;
    if (duration_parse(cell->text, &seconds)) {
        if (seconds < SHORTEST_S)
            hours_minutes_parse(cell->text, &seconds);
        return seconds;
    }
    if (cell_read_amount(cell->text, map->imported->hints->words, map->imported->plan->arena,
                         &amount) &&
        (amount.unit == UNIT_MIN || amount.unit == UNIT_NONE) && amount.hi > 0)
        return amount.unit == UNIT_MIN ? amount.hi : amount.hi * 60 / HUNDREDTHS;
    return UNKNOWN;
}

static void read_numbers(struct column_map *map, struct stated_session *stated)
{
    struct imported_plan *imported = map->imported;
    size_t index;
    const struct cell *cell = find_cell(map, COLUMN_DISTANCE, &index);
    bool is_text = cell && !find_cell(map, COLUMN_TITLE, NULL) && !stated->words;
    if (cell && !read_distance(map, cell, map->measures[index], stated)) {
        stated->least = stated->distance = stated->units = UNKNOWN;
        if (is_text)
            stated->words = cell->text; /* "6x800m" */
        else
            imported_plan_warn(imported, cell->place,
                               "'%.40s' is no distance; it counts as unknown", cell->text);
    }
    cell = find_cell(map, COLUMN_DURATION, NULL);
    stated->duration_s = cell ? read_time(map, cell) : UNKNOWN;
    if (cell && stated->duration_s == UNKNOWN)
        imported_plan_warn(imported, cell->place,
                           "'%.40s' is no time; it counts as unknown; write it like 0:50:00 or "
                           "50 min",
                           cell->text);
    stated->climb_m = read_metres(map, COLUMN_CLIMB);
    stated->descent_m = read_metres(map, COLUMN_DESCENT);
}

/* What a cell's words say of effort or terrain. */
static struct cell_session words_of(const struct column_map *map, const struct cell *cell)
{
    struct cell_hints hints = {.words = map->imported->hints->words,
                               .language = LANGUAGE_NONE,
                               .units = UNKNOWN,
                               .small_m = UNIT_NONE};
    struct cell_session nothing = {.kind = -1, .effort = -1, .terrain = -1};
    struct cell_reading read = cell_read(cell->text, &hints, map->imported->plan->arena);
    return read.what == CELL_SESSIONS && read.count ? read.sessions[0] : nothing;
}

/* The row's session: its title in words, and what stands in columns of its own. */
static struct stated_session read_session(struct column_map *map)
{
    const struct cell *kind = find_cell(map, COLUMN_KIND, NULL);
    const struct cell *title = find_cell(map, COLUMN_TITLE, NULL);
    const struct cell *effort = find_cell(map, COLUMN_EFFORT, NULL);
    const struct cell *terrain = find_cell(map, COLUMN_TERRAIN, NULL);
    const struct cell *notes = find_cell(map, COLUMN_NOTES, NULL);
    struct stated_session stated = stated_nothing();
    /* What hillplan wrote says all in columns. */
    bool is_ours = kind && has_column(map, COLUMN_WEEK_KIND);
    stated.title = title ? title->text : kind ? kind->text : "";
    stated.words = is_ours ? NULL : title ? title->text : NULL;
    stated.kind = cell_choice(kind, &session_kind_words);
    stated.kind_words = kind && stated.kind < 0 ? kind->text : NULL;
    stated.notes = notes ? notes->text : NULL;
    if (effort) {
        stated.effort = cell_choice(effort, &effort_words);
        stated.effort = stated.effort < 0 ? words_of(map, effort).effort : stated.effort;
    }
    if (terrain) {
        stated.terrain = cell_choice(terrain, &terrain_words);
        stated.terrain = stated.terrain < 0 ? words_of(map, terrain).terrain : stated.terrain;
    }
    read_numbers(map, &stated);
    return stated;
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
    struct stated_session stated = read_session(map);
    imported_plan_add(imported, day, &stated, map->row->cells[0].place);
    const struct cell *also = find_cell(map, COLUMN_ALSO, NULL);
    if (also)
        imported_plan_add_also(imported, day, also->text, also->place);
    int phase = cell_choice(find_cell(map, COLUMN_PHASE, NULL), &phase_words);
    int kind = cell_choice(find_cell(map, COLUMN_WEEK_KIND, NULL), &week_kind_words);
    if (phase >= 0 || kind >= 0)
        imported_plan_note_week(imported, day, phase, kind);
}

void csv_read(struct imported_plan *imported, const char *text)
{
    struct column_map *map = arena_alloc(imported->plan->arena, sizeof *map);
    *map = (struct column_map){.imported = imported, .row = &map->csv.row};
    csv_table_begin(&map->csv, imported->name, text, MOST_ROWS, imported->plan->arena,
                    imported->error);
    if (!read_headings(map))
        return;
    find_date_order(map);
    for (size_t rows = 0; !imported->failed && next_row(map);) {
        if (csv_row_is_empty(map->row) || (map->is_grid && is_no_week(map)))
            continue;
        if (map->is_grid)
            read_week_row(map, rows++);
        else
            read_day_row(map);
    }
}
