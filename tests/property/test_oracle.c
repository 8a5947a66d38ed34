/* The oracle finds what is wrong in plans broken by hand, and nothing in those at the limit. */
#include <string.h>

#include "../unit/cases.h"
#include "oracle.h"

#define FIRST_MONDAY 20822 /* 2027-01-04 */
#define RACE_DAY     (FIRST_MONDAY + 12 * 7 - 1)

static int recent[] = {4000, 4000, 4000, 4000};

/* Twelve empty weeks in km before a race on the last Sunday, after weeks of 40 km. */
static int set_up(void **state)
{
    struct plan *plan = plan_new();
    plan->race.date = RACE_DAY;
    plan->runner.recent_weeks = recent;
    plan->runner.recent_week_count = 4;
    plan->week_count = 12;
    plan->weeks = arena_array(plan->arena, plan->week_count, sizeof *plan->weeks);
    for (int i = 0; i < DAYS_PER_WEEK; i++)
        plan->preferences.run_days[i] = true;
    for (int w = 0; w < 12; w++) {
        plan->weeks[w].number = w + 1;
        plan->weeks[w].start = FIRST_MONDAY + w * DAYS_PER_WEEK;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            plan->weeks[w].days[d].date = plan->weeks[w].start + d;
    }
    *state = plan;
    return 0;
}

static int tear_down(void **state)
{
    plan_free(*state);
    return 0;
}

/* Puts a flat, easy run on a day, counted from 0 on the plan's first. */
static struct session *run(struct plan *plan, int day, int distance)
{
    struct day *at = &plan->weeks[day / DAYS_PER_WEEK].days[day % DAYS_PER_WEEK];
    at->sessions = arena_array(plan->arena, 1, sizeof *at->sessions);
    at->session_count = 1;
    *at->sessions = session_unknown();
    at->sessions->kind = SESSION_EASY;
    at->sessions->effort = EFFORT_EASY;
    at->sessions->terrain = TERRAIN_FLAT;
    at->sessions->distance = distance;
    at->sessions->climb_m = at->sessions->descent_m = 0;
    return at->sessions;
}

static struct session *hard_run(struct plan *plan, int day, int distance)
{
    struct session *session = run(plan, day, distance);
    session->kind = SESSION_INTERVALS;
    session->effort = EFFORT_HARD;
    return session;
}

static struct session *tune_up(struct plan *plan, int day, int distance)
{
    struct session *session = hard_run(plan, day, distance);
    session->kind = SESSION_TUNE_UP;
    return session;
}

static struct session *downhill(struct plan *plan, int day, int descent_m)
{
    struct session *session = run(plan, day, 200);
    session->descent_m = session->climb_m = descent_m;
    return session;
}

/* One easy run a week, on Saturdays, for so many weeks. */
static void run_weeks(struct plan *plan, int first, int count, int distance)
{
    for (int w = first; w < first + count; w++)
        run(plan, w * DAYS_PER_WEEK + 5, distance);
}

static void add_absence(struct plan *plan, int week)
{
    struct days_off *span = arena_array(plan->arena, 1, sizeof *span);
    span->reason = ABSENCE_NONE;
    span->first = FIRST_MONDAY + week * DAYS_PER_WEEK + 2;
    span->last = span->first;
    plan->preferences.unavailable = span;
    plan->preferences.unavailable_count = 1;
    plan_find_breaks(plan, plan->arena);
}

/* The rule and the week of the only breach. */
static void assert_breach(const struct plan *plan, const char *rule, int week)
{
    struct breach breaches[4];
    assert_int_equal(oracle_judge(plan, breaches, 4), 1);
    assert_string_equal(breaches[0].rule, rule);
    assert_int_equal(breaches[0].week, week);
    assert_true(strlen(breaches[0].text) > 0);
}

static void assert_kept(const struct plan *plan)
{
    struct breach breach;
    size_t count = oracle_judge(plan, &breach, 1);
    if (count > 0)
        fail_msg("%s: %s", breach.rule, breach.text);
}

/* --- weekly-ramp ----------------------------------------------------------------------------- */

static void first_week_is_held_against_the_exact_mean(void **state)
{
    static int uneven[] = {2000, 2000, 2001};
    struct plan *plan = *state;
    plan->runner.recent_weeks = uneven;
    plan->runner.recent_week_count = 3;
    run_weeks(plan, 0, 12, 2200);
    assert_kept(plan); /* 22.0037 */
    run(plan, 5, 2201);
    assert_breach(plan, "weekly-ramp", 1);
}

