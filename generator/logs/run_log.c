/* Training logs: files and folders, the day of each run, and what is told of what was left out. */
#include "logs/run_log.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "logs/log_reading.h"
#include "logs/log_time.h"
#include "logs/time_zone.h"

#define MOST_TABLE_BYTES ((size_t)20 * 1024 * 1024)
#define MOST_NAMED       8  /* runs in one message */
#define NIGHT_FROM_H     21 /* by UTC */
#define NIGHT_TO_H       3
#define LATE_H           22 /* by the sun, off which clocks are by up to two hours or so */
#define EARLY_H          2
#define DEGREES_PER_HOUR 15
#define DEGREE           10000000

static const char *plural(int count)
{
    return count == 1 ? "" : "s";
}

/* What a file had besides runs that count. */
static void tell_left_out(struct log_reading *reading)
{
    const struct source_place whole = {0, 0};
    if (reading->others > 0)
        log_warn(reading, whole, "%d entr%s of other sports left out", reading->others,
                 reading->others == 1 ? "y" : "ies");
    if (reading->totals > 0)
        log_warn(reading, whole, "%d row%s of sums left out", reading->totals,
                 plural(reading->totals));
    if (reading->short_ones > 0)
        log_warn(reading, whole, "%d run%s under %d m or %d s left out", reading->short_ones,
                 plural(reading->short_ones), SHORTEST_RUN_M, SHORTEST_RUN_S);
    if (reading->climb_for_descent > 0)
        log_warn(reading, whole,
                 "%d run%s with a climb and no descent: as much descent as climb is taken",
                 reading->climb_for_descent, plural(reading->climb_for_descent));
    reading->others = reading->totals = reading->short_ones = reading->climb_for_descent = 0;
}

/* ---- files ---- */

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), ending_length = strlen(ending);
    return length > ending_length && strcmp(path + length - ending_length, ending) == 0;
}

static void read_table_bytes(struct log_reading *reading, const char *bytes, size_t length)
{
    size_t bad;
    struct source_place place;
    if (utf8_is_valid(bytes, length, &bad)) {
        log_table_read(reading, utf8_without_mark(bytes));
        return;
    }
    text_place(bytes, bad, &place.line, &place.column);
    log_fail(reading, place, "%s",
             bytes[bad] ? "not UTF-8 text; save the table as UTF-8"
                        : "a NUL byte; this is no text file");
}

/* What isn't read at all, and what to do instead. */
static const struct {
    const char *ending, *advice;
} unread[] = {
    {".fit", "is not read; export the list of activities as CSV, or the run as GPX"},
    {".tcx", "is not read; export the run as GPX"},
    {".gz", "is packed; unpack it with gunzip"},
    {".zip", "is packed; unpack it, and give the file or folder in it"},
};
#define UNREAD_COUNT (sizeof unread / sizeof *unread)

static void begin_file(struct log_reading *reading, const char *path)
{
    if (reading->file_count == reading->file_capacity) {
        reading->file_capacity = reading->file_capacity ? 2 * reading->file_capacity : 16;
        reading->files =
            memory_resize(reading->files, reading->file_capacity, sizeof *reading->files);
    }
    reading->file = arena_strdup(reading->arena, path);
    reading->files[reading->file_count++] = reading->file;
    reading->mistakes = 0;
}

static void read_file(struct log_reading *reading, const char *path)
{
    begin_file(reading, path);
    for (size_t i = 0; i < UNREAD_COUNT; i++)
        if (ends_with(path, unread[i].ending)) {
            log_fail(reading, (struct source_place){0, 0}, "a %s file %s", unread[i].ending,
                     unread[i].advice);
            return;
        }
    if (ends_with(path, ".gpx")) {
        log_gpx_read(reading, NULL, 0);
        return;
    }
    struct text bytes = TEXT_INIT;
    if (file_read((struct file_role){"the log", false}, path, MOST_TABLE_BYTES, &bytes,
                  reading->error))
        read_table_bytes(reading, text_string(&bytes), bytes.length);
    else
        reading->failed = true;
    text_release(&bytes);
}

