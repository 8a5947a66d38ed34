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

void log_add(struct log_reading *reading, const struct log_entry *entry, struct source_place place)
{
    const struct run *run = &entry->run;
    bool is_short = run->duration_s != UNKNOWN && run->duration_s < SHORTEST_RUN_S;
    bool has_distance = run->distance_m != UNKNOWN && run->distance_m > 0;
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
    if (added->descent_m != UNKNOWN)
        return;
    if (added->climb_m == 0) /* how tables write that they don't know */
        added->climb_m = UNKNOWN;
    added->descent_m = added->climb_m;
    reading->climb_for_descent += added->climb_m != UNKNOWN;
}
