/*
 * Export options: what the commands that write a plan have in common.
 */
#ifndef HILLPLAN_APP_EXPORT_OPTIONS_H
#define HILLPLAN_APP_EXPORT_OPTIONS_H

#include "app/option_rows.h"
#include "app/output.h"

enum export_option {
    EXPORT_OPTION_OUT,
    EXPORT_OPTION_FORMAT,
    EXPORT_OPTION_FROM,
    EXPORT_OPTION_WEEKS,
    EXPORT_OPTION_TIME,
    EXPORT_OPTION_COUNT
};

#define MOST_WEEKS 500

/* Their rows in a command's table, from index `first` on. */
#define EXPORT_OPTIONS(first, what, by_default)                                                    \
    [(first) + EXPORT_OPTION_OUT] = OUTPUT_OPTION(what),                                           \
               [(first) + EXPORT_OPTION_FORMAT] = FORMAT_OPTION(export_format_words, by_default),  \
               [(first) + EXPORT_OPTION_FROM] = {.name = "from",                                   \
                                                 .takes = TAKES_DATE,                              \
                                                 .value = "DATE",                                  \
                                                 .help = "write from the week that holds it"},     \
               [(first) + EXPORT_OPTION_WEEKS] = {.name = "weeks",                                 \
                                                  .takes = TAKES_NUMBER,                           \
                                                  .value = "N",                                    \
                                                  .least = 1,                                      \
                                                  .most = MOST_WEEKS,                              \
                                                  .help = "write so many; all, of fit 4"},         \
               [(first) + EXPORT_OPTION_TIME] = {.name = "time",                                   \
                                                 .takes = TAKES_CLOCK,                             \
                                                 .value = "CLOCK",                                 \
                                                 .help = "of day, when runs begin in calendars"}

/*
 * What the options ask for; where they name no format and no file, it is the one named
 * `by_default`. False after an error.
 */
bool export_options_read(const struct arguments *arguments, size_t first, const char *by_default,
                         struct plan_output *output, struct error *error);

#endif
