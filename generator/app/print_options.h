/*
 * Print options: what the commands that print have in common.
 */
#ifndef HILLPLAN_APP_PRINT_OPTIONS_H
#define HILLPLAN_APP_PRINT_OPTIONS_H

#include "app/option_rows.h"
#include "app/setup.h"
#include "base/error.h"
#include "model/profile.h"

enum print_option {
    PRINT_OPTION_PAPER,
    PRINT_OPTION_PAGES,
    PRINT_OPTION_LANGUAGE,
    PRINT_OPTION_INK,
    PRINT_OPTION_COLOR,
    PRINT_OPTION_TWO_UP,
    PRINT_OPTION_LARGE,
    PRINT_OPTION_LOOK,
    PRINT_OPTION_COUNT
};

/* Their rows in a command's table, from index `first` on. */
#define PRINT_OPTIONS(first)                                                                       \
    [(first) +                                                                                     \
        PRINT_OPTION_PAPER] = PAPER_OPTION,                                                        \
        [(first) + PRINT_OPTION_PAGES] = {.name = "pages",                                         \
                                          .takes = TAKES_WORDS,                                    \
                                          .value = "PAGE,...",                                     \
                                          .words = &page_kind_words,                               \
                                          .help = "which, in which order:"},                       \
        [(first) + PRINT_OPTION_LANGUAGE] = {.name = "language",                                   \
                                             .takes = TAKES_WORD,                                  \
                                             .value = "LANGUAGE",                                  \
                                             .find_words = setup_languages,                        \
                                             .help = "of the pages"},                              \
        [(first) + PRINT_OPTION_INK] = {.name = "ink",                                             \
                                        .takes = TAKES_WORD,                                       \
                                        .value = "INK",                                            \
                                        .words = &ink_use_words,                                   \
                                        .help = "of the pages:"},                                  \
        [(first) + PRINT_OPTION_COLOR] = {.name = "color",                                         \
                                          .takes = TAKES_WORD,                                     \
                                          .value = "COLOR",                                        \
                                          .words = &color_use_words,                               \
                                          .help = "of the pages:"},                                \
        [(first) + PRINT_OPTION_TWO_UP] = {.name = "two-up", .help = "two pages on a sheet"},      \
        [(first) + PRINT_OPTION_LARGE] = {.name = "large", .help = "large print"},                 \
        [(first) + PRINT_OPTION_LOOK] = {.name = "look",                                           \
                                         .takes = TAKES_FILE,                                      \
                                         .value = "FILE",                                          \
                                         .help = "a look of your own (see templates/README.md)"}

/*
 * Changes the preferences to what was given. The strings of the arguments are kept.
 * STATUS_BAD_INPUT for options that do not go together.
 */
bool print_options_apply(const struct arguments *arguments, size_t first,
                         struct print_preferences *print, struct error *error);

#endif
