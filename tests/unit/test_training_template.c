/* Training templates beside the file that all share, and what is said of their mistakes. */
#include "template_fixture.h"

#include <limits.h>

/* Every key that the shared file has, a line each. */
static const char common[] =
    "weeks: {least: 3, most: 104}\n"
    "early_race_days: 3\n"
    "goal_faster_percent: 4\n"
    "peak: {percent_of_recent: 130}\n"
    "lighter: {from_percent: 84, to_percent: 91, lost_percent: 3}\n"
    "tune_up: {lighter_after_km: 20, lighter_twice_after_km: 35.5}\n"
    "rest: {easy: easy-run, medium_long: hilly-long, recovery: easy-run, least_km: 3, "
    "medium_long_race_km: 16, medium_long_week_km: 38,\n"
    "  medium_long_runs: 4, medium_long_over_percent: 126, medium_long_of_long_percent: 55, "
    "recovery_easy_runs: 3,\n"
    "  easy_most: [{percent_of_long: 87}, {percent_of_long: 100, where_lost_percent: 12}],\n"
    "  no_long_most_percent: 60, unlike_percent: 10, fill_by_runs: [30, 30, 30, 30, 30, 30, 30], "
    "race_week_fill_percent: "
    "100, race_week_most_percent: 50, race_week_share_by_runs: [7, 6, 5, 4, 3, 2, 1], "
    "race_week_fall_percent: 12, race_week_use_percent: 88, unknown_pace: \"6:30\"}\n"
    "forecast:\n"
    "  most_km: 100\n"
    "  ultra_exponent_percent: 115\n"
    "  hills: {from_m_per_km: 8, full_m_per_km: 15, net_descent_m: 200}\n"
    "  spread: [{times: 1, per_mille: 10}, {times: 2, per_mille: 25}, {times: 4, per_mille: 50}]\n"
    "  weak_plan: {below_percent: 60, per_mille: 50}\n"
    "  by_effort: {from_minutes: 360, per_mille: 100}\n"
    "  goal_faster_percent: 1\n"
    "  days_off: {days: 7, weeks: 16, slower_percent: 5, slower_percent_most: 8}\n"
    "work: {most_percent: 19, tune_up_percent: 60, more_by_runs: [70, 60, 50, 40, 30, 20, 10]}\n"
    "doubles: {week_km: 90, least_km: 5, second_percent: 40}\n"
    "yields: [easy-share, tune-up]\n"
    "run_counts: [{below_km: 20, runs: 1, days: [tue]}, {below_km: 45, runs: 1, days: [sun]}, "
    "{runs: 2, days: [tue, sun]}]\n"
    "wants:\n"
    "  base: [{due: [core]}]\n"
    "  taper: [{due: [long-run], percent: 85}]\n";

/* What every template says for itself. */
static const char marathon[] =
    "name: marathon\n"
    "title: Marathon\n"
    "race_m: {from: 40000, to: 45000}\n"
    "phases: {build: 6, peak: 3, taper: 2}\n"
    "needs: {peak_km: 60, long_km: 28, tight_percent: 80, finish_percent: 55,\n"
    "  hills: {race_m_per_km: 15, percent: 40}, slow: {vdot: 35, percent: 95}, "
    "fast: {vdot: 50, percent: 120}}\n"
    "long_run: {most_km: 32, race_percent: 50, share_by_runs: [100, 60, 50, 45, 40, 38, 36],\n"
    "  grow_percent: 3, grow_to_percent: 112, hills: {race_m_per_km: 5, from_percent: 30, "
    "to_percent: 95, "
    "take_percent: 15},\n"
    "  rise: {race_m_per_km: 8, from_percent: 65, to_percent: 90, over_percent: 102, "
    "most_percent: 125},\n"
    "  levels: [{hills: full}, {hills: home, percent: 90}]}\n"
    "settings: [{rule: hills-and-flats, setting: flat_share, value: 35}]\n"
    "wants:\n"
    "  base: [{due: [long-run]}, {due: [hill-repeats, blocks], instead: [sprints], percent: 60,\n"
    "    runs_at_least: 4, runs_at_most: 6, week_at_least_km: 42, week_below_km: 90.5,\n"
    "    recent_at_least_km: 18, recent_below_km: 70, hard_days: 1, race_descent_at_least: 2,\n"
    "    race_descent_below: 50, race_climb_at_least: 3, race_climb_below: 60,\n"
    "    race_net_descent_at_least: 200, race_net_descent_below: 900, progress_at_least: 20,\n"
    "    every: 2, aim: finish, beside_easy_long: true}]\n"
    "  peak: [{due: [long-run], hills: home, only_without_quality: true}]\n"
    "  recovery:\n";

