/* Profiles: what they give. Most mistakes are in tests/bad-profiles/. */
#include "files_fixture.h"

#include "base/date.h"
#include "files/profile_file.h"

#define SMALLEST                                                                                   \
    "runner: {recent_weeks: [40]}\n"                                                               \
    "race: {date: 2027-04-18, distance: marathon}\n"

static int day(const char *text)
{
    int date = NO_DATE;
    assert_true(date_parse(text, &date));
    return date;
}

static struct profile *read_bytes(const char *bytes, size_t length, struct error *error)
{
    char *path = fixture_file(bytes, length);
    struct profile *profile = profile_read(path, error);
    unlink(path);
    free(path);
    return profile;
}

/* A profile without mistakes. */
static struct profile *read_good(const char *text)
{
    struct error error;
    error_init(&error);
    struct profile *profile = read_bytes(text, strlen(text), &error);
    assert_messages(&error, "");
    assert_non_null(profile);
    return profile;
}

static void assert_mistakes(const char *text, const char *expected)
{
    struct error error;
    error_init(&error);
    assert_null(read_bytes(text, strlen(text), &error));
    assert_int_equal(error.status, STATUS_BAD_INPUT);
    assert_messages(&error, expected);
}

static void the_smallest_profile_gets_its_defaults(void **state)
{
    (void)state;
    struct profile *profile = read_good(SMALLEST);
    assert_int_equal(profile->units, UNITS_KM);
    assert_int_equal(profile->runner.recent_week_count, 1);
    assert_int_equal(profile->runner.longest_recent_run, UNKNOWN);
    assert_int_equal(profile->runner.last_downhill_date, NO_DATE);
    assert_int_equal(profile->runner.recent_race.distance.metres, 0);
    assert_int_equal(profile->race.distance.metres, 42195);
    assert_int_equal(profile->race.climb_m, UNKNOWN);
    assert_int_equal(profile->race.goal_time_s, UNKNOWN);
    assert_null(profile->race.name);
    assert_int_equal(profile->start, NO_DATE);
    assert_int_equal(profile->week.starts_on, MONDAY);
    FOR_COUNT(int, i, DAYS_PER_WEEK) {
        assert_true(profile->week.run_days[i]);
        assert_false(profile->week.quality[i]);
    }
    assert_int_equal(profile->week.long_run, UNKNOWN);
    assert_int_equal(profile->hills.access, HILL_SET(HILLS_ANY));
    assert_int_equal(profile->print.paper, PAPER_A4);
    assert_int_equal(profile->print.page_count, 0);
    assert_string_equal(profile->print.language, "en");
    profile_free(profile);
}

static const char whole_profile[] =
    "units: mi\n"
    "runner:\n"
    "  name: \"Łukasz: #1\"\n"
    "  recent_weeks: [40, 42.5, 38.25]\n"
    "  longest_recent_run: 18.0\n"
    "  recent_race: {distance: 10k, time: \"45:30\"}\n"
    "  usual_descent_m: 80\n"
    "  last_downhill: {date: 2026-11-01, descent_m: 250}\n"
    "race:\n"
    "  name: yes\n"
    "  date: 2027-04-19\n"
    "  distance: 26.219\n"
    "  course: course.gpx\n"
    "  climb_m: 250\n"
    "  descent_m: 390\n"
    "  goal_time: \"3:30:00\"\n"
    "start: 2026-12-27\n"
    "template: marathon\n"
    "week:\n"
    "  starts_on: sun\n"
    "  run_days: [tue, wed, sat, sun]\n"
    "  long_run: sun\n"
    "  quality: [wed]\n"
    "  unavailable: [2027-02-15..2027-02-21, 2027-03-05, {from: 2027-03-08, reason: illness}]\n"
    "  longest_session: {weekday: \"1:15\", weekend: \"3:00\"}\n"
    "hills: {access: weekend, max_climb_m: 400}\n"
    "tune_up_races:\n"
    "  - {name: Example Half, date: 2027-03-14, distance: half}\n"
    "rules:\n"
    "  scripts: [my-rules/no-hills-on-monday.lua]\n"
    "  off: [strength]\n"
    "  set:\n"
    "    - {rule: downhill-recovery, setting: easy_days, value: 3}\n"
    "    - {rule: weekly-ramp, setting: compare_with, value: recent_peak}\n"
    "print: {paper: letter, pages: [weeks, race], language: en}\n";

