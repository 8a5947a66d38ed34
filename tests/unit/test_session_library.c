/* The session library, and what is said of its mistakes. */
#include "template_fixture.h"

#include <limits.h>

static void a_library_is_read_from_all_files_of_its_folder(void **state)
{
    (void)state;
    struct session_library *library = good_library();
    assert_int_equal(library->recipe_count, 8);
    assert_int_equal(library->flat_most_m_per_km, 10);
    assert_int_equal(library->rolling_most_m_per_km, 20);
    assert_int_equal(library->load_from_m, 150);
    assert_int_equal(library->load_percent_of_usual, 125);
    assert_int_equal(library->load_new_percent, 110);
    assert_int_equal(library->small_week_s, 9000);
    const struct recipe *easy = session_library_find(library, "easy-run");
    assert_int_equal(easy->least_m, UNKNOWN);
    assert_int_equal(easy->descent_m.from, 0);
    assert_int_equal(easy->dose.least_s, 0);
    assert_int_equal(easy->finish.to_percent, 0);
    assert_null(easy->when_hilly);
    const struct recipe *repeats = session_library_find(library, "hill-repeats");
    assert_int_equal(repeats->kind, SESSION_UPHILL);
    assert_int_equal(repeats->most_m, 14500);
    assert_string_equal(repeats->progress, "One more each time.");
    assert_null(easy->progress);
    assert_int_equal(repeats->descent_m.to, 400);
    assert_int_equal(repeats->race_descent_least, 10);
    assert_true(repeats->needs_hills);
    assert_int_equal(repeats->step_count, 2);
    assert_string_equal(repeats->steps[0].pace, "easy");
    assert_int_equal(repeats->steps[0].small_week_s, 480);
    assert_int_equal(repeats->steps[0].repeat.from, 0);
    assert_int_equal(repeats->steps[1].repeat.to, 10);
    assert_int_equal(repeats->steps[1].steps[0].duration_s, 45);
    assert_int_equal(repeats->steps[1].steps[1].distance_m, 200);
    assert_int_equal(session_library_find(library, "core")->duration_s, 1200);
    session_library_free(library);
}

static void doses_and_finishes_are_read(void **state)
{
    (void)state;
    struct session_library *library = good_library();
    const struct recipe *blocks = session_library_find(library, "blocks");
    const struct dose *dose = &blocks->dose;
    assert_int_equal(blocks->climb_m_per_minute, 8);
    assert_int_equal(dose->week_time_percent, 10);
    assert_int_equal(dose->week_distance_percent, 8);
    assert_int_equal(dose->race_time_percent, 60);
    assert_int_equal(dose->most_s, 2400);
    assert_int_equal(dose->most_m, 10000);
    assert_int_equal(dose->least_s, 480);
    assert_int_equal(dose->small_week_percent, 130);
    assert_int_equal(dose->from_percent, 60);
    assert_int_equal(dose->step_percent, 10);
    assert_true(dose->from_s <= 0);
    assert_int_equal(dose->stretch_count, 2);
    assert_int_equal(dose->stretches_s[1], 480);
    assert_int_equal(dose->most_stretches, 5);
    assert_int_equal(dose->single_from_s, 1200);
    assert_int_equal(dose->recovery_percent, 25);
    assert_int_equal(dose->recovery_least_s, 60);
    assert_int_equal(dose->recovery_most_s, 240);
    assert_true(blocks->steps[0].is_work);
    assert_int_equal(blocks->steps[0].step_count, 2);
    dose = &session_library_find(library, "sprints")->dose;
    assert_int_equal(dose->most_s, UNKNOWN);
    assert_int_equal(dose->most_m, UNKNOWN);
    assert_int_equal(dose->from_s, 60);
    assert_int_equal(dose->step_s, 20);
    assert_int_equal(dose->small_week_percent, 100);
    assert_int_equal(dose->single_from_s, INT_MAX);
    assert_int_equal(dose->recovery_percent, 0);
    const struct recipe *longest = session_library_find(library, "long-run");
    assert_int_equal(longest->finish.from_percent, 10);
    assert_int_equal(longest->finish.step_percent, 5);
    assert_int_equal(longest->finish.to_percent, 30);
    assert_int_equal(longest->finish.least_s, 900);
    assert_int_equal(longest->finish.most_s, 3600);
    assert_string_equal(longest->when_hilly, "hilly-long");
    assert_int_equal(longest->steps[1].length, STEP_LENGTH_FINISH);
    session_library_free(library);
}

