/* What the course asks: slopes, notes, and the share of the race's descent. */
#include <string.h>

#include "cases.h"
#include "planner/race_slopes.h"

/* 5 km down at 4 %, 2 km up at 6 %, the rest flat; most of the descent comes late. */
static struct course_facts make_facts(void)
{
    struct course_facts facts = {.is_known = true};
    facts.bands[2] = (struct course_band){.distance_m = 5000, .descent_m = 200};
    facts.bands[3] = (struct course_band){.distance_m = 3000, .climb_m = 5, .descent_m = 5};
    facts.bands[5] = (struct course_band){.distance_m = 2000, .climb_m = 120};
    facts.climb_percent[0] = 60, facts.climb_percent[1] = 40;
    facts.descent_percent[0] = 10, facts.descent_percent[1] = 20, facts.descent_percent[2] = 70;
    return facts;
}

static void steps_follow_the_slopes_of_the_course(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    struct recipe_step down = {.grade_percent = -8, .is_race_grade = true};
    struct recipe_step up = {.grade_percent = 5, .is_race_grade = true};
    struct recipe_step own = {.grade_percent = -8};
    assert_int_equal(race_slopes_grade(plan, &down), -8); /* nothing is known of the course */
    plan->race.course.facts = make_facts();
    assert_int_equal(race_slopes_grade(plan, &down), -4);
    assert_int_equal(race_slopes_grade(plan, &up), 6);
    assert_int_equal(race_slopes_grade(plan, &own), -8);
    plan->race.course.facts.bands[5] = (struct course_band){0}; /* a course without climbs */
    assert_int_equal(race_slopes_grade(plan, &up), 5);
    plan_free(plan);
}

static void notes_name_what_the_course_has(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    struct recipe_note stairs = {.text = "Take the stairs.", .access = HILL_SET(HILLS_NONE)};
    struct recipe_note slope = {.text = "About {down} % down, {up} % up."};
    struct recipe_note late = {.text = "{late_descent} % late", .at_least = 40};
    struct recipe_note early = {.text = "{early_descent} % early", .at_least = 40};
    struct recipe_note climb = {.text = "{late_climb} %"};
    assert_null(race_slopes_note(plan, &slope));
    plan->race.course.facts = make_facts();
    assert_string_equal(race_slopes_note(plan, &slope), "About {4 %} down, {6 %} up.");
    assert_string_equal(race_slopes_note(plan, &late), "{70 %} late");
    assert_null(race_slopes_note(plan, &early));  /* 10 % are less than 40 */
    assert_null(race_slopes_note(plan, &climb));  /* there is none */
    assert_null(race_slopes_note(plan, &stairs)); /* the runner has hills */
    plan->hills.access = HILL_SET(HILLS_NONE);
    assert_string_equal(race_slopes_note(plan, &stairs), "Take the stairs.");
    plan_free(plan);
}

static void notes_are_taken_apart(void **state)
{
    (void)state;
    struct recipe_note_part part = {.rest = "a {up} b {nothing} c {open"};
    static const struct {
        const char *words;
        enum course_word word;
    } expected[] = {
        {"a ", COURSE_WORD_UP}, {" b ", COURSE_WORD_COUNT}, {" c {open", COURSE_WORD_NONE}};
    FOR_COUNT(size_t, i, 3) {
        assert_true(recipe_note_next(&part));
        assert_int_equal(part.length, strlen(expected[i].words));
        assert_memory_equal(part.words, expected[i].words, part.length);
        assert_int_equal(part.word, expected[i].word);
    }
    assert_false(recipe_note_next(&part));
}

/* A plan of two weeks with a run of so much descent on its third day. */
static struct plan *plan_with_descent(int metres)
{
    struct plan *plan = plan_new();
    plan->week_count = 2;
    plan->weeks = arena_array(plan->arena, 2, sizeof *plan->weeks);
    for (int d = 0; d < 2 * DAYS_PER_WEEK; d++)
        plan->weeks[d / DAYS_PER_WEEK].days[d % DAYS_PER_WEEK].date = 20000 + d;
    struct session *run = arena_alloc(plan->arena, sizeof *run);
    *run = session_unknown();
    run->kind = SESSION_DOWNHILL;
    run->distance = 10 * HUNDREDTHS;
    run->descent_m = metres;
    plan->weeks[0].days[2].sessions = run;
    plan->weeks[0].days[2].session_count = 1;
    plan->race.date = 20013;
    return plan;
}

static void the_share_of_the_races_descent_is_told(void **state)
{
    (void)state;
    static const struct training_template shape = {
        .forecast = {.hills_from_m_per_km = 8, .net_descent_m = 200}};
    static const struct planner_input input = {.training_template = &shape};
    struct planner planner = {.input = &input, .plan = plan_with_descent(150)};
    struct plan *plan = planner.plan;
    plan->race.distance.metres = 42195;
    plan->race.descent_m = UNKNOWN;
    assert_null(race_slopes_words(&planner));
    plan->race.descent_m = 400;
    assert_string_equal(race_slopes_words(&planner),
                        "The biggest descent in one run is {150 m}, {37 %} of the race's {400 m}, "
                        "{11} days before it.");
    plan->race.course.facts = make_facts();
    assert_non_null(strstr(race_slopes_words(&planner),
                           "on slopes like the race's, about {6 %} up and {4 %} down."));
    plan->race.descent_m = 300; /* noise, unless it ends lower */
    plan->race.climb_m = 290;
    assert_null(race_slopes_words(&planner));
    plan->race.climb_m = 90;
    assert_non_null(race_slopes_words(&planner));
    plan->race.course.facts.is_known = false;
    plan->race.distance.metres = 10000;
    plan->race.descent_m = 100; /* the race asks for less */
    assert_null(race_slopes_words(&planner));
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_follow_the_slopes_of_the_course),
        cmocka_unit_test(notes_name_what_the_course_has),
        cmocka_unit_test(notes_are_taken_apart),
        cmocka_unit_test(the_share_of_the_races_descent_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
