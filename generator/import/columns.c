/* What the columns of a table hold, by a row of headings. */
#include "import/columns.h"

#include <string.h>
#include <strings.h>

#include "import/plain_text.h"

/* The next row; false at the end, or after a mistake. */
bool columns_next_row(struct column_map *map)
{
    bool is_row = csv_table_next(&map->csv);
    map->imported->failed = map->imported->failed || map->csv.failed;
    return is_row;
}

const char *columns_plain(const struct column_map *map, const char *text)
{
    char *plain = arena_strdup(map->imported->plan->arena,
                               plain_text_make(text, map->imported->plan->arena).lower);
    size_t length = strlen(plain);
    while (length && strchr(" \n", plain[length - 1]))
        plain[--length] = '\0';
    return plain + strspn(plain, " \n");
}

/* The weekday that a name begins with a word for: "mon", "Thurs", "Monday AM"; or -1. */
int columns_weekday(const struct column_map *map, const char *name)
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
    static const char in_metres[] = "inmeters"; /* "PlannedDistanceInMeters" */
    if (length > strlen(in_metres) && strcmp(heading + length - strlen(in_metres), in_metres) == 0)
        return UNIT_M;
    char *last = strrchr(heading, ' ');
    last = last ? last + 1 : heading;
    int unit = lexicon_unit(map->imported->hints->words, last, &used);
    if (strcmp(last, "mileage") == 0) {
        unit = UNIT_MI;
        used = strlen(last);
    }
    bool is_length = unit == UNIT_KM || unit == UNIT_MI || unit == UNIT_M || unit == UNIT_FT ||
                     unit == UNIT_MIN || unit == UNIT_H;
    if (!is_length || last[used])
        return UNIT_NONE;
    *last = '\0';
    while (last > heading && last[-1] == ' ')
        *--last = '\0';
    return unit;
}

int units_of_measure(int unit)
{
    return unit == UNIT_KM ? (int)UNITS_KM : unit == UNIT_MI ? (int)UNITS_MI : UNKNOWN;
}

enum table_column columns_named(const struct column_map *map, const char *name)
{
    return lexicon_column(map->imported->hints->words, name);
}

bool columns_have(const struct column_map *map, enum table_column column)
{
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        if (map->columns[i] == column)
            return true;
    return false;
}

/* "M", "Th", "Sun": the beginning of a weekday's English name. */
static bool begins_weekday(const char *name, int day)
{
    const char *whole = weekday_long_name((enum weekday)day);
    size_t length = strlen(name);
    return length > 0 && length <= 3 && strncasecmp(name, whole, length) == 0;
}

/* "M T W T F S S", or beginning with another day: columns in a row that only their order tells. */
static void note_letters(struct column_map *map, const char *const *names, size_t count)
{
    for (size_t first = 0; first + DAYS_PER_WEEK <= count; first++)
        for (int day = 0; day < DAYS_PER_WEEK; day++) {
            int fitting = 0;
            while (fitting < DAYS_PER_WEEK &&
                   begins_weekday(names[first + (size_t)fitting], (day + fitting) % DAYS_PER_WEEK))
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
            count += columns_weekday(map, columns_plain(map, map->row->cells[i].text)) >= 0;
        if (count > most) {
            most = count;
            best = (enum word_language)l;
        }
    }
    map->language = best;
}

int columns_weekday_any(struct column_map *map, const char *name)
{
    int day = -1;
    for (int l = LANGUAGE_ALL; l < LANGUAGE_COUNT && day < 0; l++) {
        map->language = (enum word_language)l;
        day = columns_weekday(map, name);
    }
    map->language = LANGUAGE_NONE;
    return day;
}

/* What the columns hold, if the current row has their headings. */
void columns_note(struct column_map *map)
{
    struct imported_plan *imported = map->imported;
    const char *names[MOST_COLUMNS];
    find_language(map);
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        map->columns[i] = COLUMN_NONE;
        map->weekdays[i] = -1;
        map->measures[i] = UNIT_NONE;
        map->kinds[i] = NULL;
        map->weeks[i] = 0;
    }
    for (size_t i = 0; i < map->row->count; i++) {
        char *name =
            arena_strdup(imported->plan->arena, columns_plain(map, map->row->cells[i].text));
        const char *whole = arena_strdup(imported->plan->arena, name);
        bool is_weekday = columns_weekday(map, name) >= 0;
        if (is_weekday && strchr(name, ' ')) /* "Mon (miles)"; but "Mi" is Mittwoch */
            map->measures[i] = take_measure(map, arena_strdup(imported->plan->arena, name));
        else if (!is_weekday && strlen(name) > 1) /* "M" is Monday */
            map->measures[i] = take_measure(map, name);
        map->columns[i] = *name ? columns_named(map, name) : COLUMN_NONE;
        if (map->columns[i] == COLUMN_NONE && *whole)
            map->columns[i] = columns_named(map, whole);
        if (!*name && units_of_measure(map->measures[i]) != UNKNOWN)
            map->columns[i] = COLUMN_DISTANCE; /* "miles" */
        if (!*name && (map->measures[i] == UNIT_MIN || map->measures[i] == UNIT_H))
            map->columns[i] = COLUMN_DURATION; /* "min" */
        map->weekdays[i] = columns_weekday(map, name);
        names[i] = name;
    }
    note_letters(map, names, map->row->count);
}

/* The cell of a column in the current row, or NULL where it is empty or isn't there. */
const struct cell *columns_cell(const struct column_map *map, enum table_column column,
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
    const char *at = columns_plain(map, text);
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

const struct cell *columns_date(const struct column_map *map)
{
    const struct cell *start = map->is_grid ? columns_cell(map, COLUMN_START, NULL) : NULL;
    const struct cell *date = start ? start : columns_cell(map, COLUMN_DATE, NULL);
    return date && map->is_grid && has_no_year(map, date->text) ? NULL : date;
}