static void a_week_is_held_against_the_week_before_alone(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    run(plan, 3 * 7 + 5, 3600);
    run(plan, 4 * 7 + 5, 3960);
    assert_kept(plan);
    run(plan, 4 * 7 + 5, 3961);
    assert_breach(plan, "weekly-ramp", 5);
}

static void rounding_up_past_the_limit_is_a_breach(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 3050);
    run(plan, 6 * 7 + 5, 3355);
    assert_kept(plan);
    run(plan, 6 * 7 + 5, 3360);
    assert_breach(plan, "weekly-ramp", 7);
}

static void race_week_is_judged_without_the_race(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 11, 2000);
    run(plan, 11 * 7 + 6, 4219)->kind = SESSION_RACE;
    run(plan, 11 * 7 + 1, 2200);
    assert_kept(plan);
    run(plan, 11 * 7 + 1, 2300);
    assert_breach(plan, "weekly-ramp", 12);
}

static void weeks_after_the_race_are_not_judged(void **state)
{
    struct plan *plan = *state;
    plan->race.date = FIRST_MONDAY + 10 * 7 - 1;
    run_weeks(plan, 0, 10, 2000);
    run_weeks(plan, 10, 1, 500);
    run_weeks(plan, 11, 1, 1500);
    assert_kept(plan);
}

/* Weeks of a single run, on one of the three run days. */
static void set_three_run_days(struct plan *plan)
{
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        plan->preferences.run_days[day] = day == TUESDAY || day == WEDNESDAY || day == SATURDAY;
}

static void a_cut_week_carries_its_share(void **state)
{
    struct plan *plan = *state;
    set_three_run_days(plan);
    run_weeks(plan, 0, 12, 3000);
    add_absence(plan, 6); /* a third of its run days */
    run(plan, 6 * 7 + 5, 2200);
    assert_kept(plan);
    run(plan, 6 * 7 + 5, 2201);
    assert_breach(plan, "weekly-ramp", 7);
}

static void after_a_cut_week_the_level_before_serves(void **state)
{
    struct plan *plan = *state;
    set_three_run_days(plan);
    run_weeks(plan, 0, 12, 3000);
    add_absence(plan, 6);
    run(plan, 6 * 7 + 5, 2200); /* 3300 had it been whole */
    run_weeks(plan, 7, 5, 3300);
    assert_kept(plan);
    run(plan, 7 * 7 + 5, 3301);
    run_weeks(plan, 8, 4, 3301);
    assert_breach(plan, "weekly-ramp", 8);
}

static void after_weeks_away_the_level_before_serves(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 4, 4000);
    run_weeks(plan, 8, 4, 4400);
    add_absence(plan, 4);
    plan->preferences.unavailable->first -= 2;
    plan->preferences.unavailable->last =
        plan->preferences.unavailable->first + 4 * DAYS_PER_WEEK - 1;
    plan_find_breaks(plan, plan->arena);
    assert_kept(plan);
    run(plan, 8 * 7 + 5, 4401);
    run_weeks(plan, 9, 3, 4401);
    assert_breach(plan, "weekly-ramp", 9);
}

static void an_absence_on_a_day_without_runs_cuts_no_week(void **state)
{
    struct plan *plan = *state;
    add_absence(plan, 6);
    plan->preferences.run_days[TUESDAY] = false;
    assert_true(oracle_is_cut(plan, &plan->weeks[6]));
    plan->preferences.run_days[WEDNESDAY] = false;
    assert_false(oracle_is_cut(plan, &plan->weeks[6]));
}

static void a_tune_up_over_the_limit_is_the_only_run_of_its_week(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 1000);
    tune_up(plan, 6 * 7 + 5, 2110);
    assert_kept(plan);
    run(plan, 6 * 7 + 1, 100);
    assert_breach(plan, "weekly-ramp", 7);
}

