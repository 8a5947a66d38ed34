/* A table of runs: its kind by its headings, and what its columns as a whole tell of numbers,
   units and dates, before the first row is read. */
#include <stdlib.h>
#include <string.h>

#include "base/csv_date.h"
#include "base/csv_table.h"
#include "base/memory.h"
#include "logs/log_number.h"
#include "logs/log_reading.h"
#include "logs/log_time.h"

#define MOST_ROWS        50000
#define FIRST_YEAR       1990
#define MOST_IN_COLUMN   ((int64_t)10000000 * LOG_NUMBER_SCALE) /* of any unit */
#define MOST_STRIDE      ((int64_t)10 * LOG_NUMBER_SCALE)
#define MOST_CADENCE     ((int64_t)400 * LOG_NUMBER_SCALE)
#define STEPS_LEAST_KM   900 /* metres by steps, of one in the column, where it is in km */
#define STEPS_MOST_KM    1120
#define STEPS_LEAST_MI   1440
#define STEPS_MOST_MI    1780
#define FEWEST_BY_STEPS  3
#define PACE_OFF_PERCENT 140 /* of the runner's own, from which a wrong unit is likely */

/* A row, the cells of the columns that count. */
struct log_row {
    struct cell cells[LOG_COLUMN_COUNT];
    struct source_place place;
    const char *start, *end; /* of its bytes */
    bool is_repeated;        /* it stands further up, word for word */
};

struct log_table {
    struct log_reading *reading;
    const struct log_table_kind *kind;
    int columns[LOG_COLUMN_COUNT];         /* their place in a row; -1: there is none */
    enum log_unit units[LOG_COLUMN_COUNT]; /* NONE: the account's */
    enum log_unit assumed;                 /* of distances, if nobody says */
    char signs[LOG_COLUMN_COUNT];          /* decimal ones */
    enum date_order date_order;
    bool is_told_units; /* by the table itself */
    struct log_row *rows;
    size_t row_count, row_capacity;
};

/* ---- headings ---- */

/* Finds the columns of a kind of table; false where one that it needs isn't there. */
static bool match_kind(struct log_table *table, const struct log_table_kind *kind,
                       const char *const *names, size_t count)
{
    int found = 0;
    table->kind = kind;
    table->assumed = LOG_UNIT_NONE;
    for (int c = 0; c < LOG_COLUMN_COUNT; c++) {
        table->columns[c] = -1;
        table->units[c] = LOG_UNIT_NONE;
    }
    for (size_t h = 0; h < kind->heading_count; h++) {
        const struct log_heading *heading = &kind->headings[h];
        int times = 0;
        for (size_t i = 0; i < count; i++)
            if (log_names_hold(&heading->names, names[i])) {
                table->columns[heading->column] = (int)i;
                times++;
            }
        if (times == 0)
            continue;
        found |= 1 << heading->column;
        bool is_last = times > 1 && heading->last_unit != LOG_UNIT_NONE;
        table->units[heading->column] = is_last ? heading->last_unit : heading->unit;
        if (heading->column == LOG_DISTANCE)
            table->assumed = heading->assumed_unit;
    }
    return (found & kind->needs) == kind->needs;
}

static void fail_kind(struct log_reading *reading, struct source_place place)
{
    const struct log_words *words = reading->hints->words;
    struct text kinds = TEXT_INIT;
    for (size_t i = 0; i < words->table_count; i++)
        text_printf(&kinds, "%s%s",
                    i == 0                       ? ""
                    : i + 1 < words->table_count ? ", "
                                                 : " or ",
                    words->tables[i].name);
    log_fail(reading, place,
             "no table of a log is headed like this, be it of %s; head the columns of one of your "
             "own with date, distance, time, climb, descent; templates/logs.yaml has the headings "
             "that are known",
             text_string(&kinds));
    text_release(&kinds);
}

static bool find_kind(struct log_table *table, const struct row *row)
{
    const struct log_words *words = table->reading->hints->words;
    const char *names[MOST_COLUMNS];
    for (size_t i = 0; i < row->count; i++)
        names[i] = text_plain(row->cells[i].text, table->reading->arena);
    for (size_t i = 0; i < words->table_count; i++)
        if (match_kind(table, &words->tables[i], names, row->count))
            return true;
    fail_kind(table->reading, row->cells[0].place);
    return false;
}

/* ---- rows ---- */

