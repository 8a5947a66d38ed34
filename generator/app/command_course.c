/* hillplan course: what a course adds up to, and where its hills are. */
#include "app/commands.h"
#include "app/course_input.h"
#include "app/course_report.h"
#include "app/option_values.h"
#include "base/file.h"

enum { OPTION_FORMAT, OPTION_UNITS, OPTION_DISTANCE, OPTION_CLIMB, OPTION_DESCENT };

static const struct option options[] = {
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", "text or json (default: text)", false},
    [OPTION_UNITS] = {"units", 0, "UNITS", "km or mi, for text (default: km)", false},
    [OPTION_DISTANCE] = {"distance", 0, "DISTANCE",
                         "the official distance: marathon, 10k, 42.2 ...", false},
    [OPTION_CLIMB] = {"climb", 0, "METRES", "the official climb", false},
    [OPTION_DESCENT] = {"descent", 0, "METRES", "the official descent", false},
};

static void report(const struct course_input *input, bool as_json, enum units units,
                   struct arena *arena, struct error *error)
{
    struct text out = TEXT_INIT;
    if (!as_json)
        course_report_text(input, units, arena, &out);
    if (!as_json || course_report_json(input, &out, error))
        file_write("-", text_string(&out), out.length, error);
    text_release(&out);
}

static enum status run(const struct arguments *arguments, struct error *error)
{
    const struct command *command = &command_course;
    struct course_official official;
    enum units units;
    bool as_json;
    if (!option_as_json(arguments, OPTION_FORMAT, &as_json, error) ||
        !option_units(arguments, OPTION_UNITS, &units, error) ||
        !option_race_distance(arguments, command, OPTION_DISTANCE, units, &official.distance_m,
                              error) ||
        !option_climb(arguments, command, OPTION_CLIMB, &official.climb_m, error) ||
        !option_climb(arguments, command, OPTION_DESCENT, &official.descent_m, error))
        return error->status;
    struct arena *arena = arena_new();
    struct course_input input;
    if (course_input_read(arguments->positionals[0], &official, units, arena, &input, error))
        report(&input, as_json, units, arena, error);
    arena_free(arena);
    return error->status;
}

const struct command command_course = {
    .name = "course",
    .usage = "hillplan course FILE.gpx [-f text|json] [--units km|mi] [--distance DISTANCE] "
             "[--climb METRES] [--descent METRES]",
    .summary = "Measure a course: climb and descent, grades, and where they are.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least_positionals = 1,
    .most_positionals = 1,
    .run = run,
};
