/* hillplan course: what a course adds up to, and where its hills are; as text or as pages. */
#include <string.h>

#include "app/commands.h"
#include "app/course_input.h"
#include "app/course_report.h"
#include "app/option_values.h"
#include "app/output.h"
#include "app/print_options.h"
#include "course/course.h"

enum {
    OPTION_OUT,
    OPTION_FORMAT,
    OPTION_UNITS,
    OPTION_DISTANCE,
    OPTION_CLIMB,
    OPTION_DESCENT,
    OPTION_GOAL,
    OPTION_PAPER,
};

static const struct option options[] = {
    [OPTION_OUT] = {"output", 'o', "OUT", "write to this file; - is standard output", false},
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", "text, json or pdf (default: by OUT, or text)",
                       false},
    [OPTION_UNITS] = {"units", 0, "UNITS", "km or mi, for text and pages (default: km)", false},
    [OPTION_DISTANCE] = {"distance", 0, "DISTANCE",
                         "the official distance: marathon, 10k, 42.2 ...", false},
    [OPTION_CLIMB] = {"climb", 0, "METRES", "the official climb", false},
    [OPTION_DESCENT] = {"descent", 0, "METRES", "the official descent", false},
    [OPTION_GOAL] = {"goal", 0, "TIME", "the time of the splits on the pages: 3:30:00", false},
    [OPTION_PAPER] = {"paper", 0, "PAPER", "of the pages: a4, letter or a3 (default: a4)", false},
};

/* A plan of nothing but the race, so that its page can be printed. */
static struct plan *race_alone(const struct course_input *input, enum units units, int goal_time_s)
{
    struct plan *plan = plan_new();
    const struct course_measure *measure = &input->measure;
    plan->units = units;
    plan->title = input->name ? arena_strdup(plan->arena, input->name) : "The race";
    plan->race.name = input->name ? plan->title : NULL;
    plan->race.distance.metres = measure->distance_m;
    plan->race.climb_m = measure->climb_m;
    plan->race.descent_m = measure->descent_m;
    plan->race.goal_time_s = goal_time_s;
    plan->race.course = course_of_measure(measure, plan->arena);
    plan->print.pages[plan->print.page_count++] = PAGE_RACE;
    return plan;
}

static void print_pages(const struct course_input *input, enum units units,
                        const struct arguments *arguments, struct error *error)
{
    int goal_time_s;
    if (!option_time(arguments, &command_course, OPTION_GOAL, &goal_time_s, error) ||
        !option_check_time(&command_course, OPTION_GOAL, goal_time_s, input->measure.distance_m,
                           error))
        return;
    struct plan *plan = race_alone(input, units, goal_time_s);
    if (print_options_set_paper(&plan->print, arguments_value(arguments, OPTION_PAPER), error))
        output_plan(plan, export_format_named("pdf"), arguments_value(arguments, OPTION_OUT),
                    arguments->positionals[0], error);
    plan_free(plan);
}

static void report(const struct course_input *input, const struct export_format *format,
                   enum units units, const struct arguments *arguments, struct arena *arena,
                   struct error *error)
{
    struct text out = TEXT_INIT;
    bool is_json = format == export_format_named("json");
    bool done = is_json ? course_report_json(input, &out, error) : true;
    if (!is_json)
        course_report_text(input, &(struct words){arena, units, NULL}, &out);
    if (done)
        output_bytes(&out, format, arguments_value(arguments, OPTION_OUT),
                     arguments->positionals[0], error);
    text_release(&out);
}

/* The formats in which a course can be told. */
static const char *const format_names[] = {"text", "json", "pdf"};
static const struct word_list format_words = {format_names,
                                              sizeof format_names / sizeof *format_names, NULL};

/* NULL after an error. */
static const struct export_format *choose_format(const struct arguments *arguments,
                                                 struct error *error)
{
    const char *name = arguments_value(arguments, OPTION_FORMAT);
    const char *out = arguments_value(arguments, OPTION_OUT);
    if (!name && (!out || strcmp(out, "-") == 0))
        name = "text";
    const struct export_format *format = output_format(name, out, error);
    if (!format || word_list_choose(&format_words, "course in the format", format->name, error) < 0)
        return NULL;
    return format;
}

static enum status run(const struct arguments *arguments, struct error *error)
{
    const struct command *command = &command_course;
    struct course_official official;
    enum units units;
    const struct export_format *format = choose_format(arguments, error);
    if (!format || !option_units(arguments, OPTION_UNITS, &units, error) ||
        !option_race_distance(arguments, command, OPTION_DISTANCE, units, &official.distance_m,
                              error) ||
        !option_climb(arguments, command, OPTION_CLIMB, &official.climb_m, error) ||
        !option_climb(arguments, command, OPTION_DESCENT, &official.descent_m, error))
        return error->status;
    struct arena *arena = arena_new();
    struct course_input input;
    if (course_input_read(arguments->positionals[0], &official, units, arena, &input, error)) {
        if (format->is_binary)
            print_pages(&input, units, arguments, error);
        else
            report(&input, format, units, arguments, arena, error);
    }
    arena_free(arena);
    return error->status;
}

const struct command command_course = {
    .name = "course",
    .usage = "hillplan course FILE.gpx [-o OUT] [-f text|json|pdf] [--units km|mi] "
             "[--distance DISTANCE] [--climb METRES] [--descent METRES] [--goal TIME] "
             "[--paper PAPER]",
    .summary = "Measure a course: climb and descent, grades, and where they are.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the GPX file of a course",
    .most_positionals = 1,
    .run = run,
};
