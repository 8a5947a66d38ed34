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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_run_without_room_for_a_faster_end_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
