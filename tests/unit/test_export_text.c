/* The text export: readable lines, and nothing that a terminal should not see. */
#include <string.h>

#include "cases.h"
#include "example_plan.h"
#include "export/formats.h"

static void lines_are_short_and_have_no_trailing_blanks(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Ελένη Παπαδοπούλου", UNITS_MI, 34);
    char word[301] = {0};
    memset(word, 'x', sizeof word - 1);
    plan->verdict.text = word;
    struct text out = TEXT_INIT;
    assert_true(export_text(&(struct export_source){.plan = plan}, &out, NULL));
    size_t lines = 0;
    for (const char *at = out.data; *at; lines++) {
        size_t columns = 0;
        char last = 'x';
        for (; *at != '\n'; columns++) {
            last = *at;
            assert_int_not_equal(utf8_next(&at), UTF8_INVALID);
        }
        at++;
        assert_true(columns <= 100);
        assert_int_not_equal(last, ' ');
    }
    assert_true(lines > 34 * 8);
    text_release(&out);
    plan_free(plan);
}

static void every_day_says_what_and_why(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 18);
    struct text out = TEXT_INIT;
    assert_true(export_text(&(struct export_source){.plan = plan}, &out, NULL));
    static const char *const wanted[] = {
        "Marathon plan\nRunner: Łukasz Müller\n",
        "Race: Zürich Marathon, marathon, Sun 9 May 2027, climb 250 m, descent 390 m, goal 3:30:00",
        "\nWeek 3  2027-01-18  base, build  51.5 km  climb 469 m  descent 663 m\n",
        "\n  Mon 18  Rest\n",
        "\n  Wed 20  Downhill run, 10.5 km, hard effort, downhill, +150 −310 m\n",
        "\n          why: hard-easy: an easy day before the week's hard session\n",
        "\n          steps: warm up 10 min, 6 × (1000 m hard at 4:15, recover 2 min), cool down",
        "\n  downhill-recovery (must): Easy days after downhill running; easy_days = 2\n",
        "\nWhat gave way\n  Week 8: lighter-weeks: ",
        "\nRules switched off\n  strength (should): Strength twice a week\n",
    };
    FOR_COUNT(size_t, i, sizeof wanted / sizeof wanted[0])
        if (!strstr(out.data, wanted[i]))
            fail_msg("not in the text: %s", wanted[i]);
    text_release(&out);
    plan_free(plan);
}

static void control_characters_do_not_reach_the_terminal(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Eve \x1B[31m\x7F\xC2\x9B two\nlines", UNITS_KM, 8);
    struct text out = TEXT_INIT;
    assert_true(export_text(&(struct export_source){.plan = plan}, &out, NULL));
    assert_non_null(strstr(out.data, "\nRunner: Eve [31m two lines\n"));
    FOR_COUNT(size_t, i, out.length)
        assert_true((unsigned char)out.data[i] >= ' ' || out.data[i] == '\n');
    text_release(&out);
    plan_free(plan);
}

static void unknown_values_are_left_out(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->weeks = arena_array(plan->arena, 1, sizeof *plan->weeks);
    plan->week_count = 1;
    plan->weeks[0].number = 1;
    for (int i = 0; i < DAYS_PER_WEEK; i++)
        plan->weeks[0].days[i].date = i;
    struct session *session =
        example_session(plan, &plan->weeks[0].days[0], SESSION_EASY, "Easy run", UNKNOWN);
    *session = session_unknown();
    session->title = "Easy run";
    struct text out = TEXT_INIT;
    assert_true(export_text(&(struct export_source){.plan = plan}, &out, NULL));
    assert_non_null(strstr(out.data, "\n  Thu  1  Easy run\n"));
    assert_null(strstr(out.data, "-214748"));
    assert_null(strstr(out.data, "(null)"));
    text_release(&out);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_short_and_have_no_trailing_blanks),
        cmocka_unit_test(every_day_says_what_and_why),
        cmocka_unit_test(control_characters_do_not_reach_the_terminal),
        cmocka_unit_test(unknown_values_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
