/* Paces and load against published values. */
#include <math.h>

#include "cases.h"
#include "training/grade.h"
#include "training/load.h"
#include "training/pace.h"

static void vdot_equals_the_formula_of_daniels_and_gilbert(void **state)
{
    (void)state;
    assert_near(vdot_from_race(5000, 20 * 60), 49.8062, 0.00005);
    assert_near(vdot_from_race(42195, 3 * 3600), 53.5283, 0.00005);
    assert_near(vdot_from_race(5000, 27 * 60), 34.9632, 0.00005);
}

static void predicted_times_are_near_the_published_tables(void **state)
{
    (void)state;
    static const struct {
        double vdot;
        int metres, seconds, tolerance_tenths;
    } rows[] = {
        {40, 5000, 24 * 60 + 8, 18},
        {40, 10000, 50 * 60 + 3, 30},
        {40, 21098, 6659, 140},
        {40, 42195, 3 * 3600 + 49 * 60 + 45, 320},
        {60, 5000, 17 * 60 + 3, 18},
        {60, 10000, 35 * 60 + 22, 30},
        {60, 21098, 3600 + 18 * 60 + 9, 140},
        {60, 42195, 2 * 3600 + 43 * 60 + 25, 320},
    };
    FOR_EACH(i, rows)
        assert_near(vdot_race_time(rows[i].vdot, rows[i].metres), rows[i].seconds,
                    rows[i].tolerance_tenths / 10.0);
}

static void a_predicted_time_gives_its_vdot_back(void **state)
{
    (void)state;
    FOR_VALUES(int, vdot, 20, vdot <= 85, vdot++)
        FOR_VALUES(int, metres, 1609, metres <= 42195, metres += 3689)
            assert_near(vdot_from_race(metres, (int)lround(vdot_race_time(vdot, metres))), vdot,
                        0.4); /* the time is whole seconds */
}

static void faster_training_paces_are_smaller_numbers(void **state)
{
    (void)state;
    FOR_VALUES(int, vdot, 20, vdot <= 85, vdot++) {
        struct paces paces = paces_from_vdot(vdot, UNITS_KM);
        assert_true(paces.easy.slow > paces.easy.fast);
        assert_true(paces.easy.fast > paces.marathon);
        assert_true(paces.marathon > paces.threshold);
        assert_true(paces.threshold > paces.interval);
        assert_true(paces.interval > paces.repetition);
        struct paces miles = paces_from_vdot(vdot, UNITS_MI);
        assert_near(miles.threshold, paces.threshold * 1.609344, 1.5);
    }
}

static void riegel_scales_with_the_power_of_distance(void **state)
{
    (void)state;
    assert_near(riegel_race_time(10000, 2700, 10000), 2700, 0.001);
    assert_near(riegel_race_time(10000, 2700, 20000), 2700 * 2.0849, 0.2);
}

static void a_hundred_metres_of_climb_cost_a_kilometre(void **state)
{
    (void)state;
    assert_int_equal(effort_distance(1000, 250, UNITS_KM), 1250);
    assert_int_equal(effort_distance(1000, 250, UNITS_MI), 1155);
    assert_int_equal(effort_distance_inverse(1250, 250, UNITS_KM), 1000);
    assert_int_equal(effort_distance_inverse(100, 250, UNITS_KM), 0);
    assert_int_equal(run_seconds(1000, 100, 360, UNITS_KM), 11 * 360);
}

static void minetti_costs_most_uphill_and_least_on_gentle_descents(void **state)
{
    (void)state;
    assert_near(grade_cost(0), 3.6, 1e-9);
    assert_near(grade_cost(0.10), 5.97, 0.02);
    assert_near(grade_cost(0.45), grade_cost(0.60), 1e-9);
    assert_true(grade_cost(-0.18) < grade_cost(-0.05) && grade_cost(-0.18) < grade_cost(-0.40));
}

static void the_pace_curve_goes_through_its_measured_points(void **state)
{
    (void)state;
    static const double points[][2] = {{-0.20, 1.081}, {-0.15, .941}, {-0.10, .876}, {-0.08, .876},
                                       {0, 1},         {0.04, 1.135}, {0.10, 1.459}, {0.20, 2.297}};
    FOR_EACH(i, points)
        assert_near(grade_pace_factor(points[i][0]), points[i][1], 1e-9);
}

static void the_pace_curve_is_smooth_and_turns_once(void **state)
{
    (void)state;
    double before = grade_pace_factor(-0.30);
    FOR_VALUES(int, permille, -299, permille <= 300, permille++) {
        double factor = grade_pace_factor(permille / 1000.0);
        assert_true(permille <= -100 ? factor <= before + 1e-9 : factor >= before - 1e-9);
        assert_near(factor, before, 0.01);
        before = factor;
    }
}

static void paces_on_a_grade_are_scaled_and_unknown_ones_stay_unknown(void **state)
{
    (void)state;
    struct pace_range flat = {300, 330}, unknown = {UNKNOWN, UNKNOWN};
    assert_int_equal(grade_pace(flat, 0).fast, 300);
    assert_int_equal(grade_pace(flat, 10).slow, 481);
    assert_int_equal(grade_pace(unknown, 10).fast, UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vdot_equals_the_formula_of_daniels_and_gilbert),
        cmocka_unit_test(predicted_times_are_near_the_published_tables),
        cmocka_unit_test(a_predicted_time_gives_its_vdot_back),
        cmocka_unit_test(faster_training_paces_are_smaller_numbers),
        cmocka_unit_test(riegel_scales_with_the_power_of_distance),
        cmocka_unit_test(a_hundred_metres_of_climb_cost_a_kilometre),
        cmocka_unit_test(minetti_costs_most_uphill_and_least_on_gentle_descents),
        cmocka_unit_test(the_pace_curve_goes_through_its_measured_points),
        cmocka_unit_test(the_pace_curve_is_smooth_and_turns_once),
        cmocka_unit_test(paces_on_a_grade_are_scaled_and_unknown_ones_stay_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
