/* The tables of commands and of the program's own options. */
#include "app/command_list.h"

#include "app/commands.h"
#include "app/shells.h"

#define COMMAND_ROW(name)  &command_##name,
#define COMMAND_NAME(name) #name,
static const struct command *const commands[] = {COMMANDS(COMMAND_ROW)};
static const char *const names[] = {COMMANDS(COMMAND_NAME)};

const struct word_list command_words = {names, sizeof names / sizeof *names, NULL};

const struct command *command_at(size_t place)
{
    return commands[place];
}

const struct option help_options[HELP_OPTIONS] = {
    {.name = "help", .letter = 'h', .help = "tell what there is"},
    {.name = "version", .help = "tell the version"},
};

static const struct option program_options[] = {
    [PROGRAM_MAN] = {.name = "man", .help = "print the manual, for man"},
    [PROGRAM_COMPLETIONS] = {.name = "completions",
                             .takes = TAKES_WORD,
                             .value = "SHELL",
                             .words = &shell_words,
                             .help = "print what completes commands and options in a shell"},
};

const struct command command_program = {
    .name = "hillplan",
    .operands = "COMMAND ...",
    .summary = PROGRAM_SUMMARY,
    .options = program_options,
    .option_count = PROGRAM_OPTION_COUNT,
};
