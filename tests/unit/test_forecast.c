/* Forecasts: hills and ultras take their time, a range is as wide as it is honest, a fast goal is
   told; and what would do where a plan is short. */
#include <string.h>

#include "planner/estimate.h"
#include "planner/forecast.h"
#include "planner/verdict.h"
#include "planner/way_out.h"
#include "planner_fixture.h"
#include "training/pace.h"

#define KM 1000

struct race_case {
    int recent_m, recent_s;
    int race_m, climb_m, descent_m, goal_s;
};

/* A runner of 50 km a week before that race, estimated. */
static void prepare(struct planner_fixture *fixture, const struct race_case *of)
{
    fixture_init(fixture, "marathon", 5000);
    fixture->profile.runner.recent_race.distance.metres = of->recent_m;
    fixture->profile.runner.recent_race.time_s = of->recent_s;
    struct race *race = &fixture->plan->race;
    race->distance.metres = of->race_m;
    race->climb_m = of->climb_m;
    race->descent_m = of->descent_m;
    race->goal_time_s = of->goal_s ? of->goal_s : UNKNOWN;
    estimate_all(&fixture->planner);
}

static void release(struct planner_fixture *fixture)
{
    ruleset_free(fixture->planner.rules);
    plan_free(fixture->plan);
    training_template_free(fixture->shape);
    session_library_free(fixture->library);
}

static void climb_takes_time_and_paces_from_hilly_races(void **state)
{
    (void)state;
    static const struct {
        struct race_case of;
        int least_s, most_s;
        bool has_pace;
    } cases[] = {
        {{21098, 6120, 50 * KM, 2500, 2500, 0}, 22200, 23700, false}, /* about 6:20 */
        {{10 * KM, 2850, 21098, 480, 480, 0}, 7500, 7900, false},     /* 23 m/km */
        {{10 * KM, 2850, 21098, 120, 120, 0}, 6200, 6350, true},      /* all but flat */
        {{10 * KM, 2850, 21098, 240, 240, 0}, 6400, 6800, true},      /* between the two */
        {{10 * KM, 2400, 42195, 500, 2000, 0}, 11000, 11300, true},   /* goes down */
        {{42195, 13500, 80467, 1800, 1800, 0}, 32400, 37000, false},  /* 50 mi: 9 to 10:15 */
        {{42195, 12600, 100 * KM, 0, 0, 0}, 33000, 36000, false},     /* too long for a pace */
    };
    FOR_EACH(i, cases) {
        struct planner_fixture fixture;
        prepare(&fixture, &cases[i].of);
        assert_in_range(fixture.planner.race_s, cases[i].least_s, cases[i].most_s);
        assert_int_equal(fixture.plan->race.expected_time_s, fixture.planner.race_s);
        assert_int_equal(fixture.planner.race_pace_s != UNKNOWN, cases[i].has_pace);
        release(&fixture);
    }
}

/* More climb is never faster, and no metre of it costs a minute. */
static void forecasts_grow_smoothly_with_the_climb(void **state)
{
    (void)state;
    int before = 0;
    FOR_VALUES(int, climb_m, 0, climb_m <= 1500, climb_m += 7) {
        struct planner_fixture fixture;
        const struct race_case of = {21098, 6120, 42195, climb_m, climb_m, 0};
        prepare(&fixture, &of);
        assert_true(fixture.planner.race_s >= before);
        assert_true(before == 0 || fixture.planner.race_s - before <= 7 * 60);
        before = fixture.planner.race_s;
        release(&fixture);
    }
}

static void nothing_is_foretold_of_the_longest_races(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    const struct race_case of = {42195, 12600, 160934, 6000, 6000, 0};
    prepare(&fixture, &of);
    assert_int_equal(fixture.planner.race_s, UNKNOWN);
    assert_int_equal(fixture.planner.race_pace_s, UNKNOWN);
    assert_string_equal(forecast_words(&fixture.planner, 100),
                        "Beyond {100 km} no recent race foretells a time, so go by effort and by "
                        "the cut-off times on the way.");
    release(&fixture);
}