static void keep_row(struct log_table *table, const struct row *row)
{
    if (table->row_count == table->row_capacity) {
        table->row_capacity = table->row_capacity ? 2 * table->row_capacity : 64;
        table->rows = memory_resize(table->rows, table->row_capacity, sizeof *table->rows);
    }
    struct log_row *kept = &table->rows[table->row_count++];
    *kept = (struct log_row){.place = row->cells[0].place, .start = row->start, .end = row->end};
    for (int c = 0; c < LOG_COLUMN_COUNT; c++) {
        int at = table->columns[c];
        bool is_there = at >= 0 && (size_t)at < row->count;
        kept->cells[c] = is_there ? row->cells[at] : (struct cell){"", kept->place};
    }
}

static size_t row_length(const struct log_row *row)
{
    return (size_t)(row->end - row->start);
}

static bool is_same_row(const struct log_row *a, const struct log_row *b)
{
    return row_length(a) == row_length(b) && memcmp(a->start, b->start, row_length(a)) == 0;
}

/* By their bytes, then as they stand. */
static int compare_rows(const void *a, const void *b)
{
    const struct log_row *left = *(struct log_row *const *)a, *right = *(struct log_row *const *)b;
    size_t left_length = row_length(left), right_length = row_length(right);
    size_t length = left_length < right_length ? left_length : right_length;
    int order = memcmp(left->start, right->start, length);
    if (order == 0)
        order = (left_length > right_length) - (left_length < right_length);
    return order ? order : (left->start > right->start) - (left->start < right->start);
}

static void mark_repeated(struct log_table *table)
{
    if (table->row_count == 0)
        return;
    struct log_row **sorted = memory_resize(NULL, table->row_count, sizeof(struct log_row *));
    for (size_t i = 0; i < table->row_count; i++)
        sorted[i] = &table->rows[i];
    qsort(sorted, table->row_count, sizeof *sorted, compare_rows);
    for (size_t i = 1, first = 0; i < table->row_count; i++) {
        sorted[i]->is_repeated = is_same_row(sorted[first], sorted[i]);
        if (!sorted[i]->is_repeated)
            first = i;
        else
            log_warn(table->reading, sorted[i]->place,
                     "the same as line %d, word for word: it counts once",
                     sorted[first]->place.line);
    }
    free(sorted);
}

/* ---- columns as a whole ---- */

static bool is_clock_text(const struct cell *cell)
{
    return strchr(cell->text, ':') != NULL;
}

/* The decimal signs of the columns; those that stay open are mistakes. */
static bool find_signs(struct log_table *table)
{
    static const enum log_column numbers[] = {LOG_DISTANCE, LOG_MOVING, LOG_ELAPSED, LOG_CLIMB,
                                              LOG_DESCENT,  LOG_STRIDE, LOG_CADENCE};
    bool is_clear = true;
    for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
        enum log_column column = numbers[n];
        struct number_column seen = {.is_point = false};
        const struct cell *cell;
        for (size_t i = 0; i < table->row_count; i++)
            if (!is_clock_text(&table->rows[i].cells[column]))
                number_note(&seen, &table->rows[i].cells[column]);
        table->signs[column] = number_sign(&seen, column != LOG_DISTANCE, &cell);
        if (!table->signs[column] && (column == LOG_STRIDE || column == LOG_CADENCE))
            table->signs[column] = '.'; /* they only help */
        if (table->signs[column])
            continue;
        is_clear = false;
        log_fail(table->reading, cell->place,
                 cell == seen.open
                     ? "'%.30s' may have a decimal sign or one of thousands, and no other number "
                       "of the column tells; write it without, or with other decimals"
                     : "'%.30s' has another decimal sign than the numbers above it; write all of "
                       "the column alike",
                 cell->text);
    }
    return is_clear;
}

/* The thousandths of a cell; -1 where it is no number or isn't there. */
static int64_t cell_number(const struct log_table *table, const struct log_row *row,
                           enum log_column column)
{
    const char *text = row->cells[column].text;
    int64_t thousandths = -1;
    if (!number_is_there(text) || !number_read(text, table->signs[column], &thousandths))
        return -1;
    return thousandths;
}

