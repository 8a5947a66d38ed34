/* hillplan course: what a course adds up to, and where its hills are; as text or as pages. */
#include <string.h>

#include "app/commands.h"
#include "app/course_input.h"
#include "app/course_report.h"
#include "app/option_rows.h"
#include "app/option_values.h"
#include "app/output.h"
#include "course/course.h"

#define MOST_CLIMB_M 30000

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

/* The formats in which a course can be told. */
static const char *const format_names[] = {"text", "json", "pdf"};
static const struct word_list format_words = {format_names,
                                              sizeof format_names / sizeof *format_names, NULL};

static const struct option options[] = {
    [OPTION_OUT] = OUTPUT_OPTION("write to this file; - is standard output"),
    [OPTION_FORMAT] = FORMAT_OPTION(format_words, "by default as OUT ends, or text"),
    [OPTION_UNITS] = UNITS_OPTION("of text and pages, "),
    [OPTION_DISTANCE] = {.name = "distance",
                         .takes = TAKES_DISTANCE,
                         .value = "DISTANCE",
                         .help = "the official distance: marathon, 10k, 42.2 ..."},
    [OPTION_CLIMB] = {.name = "climb",
                      .takes = TAKES_NUMBER,
                      .value = "METRES",
                      .most = MOST_CLIMB_M,
                      .help = "the official climb"},
    [OPTION_DESCENT] = {.name = "descent",
                        .takes = TAKES_NUMBER,
                        .value = "METRES",
                        .most = MOST_CLIMB_M,
                        .help = "the official descent"},
    [OPTION_GOAL] = {.name = "goal",
                     .takes = TAKES_TIME,
                     .value = "TIME",
                     .help = "the time of the splits on the pages: 3:30:00"},
    [OPTION_PAPER] = PAPER_OPTION,
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
    int goal_time_s = arguments_time(arguments, OPTION_GOAL);
    if (!option_check_time(arguments, OPTION_GOAL, goal_time_s, input->measure.distance_m, error))
        return;
    struct plan *plan = race_alone(input, units, goal_time_s);
    plan->print.paper = (enum paper)arguments_word(arguments, OPTION_PAPER, PAPER_A4);
    const struct plan_output output =
        OUTPUT_WHOLE(export_format_named("pdf"), arguments_value(arguments, OPTION_OUT));
    output_plan(plan, &output, arguments->positionals[0], error);
    plan_free(plan);
}

static void report_course(const struct course_input *input, const struct export_format *format,
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

static enum status run_course(const struct arguments *arguments, struct error *error)
{
    enum units units = (enum units)arguments_word(arguments, OPTION_UNITS, UNITS_KM);
    struct course_official official = {
        .climb_m = arguments_number(arguments, OPTION_CLIMB),
        .descent_m = arguments_number(arguments, OPTION_DESCENT),
    };
    const struct export_format *format = choose_format(arguments, error);
    if (!format ||
        !option_race_distance(arguments, OPTION_DISTANCE, units, &official.distance_m, error))
        return error->status;
    struct arena *arena = arena_new();
    struct course_input input;
    if (course_input_read(arguments->positionals[0], &official, units, arena, &input, error)) {
        if (format->is_binary)
            print_pages(&input, units, arguments, error);
        else
            report_course(&input, format, units, arguments, arena, error);
    }
    arena_free(arena);
    return error->status;
}

const struct command command_course = {
    .name = "course",
    .operands = "FILE.gpx",
    .summary = "Measure a course: climb and descent, grades, and where they are.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the GPX file of a course",
    .most_positionals = 1,
    .run = run_course,
};
