/*
 * Options: one table a command gives parsing, the checks of values, help and the usage line.
 */
#ifndef HILLPLAN_APP_OPTIONS_H
#define HILLPLAN_APP_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/word_list.h"

enum option_takes {
    TAKES_NOTHING, /* it is given or not */
    TAKES_FILE,    /* a path; - may be standard output */
    TAKES_DATE,
    TAKES_TIME,
    TAKES_CLOCK,    /* a time of day */
    TAKES_NUMBER,   /* whole, from `least` to `most` */
    TAKES_WORD,     /* one of a list */
    TAKES_WORDS,    /* some of a list, separated by commas */
    TAKES_DISTANCE, /* of a race; checked by the command, which knows the units */
    TAKES_ID,       /* a name that the command looks up */
    TAKES_TEXT,     /* whatever it is */
};

/* An option; its index in the table is its index in struct arguments. */
struct option {
    const char *name; /* long name, without dashes */
    char letter;      /* short name, or 0 */
    enum option_takes takes;
    const char *value; /* what it takes, for people: "PAPER"; messages call it "paper" */
    const char *help;
    const struct word_list *words; /* of WORD and WORDS; or, where files tell which there are: */
    bool (*find_words)(struct arena *arena, struct word_list *words, struct error *error);
    int least, most; /* of NUMBER */
    bool repeats;    /* may be given more than once */
};

#define MAX_OPTIONS     24
#define MAX_VALUES      32 /* of one repeated option */
#define MAX_POSITIONALS 256

struct arguments {
    const struct command *command;
    const char *values[MAX_OPTIONS][MAX_VALUES];
    size_t value_counts[MAX_OPTIONS];
    const char *positionals[MAX_POSITIONALS];
    size_t positional_count;
    bool help, version; /* --help or --version was given: nothing else was read */
};

struct command {
    const char *name;
    const char *operands; /* what may stand there besides options: "PLAN [DATE | week N]" */
    const char *summary;  /* its first line stands in the list of commands */
    const struct option *options;
    size_t option_count;
    const char *needs; /* its first argument, in words; NULL: it can do without arguments */
    size_t most_positionals;
    /* Does the work; messages go into `error`, whose status (or the result, if larger) is the exit
       status of the program. */
    enum status (*run)(const struct arguments *arguments, struct error *error);
};

/*
 * Reads a command's arguments (without the program's and the command's name), and checks the value
 * of each option. STATUS_BAD_INPUT; what a word may be is told.
 */
bool options_parse(const struct command *command, int argc, char **argv,
                   struct arguments *arguments, struct error *error);

/* The (last) value of an option, "" of one that takes none, or NULL where it was not given. */
const char *arguments_value(const struct arguments *arguments, size_t option);

/* The values by what the option takes, checked before; NO_DATE or UNKNOWN where not given. */
int arguments_date(const struct arguments *arguments, size_t option);
int arguments_time(const struct arguments *arguments, size_t option);  /* seconds */
int arguments_clock(const struct arguments *arguments, size_t option); /* since midnight */
int arguments_number(const struct arguments *arguments, size_t option);

/* The place of an option's word in its list, or `otherwise` where it was not given. */
int arguments_word(const struct arguments *arguments, size_t option, int otherwise);

#endif
