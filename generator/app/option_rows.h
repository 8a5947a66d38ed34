/*
 * Rows of the tables of options that several commands have.
 */
#ifndef HILLPLAN_APP_OPTION_ROWS_H
#define HILLPLAN_APP_OPTION_ROWS_H

#include "app/options.h"
#include "export/export.h"
#include "rules/ruleset.h"

#define OUTPUT_OPTION(what)                                                                        \
    {                                                                                              \
        .name = "output", .letter = 'o', .takes = TAKES_FILE, .value = "OUT", .help = (what),      \
    }
#define FORMAT_OPTION(list, by_default)                                                            \
    {                                                                                              \
        .name = "format", .letter = 'f', .takes = TAKES_WORD, .value = "FORMAT", .words = &(list), \
        .help = (by_default),                                                                      \
    }
#define RULES_OPTION                                                                               \
    {                                                                                              \
        .name = "rules", .takes = TAKES_FILE, .value = "FILE|DIR", .repeats = true,                \
        .help = "add a rule, or a folder of rules",                                                \
    }
#define SCRIPT_SECONDS_OPTION                                                                      \
    {                                                                                              \
        .name = "script-seconds", .takes = TAKES_NUMBER, .value = "N", .least = 1,                 \
        .most = MOST_SCRIPT_SECONDS, .help = "that the scripts of rules may use in all; 10",       \
    }
#define RUNNER_OPTION                                                                              \
    {                                                                                              \
        .name = "runner", .takes = TAKES_FILE, .value = "PROFILE",                                 \
        .help = "whose plan it is: recent weeks, race, days and hills",                            \
    }
#define STRICT_OPTION                                                                              \
    {                                                                                              \
        .name = "strict", .help = "infer nothing that somebody else's plan doesn't say",           \
    }
#define START_OPTION                                                                               \
    {                                                                                              \
        .name = "start", .takes = TAKES_DATE, .value = "DATE",                                     \
        .help = "the first day of a plan that names no dates",                                     \
    }
#define TODAY_OPTION(what)                                                                         \
    {                                                                                              \
        .name = "today", .takes = TAKES_DATE, .value = "DATE", .help = (what),                     \
    }
/* Rows for logs, of which log_input.h tells the places. */
#define LOG_OPTIONS(first, what)                                                                   \
    [(first) + LOG_FILES] = {.name = "log",                                                        \
                             .takes = TAKES_FILE,                                                  \
                             .value = "FILE|FOLDER",                                               \
                             .repeats = true,                                                      \
                             .help = (what)},                                                      \
               [(first) + LOG_TIME_ZONE] = {.name = "time-zone",                                   \
                                            .takes = TAKES_ID,                                     \
                                            .value = "ZONE",                                       \
                                            .help = "of the log's runs, as in Europe/Berlin"},     \
               [(first) +                                                                          \
                   LOG_UNITS_TOLD] = {.name = "log-units",                                         \
                                      .takes = TAKES_WORD,                                         \
                                      .value = "UNIT",                                             \
                                      .words = &units_words,                                       \
                                      .help = "of the log's distances, where it doesn't say"}

#define UNITS_OPTION(of)                                                                           \
    {                                                                                              \
        .name = "units", .takes = TAKES_WORD, .value = "UNIT", .words = &units_words,              \
        .help = of "km unless given",                                                              \
    }
#define PAPER_OPTION                                                                               \
    {                                                                                              \
        .name = "paper", .takes = TAKES_WORD, .value = "PAPER", .words = &paper_words,             \
        .help = "of the pages",                                                                    \
    }

/* The forms of a report. */
#define REPORT_FORMS(X)                                                                            \
    X(REPORT_TEXT, "text")                                                                         \
    X(REPORT_JSON, "json")
enum report_form { REPORT_FORMS(WORD_ENUMERATOR) };
WORDS_DECLARE(report_form)

#define REPORT_OPTION FORMAT_OPTION(report_form_words, "of the report, text unless given")

#endif
