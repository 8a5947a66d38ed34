/* The race page: whose time the splits are for, which advice is given, and sound pages of all. */
#include "course/course.h"
#include "example_plan.h"
#include "print/checklist.h"
#include "print/race_view.h"
#include "print_fixture.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Hills of up to 15 % over the race's distance. */
static void give_course(struct plan *plan, int steepest_percent)
{
    enum { STEPS = 60 };
    struct course *course = &plan->race.course;
    unsigned seed = 5;
    int length_m = plan->race.distance.metres, elevation_m = 800;
    course->points = arena_array(plan->arena, STEPS + 1, sizeof *course->points);
    for (int i = 0; i <= STEPS; i++) {
        course->points[i] = (struct course_point){length_m / STEPS * i, elevation_m};
        seed = seed * 1664525U + 1013904223U;
        int grade = (int)(seed >> 8) % (2 * steepest_percent + 1) - steepest_percent;
        elevation_m += length_m / STEPS * grade / 100;
        elevation_m = elevation_m < 0 ? 0 : elevation_m > 4000 ? 4000 : elevation_m;
    }
    course->points[STEPS].distance_m = length_m;
    course->point_count = STEPS + 1;
    course->track_m = length_m - 40;
    course->track_climb_m = 260;
    course->track_descent_m = 380;
    struct course_line line = course_to_line(course, plan->arena);
    course->facts = course_facts(&line, plan->race.descent_m, plan->arena);
}

static struct plan *race_plan(enum units units, int length_m, int goal_time_s)
{
    struct plan *plan = example_plan("Łukasz Müller", units, 18);
    plan->race.distance = (struct race_distance){NULL, length_m};
    plan->race.goal_time_s = goal_time_s;
    plan->print.pages[0] = PAGE_RACE;
    plan->print.page_count = 1;
    return plan;
}

static void pages_of_any_race_are_sound(void **state)
{
    static const struct {
        int length_m, s_per_km, steepest_percent;
        enum units units;
        enum paper paper;
    } races[] = {
        {1000, 200, 3, UNITS_KM, PAPER_A4},         {5000, 300, 0, UNITS_MI, PAPER_LETTER},
        {5000, 280, 15, UNITS_KM, PAPER_LETTER},    {10000, 290, 2, UNITS_MI, PAPER_A3},
        {21098, 330, 5, UNITS_KM, PAPER_A4},        {42195, 0, 6, UNITS_KM, PAPER_LETTER},
        {42195, 400, 0, UNITS_MI, PAPER_A4},        {50000, 800, 15, UNITS_KM, PAPER_A3},
        {100000, 900, 15, UNITS_KM, PAPER_LETTER},  {102000, 900, 15, UNITS_KM, PAPER_A4},
        {160934, 1200, 10, UNITS_MI, PAPER_LETTER}, {160934, 1300, 0, UNITS_KM, PAPER_A4},
        {400000, 1700, 12, UNITS_KM, PAPER_A3},     {80467, 0, 0, UNITS_MI, PAPER_A3},
    };
    (void)state;
    FOR_EACH(i, races) {
        int goal_s = races[i].s_per_km ? races[i].length_m / 1000 * races[i].s_per_km : UNKNOWN;
        struct plan *plan = race_plan(races[i].units, races[i].length_m, goal_s);
        plan->print.paper = races[i].paper;
        if (races[i].steepest_percent)
            give_course(plan, races[i].steepest_percent);
        check_pdf(plan, 0);
        plan->print.is_large = true;
        check_pdf(plan, 0);
        plan_free(plan);
    }
}

static void a_race_of_which_little_is_known_has_its_page(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->print.pages[plan->print.page_count++] = PAGE_RACE;
    check_pdf(plan, 0);
    plan->race.course.track_m = 5000; /* a file without elevations */
    plan->race.course.track_climb_m = plan->race.course.track_descent_m = UNKNOWN;
    check_pdf(plan, 0);
    plan->race.name = "Internationaler Bodensee-Drei-Länder-Marathon Bregenz–Lindau–Konstanz "
                      "mit Start um Mitternacht und Ziel am Morgen";
    plan->race.goal_time_s = 1500;
    check_pdf(plan, 0);
    plan_free(plan);
}

static void odd_courses_have_sound_pages(void **state)
{
    static const struct {
        struct course_point points[4];
        size_t count;
    } courses[] = {
        {{{0, 0}, {0, 10}}, 2},                          /* no length */
        {{{5, 5}}, 1},                                   /* no line */
        {{{0, 0}, {4, 100}}, 2},                         /* less than a hundredth */
        {{{0, 0}, {25, 9000}, {50, 0}, {100, 9000}}, 4}, /* walls */
        {{{30000, 100}, {80000, 200}}, 2},               /* starts late */
        {{{0, -500}, {400000, -500}}, 2},                /* below the sea */
    };
    (void)state;
    FOR_EACH(i, courses) {
        struct plan *plan = race_plan(UNITS_MI, 50000, i % 2 ? 20000 : UNKNOWN);
        plan->race.expected_time_s = 19000;
        plan->race.course.points = arena_array(plan->arena, 4, sizeof(struct course_point));
        memcpy(plan->race.course.points, courses[i].points, sizeof courses[i].points);
        plan->race.course.point_count = courses[i].count;
        struct course_line line = course_to_line(&plan->race.course, plan->arena);
        plan->race.course.facts = course_facts(&line, UNKNOWN, plan->arena);
        check_pdf(plan, 0);
        plan_free(plan);
    }
}

