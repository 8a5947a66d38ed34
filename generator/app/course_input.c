/* Course input. */
#include "app/course_input.h"

#include <unistd.h>

#include "base/file.h"
#include "course/course.h"
#include "course/gpx_file.h"
#include "words/words.h"

static void warn_of_official(const char *path, const struct course_official *official,
                             enum units units, struct arena *arena,
                             const struct course_measure *measure, struct error *error)
{
    struct words words = {arena, units, NULL};
    if (official->distance_m != UNKNOWN && !measure->is_scaled)
        error_warn(error, path, 0, 0,
                   "the course is %s long, the official distance is %s: they should be less than "
                   "%d %% apart, so the file's distance counts; check that it is the right file",
                   words_distance(&words, distance_from_m(measure->track_m, units)),
                   words_distance(&words, distance_from_m(official->distance_m, units)),
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
    warn_of_official(path, official, units, arena, &input->measure, error);
    return true;
}

static bool find_file(const struct profile *profile, struct text *path, struct error *error)
{
    const struct named *named = &profile->race.course_file;
    file_beside(profile->path, named->name, path);
    if (access(text_string(path), R_OK) == 0 && !file_is_folder(text_string(path)))
        return true;
    error_add(error, STATUS_BAD_INPUT, profile->path, named->line, named->column,
              "race.course: cannot read the course file %s: paths are relative to the profile",
              text_string(path));
    return false;
}

bool course_input_of_profile(struct profile *profile, struct error *error)
{
    struct race *race = &profile->race;
    struct course_official official = {race->distance.metres, race->climb_m, race->descent_m};
    struct course_input input;
    struct text path = TEXT_INIT;
    if (!profile->race.course_file.name)
        return true;
    if (official.distance_m <= 0 || official.distance_m > LONGEST_RACE_M)
        official.distance_m = UNKNOWN; /* a mistake, which is told elsewhere */
    bool done = find_file(profile, &path, error) &&
                course_input_read(text_string(&path), &official, profile->units, profile->arena,
                                  &input, error);
    text_release(&path);
    if (!done)
        return false;
    race->course = course_of_measure(&input.measure, profile->arena);
    race->climb_m = input.measure.climb_m;
    race->descent_m = input.measure.descent_m;
    return true;
}
