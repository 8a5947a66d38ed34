/* The chart of the plan: bars, ceiling and names, as laid out. */
#include "page_fixture.h"

#include <math.h>
#include <string.h>

#include "example_plan.h"
#include "print/load_chart.h"

struct fixture {
    struct error error;
    struct plan *plan;
    struct page page;
    struct load_chart chart;
};

static const struct box room = {30, 60, 500, 180};

static struct fixture *lay_out(struct plan *plan)
{
    struct fixture *f = arena_alloc(plan->arena, sizeof *f);
    f->plan = plan;
    f->page = page_fixture(plan, &f->error);
    f->chart = load_chart_lay_out(&f->page, room);
    return f;
}

static void release(struct fixture *f)
{
    page_fixture_release(&f->page, &f->error);
    plan_free(f->plan);
}

static bool is_within(const struct box *box, const struct box *outer)
{
    const double air = 0.01;
    return box->x >= outer->x - air && box->y >= outer->y - air &&
           box->x + box->width <= outer->x + outer->width + air &&
           box->y + box->height <= outer->y + outer->height + air;
}

static bool overlap(const struct box *a, const struct box *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

/* All texts of the chart that have room. */
static size_t collect(const struct load_chart *chart, struct box boxes[], size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->race_count && count < most; i++)
        if (chart->races[i].name.text)
            boxes[count++] = chart->races[i].name.box;
    for (int i = 0; i < LOAD_NAME_COUNT && count < most; i++)
        if (chart->names[i].text)
            boxes[count++] = chart->names[i].box;
    return count;
}

static void assert_names_are_clear(const struct fixture *f)
{
    struct box boxes[20];
    size_t count = collect(&f->chart, boxes, 20);
    assert_true(count > 0);
    FOR_COUNT(size_t, i, count) {
        assert_true(is_within(&boxes[i], &room));
        FOR_COUNT(size_t, j, i)
            assert_false(overlap(&boxes[i], &boxes[j]));
        FOR_COUNT(size_t, w, f->plan->week_count)
            assert_false(overlap(&boxes[i], &f->chart.weeks[w].distance));
    }
}

static void set_ceiling(struct plan *plan, int percent)
{
    for (size_t i = 0; i < plan->week_count; i++)
        plan->weeks[i].distance_most = plan_week_distance(&plan->weeks[i]) * percent / 100;
}

static void bars_are_as_high_as_weeks_are_long(void **state)
{
    (void)state;
    struct fixture *f = lay_out(example_plan("A", UNITS_KM, 18));
    const struct load_week *weeks = f->chart.weeks;
    double unit = weeks[0].distance.height / plan_week_distance(&f->plan->weeks[0]);
    FOR_COUNT(size_t, i, f->plan->week_count) {
        const struct week *week = &f->plan->weeks[i];
        const struct box *bar = &weeks[i].distance;
        assert_true(fabs(bar->height - unit * plan_week_distance(week)) < 0.01);
        assert_true(is_within(bar, &f->chart.plot));
        assert_true(bar->x > weeks[i].left && bar->x + bar->width < weeks[i].right);
        assert_true(i == 0 || fabs(weeks[i].left - weeks[i - 1].right) < 0.01);
        assert_false(weeks[i].has_ceiling);
    }
    release(f);
}

static void climb_goes_up_and_descent_down_from_one_line(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_MI, 18);
    plan->weeks[4].days[1].sessions[0].climb_m = UNKNOWN;
    struct fixture *f = lay_out(plan);
    double middle = f->chart.hills.y + f->chart.hills.height / 2;
    FOR_COUNT(size_t, i, plan->week_count) {
        const struct load_week *week = &f->chart.weeks[i];
        assert_true(is_within(&week->climb, &f->chart.hills));
        assert_true(is_within(&week->descent, &f->chart.hills));
        assert_true(fabs(week->climb.y + week->climb.height - middle) < 0.01);
        assert_true(fabs(week->descent.y - middle) < 0.01);
    }
    assert_true(f->chart.weeks[4].climb.height == 0);
    assert_true(f->chart.weeks[4].descent.height > 0);
    /* In feet, as a plan in miles has it: the axis counts what it says. */
    int most_m = week_sum(&plan->weeks[2], DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    assert_true(f->chart.elevation.most >= words_elevation_in(&f->page.words, most_m));
    assert_non_null(strstr(f->chart.names[LOAD_DESCENT].text, " ft"));
    release(f);
}

static void flat_plans_have_no_hills(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_KM, 18);
    for (size_t w = 0; w < plan->week_count; w++)
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++)
                plan->weeks[w].days[d].sessions[i].climb_m =
                    plan->weeks[w].days[d].sessions[i].descent_m = 1;
    struct fixture *f = lay_out(plan);
    assert_true(f->chart.hills.height == 0);
    assert_null(f->chart.names[LOAD_CLIMB].text);
    assert_null(f->chart.names[LOAD_DESCENT].text);
    release(f);
}

