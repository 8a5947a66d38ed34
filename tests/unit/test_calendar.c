/* Month pages: which there are, what is on them, and the brackets at the foot of their rows. */

#include "cases.h"
#include "base/date.h"
#include "example_plan.h"
#include "print/calendar.h"
#include "print/recovery_bracket.h"

#define MOST_ROWS 7

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

static bool is_shown(const struct month *month, int date)
{
    return date >= month->first_shown &&
           date < month->first_shown + (int)month->rows * DAYS_PER_WEEK;
}

static bool is_at_home(const struct month *month, int date)
{
    return date >= month->first_day && date <= month->last_day;
}

static void months_are_calendars(void **state)
{
    (void)state;
    struct plan *plan = empty_plan(date_from_ymd(2027, 1, 4), 60);
    size_t count;
    struct month *months = months_of_plan(plan, plan->arena, &count);
    assert_int_equal(count, 14);
    assert_int_equal(months[1].number, 2);
    assert_int_equal(months[1].first_day, date_from_ymd(2027, 2, 1));
    assert_int_equal(months[1].last_day, date_from_ymd(2027, 2, 28));
    assert_int_equal(months[1].rows, 4);
    assert_int_equal(months[4].rows, 6);
    assert_int_equal(months[4].first_shown, date_from_ymd(2027, 4, 26));
    plan_free(plan);
}

/* The weeks of the plan that stand whole on a page; each of its days has to be at home on one. */
static size_t weeks_on(const struct plan *plan, const struct month *month)
{
    size_t weeks = 0;
    for (size_t w = 0; w < plan->week_count; w++)
        weeks += is_shown(month, plan->weeks[w].start);
    return weeks;
}

static void every_day_has_one_home_and_no_page_few_weeks(void **state)
{
    (void)state;
    int first = date_from_ymd(2027, 1, 1);
    FOR_VALUES(int, start, first, start < first + 366, start++) {
        FOR_VALUES(size_t, weeks, 1, weeks <= 14, weeks++) {
            size_t count;
            struct plan *plan = empty_plan(start, weeks);
            struct month *months = months_of_plan(plan, plan->arena, &count);
            FOR_COUNT(size_t, i, count) {
                assert_true(weeks_on(plan, &months[i]) >= (weeks > 1 ? 2 : 1));
                assert_true(months[i].rows <= MOST_ROWS);
            }
            FOR_VALUES(int, date, start, date < start + (int)weeks * DAYS_PER_WEEK, date++) {
                size_t homes = 0;
                FOR_COUNT(size_t, i, count) {
                    homes += is_at_home(&months[i], date);
                    assert_true(!is_at_home(&months[i], date) || is_shown(&months[i], date));
                }
                assert_int_equal(homes, 1);
            }
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
    struct month *months = months_of_plan(plan, plan->arena, &count);
    assert_int_equal(count, 1);
    assert_int_equal(months[0].number, 10);
    assert_int_equal(months[0].first_day, date_from_ymd(2027, 9, 27));
    assert_int_equal(months[0].last_day, date_from_ymd(2027, 11, 7));
    assert_int_equal(months[0].rows, 6);
    plan_free(plan);
}

/* --- brackets --------------------------------------------------------------------------------- */

static void mend(struct plan *plan, size_t week, int first, int last)
{
    for (int day = first; day <= last; day++)
        plan->weeks[week].days[day].legs_mend = true;
}

static void assert_part(const struct recovery_part *part, int first, int first_easy, int last,
                        bool goes_on)
{
    assert_int_equal(part->first, first);
    assert_int_equal(part->first_easy, first_easy);
    assert_int_equal(part->last, last);
    assert_int_equal(part->goes_on, goes_on);
}

static void brackets_join_a_downhill_run_and_its_easy_days(void **state)
{
    (void)state;
    struct plan *plan = empty_plan(date_from_ymd(2027, 1, 4), 3);
    struct recovery_part parts[MOST_MEND_PARTS];
    mend(plan, 0, 2, 3);
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[0].start, parts), 1);
    assert_part(&parts[0], 1, 2, 3, false);
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[1].start, parts), 0);
    plan_free(plan);
}

static void brackets_go_on_in_the_next_row(void **state)
{
    (void)state;
    struct plan *plan = empty_plan(date_from_ymd(2027, 1, 4), 3);
    struct recovery_part parts[MOST_MEND_PARTS];
    mend(plan, 0, 6, 6);
    mend(plan, 1, 0, 1);
    /* The next downhill run is on the last day: its bracket has no easy day in this row. */
    mend(plan, 2, 0, 1);
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[0].start, parts), 1);
    assert_part(&parts[0], 5, 6, 6, true);
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[1].start, parts), 2);
    assert_part(&parts[0], 0, 0, 1, false);
    assert_part(&parts[1], 6, 7, 6, true);
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[2].start, parts), 1);
    assert_part(&parts[0], 0, 0, 1, false);
    plan_free(plan);
}

static void days_that_mend_from_before_the_plan_have_no_run(void **state)
{
    (void)state;
    struct plan *plan = empty_plan(date_from_ymd(2027, 1, 4), 2);
    struct recovery_part parts[MOST_MEND_PARTS];
    mend(plan, 0, 0, 0);
    mend(plan, 0, 2, 3);
    mend(plan, 0, 5, 5);
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[0].start, parts), 3);
    assert_part(&parts[0], 0, 0, 0, false);
    assert_part(&parts[1], 1, 2, 3, false);
    assert_part(&parts[2], 4, 5, 5, false);
    /* A row before the plan shows nothing of it. */
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[0].start - DAYS_PER_WEEK, parts), 0);
    plan_free(plan);
}

static void races_end_a_bracket(void **state)
{
    (void)state;
    struct plan *plan = empty_plan(date_from_ymd(2027, 1, 4), 2);
    struct recovery_part parts[MOST_MEND_PARTS];
    mend(plan, 0, 2, 4);
    struct session *race =
        example_session(plan, &plan->weeks[0].days[3], SESSION_TUNE_UP, "Race", 1000);
    race->effort = EFFORT_HARD;
    assert_int_equal(recovery_bracket_parts(plan, plan->weeks[0].start, parts), 2);
    assert_part(&parts[0], 1, 2, 2, false);
    assert_part(&parts[1], 4, 4, 4, false);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_calendars),
        cmocka_unit_test(every_day_has_one_home_and_no_page_few_weeks),
        cmocka_unit_test(slivers_go_to_their_neighbours),
        cmocka_unit_test(brackets_join_a_downhill_run_and_its_easy_days),
        cmocka_unit_test(brackets_go_on_in_the_next_row),
        cmocka_unit_test(days_that_mend_from_before_the_plan_have_no_run),
        cmocka_unit_test(races_end_a_bracket),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
