/* Limits that look as if they were meant in another unit. */
#include "script/likely_unit.h"

#define SHORT_M 1000
#define SHORT_S (5 * 60)

static bool is_short(int max, int bound)
{
    return max > 0 && max < bound; /* a limit of 0 is meant */
}

void likely_unit_warn(struct rule *rule, int line, const struct limits *limits, struct error *error)
{
    enum units units = rule->plan->units;
    int distance = limits->of[LIMIT_DISTANCE].max, seconds = limits->of[LIMIT_DURATION_S].max;
    if (rule->info.origin != RULE_CUSTOM)
        return;
    if (is_short(distance, distance_from_m(SHORT_M, units)) && !rule->warned[LIMIT_DISTANCE]) {
        char text[QUANTITY_TEXT_SIZE];
        error_warn(error, rule->info.path, line, 0,
                   "limit 'distance' is %d, which is %s %s; hillplan.km(%d) is %d km", distance,
                   distance_format(distance, text), units_name(units), distance, distance);
        rule->warned[LIMIT_DISTANCE] = true;
    }
    if (is_short(seconds, SHORT_S) && !rule->warned[LIMIT_DURATION_S]) {
        error_warn(error, rule->info.path, line, 0,
                   "limit 'duration_s' is %d, which is %d s; %d * 60 is %d min", seconds, seconds,
                   seconds, seconds);
        rule->warned[LIMIT_DURATION_S] = true;
    }
}