static void a_session_is_sized_by_its_kind_or_as_it_says(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        enum recipe_size size;
    } expected[] = {
        {"easy-run", RECIPE_SIZE_EASY}, {"hill-repeats", RECIPE_SIZE_WORK},
        {"core", RECIPE_SIZE_EXTRA},    {"sprints", RECIPE_SIZE_WORK},
        {"long-run", RECIPE_SIZE_LONG}, {"second-long", RECIPE_SIZE_SECOND_LONG},
    };
    struct session_library *library = good_library();
    FOR_CASES(i, expected, id) {
        const struct recipe *recipe = session_library_find(library, expected[i].id);
        assert_int_equal(recipe->size, expected[i].size);
    }
    session_library_free(library);
}

static void assert_library_mistakes(const char *a, const char *b, const char *expected)
{
    struct error error;
    error_init(&error);
    assert_null(read_library(a, b, &error));
    assert_messages(&error, expected);
}

static const struct mistake session_mistakes[] = {
    {"dose: {week_time_percent: 10, week_distance_percent: 8",
     "dose: {week_percent: 10, week_distance_percent: 800",
     "29:10: error: sessions[2].dose: unknown key \"week_percent\"; did you mean "
     "\"step_percent\"?\n"
     "29:51: error: sessions[2].dose.week_distance_percent: 800 is out of range; it may be 1 to "
     "100\n"},
    {"least: \"8:00\", ", "", "29:9: error: sessions[2].dose: \"least\" is missing\n"},
    {"most_km: 10", "most_km: ten",
     "30:34: error: sessions[2].dose.most_km: \"ten\" should be a number like 8 or 8.5, with at "
     "most 3 decimals\n"},
    {"from_percent: 60", "from_percent: 60, from: \"3:00\"",
     "31:34: error: sessions[2].dose.from: from and from_percent are two ways; take one\n"},
    {"[\"5:00\", \"8:00\"]", "[5, \"0:00\"]",
     "31:58: error: sessions[2].dose.stretches[0]: should be a time like \"6:00\"\n"
     "31:61: error: sessions[2].dose.stretches[1]: should be a time like \"6:00\"\n"},
    {"stretches: [\"0:20\"]", "stretches: []",
     "43:64: error: sessions[3].dose.stretches: needs 1 or more entries, has 0\n"},
    {"recovery: {percent: 25, least: \"1:00\", most", "recovery: {percent: 25, most",
     "33:20: error: sessions[2].dose.recovery: \"least\" is missing\n"},
    {"recovery: {percent: 25, least: \"1:00\"", "recovery: {percent: 25, least: \"9:00\"",
     "33:55: error: sessions[2].dose.recovery.most: is less than least\n"},
    {"{work: true, steps: [{kind: run, effort: hard, pace",
     "{work: true, steps: [{kind: run, duration: \"1:00\", effort: hard, pace",
     "34:32: error: sessions[2].steps[0].steps[0]: is as long as the dose says, without a "
     "length\n"},
    {"[{work: true, steps: [{kind: run, effort: hard}]}]",
     "[{kind: run, effort: hard, duration: \"1:00\"}]",
     "36:3: error: sessions[3]: a dose and steps with work: true go together\n"},
    {"{work: true, steps: [{kind: run, effort: hard}]}",
     "{work: true, repeat: {from: 1, step: 1, to: 2}, steps: [{kind: run, effort: hard}]}",
     "44:11: error: sessions[3].steps[0]: steps go together with repeat, or with work: true\n"},
    {"{work: true, steps: [{kind: run, effort: hard}]}",
     "{work: true, kind: run, steps: [{kind: run, effort: hard}]}",
     "44:11: error: sessions[3].steps[0]: a repeat has nothing but repeat or work, and steps\n"},
    {"{work: true, steps: [{kind: run, effort: hard}]}", "{work: true}",
     "44:11: error: sessions[3].steps[0]: steps go together with repeat, or with work: true\n"},
    {"to_percent: 30", "to_percent: 5",
     "52:59: error: sessions[4].finish.to_percent: is less than from_percent\n"},
    {"from_percent: 10, step_percent: 5, to", "from_percent: 10, to",
     "52:11: error: sessions[4].finish: \"step_percent\" is missing\n"},
    {",\n          {kind: run, length: finish, effort: moderate}", "",
     "45:3: error: sessions[4]: finish and a step of length finish go together\n"},
    {"size: work", "size: short",
     "42:9: error: sessions[3].size: \"short\" is not one of work, easy, long, second_long\n"},
    {"when_hilly: hilly-long", "before: warm-up",
     "51:11: error: sessions[4].before: the session library has no \"warm-up\"\n"},
    {"when_hilly: hilly-long", "after: easy-runs",
     "51:10: error: sessions[4].after: the session library has no \"easy-runs\"; did you mean "
     "\"easy-run\"?\n"},
    {"when_hilly: hilly-long", "when_hilly: hilly",
     "51:15: error: sessions[4].when_hilly: the session library has no \"hilly\"\n"},
    {"small_week: \"8:00\"", "small_week: 8",
     "17:52: error: sessions[0].steps[0].small_week: \"8\" should be a time like \"45:30\" or "
     "\"3:30:00\"\n"},
    {"flat_m_per_km: 10, rolling_m_per_km: 20", "flat_m_per_km: 20, rolling_m_per_km: 10",
     "1:48: error: terrain.rolling_m_per_km: is less than flat_m_per_km\n"},
    {", load_new_percent: 110", "", "1:10: error: terrain: \"load_new_percent\" is missing\n"},
    {"needs_hills: true", "instead: easy-run",
     "15:3: error: sessions[0]: unknown key \"instead\"; the keys here are id, kind, title, "
     "effort, terrain, purpose, progress, size, distance_km, dose, finish, climb_per_repeat_m, "
     "climb_m_per_minute, when_hilly, before, after, descent_m, needs_treadmill, needs_hills, "
     "race_descent_least, "
     "duration, notes, "
     "steps\n"},
    {"{from: 100, step: 30, to: 400}", "{from: 500, step: 30, to: 400}",
     "13:40: error: sessions[0].descent_m.to: is less than from\n"},
    {"length: rest", "length: descent",
     "53:31: error: sessions[4].steps[0].length: descent needs a grade_percent below 0\n"},
};

