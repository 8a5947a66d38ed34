/* The calendar: months with few weeks of the plan go to their neighbours' pages. */
#include "print/calendar.h"

#include "base/date.h"

#define LEAST_WEEKS 2 /* on a page */

/* A month, and how many weeks of the plan have their middle day in it. */
struct share {
    struct month month;
    size_t weeks;
};

static void set_rows(struct month *month, enum weekday week_start)
{
    month->first_shown = date_on_or_before(month->first_day, week_start);
    int days = month->last_day - month->first_shown;
    month->rows = (size_t)days / DAYS_PER_WEEK + 1;
}

static struct month month_of_week(const struct week *week)
{
    int day;
    struct month month = {0};
    date_to_ymd(week->start + DAYS_PER_WEEK / 2, &month.year, &month.number, &day);
    month.first_day = date_from_ymd(month.year, month.number, 1);
    month.last_day = month.first_day + month_length(month.year, month.number) - 1;
    set_rows(&month, date_weekday(week->start));
    return month;
}

/* The months of all weeks, in their order. */
static size_t collect_months(const struct plan *plan, struct share *shares)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->week_count; i++) {
        struct month month = month_of_week(&plan->weeks[i]);
        if (count == 0 || shares[count - 1].month.first_day != month.first_day)
            shares[count++].month = month;
        shares[count - 1].weeks++;
    }
    return count;
}

struct month *months_of_plan(const struct plan *plan, struct arena *arena, size_t *count)
{
    struct share *shares = arena_array(arena, plan->week_count + 1, sizeof *shares);
    size_t first = 0, end = collect_months(plan, shares);
    if (end > 1 && shares[0].weeks < LEAST_WEEKS)
        first++;
    if (end - first > 1 && shares[end - 1].weeks < LEAST_WEEKS)
        end--;
    struct month *months = arena_array(arena, end - first + 1, sizeof *months);
    *count = end - first;
    for (size_t i = 0; i < *count; i++) {
        int start = plan->weeks[0].start;
        int last = start + (int)plan->week_count * DAYS_PER_WEEK - 1;
        months[i] = shares[first + i].month;
        if (i == 0 && start < months[i].first_day)
            months[i].first_day = start;
        if (i + 1 == *count && last > months[i].last_day)
            months[i].last_day = last;
        set_rows(&months[i], date_weekday(start));
    }
    return months;
}