/* Reads a template beside a file that all share, from a folder like templates/. */
static struct training_template *read_template(const char *shared, const char *own,
                                               const struct session_library *library,
                                               struct error *error)
{
    char folder[] = "/tmp/hillplan-test-XXXXXX", inner[64], paths[2][96];
    const char *const texts[] = {shared, own};
    assert_non_null(mkdtemp(folder));
    snprintf(inner, sizeof inner, "%s/training", folder);
    assert_int_equal(mkdir(inner, 0700), 0);
    snprintf(paths[0], sizeof paths[0], "%s/common.yaml", folder);
    snprintf(paths[1], sizeof paths[1], "%s/test.yaml", inner);
    FOR_COUNT(int, i, 2) {
        FILE *file = fopen(paths[i], "w");
        assert_non_null(file);
        fputs(texts[i], file);
        fclose(file);
    }
    struct training_template *shape = training_template_read(paths[1], library, error);
    unlink(paths[0]);
    unlink(paths[1]);
    rmdir(inner);
    rmdir(folder);
    return shape;
}

struct read {
    struct session_library *library;
    struct training_template *shape;
};

static struct read good_template(const char *shared, const char *own)
{
    struct error error;
    error_init(&error);
    struct read read = {.library = good_library()};
    read.shape = read_template(shared, own, read.library, &error);
    assert_messages(&error, "");
    assert_non_null(read.shape);
    return read;
}

static void release(struct read *read)
{
    training_template_free(read->shape);
    session_library_free(read->library);
}

static void a_training_template_says_what_its_race_asks(void **state)
{
    (void)state;
    struct read read = good_template(common, marathon);
    const struct training_template *shape = read.shape;
    assert_int_equal(shape->race_to_m, 45000);
    assert_int_equal(shape->build_weeks, 6);
    assert_int_equal(shape->recovery_weeks, 0);
    assert_int_equal(shape->needs_peak_m, 60000);
    assert_int_equal(shape->needs_long_m, 28000);
    assert_int_equal(shape->tight_percent, 80);
    assert_int_equal(shape->finish_percent, 55);
    assert_int_equal(shape->needs_hills_m_per_km, 15);
    assert_int_equal(shape->needs_hills_percent, 40);
    assert_int_equal(shape->slow_vdot, 35);
    assert_int_equal(shape->slow_percent, 95);
    assert_int_equal(shape->fast_vdot, 50);
    assert_int_equal(shape->fast_percent, 120);
    const struct long_shape *longest = &shape->long_run;
    assert_int_equal(longest->most_m, 32000);
    assert_int_equal(longest->race_percent, 50);
    assert_int_equal(longest->share[1], 100);
    assert_int_equal(longest->share[7], 36);
    assert_int_equal(longest->grow_percent, 3);
    assert_int_equal(longest->grow_to_percent, 112);
    assert_int_equal(longest->hills_race_m_per_km, 5);
    assert_int_equal(longest->hills_from_percent, 30);
    assert_int_equal(longest->hills_to_percent, 95);
    assert_int_equal(longest->hills_take_percent, 15);
    assert_int_equal(longest->rise_race_m_per_km, 8);
    assert_int_equal(longest->rise_from_percent, 65);
    assert_int_equal(longest->rise_to_percent, 90);
    assert_int_equal(longest->rise_over_percent, 102);
    assert_int_equal(longest->rise_most_percent, 125);
    assert_int_equal(longest->level_count, 2);
    assert_int_equal(longest->levels[0].hills, LONG_HILLS_FULL);
    assert_int_equal(longest->levels[0].percent, 100);
    assert_int_equal(longest->levels[1].hills, LONG_HILLS_HOME);
    assert_int_equal(longest->levels[1].percent, 90);
    assert_string_equal(shape->settings[0].value, "35");
    assert_int_equal(shape->settings[0].line, 11);
    release(&read);
}

