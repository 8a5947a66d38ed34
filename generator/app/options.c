/* Options: parsing by a command's table. */
#include "app/options.h"

#include <string.h>

#include "app/option_check.h"
#include "app/option_help.h"
#include "base/csv_date.h"
#include "base/date.h"
#include "base/quantity.h"

const char *arguments_value(const struct arguments *arguments, size_t option)
{
    size_t count = arguments->value_counts[option];
    return count ? arguments->values[option][count - 1] : NULL;
}

int arguments_date(const struct arguments *arguments, size_t option)
{
    const char *given = arguments_value(arguments, option);
    int date = NO_DATE;
    if (given)
        csv_date_read(given, DATE_ORDER_UNKNOWN, &date);
    return date;
}

int arguments_time(const struct arguments *arguments, size_t option)
{
    const char *given = arguments_value(arguments, option);
    int seconds = UNKNOWN;
    if (given)
        duration_parse(given, &seconds);
    return seconds;
}

int arguments_clock(const struct arguments *arguments, size_t option)
{
    const char *given = arguments_value(arguments, option);
    int seconds = UNKNOWN;
    if (given)
        hours_minutes_parse(given, &seconds);
    return seconds;
}

int arguments_number(const struct arguments *arguments, size_t option)
{
    const char *given = arguments_value(arguments, option);
    int number = UNKNOWN;
    if (given)
        decimal_parse(given, 0, &number);
    return number;
}

int arguments_word(const struct arguments *arguments, size_t option, int otherwise)
{
    const char *given = arguments_value(arguments, option);
    return given ? word_list_meant(arguments->command->options[option].words, given) : otherwise;
}

static void unknown_option(const struct command *command, const char *given, struct error *error)
{
    struct arena *arena = arena_new();
    struct text advice = TEXT_INIT;
    const char *names[MAX_OPTIONS];
    for (size_t i = 0; i < command->option_count; i++)
        names[i] = arena_printf(arena, "--%s", command->options[i].name);
    const char *name = arena_printf(arena, "%.*s", (int)strcspn(given, "="), given);
    word_list_advise(&(struct word_list){names, command->option_count, NULL}, name, "", &advice);
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "%s has no option %s; choose one of %s",
              command->name, given, text_string(&advice));
    text_release(&advice);
    arena_free(arena);
}

/* What is wrong with the arguments, and how they should be. */
static void fail_usage(const struct command *command, const char *what, struct error *error)
{
    struct text usage = TEXT_INIT;
    option_help_usage(command, &usage);
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "%s; usage: %s", what, text_string(&usage));
    text_release(&usage);
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
    if (spec->takes != TAKES_NOTHING && !option_check(spec, value, error))
        return false;
    arguments->values[option][arguments->value_counts[option]++] = value;
    return true;
}

static void fail_value(const struct option *option, struct error *error)
{
    if (option->takes != TAKES_NOTHING)
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
        struct text what = TEXT_INIT;
        text_printf(&what, "'%s' is one argument too many", value);
        fail_usage(command, text_string(&what), error);
        text_release(&what);
        return false;
    }
    arguments->positionals[arguments->positional_count++] = value;
    return true;
}

static bool check_needs(const struct command *command, const struct arguments *arguments,
                        struct error *error)
{
    if (!command->needs || arguments->positional_count > 0)
        return true;
    struct text what = TEXT_INIT;
    text_printf(&what, "%s needs %s", command->name, command->needs);
    fail_usage(command, text_string(&what), error);
    text_release(&what);
    return false;
}

bool options_parse(const struct command *command, int argc, char **argv,
                   struct arguments *arguments, struct error *error)
{
    bool only_positionals = false;
    *arguments = (struct arguments){.command = command};
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
        bool takes_value = command->options[option].takes != TAKES_NOTHING;
        if (takes_value && !value && ++i < argc)
            value = argv[i];
        if (takes_value != (value != NULL)) {
            fail_value(&command->options[option], error);
            return false;
        }
        if (!add_value(command, option, value ? value : "", arguments, error))
            return false;
    }
    return check_needs(command, arguments, error);
}
