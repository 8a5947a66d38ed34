/* What a week should hold: what is due, what stands for it, and where. */
#include "planner_fixture.h"

#include "planner/wants.h"

#define WEEK 8 /* of the build phase */

static const struct recipe *recipe_of(const struct planner_fixture *fixture, const char *id)
{
    const struct recipe *recipe = session_library_find(fixture->library, id);
    assert_non_null(recipe);
    return recipe;
}

/* A want of the build weeks that names these sessions; it takes the place of all others. */
struct single {
    const struct recipe *due[4], *instead[2];
    struct want want;
};

static void want_only(struct planner_fixture *fixture, struct single *single,
                      const char *const due[], const char *const instead[])
{
    *single =
        (struct single){.want = {.due = single->due, .instead = single->instead, .percent = 100}};
    for (; due[single->want.due_count]; single->want.due_count++)
        single->due[single->want.due_count] = recipe_of(fixture, due[single->want.due_count]);
    for (; instead[single->want.instead_count]; single->want.instead_count++)
        single->instead[single->want.instead_count] =
            recipe_of(fixture, instead[single->want.instead_count]);
    single->want.needs = (struct want_needs){.runs_at_most = DAYS_PER_WEEK,
                                             .week_below_m = INT_MAX,
                                             .race_descent_below = INT_MAX,
                                             .race_climb_below = INT_MAX,
                                             .recent_below_m = INT_MAX,
                                             .race_net_descent_at_least = INT_MIN,
                                             .race_net_descent_below = INT_MAX,
                                             .every = 1,
                                             .aim = RACE_AIM_NONE};
    fixture->shape->menus[MENU_BUILD] = (struct menu){&single->want, 1};
}

static void wants_in(struct planner_fixture *fixture, size_t week, struct week_wants *wants)
{
    struct sizing sizing = fixture_sizing(fixture, week);
    wants_of_week(&sizing, wants);
}

static const char *const turns[] = {"threshold-blocks", "vo2-intervals", "cruise-intervals", NULL};
static const char *const stand_ins[] = {"fartlek", "vo2-intervals", NULL};

static void what_is_due_stays_due_until_it_was_held(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    struct single single;
    struct week_wants wants;
    fixture_init(&fixture, "marathon", 5000);
    fixture_outline(&fixture);
    want_only(&fixture, &single, turns, stand_ins);
    FOR_COUNT(int, held, 7) {
        const struct recipe *due = single.due[held % 3];
        FOR_VALUES(size_t, week, WEEK, week < WEEK + 4, week++) { /* weeks without it */
            if (fixture.planner.wishes[week].menu != MENU_BUILD)
                continue;
            wants_in(&fixture, week, &wants);
            assert_ptr_equal(wants.of[0].options[0], due);
            assert_int_equal(wants.of[0].option_count, 4);
            assert_int_equal(wants.of[0].lowest, 4);
        }
        wants_in(&fixture, WEEK, &wants);
        ++*wants.of[0].turn;
        fixture.planner.last_use[due - fixture.library->recipes] = held + 1;
    }
    fixture_release(&fixture);
}

static void those_that_wait_longest_stand_for_it_and_then_the_others(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    struct single single;
    struct week_wants wants;
    fixture_init(&fixture, "marathon", 5000);
    fixture_outline(&fixture);
    want_only(&fixture, &single, turns, stand_ins);
    fixture.planner.last_use[single.due[1] - fixture.library->recipes] = 5;
    fixture.planner.last_use[single.due[2] - fixture.library->recipes] = 3;
    wants_in(&fixture, WEEK, &wants);
    const struct week_want *want = &wants.of[0];
    assert_ptr_equal(want->options[0], single.due[0]);
    assert_ptr_equal(want->options[1], single.due[2]);
    assert_ptr_equal(want->options[2], single.due[1]);
    assert_ptr_equal(want->options[3], single.instead[0]);
    assert_int_equal(want->option_count, 4); /* none twice */
    fixture_release(&fixture);
}

static void without_hills_no_session_is_due_that_needs_them(void **state)
{
    (void)state;
    static const char *const hilly[] = {"hill-repeats-long", NULL};
    static const char *const flat[] = {"threshold-blocks", NULL};
    FOR_VALUES(enum hill_access, access, 0, access < HILL_ACCESS_COUNT, access++) {
        struct planner_fixture fixture;
        struct single single;
        struct week_wants wants;
        fixture_init(&fixture, "marathon", 5000);
        fixture.plan->hills.access = HILL_SET(access);
        fixture_outline(&fixture);
        want_only(&fixture, &single, hilly, flat);
        wants_in(&fixture, WEEK, &wants);
        assert_int_equal(wants.count, 1);
        bool is_hilly = wants.of[0].options[0] == single.due[0];
        assert_int_equal(is_hilly, access != HILLS_NONE);
        fixture_release(&fixture);
    }
}