static void wants_name_sessions_and_where_they_are_due(void **state)
{
    (void)state;
    struct read read = good_template(common, marathon);
    const struct menu *base = &read.shape->menus[MENU_BASE];
    assert_int_equal(base->want_count, 2);
    const struct want *plain = &base->wants[0], *want = &base->wants[1];
    assert_int_equal(plain->percent, 100);
    assert_int_equal(plain->most_hills, LONG_HILLS_FULL);
    assert_int_equal(plain->instead_count, 0);
    assert_false(plain->only_without_quality);
    assert_false(plain->beside_easy_long);
    assert_int_equal(plain->needs.runs_at_most, DAYS_PER_WEEK);
    assert_int_equal(plain->needs.week_below_m, INT_MAX);
    assert_int_equal(plain->needs.race_descent_below, INT_MAX);
    assert_int_equal(plain->needs.race_climb_below, INT_MAX);
    assert_int_equal(plain->needs.race_net_descent_at_least, INT_MIN);
    assert_int_equal(plain->needs.race_net_descent_below, INT_MAX);
    assert_int_equal(plain->needs.recent_below_m, INT_MAX);
    assert_int_equal(plain->needs.progress_at_least, 0);
    assert_int_equal(plain->needs.every, 1);
    assert_false(plain->needs.is_before_lighter);
    assert_int_equal(plain->needs.aim, RACE_AIM_NONE);
    assert_int_equal(want->due_count, 2);
    assert_ptr_equal(want->due[0], session_library_find(read.library, "hill-repeats"));
    assert_ptr_equal(want->due[1], session_library_find(read.library, "blocks"));
    assert_ptr_equal(want->instead[0], session_library_find(read.library, "sprints"));
    assert_int_equal(want->percent, 60);
    const struct want_needs *needs = &want->needs;
    assert_int_equal(needs->runs_at_least, 4);
    assert_int_equal(needs->runs_at_most, 6);
    assert_int_equal(needs->week_at_least_m, 42000);
    assert_int_equal(needs->week_below_m, 90500);
    assert_int_equal(needs->recent_at_least_m, 18000);
    assert_int_equal(needs->hard_days, 1);
    assert_int_equal(needs->race_descent_at_least, 2);
    assert_int_equal(needs->race_descent_below, 50);
    assert_int_equal(needs->race_climb_at_least, 3);
    assert_int_equal(needs->race_climb_below, 60);
    assert_int_equal(needs->race_net_descent_at_least, 200);
    assert_int_equal(needs->race_net_descent_below, 900);
    assert_int_equal(needs->recent_below_m, 70000);
    assert_int_equal(needs->progress_at_least, 20);
    assert_int_equal(needs->every, 2);
    assert_int_equal(needs->aim, AIM_FINISH);
    assert_true(want->beside_easy_long);
    const struct want *peak = read.shape->menus[MENU_PEAK].wants;
    assert_int_equal(peak->most_hills, LONG_HILLS_HOME);
    assert_true(peak->only_without_quality);
    release(&read);
}