static void run_walk_weeks_of_beginners_grow_by_40_percent_from_12_km(void **state)
{
    struct plan *plan = *state;
    plan->runner.recent_week_count = 0;
    for (int w = 0; w < 9; w++)
        run(plan, w * 7 + 5, w == 0 ? 1200 : w == 1 ? 1680 : 1800)->kind = SESSION_RUN_WALK;
    run_weeks(plan, 9, 3, 1980);
    assert_kept(plan);
    run(plan, 9 * 7 + 5, 1981);
    assert_breach(plan, "weekly-ramp", 10);
    run(plan, 9 * 7 + 5, 1980);
    run(plan, 7 + 5, 1681)->kind = SESSION_RUN_WALK;
    assert_breach(plan, "weekly-ramp", 2);
}

static void run_walk_is_free_for_beginners_alone(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 1, 1000);
    run_weeks(plan, 1, 11, 1000);
    run(plan, 7 + 5, 1600)->kind = SESSION_RUN_WALK;
    assert_breach(plan, "weekly-ramp", 2);
}

static void a_run_without_distance_is_a_breach(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 1, UNKNOWN);
    assert_breach(plan, "weekly-ramp", 1);
}

/* --- hard-easy ------------------------------------------------------------------------------- */

static void hard_days_in_a_row_are_found_over_week_edges(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    hard_run(plan, 6, 100);
    hard_run(plan, 8, 200);
    assert_kept(plan);
    hard_run(plan, 7, 200);
    run(plan, 8, 200);
    assert_breach(plan, "hard-easy", 2);
}

static void a_hard_day_after_a_long_run_is_found(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    plan->weeks[1].days[5].sessions->kind = SESSION_LONG;
    hard_run(plan, 7 + 6, 200);
    assert_breach(plan, "hard-easy", 2);
}

static void a_tune_up_is_hard_and_the_goal_race_is_not(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    hard_run(plan, 7 + 2, 100);
    tune_up(plan, 7 + 3, 100)->effort = EFFORT_NONE;
    assert_breach(plan, "hard-easy", 2);
    plan->weeks[1].days[3].sessions->kind = SESSION_RACE;
    assert_kept(plan);
}

static void weeks_below_40_km_hold_one_hard_day(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    run(plan, 5, 3800);
    hard_run(plan, 1, 100);
    hard_run(plan, 3, 100);
    assert_kept(plan);
    hard_run(plan, 3, 95);
    assert_breach(plan, "hard-easy", 1);
}

static void larger_weeks_hold_two_or_as_many_as_the_setting_says(void **state)
{
    static struct rule_setting_value three = {"max_hard_days", "3"};
    static struct plan_rule rule = {.id = "hard-easy", .settings = &three, .setting_count = 1};
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    for (int day = 0; day < 6; day += 2)
        hard_run(plan, day, 100);
    assert_breach(plan, "hard-easy", 1);
    plan->rules = &rule;
    plan->rule_count = 1;
    assert_kept(plan);
}

/* --- downhill-recovery ----------------------------------------------------------------------- */

static void the_first_downhill_asks_for_three_easy_days(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    downhill(plan, 4, 300);
    run(plan, 8, 100)->kind = SESSION_LONG;
    assert_kept(plan);
    run(plan, 8, 100);
    run(plan, 7, 100)->kind = SESSION_LONG;
    assert_breach(plan, "downhill-recovery", 2);
}

static void the_next_asks_for_two_below_130_percent(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    downhill(plan, 0, 300);
    downhill(plan, 14, 389);
    run(plan, 17, 100)->effort = EFFORT_MODERATE;
    assert_kept(plan);
    downhill(plan, 14, 390);
    assert_breach(plan, "downhill-recovery", 3);
    downhill(plan, 14, 300);
    run(plan, 16, 100)->effort = EFFORT_MODERATE;
    assert_breach(plan, "downhill-recovery", 3);
}

static void after_six_weeks_a_downhill_is_new_again(void **state)
{
    struct plan *plan = *state;
    run_weeks(plan, 0, 12, 4000);
    downhill(plan, 0, 300);
    downhill(plan, 42, 300);
    run(plan, 45, 100)->kind = SESSION_LONG;
    assert_kept(plan);
    plan->weeks[6].days[0].session_count = 0;
    downhill(plan, 43, 300);
    run(plan, 45, 100);
    run(plan, 46, 100)->kind = SESSION_LONG;
    assert_breach(plan, "downhill-recovery", 7);
}

