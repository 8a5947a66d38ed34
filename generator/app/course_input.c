/* Course input. */
#include "app/course_input.h"

#include "files/gpx_file.h"
#include "model/words.h"
#include "training/course.h"

static void warn(const char *path, const struct course_official *official, enum units units,
                 struct arena *arena, const struct course_measure *measure, struct error *error)
{
    if (official->distance_m != UNKNOWN && !measure->is_scaled)
        error_warn(error, path, 0, 0,
                   "the course is %s long, the official distance is %s: they should be less than "
                   "%d %% apart, so the file's distance counts; check that it is the right file",
                   words_distance(arena, distance_from_m(measure->track_m, units), units),
                   words_distance(arena, distance_from_m(official->distance_m, units), units),
                   COURSE_SCALED_BELOW_PERCENT);
    if (!measure->has_elevation)
        error_warn(error, path, 0, 0,
                   "the file has no elevations, so grades are unknown, and climb and descent but "
                   "for official figures; most route planners can add elevations to a file");
}

bool course_input_read(const char *path, const struct course_official *official, enum units units,
                       struct arena *arena, struct course_input *input, struct error *error)
{
    struct track *track = gpx_read(path, error);
    if (!track)
        return false;
    input->name = track->name ? arena_strdup(arena, track->name) : NULL;
    course_measure(track, official, arena, &input->measure);
    track_free(track);
    warn(path, official, units, arena, &input->measure, error);
    return true;
}