static void every_key_arrives(void **state)
{
    (void)state;
    struct profile *profile = read_good(whole_profile);
    assert_string_equal(profile->runner.name, "Łukasz: #1");
    assert_int_equal(profile->runner.recent_weeks[1], 4250);
    assert_int_equal(profile->runner.recent_weeks[2], 3825);
    assert_int_equal(profile->runner.longest_recent_run, 1800);
    assert_int_equal(profile->runner.recent_race.distance.metres, 10000);
    assert_int_equal(profile->runner.recent_race.time_s, 2730);
    assert_int_equal(profile->runner.last_downhill_date, day("2026-11-01"));
    assert_int_equal(profile->runner.last_downhill_descent_m, 250);
    assert_string_equal(profile->race.name, "yes");
    assert_string_equal(profile->race.distance.text, "26.219");
    assert_int_equal(profile->race.distance.metres, 42195); /* 26.219 x 1609.344 = 42195.4 */
    assert_string_equal(profile->race.course_file.name, "course.gpx");
    assert_int_equal(profile->race.goal_time_s, 12600);
    assert_int_equal(profile->start, day("2026-12-27"));
    assert_string_equal(profile->template_name, "marathon");
    assert_int_equal(profile->week.long_run, SUNDAY);
    assert_true(profile->week.quality[WEDNESDAY]);
    assert_false(profile->week.run_days[MONDAY]);
    assert_int_equal(profile->week.unavailable_count, 3);
    assert_int_equal(profile->week.unavailable[0].reason, ABSENCE_NONE);
    assert_int_equal(profile->week.unavailable[2].first, day("2027-03-08"));
    assert_int_equal(profile->week.unavailable[2].last, day("2027-03-08"));
    assert_int_equal(profile->week.unavailable[2].reason, ABSENCE_ILLNESS);
    assert_int_equal(profile->week.unavailable[0].last, day("2027-02-21"));
    assert_int_equal(profile->week.unavailable[1].first, profile->week.unavailable[1].last);
    assert_int_equal(profile->week.longest_weekday_s, 4500);
    assert_int_equal(profile->hills.access, HILL_SET(HILLS_WEEKEND));
    assert_int_equal(profile->tune_up_count, 1);
    assert_int_equal(profile->tune_ups[0].distance.metres, 21098);
    assert_int_equal(profile->print.pages[1], PAGE_RACE);
    profile_free(profile);
}

static void access_to_hills_is_a_word_or_a_list(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        int access;
    } good[] = {
        {"none", HILL_SET(HILLS_NONE)},
        {"treadmill", HILL_SET(HILLS_TREADMILL)},
        {"[weekend]", HILL_SET(HILLS_WEEKEND)},
        {"[any]", HILL_SET(HILLS_ANY)},
        {"[treadmill, weekend]", HILL_SET(HILLS_TREADMILL) | HILL_SET(HILLS_WEEKEND)},
        {"[weekend, treadmill]", HILL_SET(HILLS_TREADMILL) | HILL_SET(HILLS_WEEKEND)},
    };
    static const struct {
        const char *written, *message;
    } bad[] = {
        {"[]", "3:17: error: hills.access: needs 1 or more entries, has 0\n"},
        {"~", "3:17: error: hills.access: has no value; write one, or leave it out\n"},
        {"{}", "3:17: error: hills.access: should be a single value or a list, is a mapping (key: "
               "value)\n"},
        {"weekends", "3:17: error: hills.access: \"weekends\" is not one of none, treadmill, "
                     "weekend, any; did you mean \"weekend\"?\n"},
        {"[treadmill, gym]", "3:29: error: hills.access[1]: \"gym\" is not one of none, treadmill, "
                             "weekend, any\n"},
        {"[weekend, weekend]", "3:27: error: hills.access[1]: weekend is named twice\n"},
        {"[treadmill, none]", "3:17: error: hills.access: none stands alone; write one word, or a "
                              "list of treadmill and weekend\n"},
        {"[any, weekend]", "3:17: error: hills.access: any stands alone; write one word, or a list "
                           "of treadmill and weekend\n"},
    };
    char text[300];
    FOR_CASES(i, good, written) {
        snprintf(text, sizeof text, SMALLEST "hills: {access: %s}\n", good[i].written);
        struct profile *profile = read_good(text);
        assert_int_equal(profile->hills.access, good[i].access);
        profile_free(profile);
    }
    FOR_CASES(i, bad, written) {
        snprintf(text, sizeof text, SMALLEST "hills: {access: %s}\n", bad[i].written);
        assert_mistakes(text, bad[i].message);
    }
}

static void days_off_are_dates_or_mappings(void **state)
{
    (void)state;
    static const struct {
        const char *written, *message;
    } bad[] = {
        {"{from: 2027-03-05, to: 2027-03-01}",
         "3:22: error: week.unavailable[0]: the first date comes after the last; swap them\n"},
        {"2027-03-01..2027-08-28",
         "3:22: error: week.unavailable[0]: 181 days off are too many; at most 180 in a row\n"},
        {"{from: 2027-03-01, to: 2027-08-28}",
         "3:22: error: week.unavailable[0]: 181 days off are too many; at most 180 in a row\n"},
        {"{from: 2027-03-01, reason: ilness}",
         "3:49: error: week.unavailable[0].reason: \"ilness\" is not one of holiday, illness, "
         "injury; did you mean \"illness\"?\n"},
        {"{to: 2027-03-01}", "3:22: error: week.unavailable[0]: \"from\" is missing\n"},
        {"[2027-03-01]", "3:22: error: week.unavailable[0]: should be a single value, is a list\n"},
    };
    char text[300];
    FOR_CASES(i, bad, written) {
        snprintf(text, sizeof text, SMALLEST "week: {unavailable: [%s]}\n", bad[i].written);
        assert_mistakes(text, bad[i].message);
    }
    snprintf(text, sizeof text, SMALLEST "week: {unavailable: [%s]}\n", "2027-03-01..2027-08-27");
    profile_free(read_good(text));
}

