/* Options: parsing and help from a command's table. */
#include "app/options.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define HELP_COLUMN 26

const char *arguments_value(const struct arguments *arguments, size_t option)
{
    size_t count = arguments->value_counts[option];
    return count ? arguments->values[option][count - 1] : NULL;
}

static void unknown_option(const struct command *command, const char *given, struct error *error)
{
    const char *names[MAX_OPTIONS];
    for (size_t i = 0; i < command->option_count; i++)
        names[i] = command->options[i].name;
    const char *name = strncmp(given, "--", 2) == 0 ? given + 2 : given;
    const char *nearest = text_nearest(name, names, command->option_count);
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "%s has no option %s%s%s%s; see hillplan %s --help", command->name, given,
              nearest ? "; did you mean --" : "", nearest ? nearest : "", nearest ? "?" : "",
              command->name);
}

static bool add_value(const struct command *command, size_t option, const char *value,
                      struct arguments *arguments, struct error *error)
{
    const struct option *spec = &command->options[option];
    size_t most = spec->repeats ? MAX_VALUES : 1;
    if (arguments->value_counts[option] == most) {
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s is given more than %s", spec->name,
                  spec->repeats ? "32 times" : "once");
        return false;
    }
    arguments->values[option][arguments->value_counts[option]++] = value;
    return true;
}

static void fail_value(const struct option *option, struct error *error)
{
    if (option->value)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s needs a value: %s", option->name,
                  option->value);
    else
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s takes no value", option->name);
}

/* The option that an argument names, with the value that stands in it ("--name=v", "-nv"). */
static size_t find_option(const struct command *command, const char *given, const char **value)
{
    *value = NULL;
    for (size_t i = 0; i < command->option_count; i++) {
        const struct option *option = &command->options[i];
        size_t length = strlen(option->name);
        if (strncmp(given, "--", 2) == 0 && strncmp(given + 2, option->name, length) == 0 &&
            (given[2 + length] == '\0' || given[2 + length] == '=')) {
            *value = given[2 + length] ? given + 3 + length : NULL;
            return i;
        }
        if (given[0] == '-' && option->letter && given[1] == option->letter) {
            *value = given[2] ? given + 2 : NULL;
            return i;
        }
    }
    return command->option_count;
}

static bool add_positional(const struct command *command, const char *value,
                           struct arguments *arguments, struct error *error)
{
    if (arguments->positional_count == command->most_positionals) {
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "'%s' is one argument too many; usage: %s",
                  value, command->usage);
        return false;
    }
    arguments->positionals[arguments->positional_count++] = value;
    return true;
}

bool options_parse(const struct command *command, int argc, char **argv,
                   struct arguments *arguments, struct error *error)
{
    bool only_positionals = false;
    *arguments = (struct arguments){0};
    for (int i = 0; i < argc; i++) {
        const char *given = argv[i], *value;
        if (only_positionals || given[0] != '-' || given[1] == '\0') {
            if (!add_positional(command, given, arguments, error))
                return false;
            continue;
        }
        if (strcmp(given, "--") == 0) {
            only_positionals = true;
            continue;
        }
        if (strcmp(given, "--help") == 0 || strcmp(given, "-h") == 0) {
            arguments->help = true;
            return true;
        }
        if (strcmp(given, "--version") == 0) {
            arguments->version = true;
            return true;
        }
        size_t option = find_option(command, given, &value);
        if (option == command->option_count) {
            unknown_option(command, given, error);
            return false;
        }
        bool takes_value = command->options[option].value;
        if (takes_value && !value && ++i < argc)
            value = argv[i];
        if (takes_value != (value != NULL)) {
            fail_value(&command->options[option], error);
            return false;
        }
        if (!add_value(command, option, value ? value : "", arguments, error))
            return false;
    }
    if (command->needs && arguments->positional_count == 0) {
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "%s needs %s; usage: %s", command->name,
                  command->needs, command->usage);
        return false;
    }
    return true;
}

void options_print_help(const struct command *command)
{
    printf("%s\n\nusage: %s\n", command->summary, command->usage);
    if (command->option_count)
        printf("\n");
    for (size_t i = 0; i < command->option_count; i++) {
        const struct option *option = &command->options[i];
        char left[64], letter[] = "-?, ";
        letter[1] = option->letter;
        snprintf(left, sizeof left, "%4s--%s %s", option->letter ? letter : "", option->name,
                 option->value ? option->value : "");
        printf("  %-*s %s\n", HELP_COLUMN, left, option->help);
    }
}
