/* Weeks, phases and wishes, counted back from the race. */
#include <stdio.h>

#include "cases.h"
#include "planner/outline.h"

struct fixture {
    struct planner planner;
    struct planner_input input;
    struct profile profile;
    struct training_template shape;
    int recent[2];
};

static const char lighter_script[] =
    "return { api = 1, id = 'lighter-weeks', title = 'L', level = 'should', why = 'W.',\n"
    "    settings = { every = { default = 4, min = 3, max = 4 } },\n"
    "    week_kind = function(week, plan)\n"
    "        for _, pause in ipairs(plan.breaks) do\n"
    "            local later = week.start - pause.last\n"
    "            if pause.days >= 4 and later > 0 and later <= 14 then return 'return' end\n"
    "        end\n"
    "    end,\n"
    "    allow = function() end }\n";

/* For a plan of so many weeks up to a race on a day (0 to 6) of the last one. */
static void begin(struct fixture *fixture, int weeks, int race_day, struct error *error)
{
    *fixture = (struct fixture){0};
    struct plan *plan = plan_new();
    fixture->shape = (struct training_template){
        .name = "test",
        .least_weeks = 3,
        .most_weeks = 60,
        .peak_weeks = 3,
        .build_weeks = 6,
        .taper_weeks = 2,
        .early_race_days = 3,
        .peak_percent_of_recent = 130,
        .needs_peak_m = 70000,
        .lighter_after_m = 20000,
        .lighter_twice_after_m = 35000,
    };
    fixture->recent[0] = 3800, fixture->recent[1] = 4200;
    plan->runner.recent_weeks = fixture->recent;
    plan->runner.recent_week_count = 2;
    fixture->input.start = date_from_ymd(2027, 1, 4);
    fixture->input.profile = &fixture->profile;
    fixture->input.training_template = &fixture->shape;
    plan->race.date = fixture->input.start + (weeks - 1) * DAYS_PER_WEEK + race_day;
    fixture->planner.input = &fixture->input;
    fixture->planner.plan = plan;
    fixture->planner.rules = ruleset_new();
    assert_true(ruleset_add_text(fixture->planner.rules, "lighter", lighter_script, error));
    fixture->planner.suspended = arena_array(plan->arena, 1, sizeof(bool));
}

static bool outline(struct fixture *fixture, int weeks, int race_day, struct error *error)
{
    begin(fixture, weeks, race_day, error);
    return outline_make(&fixture->planner, error);
}

static void release(struct fixture *fixture)
{
    ruleset_free(fixture->planner.rules);
    plan_free(fixture->planner.plan);
}

static void phases_are_counted_back_from_the_race(void **state)
{
    (void)state;
    struct fixture fixture;
    struct error error;
    error_init(&error);
    assert_true(outline(&fixture, 18, SUNDAY, &error));
    static const enum phase expected[] = {
        PHASE_BASE,  PHASE_BASE,  PHASE_BASE,  PHASE_BASE,  PHASE_BASE,  PHASE_BASE,
        PHASE_BUILD, PHASE_BUILD, PHASE_BUILD, PHASE_BUILD, PHASE_BUILD, PHASE_BUILD,
        PHASE_PEAK,  PHASE_PEAK,  PHASE_PEAK,  PHASE_TAPER, PHASE_TAPER, PHASE_RACE};
    assert_int_equal(fixture.planner.plan->week_count, 18);
    FOR_COUNT(int, w, 18) {
        assert_int_equal(fixture.planner.plan->weeks[w].phase, expected[w]);
        assert_int_equal(fixture.planner.plan->weeks[w].start,
                         fixture.input.start + w * DAYS_PER_WEEK);
        assert_int_equal(fixture.planner.plan->weeks[w].days[6].date,
                         fixture.planner.plan->weeks[w].start + 6);
    }
    release(&fixture);
}

