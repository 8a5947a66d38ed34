/*
 * Print options: what the commands that print have in common.
 */
#ifndef HILLPLAN_APP_PRINT_OPTIONS_H
#define HILLPLAN_APP_PRINT_OPTIONS_H

#include "app/options.h"
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
        PRINT_OPTION_PAPER] = {"paper", 0, "PAPER", "a4, letter, a3 or a5", false},                \
        [(first) + PRINT_OPTION_PAGES] = {"pages", 0, "PAGES",                                     \
                                          "which, in which order: overview,months,weeks,...",      \
                                          false},                                                  \
        [(first) + PRINT_OPTION_LANGUAGE] = {"language", 0, "LANGUAGE",                            \
                                             "of the pages: en, de, ...", false},                  \
        [(first) +                                                                                 \
            PRINT_OPTION_INK] = {"ink", 0, "INK", "full, or saver: no filled areas", false},       \
        [(first) + PRINT_OPTION_COLOR] = {"color", 0, "COLOR", "full, or mono: greys", false},     \
        [(first) + PRINT_OPTION_TWO_UP] = {"two-up", 0, NULL, "two pages on a sheet", false},      \
        [(first) + PRINT_OPTION_LARGE] = {"large", 0, NULL, "large print", false},                 \
        [(first) + PRINT_OPTION_LOOK] = {"look", 0, "FILE",                                        \
                                         "a look of your own (see templates/README.md)", false}

/*
 * Changes the preferences to what was given. The strings of the arguments are kept.
 * STATUS_BAD_INPUT.
 */
bool print_options_apply(const struct arguments *arguments, size_t first,
                         struct print_preferences *print, struct error *error);

/* Changes the paper to the one named; NULL changes nothing. STATUS_BAD_INPUT. */
bool print_options_set_paper(struct print_preferences *print, const char *name,
                             struct error *error);

#endif
