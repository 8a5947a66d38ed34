/* Templates: the session library, training templates, and what is said of their mistakes. */
#include "files_fixture.h"

#include <limits.h>
#include <sys/stat.h>

#include "files/template_file.h"

#define TERRAIN "terrain: {flat_m_per_km: 10, rolling_m_per_km: 20}\n"
#define EASY                                                                                       \
    "- {id: easy-run, kind: easy, title: Easy run, effort: easy, terrain: flat, purpose: Rest.}\n"

static const char hills[] =
    TERRAIN "sessions:\n"
            "- id: hill-repeats\n"
            "  kind: uphill\n"
            "  title: Hill repeats\n"
            "  effort: hard\n"
            "  terrain: uphill\n"
            "  purpose: Strength.\n"
            "  progress: One more each time.\n"
            "  share: 18\n"
            "  distance_km: {least: 5, most: 14.5}\n"
            "  climb_per_repeat_m: 15\n"
            "  race_hills: 60\n"
            "  descent_m: {from: 100, step: 30, to: 400}\n"
            "  race_descent_least: 10\n"
            "  needs_hills: true\n"
            "  instead: easy-run\n"
            "  steps:\n"
            "  - {kind: warm_up, duration: \"15:00\", effort: easy, pace: easy}\n"
            "  - repeat: {from: 4, step: 1, to: 10}\n"
            "    steps: [{kind: run, duration: \"0:45\", effort: hard, pace: interval},\n"
            "            {kind: recovery, distance_m: 200, effort: easy}]\n"
            "- {id: core, kind: strength, title: Core, purpose: Trunk., duration: \"20:00\"}\n";

static const char marathon[] =
    "name: marathon\n"
    "title: Marathon\n"
    "race_m: {from: 40000, to: 45000}\n"
    "weeks: {least: 3, most: 104}\n"
    "phases: {build: 6, peak: 3, taper: 2}\n"
    "early_race_days: 3\n"
    "peak: {percent_of_recent: 175, least_km: 40, most_km: 110}\n"
    "long_run: {most_km: 32, share_by_runs: [100, 60, 50, 45, 40, 38, 36], race_percent: 50}\n"
    "easy: {session: easy-run, least_km: 4.5, race_week_most_km: 9, unknown_pace: \"6:30\"}\n"
    "needs: {peak_km: 60, long_km: 28, tight_percent: 80}\n"
    "run_counts: [{below_km: 20, runs: 1, days: [tue]}, {below_km: 45, runs: 1, days: [sun]}, "
    "{runs: 2, days: [tue, sun]}]\n"
    "settings: [{rule: hills-and-flats, setting: flat_share, value: 35}]\n"
    "menus:\n"
    "  base: [{rotate: [easy-run]}, {rotate: [hill-repeats, none], runs_at_least: 4,\n"
    "          week_at_least_km: 42}]\n"
    "  recovery:\n";

