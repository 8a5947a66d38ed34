/* The changes that repair a plan: each within its bounds, and sums that stay what they should. */
#include "rules_fixture.h"

#include "mending/change.h"

static struct plan *make_plan(void)
{
    struct plan *plan = fixture_plan(1);
    struct session *hilly = fixture_run(plan, 1, 800);
    hilly->kind = SESSION_UPHILL;
    hilly->effort = EFFORT_HARD;
    hilly->terrain = TERRAIN_UPHILL;
    hilly->climb_m = hilly->descent_m = 300;
    fixture_run(plan, 3, 600)->climb_m = 20;
    struct session *longest = fixture_run(plan, 6, 1600);
    longest->kind = SESSION_LONG;
    longest->duration_s = 6000;
    longest->climb_m = 80;
    return plan;
}

static int sum(const struct plan *plan, enum quantity quantity)
{
    return week_sum(&plan->weeks[0], DAYS_PER_WEEK, quantity, NULL);
}

static const struct session *run_of(const struct plan *plan, size_t day)
{
    return &plan->weeks[0].days[day].sessions[0];
}

static void a_week_is_cut_to_its_limit_and_easy_runs_go_first(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    assert_true(change_cut_week(plan, 0, LIMIT_DISTANCE, 2500, false));
    assert_in_range(sum(plan, QUANTITY_DISTANCE), 2470, 2500);
    assert_int_equal(run_of(plan, 1)->distance, 800);
    assert_int_equal(run_of(plan, 6)->duration_s, 6000 * run_of(plan, 6)->distance / 1600);
    assert_true(change_cut_week(plan, 0, LIMIT_DISTANCE, 1200, true));
    assert_in_range(sum(plan, QUANTITY_DISTANCE), 1170, 1200);
    assert_true(run_of(plan, 1)->distance < 800);
    assert_false(change_cut_week(plan, 0, LIMIT_DISTANCE, 1200, true));
    plan_free(plan);
}

/* Of 6 and 8 km and a long run of 16 km. */
static void a_small_cut_leaves_the_long_run_alone(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    assert_true(change_cut_week(plan, 0, LIMIT_DISTANCE, 2900, false));
    assert_int_equal(run_of(plan, 6)->distance, 1600);
    assert_in_range(sum(plan, QUANTITY_DISTANCE), 2880, 2900);
    plan_free(plan);
}

/* A long run is not made an easy one by another name. */
static void a_long_run_is_eased_as_one_or_becomes_shorter(void **state)
{
    (void)state;
    for (int gives = 0; gives < 2; gives++) {
        struct plan *plan = make_plan();
        struct session *longest = (struct session *)run_of(plan, 6);
        longest->effort = EFFORT_HARD;
        assert_true(change_ease(plan, 0, 6));
        assert_int_equal(run_of(plan, 6)->kind, SESSION_LONG);
        assert_int_equal(run_of(plan, 6)->effort, EFFORT_EASY);
        assert_int_equal(run_of(plan, 6)->distance, 1600);
        assert_false(change_ease(plan, 0, 6));
        int before = sum(plan, QUANTITY_DISTANCE);
        assert_true(change_unmake_long(plan, 0, 6, gives));
        assert_int_equal(run_of(plan, 6)->kind, SESSION_EASY);
        assert_int_equal(run_of(plan, 6)->distance, 800); /* as the longest of the others */
        assert_true(gives ? run_of(plan, 3)->distance > 600 : run_of(plan, 3)->distance == 600);
        assert_true(sum(plan, QUANTITY_DISTANCE) <= before);
        assert_false(change_unmake_long(plan, 0, 6, gives));
        plan_free(plan);
    }
}

/* The runner made it longer by hand, and left its time as it was. */
static void a_time_that_was_left_behind_is_set_by_the_pace(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    struct session *longest = (struct session *)run_of(plan, 6);
    longest->pace = (struct pace_range){350, 390};
    longest->distance = 2800;
    assert_true(change_cut_day(plan, 0, 6, LIMIT_DISTANCE, 2000));
    assert_int_equal(run_of(plan, 6)->duration_s, 20 * (350 + 390) / 2);
    assert_true(change_cut_day(plan, 0, 6, LIMIT_DISTANCE, 1000));
    assert_int_equal(run_of(plan, 6)->duration_s, 10 * (350 + 390) / 2);
    plan_free(plan);
}

/* Of 6, 8 and a long run of 16 km the second gives, as far as it stays the larger one. */
static void one_run_that_is_too_large_is_cut_alone(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    assert_true(change_cut_largest(plan, 0, 2850));
    assert_int_equal(run_of(plan, 1)->distance, 650);
    assert_int_equal(run_of(plan, 3)->distance, 600);
    assert_int_equal(run_of(plan, 6)->distance, 1600);
    assert_false(change_cut_largest(plan, 0, 2790));
    assert_false(change_cut_largest(plan, 0, 2850));
    assert_int_equal(sum(plan, QUANTITY_DISTANCE), 2850);
    plan_free(plan);
}

static void beside_a_race_as_long_as_the_limit_nothing_is_run(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    fixture_run(plan, 5, 2110)->kind = SESSION_TUNE_UP;
    assert_true(change_cut_week(plan, 0, LIMIT_DISTANCE, 2110, false));
    assert_int_equal(sum(plan, QUANTITY_DISTANCE), 2110);
    assert_int_equal(plan->weeks[0].days[6].session_count, 0);
    assert_false(change_cut_week(plan, 0, LIMIT_DISTANCE, 2000, false));
    plan_free(plan);
}