/* In seconds; UNKNOWN where it isn't there, -1 where it is no time. */
static int cell_seconds(const struct log_table *table, const struct log_row *row,
                        enum log_column column)
{
    const struct cell *cell = &row->cells[column];
    if (!number_is_there(cell->text))
        return UNKNOWN;
    int64_t number = is_clock_text(cell) ? -1 : cell_number(table, row, column);
    int seconds = is_clock_text(cell) ? log_duration_read(cell->text)
                  : number < 0 || number > (int64_t)LOG_NUMBER_SCALE * MOST_RUN_S
                      ? UNKNOWN
                      : (int)((number + LOG_NUMBER_SCALE / 2) / LOG_NUMBER_SCALE);
    return seconds == UNKNOWN ? -1 : seconds;
}

/* How long a run took: moving, else from start to finish. */
static int row_seconds(const struct log_table *table, const struct log_row *row)
{
    int moving = cell_seconds(table, row, LOG_MOVING);
    return moving != UNKNOWN ? moving : cell_seconds(table, row, LOG_ELAPSED);
}

static int compare_numbers(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static int64_t median_of(int64_t *numbers, size_t count)
{
    qsort(numbers, count, sizeof *numbers, compare_numbers);
    return numbers[count / 2];
}

/* The unit of distances by the steps: stride x cadence x time is metres. NONE: they don't tell. */
static enum log_unit unit_by_steps(const struct log_table *table)
{
    int64_t *ratios = memory_resize(NULL, table->row_count + 1, sizeof *ratios);
    size_t count = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct log_row *row = &table->rows[i];
        int64_t stride = cell_number(table, row, LOG_STRIDE);
        int64_t cadence = cell_number(table, row, LOG_CADENCE);
        int64_t distance = cell_number(table, row, LOG_DISTANCE);
        int seconds = row_seconds(table, row);
        if (stride > 0 && stride <= MOST_STRIDE && cadence > 0 && cadence <= MOST_CADENCE &&
            distance > 0 && seconds > 0)
            ratios[count++] = stride * cadence * seconds / (distance * MINUTE_S * LOG_NUMBER_SCALE);
    }
    int64_t ratio = count < FEWEST_BY_STEPS ? 0 : median_of(ratios, count);
    free(ratios);
    if (ratio >= STEPS_LEAST_KM && ratio <= STEPS_MOST_KM)
        return LOG_KM;
    return ratio >= STEPS_LEAST_MI && ratio <= STEPS_MOST_MI ? LOG_MI : LOG_UNIT_NONE;
}

/* The unit that the runner said, or the plan's. */
static enum log_unit hinted_unit(const struct log_table *table)
{
    const struct run_log_hints *hints = table->reading->hints;
    if (hints->units != UNKNOWN)
        return hints->units == (int)UNITS_MI ? LOG_MI : LOG_KM;
    if (table->assumed != LOG_UNIT_NONE)
        return table->assumed;
    return hints->plan_units == UNITS_MI ? LOG_MI : LOG_KM;
}

static void find_units(struct log_table *table)
{
    struct log_reading *reading = table->reading;
    const struct source_place whole = {0, 0};
    enum log_unit *distance = &table->units[LOG_DISTANCE];
    table->is_told_units = *distance != LOG_UNIT_NONE;
    if (!table->is_told_units) {
        enum log_unit hinted = hinted_unit(table);
        reading->uses_units = true;
        *distance = unit_by_steps(table);
        table->is_told_units = *distance != LOG_UNIT_NONE;
        if (!table->is_told_units)
            *distance = hinted;
        if (*distance != hinted && reading->hints->units != UNKNOWN)
            log_warn(reading, whole,
                     "by the length and the number of the steps the distances are "
                     "in %s, and are read so, in spite of --log-units %s",
                     log_unit_name(*distance), log_unit_name(hinted));
        else if (!table->is_told_units && reading->hints->units == UNKNOWN)
            log_warn(reading, whole,
                     "the distances are taken to be in %s, as nothing says "
                     "otherwise; if they aren't, use --log-units",
                     log_unit_name(hinted));
    }
    enum log_unit hills = *distance == LOG_MI ? LOG_FT : LOG_M;
    if (table->units[LOG_CLIMB] == LOG_UNIT_NONE)
        table->units[LOG_CLIMB] = hills;
    if (table->units[LOG_DESCENT] == LOG_UNIT_NONE)
        table->units[LOG_DESCENT] = hills;
}