static void the_ceiling_is_over_the_bars_that_keep_to_it(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_KM, 18);
    set_ceiling(plan, 110);
    plan->weeks[7].distance_most = UNKNOWN;
    struct fixture *f = lay_out(plan);
    FOR_COUNT(size_t, i, plan->week_count) {
        const struct load_week *week = &f->chart.weeks[i];
        assert_int_equal(week->has_ceiling, i != 7);
        if (!week->has_ceiling)
            continue;
        double height = f->chart.plot.y + f->chart.plot.height - week->ceiling;
        assert_true(fabs(height - week->distance.height * 1.1) < 0.1);
        assert_true(week->ceiling >= f->chart.plot.y);
    }
    assert_string_equal(f->chart.names[LOAD_CEILING].text, "the most that the rules allow");
    release(f);
}

static void the_name_of_the_ceiling_stands_on_it(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_KM, 18);
    set_ceiling(plan, 105);
    struct fixture *f = lay_out(plan);
    const struct box *name = &f->chart.names[LOAD_CEILING].box;
    double nearest = INFINITY;
    FOR_COUNT(size_t, i, plan->week_count) {
        const struct load_week *week = &f->chart.weeks[i];
        if (week->right <= name->x || week->left >= name->x + name->width)
            continue;
        assert_true(week->has_ceiling && week->ceiling > name->y + name->height);
        nearest = fmin(nearest, week->ceiling - name->y - name->height);
    }
    assert_true(nearest < 2 * MM);
    release(f);
}

static void names_hide_nothing(void **state)
{
    (void)state;
    static const size_t lengths[] = {8, 13, 18, 26, 40, 60};
    FOR_EACH(i, lengths) {
        struct plan *plan = example_plan("A", i % 2 ? UNITS_MI : UNITS_KM, lengths[i]);
        struct tune_up_race tune_ups[] = {
            {.name = "Internationaler Bodensee-Drei-Länder-Lauf", .distance = {"10k", 10000}},
            {.name = "Half", .distance = {"half", 21098}},
            {.distance = {"half", 21098}},
        };
        for (size_t race = 0; race < 3; race++)
            tune_ups[race].date = plan->race.date - 7 * (int)race - 7;
        plan->tune_ups = tune_ups;
        plan->tune_up_count = 3;
        set_ceiling(plan, 102);
        struct fixture *f = lay_out(plan);
        assert_int_equal(f->chart.race_count, 4);
        assert_non_null(f->chart.races[0].name.text);
        assert_non_null(strstr(f->chart.races[0].name.text, "Zürich"));
        assert_names_are_clear(f);
        release(f);
    }
}

static void the_name_of_the_largest_climb_stays_in_the_chart(void **state)
{
    (void)state;
    enum { WEEKS = 18 };
    static const size_t weeks[] = {0, 1, WEEKS - 2, WEEKS - 1};
    FOR_EACH(i, weeks) {
        struct plan *plan = example_plan("A", UNITS_KM, WEEKS);
        struct session *run =
            example_session(plan, &plan->weeks[weeks[i]].days[0], SESSION_UPHILL, "Hills", 800);
        run->climb_m = run->descent_m = 2000;
        struct fixture *f = lay_out(plan);
        assert_names_are_clear(f);
        release(f);
    }
}

static void races_share_the_row_of_flags(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_KM, 18);
    struct tune_up_race tune_up = {.name = "Łódź Half", .date = plan->race.date - 28};
    plan->tune_ups = &tune_up;
    plan->tune_up_count = 1;
    struct fixture *f = lay_out(plan);
    assert_string_equal(f->chart.races[0].name.text, "Zürich Marathon");
    assert_string_equal(f->chart.races[1].name.text, "Łódź Half · 11 Apr");
    assert_true(f->chart.races[0].head == f->chart.races[1].head);
    release(f);
    /* A long name of the goal race runs over the other flag, which is lower then. */
    plan = example_plan("A", UNITS_KM, 18);
    plan->race.name = "Internationaler Bodensee-Drei-Länder-Marathon";
    plan->tune_ups = &tune_up;
    plan->tune_up_count = 1;
    f = lay_out(plan);
    assert_string_equal(f->chart.races[0].name.text,
                        "Internationaler Bodensee-Drei-Länder-Marathon · 9 May");
    assert_null(f->chart.races[1].name.text);
    assert_true(f->chart.races[1].head > f->chart.races[0].head);
    release(f);
}

static void races_outside_of_the_plan_have_no_flag(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_KM, 18);
    struct tune_up_race past = {.name = "Past", .date = plan->weeks[0].start - 1};
    plan->tune_ups = &past;
    plan->tune_up_count = 1;
    struct fixture *f = lay_out(plan);
    assert_int_equal(f->chart.race_count, 1);
    assert_string_equal(f->chart.races[0].name.text, "Zürich Marathon · 9 May");
    double middle = f->chart.weeks[17].left + f->chart.weeks[17].right;
    assert_true(fabs(2 * f->chart.races[0].x - middle) < 0.01);
    assert_true(f->chart.races[0].points_left);
    release(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_as_high_as_weeks_are_long),
        cmocka_unit_test(climb_goes_up_and_descent_down_from_one_line),
        cmocka_unit_test(flat_plans_have_no_hills),
        cmocka_unit_test(the_ceiling_is_over_the_bars_that_keep_to_it),
        cmocka_unit_test(the_name_of_the_ceiling_stands_on_it),
        cmocka_unit_test(names_hide_nothing),
        cmocka_unit_test(the_name_of_the_largest_climb_stays_in_the_chart),
        cmocka_unit_test(races_share_the_row_of_flags),
        cmocka_unit_test(races_outside_of_the_plan_have_no_flag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