/* Also where the easy runs hold less than has to go. */
static void hills_are_cut_to_their_limit_and_never_below_nothing(void **state)
{
    (void)state;
    FOR_VALUES(int, limit, 0, limit < 400, limit += 7) {
        struct plan *plan = make_plan();
        assert_true(change_cut_week(plan, 0, LIMIT_CLIMB_M, limit, false));
        assert_in_range(sum(plan, QUANTITY_CLIMB_M), 0, limit);
        FOR_COUNT(size_t, day, DAYS_PER_WEEK)
            if (plan->weeks[0].days[day].session_count)
                assert_true(run_of(plan, day)->climb_m >= 0);
        assert_int_equal(run_of(plan, 1)->climb_m, run_of(plan, 1)->descent_m); /* a loop still */
        plan_free(plan);
    }
}

static void the_longest_run_gives_to_the_others(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    assert_false(change_level(plan, 0, 3, 20)); /* it is not the longest */
    assert_true(change_level(plan, 0, 6, 20));
    assert_int_equal(run_of(plan, 6)->distance, 1280);
    assert_true(run_of(plan, 3)->distance > 600);
    assert_true(sum(plan, QUANTITY_DISTANCE) <= 3000);
    plan_free(plan);
}

static void days_change_places_with_all_they_hold(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    int before = sum(plan, QUANTITY_DISTANCE);
    assert_true(change_swap(plan, 0, 0, 6));
    assert_int_equal(run_of(plan, 0)->kind, SESSION_LONG);
    assert_int_equal(plan->weeks[0].days[6].session_count, 0);
    assert_int_equal(sum(plan, QUANTITY_DISTANCE), before);
    assert_false(change_swap(plan, 0, 4, 5)); /* rest for rest */
    plan_free(plan);
}

static void hard_runs_become_easy_ones_of_their_distance(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    assert_true(change_ease(plan, 0, 1));
    assert_int_equal(run_of(plan, 1)->kind, SESSION_EASY);
    assert_int_equal(run_of(plan, 1)->terrain, TERRAIN_FLAT);
    assert_int_equal(run_of(plan, 1)->distance, 800);
    assert_int_equal(run_of(plan, 1)->climb_m, 0);
    assert_false(change_ease(plan, 0, 1));
    plan_free(plan);
}

static void an_easy_run_before_a_hard_one_hides_it_not(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    struct day *day = &plan->weeks[0].days[1];
    struct session two[] = {day->sessions[0], day->sessions[0]};
    two[0].kind = SESSION_EASY;
    two[0].effort = EFFORT_EASY;
    two[0].terrain = TERRAIN_FLAT;
    day->sessions = two;
    day->session_count = 2;
    assert_true(change_ease(plan, 0, 1));
    assert_int_equal(plan->weeks[0].days[1].sessions[1].kind, SESSION_EASY);
    assert_false(change_ease(plan, 0, 1));
    plan_free(plan);
}

static void putting_the_week_back_undoes_a_change(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    const struct week held = plan->weeks[0];
    const struct session before = *run_of(plan, 6);
    assert_true(change_shorten(plan, 0, 6, 30));
    assert_int_equal(run_of(plan, 6)->distance, 1120);
    assert_true(change_drop(plan, 0, 1));
    plan->weeks[0] = held;
    assert_int_equal(run_of(plan, 6)->distance, before.distance);
    assert_int_equal(run_of(plan, 6)->duration_s, before.duration_s);
    assert_int_equal(run_of(plan, 1)->kind, SESSION_UPHILL);
    plan_free(plan);
}

static void races_are_neither_cut_nor_dropped(void **state)
{
    (void)state;
    struct plan *plan = make_plan();
    struct session *race = fixture_run(plan, 5, 2100);
    race->kind = SESSION_TUNE_UP;
    assert_false(change_drop(plan, 0, 5));
    assert_false(change_ease(plan, 0, 5));
    assert_false(change_cut_day(plan, 0, 5, LIMIT_DISTANCE, 1000));
    assert_false(change_shorten(plan, 0, 5, 10));
    assert_int_equal(run_of(plan, 5)->distance, 2100);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_week_is_cut_to_its_limit_and_easy_runs_go_first),
        cmocka_unit_test(a_small_cut_leaves_the_long_run_alone),
        cmocka_unit_test(a_long_run_is_eased_as_one_or_becomes_shorter),
        cmocka_unit_test(a_time_that_was_left_behind_is_set_by_the_pace),
        cmocka_unit_test(one_run_that_is_too_large_is_cut_alone),
        cmocka_unit_test(beside_a_race_as_long_as_the_limit_nothing_is_run),
        cmocka_unit_test(hills_are_cut_to_their_limit_and_never_below_nothing),
        cmocka_unit_test(the_longest_run_gives_to_the_others),
        cmocka_unit_test(days_change_places_with_all_they_hold),
        cmocka_unit_test(hard_runs_become_easy_ones_of_their_distance),
        cmocka_unit_test(an_easy_run_before_a_hard_one_hides_it_not),
        cmocka_unit_test(putting_the_week_back_undoes_a_change),
        cmocka_unit_test(races_are_neither_cut_nor_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
