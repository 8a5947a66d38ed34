/*
 * Options: one table a command gives both parsing and help.
 */
#ifndef HILLPLAN_APP_OPTIONS_H
#define HILLPLAN_APP_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* An option; its index in the table is its index in struct arguments. */
struct option {
    const char *name;  /* long name, without dashes */
    char letter;       /* short name, or 0 */
    const char *value; /* what it takes, for help: "FILE"; NULL: nothing, it is given or not */
    const char *help;
    bool repeats; /* may be given more than once */
};

#define MAX_OPTIONS     16
#define MAX_VALUES      32 /* of one repeated option */
#define MAX_POSITIONALS 256

struct arguments {
    const char *values[MAX_OPTIONS][MAX_VALUES];
    size_t value_counts[MAX_OPTIONS];
    const char *positionals[MAX_POSITIONALS];
    size_t positional_count;
    bool help, version; /* --help or --version was given: nothing else was read */
};

struct command {
    const char *name, *usage;
    const char *summary; /* its first line stands in the list of commands */
    const struct option *options;
    size_t option_count;
    const char *needs; /* its first argument, in words; NULL: it can do without arguments */
    size_t most_positionals;
    /* Does the work; messages go into `error`, whose status (or the result, if larger) is the exit
       status of the program. */
    enum status (*run)(const struct arguments *arguments, struct error *error);
};

/* Reads a command's arguments (without the program's and the command's name). STATUS_BAD_INPUT. */
bool options_parse(const struct command *command, int argc, char **argv,
                   struct arguments *arguments, struct error *error);

/* Prints the command's help to standard output. */
void options_print_help(const struct command *command);

/* The (last) value of an option, "" of one that takes none, or NULL where it was not given. */
const char *arguments_value(const struct arguments *arguments, size_t option);

#endif