static void rules_keep_their_places(void **state)
{
    (void)state;
    struct profile *profile = read_good(whole_profile);
    assert_string_equal(profile->scripts[0].name, "my-rules/no-hills-on-monday.lua");
    assert_int_equal(profile->scripts[0].line, 30);
    assert_int_equal(profile->scripts[0].column, 13);
    assert_string_equal(profile->rules_off[0].name, "strength");
    assert_int_equal(profile->rules_off[0].line, 31);
    assert_int_equal(profile->setting_count, 2);
    assert_string_equal(profile->settings[0].value, "3");
    assert_string_equal(profile->settings[1].setting, "compare_with");
    assert_int_equal(profile->settings[1].line, 34);
    assert_int_equal(profile->settings[1].column, 7);
    profile_free(profile);
}

static void sections_left_open_count_as_left_out(void **state)
{
    (void)state;
    struct profile *profile = read_good(SMALLEST "hills:\nweek: ~\ntune_up_races:\n");
    assert_int_equal(profile->hills.access, HILL_SET(HILLS_ANY));
    profile_free(profile);
    assert_mistakes("runner:\nrace: {date: 2027-04-18, distance: half}\n",
                    "1:1: error: \"runner\" is missing\n");
}

static void a_byte_order_mark_does_no_harm(void **state)
{
    (void)state;
    profile_free(read_good("\xEF\xBB\xBF" SMALLEST));
}

static void a_year_may_begin_and_end_anywhere(void **state)
{
    (void)state;
    /* 104 weeks from start to race, and not a day more. */
    profile_free(read_good("runner: {recent_weeks: []}\nstart: 2027-01-04\n"
                           "race: {date: 2028-12-31, distance: 100mi}\n"));
    assert_mistakes("runner: {recent_weeks: []}\nstart: 2027-01-04\n"
                    "race: {date: 2029-01-01, distance: 100mi}\n",
                    "2:8: error: start: is more than 104 weeks before the race on 2029-01-01; "
                    "start later\n");
}

static void files_beyond_64_kb_are_refused(void **state)
{
    (void)state;
    size_t length = 65 * 1024;
    char *bytes = malloc(length);
    memset(bytes, '#', length);
    memcpy(bytes, SMALLEST, strlen(SMALLEST));
    struct error error;
    error_init(&error);
    assert_null(read_bytes(bytes, length, &error));
    assert_int_equal(error.status, STATUS_BAD_INPUT);
    error_release(&error);
    struct profile *profile = read_bytes(bytes, 64 * 1024, &error);
    assert_non_null(profile);
    assert_int_equal(error.count, 0);
    profile_free(profile);
    free(bytes);
}

static void an_alias_bomb_is_over_at_once(void **state)
{
    (void)state;
    assert_mistakes(
        "a: &a [x, x]\nb: &b [*a, *a]\n" SMALLEST "week: *b\n",
        "1:1: error: unknown key \"a\"; the keys here are units, runner, race, start, time_zone, "
        "template, week, hills, tune_up_races, facts, rules, print\n"
        "2:1: error: unknown key \"b\"; the keys here are units, runner, race, start, time_zone, "
        "template, week, hills, tune_up_races, facts, rules, print\n"
        "5:7: error: week: anchors, aliases and tags (&, *, !) are not read; write "
        "the value out\n");
}

static void a_file_that_is_not_there_is_the_systems_failure(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    assert_null(profile_read("/nonexistent/profile.yaml", &error));
    assert_int_equal(error.status, STATUS_SYSTEM);
    error_release(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_profile_gets_its_defaults),
        cmocka_unit_test(every_key_arrives),
        cmocka_unit_test(access_to_hills_is_a_word_or_a_list),
        cmocka_unit_test(days_off_are_dates_or_mappings),
        cmocka_unit_test(rules_keep_their_places),
        cmocka_unit_test(sections_left_open_count_as_left_out),
        cmocka_unit_test(a_byte_order_mark_does_no_harm),
        cmocka_unit_test(a_year_may_begin_and_end_anywhere),
        cmocka_unit_test(files_beyond_64_kb_are_refused),
        cmocka_unit_test(an_alias_bomb_is_over_at_once),
        cmocka_unit_test(a_file_that_is_not_there_is_the_systems_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