/* The words of a flat race from a recent one, for a plan that reaches so many percent. */
static void ranges_are_as_wide_as_they_are_honest(void **state)
{
    (void)state;
    static const struct {
        struct race_case of;
        int percent;
        const char *range;
    } cases[] = {
        {{5 * KM, 1120, 5 * KM, 0, 0, 0}, 100, "{18:25} to {18:55}"},
        {{5 * KM, 1120, 5 * KM, 0, 0, 0}, 59, "{17:40} to {19:40}"},
        {{10 * KM, 2760, 10 * KM, 0, 0, 0}, 100, "{45:30} to {46:30}"},
        {{10 * KM, 2760, 20 * KM, 0, 0, 0}, 100, "{1:33:00} to {1:39:00}"},
        {{10 * KM, 3125, 42195, 0, 0, 0}, 100, "{3:45:00} to {4:15:00}"},
        {{21098, 6120, 50 * KM, 2500, 2500, 0}, 100, "{5:45:00} to {7:15:00}"},
    };
    FOR_EACH(i, cases) {
        struct planner_fixture fixture;
        prepare(&fixture, &cases[i].of);
        const char *words = forecast_words(&fixture.planner, cases[i].percent);
        if (!strstr(words, cases[i].range))
            fail_msg("%s is not in \"%s\"", cases[i].range, words);
        release(&fixture);
    }
}

static void a_goal_is_ready_if_it_is_as_fast_as_expected(void **state)
{
    (void)state;
    static const struct {
        int goal_s;
        bool is_fast, is_followed;
    } cases[] = {
        {1090, true, true},  {1105, true, true},  {1110, false, true},
        {1120, false, true}, {1200, false, true}, {1060, true, false},
    };
    FOR_EACH(i, cases) {
        struct planner_fixture fixture;
        const struct race_case of = {5 * KM, 1120, 5 * KM, 0, 0, cases[i].goal_s};
        prepare(&fixture, &of);
        assert_int_equal(forecast_goal_is_fast(&fixture.planner), cases[i].is_fast);
        assert_int_equal(fixture.planner.race_s, cases[i].is_followed ? cases[i].goal_s : 1120);
        const char *words = forecast_words(&fixture.planner, 100);
        assert_int_equal(strstr(words, "faster than expected") != NULL, cases[i].is_fast);
        release(&fixture);
    }
}

static void a_goal_alone_is_followed_and_said_so(void **state)
{
    (void)state;
    static const struct {
        struct race_case of;
        const char *words;
    } cases[] = {
        {{0, 0, 10 * KM, 0, 0, 0}, NULL},
        {{0, 0, 10 * KM, 0, 0, 3000},
         "Race pace follows your goal of {50:00}; no recent race tells whether that fits."},
        {{0, 0, 10 * KM, 400, 400, 3600},
         "No recent race tells whether your goal of {1:00:00} fits. Such a race is run by effort, "
         "not by pace."},
    };
    FOR_EACH(i, cases) {
        struct planner_fixture fixture;
        prepare(&fixture, &cases[i].of);
        const char *words = forecast_words(&fixture.planner, 100);
        if (cases[i].words)
            assert_string_equal(words, cases[i].words);
        else
            assert_null(words);
        release(&fixture);
    }
}

/* A plan of one week with one run, and the verdict on it. */
static const struct verdict *judge(struct planner_fixture *fixture, enum race_aim aim, int distance)
{
    struct plan *plan = fixture->plan;
    plan->race.aim = aim;
    plan->race.date = fixture->input.start + 6;
    plan->weeks = arena_array(plan->arena, 1, sizeof *plan->weeks);
    plan->week_count = 1;
    FOR_COUNT(int, d, DAYS_PER_WEEK)
        plan->weeks[0].days[d].date = fixture->input.start + d;
    struct day *day = &plan->weeks[0].days[0];
    struct session *session = day->sessions = arena_array(plan->arena, 1, sizeof *session);
    *session = session_unknown();
    session->kind = SESSION_LONG;
    session->distance = distance;
    session->climb_m = session->descent_m = 50;
    day->session_count = 1;
    verdict_give(&fixture->planner);
    return &plan->verdict;
}