static void a_race_early_in_its_week_is_tapered_for_a_week_earlier(void **state)
{
    (void)state;
    FOR_COUNT(int, day, DAYS_PER_WEEK) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        assert_true(outline(&fixture, 12, day, &error));
        int taper = 0;
        for (int w = 0; w < 12; w++)
            taper += fixture.planner.plan->weeks[w].kind == WEEK_TAPER;
        assert_int_equal(taper, day < 3 ? 3 : 2);
        assert_int_equal(fixture.planner.plan->weeks[11].kind, WEEK_RACE);
        release(&fixture);
    }
}

static void lighter_weeks_come_every_fourth_week_and_never_first(void **state)
{
    (void)state;
    FOR_VALUES(int, weeks, 3, weeks <= 60, weeks++) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        assert_true(outline(&fixture, weeks, SUNDAY, &error));
        assert_int_not_equal(fixture.planner.plan->weeks[0].kind, WEEK_LIGHTER);
        int in_a_row = 0;
        FOR_COUNT(int, w, weeks) {
            enum week_kind kind = fixture.planner.plan->weeks[w].kind;
            in_a_row = kind == WEEK_BUILD || kind == WEEK_HOLD ? in_a_row + 1 : 0;
            assert_true(in_a_row <= 3);
        }
        release(&fixture);
    }
}

/* Days off in a plan of 30 weeks, from a Monday on, with runs on all days. */
static void take_days_off(struct fixture *fixture, int week, int days)
{
    struct plan *plan = fixture->planner.plan;
    struct days_off *off = arena_alloc(plan->arena, sizeof *off);
    int first = fixture->input.start + week * DAYS_PER_WEEK;
    *off = (struct days_off){first, first + days - 1, ABSENCE_NONE};
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        plan->preferences.run_days[day] = true;
    plan->preferences.unavailable = off;
    plan->preferences.unavailable_count = 1;
    plan_find_breaks(plan, plan->arena);
}

/* Away, back, and then a whole block before the next lighter week. */
static void days_off_begin_the_rhythm_anew(void **state)
{
    (void)state;
    FOR_VALUES(int, away, 4, away < 20, away++)
        FOR_VALUES(int, days, 7, days <= 21, days += 7) {
            struct fixture fixture;
            struct error error;
            error_init(&error);
            begin(&fixture, 30, SUNDAY, &error);
            take_days_off(&fixture, away, days);
            assert_true(outline_make(&fixture.planner, &error));
            const struct week *weeks = fixture.planner.plan->weeks;
            int back = away + days / DAYS_PER_WEEK, in_a_row = 0;
            for (int w = away; w < back; w++)
                assert_int_equal(weeks[w].kind, WEEK_LIGHTER);
            assert_int_equal(weeks[back].kind, WEEK_RETURN);
            assert_int_equal(weeks[back + 1].kind, WEEK_RETURN);
            assert_int_not_equal(weeks[back + 2].kind, WEEK_LIGHTER);
            assert_int_equal(fixture.planner.wishes[back].menu, MENU_RETURN);
            assert_int_not_equal(fixture.planner.wishes[back + 1].menu, MENU_RETURN);
            assert_int_equal(fixture.planner.late_returns, 0);
            for (int w = 0; w < 28; w++) {
                bool is_full = weeks[w].kind == WEEK_BUILD || weeks[w].kind == WEEK_HOLD;
                in_a_row = is_full ? in_a_row + 1 : 0;
                assert_true(in_a_row <= 3);
            }
            release(&fixture);
        }
}

/* Weeks of a way back that come with the taper or after it are counted, and are the taper's. */
static void a_late_return_is_counted(void **state)
{
    (void)state;
    FOR_COUNT(int, weeks_before, 4) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        begin(&fixture, 30, SUNDAY, &error);
        int taper = 29 - fixture.shape.taper_weeks;
        take_days_off(&fixture, taper - weeks_before, DAYS_PER_WEEK);
        assert_true(outline_make(&fixture.planner, &error));
        assert_int_equal(fixture.planner.late_returns, smaller_of(2, 3 - weeks_before));
        assert_int_equal(fixture.planner.plan->weeks[taper].kind, WEEK_TAPER);
        release(&fixture);
    }
}

