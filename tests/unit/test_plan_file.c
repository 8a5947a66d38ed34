/* Plan documents: what they hold, and that nothing is lost. Mistakes are in tests/bad-plans/. */
#include "files_fixture.h"

#include "base/date.h"
#include "course/course.h"
#include "files/plan_file.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static int day(const char *text)
{
    int date = NO_DATE;
    assert_true(date_parse(text, &date));
    return date;
}

static struct plan *read_text(const char *text, struct error *error)
{
    return plan_read_text("plan.yaml", text, strlen(text), error);
}

static struct plan *read_good(const char *text)
{
    struct error error;
    error_init(&error);
    struct plan *plan = read_text(text, &error);
    assert_messages(&error, "");
    assert_non_null(plan);
    return plan;
}

#define HEAD                                                                                       \
    "hillplan: 2\n"                                                                                \
    "title: A plan\n"                                                                              \
    "units: km\n"                                                                                  \
    "race: {date: 2027-01-10, distance: half}\n"
#define WEEK_HEAD                                                                                  \
    "weeks:\n"                                                                                     \
    "- {number: 1, start: 2027-01-04, phase: race, kind: race, days: [\n"                          \
    "   {date: 2027-01-04},\n"
#define WEEK_TAIL                                                                                  \
    "   {date: 2027-01-06}, {date: 2027-01-07},\n"                                                 \
    "   {date: 2027-01-08}, {date: 2027-01-09}, {date: 2027-01-10}]}\n"

/* A plan of one week whose Tuesday holds the sessions; they begin in line 9, column 4. */
static char *plan_with(const char *sessions)
{
    struct text text = TEXT_INIT;
    text_printf(&text, "%s%s   {date: 2027-01-05, sessions: [\n   %s]},\n%s", HEAD, WEEK_HEAD,
                sessions, WEEK_TAIL);
    return text.data;
}

/* --- nothing is lost ---------------------------------------------------------------------------
 */

/* Strings that look like something else, or that a writer may stumble over. */
static const char *const strings[] = {
    "yes",
    "NO",
    "012",
    "0x1F",
    "1e3",
    "1_000",
    "12:30:45",
    "null",
    "~",
    "=",
    "<<",
    ".inf",
    "-.5",
    "2027-01-04",
    "2001-12-14 21:59:43.10",
    "Łukasz: #1",
    "# no comment",
    "- no list",
    "? no key",
    "{no: mapping}",
    "[no list]",
    "*no alias",
    "&no anchor",
    "!no tag",
    "%no directive",
    "@at",
    "`tick",
    "---",
    "... ",
    "'single' and \"double\"",
    "back\\slash \\n",
    " leading",
    "trailing ",
    "tab\tinside",
    "two\nlines",
    "two lines\nand an end\n",
    "two ends\n\n",
    "\nstarts empty",
    "blank \nbefore the end",
    "  indented\n    more",
    "a\n\n\nb",
    "windows\r\nlines\r\n",
    "colon: ",
    "Ελένη, Łódź, 東京, 😀",
    "\n",
    "10k",
    "a, b",
    "one line of many words, too long for a file that folds its lines, so that a writer would fold",
};

