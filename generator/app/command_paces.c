/* hillplan paces: what a race says about training, and the splits of the next one. */
#include "app/commands.h"
#include "app/course_input.h"
#include "app/option_rows.h"
#include "app/option_values.h"
#include "app/output.h"
#include "app/pace_report.h"

enum {
    OPTION_RACE,
    OPTION_TIME,
    OPTION_COURSE,
    OPTION_GOAL,
    OPTION_DISTANCE,
    OPTION_SLOW_START,
    OPTION_UNITS,
    OPTION_FORMAT,
};

static const struct option options[] = {
    [OPTION_RACE] = {.name = "race",
                     .takes = TAKES_DISTANCE,
                     .value = "DISTANCE",
                     .help = "a race that was run: 10k, marathon, 12.5 ..."},
    [OPTION_TIME] = {.name = "time",
                     .takes = TAKES_TIME,
                     .value = "TIME",
                     .help = "its time: 45:30"},
    [OPTION_COURSE] = {.name = "course",
                       .takes = TAKES_FILE,
                       .value = "FILE.gpx",
                       .help = "the course of the race to come"},
    [OPTION_GOAL] = {.name = "goal",
                     .takes = TAKES_TIME,
                     .value = "TIME",
                     .help = "the time to run it in: 3:30:00"},
    [OPTION_DISTANCE] = {.name = "distance",
                         .takes = TAKES_DISTANCE,
                         .value = "DISTANCE",
                         .help = "its official distance"},
    [OPTION_SLOW_START] = {.name = "slow-start", .help = "begin slower than at equal effort"},
    [OPTION_UNITS] = UNITS_OPTION(""),
    [OPTION_FORMAT] = REPORT_OPTION,
};

/* Where the report goes, and in which form. */
struct output {
    struct arena *arena;
    enum units units;
    bool as_json;
    struct text text;
};

static void report_race(const struct arguments *arguments, struct output *output,
                        struct error *error)
{
    struct race_result race = {.distance = arguments_value(arguments, OPTION_RACE)};
    race.time_s = arguments_time(arguments, OPTION_TIME);
    if (!option_race_distance(arguments, OPTION_RACE, output->units, &race.metres, error) ||
        !option_check_time(arguments, OPTION_TIME, race.time_s, race.metres, error))
        return;
    if (output->as_json)
        pace_report_race_json(&race, output->units, &output->text, error);
    else
        pace_report_race_text(&race, &(struct words){output->arena, output->units, NULL},
                              &output->text);
}

/* The line to run along: of the course file, or level over the distance. */
static bool find_line(const struct arguments *arguments, const struct output *output,
                      struct race_goal *goal, struct course_line *line, struct error *error)
{
    const char *path = arguments_value(arguments, OPTION_COURSE);
    struct course_official official = {UNKNOWN, UNKNOWN, UNKNOWN};
    struct course_input input;
    if (!option_race_distance(arguments, OPTION_DISTANCE, output->units, &official.distance_m,
                              error))
        return false;
    if (!path) {
        *line = (struct course_line){.length_m = official.distance_m};
        return true;
    }
    if (!course_input_read(path, &official, output->units, output->arena, &input, error))
        return false;
    goal->name = input.name;
    *line = input.measure.line;
    return true;
}

static void report_splits(const struct arguments *arguments, struct output *output,
                          struct error *error)
{
    struct race_goal goal = {.slow_start = arguments_value(arguments, OPTION_SLOW_START)};
    struct course_line line;
    goal.time_s = arguments_time(arguments, OPTION_GOAL);
    if (!find_line(arguments, output, &goal, &line, error) ||
        !option_check_time(arguments, OPTION_GOAL, goal.time_s, line.length_m, error))
        return;
    goal.metres = line.length_m;
    goal.has_course = line.elevations_cm;
    struct splits splits =
        pacing_splits(&line, goal.time_s, output->units, goal.slow_start, output->arena);
    if (output->as_json)
        pace_report_splits_json(&goal, &splits, output->units, &output->text, error);
    else
        pace_report_splits_text(&goal, &splits, &(struct words){output->arena, output->units, NULL},
                                &output->text);
}

/* Either a race with its time, or a goal with a course, a distance or both. */
static bool check_combination(const struct arguments *arguments, struct error *error)
{
    bool race = arguments_value(arguments, OPTION_RACE);
    bool time = arguments_value(arguments, OPTION_TIME);
    bool goal = arguments_value(arguments, OPTION_GOAL);
    bool way =
        arguments_value(arguments, OPTION_COURSE) || arguments_value(arguments, OPTION_DISTANCE);
    bool about_goal = goal || way || arguments_value(arguments, OPTION_SLOW_START);
    if ((race && time && !about_goal) || (goal && way && !race && !time))
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "say either --race and --time, for training paces, or --goal with --course or "
              "--distance, for splits");
    return false;
}

static enum status run_paces(const struct arguments *arguments, struct error *error)
{
    struct output output = {
        .units = (enum units)arguments_word(arguments, OPTION_UNITS, UNITS_KM),
        .as_json = arguments_word(arguments, OPTION_FORMAT, REPORT_TEXT) == REPORT_JSON,
    };
    if (!check_combination(arguments, error))
        return error->status;
    output.arena = arena_new();
    if (arguments_value(arguments, OPTION_RACE))
        report_race(arguments, &output, error);
    else
        report_splits(arguments, &output, error);
    if (!error_is_set(error))
        output_text(&output.text, "-", error);
    text_release(&output.text);
    arena_free(output.arena);
    return error->status;
}

const struct command command_paces = {
    .name = "paces",
    .summary =
        "Tell training paces from a race, or the splits of a race from its course.\n"
        "--race and --time give paces; --goal with --course, --distance or both gives splits.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run_paces,
};