/* Half a week away is rest enough for the three weeks after it. */
static void a_cut_week_is_the_lighter_one(void **state)
{
    (void)state;
    FOR_VALUES(int, away, 4, away < 20, away++) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        begin(&fixture, 30, SUNDAY, &error);
        take_days_off(&fixture, away, 4);
        fixture.planner.plan->break_count = 0; /* no way back here */
        assert_true(outline_make(&fixture.planner, &error));
        const struct week *weeks = fixture.planner.plan->weeks;
        assert_int_equal(weeks[away].kind, WEEK_LIGHTER);
        for (int w = away + 1; w <= away + 3; w++)
            assert_int_not_equal(weeks[w].kind, WEEK_LIGHTER);
        release(&fixture);
    }
}

static void wishes_rise_from_the_recent_mean_to_the_peak(void **state)
{
    (void)state;
    FOR_VALUES(int, weeks, 3, weeks <= 60, weeks++) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        assert_true(outline(&fixture, weeks, SUNDAY, &error));
        int before = 4000;
        FOR_COUNT(int, w, weeks) {
            int wish = fixture.planner.wishes[w].distance;
            assert_true(wish >= before && wish <= 7000);
            before = wish;
            assert_in_range(fixture.planner.wishes[w].progress, 0, 1000);
        }
        assert_true(weeks < 4 || before == 7000);
        release(&fixture);
    }
}

/* The biggest wish of a plan for a runner of such a recent mean and VDOT. */
static int peak_of(int recent, int vdot_tenths)
{
    struct fixture fixture;
    struct error error;
    error_init(&error);
    begin(&fixture, 20, SUNDAY, &error);
    fixture.recent[0] = fixture.recent[1] = recent;
    fixture.planner.plan->runner.vdot_tenths = vdot_tenths;
    fixture.shape.slow_vdot = 35, fixture.shape.slow_percent = 90;
    fixture.shape.fast_vdot = 55, fixture.shape.fast_percent = 120;
    assert_true(outline_make(&fixture.planner, &error));
    int peak = 0;
    for (size_t w = 0; w < fixture.planner.plan->week_count; w++)
        if (fixture.planner.wishes[w].distance > peak)
            peak = fixture.planner.wishes[w].distance;
    release(&fixture);
    return peak;
}

static void the_peak_is_what_the_race_asks_of_such_a_runner(void **state)
{
    (void)state;
    assert_int_equal(peak_of(4000, UNKNOWN), 7000);
    assert_int_equal(peak_of(4000, 300), 6300);
    assert_int_equal(peak_of(4000, 450), 7350);
    assert_int_equal(peak_of(4000, 700), 8400);
    assert_int_equal(peak_of(6000, UNKNOWN), 7800); /* a step beyond what the runner does */
    assert_int_equal(peak_of(9000, 300), 11700);
}

/* The kinds of the weeks around a tune-up race of such a distance in week 8 of 16. */
static void after_a_long_tune_up_race_weeks_are_lighter(void **state)
{
    (void)state;
    static const struct {
        int race_m, lighter;
    } cases[] = {{10000, 0}, {19999, 0}, {20000, 1}, {34999, 1}, {35000, 2}, {50000, 2}};
    FOR_COUNT(size_t, i, sizeof cases / sizeof *cases) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        begin(&fixture, 16, SUNDAY, &error);
        struct tune_up_race race = {.date = fixture.input.start + 7 * DAYS_PER_WEEK + 6,
                                    .distance.metres = cases[i].race_m};
        fixture.planner.plan->tune_ups = &race;
        fixture.planner.plan->tune_up_count = 1;
        assert_true(outline_make(&fixture.planner, &error));
        const struct week *weeks = fixture.planner.plan->weeks;
        for (int after = 1; after <= cases[i].lighter; after++)
            assert_int_equal(weeks[7 + after].kind, WEEK_LIGHTER);
        assert_int_equal(weeks[8 + cases[i].lighter].kind, WEEK_BUILD);
        release(&fixture);
    }
}

