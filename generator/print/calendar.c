/* The calendar: weeks by the month of their middle, and short pages joined to their neighbours. */
#include "print/calendar.h"

#include "base/date.h"

#define FEW_WEEKS 2 /* that a page of their own is too much for */

static struct month month_of_week(const struct plan *plan, size_t index)
{
    int day;
    struct month month = {.first = index, .week_count = 1};
    date_to_ymd(plan->weeks[index].start + DAYS_PER_WEEK / 2, &month.year, &month.number, &day);
    return month;
}

/* The months of all weeks, in their order. */
static size_t collect_months(const struct plan *plan, struct month *months)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->week_count; i++) {
        struct month month = month_of_week(plan, i);
        struct month *last = count ? &months[count - 1] : NULL;
        if (last && last->year == month.year && last->number == month.number)
            last->week_count++;
        else
            months[count++] = month;
    }
    return count;
}

static bool can_join(const struct month *a, const struct month *b, size_t most_weeks)
{
    bool is_short = a->week_count <= FEW_WEEKS || b->week_count <= FEW_WEEKS;
    return is_short && a->week_count + b->week_count <= most_weeks;
}

/* Both on one page, which has the name of the longer one. */
static struct month joined(const struct month *a, const struct month *b)
{
    struct month month = a->week_count >= b->week_count ? *a : *b;
    month.first = a->first;
    month.week_count = a->week_count + b->week_count;
    return month;
}

struct month *months_of_plan(const struct plan *plan, size_t most_weeks, struct arena *arena,
                             size_t *count)
{
    struct month *months = arena_array(arena, plan->week_count + 1, sizeof *months);
    size_t all = collect_months(plan, months), kept = 0;
    for (size_t i = 0; i < all; i++) {
        if (kept && can_join(&months[kept - 1], &months[i], most_weeks))
            months[kept - 1] = joined(&months[kept - 1], &months[i]);
        else
            months[kept++] = months[i];
    }
    *count = kept;
    return months;
}