static void what_a_template_leaves_out_is_shared_by_all(void **state)
{
    (void)state;
    struct read read = good_template(common, marathon);
    const struct training_template *shape = read.shape;
    const struct rest_shape *rest = &shape->rest;
    assert_int_equal(shape->least_weeks, 3);
    assert_int_equal(shape->most_weeks, 104);
    assert_int_equal(shape->early_race_days, 3);
    assert_int_equal(shape->goal_faster_percent, 4);
    assert_int_equal(shape->peak_percent_of_recent, 130);
    assert_int_equal(shape->lighter.from_percent, 84);
    assert_int_equal(shape->lighter.to_percent, 91);
    assert_int_equal(shape->lighter.lost_percent, 3);
    assert_int_equal(shape->lighter_after_m, 20000);
    assert_int_equal(shape->lighter_twice_after_m, 35500);
    assert_ptr_equal(rest->easy, session_library_find(read.library, "easy-run"));
    assert_ptr_equal(rest->medium_long, session_library_find(read.library, "hilly-long"));
    assert_ptr_equal(rest->recovery, rest->easy);
    assert_int_equal(rest->least_m, 3000);
    assert_int_equal(rest->medium_long_race_m, 16000);
    assert_int_equal(rest->medium_long_week_m, 38000);
    assert_int_equal(rest->medium_long_runs, 4);
    assert_int_equal(rest->medium_long_over_percent, 126);
    assert_int_equal(rest->medium_long_of_long_percent, 55);
    assert_int_equal(rest->recovery_runs, 3);
    assert_int_equal(rest->bound_count, 2);
    assert_int_equal(rest->bounds[0].percent, 87);
    assert_int_equal(rest->bounds[0].lost_percent, 0);
    assert_int_equal(rest->bounds[1].lost_percent, 12);
    assert_int_equal(rest->unlike_percent, 10);
    assert_int_equal(rest->fill[4], 30);
    assert_int_equal(rest->race_week_fill_percent, 100);
    assert_int_equal(rest->race_week_use_percent, 88);
    assert_int_equal(rest->race_week_most_percent, 50);
    assert_int_equal(rest->race_week_fall_percent, 12);
    FOR_COUNT(int, runs, 7) {
        assert_int_equal(rest->race_week_share[runs + 1], 7 - runs);
    }
    assert_int_equal(rest->unknown_pace_s_per_km, 390);
    assert_int_equal(shape->forecast.most_m, 100000);
    assert_int_equal(shape->forecast.ultra_exponent_percent, 115);
    assert_int_equal(shape->forecast.hills_from_m_per_km, 8);
    assert_int_equal(shape->forecast.hills_full_m_per_km, 15);
    assert_int_equal(shape->forecast.net_descent_m, 200);
    assert_int_equal(shape->forecast.spreads[2].times, 4);
    assert_int_equal(shape->forecast.spreads[2].per_mille, 50);
    assert_int_equal(shape->forecast.weak_percent, 60);
    assert_int_equal(shape->forecast.weak_per_mille, 50);
    assert_int_equal(shape->forecast.effort_minutes, 360);
    assert_int_equal(shape->forecast.effort_per_mille, 100);
    assert_int_equal(shape->forecast.goal_faster_percent, 1);
    assert_int_equal(shape->forecast.days_off_least, 7);
    assert_int_equal(shape->forecast.days_off_weeks, 16);
    assert_int_equal(shape->forecast.slower_least, 5);
    assert_int_equal(shape->forecast.slower_most, 8);
    assert_int_equal(shape->work_most_percent, 19);
    assert_int_equal(shape->work_tune_up_percent, 60);
    assert_int_equal(shape->yield_count, 2);
    assert_string_equal(shape->yields[1], "tune-up");
    assert_int_equal(shape->run_counts[1].below_m, 45000);
    assert_int_equal(shape->run_counts[2].below_m, INT_MAX);
    assert_int_equal(shape->menus[MENU_BASE].want_count, 2);
    assert_int_equal(shape->menus[MENU_TAPER].want_count, 1);
    assert_int_equal(shape->menus[MENU_TAPER].wants[0].percent, 85);
    assert_int_equal(shape->menus[MENU_RECOVERY].want_count, 0);
    release(&read);
}

