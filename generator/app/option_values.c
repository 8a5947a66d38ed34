/* Option values. */
#include "app/option_values.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "model/profile.h"

#define MOST_CLIMB_M     30000
#define FASTEST_S_PER_KM 120
#define SLOWEST_S_PER_KM 3600

bool option_as_json(const struct arguments *arguments, size_t option, bool *as_json,
                    struct error *error)
{
    const char *given = arguments_value(arguments, option);
    *as_json = given && strcmp(given, "json") == 0;
    if (!given || *as_json || strcmp(given, "text") == 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "there is no format '%s'; choose text or json",
              given);
    return false;
}

bool option_units(const struct arguments *arguments, size_t option, enum units *units,
                  struct error *error)
{
    const char *given = arguments_value(arguments, option);
    *units = given && strcmp(given, "mi") == 0 ? UNITS_MI : UNITS_KM;
    if (!given || *units == UNITS_MI || strcmp(given, "km") == 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "there are no units '%s'; choose km or mi",
              given);
    return false;
}

static bool fail(const struct command *command, size_t option, const char *given,
                 const char *should_be, struct error *error)
{
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s: '%s' should be %s",
              command->options[option].name, given, should_be);
    return false;
}

bool option_race_distance(const struct arguments *arguments, const struct command *command,
                          size_t option, enum units units, int *metres, struct error *error)
{
    const char *given = arguments_value(arguments, option);
    *metres = given ? race_distance_parse(given, units) : UNKNOWN;
    if (!given || (*metres >= SHORTEST_RACE_M && *metres <= LONGEST_RACE_M))
        return true;
    struct text should_be = TEXT_INIT;
    for (size_t i = 0; i < race_distance_name_count; i++)
        text_printf(&should_be, "%s, ", race_distance_names[i]);
    text_printf(&should_be, "or a number of %s from %d to %d km", units_name(units),
                SHORTEST_RACE_M / 1000, LONGEST_RACE_M / 1000);
    fail(command, option, given, text_string(&should_be), error);
    text_release(&should_be);
    return false;
}

bool option_climb(const struct arguments *arguments, const struct command *command, size_t option,
                  int *metres, struct error *error)
{
    const char *given = arguments_value(arguments, option);
    *metres = UNKNOWN;
    if (!given || (decimal_parse(given, 0, metres) && *metres <= MOST_CLIMB_M))
        return true;
    return fail(command, option, given, "whole metres from 0 to 30000", error);
}

bool option_time(const struct arguments *arguments, const struct command *command, size_t option,
                 int *seconds, struct error *error)
{
    const char *given = arguments_value(arguments, option);
    *seconds = UNKNOWN;
    if (!given || duration_parse(given, seconds))
        return true;
    return fail(command, option, given, "a time like 45:30 or 3:30:00", error);
}

bool option_check_time(const struct command *command, size_t option, int seconds, int metres,
                       struct error *error)
{
    int64_t pace_s = (int64_t)seconds * 1000 / metres;
    char time[QUANTITY_TEXT_SIZE];
    if (seconds == UNKNOWN || (pace_s >= FASTEST_S_PER_KM && pace_s <= SLOWEST_S_PER_KM))
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "--%s: %s for this distance is too %s; write minutes and seconds as 45:30, hours as "
              "3:30:00",
              command->options[option].name, duration_format(seconds, time),
              pace_s < FASTEST_S_PER_KM ? "fast" : "slow");
    return false;
}