static void history_before_day_1_counts(void **state)
{
    struct plan *plan = *state;
    plan->runner.last_downhill_date = FIRST_MONDAY - 1;
    plan->runner.last_downhill_descent_m = 150;
    run(plan, 3, 500)->kind = SESSION_LONG;
    assert_kept(plan);
    run(plan, 2, 500)->kind = SESSION_LONG;
    plan->weeks[0].days[3].session_count = 0;
    assert_breach(plan, "downhill-recovery", 1);
    plan->runner.last_downhill_date = FIRST_MONDAY - 2;
    assert_kept(plan);
}

static void descent_makes_a_downhill_session_whatever_it_is_called(void **state)
{
    struct plan *plan = *state;
    downhill(plan, 0, 299);
    hard_run(plan, 1, 500);
    assert_kept(plan);
    downhill(plan, 0, 300)->kind = SESSION_LONG;
    run(plan, 1, 500)->effort = EFFORT_MODERATE;
    assert_breach(plan, "downhill-recovery", 1);
    plan->runner.usual_descent_m = 201; /* 1.5 times that is 301.5 */
    assert_kept(plan);
    plan->weeks[0].days[0].sessions->kind = SESSION_DOWNHILL;
    assert_breach(plan, "downhill-recovery", 1);
}

static void numbers_win_over_the_terrain_word(void **state)
{
    struct plan *plan = *state;
    downhill(plan, 0, 300);
    run(plan, 1, 500)->climb_m = 50;
    plan->weeks[0].days[1].sessions->terrain = TERRAIN_HILLY;
    assert_kept(plan);
    run(plan, 1, 500)->climb_m = 51;
    assert_breach(plan, "downhill-recovery", 1);
    plan->runner.usual_descent_m = 51;
    assert_kept(plan);
}

static void the_race_and_rest_are_easy_and_hard_strength_is_not(void **state)
{
    struct plan *plan = *state;
    downhill(plan, 0, 300);
    hard_run(plan, 1, 500)->kind = SESSION_RACE;
    assert_kept(plan);
    struct session *strength = hard_run(plan, 1, UNKNOWN);
    strength->kind = SESSION_STRENGTH;
    assert_breach(plan, "downhill-recovery", 1);
    strength->effort = EFFORT_NONE;
    assert_kept(plan);
}

static void rules_that_are_off_are_not_judged(void **state)
{
    static struct plan_rule rule = {.id = "downhill-recovery", .off = true};
    struct plan *plan = *state;
    downhill(plan, 0, 300);
    run(plan, 1, 500)->kind = SESSION_LONG;
    assert_breach(plan, "downhill-recovery", 1);
    plan->rules = &rule;
    plan->rule_count = 1;
    assert_kept(plan);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(first_week_is_held_against_the_exact_mean),
        TEST(a_week_is_held_against_the_week_before_alone),
        TEST(rounding_up_past_the_limit_is_a_breach),
        TEST(race_week_is_judged_without_the_race),
        TEST(weeks_after_the_race_are_not_judged),
        TEST(a_cut_week_carries_its_share),
        TEST(after_a_cut_week_the_level_before_serves),
        TEST(after_weeks_away_the_level_before_serves),
        TEST(an_absence_on_a_day_without_runs_cuts_no_week),
        TEST(a_tune_up_over_the_limit_is_the_only_run_of_its_week),
        TEST(run_walk_weeks_of_beginners_grow_by_40_percent_from_12_km),
        TEST(run_walk_is_free_for_beginners_alone),
        TEST(a_run_without_distance_is_a_breach),
        TEST(hard_days_in_a_row_are_found_over_week_edges),
        TEST(a_hard_day_after_a_long_run_is_found),
        TEST(a_tune_up_is_hard_and_the_goal_race_is_not),
        TEST(weeks_below_40_km_hold_one_hard_day),
        TEST(larger_weeks_hold_two_or_as_many_as_the_setting_says),
        TEST(the_first_downhill_asks_for_three_easy_days),
        TEST(the_next_asks_for_two_below_130_percent),
        TEST(after_six_weeks_a_downhill_is_new_again),
        TEST(history_before_day_1_counts),
        TEST(descent_makes_a_downhill_session_whatever_it_is_called),
        TEST(numbers_win_over_the_terrain_word),
        TEST(the_race_and_rest_are_easy_and_hard_strength_is_not),
        TEST(rules_that_are_off_are_not_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
