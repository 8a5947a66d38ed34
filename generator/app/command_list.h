/* All commands, and what the program takes in place of one. */
#ifndef HILLPLAN_APP_COMMAND_LIST_H
#define HILLPLAN_APP_COMMAND_LIST_H

#include "app/options.h"

/* The names of the commands; a command's place is its name's. */
extern const struct word_list command_words;
const struct command *command_at(size_t place);

/* The program without a command: its options. */
enum program_option { PROGRAM_MAN, PROGRAM_COMPLETIONS, PROGRAM_OPTION_COUNT };
extern const struct command command_program;

/* What every command and the program itself take besides; options_parse() knows them. */
#define HELP_OPTIONS 2
extern const struct option help_options[HELP_OPTIONS];

#define PROGRAM_SUMMARY                                                                            \
    "hillplan makes training plans for runners that respect hills, and prints them."
#define STATUS_SUMMARY                                                                             \
    "0 done; 1 the plan breaks a must rule; 2 bad input; 3 no plan keeps the rules;\n"             \
    "4 a file cannot be opened or written."

#endif
