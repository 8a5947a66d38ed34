/* Doses of all sessions of the library, in weeks of all sizes. */
#include "planner_fixture.h"

#include "planner/dose.h"

#define MOST_USES    12
#define MOST_MINUTES 120
#define M_PER_KM     1000

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

static bool goes_by_distance(const struct planner_fixture *fixture, const struct recipe *recipe)
{
    return recipe->dose.distance_count > 0 && recipe_has_work_pace(&fixture->planner, recipe);
}

/* The lengths that a stretch may have at that use: of the recipe's distances at its pace, or as the
   recipe has it, or whole minutes. Returns how many. */
static int lengths_of(const struct planner_fixture *fixture, const struct recipe *recipe, int uses,
                      int lengths[])
{
    const struct dose *dose = &recipe->dose;
    int wish = dose->stretches_s[least_of(uses, (int)dose->stretch_count - 1)], count = 0;
    if (goes_by_distance(fixture, recipe))
        for (; count < (int)dose->distance_count; count++)
            lengths[count] =
                dose->distances_m[count] * recipe_work_pace(&fixture->planner, recipe) / M_PER_KM;
    else if (wish < 120)
        lengths[count++] = wish;
    else
        for (int minutes = 1; minutes <= MOST_MINUTES; minutes++)
            lengths[count++] = minutes * 60;
    return count;
}

/* The least that is worth it in such stretches. */
static int least_in(const struct planner_fixture *fixture, const struct recipe *recipe, int uses)
{
    const struct dose *dose = &recipe->dose;
    int lengths[MOST_MINUTES], least = INT_MAX;
    int count = lengths_of(fixture, recipe, uses, lengths);
    for (int n = 1; n <= dose->most_stretches; n++)
        for (int i = 0; i < count; i++)
            if (n * lengths[i] >= dose->least_s && lengths[i] <= dose->longest_s &&
                (n > 1 || lengths[i] >= dose->single_from_s))
                least = least_of(least, n * lengths[i]);
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
        int least = least_in(fixture, recipe, uses), most = cap > least ? cap : least;
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
        /* Whole minutes in each stretch, one fewer; or one stretch of a longer distance. */
        int rounding = work.stretch_m > 0 ? work.stretch_s : (work.repeats + 1) * 60;
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

static void judge_distance(struct planner_fixture *fixture, const struct recipe *recipe,
                           const struct work *work)
{
    int lengths[MOST_MINUTES], found = 0;
    int count = lengths_of(fixture, recipe, 0, lengths);
    for (int i = 0; i < count; i++)
        found += work->stretch_m == recipe->dose.distances_m[i] && work->stretch_s == lengths[i];
    assert_int_equal(found, 1);
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
        if (goes_by_distance(fixture, recipe))
            judge_distance(fixture, recipe, &work);
        else if (length < 120) /* or longer, where the most of them would hold too little */
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

static void stretches_are_friendly_and_none_stands_alone_that_is_short(void **state)
{
    (void)state;
    for_each_dose(judge_stretches);
}

/* Repeats as runners know them, at the pace that the plan knows; by time where it knows none. */
static void stretches_by_distance_need_a_pace(void **state)
{
    (void)state;
    static const struct {
        int pace_s, uses, repeats, metres;
    } cases[] = {
        {270, 0, 5, 800}, {270, 4, 6, 800}, {240, 2, 6, 800}, {360, 0, 8, 400}, {UNKNOWN, 2, 7, 0},
    };
    FOR_COUNT(size_t, i, sizeof cases / sizeof *cases) {
        struct planner_fixture fixture;
        struct work work;
        fixture_init(&fixture, "5k", 4500);
        fixture.planner.plan->paces.interval = cases[i].pace_s;
        const struct recipe *recipe = session_library_find(fixture.library, "vo2-intervals");
        struct dose_room room = {60 * HUNDREDTHS, 3600, 100, 0};
        assert_true(make(&fixture, recipe, cases[i].uses, &room, &work));
        assert_int_equal(work.repeats, cases[i].repeats);
        assert_int_equal(work.stretch_m, cases[i].metres);
        fixture_release(&fixture);
    }
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
        cmocka_unit_test(stretches_are_friendly_and_none_stands_alone_that_is_short),
        cmocka_unit_test(stretches_by_distance_need_a_pace),
        cmocka_unit_test(a_faster_end_grows_and_keeps_its_bounds),
        cmocka_unit_test(a_descent_is_what_its_steps_run_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
