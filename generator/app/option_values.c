/* Option values. */
#include "app/option_values.h"

#include <stdint.h>
#include <string.h>

#include "app/option_rows.h"
#include "base/text.h"
#include "model/profile.h"

#define FASTEST_S_PER_KM 120
#define SLOWEST_S_PER_KM 3600

WORDS_DEFINE(report_form, REPORT_FORMS)

bool option_race_distance(const struct arguments *arguments, size_t option, enum units units,
                          int *metres, struct error *error)
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
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s: '%s' should be %s",
              arguments->command->options[option].name, given, text_string(&should_be));
    text_release(&should_be);
    return false;
}

bool option_check_time(const struct arguments *arguments, size_t option, int seconds, int metres,
                       struct error *error)
{
    int64_t pace_s = (int64_t)seconds * 1000 / metres;
    char time[QUANTITY_TEXT_SIZE];
    if (seconds == UNKNOWN || (pace_s >= FASTEST_S_PER_KM && pace_s <= SLOWEST_S_PER_KM))
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "--%s: %s for this distance is too %s; write minutes and seconds as 45:30, hours as "
              "3:30:00",
              arguments->command->options[option].name, duration_format(seconds, time),
              pace_s < FASTEST_S_PER_KM ? "fast" : "slow");
    return false;
}