/* Wherever the race stands; the week before it is lighter only if the race before it makes it so.
 */
static void no_week_before_a_tune_up_race_is_lighter(void **state)
{
    (void)state;
    FOR_VALUES(int, km, 10, km <= 25, km += 15)
        FOR_VALUES(int, race_week, 1, race_week < 20, race_week++) {
            struct fixture fixture;
            struct error error;
            error_init(&error);
            begin(&fixture, 24, SUNDAY, &error);
            struct tune_up_race race = {.date = fixture.input.start + race_week * DAYS_PER_WEEK + 6,
                                        .distance.metres = km * 1000};
            fixture.planner.plan->tune_ups = &race;
            fixture.planner.plan->tune_up_count = 1;
            assert_true(outline_make(&fixture.planner, &error));
            assert_int_not_equal(fixture.planner.plan->weeks[race_week - 1].kind, WEEK_LIGHTER);
            release(&fixture);
        }
}

static void too_few_or_too_many_weeks_are_refused(void **state)
{
    (void)state;
    static const int bad[] = {1, 2, 61};
    FOR_EACH(i, bad) {
        struct fixture fixture;
        struct error error;
        error_init(&error);
        assert_false(outline(&fixture, bad[i], SUNDAY, &error));
        assert_int_equal(error.status, STATUS_NO_PLAN);
        error_release(&error);
        release(&fixture);
    }
}

static const char ramp_script[] =
    "return { api = 1, id = 'weekly-ramp', title = 'R', level = 'must', why = 'W.',\n"
    "    settings = { max_increase = { default = 10, min = 0, max = 10 } },\n"
    "    allow = function() end }\n";

/* What lighter weeks hold of the week before, on the way from 40 km to that peak. */
static int lighter_percent(int peak_m, int weeks)
{
    struct fixture fixture;
    struct error error;
    error_init(&error);
    begin(&fixture, weeks, SUNDAY, &error);
    fixture.shape.needs_peak_m = peak_m;
    fixture.shape.peak_percent_of_recent = 100;
    fixture.shape.lighter = (struct lighter_shape){80, 91, 3};
    fixture.recent[0] = fixture.recent[1] = 4000;
    assert_true(ruleset_add_text(fixture.planner.rules, "ramp", ramp_script, &error));
    assert_true(outline_make(&fixture.planner, &error));
    int percent = fixture.planner.lighter_percent;
    release(&fixture);
    return percent;
}

static void lighter_weeks_are_as_light_as_the_peak_allows(void **state)
{
    (void)state;
    assert_int_equal(lighter_percent(40000, 18), 80); /* nothing is to be made up for */
    assert_in_range(lighter_percent(60000, 18), 81, 90);
    assert_in_range(lighter_percent(90000, 18), 89, 91); /* each percent is missed for good */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lighter_weeks_are_as_light_as_the_peak_allows),
        cmocka_unit_test(phases_are_counted_back_from_the_race),
        cmocka_unit_test(a_race_early_in_its_week_is_tapered_for_a_week_earlier),
        cmocka_unit_test(lighter_weeks_come_every_fourth_week_and_never_first),
        cmocka_unit_test(days_off_begin_the_rhythm_anew),
        cmocka_unit_test(a_late_return_is_counted),
        cmocka_unit_test(a_cut_week_is_the_lighter_one),
        cmocka_unit_test(wishes_rise_from_the_recent_mean_to_the_peak),
        cmocka_unit_test(the_peak_is_what_the_race_asks_of_such_a_runner),
        cmocka_unit_test(after_a_long_tune_up_race_weeks_are_lighter),
        cmocka_unit_test(no_week_before_a_tune_up_race_is_lighter),
        cmocka_unit_test(too_few_or_too_many_weeks_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
