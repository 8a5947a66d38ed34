/* Days missed, from the command line. */
#include "app/days_missed.h"

#include <string.h>

#include "base/date.h"

static bool fail(const char *value, const char *what, struct error *error)
{
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--missed: '%s' %s", value, what);
    return false;
}

static bool read_reason(const char *reason, enum absence *read, struct error *error)
{
    int place = word_list_choose(&absence_words, "reason of missed days", reason, error);
    *read = (enum absence)place;
    return place >= 0;
}

/* "DATE", "DATE..DATE", either with ":REASON". */
static bool read_days(const char *value, struct arena *arena, struct days_off *days,
                      struct error *error)
{
    char *first = arena_strdup(arena, value);
    char *reason = strchr(first, ':'), *last = strstr(first, "..");
    *days = (struct days_off){.reason = ABSENCE_NONE};
    if (reason)
        *reason++ = '\0';
    if (last) {
        *last = '\0';
        last += strlen("..");
    }
    if (!date_parse(first, &days->first) || !date_parse(last ? last : first, &days->last))
        return fail(value,
                    "should be a date, or the first and the last one with a reason: "
                    "2027-01-06..2027-01-15:illness",
                    error);
    if (days->first > days->last)
        return fail(value, "has its last date before the first; swap them", error);
    return !reason || read_reason(reason, &days->reason, error);
}

bool days_missed_read(const struct arguments *arguments, size_t option, struct arena *arena,
                      struct days_off **days, size_t *count, struct error *error)
{
    bool done = true;
    *count = arguments->value_counts[option];
    *days = arena_array(arena, *count, sizeof **days);
    for (size_t i = 0; i < *count; i++)
        done = read_days(arguments->values[option][i], arena, &(*days)[i], error) && done;
    return done;
}