static struct plan *plan_of_everything(void)
{
    struct plan *plan = read_good(HEAD WEEK_HEAD "   {date: 2027-01-05},\n" WEEK_TAIL);
    struct arena *arena = plan->arena;
    plan->runner = (struct runner){.name = "012",
                                   .recent_weeks = arena_array(arena, 2, sizeof(int)),
                                   .recent_week_count = 2,
                                   .longest_recent_run = 1805,
                                   .usual_descent_m = 0,
                                   .last_downhill_date = day("2026-11-01"),
                                   .last_downhill_descent_m = 250,
                                   .vdot_tenths = 498};
    plan->runner.recent_weeks[0] = 4220;
    plan->race.name = "yes";
    plan->race.goal_time_s = 12600;
    plan->race.climb_m = 250;
    plan->race.course.points = arena_array(arena, 2, sizeof(struct course_point));
    plan->race.course.points[1] = (struct course_point){100, -3};
    plan->race.course.point_count = 2;
    plan->race.course.track_m = 102;
    plan->race.course.track_climb_m = 0;
    plan->race.course.track_descent_m = UNKNOWN;
    plan->race.expected_time_s = 12500;
    struct course_line line = course_to_line(&plan->race.course, arena);
    plan->race.course.facts = course_facts(&line, plan->race.descent_m, arena);
    plan->preferences.quality[WEDNESDAY] = true;
    plan->preferences.long_run = SUNDAY;
    plan->preferences.longest_weekend_s = 10800;
    plan->preferences.unavailable = arena_array(arena, 3, sizeof(struct days_off));
    plan->preferences.unavailable[0] =
        (struct days_off){day("2027-01-04"), day("2027-01-06"), ABSENCE_NONE};
    plan->preferences.unavailable[1] =
        (struct days_off){day("2027-01-08"), day("2027-01-08"), ABSENCE_NONE};
    plan->preferences.unavailable[2] =
        (struct days_off){day("2027-01-20"), day("2027-01-24"), ABSENCE_INJURY};
    plan->preferences.unavailable_count = 3;
    plan_find_breaks(plan, arena);
    plan->made_from = (struct made_from){
        .start = day("2027-01-04"),
        .template_name = "half-marathon",
        .recent_weeks = plan->runner.recent_weeks,
        .recent_week_count = 2,
        .longest_recent_run = UNKNOWN,
        .recent_race = {{"10k", 10000}, 2700},
        .goal_time_s = UNKNOWN,
    };
    plan->replanned = arena_array(arena, 2, sizeof *plan->replanned);
    plan->replanned_count = 2;
    plan->replanned[0] = (struct replanning){.date = day("2027-01-05")};
    static const char *cancelled[] = {"2027-01-07/2", "2027-01-11/week"};
    plan->replanned[1] = (struct replanning){
        .date = day("2027-01-06"),
        .is_anew = true,
        .log = {2, 7, day("2027-01-04"), day("2027-01-05"), 3550},
        .cancelled = cancelled,
        .cancelled_count = 2,
    };
    plan->hills = (struct hills){HILL_SET(HILLS_TREADMILL) | HILL_SET(HILLS_WEEKEND), 400};
    plan->paces = (struct paces){{330, 370}, 300, UNKNOWN, 250, 230};
    plan->rule_count = 1;
    plan->rules = arena_alloc(arena, sizeof *plan->rules);
    plan->rules[0] = (struct plan_rule){.id = "my-rule",
                                        .title = "null",
                                        .level = RULE_SHOULD,
                                        .off = true,
                                        .script = "return {\n\tapi = 1,\n}\n"};
    static struct rule_setting_value settings[] = {
        {"a", "3"},   {"b", "previous_week"}, {"c", "8.50"}, {"d", "012"},
        {"e", "yes"}, {"f", "-40"},           {"g", "42.2"}, {"h", "99999999999999999999"}};
    plan->rules[0].settings = settings;
    plan->rules[0].setting_count = LENGTH(settings);
    plan->verdict = (struct verdict){VERDICT_FINISH, 6200, UNKNOWN, 6500, 0, "~"};

    struct session *session = arena_alloc(arena, sizeof *session);
    *session = session_unknown();
    session->kind = SESSION_INTERVALS;
    session->session = "vo2-intervals";
    session->title = "1e3";
    session->effort = EFFORT_HARD;
    session->terrain = TERRAIN_ROLLING;
    session->distance = 801;
    session->climb_m = session->descent_m = 20;
    session->pace = (struct pace_range){250, 250};
    session->notes = arena_array(arena, LENGTH(strings), sizeof *session->notes);
    memcpy(session->notes, strings, sizeof strings);
    session->note_count = LENGTH(strings);
    session->reasons = arena_array(arena, LENGTH(strings), sizeof *session->reasons);
    session->reason_count = LENGTH(strings);
    for (size_t i = 0; i < LENGTH(strings); i++)
        session->reasons[i] = (struct reason){strings[i], strings[LENGTH(strings) - 1 - i]};
    session->steps = arena_array(arena, 2, sizeof *session->steps);
    session->step_count = 2;
    session->steps[0] = session->steps[1] = step_unknown();
    session->steps[0].kind = STEP_WARM_UP;
    session->steps[0].effort = EFFORT_EASY;
    session->steps[0].duration_s = 600;
    session->steps[1].repeat = 6;
    session->steps[1].steps = session->steps;
    session->steps[1].step_count = 1;
    plan->weeks[0].days[1].sessions = session;
    plan->weeks[0].days[1].session_count = 1;
    plan->weeks[0].days[2].legs_mend = true;
    plan->weeks[0].days[2].status = DAY_EXTRA;
    plan->weeks[0].days[2].runs = arena_array(arena, 1, sizeof(struct done_run));
    plan->weeks[0].days[2].runs[0] = (struct done_run){
        .moved_to = plan->weeks[0].start + 3,
        .moved_from = plan->weeks[0].start + 1,
        .distance = 810,
        .duration_s = 2900,
        .climb_m = UNKNOWN,
        .descent_m = 20,
    };
    plan->weeks[0].days[2].run_count = 1;
    plan->weeks[0].days[3].locked = true;
    plan->weeks[0].distance_most = 4650;
    return plan;
}

