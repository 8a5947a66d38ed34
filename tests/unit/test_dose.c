/* Doses of all sessions of the library, in weeks of all sizes. */
#include "planner_fixture.h"

#include "planner/dose.h"

#define MOST_USES 12

static int least_of(int a, int b)
{
    return a < b ? a : b;
}

/* What the recipe's dose may hold in such a week, stated a second time. */
static int cap_in(const struct planner_fixture *fixture, const struct recipe *recipe, int distance)
{
    const struct dose *dose = &recipe->dose;
    int cap = INT_MAX, pace = recipe_work_pace(&fixture->planner, recipe);
    if (dose->most_s != UNKNOWN)
        cap = dose->most_s;
    if (dose->most_m != UNKNOWN)
        cap = least_of(cap, dose->most_m / 10 * pace / 100);
    if (dose->longest_s != INT_MAX)
        cap = least_of(cap, dose->longest_s * dose->most_stretches);
    if (dose->week_time_percent > 0)
        cap = least_of(cap, distance * FIXTURE_EASY_PACE_S / 100 * dose->week_time_percent / 100);
    if (dose->week_distance_percent > 0)
        cap = least_of(cap, distance * dose->week_distance_percent / 100 * pace / 100);
    return cap;
}

/* The least that whole stretches give, or whole minutes in each of them. */
static int least_in(const struct dose *dose, int uses)
{
    int length = dose->stretches_s[least_of(uses, (int)dose->stretch_count - 1)], least = INT_MAX;
    for (int n = 1; n <= dose->most_stretches; n++)
        for (int each = length < 120 ? length : 60; each <= 7200; each += length < 120 ? 7200 : 60)
            if (n * each >= dose->least_s && each <= dose->longest_s &&
                (n > 1 || each >= dose->single_from_s))
                least = least_of(least, n * each);
    return least;
}

/* Tells of each dose in the library, in weeks from 10 to 160 km, what is said of it by `judge`. */
static void for_each_dose(void (*judge)(struct planner_fixture *fixture,
                                        const struct recipe *recipe, struct dose_room room))
{
    struct planner_fixture fixture;
    fixture_init(&fixture, "marathon", 4000);
    FOR_COUNT(size_t, i, fixture.library->recipe_count) {
        const struct recipe *recipe = &fixture.library->recipes[i];
        if (recipe->dose.least_s == 0 || recipe->descent_m.from > 0)
            continue;
        FOR_VALUES(int, km, 10, km <= 160, km += 3)
            FOR_VALUES(int, percent, 50, percent <= 100, percent += 10)
                judge(&fixture, recipe, (struct dose_room){km * HUNDREDTHS, km * 69, percent, 0});
    }
    fixture_release(&fixture);
}

static bool make(struct planner_fixture *fixture, const struct recipe *recipe, int uses,
                 const struct dose_room *room, struct work *work)
{
    fixture->planner.uses[recipe - fixture->library->recipes] = uses;
    *work = (struct work){0};
    return dose_make(&fixture->planner, recipe, room, work);
}

static void judge_bounds(struct planner_fixture *fixture, const struct recipe *recipe,
                         struct dose_room room)
{
    const struct dose *dose = &recipe->dose;
    int cap = cap_in(fixture, recipe, room.distance);
    FOR_COUNT(int, uses, MOST_USES) {
        struct work work;
        int least = least_in(dose, uses), most = cap > least ? cap : least;
        if (!make(fixture, recipe, uses, &room, &work)) {
            assert_true(room.left_s < least ||
                        cap * dose->small_week_percent / 100 < dose->least_s);
            continue;
        }
        int seconds = dose_seconds(&fixture->planner, recipe, &work);
        assert_in_range(seconds, dose->least_s, least_of(most, room.left_s));
        assert_in_range(work.repeats, 1, dose->most_stretches);
    }
}

static void a_dose_is_worth_it_and_never_above_its_caps(void **state)
{
    (void)state;
    for_each_dose(judge_bounds);
}

static void judge_growth(struct planner_fixture *fixture, const struct recipe *recipe,
                         struct dose_room room)
{
    int before = 0;
    FOR_COUNT(int, uses, MOST_USES) {
        struct work work;
        if (!make(fixture, recipe, uses, &room, &work))
            continue;
        int seconds = dose_seconds(&fixture->planner, recipe, &work);
        int rounding = (work.repeats + 1) * 60; /* whole minutes in each stretch, one fewer */
        assert_true(seconds + rounding >= before);
        before = seconds;
    }
}

static void a_dose_grows_with_each_use(void **state)
{
    (void)state;
    for_each_dose(judge_growth);
}

/* The work of a session's uses one after the other in a plan of so many weeks before the taper. */
static int work_by_use(int weeks, int uses)
{
    struct planner_fixture fixture;
    struct work work;
    fixture_init(&fixture, "10k", 4500);
    fixture.planner.weeks_before_taper = weeks;
    const struct recipe *recipe = session_library_find(fixture.library, "threshold-blocks");
    struct dose_room room = {45 * HUNDREDTHS, 3600, 100, 0};
    int seconds = make(&fixture, recipe, uses, &room, &work)
                      ? dose_seconds(&fixture.planner, recipe, &work)
                      : 0;
    fixture_release(&fixture);
    return seconds;
}