static void what_a_template_says_itself_stands_instead(void **state)
{
    (void)state;
    static const char own[] =
        "weeks: {least: 5, most: 50}\n"
        "early_race_days: 0\n"
        "goal_faster_percent: 0\n"
        "peak: {percent_of_recent: 200}\n"
        "lighter: {from_percent: 70, to_percent: 80, lost_percent: 0}\n"
        "tune_up: {lighter_after_km: 1, lighter_twice_after_km: 2}\n"
        "rest: {easy: long-run, least_km: 1, medium_long_race_km: 5, medium_long_week_km: 2, "
        "medium_long_runs: 3,\n"
        "  medium_long_over_percent: 4, medium_long_of_long_percent: 50, recovery_easy_runs: 2,\n"
        "  easy_most: [{percent_of_long: 5}], no_long_most_percent: "
        "8,\n"
        "  unlike_percent: 6,\n"
        "  fill_by_runs: [7, 7, 7, 7, 7, 7, 7], race_week_fill_percent: 8, race_week_most_percent: "
        "9,\n"
        "  race_week_share_by_runs: [1, 1, 1, 1, 1, 1, 1], "
        "race_week_fall_percent: 2, race_week_use_percent: 9, unknown_pace: \"5:00\"}\n"
        "forecast: {most_km: 50, ultra_exponent_percent: 110, hills: {from_m_per_km: 1, "
        "full_m_per_km: 1, net_descent_m: 2},\n"
        "  spread: [{times: 1, per_mille: 5}], weak_plan: {below_percent: 50, per_mille: 6},\n"
        "  by_effort: {from_minutes: 60, per_mille: 7}, goal_faster_percent: 0,\n"
        "  days_off: {days: 9, weeks: 8, slower_percent: 3, slower_percent_most: 4}}\n"
        "work: {most_percent: 9, tune_up_percent: 8, more_by_runs: [1, 1, 1, 1, 1, 1, 1]}\n"
        "yields: []\n"
        "run_counts: [{runs: 2, days: [tue, sun]}]\n";
    struct text text = TEXT_INIT;
    text_printf(&text, "%s%s", own, marathon);
    struct read read = good_template(common, text.data);
    const struct training_template *shape = read.shape;
    assert_int_equal(shape->least_weeks, 5);
    assert_int_equal(shape->most_weeks, 50);
    assert_int_equal(shape->early_race_days, 0);
    assert_int_equal(shape->goal_faster_percent, 0);
    assert_int_equal(shape->peak_percent_of_recent, 200);
    assert_int_equal(shape->lighter.from_percent, 70);
    assert_int_equal(shape->lighter_after_m, 1000);
    assert_int_equal(shape->lighter_twice_after_m, 2000);
    assert_ptr_equal(shape->rest.easy, session_library_find(read.library, "long-run"));
    assert_null(shape->rest.medium_long);
    assert_null(shape->rest.recovery);
    assert_int_equal(shape->rest.bound_count, 1);
    assert_int_equal(shape->rest.unknown_pace_s_per_km, 300);
    assert_int_equal(shape->forecast.most_m, 50000);
    assert_int_equal(shape->forecast.spread_count, 1);
    assert_int_equal(shape->forecast.weak_per_mille, 6);
    assert_int_equal(shape->work_most_percent, 9);
    assert_int_equal(shape->work_tune_up_percent, 8);
    assert_int_equal(shape->yield_count, 0);
    assert_int_equal(shape->run_count_rows, 1);
    release(&read);
    text_release(&text);
}

/* --- mistakes --- */

static void assert_template_mistake(const struct mistake *mistake, bool is_shared)
{
    struct error error;
    error_init(&error);
    struct session_library *library = good_library();
    char *wrong = replaced(is_shared ? common : marathon, mistake);
    assert_null(
        read_template(is_shared ? wrong : common, is_shared ? marathon : wrong, library, &error));
    FOR_COUNT(size_t, i, error.count)
        assert_true(strstr(error.messages[i].file, is_shared ? "common.yaml" : "test.yaml"));
    assert_messages(&error, mistake->expected);
    free(wrong);
    session_library_free(library);
}