typedef bool write_function(const struct plan *, struct text *, struct error *);

/* What `write` makes of the plan. */
static struct text written(const struct plan *plan, write_function *write)
{
    struct error error;
    error_init(&error);
    struct text text = TEXT_INIT;
    assert_true(write(plan, &text, &error));
    assert_int_equal(error.count, 0);
    return text;
}

/* Writes, reads, and writes again, in every pair of formats. */
static void assert_lossless(const struct plan *plan)
{
    static write_function *const formats[] = {plan_write_yaml, plan_write_json};
    FOR_EACH(i, formats) {
        struct text first = written(plan, formats[i]);
        struct plan *again = read_good(text_string(&first));
        FOR_EACH(j, formats) {
            struct text direct = written(plan, formats[j]), second = written(again, formats[j]);
            assert_string_equal(text_string(&second), text_string(&direct));
            text_release(&direct);
            text_release(&second);
        }
        plan_free(again);
        text_release(&first);
    }
}

static void saving_loading_and_saving_gives_the_same_bytes(void **state)
{
    (void)state;
    struct plan *plan = plan_of_everything();
    assert_lossless(plan);
    plan_free(plan);
}

static void every_string_survives_both_formats(void **state)
{
    (void)state;
    static write_function *const formats[] = {plan_write_yaml, plan_write_json};
    struct plan *plan = plan_of_everything();
    FOR_EACH(f, formats) {
        struct text text = written(plan, formats[f]);
        struct plan *again = read_good(text_string(&text));
        const struct session *session = &again->weeks[0].days[1].sessions[0];
        assert_int_equal(session->note_count, LENGTH(strings));
        FOR_EACH(i, strings) {
            assert_string_equal(session->notes[i], strings[i]);
            assert_string_equal(session->reasons[i].rule, strings[i]);
        }
        assert_string_equal(again->rules[0].script, plan->rules[0].script);
        FOR_COUNT(size_t, i, plan->rules[0].setting_count)
            assert_string_equal(again->rules[0].settings[i].value,
                                plan->rules[0].settings[i].value);
        plan_free(again);
        text_release(&text);
    }
    plan_free(plan);
}

static void unknown_values_stay_unknown_and_unwritten(void **state)
{
    (void)state;
    struct plan *plan = read_good(HEAD WEEK_HEAD "   {date: 2027-01-05, sessions: [{kind: easy, "
                                                 "effort: easy, terrain: flat}]},\n" WEEK_TAIL);
    const struct session *session = &plan->weeks[0].days[1].sessions[0];
    assert_int_equal(session->distance, UNKNOWN);
    assert_int_equal(session->climb_m, UNKNOWN);
    assert_string_equal(session->title, "Easy");
    assert_null(plan->rules);
    struct text text = written(plan, plan_write_yaml);
    assert_null(strstr(text_string(&text), "climb_m"));
    assert_null(strstr(text_string(&text), "distance: 0"));
    assert_null(strstr(text_string(&text), "\nrules:"));
    assert_null(strstr(text_string(&text), "paces"));
    assert_null(strstr(text_string(&text), "verdict"));
    text_release(&text);
    assert_lossless(plan);
    plan_free(plan);
}

static void an_empty_list_of_rules_is_not_the_same_as_none(void **state)
{
    (void)state;
    struct plan *plan =
        read_good(HEAD "rules: []\n" WEEK_HEAD "   {date: 2027-01-05},\n" WEEK_TAIL);
    assert_non_null(plan->rules);
    assert_int_equal(plan->rule_count, 0);
    struct text text = written(plan, plan_write_yaml);
    assert_non_null(strstr(text_string(&text), "rules: []\n"));
    text_release(&text);
    assert_lossless(plan);
    plan_free(plan);
}

static void numbers_are_bare_in_yaml_and_numbers_in_json(void **state)
{
    (void)state;
    struct plan *plan = plan_of_everything();
    struct text yaml = written(plan, plan_write_yaml), json = written(plan, plan_write_json);
    static const char *const in_yaml[] = {"  recent_weeks: [42.2, 0]\n",
                                          "  vdot: 49.8\n",
                                          "  name: \"012\"\n",
                                          "      distance: 8.01\n",
                                          "  date: 2027-01-10\n",
                                          "{name: a, value: 3}",
                                          "{name: e, value: \"yes\"}",
                                          "  - {distance_m: 100, elevation_m: -3}\n",
                                          "unavailable: [2027-01-04..2027-01-06, 2027-01-08, ",
                                          "{from: 2027-01-20, to: 2027-01-24, reason: injury}]"};
    static const char *const in_json[] = {"42.2,",
                                          "\"vdot\": 49.8",
                                          "\"name\": \"012\"",
                                          "\"distance\": 8.01,",
                                          "\"date\": \"2027-01-10\"",
                                          "\"value\": 3\n",
                                          "\"value\": 42.2\n",
                                          "\"value\": \"8.50\"\n",
                                          "\"off\": true"};
    FOR_EACH(i, in_yaml)
        if (!strstr(text_string(&yaml), in_yaml[i]))
            fail_msg("not in the YAML: %s", in_yaml[i]);
    FOR_EACH(i, in_json)
        if (!strstr(text_string(&json), in_json[i]))
            fail_msg("not in the JSON: %s", in_json[i]);
    text_release(&yaml);
    text_release(&json);
    plan_free(plan);
}

