/* Any bytes as a GPX file: read, and whatever course comes of it measured, thinned out and paced.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/quantity.h"
#include "course/course.h"
#include "course/gpx_file.h"
#include "training/pacing.h"

#define GOAL_S 12345

/* What holds of every course; abort() tells the fuzzer that it doesn't. */
static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void use(const struct track *track, struct arena *arena)
{
    const struct course_official official = {42195, UNKNOWN, UNKNOWN};
    struct course_measure measure;
    course_measure(track, &official, arena, &measure);
    struct course course = course_from_line(&measure.line, COURSE_MOST_POINTS, arena);
    struct course_line line = course_to_line(&course, arena);
    expect(course.point_count <= COURSE_MOST_POINTS &&
           (course.point_count > 0) == measure.has_elevation);
    expect(line.count == 0 || line.length_m == measure.distance_m);
    struct splits splits = pacing_splits(&measure.line, GOAL_S, UNITS_MI, true, arena);
    expect(splits.items[splits.count - 1].elapsed_s == GOAL_S);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    error_init(&error);
    struct track *track = gpx_read_bytes("fuzz", (const char *)bytes, length, &error);
    expect(!track == error_is_set(&error));
    if (track) {
        struct arena *arena = arena_new();
        use(track, arena);
        arena_free(arena);
    }
    track_free(track);
    error_release(&error);
    return 0;
}