static void in_a_short_plan_doses_grow_faster(void **state)
{
    (void)state;
    assert_int_equal(work_by_use(3, 0), work_by_use(20, 0));
    assert_true(work_by_use(3, 1) > work_by_use(20, 1));
    assert_true(work_by_use(3, 1) <= work_by_use(20, MOST_USES) + 60 * 4);
    assert_int_equal(work_by_use(20, 1), work_by_use(40, 1));
}

static void judge_stretches(struct planner_fixture *fixture, const struct recipe *recipe,
                            struct dose_room room)
{
    const struct dose *dose = &recipe->dose;
    FOR_COUNT(int, uses, MOST_USES) {
        struct work work;
        if (!make(fixture, recipe, uses, &room, &work))
            continue;
        assert_true(work.repeats > 1 || work.stretch_s >= dose->single_from_s);
        int length = dose->stretches_s[least_of(uses, (int)dose->stretch_count - 1)];
        if (length < 120) /* or longer, where the most of them would hold too little */
            assert_true(work.stretch_s == length ||
                        (work.stretch_s > length &&
                         length * dose->most_stretches < work.repeats * work.stretch_s + 60));
        else
            assert_int_equal(work.stretch_s % 60, 0);
        assert_true(work.stretch_s <= dose->longest_s);
        if (work.repeats == 1 || dose->recovery_percent == 0)
            assert_int_equal(work.recovery_s, 0);
        else
            assert_in_range(work.recovery_s, dose->recovery_least_s, dose->recovery_most_s);
    }
}

static void stretches_are_whole_minutes_and_none_stands_alone_that_is_short(void **state)
{
    (void)state;
    for_each_dose(judge_stretches);
}

static void a_faster_end_grows_and_keeps_its_bounds(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    fixture_init(&fixture, "marathon", 4000);
    FOR_COUNT(size_t, i, fixture.library->recipe_count) {
        const struct recipe *recipe = &fixture.library->recipes[i];
        const struct finish *finish = &recipe->finish;
        int pace = recipe_work_pace(&fixture.planner, recipe);
        if (finish->to_percent == 0)
            continue;
        FOR_VALUES(int, km, 5, km <= 45, km++) {
            int before = 0;
            FOR_COUNT(int, uses, MOST_USES) {
                fixture.planner.uses[i] = uses;
                int end = dose_finish(&fixture.planner, recipe, km * HUNDREDTHS, 5400, 50);
                assert_int_equal(end % 50, 0);
                assert_true(end >= before);
                assert_true(end * 100 <= km * HUNDREDTHS * finish->to_percent);
                assert_true(end * pace / HUNDREDTHS <= least_of(finish->most_s, 5400));
                assert_true(end == 0 || 2 * end >= finish->least_s * HUNDREDTHS / pace);
                before = end;
            }
            assert_int_equal(
                dose_finish(&fixture.planner, recipe, km * HUNDREDTHS, finish->least_s / 3, 50), 0);
        }
    }
    fixture_release(&fixture);
}

/* What a session loses of height is what its steps run down: their time, at their pace, on their
   slope. */
static void a_descent_is_what_its_steps_run_down(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    fixture_init(&fixture, "marathon", 4000);
    const struct recipe *recipe = session_library_find(fixture.library, "downhill-repeats");
    const struct dose *dose = &recipe->dose;
    int pace = recipe_work_pace(&fixture.planner, recipe);
    int slope = recipe_slope(&fixture.planner, recipe), before = 0;
    FOR_VALUES(int, wish, 10, wish <= 400, wish++) {
        struct work work = {0};
        int descent = dose_descend(&fixture.planner, recipe, wish, &work);
        assert_true(descent <= wish);
        assert_true(descent >= before);
        before = descent;
        if (descent == 0)
            continue;
        assert_in_range(work.repeats, 1, dose->most_stretches);
        assert_in_range(work.stretch_s, dose->stretches_s[0], dose->longest_s);
        assert_in_range(work.recovery_s, dose->recovery_least_s, dose->recovery_most_s);
        int metres = work.repeats * work.stretch_s * 1000 / pace;
        assert_in_range(descent, metres * slope / 100 - 1, metres * slope / 100 + 1);
    }
    assert_true(before > 100);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dose_is_worth_it_and_never_above_its_caps),
        cmocka_unit_test(a_dose_grows_with_each_use),
        cmocka_unit_test(in_a_short_plan_doses_grow_faster),
        cmocka_unit_test(stretches_are_whole_minutes_and_none_stands_alone_that_is_short),
        cmocka_unit_test(a_faster_end_grows_and_keeps_its_bounds),
        cmocka_unit_test(a_descent_is_what_its_steps_run_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