static void texts_of_several_lines_stand_as_blocks(void **state)
{
    (void)state;
    struct plan *plan = plan_of_everything();
    plan->rules[0].script = "return {\n    api = 1,\n}\n";
    struct text yaml = written(plan, plan_write_yaml);
    assert_non_null(strstr(text_string(&yaml), "script: |\n"));
    assert_non_null(strstr(text_string(&yaml), "        api = 1,\n"));
    text_release(&yaml);
    plan_free(plan);
}

static void characters_without_a_place_in_a_text_are_replaced(void **state)
{
    (void)state;
    struct plan *plan = read_good(HEAD WEEK_HEAD "   {date: 2027-01-05},\n" WEEK_TAIL);
    plan->title = "a\001b\xFF"
                  "c\xE2\x80\xA8"
                  "d\x7F";
    assert_lossless(plan);
    struct text text = written(plan, plan_write_yaml);
    assert_non_null(strstr(text_string(&text), "title: a\uFFFDb\uFFFDc\uFFFDd\uFFFD\n"));
    text_release(&text);
    plan_free(plan);
}

/* --- reading -----------------------------------------------------------------------------------
 */

static void numbers_may_be_written_in_any_plain_way(void **state)
{
    (void)state;
    static const char *const ways[] = {"8", "8.0", "8.00", "\"8\""};
    FOR_EACH(i, ways) {
        struct text session = TEXT_INIT;
        text_printf(&session, "{kind: easy, effort: easy, terrain: flat, distance: %s}", ways[i]);
        char *text = plan_with(text_string(&session));
        struct plan *plan = read_good(text);
        assert_int_equal(plan->weeks[0].days[1].sessions[0].distance, 800);
        plan_free(plan);
        free(text);
        text_release(&session);
    }
}

static void a_stated_sum_that_differs_is_a_warning_and_the_days_count(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    struct plan *plan = read_text(
        HEAD "weeks:\n"
             "- number: 1\n"
             "  start: 2027-01-04\n"
             "  phase: race\n"
             "  kind: race\n"
             "  distance: 9\n"
             "  climb_m: 20\n"
             "  descent_m: 30\n"
             "  days:\n"
             "  - date: 2027-01-04\n"
             "    sessions:\n"
             "    - {kind: easy, effort: easy, terrain: flat, distance: 8.5, climb_m: 20,\n"
             "       descent_m: 20}\n"
             "  - date: 2027-01-05\n  - date: 2027-01-06\n  - date: 2027-01-07\n"
             "  - date: 2027-01-08\n  - date: 2027-01-09\n  - date: 2027-01-10\n"
             "    sessions: [{kind: race, effort: hard, terrain: flat, distance: 21.1}]\n",
        &error);
    assert_non_null(plan);
    assert_int_equal(error.status, STATUS_OK);
    assert_messages(&error, "10:13: warning: weeks[0].distance: 9 is stated, but the days add up "
                            "to 8.5; these count\n"
                            "12:14: warning: weeks[0].descent_m: 30 is stated, but the days add "
                            "up to 20; these count\n");
    struct text text = written(plan, plan_write_yaml);
    assert_non_null(strstr(text_string(&text), "  distance: 8.5\n"));
    text_release(&text);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saving_loading_and_saving_gives_the_same_bytes),
        cmocka_unit_test(every_string_survives_both_formats),
        cmocka_unit_test(unknown_values_stay_unknown_and_unwritten),
        cmocka_unit_test(an_empty_list_of_rules_is_not_the_same_as_none),
        cmocka_unit_test(numbers_are_bare_in_yaml_and_numbers_in_json),
        cmocka_unit_test(characters_without_a_place_in_a_text_are_replaced),
        cmocka_unit_test(texts_of_several_lines_stand_as_blocks),
        cmocka_unit_test(numbers_may_be_written_in_any_plain_way),
        cmocka_unit_test(a_stated_sum_that_differs_is_a_warning_and_the_days_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
