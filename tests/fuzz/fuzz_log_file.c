/* Any bytes as a training log, a table or a GPX file: read, and its runs are such as may be. */
#include <stdint.h>
#include <stdlib.h>

#include "logs/run_log.h"

#define TODAY 20780 /* in November 2026 */

/* What holds of every log; abort() tells the fuzzer that it doesn't. */
static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void expect_runs(const struct run_log *log)
{
    for (size_t i = 0; i < log->count; i++) {
        const struct run *run = &log->runs[i];
        expect(run->date <= TODAY + 3 && (i == 0 || run->date >= run[-1].date));
        expect(run->start_s == UNKNOWN || (run->start_s >= 0 && run->start_s < 86400));
        expect(run->distance_m >= 100 && run->distance_m <= 300000);
        expect(run->duration_s == UNKNOWN || run->duration_s >= 60);
        expect(run->climb_m == UNKNOWN || run->climb_m >= 0);
        expect(run->descent_m == UNKNOWN || run->descent_m >= 0);
        expect(log->sources[i].file != NULL);
    }
    expect(log->count == 0 || (log->first == log->runs[0].date && log->last >= log->first));
}

static void read_as(const char *name, const uint8_t *bytes, size_t length, const char *zone,
                    const struct log_words *words)
{
    const struct run_log_hints hints = {words, zone, UNKNOWN, UNITS_KM, TODAY, 330};
    struct arena *arena = arena_new();
    struct run_log log;
    struct error error;
    error_init(&error);
    bool is_read =
        run_log_read_bytes(name, (const char *)bytes, length, &hints, arena, &log, &error);
    expect(is_read != error_is_set(&error));
    if (is_read)
        expect_runs(&log);
    error_release(&error);
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct log_words *words;
    struct error error;
    error_init(&error);
    if (!words)
        words = log_words_read("templates/logs.yaml", &error);
    expect(words != NULL);
    if (length > 0 && bytes[0] == '<')
        read_as("log.gpx", bytes, length, NULL, words);
    else
        read_as("log.csv", bytes, length, "Europe/Berlin", words);
    error_release(&error);
    return 0;
}