/* The order of day and month by which the dates from one end of the table never go back. */
static enum date_order order_from(const struct log_table *table, bool is_newest_first)
{
    struct date_orders orders = {.count = 0};
    for (size_t i = 0; i < table->row_count; i++) {
        struct log_time time;
        size_t row = is_newest_first ? table->row_count - 1 - i : i;
        const char *text = table->rows[row].cells[LOG_DATE].text;
        if (log_time_read(table->reading->hints->words, text, table->reading->arena, &time))
            csv_date_note(&orders, time.date);
    }
    return csv_date_order(&orders);
}

static void find_date_order(struct log_table *table)
{
    table->date_order = order_from(table, false);
    if (table->date_order == DATE_ORDER_UNKNOWN)
        table->date_order = order_from(table, true);
}

/* ---- runs ---- */

static int in_metres(int64_t thousandths, enum log_unit unit)
{
    static const int64_t tenths_mm[LOG_UNIT_COUNT] = {
        [LOG_M] = 10000, [LOG_KM] = 10000000, [LOG_MI] = 16093440, [LOG_FT] = 3048};
    const int64_t metre = (int64_t)10000 * LOG_NUMBER_SCALE;
    if (thousandths > MOST_IN_COLUMN)
        return INT_MAX;
    int64_t metres = (thousandths * tenths_mm[unit] + metre / 2) / metre;
    return metres > INT_MAX ? INT_MAX : (int)metres;
}

/* Reads a number of metres, UNKNOWN where there is none; false after a mistake. */
static bool read_metres(struct log_table *table, const struct log_row *row, enum log_column column,
                        int most_m, int *metres)
{
    const struct cell *cell = &row->cells[column];
    *metres = UNKNOWN;
    if (!number_is_there(cell->text))
        return true;
    int64_t number = cell_number(table, row, column);
    if (number < 0) {
        log_fail(table->reading, cell->place, "'%.30s' should be a number of %s and nothing else",
                 cell->text, log_unit_name(table->units[column]));
        return false;
    }
    *metres = in_metres(number, table->units[column]);
    if (*metres <= most_m)
        return true;
    log_fail(table->reading, cell->place,
             "%.30s %s is more than a run has; correct it, or the unit (--log-units)", cell->text,
             log_unit_name(table->units[column]));
    return false;
}

static bool read_seconds(struct log_table *table, const struct log_row *row, int *seconds)
{
    *seconds = row_seconds(table, row);
    if (*seconds != -1)
        return true;
    bool is_moving = number_is_there(row->cells[LOG_MOVING].text);
    const struct cell *cell = &row->cells[is_moving ? LOG_MOVING : LOG_ELAPSED];
    log_fail(table->reading, cell->place,
             "'%.30s' should be a time like 45:30 or 1:15:00, or seconds", cell->text);
    return false;
}

static bool fail_date(struct log_table *table, const struct cell *cell, enum date_reading reading)
{
    log_fail(table->reading, cell->place,
             reading == DATE_IS_AMBIGUOUS
                 ? "'%.40s' may have the day or the month first; write it like 2027-01-31"
                 : "'%.40s' should be a date like 2027-01-31",
             cell->text);
    return false;
}

/* The start of a run, with its time where the row tells it. */
static bool read_start(struct log_table *table, const struct log_row *row, struct log_entry *entry)
{
    const struct log_reading *reading = table->reading;
    const struct log_words *words = reading->hints->words;
    const struct cell *cell = &row->cells[LOG_DATE], *start = &row->cells[LOG_START];
    struct log_time time, clock;
    int date = NO_DATE, year, month, day;
    enum date_reading is_read = DATE_IS_NONE;
    if (log_time_read(words, cell->text, reading->arena, &time))
        is_read = csv_date_read(time.date, table->date_order, &date);
    if (is_read != DATE_READ)
        return fail_date(table, cell, is_read);
    date_to_ymd(date, &year, &month, &day);
    if (year < FIRST_YEAR || date > reading->hints->today + 1) {
        log_fail(table->reading, cell->place, "%.40s is %s; correct the date", cell->text,
                 year < FIRST_YEAR ? "too long ago" : "still to come");
        return false;
    }
    if (*start->text && time.second == UNKNOWN) {
        if (!log_time_read(words, start->text, reading->arena, &clock) || *clock.date ||
            clock.second == UNKNOWN) {
            log_fail(table->reading, start->place, "'%.30s' should be a time of the day like 18:30",
                     start->text);
            return false;
        }
        time.second = clock.second;
    }
    entry->run.date = date;
    entry->time = time.second == UNKNOWN ? NO_TIME : (int64_t)date * DAY_S + time.second;
    entry->is_utc = time.second != UNKNOWN && !time.has_offset &&
                    (time.is_utc || table->kind->clock == CLOCK_UTC);
    return true;
}

