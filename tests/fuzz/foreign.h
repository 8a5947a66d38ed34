/* What the fuzz targets of the plans of others share. They run in the root of the source tree. */
#include <stdint.h>
#include <stdlib.h>

#include "import/import.h"
#include "import/lexicon.h"
#include "model/plan.h"

#define MOST_WEEKS    120
#define MOST_DISTANCE (700 * HUNDREDTHS) /* 400 mi in km */

/* What holds of every plan; abort() tells the fuzzer that it doesn't. */
static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void expect_session(const struct session *session)
{
    expect(session->kind >= SESSION_KIND_NONE && session->kind < SESSION_KIND_COUNT);
    expect(session->effort >= EFFORT_NONE && session->effort < EFFORT_COUNT);
    expect(session->terrain >= TERRAIN_NONE && session->terrain < TERRAIN_COUNT);
    expect(session->distance == UNKNOWN ||
           (session->distance >= 0 && session->distance <= MOST_DISTANCE));
    expect(session->climb_m == UNKNOWN || session->climb_m >= 0);
    expect(session->descent_m == UNKNOWN || session->descent_m >= 0);
    expect(session->duration_s == UNKNOWN || session->duration_s >= 0);
    expect(session->title != NULL);
}

static void expect_plan(const struct plan *plan)
{
    expect(plan->week_count > 0 && plan->week_count <= MOST_WEEKS);
    for (size_t w = 0; w < plan->week_count; w++)
        for (int d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            expect(day->date == plan->weeks[0].start + (int)w * DAYS_PER_WEEK + d);
            for (size_t i = 0; i < day->session_count; i++)
                expect_session(&day->sessions[i]);
        }
}

static int read_imported(const uint8_t *bytes, size_t length, enum import_format format)
{
    static struct lexicon *words;
    struct error error;
    error_init(&error);
    if (!words)
        words = lexicon_read("templates/words.yaml", &error);
    expect(words != NULL);
    struct import_hints hints = {.words = words,
                                 .named_start = NO_DATE,
                                 .race_date = NO_DATE,
                                 .runner_start = NO_DATE,
                                 .units = UNKNOWN,
                                 .starts_on = UNKNOWN};
    struct plan *plan =
        import_read_bytes("fuzz", (const char *)bytes, length, format, &hints, &error);
    expect(!plan == error_is_set(&error));
    if (plan)
        expect_plan(plan);
    plan_free(plan);
    error_release(&error);
    return 0;
}