static void a_want_before_lighter_weeks_is_due_before_these_and_the_taper(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    struct single single;
    struct week_wants wants;
    fixture_init(&fixture, "marathon", 5000);
    fixture_outline(&fixture);
    want_only(&fixture, &single, turns, stand_ins);
    single.want.needs.is_before_lighter = true;
    FOR_COUNT(int, kind, WEEK_KIND_COUNT) {
        fixture.plan->weeks[WEEK + 1].kind = (enum week_kind)kind;
        wants_in(&fixture, WEEK, &wants);
        assert_int_equal(wants.count, kind == WEEK_LIGHTER || kind == WEEK_TAPER);
    }
    fixture_release(&fixture);
}

/* Each need, with a value that the week meets and one that it does not. */
static void a_want_is_for_weeks_runners_and_races_of_its_kind(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    struct single single;
    struct week_wants wants;
    fixture_init(&fixture, "marathon", 5000);
    fixture.plan->race.climb_m = 42195 * 6 / 1000;   /* 5.98 m a km, and a little more down: */
    fixture.plan->race.descent_m = 42195 * 9 / 1000; /* 8.98, 126 m in all */
    fixture_outline(&fixture);
    fixture.limits.week.limits.of[LIMIT_HARD_DAYS].max = 2;
    want_only(&fixture, &single, turns, stand_ins);
    struct want_needs *needs = &single.want.needs;
    struct sizing sizing = fixture_sizing(&fixture, WEEK);
    const struct {
        const char *text;
        int *need, met, missed;
    } cases[] = {
        {"runs_at_least", &needs->runs_at_least, sizing.runs, sizing.runs + 1},
        {"runs_at_most", &needs->runs_at_most, sizing.runs, sizing.runs - 1},
        {"week_at_least", &needs->week_at_least_m, sizing.target * 10, sizing.target * 10 + 1},
        {"week_below", &needs->week_below_m, sizing.target * 10 + 1, sizing.target * 10},
        {"recent_at_least", &needs->recent_at_least_m, 50000, 50001},
        {"recent_below", &needs->recent_below_m, 50001, 50000},
        {"hard_days", &needs->hard_days, 2, 3},
        {"race_descent_at_least", &needs->race_descent_at_least, 8, 9},
        {"race_descent_below", &needs->race_descent_below, 9, 8},
        {"race_climb_at_least", &needs->race_climb_at_least, 5, 6},
        {"race_climb_below", &needs->race_climb_below, 6, 5},
        {"race_net_descent_at_least", &needs->race_net_descent_at_least, 126, 127},
        {"race_net_descent_below", &needs->race_net_descent_below, 127, 126},
        {"progress_at_least", &needs->progress_at_least, sizing.wish->progress / 10,
         sizing.wish->progress / 10 + 1},
    };
    FOR_CASES(i, cases, text) {
        int usual = *cases[i].need;
        *cases[i].need = cases[i].met;
        wants_in(&fixture, WEEK, &wants);
        assert_int_equal(wants.count, 1);
        *cases[i].need = cases[i].missed;
        wants_in(&fixture, WEEK, &wants);
        assert_int_equal(wants.count, 0);
        *cases[i].need = usual;
    }
    FOR_COUNT(int, aim, RACE_AIM_COUNT) {
        needs->aim = (enum race_aim)aim;
        FOR_COUNT(int, runners, RACE_AIM_COUNT) {
            fixture.plan->race.aim = (enum race_aim)runners;
            wants_in(&fixture, WEEK, &wants);
            assert_int_equal(wants.count, aim == runners);
        }
    }
    needs->aim = RACE_AIM_NONE;
    needs->every = 3;
    FOR_COUNT(int, turn, 9) {
        fixture.planner.wishes[WEEK].turn = turn;
        wants_in(&fixture, WEEK, &wants);
        assert_int_equal(wants.count, turn % 3 == 0);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_due_stays_due_until_it_was_held),
        cmocka_unit_test(those_that_wait_longest_stand_for_it_and_then_the_others),
        cmocka_unit_test(without_hills_no_session_is_due_that_needs_them),
        cmocka_unit_test(a_want_before_lighter_weeks_is_due_before_these_and_the_taper),
        cmocka_unit_test(a_want_is_for_weeks_runners_and_races_of_its_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
