/* Invariants and small questions of the profile. */
#include "model/profile.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#define RACE_DISTANCES(X)                                                                          \
    X("5k", 5000)                                                                                  \
    X("10k", 10000)                                                                                \
    X("half", 21098)                                                                               \
    X("marathon", 42195)                                                                           \
    X("50k", 50000)                                                                                \
    X("50mi", 80467)                                                                               \
    X("100k", 100000)                                                                              \
    X("100mi", 160934)

#define THOUSANDTHS 1000 /* of a unit, in one */
#define NUMBER_SIZE 16

#define NAME(name, metres)   name,
#define METRES(name, metres) metres,
const char *const race_distance_names[] = {RACE_DISTANCES(NAME)};
static const int race_distance_m[] = {RACE_DISTANCES(METRES)};
const size_t race_distance_name_count = sizeof race_distance_names / sizeof *race_distance_names;

/* How else people write them. */
static const char *const halves[] = {"half-marathon", "half marathon"};

int race_distance_metres(const char *name)
{
    for (size_t i = 0; i < race_distance_name_count; i++)
        if (strcasecmp(name, race_distance_names[i]) == 0)
            return race_distance_m[i];
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (strcasecmp(name, halves[i]) == 0)
            return race_distance_metres("half");
    return 0;
}

/* Whether a number is followed by a unit, or nothing: then by that of all else. */
static bool read_unit(const char *text, enum units *units)
{
    static const struct {
        const char *word;
        enum units units;
    } words[] = {
        {"km", UNITS_KM}, {"k", UNITS_KM},    {"kilometers", UNITS_KM}, {"kilometres", UNITS_KM},
        {"mi", UNITS_MI}, {"mile", UNITS_MI}, {"miles", UNITS_MI},
    };
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(text, words[i].word) == 0) {
            *units = words[i].units;
            return true;
        }
    return *text == '\0';
}

int race_distance_parse(const char *text, enum units units)
{
    int thousandths, metres = race_distance_metres(text);
    char number[NUMBER_SIZE] = "";
    size_t length = strspn(text, "0123456789.");
    if (metres > 0)
        return metres;
    if (length < sizeof number)
        memcpy(number, text, length);
    if (!decimal_parse(number, RACE_DISTANCE_PLACES, &thousandths) ||
        !read_unit(text + length, &units))
        return UNKNOWN;
    int64_t mm = (int64_t)thousandths * units_mm(units) / THOUSANDTHS;
    return mm > (int64_t)LONGEST_RACE_M * 1001 ? LONGEST_RACE_M + 1 : (int)((mm + 500) / 1000);
}

const char *race_distance_format(int metres, enum units units, char buffer[QUANTITY_TEXT_SIZE])
{
    for (size_t i = 0; i < race_distance_name_count; i++)
        if (metres == race_distance_m[i])
            return race_distance_names[i];
    return decimal_format(
        (int)(((int64_t)metres * 1000 * THOUSANDTHS + units_mm(units) / 2) / units_mm(units)),
        RACE_DISTANCE_PLACES, buffer);
}

void profile_free(struct profile *profile)
{
    if (profile)
        arena_free(profile->arena); /* the profile itself is in it */
}

bool week_preferences_is_unavailable(const struct week_preferences *week, int date)
{
    for (size_t i = 0; i < week->unavailable_count; i++)
        if (date >= week->unavailable[i].first && date <= week->unavailable[i].last)
            return true;
    return false;
}

bool week_preferences_can_run(const struct week_preferences *week, int date)
{
    return week->run_days[date_weekday(date)] && !week_preferences_is_unavailable(week, date);
}

int runner_mean_week(const struct runner *runner)
{
    long long sum = 0, count = (long long)runner->recent_week_count;
    for (size_t i = 0; i < runner->recent_week_count; i++)
        sum += runner->recent_weeks[i];
    return count ? (int)((sum + count / 2) / count) : 0;
}
