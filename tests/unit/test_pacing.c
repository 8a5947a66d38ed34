/* Pacing: splits that add up, even where it is level, of equal effort where it is not. */
#include <math.h>
#include <stdlib.h>

#include "cases.h"
#include "training/grade.h"
#include "training/pacing.h"

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* A line of hills of up to 20 %, a sample about every 25 m. */
static struct course_line random_line(unsigned *seed, int length_m, struct arena *arena)
{
    struct course_line line = {.length_m = length_m, .count = (size_t)length_m / 25 + 1};
    line.elevations_cm = arena_array(arena, line.count, sizeof *line.elevations_cm);
    int grade_cm = 0; /* of a step */
    for (size_t i = 1; i < line.count; i++) {
        if (next_random(seed) % 20 == 0)
            grade_cm = (int)(next_random(seed) % 1001) - 500;
        line.elevations_cm[i] = line.elevations_cm[i - 1] + grade_cm;
    }
    return line;
}

static void the_seconds_add_up_to_the_goal_exactly(void **state)
{
    (void)state;
    unsigned seed = 11;
    FOR_COUNT(int, run, 4000) {
        struct arena *arena = arena_new();
        int length_m = 1000 + (int)(next_random(&seed) % 60000);
        int goal_s = length_m * (2 + (int)(next_random(&seed) % 8)) / 10 + (int)seed % 60;
        enum units units = next_random(&seed) % 2 ? UNITS_KM : UNITS_MI;
        struct course_line line = random_line(&seed, length_m, arena);
        if (run % 4 == 0)
            line.elevations_cm = NULL;
        struct splits splits = pacing_splits(&line, goal_s, units, run % 2, arena);
        int sum_s = 0, climb_cm = 0, descent_cm = 0, climb_m = 0, descent_m = 0, before = 0;
        FOR_COUNT(size_t, i, splits.count) {
            const struct split *split = &splits.items[i];
            sum_s += split->seconds;
            assert_int_equal(split->elapsed_s, sum_s);
            assert_true(split->seconds > 0 || split->distance - before < 10);
            assert_true(split->distance > before && split->distance - before <= HUNDREDTHS);
            before = split->distance;
            climb_m += line.elevations_cm ? split->climb_m : 0;
            descent_m += line.elevations_cm ? split->descent_m : 0;
        }
        assert_int_equal(sum_s, goal_s);
        assert_int_equal(before, distance_from_m(length_m, units));
        for (size_t i = 1; line.elevations_cm && i < line.count; i++) {
            int rise = line.elevations_cm[i] - line.elevations_cm[i - 1];
            *(rise > 0 ? &climb_cm : &descent_cm) += abs(rise);
        }
        assert_true(abs(climb_m * 100 - climb_cm) <= 50);
        assert_true(abs(descent_m * 100 - descent_cm) <= 50);
        arena_free(arena);
    }
}

static void a_level_course_has_even_splits(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct course_line unknown = {.length_m = 42195}, level = {.length_m = 42195, .count = 1689};
    level.elevations_cm = arena_array(arena, level.count, sizeof *level.elevations_cm);
    const struct course_line *const lines[] = {&unknown, &level};
    FOR_COUNT(int, i, 2) {
        struct splits splits = pacing_splits(lines[i], 3 * 3600 + 1800, UNITS_KM, false, arena);
        assert_int_equal(splits.count, 43);
        FOR_VALUES(size_t, s, 0, s + 1 < splits.count, s++)
            assert_in_range(splits.items[s].seconds, 298, 299); /* 298.61 */
        assert_in_range(splits.items[42].seconds, 58, 59);      /* 195 m */
        assert_int_equal(splits.items[42].distance, 4220);
        assert_int_equal(splits.items[0].climb_m, lines[i]->elevations_cm ? 0 : UNKNOWN);
    }
    arena_free(arena);
}

/* Runs the line step by step at one effort for `time_s`; the time at a distance. */
static double simulate(const struct course_line *line, double distance, double time_s)
{
    double step = line->length_m / (double)(line->count - 1), before = 0, all = 0;
    for (size_t i = 1; i < line->count; i++) {
        double grade = (line->elevations_cm[i] - line->elevations_cm[i - 1]) / 100.0 / step;
        double cost = step * grade_pace_factor(grade), end = step * (double)i;
        all += cost;
        before += end <= distance ? cost : fmax(0, cost * (distance - end + step) / step);
    }
    return before / all * time_s;
}