static const struct mistake template_mistakes[] = {
    {"hill-repeats, blocks", "hill-repeat, blocks",
     "13:36: error: wants.base[1].due[0]: the session library has no \"hill-repeat\"; did you mean "
     "\"hill-repeats\"?\n"},
    {"[hill-repeats, blocks]", "[hill-rep]",
     "13:36: error: wants.base[1].due[0]: the session library has no \"hill-rep\"\n"},
    {"instead: [sprints]", "instead: [sprint]",
     "13:69: error: wants.base[1].instead[0]: the session library has no \"sprint\"; did you mean "
     "\"sprints\"?\n"},
    {"[hill-repeats, blocks]", "[hill-repeats, long-run]",
     "13:29: error: wants.base[1]: \"hill-repeats\" and \"long-run\" are not sized alike, so they "
     "can't take turns\n"},
    {"to: 45000", "to: 30000", "3:27: error: race_m.to: is less than what it goes up from\n"},
    {"38, 36]", "38]", "7:58: error: long_run.share_by_runs: needs exactly 7 entries, has 6\n"},
    {"40, 38", "400, 38",
     "7:76: error: long_run.share_by_runs[4]: 400 is out of range; it may be 1 to 100\n"},
    {"title: Marathon\n", "titel: Marathon\n",
     "2:1: error: unknown key \"titel\"; did you mean \"title\"?\n"},
    {"levels: [{hills: full}, {hills: home, percent: 90}]", "levels: []",
     "10:11: error: long_run.levels: needs 1 or more entries, has 0\n"},
    {"{hills: full}", "{hills: steep}",
     "10:20: error: long_run.levels[0].hills: \"steep\" is not one of full, no_load, rolling, "
     "home\n"},
    {"{hills: home, percent: 90}", "{percent: 101}",
     "10:27: error: long_run.levels[1]: \"hills\" is missing\n"
     "10:37: error: long_run.levels[1].percent: 101 is out of range; it may be 1 to 100\n"},
    {", fast: {vdot: 50, percent: 120}", ", fast: {vdot: 50}",
     "6:81: error: needs.fast: \"percent\" is missing\n"},
    {"grow_percent: 3, ", "", "7:11: error: long_run: \"grow_percent\" is missing\n"},
    {", take_percent: 15", "", "8:49: error: long_run.hills: \"take_percent\" is missing\n"},
    {"rise: {race_m_per_km: 8, from_percent: 65, to_percent: 90, over_percent: 102, "
     "most_percent: 125},",
     "rise: {},",
     "9:9: error: long_run.rise: \"race_m_per_km\" is missing\n"
     "9:9: error: long_run.rise: \"from_percent\" is missing\n"
     "9:9: error: long_run.rise: \"to_percent\" is missing\n"
     "9:9: error: long_run.rise: \"over_percent\" is missing\n"
     "9:9: error: long_run.rise: \"most_percent\" is missing\n"},
    {"phases: {build: 6, peak: 3, taper: 2}", "phases: {build: six, taper: 2}",
     "4:9: error: phases: \"peak\" is missing\n"
     "4:17: error: phases.build: should be a whole number, is \"six\"\n"},
    {"wants:\n", "menus:\n",
     "1:1: error: \"wants\" is missing\n"
     "12:1: error: unknown key \"menus\"; the keys here are name, title, race_m, weeks, phases, "
     "early_race_days, goal_faster_percent, lighter, peak, tune_up, long_run, rest, forecast, "
     "work, "
     "doubles, needs, "
     "run_counts, yields, settings, wants\n"},
    {"race_net_descent_at_least: 200", "race_net_descent: 200",
     "17:5: error: wants.base[1]: unknown key \"race_net_descent\"; the keys here are due, "
     "instead, percent, hills, only_without_quality, beside_easy_long, runs_at_least, "
     "runs_at_most, "
     "week_at_least_km, week_below_km, recent_at_least_km, recent_below_km, hard_days, "
     "race_descent_at_least, race_descent_below, race_climb_at_least, race_climb_below, "
     "race_net_descent_at_least, race_net_descent_below, progress_at_least, every, "
     "before_lighter, aim\n"},
    {"hard_days: 1", "hard_days: 8",
     "15:61: error: wants.base[1].hard_days: 8 is out of range; it may be 0 to 7\n"},
    {"every: 2", "every: 0",
     "18:12: error: wants.base[1].every: 0 is out of range; it may be 1 to 20\n"},
    {"hills: home, only", "hills: down, only",
     "19:35: error: wants.peak[0].hills: \"down\" is not one of full, no_load, rolling, home\n"},
    {"only_without_quality: true", "only_without_quality: 3",
     "19:63: error: wants.peak[0].only_without_quality: should be true or false, is \"3\"\n"},
    {"runs_at_least: 4", "runs_at_least: 8",
     "14:20: error: wants.base[1].runs_at_least: 8 is out of range; it may be 0 to 7\n"},
    {"week_below_km: 90.5", "week_below_km: far",
     "14:77: error: wants.base[1].week_below_km: \"far\" should be a number like 8 or 8.5, with at "
     "most 3 decimals\n"},
    {"due: [long-run]}, ", "due: []}, ",
     "13:16: error: wants.base[0].due: needs 1 or more entries, has 0\n"},
};

static void mistakes_of_templates_are_named(void **state)
{
    (void)state;
    FOR_CASES(i, template_mistakes, to)
        assert_template_mistake(&template_mistakes[i], false);
}