static size_t read_files_in(struct log_reading *reading, const char *folder, const char *ending)
{
    size_t count = 0;
    char **names = file_list(folder, ending, &count, reading->error);
    reading->failed = reading->failed || !names;
    for (size_t i = 0; names && i < count; i++) {
        struct text path = TEXT_INIT;
        text_printf(&path, "%s%s%s", folder, ends_with(folder, "/") ? "" : "/", names[i]);
        read_file(reading, text_string(&path));
        text_release(&path);
    }
    free(names);
    return count;
}

static void read_folder(struct log_reading *reading, const char *folder)
{
    size_t count = read_files_in(reading, folder, ".csv");
    count += reading->failed ? 0 : read_files_in(reading, folder, ".gpx");
    reading->file = arena_strdup(reading->arena, folder);
    tell_left_out(reading); /* of all its files together */
    if (count == 0 && !reading->failed)
        log_fail(reading, (struct source_place){0, 0},
                 "the folder has no .gpx and no .csv files; give one that has");
    for (size_t i = 0; i < UNREAD_COUNT && !reading->failed; i++) {
        size_t others = 0;
        char **names = file_list(folder, unread[i].ending, &others, reading->error);
        if (others > 0)
            log_warn(reading, (struct source_place){0, 0}, "%zu file%s left out: a %s file %s",
                     others, others == 1 ? "" : "s", unread[i].ending, unread[i].advice);
        free(names);
    }
}

/* ---- days ---- */

/* The day of the run by a clock that shows these seconds since 1970. */
static void set_day(struct log_entry *entry, int64_t time)
{
    int64_t day = time >= 0 ? time / DAY_S : -((-time + DAY_S - 1) / DAY_S);
    entry->time = time;
    entry->run.date = (int)day;
    entry->run.start_s = (int)(time - day * DAY_S);
}

/* The sun's time at the run's start, near enough to tell the day of most runs. */
static int64_t time_by_sun(const struct log_entry *entry)
{
    return entry->time + (int64_t)entry->longitude * HOUR_S / ((int64_t)DEGREES_PER_HOUR * DEGREE);
}

/* Whether the day of a run is in doubt without a zone. */
static bool is_doubtful(int second, bool is_utc)
{
    int hour = second / HOUR_S;
    return is_utc ? hour >= NIGHT_FROM_H || hour < NIGHT_TO_H : hour >= LATE_H || hour < EARLY_H;
}

/* Names the runs whose day is in doubt. */
static void warn_of_nights(struct log_reading *reading, const struct text *named, int count)
{
    if (count > 0)
        error_warn(reading->error, NULL, 0, 0,
                   "%d run%s may belong to the day before or after, as nothing tells the time zone "
                   "(UTC %s%s); use --time-zone, as in --time-zone Europe/Berlin",
                   count, plural(count), text_string(named), count > MOST_NAMED ? ", ..." : "");
}

/* Days without a time zone: by the sun where the place is known, else by UTC. */
static void find_days_without_zone(struct log_reading *reading)
{
    struct text named = TEXT_INIT;
    int count = 0;
    for (size_t i = 0; i < reading->count; i++) {
        struct log_entry *entry = &reading->entries[i];
        if (!entry->is_utc)
            continue;
        int64_t utc = entry->time;
        bool has_place = entry->longitude != UNKNOWN;
        set_day(entry, utc);
        int date = entry->run.date, second = entry->run.start_s;
        if (has_place)
            set_day(entry, time_by_sun(entry));
        if (!is_doubtful(entry->run.start_s, !has_place))
            continue;
        char text[DATE_TEXT_SIZE];
        if (count++ < MOST_NAMED)
            text_printf(&named, "%s%s %02d:%02d", count > 1 ? ", " : "", date_format(date, text),
                        second / HOUR_S, second / MINUTE_S % 60);
    }
    warn_of_nights(reading, &named, count);
    text_release(&named);
}

