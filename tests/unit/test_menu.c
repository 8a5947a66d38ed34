/* The runs of a week at given levels of its wants. */
#include "planner_fixture.h"

#include "planner/menu.h"

#define WEEK 8 /* of the build phase */

static bool has_long_run(const struct menu_result *menu)
{
    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].session.kind == SESSION_LONG)
            return true;
    return false;
}

/* A long run that would end faster where nothing fast stands, in weeks from tiny to large. */
static void a_long_run_without_room_for_a_faster_end_stays(void **state)
{
    (void)state;
    int faster = 0, plain = 0;
    FOR_VALUES(int, km, 8, km <= 60, km += 2) {
        struct planner_fixture fixture;
        struct menu_result menu;
        struct week_wants wants;
        const struct levels best = {0};
        fixture_init(&fixture, "marathon", km * HUNDREDTHS);
        fixture_outline(&fixture);
        const struct recipe *recipes[] = {session_library_find(fixture.library, "long-run"),
                                          session_library_find(fixture.library, "long-race-pace")};
        struct want both[2];
        FOR_COUNT(size_t, i, 2) {
            both[i] = fixture.shape->menus[MENU_PEAK].wants[0];
            both[i].due = &recipes[i];
            both[i].due_count = 1;
            both[i].instead_count = 0;
            both[i].percent = 100;
            both[i].only_without_quality = i == 1;
        }
        fixture.shape->menus[MENU_BUILD] = (struct menu){both, 2};
        fixture.planner.wishes[WEEK].distance = km * HUNDREDTHS;
        struct sizing sizing = fixture_sizing(&fixture, WEEK);
        wants_of_week(&sizing, &wants);
        assert_int_equal(wants.count, 2);
        menu_make(&fixture.planner, WEEK, &fixture.limits, &wants, &best, &menu);
        assert_true(has_long_run(&menu));
        faster += menu.held[1] != NULL;
        plain += menu.held[1] == NULL;
        fixture_release(&fixture);
    }
    assert_in_range(faster, 1, 100); /* both were met */
    assert_in_range(plain, 1, 100);
}

/* A second session of work beside an easy long run, and none beside one that ends at race pace. */
static void a_long_run_that_ends_faster_is_work_enough(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"long-run", "threshold-blocks"},
                                           {"long-race-pace", "threshold-blocks"}};
    FOR_COUNT(size_t, ends_faster, 2) {
        struct planner_fixture fixture;
        struct menu_result menu;
        struct week_wants wants;
        const struct recipe *recipes[2];
        const struct levels best = {0};
        struct want both[2];
        fixture_init(&fixture, "marathon", 60 * HUNDREDTHS);
        fixture_outline(&fixture);
        FOR_COUNT(size_t, i, 2) {
            recipes[i] = session_library_find(fixture.library, names[ends_faster][i]);
            both[i] = fixture.shape->menus[MENU_PEAK].wants[0];
            both[i].due = &recipes[i];
            both[i].beside_easy_long = i == 1;
        }
        fixture.shape->menus[MENU_BUILD] = (struct menu){both, 2};
        fixture.planner.wishes[WEEK].distance = 60 * HUNDREDTHS;
        struct sizing sizing = fixture_sizing(&fixture, WEEK);
        wants_of_week(&sizing, &wants);
        menu_make(&fixture.planner, WEEK, &fixture.limits, &wants, &best, &menu);
        assert_ptr_equal(menu.held[0], recipes[0]);
        assert_int_equal(menu.held[1] == NULL, ends_faster);
        assert_int_equal(menu.shortfalls[1], ends_faster ? SHORT_WORK : SHORT_NONE);
        fixture_release(&fixture);
    }
}

/* Neither an easy run nor the warm-up before a few minutes of work becomes the bulk of race week.
 */
static void no_run_of_race_week_is_much_of_it(void **state)
{
    (void)state;
    FOR_VALUES(int, km, 12, km <= 70, km += 2) {
        struct planner_fixture fixture;
        struct menu_result menu;
        struct week_wants wants;
        const struct levels best = {0};
        struct session long_run = {.kind = SESSION_LONG, .distance = 40 * HUNDREDTHS};
        fixture_init(&fixture, "marathon", 2 * km * HUNDREDTHS);
        FOR_VALUES(int, d, 0, d < DAYS_PER_WEEK, d += 2)
            fixture.plan->preferences.run_days[d] = km % 4 == 0;
        fixture_outline(&fixture);
        size_t last = plan_week_index(fixture.plan, fixture.plan->race.date);
        struct day *sunday = &fixture.plan->weeks[last - 1].days[6];
        *sunday = (struct day){.date = sunday->date, .sessions = &long_run, .session_count = 1};
        fixture.planner.wishes[last].distance = km * HUNDREDTHS;
        struct sizing sizing = fixture_sizing(&fixture, last);
        wants_of_week(&sizing, &wants);
        menu_make(&fixture.planner, last, &fixture.limits, &wants, &best, &menu);
        const struct recipe *work = session_library_find(fixture.library, "race-pace-short");
        FOR_COUNT(size_t, i, menu.count) {
            const struct item *item = &menu.items[i];
            int most = scale_floor(sizing.target, sizing.runs == 3 ? 42 : 35, 100);
            if (item->recipe == work)
                most = larger_of(most, 5 * HUNDREDTHS); /* as long as its steps ask for */
            if (item->session.kind != SESSION_RACE)
                assert_in_range(item->session.distance, 1, most);
            if (item->recipe == work)
                assert_in_range(item->session.distance, 1, 7 * HUNDREDTHS);
        }
        fixture_release(&fixture);
    }
}

/* The longer session of a run-walk week takes the place of a usual one, never of two. */
static void a_longer_run_walk_costs_no_session(void **state)
{
    (void)state;
    int with_longer = 0;
    FOR_VALUES(int, most, 8 * HUNDREDTHS, most <= 20 * HUNDREDTHS, most += 10) {
        FOR_COUNT(int, week, 9) {
            struct planner_fixture fixture;
            struct menu_result menu;
            struct week_wants wants;
            const struct levels best = {0};
            int usual = 0, longer = 0, distance = 0;
            fixture_init(&fixture, "5k", 0);
            fixture_outline(&fixture);
            fixture.planner.run_walk_weeks = 9;
            fixture.planner.wishes[week].menu = MENU_RUN_WALK;
            fixture.planner.wishes[week].turn = week;
            fixture.limits.week.limits.of[LIMIT_DISTANCE].max = most;
            fixture.limits.week.limits.of[LIMIT_RUNS].max = 4;
            struct sizing sizing = fixture_sizing(&fixture, (size_t)week);
            wants_of_week(&sizing, &wants);
            menu_make(&fixture.planner, (size_t)week, &fixture.limits, &wants, &best, &menu);
            FOR_COUNT(size_t, i, menu.count) {
                bool is_longer = menu.items[i].session.duration_s > 30 * 60;
                longer += is_longer;
                if (!is_longer)
                    distance = menu.items[i].session.distance;
                usual += !is_longer;
            }
            assert_in_range(longer, 0, week >= 3);
            assert_int_equal(usual + longer, smaller_of(4, most / distance));
            assert_in_range(menu_distance(&menu), 1, most);
            with_longer += longer;
            fixture_release(&fixture);
        }
    }
    assert_in_range(with_longer, 1, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_longer_run_walk_costs_no_session),
        cmocka_unit_test(a_long_run_that_ends_faster_is_work_enough),
        cmocka_unit_test(no_run_of_race_week_is_much_of_it),
        cmocka_unit_test(a_long_run_without_room_for_a_faster_end_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
