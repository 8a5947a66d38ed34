/* Empty days. */
#include "app/empty_days.h"

#define LEAST_DAYS 4 /* from the first to the last: fewer may be what the rules left */
#define LEAST_RUNS 3
#define WEEKS      2 /* after them, in which they show */

/* The empty days from a date on; how many of them are run days that are not off, nor told of. */
static int count_empty(const struct plan *plan, int first, int *last)
{
    int runs = 0;
    for (*last = first; *last < plan->race.date; ++*last) {
        const struct day *day = plan_day(plan, *last);
        if (!day || day_has_run(day) || day->status != DAY_PLANNED)
            break;
        runs += week_preferences_can_run(&plan->preferences, *last);
    }
    --*last;
    return runs;
}

/* A must rule that the week of the last day or one soon after breaks. */
static bool find_breach(const struct plan *plan, const struct findings *findings,
                        struct empty_days *found)
{
    int first = plan->weeks[plan_week_index(plan, found->last)].number;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->status != FINDING_BROKEN || finding->level != RULE_MUST ||
            finding->week < first || finding->week > first + WEEKS)
            continue;
        found->week = finding->week;
        found->rule = finding->rule;
        return true;
    }
    return false;
}

bool empty_days_find(const struct plan *plan, const struct findings *findings,
                     struct empty_days *found)
{
    if (!plan->rules || plan->is_undated || plan->race.date == NO_DATE)
        return false;
    int start = plan->weeks[0].start;
    for (int date = start; date < plan->race.date; date = found->last + 1) {
        int last, runs;
        while (date < plan->race.date && !week_preferences_can_run(&plan->preferences, date))
            date++; /* the first one is a run day */
        runs = count_empty(plan, date, &last);
        *found = (struct empty_days){.first = date, .last = larger_of(last, date)};
        if (runs >= LEAST_RUNS && last - date + 1 >= LEAST_DAYS &&
            find_breach(plan, findings, found))
            return true;
    }
    return false;
}

const char *empty_days_advice(const struct plan *plan, const struct empty_days *found,
                              const char *path)
{
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];
    date_format(found->first, first);
    date_format(found->last, last);
    return arena_printf(
        plan->arena,
        "there is no run from %s to %s, and week %d breaks %s; if these days were missed, make the "
        "rest of the plan anew: hillplan replan %s --today %s --missed %s..%s:illness",
        first, last, found->week, found->rule, path, date_format(found->last + 1, today), first,
        last);
}
