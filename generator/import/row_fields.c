/* What a row a day says of its session in columns: kind, distance, time, hills. */
#include <string.h>

#include "import/columns.h"

#define MOST_METRES    400000
#define MOST_DISTANCE  (400 * HUNDREDTHS)
#define FEWEST_MINUTES 5   /* of a session: fewer are hours */
#define SHORTEST_S     600 /* two numbers that would be less are hours and minutes */

/* The index of a word in a closed set, or -1. */
int fields_choice(const struct cell *cell, const struct word_list *words)
{
    return cell ? word_list_find(words, cell->text) : -1;
}

/* The metres of a column; a text that is none stays unknown, with a warning. */
static int read_metres(struct column_map *map, enum table_column column)
{
    size_t index;
    struct arena *arena = map->imported->plan->arena;
    const struct cell *cell = columns_cell(map, column, &index);
    struct lone_amount amount;
    if (!cell)
        return UNKNOWN;
    bool has_unit = cell->text[strcspn(cell->text, "mfMF")] != '\0';
    const char *text = has_unit ? cell->text
                                : arena_printf(arena, "%s %s", cell->text,
                                               map->measures[index] == UNIT_FT ? "ft" : "m");
    if (cell_read_amount(text, map->imported->hints->words, &amount) &&
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
    if (!cell_read_amount(cell->text, map->imported->hints->words, &amount) || amount.is_clock ||
        amount.unit == UNIT_MIN || amount.hi > MOST_METRES * HUNDREDTHS)
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
/* Seconds of a bare number, by its heading; few of nothing are hours: "0.75", "1.5", "2". */
static int bare_seconds(int hundredths, int measure)
{
    bool is_small = hundredths < FEWEST_MINUTES * HUNDREDTHS;
    bool is_fraction = hundredths % HUNDREDTHS != 0 && hundredths < 2 * FEWEST_MINUTES * HUNDREDTHS;
    bool is_hours = measure == UNIT_H || (measure != UNIT_MIN && (is_small || is_fraction));
    return scale_round(hundredths, is_hours ? 3600 : 60, HUNDREDTHS);
}

static int read_time(const struct column_map *map, const struct cell *cell, int measure)
{
    struct lone_amount amount;
    int seconds;
    if (duration_parse(cell->text, &seconds)) {
        if (seconds < SHORTEST_S)
            hours_minutes_parse(cell->text, &seconds);
        return seconds;
    }
    if (cell_read_amount(cell->text, map->imported->hints->words, &amount) &&
        (amount.unit == UNIT_MIN || amount.unit == UNIT_NONE) && amount.hi > 0)
        return amount.unit == UNIT_MIN ? amount.hi : bare_seconds(amount.hi, measure);
    return UNKNOWN;
}

static void read_numbers(struct column_map *map, struct stated_session *stated)
{
    struct imported_plan *imported = map->imported;
    size_t index;
    const struct cell *cell = columns_cell(map, COLUMN_DISTANCE, &index);
    bool is_text = cell && !columns_cell(map, COLUMN_TITLE, NULL) && !stated->words;
    if (cell && !read_distance(map, cell, map->measures[index], stated)) {
        stated->least = stated->distance = stated->units = UNKNOWN;
        if (is_text)
            stated->words = cell->text; /* "6x800m" */
        else
            imported_plan_warn(imported, cell->place,
                               "'%.40s' is no distance; it counts as unknown", cell->text);
    }
    cell = columns_cell(map, COLUMN_DURATION, &index);
    stated->duration_s = cell ? read_time(map, cell, map->measures[index]) : UNKNOWN;
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
    struct cell_reading read = cell_read(cell->text, &hints, map->imported->scratch);
    return read.what == CELL_SESSIONS && read.count ? read.sessions[0] : nothing;
}

/* Its notes, and what further columns of titles hold. */
static const char *notes_of(const struct column_map *map, const struct cell *title)
{
    const char *notes = NULL;
    for (size_t i = 0; i < map->row->count; i++) {
        const struct cell *cell = &map->row->cells[i];
        bool is_title = title && map->columns[i] == COLUMN_TITLE;
        if (!*cell->text || (!is_title && map->columns[i] != COLUMN_NOTES) || cell == title ||
            (is_title && strcmp(cell->text, title->text) == 0))
            continue;
        notes = notes ? arena_printf(map->imported->plan->arena, "%s; %s", notes, cell->text)
                      : cell->text;
    }
    return notes;
}

/* Of several columns of kinds the one that says most: another sport, else a kind of run. */
static const struct cell *kind_cell(const struct column_map *map)
{
    const struct cell *first = columns_cell(map, COLUMN_KIND, NULL), *best = first;
    bool is_told = false;
    for (size_t i = 0; i < map->row->count && first; i++) {
        const struct cell *cell = &map->row->cells[i];
        if (map->columns[i] != COLUMN_KIND || !*cell->text)
            continue;
        int exact = fields_choice(cell, &session_kind_words);
        struct cell_session words = words_of(map, cell);
        if ((exact >= 0 && !session_kind_is_run((enum session_kind)exact)) ||
            (exact < 0 && words.sport == SPORT_OTHER && words.kind >= 0))
            return cell;
        if (!is_told && (exact >= 0 || (words.sport == SPORT_RUN && words.kind >= 0))) {
            best = cell;
            is_told = true;
        }
    }
    return best;
}

/* The row's session: its title in words, and what stands in columns of its own. */
struct stated_session fields_read(struct column_map *map)
{
    const struct cell *kind = kind_cell(map);
    const struct cell *title = columns_cell(map, COLUMN_TITLE, NULL);
    const struct cell *effort = columns_cell(map, COLUMN_EFFORT, NULL);
    const struct cell *terrain = columns_cell(map, COLUMN_TERRAIN, NULL);
    struct stated_session stated = stated_nothing();
    /* What hillplan wrote says all in columns. */
    bool is_ours = kind && columns_have(map, COLUMN_WEEK_KIND);
    stated.title = title ? title->text : kind ? kind->text : "";
    stated.words = is_ours ? NULL : title ? title->text : NULL;
    stated.kind = fields_choice(kind, &session_kind_words);
    stated.kind_words = kind && stated.kind < 0 ? kind->text : NULL;
    stated.notes = notes_of(map, title);
    if (effort) {
        stated.effort = fields_choice(effort, &effort_words);
        stated.effort = stated.effort < 0 ? words_of(map, effort).effort : stated.effort;
    }
    if (terrain) {
        stated.terrain = fields_choice(terrain, &terrain_words);
        stated.terrain = stated.terrain < 0 ? words_of(map, terrain).terrain : stated.terrain;
    }
    read_numbers(map, &stated);
    /* What somebody else wrote tells at least a part of a distance that isn't known as a whole. */
    if (is_ours && title && stated.distance == UNKNOWN && stated.duration_s == UNKNOWN)
        stated.words = title->text;
    return stated;
}
