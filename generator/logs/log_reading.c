/* What the readers of logs say: mistakes, warnings and runs. */
#include "logs/log_reading.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

#define MOST_MESSAGE 600

/* ---- messages ---- */

void log_fail(struct log_reading *reading, struct source_place place, const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    reading->failed = true;
    reading->mistakes++;
    error_add(reading->error, STATUS_BAD_INPUT, reading->file, place.line, place.column, "%s",
              message);
}

void log_warn(struct log_reading *reading, struct source_place place, const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_warn(reading->error, reading->file, place.line, place.column, "%s", message);
}

/* ---- runs as they are read ---- */

bool log_kind_is_run(struct log_reading *reading, const char *kind, struct source_place place)
{
    const struct log_words *words = reading->hints->words;
    const char *plain = text_plain(kind, reading->arena);
    if (!*plain || log_names_hold(&words->runs, plain))
        return true;
    if (log_names_hold(&words->others, plain)) {
        reading->others++;
        return false;
    }
    for (size_t i = 0; i < reading->unknown_count; i++)
        if (strcmp(reading->unknown_kinds[i], plain) == 0)
            return false;
    reading->unknown_kinds = memory_resize(reading->unknown_kinds, reading->unknown_count + 1,
                                           sizeof *reading->unknown_kinds);
    reading->unknown_kinds[reading->unknown_count++] = plain;
    log_warn(reading, place,
             "'%.40s' is no kind of sport that is known, so it is no run; if it is one, add it to "
             "runs in templates/logs.yaml",
             kind);
    return false;
}

/* A time in which nobody runs that far, as where hours and minutes are read as minutes and seconds.
 */
static bool is_too_fast(const struct run *run)
{
    return run->duration_s != UNKNOWN && run->distance_m != UNKNOWN &&
           (int64_t)run->duration_s * M_PER_KM < (int64_t)run->distance_m * FASTEST_KM_S;
}

static void drop_time(struct log_reading *reading, struct run *run, struct source_place place)
{
    char km[QUANTITY_TEXT_SIZE], time[QUANTITY_TEXT_SIZE];
    log_warn(reading, place,
             "nobody runs %s km in %s, so the time isn't counted; write times like 0:45:30 or "
             "1:15:00",
             decimal_format(run->distance_m / (M_PER_KM / HUNDREDTHS), 2, km),
             duration_format(run->duration_s, time));
    run->duration_s = UNKNOWN;
}

void log_add(struct log_reading *reading, const struct log_entry *entry, struct source_place place)
{
    const struct run *run = &entry->run;
    bool has_distance = run->distance_m != UNKNOWN && run->distance_m > 0;
    bool is_too_fast_to_be = has_distance && run->distance_m >= LEAST_TIMED_M && is_too_fast(run);
    bool is_short =
        !is_too_fast_to_be && run->duration_s != UNKNOWN && run->duration_s < SHORTEST_RUN_S;
    if (is_short || (has_distance && run->distance_m < SHORTEST_RUN_M)) {
        reading->short_ones++;
        return;
    }
    if (!has_distance) {
        log_warn(reading, place, "this run has no distance; it isn't counted");
        return;
    }
    if (reading->count == reading->capacity) {
        reading->capacity = reading->capacity ? 2 * reading->capacity : 64;
        reading->entries =
            memory_resize(reading->entries, reading->capacity, sizeof *reading->entries);
    }
    reading->entries[reading->count] = *entry;
    struct run *added = &reading->entries[reading->count++].run;
    if (is_too_fast_to_be)
        drop_time(reading, added, place);
    if (added->descent_m != UNKNOWN)
        return;
    if (added->climb_m == 0) /* how tables write that they don't know */
        added->climb_m = UNKNOWN;
    added->descent_m = added->climb_m;
    reading->climb_for_descent += added->climb_m != UNKNOWN;
}