/* A folder with the files a.yaml and b.yaml (or only one). */
static char *make_folder(const char *a, const char *b)
{
    char folder[] = "/tmp/hillplan-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    const char *const texts[] = {a, b};
    FOR_VALUES(int, i, 0, i < 2 && texts[i], i++) {
        snprintf(path, sizeof path, "%s/%c.yaml", folder, "ab"[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(texts[i], file);
        fclose(file);
    }
    return strdup(folder);
}

static void remove_folder(char *folder)
{
    char path[64];
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%c.yaml", folder, "ab"[i]);
        unlink(path);
    }
    rmdir(folder);
    free(folder);
}

static struct session_library *read_library(const char *a, const char *b, struct error *error)
{
    char *folder = make_folder(a, b);
    struct session_library *library = session_library_read(folder, error);
    remove_folder(folder);
    return library;
}

static struct session_library *good_library(void)
{
    struct error error;
    error_init(&error);
    struct session_library *library = read_library("sessions:\n" EASY, hills, &error);
    assert_messages(&error, "");
    assert_non_null(library);
    return library;
}

static void assert_library_mistakes(const char *a, const char *b, const char *expected)
{
    struct error error;
    error_init(&error);
    assert_null(read_library(a, b, &error));
    assert_messages(&error, expected);
}

static void a_library_is_read_from_all_files_of_its_folder(void **state)
{
    (void)state;
    struct session_library *library = good_library();
    assert_int_equal(library->recipe_count, 3);
    assert_int_equal(library->flat_most_m_per_km, 10);
    assert_int_equal(library->rolling_most_m_per_km, 20);
    const struct recipe *easy = session_library_find(library, "easy-run");
    assert_int_equal(easy->share, UNKNOWN);
    assert_int_equal(easy->least_m, UNKNOWN);
    assert_int_equal(easy->race_hills, 0);
    assert_int_equal(easy->descent_m.from, 0);
    assert_null(easy->instead);
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
    assert_int_equal(repeats->steps[0].repeat.from, 0);
    assert_int_equal(repeats->steps[1].repeat.to, 10);
    assert_int_equal(repeats->steps[1].steps[0].duration_s, 45);
    assert_int_equal(repeats->steps[1].steps[1].distance_m, 200);
    assert_int_equal(session_library_find(library, "core")->duration_s, 1200);
    session_library_free(library);
}

static void a_training_template_finds_its_sessions(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    struct session_library *library = good_library();
    char *path = fixture_file(marathon, strlen(marathon));
    struct training_template *shape = training_template_read(path, library, &error);
    unlink(path);
    free(path);
    assert_messages(&error, "");
    assert_int_equal(shape->race_to_m, 45000);
    assert_int_equal(shape->recovery_weeks, 0);
    assert_int_equal(shape->long_run_share[1], 100);
    assert_int_equal(shape->long_run_share[7], 36);
    assert_int_equal(shape->easy_least_m, 4500);
    assert_int_equal(shape->unknown_easy_pace_s_per_km, 390);
    assert_int_equal(shape->run_counts[1].below_m, 45000);
    assert_int_equal(shape->run_counts[2].below_m, INT_MAX);
    assert_string_equal(shape->settings[0].value, "35");
    assert_int_equal(shape->settings[0].line, 12);
    assert_ptr_equal(shape->easy_run, session_library_find(library, "easy-run"));
    const struct menu *base = &shape->menus[MENU_BASE];
    assert_int_equal(base->slot_count, 2);
    assert_ptr_equal(base->slots[1].rotate[0], session_library_find(library, "hill-repeats"));
    assert_null(base->slots[1].rotate[1]);
    assert_int_equal(base->slots[1].runs_at_least, 4);
    assert_int_equal(base->slots[1].week_at_least_m, 42000);
    assert_int_equal(shape->menus[MENU_RECOVERY].slot_count, 0);
    training_template_free(shape);
    session_library_free(library);
}

/* The template with one of its texts replaced has these mistakes. */
static void assert_template_mistakes(const char *from, const char *to, const char *expected)
{
    struct error error;
    error_init(&error);
    struct session_library *library = good_library();
    const char *at = strstr(marathon, from);
    assert_non_null(at);
    struct text text = TEXT_INIT;
    text_append_bytes(&text, marathon, (size_t)(at - marathon));
    text_printf(&text, "%s%s", to, at + strlen(from));
    char *path = fixture_file(text.data, text.length);
    assert_null(training_template_read(path, library, &error));
    unlink(path);
    free(path);
    assert_messages(&error, expected);
    text_release(&text);
    session_library_free(library);
}

static void mistakes_of_templates_are_named(void **state)
{
    (void)state;
    assert_template_mistakes("hill-repeats, none", "hill-repeat, core",
                             "14:42: error: menus.base[1].rotate[0]: the session library has no "
                             "\"hill-repeat\"; did you mean \"hill-repeats\"?\n");
    assert_template_mistakes("session: easy-run", "session: jog",
                             "9:17: error: easy.session: the session library has no \"jog\"\n");
    assert_template_mistakes("to: 45000", "to: 30000",
                             "3:27: error: race_m.to: is less than what it goes up from\n");
    assert_template_mistakes("38, 36]", "38]",
                             "8:40: error: long_run.share_by_runs: needs exactly 7 entries, has "
                             "6\n");
    assert_template_mistakes("40, 38", "400, 38",
                             "8:58: error: long_run.share_by_runs[4]: 400 is out of range; it may "
                             "be 1 to 100\n");
    assert_template_mistakes("{below_km: 45, runs: 1, days: [sun]}, {runs: 2",
                             "{runs: 8, days: [sun]}, {below_km: 15, runs: 3",
                             "11:52: error: run_counts[1]: needs a below_km; only the last row has "
                             "none\n"
                             "11:59: error: run_counts[1].runs: 8 is out of range; it may be 1 to "
                             "7\n"
                             "11:87: error: run_counts[2].below_km: the last row is for all who "
                             "run more; it has no below_km\n"
                             "11:106: error: run_counts[2].days: should be at least as many as "
                             "the runs\n");
    assert_template_mistakes("title: Marathon\n", "titel: Marathon\n",
                             "2:1: error: unknown key \"titel\"; did you mean \"title\"?\n");
}

static void mistakes_of_sessions_are_named(void **state)
{
    (void)state;
    assert_library_mistakes(
        "sessions:\n" EASY EASY, TERRAIN "sessions: []\n",
        "3:8: error: sessions[1].id: another session has the id \"easy-run\"\n");
    assert_library_mistakes("sessions:\n" EASY, NULL,
                            "0:0: error: no file here says what is flat: terrain: "
                            "{flat_m_per_km: 10, rolling_m_per_km: 20}\n");
    assert_library_mistakes(
        TERRAIN "sessions:\n"
                "- {id: a, kind: easy, title: A, effort: easy, terrain: flat, purpose: P., "
                "instead: b}\n"
                "- {id: b, kind: easy, title: B, effort: easy, terrain: flat, purpose: P., "
                "instead: a}\n"
                "- {id: d, kind: easy, title: D, effort: easy, terrain: flat, purpose: P., "
                "instead: easy}\n",
        NULL,
        "3:84: error: sessions[0].instead: goes round in a circle\n"
        "4:84: error: sessions[1].instead: goes round in a circle\n"
        "5:84: error: sessions[2].instead: the session library has no \"easy\"\n");
    assert_library_mistakes(
        TERRAIN "sessions:\n"
                "- {id: none, kind: easy, title: A, purpose: P., duration: \"5:00\"}\n"
                "- {id: b, kind: cross, title: B, purpose: P., share: 0, distance_km: {least: 5, "
                "most: 4}}\n"
                "- {id: c, kind: cross, title: C, purpose: P., duration: 5, steps: [\n"
                "   {kind: run, effort: easy}, {repeat: {from: 3, step: 1, to: 2}, steps: [\n"
                "   {kind: run, effort: easy, duration: \"1:00\", distance_m: 3, pace: fast}]}]}\n",
        NULL,
        "3:3: error: sessions[0]: a run needs an effort and a terrain\n"
        "3:8: error: sessions[0].id: \"none\" means no session in menus\n"
        "3:59: error: sessions[0].duration: is for run-walk and what is not run; use steps\n"
        "4:3: error: sessions[1]: run-walk and what is not run need a duration\n"
        "4:54: error: sessions[1].share: 0 is out of range; it may be 1 to 100\n"
        "4:87: error: sessions[1].distance_km.most: is less than least\n"
        "5:57: error: sessions[2].duration: \"5\" should be a time like \"45:30\" or "
        "\"3:30:00\"\n"
        "6:4: error: sessions[2].steps[0]: needs a duration, a distance_m or a length, and only "
        "one\n"
        "6:63: error: sessions[2].steps[1].repeat.to: is less than from\n"
        "7:4: error: sessions[2].steps[1].steps[0]: needs a duration, a distance_m or a length, "
        "and only one\n"
        "7:69: error: sessions[2].steps[1].steps[0].pace: \"fast\" is not one of easy, marathon, "
        "threshold, interval, repetition, race; did you mean \"easy\"?\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_library_is_read_from_all_files_of_its_folder),
        cmocka_unit_test(a_training_template_finds_its_sessions),
        cmocka_unit_test(mistakes_of_templates_are_named),
        cmocka_unit_test(mistakes_of_sessions_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