static void apply_zone(struct log_reading *reading)
{
    int64_t **times = memory_resize(NULL, reading->count + 1, sizeof(int64_t *));
    size_t count = 0;
    for (size_t i = 0; i < reading->count; i++)
        if (reading->entries[i].is_utc)
            times[count++] = &reading->entries[i].time;
    time_zone_apply(reading->hints->time_zone, times, count);
    free(times);
}

static void find_days(struct log_reading *reading)
{
    if (reading->hints->time_zone)
        apply_zone(reading);
    else
        find_days_without_zone(reading);
    for (size_t i = 0; i < reading->count; i++) {
        struct log_entry *entry = &reading->entries[i];
        bool is_set = entry->is_utc && !reading->hints->time_zone;
        if (entry->time == NO_TIME)
            entry->run.start_s = UNKNOWN;
        else if (!is_set)
            set_day(entry, entry->time);
    }
}

/* ---- the whole ---- */

/* By date, then start; as they were read where it is unknown or the same. */
static int compare_entries(const void *a, const void *b)
{
    const struct log_entry *left = a, *right = b;
    int order = (left->run.date > right->run.date) - (left->run.date < right->run.date);
    if (order == 0)
        order = (left->run.start_s > right->run.start_s) - (left->run.start_s < right->run.start_s);
    if (order == 0)
        order = strcmp(left->source.file, right->source.file);
    return order ? order
                 : (left->source.line > right->source.line) -
                       (left->source.line < right->source.line);
}

static bool begin_reading(struct log_reading *reading, struct run_log *log,
                          const struct run_log_hints *hints, struct arena *arena,
                          struct error *error)
{
    *reading = (struct log_reading){.hints = hints, .arena = arena, .error = error};
    *log = (struct run_log){.first = NO_DATE, .last = NO_DATE};
    return !hints->time_zone || time_zone_check(hints->time_zone, error);
}

static bool finish_reading(struct log_reading *reading, struct run_log *log)
{
    if (!reading->failed && reading->count > 0) {
        find_days(reading);
        qsort(reading->entries, reading->count, sizeof *reading->entries, compare_entries);
        log_mark_doubles(reading);
        log->runs = arena_array(reading->arena, reading->count, sizeof *log->runs);
        log->sources = arena_array(reading->arena, reading->count, sizeof *log->sources);
        for (size_t i = 0; i < reading->count; i++) {
            if (reading->entries[i].is_doubled)
                continue;
            log->runs[log->count] = reading->entries[i].run;
            log->sources[log->count++] = reading->entries[i].source;
        }
        log->first = log->runs[0].date;
        log->last = log->runs[log->count - 1].date;
    }
    log->file_count = reading->file_count;
    log->files = arena_array(reading->arena, reading->file_count + 1, sizeof *log->files);
    for (size_t i = 0; i < reading->file_count; i++)
        log->files[i] = reading->files[i];
    free(reading->files);
    free(reading->entries);
    free(reading->unknown_kinds);
    return !reading->failed;
}

bool run_log_read(const char *const *paths, size_t count, const struct run_log_hints *hints,
                  struct arena *arena, struct run_log *log, struct error *error)
{
    struct log_reading reading;
    if (!begin_reading(&reading, log, hints, arena, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (file_is_folder(paths[i])) {
            read_folder(&reading, paths[i]);
        } else {
            read_file(&reading, paths[i]);
            tell_left_out(&reading);
        }
    }
    if (hints->units != UNKNOWN && !reading.uses_units && !reading.failed)
        error_warn(error, NULL, 0, 0,
                   "--log-units changes nothing: every file of the log tells its unit");
    return finish_reading(&reading, log);
}

bool run_log_read_bytes(const char *name, const char *bytes, size_t length,
                        const struct run_log_hints *hints, struct arena *arena, struct run_log *log,
                        struct error *error)
{
    struct log_reading reading;
    if (!begin_reading(&reading, log, hints, arena, error))
        return false;
    begin_file(&reading, name);
    if (ends_with(name, ".gpx"))
        log_gpx_read(&reading, bytes, length);
    else
        read_table_bytes(&reading, arena_strndup(arena, bytes, length), length);
    tell_left_out(&reading);
    return finish_reading(&reading, log);
}
