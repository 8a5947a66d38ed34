/* Month pages: which there are, and which weeks are on them. */

#include "cases.h"
#include "base/date.h"
#include "example_plan.h"
#include "print/calendar.h"

#define MOST 6 /* weeks on a page */

/* A plan of some empty weeks. */
static struct plan *empty_plan(int start, size_t weeks)
{
    struct plan *plan = plan_new();
    example_weeks(plan, weeks, start);
    for (size_t w = 0; w < weeks; w++)
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            plan->weeks[w].days[d].session_count = 0;
    return plan;
}

static void months_hold_the_weeks_whose_middle_they_have(void **state)
{
    (void)state;
    struct plan *plan = empty_plan(date_from_ymd(2027, 1, 4), 60);
    size_t count;
    struct month *months = months_of_plan(plan, MOST, plan->arena, &count);
    assert_int_equal(count, 14);
    assert_int_equal(months[1].number, 2);
    assert_int_equal(months[1].first, 4);
    assert_int_equal(months[1].week_count, 4);
    assert_int_equal(months[3].number, 4);
    assert_int_equal(months[3].week_count, 5);
    plan_free(plan);
}

/* Each week once and in its order, none alone if it can be helped, and no page too full. */
static void every_week_stands_once_and_no_page_has_few(void **state)
{
    (void)state;
    int first = date_from_ymd(2027, 1, 1);
    FOR_VALUES(int, start, first, start < first + 366, start++) {
        FOR_VALUES(size_t, weeks, 1, weeks <= 14, weeks++) {
            size_t count, next = 0;
            struct plan *plan = empty_plan(start, weeks);
            struct month *months = months_of_plan(plan, MOST, plan->arena, &count);
            FOR_COUNT(size_t, i, count) {
                assert_int_equal(months[i].first, next);
                assert_in_range(months[i].week_count, weeks > 2 && count == 1 ? 3 : 1, MOST);
                assert_true(i == 0 || months[i].week_count > 2 || months[i - 1].week_count > 2);
                next += months[i].week_count;
            }
            assert_int_equal(next, weeks);
            plan_free(plan);
        }
    }
}

static void slivers_go_to_their_neighbours(void **state)
{
    (void)state;
    /* One week in September, four in October, one in November. */
    struct plan *plan = empty_plan(date_from_ymd(2027, 9, 27), 6);
    size_t count;
    struct month *months = months_of_plan(plan, MOST, plan->arena, &count);
    assert_int_equal(count, 1);
    assert_int_equal(months[0].number, 10);
    assert_int_equal(months[0].first, 0);
    assert_int_equal(months[0].week_count, 6);
    months = months_of_plan(plan, MOST - 1, plan->arena, &count);
    assert_int_equal(count, 2);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_hold_the_weeks_whose_middle_they_have),
        cmocka_unit_test(every_week_stands_once_and_no_page_has_few),
        cmocka_unit_test(slivers_go_to_their_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