static void verdicts_know_who_only_wants_to_finish(void **state)
{
    (void)state;
    /* of 70 and 30 km; 55 % are enough to finish, 80 % tight */
    static const struct {
        int goal_s;
        enum race_aim aim;
        int distance;
        enum verdict_level level;
        const char *words;
    } cases[] = {
        {0, AIM_TIME, 9000, VERDICT_READY, "the race asks for about {78 km} and {30 km}."},
        {12000, AIM_TIME, 9000, VERDICT_TIGHT, "faster than expected"},
        {0, AIM_TIME, 7000, VERDICT_TIGHT, "the race asks for about {78 km} and {30 km}."},
        {0, AIM_TIME, 5000, VERDICT_SHORT, "That is enough to finish, with walking breaks."},
        {0, AIM_TIME, 3000, VERDICT_SHORT, "the race asks for about {78 km} and {30 km}. Your"},
        {0, AIM_FINISH, 9000, VERDICT_READY, "the race asks for about {78 km} and {30 km}."},
        {0, AIM_FINISH, 7000, VERDICT_FINISH, "finishing asks for about {43 km} and {17 km}."},
        {0, AIM_FINISH, 5000, VERDICT_FINISH, "finishing asks for about {43 km} and {17 km}."},
        {0, AIM_FINISH, 3000, VERDICT_SHORT, "finishing asks for about {43 km} and {17 km}. Your"},
    };
    FOR_EACH(i, cases) {
        struct planner_fixture fixture;
        const struct race_case of = {10 * KM, 2700, 42195, 100, 100, cases[i].goal_s};
        prepare(&fixture, &of);
        fixture.plan->runner.vdot_tenths = vdot_tenths_from_race(10 * KM, 2700);
        const struct verdict *verdict = judge(&fixture, cases[i].aim, cases[i].distance);
        if (!strstr(verdict->text, cases[i].words))
            fail_msg("\"%s\" is not in \"%s\"", cases[i].words, verdict->text);
        assert_int_equal(verdict->level, cases[i].level);
        assert_null(strstr(verdict->text, "descent")); /* 100 m in a marathon are noise */
        release(&fixture);
    }
}

static void a_way_out_is_named(void **state)
{
    (void)state;
    static const struct {
        int weeks, metres;
        const char *words;
    } cases[] = {
        {8, 0, "Short. The same race {8} weeks later would be in reach."},
        {0, 10 * KM, "Short. On the same day a race of {10 km} would be in reach."},
        {4, 5 * KM,
         "Short. The same race {4} weeks later would be in reach. On the same day a race of {5 km} "
         "would be in reach."},
        {0, 0, "Short. Whoever starts all the same takes walking breaks from the beginning."},
    };
    FOR_EACH(i, cases) {
        struct plan *plan = plan_new();
        plan->verdict.text = "Short.";
        way_out_tell(plan, cases[i].weeks, cases[i].metres);
        assert_string_equal(plan->verdict.text, cases[i].words);
        plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(climb_takes_time_and_paces_from_hilly_races),
        cmocka_unit_test(forecasts_grow_smoothly_with_the_climb),
        cmocka_unit_test(nothing_is_foretold_of_the_longest_races),
        cmocka_unit_test(ranges_are_as_wide_as_they_are_honest),
        cmocka_unit_test(a_goal_is_ready_if_it_is_as_fast_as_expected),
        cmocka_unit_test(a_goal_alone_is_followed_and_said_so),
        cmocka_unit_test(verdicts_know_who_only_wants_to_finish),
        cmocka_unit_test(a_way_out_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
