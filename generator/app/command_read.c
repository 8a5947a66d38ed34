/* hillplan read: what is understood of somebody else's plan. */
#include <string.h>

#include "app/commands.h"
#include "app/option_rows.h"
#include "app/output.h"
#include "app/read_report.h"
#include "app/report.h"
#include "app/setup.h"
#include "import/import.h"

enum {
    OPTION_CELL,
    OPTION_UNITS,
    OPTION_LANGUAGE,
    OPTION_STRICT,
    OPTION_START,
    OPTION_FORMAT,
};

static const struct option options[] = {
    [OPTION_CELL] = {.name = "cell",
                     .takes = TAKES_TEXT,
                     .value = "TEXT",
                     .help = "read one cell alone, as if it stood in such a plan"},
    [OPTION_UNITS] = {.name = "units",
                      .takes = TAKES_WORD,
                      .value = "UNIT",
                      .words = &units_words,
                      .help = "of its bare numbers"},
    [OPTION_LANGUAGE] = {.name = "language",
                         .takes = TAKES_WORD,
                         .value = "LANGUAGE",
                         .words = &word_language_words,
                         .help = "of its words, where two languages share one"},
    [OPTION_STRICT] = STRICT_OPTION,
    [OPTION_START] = START_OPTION,
    [OPTION_FORMAT] = REPORT_OPTION,
};

static void report_cell(const struct arguments *arguments, const struct lexicon *words,
                        struct arena *arena, struct error *error)
{
    const char *cell = arguments_value(arguments, OPTION_CELL);
    struct cell_hints hints = {
        .words = words,
        .language = (enum word_language)arguments_word(arguments, OPTION_LANGUAGE, LANGUAGE_NONE),
        .units = arguments_word(arguments, OPTION_UNITS, UNKNOWN),
        .small_m = UNIT_NONE,
    };
    struct text out = TEXT_INIT;
    size_t bad;
    if (!utf8_is_valid(cell, strlen(cell), &bad)) {
        error_add(error, STATUS_BAD_INPUT, "--cell", 1, (int)bad + 1, "not UTF-8 text");
        return;
    }
    struct cell_reading reading = cell_read(cell, &hints, arena);
    if (arguments_word(arguments, OPTION_FORMAT, REPORT_TEXT) == REPORT_JSON) {
        report_json(read_report_cell_json(&reading), &out, error);
    } else {
        read_report_cell_text(&reading, hints.units, &out);
        text_append(&out, "\n");
    }
    output_text(&out, "-", error);
    text_release(&out);
}

static void report_plan(const struct arguments *arguments, const struct lexicon *words,
                        struct error *error)
{
    const char *path = arguments->positionals[0];
    enum import_format format = import_format_of(path);
    struct import_report report = {0};
    struct import_hints hints = {
        .words = words,
        .named_start = arguments_date(arguments, OPTION_START),
        .race_date = NO_DATE,
        .runner_start = NO_DATE,
        .units = arguments_word(arguments, OPTION_UNITS, UNKNOWN),
        .starts_on = UNKNOWN,
        .strict = arguments_value(arguments, OPTION_STRICT) != NULL,
        .report = &report,
    };
    struct text out = TEXT_INIT;
    if (format == IMPORT_NONE)
        error_add(error, STATUS_BAD_INPUT, path, 0, 0,
                  "is no plan of others; read takes tables (.csv), calendars (.ics) and YAML "
                  "schedules");
    struct plan *plan = format == IMPORT_NONE ? NULL : import_read(path, format, &hints, error);
    if (plan && arguments_word(arguments, OPTION_FORMAT, REPORT_TEXT) == REPORT_JSON)
        report_json(read_report_plan_json(plan, &report), &out, error);
    else if (plan)
        read_report_plan_text(plan, &report, &out);
    if (plan)
        output_text(&out, "-", error);
    text_release(&out);
    plan_free(plan);
}

static enum status run_read(const struct arguments *arguments, struct error *error)
{
    struct arena *arena = arena_new();
    struct lexicon *words = setup_words(error);
    if (words && arguments_value(arguments, OPTION_CELL))
        report_cell(arguments, words, arena, error);
    else if (words && arguments->positional_count)
        report_plan(arguments, words, error);
    else if (words)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "read needs the file of a plan, or --cell TEXT");
    lexicon_free(words);
    arena_free(arena);
    return error->status;
}

const struct command command_read = {
    .name = "read",
    .operands = "[FILE]",
    .summary = "Show what is understood of somebody else's plan, cell by cell.\n"
               "FILE is a table (.csv), a calendar (.ics), or a YAML schedule of weeks.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .most_positionals = 1,
    .run = run_read,
};