/* The variance of the splits' effort a second, over its mean squared. */
static void the_effort_is_that_of_a_runner_who_keeps_it(void **state)
{
    (void)state;
    unsigned seed = 5;
    FOR_COUNT(int, run, 50) {
        struct arena *arena = arena_new();
        int length_m = 5000 + (int)(next_random(&seed) % 40000), goal_s = length_m / 3;
        struct course_line line = random_line(&seed, length_m, arena);
        struct splits splits = pacing_splits(&line, goal_s, UNITS_KM, false, arena);
        double sum = 0, squares = 0, last = 0;
        size_t whole = splits.count - 1; /* the part at the end has few seconds to round */
        FOR_COUNT(size_t, i, whole) {
            double at = simulate(&line, 1000.0 * (double)(i + 1), goal_s);
            assert_true(fabs(at - splits.items[i].elapsed_s) <= 0.51);
            double effort = (at - last) / splits.items[i].seconds;
            sum += effort;
            squares += effort * effort;
            last = at;
        }
        double mean = sum / (double)whole, variance = squares / (double)whole - mean * mean;
        assert_true(variance < 0.0001 * mean * mean); /* a coefficient of 1 % */
        arena_free(arena);
    }
}

static void a_slow_start_is_given_back_evenly(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct course_line line = {.length_m = 40000};
    struct splits even = pacing_splits(&line, 12000, UNITS_KM, false, arena);
    struct splits slow = pacing_splits(&line, 12000, UNITS_KM, true, arena);
    assert_int_equal(even.items[3].elapsed_s, 1200);
    assert_int_equal(slow.items[3].elapsed_s, 1236); /* 3 % over the first 10 % */
    FOR_COUNT(size_t, i, 40)
        assert_in_range(slow.items[i].seconds, i < 4 ? 309 : 299, i < 4 ? 309 : 299);
    assert_int_equal(slow.items[39].elapsed_s, 12000);
    arena_free(arena);
}

static void up_is_slower_and_gently_down_is_faster(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct course_line line = {.length_m = 3000, .count = 121};
    line.elevations_cm = arena_array(arena, line.count, sizeof *line.elevations_cm);
    for (size_t i = 1; i < line.count; i++) /* level, 4 % up, 10 % down */
        line.elevations_cm[i] = line.elevations_cm[i - 1] + (i <= 40 ? 0 : i <= 80 ? 100 : -250);
    struct splits splits = pacing_splits(&line, 3011, UNITS_KM, false, arena);
    assert_int_equal(splits.items[0].seconds, 1000);
    assert_int_equal(splits.items[1].seconds, 1135);
    assert_int_equal(splits.items[2].seconds, 876);
    assert_int_equal(splits.items[1].climb_m, 40);
    assert_int_equal(splits.items[2].descent_m, 100);
    arena_free(arena);
}

static void a_time_on_the_flat_is_another_on_hills(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct course_line line = {.length_m = 3000, .count = 121};
    assert_int_equal(pacing_course_time_s(&line, 1000, 3000, arena), 1000);
    assert_int_equal(pacing_course_time_s(&line, 1000, 2000, arena), 1500);
    line.elevations_cm = arena_array(arena, line.count, sizeof *line.elevations_cm);
    assert_int_equal(pacing_course_time_s(&line, 1000, 3000, arena), 1000);
    for (size_t i = 1; i < line.count; i++) /* 4 % up: 13.5 % more */
        line.elevations_cm[i] = line.elevations_cm[i - 1] + 100;
    assert_int_equal(pacing_course_time_s(&line, 1000, 3000, arena), 1135);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_seconds_add_up_to_the_goal_exactly),
        cmocka_unit_test(a_level_course_has_even_splits),
        cmocka_unit_test(the_effort_is_that_of_a_runner_who_keeps_it),
        cmocka_unit_test(a_slow_start_is_given_back_evenly),
        cmocka_unit_test(up_is_slower_and_gently_down_is_faster),
        cmocka_unit_test(a_time_on_the_flat_is_another_on_hills),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