static const struct mistake shared_mistakes[] = {
    {"easy: easy-run", "easy: jog", "7:14: error: rest.easy: the session library has no \"jog\"\n"},
    {"recovery: easy-run", "recovery: easy-rum",
     "7:59: error: rest.recovery: the session library has no \"easy-rum\"; did you mean "
     "\"easy-run\"?\n"},
    {"weeks: {least: 3, most: 104}", "weeks: {least: 30, most: 10}",
     "1:26: error: weeks.most: is less than what it goes up from\n"},
    {"weeks: {least: 3, most: 104}\n", "", "1:1: error: \"weeks\" is missing\n"},
    {"lighter_twice_after_km: 35.5", "lighter_twice_after: 35.5",
     "6:33: error: tune_up: unknown key \"lighter_twice_after\"; did you mean "
     "\"lighter_twice_after_km\"?\n"},
    {"{percent_of_long: 87}", "{}",
     "9:15: error: rest.easy_most[0]: \"percent_of_long\" is missing\n"},
    {"unknown_pace: \"6:30\"", "unknown_pace: \"60:30\"",
     "10:267: error: rest.unknown_pace: 1:00:30 is out of range; it may be 2:00 to 30:00\n"},
    {"fill_by_runs: [30, 30, 30, 30, 30, 30, 30], ", "",
     "7:7: error: rest: \"fill_by_runs\" is missing\n"},
    {"from_m_per_km: 8, full_m_per_km: 15", "from_m_per_km: 18, full_m_per_km: 15",
     "14:45: error: forecast.hills.full_m_per_km: is less than what it goes up from\n"},
    {"{times: 2, per_mille: 25}", "{times: 1, per_mille: 25}",
     "15:47: error: forecast.spread[1].times: should be above that of the row before\n"},
    {"work: {most_percent: 19", "work: {most_percent: 190",
     "20:22: error: work.most_percent: 190 is out of range; it may be 1 to 100\n"},
    {"yields: [easy-share, tune-up]", "yields: easy-share",
     "22:9: error: yields: should be a list, is a single value\n"},
    {"{below_km: 45, runs: 1, days: [sun]}, {runs: 2",
     "{runs: 8, days: [sun]}, {below_km: 15, runs: 3",
     "23:52: error: run_counts[1]: needs a below_km; only the last row has none\n"
     "23:59: error: run_counts[1].runs: 8 is out of range; it may be 1 to 7\n"
     "23:87: error: run_counts[2].below_km: the last row is for all who run more; it has no "
     "below_km\n"
     "23:106: error: run_counts[2].days: should be at least as many as the runs\n"},
    {"due: [core]", "due: [cores]",
     "25:17: error: wants.base[0].due[0]: the session library has no \"cores\"; did you mean "
     "\"core\"?\n"},
    {"run_counts", "run_count",
     "23:1: error: unknown key \"run_count\"; did you mean \"run_counts\"?\n"},
};

static void mistakes_of_what_all_share_are_named_in_its_file(void **state)
{
    (void)state;
    FOR_CASES(i, shared_mistakes, to)
        assert_template_mistake(&shared_mistakes[i], true);
}

/* The key is no part of what a file of that kind holds. */
static void the_shared_file_is_no_template(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    struct session_library *library = good_library();
    struct text text = TEXT_INIT;
    text_printf(&text, "name: all\n%s", common);
    assert_null(read_template(text.data, marathon, library, &error));
    assert_messages(&error,
                    "1:1: error: unknown key \"name\"; the keys here are weeks, early_race_days, "
                    "goal_faster_percent, lighter, peak, tune_up, rest, forecast, work, doubles, "
                    "run_counts, yields, wants\n");
    text_release(&text);
    session_library_free(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_training_template_says_what_its_race_asks),
        cmocka_unit_test(wants_name_sessions_and_where_they_are_due),
        cmocka_unit_test(what_a_template_leaves_out_is_shared_by_all),
        cmocka_unit_test(what_a_template_says_itself_stands_instead),
        cmocka_unit_test(mistakes_of_templates_are_named),
        cmocka_unit_test(mistakes_of_what_all_share_are_named_in_its_file),
        cmocka_unit_test(the_shared_file_is_no_template),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