static void splits_are_for_the_goal_or_for_what_is_believed(void **state)
{
    (void)state;
    struct plan *plan = race_plan(UNITS_KM, 42195, UNKNOWN);
    struct race_view view = race_view_make(plan, plan->arena);
    assert_int_equal(view.time, RACE_TIME_NONE);
    assert_int_equal(view.splits.count, 0);

    plan->race.goal_time_s = 12600; /* as in a plan that was made by hand */
    view = race_view_make(plan, plan->arena);
    assert_int_equal(view.time, RACE_TIME_GOAL);
    assert_int_equal(view.splits.items[view.splits.count - 1].elapsed_s, 12600);

    plan->race.expected_time_s = 13500; /* the goal is too fast */
    view = race_view_make(plan, plan->arena);
    assert_int_equal(view.time, RACE_TIME_EXPECTED);
    assert_int_equal(view.time_s, 13500);
    give_course(plan, 10);
    view = race_view_make(plan, plan->arena);
    assert_int_equal(view.time, RACE_TIME_EXPECTED);
    assert_int_equal(view.time_s, 13500); /* it is the time on this course already */
    plan_free(plan);
}

static void long_races_have_longer_splits(void **state)
{
    (void)state;
    struct plan *plan = race_plan(UNITS_KM, 160934, 100000);
    give_course(plan, 8);
    struct race_view view = race_view_make(plan, plan->arena);
    assert_int_equal(view.step, 1);
    assert_int_equal(view.splits.count, 161);
    race_view_merge(&view, 1000);
    assert_int_equal(view.step, 2);
    assert_int_equal(view.splits.count, 81);
    int seconds = 0, climb_m = 0;
    FOR_COUNT(size_t, i, view.splits.count) {
        seconds += view.splits.items[i].seconds;
        climb_m += view.splits.items[i].climb_m;
        assert_int_equal(view.splits.items[i].elapsed_s, seconds);
    }
    assert_int_equal(seconds, 100000);
    struct splits all = pacing_splits(&view.line, 100000, UNITS_KM, false, plan->arena);
    for (size_t i = 0; i < all.count; i++)
        climb_m -= all.items[i].climb_m;
    assert_int_equal(climb_m, 0);
    assert_int_equal(race_view_split_start_m(&view, UNITS_KM, 80), 160000);
    assert_int_equal(race_view_split_m(&view, UNITS_KM, 80), 934);

    view = race_view_make(plan, plan->arena); /* on small paper */
    race_view_merge(&view, 50);
    assert_int_equal(view.step, 5);
    assert_int_equal(view.splits.count, 33);
    plan_free(plan);
}

static void splits_end_with_the_decimal_mark_of_the_language(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct language language = {.phrases = {[PHRASE_DECIMAL_MARK] = ","}};
    struct words english = {arena, UNITS_KM, NULL}, other = {arena, UNITS_KM, &language};
    struct split last = {.distance = 4220}, whole = {.distance = 4200};
    assert_string_equal(race_view_split_words(&english, &last), "42.2");
    assert_string_equal(race_view_split_words(&other, &last), "42,2");
    assert_string_equal(race_view_split_words(&other, &whole), "42");
    arena_free(arena);
}

static void arrows_follow_the_edges_of_the_bands(void **state)
{
    (void)state;
    assert_int_equal(race_view_steepness(19, 1000), 0);
    assert_int_equal(race_view_steepness(20, 1000), 1);
    assert_int_equal(race_view_steepness(49, 1000), 1);
    assert_int_equal(race_view_steepness(50, 1000), 2);
    assert_int_equal(race_view_steepness(UNKNOWN, 1000), 0);
    assert_int_equal(race_view_steepness(5, 0), 0);
}

/* True where an item of the list has these words. */
static bool says(const struct checklist *list, const char *words)
{
    for (size_t i = 0; i < list->count; i++)
        if (strstr(list->items[i], words))
            return true;
    return false;
}

static void advice_follows_the_race(void **state)
{
    (void)state;
    struct plan *plan = race_plan(UNITS_KM, 5000, UNKNOWN);
    plan->race.climb_m = plan->race.descent_m = 0;
    struct race_view view = race_view_make(plan, plan->arena);
    struct words words = {plan->arena, plan->units, NULL};
    struct checklist week = checklist_race_week(plan, &view, &words);
    struct checklist morning = checklist_race_morning(plan, &view, &words);
    assert_true(says(&morning, "strides") && !says(&week, "toenails"));
    assert_false(says(&week, "pace band") || says(&morning, "pace band"));
    assert_false(says(&week, "kit") || says(&morning, "descent"));

    plan->race.distance.metres = 50000;
    plan->race.goal_time_s = 20000;
    plan->race.descent_m = 2000;
    give_course(plan, 12);
    view = race_view_make(plan, plan->arena);
    week = checklist_race_week(plan, &view, &words);
    morning = checklist_race_morning(plan, &view, &words);
    assert_true(says(&week, "toenails") && says(&week, "pace band") && says(&week, "kit"));
    assert_true(says(&morning, "The largest descent begins at km "));
    assert_false(says(&morning, "strides"));
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_of_any_race_are_sound),
        cmocka_unit_test(a_race_of_which_little_is_known_has_its_page),
        cmocka_unit_test(odd_courses_have_sound_pages),
        cmocka_unit_test(splits_are_for_the_goal_or_for_what_is_believed),
        cmocka_unit_test(long_races_have_longer_splits),
        cmocka_unit_test(splits_end_with_the_decimal_mark_of_the_language),
        cmocka_unit_test(arrows_follow_the_edges_of_the_bands),
        cmocka_unit_test(advice_follows_the_race),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
