/* The long run: its share, its growth, its hills, in weeks of every size. */
#include "planner_fixture.h"

#include "planner/long_run.h"
#include "training/load.h"

#define ROUNDS 400

static struct session *put_long_run(struct planner_fixture *fixture, size_t week, int distance)
{
    struct session *session = arena_array(fixture->plan->arena, 1, sizeof *session);
    *session = session_unknown();
    session->kind = SESSION_LONG;
    session->distance = distance;
    session->climb_m = session->descent_m = 0;
    fixture->plan->weeks[week].days[6].sessions = session;
    fixture->plan->weeks[week].days[6].session_count = 1;
    return session;
}

/* A random runner, race, week and limits. */
static size_t make_week(struct planner_fixture *fixture, uint64_t *state)
{
    static const char *const templates[] = {"10k", "half", "marathon", "50k"};
    fixture_init(fixture, templates[random_between(state, 0, 3)],
                 random_between(state, 15, 120) * HUNDREDTHS);
    struct plan *plan = fixture->plan;
    size_t week = (size_t)random_between(state, 1, 14);
    plan->race.climb_m = random_between(state, 0, 2500);
    plan->race.descent_m = random_between(state, 0, 2500);
    plan->hills.access = HILL_SET(random_between(state, 0, HILL_ACCESS_COUNT - 1));
    plan->runner.usual_descent_m =
        random_between(state, 0, 1) ? random_between(state, 0, 200) : UNKNOWN;
    if (plan->runner.usual_descent_m != UNKNOWN)
        fixture->planner.home_climb_per_1000 = random_between(state, 0, 20) * 1000;
    for (int d = 0; d < DAYS_PER_WEEK - 1; d++)
        plan->preferences.run_days[d] = random_between(state, 0, 3) > 0;
    fixture_outline(fixture);
    put_long_run(fixture, week - 1, random_between(state, 5, 30) * HUNDREDTHS);
    if (random_between(state, 0, 1))
        fixture->limits.days[6][SESSION_LONG].limits.of[LIMIT_DISTANCE].max =
            random_between(state, 4, 30) * HUNDREDTHS;
    if (random_between(state, 0, 3) == 0)
        fixture->limits.days[6][SESSION_LONG].limits.of[LIMIT_DURATION_S].max =
            random_between(state, 40, 240) * 60;
    if (random_between(state, 0, 2) == 0)
        fixture->limits.week.limits.of[LIMIT_CLIMB_M].max = random_between(state, 0, 1500);
    if (random_between(state, 0, 2) == 0)
        fixture->limits.days[6][SESSION_LONG].limits.of[LIMIT_CLIMB_M].max =
            random_between(state, 0, 900);
    return week;
}

static void for_each_week(void (*judge)(const struct sizing *sizing))
{
    uint64_t state = 20270419;
    FOR_COUNT(int, round, ROUNDS) {
        struct planner_fixture fixture;
        size_t week = make_week(&fixture, &state);
        struct sizing sizing = fixture_sizing(&fixture, week);
        judge(&sizing);
        fixture_release(&fixture);
    }
}

static bool make(const struct sizing *sizing, int level, struct hill_room *room,
                 struct long_run *run)
{
    *run = (struct long_run){0};
    *room = hills_room(sizing, 0, false);
    return long_run_make(sizing, &sizing->shape->long_run.levels[level], 100, false, room, run);
}

static void judge_bounds(const struct sizing *sizing)
{
    struct hill_room room;
    struct long_run run;
    FOR_COUNT(int, level, (int)sizing->shape->long_run.level_count) {
        if (!make(sizing, level, &room, &run))
            continue;
        int effort = effort_distance(run.distance, run.climb_m, UNITS_KM);
        assert_int_equal(run.distance % sizing->step, 0);
        assert_in_range(run.distance, 1,
                        sizing_distance_limit(sizing, sizing->long_day, SESSION_LONG));
        assert_in_range(run.climb_m, 0, INT_MAX / 2);
        assert_true(effort <= sizing_effort_limit(sizing, sizing->long_day, SESSION_LONG));
        assert_true(room.left_m >= 0);
    }
}

static void no_limit_of_its_day_is_exceeded(void **state)
{
    (void)state;
    for_each_week(judge_bounds);
}

static void judge_levels(const struct sizing *sizing)
{
    const struct long_shape *shape = &sizing->shape->long_run;
    int before_climb = INT_MAX, before_distance = INT_MAX;
    FOR_COUNT(int, level, (int)shape->level_count) {
        struct hill_room room;
        struct long_run run;
        if (!make(sizing, level, &room, &run))
            continue;
        if (shape->levels[level].percent == 100) {
            assert_true(run.climb_m <= before_climb);
            before_climb = run.climb_m;
        }
        if (shape->levels[level].hills != LONG_HILLS_HOME)
            continue; /* hills take time of its distance */
        assert_true(run.distance <= before_distance);
        before_distance = run.distance;
    }
}

static void each_level_is_less_than_the_one_before(void **state)
{
    (void)state;
    for_each_week(judge_levels);
}

static int longest_before(const struct sizing *sizing)
{
    return sizing->week[-1].days[6].sessions[0].distance;
}

static void judge_growth(const struct sizing *sizing)
{
    const struct long_shape *shape = &sizing->shape->long_run;
    struct hill_room room;
    struct long_run run;
    if (!make(sizing, 0, &room, &run))
        return;
    int share = sizing->target * shape->share[sizing->runs] / 100;
    int grown = longest_before(sizing) * (100 + shape->grow_percent) / 100 + sizing->step;
    if (grown > share * shape->grow_to_percent / 100)
        grown = share * shape->grow_to_percent / 100;
    int most = share > grown ? share : grown, longest = shape->most_m / 10;
    assert_true(run.distance <= most);
    if (longest < sizing->target / sizing->runs)
        longest = sizing->target / sizing->runs;
    assert_true(run.distance <= longest);
}

static void it_takes_its_share_or_grows_a_little_and_never_beyond_the_longest(void **state)
{
    (void)state;
    for_each_week(judge_growth);
}

static void a_tune_up_race_that_is_long_enough_stands_for_it(void **state)
{
    (void)state;
    struct planner_fixture fixture;
    fixture_init(&fixture, "marathon", 6000);
    struct tune_up_race race = {.date = fixture.input.start + 8 * DAYS_PER_WEEK + 6};
    fixture.plan->tune_ups = &race;
    fixture.plan->tune_up_count = 1;
    FOR_VALUES(int, km, 3, km <= 42, km++) {
        struct hill_room room;
        struct long_run run;
        race.distance.metres = km * 1000;
        fixture_outline(&fixture);
        struct sizing sizing = fixture_sizing(&fixture, 8);
        bool is_made = make(&sizing, 0, &room, &run);
        if (is_made)
            assert_true(km * 100 * 2 < run.distance + 2 * sizing.step);
        assert_int_equal(is_made, is_made && km < 20);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_limit_of_its_day_is_exceeded),
        cmocka_unit_test(each_level_is_less_than_the_one_before),
        cmocka_unit_test(it_takes_its_share_or_grows_a_little_and_never_beyond_the_longest),
        cmocka_unit_test(a_tune_up_race_that_is_long_enough_stands_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