/* Whether a row sums up others, by the word in place of its date or kind. */
static bool is_total(const struct log_table *table, const struct log_row *row)
{
    static const enum log_column columns[] = {LOG_DATE, LOG_KIND};
    const struct log_names *totals = &table->reading->hints->words->totals;
    struct arena *arena = table->reading->arena;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (log_names_hold(totals, text_plain(row->cells[columns[i]].text, arena)))
            return true;
    return false;
}

static void read_row(struct log_table *table, const struct log_row *row)
{
    struct log_reading *reading = table->reading;
    struct log_entry entry = {.source = {reading->file, row->place.line}, .longitude = UNKNOWN};
    if (is_total(table, row)) {
        reading->totals++;
        return;
    }
    if (!log_kind_is_run(reading, row->cells[LOG_KIND].text, row->place))
        return;
    bool is_right = read_start(table, row, &entry);
    is_right &= read_metres(table, row, LOG_DISTANCE, LONGEST_RUN_M, &entry.run.distance_m);
    is_right &= read_seconds(table, row, &entry.run.duration_s);
    is_right &= read_metres(table, row, LOG_CLIMB, MOST_RUN_HILLS_M, &entry.run.climb_m);
    is_right &= read_metres(table, row, LOG_DESCENT, MOST_RUN_HILLS_M, &entry.run.descent_m);
    if (is_right)
        log_add(reading, &entry, row->place);
}

/* Holds the paces of the runs from `first` on against the runner's: a wrong unit shows. */
static void check_paces(const struct log_table *table, size_t first)
{
    struct log_reading *reading = table->reading;
    const struct run_log_hints *hints = reading->hints;
    int64_t *paces = memory_resize(NULL, reading->count + 1, sizeof *paces);
    size_t count = 0;
    for (size_t i = first; i < reading->count; i++) {
        const struct run *run = &reading->entries[i].run;
        if (run->duration_s != UNKNOWN)
            paces[count++] = (int64_t)run->duration_s * units_mm(hints->plan_units) /
                             ((int64_t)run->distance_m * 1000);
    }
    int64_t easy = hints->easy_pace_s, median = count > 0 ? median_of(paces, count) : easy;
    free(paces);
    if (median * 100 < easy * PACE_OFF_PERCENT && easy * 100 < median * PACE_OFF_PERCENT)
        return;
    char mine[QUANTITY_TEXT_SIZE], theirs[QUANTITY_TEXT_SIZE];
    enum log_unit unit = table->units[LOG_DISTANCE];
    const char *other = log_unit_name(unit == LOG_KM ? LOG_MI : LOG_KM);
    log_fail(
        reading, (struct source_place){0, 0},
        "with distances in %s most runs' pace is near %s /%s, but your easy pace is %s; if the "
        "distances are in %s, use --log-units %s",
        log_unit_name(unit), duration_format((int)median, theirs), units_name(hints->plan_units),
        duration_format((int)easy, mine), other, other);
}

void log_table_read(struct log_reading *reading, const char *text)
{
    struct csv_table csv;
    struct log_table table = {.reading = reading};
    size_t first = reading->count;
    csv_table_begin(&csv, reading->file, text, MOST_ROWS + 1, reading->arena, reading->error);
    bool is_row = csv_table_next(&csv);
    while (is_row && csv_row_is_empty(&csv.row))
        is_row = csv_table_next(&csv);
    if (!is_row && !csv.failed)
        log_fail(reading, (struct source_place){1, 1}, "the table is empty");
    if (is_row && find_kind(&table, &csv.row)) {
        while (csv_table_next(&csv))
            if (!csv_row_is_empty(&csv.row))
                keep_row(&table, &csv.row);
        if (!csv.failed && find_signs(&table)) {
            mark_repeated(&table);
            find_units(&table);
            find_date_order(&table);
            for (size_t i = 0; i < table.row_count && reading->mistakes < MOST_MISTAKES; i++)
                if (!table.rows[i].is_repeated)
                    read_row(&table, &table.rows[i]);
            if (!table.is_told_units && reading->hints->easy_pace_s != UNKNOWN)
                check_paces(&table, first);
        }
    }
    reading->failed = reading->failed || csv.failed;
    free(table.rows);
}