static void mistakes_of_sessions_are_named(void **state)
{
    (void)state;
    FOR_CASES(i, session_mistakes, to) {
        char *wrong = replaced(library_text, &session_mistakes[i]);
        assert_library_mistakes("sessions:\n" EASY, wrong, session_mistakes[i].expected);
        free(wrong);
    }
}

static void mistakes_of_several_files_are_named(void **state)
{
    (void)state;
    assert_library_mistakes(
        "sessions:\n" EASY EASY, TERRAIN "sessions: []\n",
        "3:8: error: sessions[1].id: another session has the id \"easy-run\"\n");
    assert_library_mistakes("sessions:\n" EASY, NULL,
                            "0:0: error: no file here says what is flat: terrain: "
                            "{flat_m_per_km: 10, ...}\n");
    assert_library_mistakes(TERRAIN "sessions: []\n", TERRAIN "sessions: []\n",
                            "1:10: error: terrain: is given in another file already\n");
    assert_library_mistakes(
        TERRAIN "sessions:\n"
                "- {id: a, kind: easy, title: A, purpose: P., duration: \"5:00\"}\n"
                "- {id: b, kind: cross, title: B, purpose: P., distance_km: {least: 5, most: 4}}\n"
                "- {id: c, kind: cross, title: C, purpose: P., duration: 5, steps: [\n"
                "   {kind: run, effort: easy}, {repeat: {from: 3, step: 1, to: 2}, steps: [\n"
                "   {kind: run, effort: easy, duration: \"1:00\", distance_m: 3, pace: fast}]}]}\n",
        NULL,
        "3:3: error: sessions[0]: a run needs an effort and a terrain\n"
        "3:56: error: sessions[0].duration: is for run-walk and what is not run; use steps\n"
        "4:3: error: sessions[1]: run-walk and what is not run need a duration\n"
        "4:77: error: sessions[1].distance_km.most: is less than least\n"
        "5:57: error: sessions[2].duration: \"5\" should be a time like \"45:30\" or \"3:30:00\"\n"
        "6:4: error: sessions[2].steps[0]: needs a duration, a distance_m or a length, and only "
        "one\n"
        "6:63: error: sessions[2].steps[1].repeat.to: is less than from\n"
        "7:4: error: sessions[2].steps[1].steps[0]: needs a duration, a distance_m or a length, "
        "and only one\n"
        "7:69: error: sessions[2].steps[1].steps[0].pace: \"fast\" is not one of easy, marathon, "
        "threshold, interval, repetition, 5k, race; did you mean \"easy\"?\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_library_is_read_from_all_files_of_its_folder),
        cmocka_unit_test(doses_and_finishes_are_read),
        cmocka_unit_test(a_session_is_sized_by_its_kind_or_as_it_says),
        cmocka_unit_test(mistakes_of_sessions_are_named),
        cmocka_unit_test(mistakes_of_several_files_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
