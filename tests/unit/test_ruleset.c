/* Views, settings, libraries, the order of rules, and what they answer. */
#include "rules_fixture.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

struct fixture {
    struct plan *plan;
    struct ruleset *rules;
    struct error error;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->plan = fixture_plan(3);
    *state = fixture;
    return fixture == NULL;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    ruleset_free(fixture->rules);
    plan_free(fixture->plan);
    error_release(&fixture->error);
    free(fixture);
    return 0;
}

static void use_rule(struct fixture *fixture, const char *script)
{
    ruleset_free(fixture->rules);
    fixture->rules = fixture_rules(script, fixture->plan);
}

/* Puts an expression over day, plan, set to allow on a day; returns the text it comes out as. */
static const char *value_on(struct fixture *fixture, const char *expression, size_t day)
{
    static struct answer answer;
    char script[1024];
    snprintf(script, sizeof script,
             RULE_HEAD "allow = function(day, plan, set) return false, tostring(%s) end }",
             expression);
    use_rule(fixture, script);
    assert_true(rule_allow(fixture->rules, 0, day / 7, day % 7, &answer, &fixture->error));
    return answer.kind == ANSWER_NOT_JUDGED ? answer.field : answer.because;
}

static void views_read_the_plan_in_place(void **state)
{
    struct fixture *f = *state;
    struct session *run = fixture_run(f->plan, 8, 1250);
    run->kind = SESSION_LONG;
    run->descent_m = 90;
    assert_string_equal(value_on(f, "day.sessions[1].kind", 8), "long");
    assert_string_equal(value_on(f, "day.distance .. ' ' .. day.week.descent_m", 8), "1250 90");
    assert_string_equal(value_on(f, "day.week.runs", 8), "1");
    assert_string_equal(value_on(f, "day.number .. ' ' .. day.week.number", 8), "9 2");
    assert_string_equal(value_on(f, "plan.days[day.number] == day", 8), "true");
    assert_string_equal(value_on(f, "day.weekday", 8), "tue");
    assert_string_equal(value_on(f, "#plan.weeks[3].days", 8), "0");
    assert_string_equal(value_on(f, "plan.weeks[3].kind", 8), "build");
    assert_string_equal(value_on(f, "day.sessions[1].is_run", 8), "true");
    assert_string_equal(value_on(f, "day.sessions[2]", 8), "nil");
    assert_string_equal(value_on(f, "plan.days[0]", 8), "nil");
    run->distance = 1300; /* the same rule sees the change */
    use_rule(f, RULE_HEAD "allow = function(day) return false, '' .. day.distance end }");
    struct answer answer;
    rule_allow(f->rules, 0, 1, 1, &answer, &f->error);
    assert_string_equal(answer.because, "1300");
    run->distance = 700;
    rule_allow(f->rules, 0, 1, 1, &answer, &f->error);
    assert_string_equal(answer.because, "700");
}

static void preferences_are_read_by_day(void **state)
{
    struct fixture *f = *state;
    struct week_preferences *week = &f->plan->preferences;
    static struct days_off away = {FIRST_MONDAY + 9, FIRST_MONDAY + 9, ABSENCE_NONE};
    for (int i = 0; i < DAYS_PER_WEEK; i++)
        week->run_days[i] = i == TUESDAY || i == SUNDAY;
    week->long_run = SUNDAY;
    week->quality[TUESDAY] = true;
    week->unavailable = &away;
    week->unavailable_count = 1;
    plan_find_breaks(f->plan, f->plan->arena);
    assert_string_equal(value_on(f, "#plan.week.run_days .. plan.week.run_days[2]", 0), "2sun");
    assert_string_equal(value_on(f, "plan.week.quality[1]", 0), "tue");
    assert_string_equal(value_on(f, "plan.week.long_run", 0), "sun");
    assert_string_equal(value_on(f, "day.can_run", 1), "true");
    assert_string_equal(value_on(f, "day.can_run", 2), "false");
    assert_string_equal(value_on(f, "day.unavailable", 9), "true");
    assert_string_equal(value_on(f, "day.week.open_days", 9), "2"); /* a day without runs */
    away.first--;                                                   /* Tuesday */
    away.reason = ABSENCE_ILLNESS;
    plan_find_breaks(f->plan, f->plan->arena);
    assert_string_equal(value_on(f, "day.week.open_days", 9), "1");
    assert_string_equal(value_on(f, "#plan.breaks .. plan.breaks[1].reason", 9), "1illness");
    assert_string_equal(value_on(f, "plan.breaks[1].days", 9), "5"); /* to Saturday */
    away.first++;
    plan_find_breaks(f->plan, f->plan->arena);
    assert_string_equal(value_on(f, "day.is_long_run_day", 6), "true");
    assert_string_equal(value_on(f, "day.is_quality_day", 6), "false");
    /* A Wednesday away is no cut, a Tuesday is. */
    assert_string_equal(value_on(f, "plan.weeks[2].is_cut", 0), "false");
    away.first = FIRST_MONDAY + 8;
    assert_string_equal(value_on(f, "plan.weeks[2].is_cut", 0), "true");
    assert_string_equal(value_on(f, "plan.weeks[1].is_cut", 0), "false");
}

static void hills_tell_their_word_or_what_is_listed(void **state)
{
    struct fixture *f = *state;
    static const struct {
        int access;
        const char *told;
    } cases[] = {
        {HILL_SET(HILLS_NONE), "none false false"},
        {HILL_SET(HILLS_TREADMILL), "treadmill true false"},
        {HILL_SET(HILLS_WEEKEND), "weekend false true"},
        {HILL_SET(HILLS_ANY), "any false true"},
        {HILL_SET(HILLS_TREADMILL) | HILL_SET(HILLS_WEEKEND), "several true true"},
        {0, "hills.access"}, /* not judged */
    };
    FOR_CASES(i, cases, told) {
        f->plan->hills.access = cases[i].access;
        assert_string_equal(value_on(f,
                                     "plan.hills.access .. ' ' .. "
                                     "tostring(plan.hills.has_treadmill) .. ' ' .. "
                                     "tostring(plan.hills.has_weekends)",
                                     0),
                            cases[i].told);
    }
}

static void a_tune_up_race_is_one_run_with_those_around_it(void **state)
{
    struct fixture *f = *state;
    static struct session runs[3];
    for (int i = 0; i < 3; i++) {
        runs[i] = *fixture_run(f->plan, 8, 200);
        runs[i].kind = i == 1 ? SESSION_TUNE_UP : SESSION_EASY;
    }
    f->plan->weeks[1].days[1].sessions = runs;
    f->plan->weeks[1].days[1].session_count = 3;
    assert_string_equal(value_on(f, "day.week.runs .. ' ' .. day.week.distance", 8), "1 600");
    runs[1].kind = SESSION_LONG;
    assert_string_equal(value_on(f, "day.week.runs", 8), "3");
}

static void facts_are_numbers_or_texts(void **state)
{
    struct fixture *f = *state;
    static struct named_text facts[] = {
        {"age", "47"},    {"weight", "61.5"}, {"since", "2019-05-01"}, {"name", "inf"},
        {"code", "0x10"}, {"debt", "-3"},     {"a b", "1e3"}};
    f->plan->facts = facts;
    f->plan->fact_count = sizeof facts / sizeof *facts;
    assert_string_equal(value_on(f, "plan.facts.age + 1", 0), "48");
    assert_string_equal(value_on(f, "plan.facts.debt + plan.facts.weight", 0), "58.5");
    assert_string_equal(value_on(f, "plan.facts.since .. plan.facts.name", 0), "2019-05-01inf");
    assert_string_equal(value_on(f, "plan.facts.code .. plan.facts['a b']", 0), "0x101e3");
    assert_string_equal(value_on(f, "plan.facts.shoes", 0), "plan.facts.shoes");
    assert_string_equal(value_on(f, "hillplan.known(plan.facts, 'shoes')", 0), "false");
    assert_string_equal(value_on(f, "hillplan.known(plan.facts, 'age')", 0), "true");
}

static void days_have_a_place_in_the_calendar(void **state)
{
    struct fixture *f = *state;
    char expected[DATE_TEXT_SIZE];
    date_format(FIRST_MONDAY + 9, expected);
    assert_string_equal(
        value_on(f, "string.format('2027-%02d-%02d', day.month, day.day_of_month)", 9), expected);
    assert_string_equal(value_on(f, "day.date - hillplan.date('2026-12-31') - day.day_of_year", 9),
                        "0");
    f->plan->is_undated = true;
    assert_string_equal(value_on(f, "day.month", 9), "day.month");
}

static void the_race_tells_of_its_course_and_its_time(void **state)
{
    struct fixture *f = *state;
    struct race *race = &f->plan->race;
    assert_string_equal(value_on(f, "plan.race.course", 0), "race.course");
    assert_string_equal(value_on(f, "plan.race.expected_time_s", 0), "race.expected_time_s");
    race->expected_time_s = 12600;
    race->course.facts = (struct course_facts){
        .is_known = true,
        .climb_percent = {50, 30, 20},
        .descent_percent = {10, 20, 70},
        .largest_descent = {.start_m = 30000, .length_m = 4000, .metres = 300, .grade_tenths = 75},
    };
    assert_string_equal(value_on(f, "plan.race.expected_time_s", 0), "12600");
    assert_string_equal(value_on(f, "plan.race.course.climb_percent_by_third[1]", 0), "50");
    assert_string_equal(value_on(f, "plan.race.course.descent_percent_by_third[3]", 0), "70");
    assert_string_equal(value_on(f, "#plan.race.course.descent_percent_by_third", 0), "3");
    assert_string_equal(value_on(f, "plan.race.course.largest_descent.grade_percent", 0), "7.5");
    assert_string_equal(value_on(f, "plan.race.course.largest_climb", 0),
                        "race.course.largest_climb");
}

static void every_hook_sees_the_plan_up_to_its_point(void **state)
{
    struct fixture *f = *state;
    struct limits limits;
    struct answer answer;
    for (size_t day = 0; day < 21; day++)
        fixture_run(f->plan, day, 100);
    use_rule(f, RULE_HEAD
             "limit_week = function(week, plan) return { distance = { max = 10 * #plan.days + "
             "#week.days, because = 'x' } } end,"
             "limit_day = function(day, plan) return { distance = { max = 10 * #plan.days + "
             "#day.week.days, because = 'x' } } end,"
             "allow = function(day, plan) return false, #plan.days .. ' ' .. day.week.runs end,"
             "allow_week = function(week, plan) return false, #plan.days .. ' ' .. #week.days end,"
             "prefer = function(day, plan) return 10 * #plan.days + day.week.runs end }");
    assert_true(rule_limit_week(f->rules, 0, 1, &limits, &answer, &f->error));
    assert_int_equal(limits.of[LIMIT_DISTANCE].max, 70);
    assert_true(rule_limit_day(f->rules, 0, 1, 2, &limits, &answer, &f->error));
    assert_int_equal(limits.of[LIMIT_DISTANCE].max, 92);
    assert_true(rule_allow(f->rules, 0, 1, 2, &answer, &f->error));
    assert_string_equal(answer.because, "10 3");
    assert_true(rule_allow_week(f->rules, 0, 1, &answer, &f->error));
    assert_string_equal(answer.because, "14 7");
    assert_true(rule_prefer(f->rules, 0, 1, 2, &answer, &f->error));
    assert_int_equal(answer.score, 103);
}

static void steps_and_repeats_are_read(void **state)
{
    struct fixture *f = *state;
    struct session *run = fixture_run(f->plan, 0, 800);
    struct step parts[2] = {step_unknown(), step_unknown()};
    struct step steps[2] = {step_unknown(), step_unknown()};
    parts[0].kind = STEP_RUN;
    parts[0].effort = EFFORT_HARD;
    parts[0].duration_s = 60;
    parts[1].kind = STEP_RECOVERY;
    steps[0].kind = STEP_WARM_UP;
    steps[1].repeat = 6;
    steps[1].steps = parts;
    steps[1].step_count = 2;
    run->steps = steps;
    run->step_count = 2;
    assert_string_equal(value_on(f, "#day.sessions[1].steps", 0), "2");
    assert_string_equal(value_on(f, "day.sessions[1].steps[1].kind", 0), "warm_up");
    assert_string_equal(value_on(f, "#day.sessions[1].steps[1].steps", 0), "0");
    assert_string_equal(value_on(f, "day.sessions[1].steps[2].times", 0), "6");
    assert_string_equal(value_on(f, "day.sessions[1].steps[2].steps[1].effort", 0), "hard");
    assert_string_equal(value_on(f, "day.sessions[1].steps[2].steps[2].kind", 0), "recovery");
    assert_string_equal(value_on(f, "#day.sessions[1].steps[2].steps", 0), "2");
    assert_string_equal(value_on(f, "#day.sessions[1].steps[2].steps[1].steps", 0), "0");
    assert_string_equal(value_on(f, "day.sessions[1].steps[2].steps[2].effort", 0), "step.effort");
}

static void spans_of_days_are_searched_up_to_the_day_that_is_asked_about(void **state)
{
    struct fixture *f = *state;
    static const char largest[] = "table.concat({hillplan.largest('descent_m', day.date - 9, "
                                  "day.date + 9)}, ' ')";
    static const char latest[] = "table.concat({hillplan.latest('downhill', day.date - 9, "
                                 "day.date - 1)}, ' ')";
    assert_string_equal(value_on(f, "(hillplan.latest('downhill', 0, day.date))", 9), "nil");
    struct session *early = fixture_run(f->plan, 0, 800), *late = fixture_run(f->plan, 5, 900);
    fixture_run(f->plan, 10, 1000)->descent_m = 999; /* not reached yet */
    early->kind = SESSION_DOWNHILL;
    early->descent_m = 80;
    late->descent_m = 120;
    assert_string_equal(value_on(f, largest, 9), "120 0");
    assert_string_equal(value_on(f, latest, 9), "20822 0");
    assert_string_equal(value_on(f, "hillplan.date('2027-01-04')", 9), "20822");
    late->kind = SESSION_DOWNHILL;
    assert_string_equal(value_on(f, latest, 9), "20827 0");
    late->kind = SESSION_KIND_NONE;
    late->descent_m = UNKNOWN;
    assert_string_equal(value_on(f, largest, 9), "80 1");
    assert_string_equal(value_on(f, latest, 9), "20822 1");
    assert_string_equal(value_on(f, "hillplan.latest('downhill', day.date, 0)", 9), "nil");
    assert_string_equal(
        value_on(f, "select(2, pcall(hillplan.latest, 'down', day.date, day.date))", 9),
        "bad argument #1 to '?' (invalid option 'down')");
}

static void a_lacking_value_ends_the_call_as_not_judged(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 1, 800)->descent_m = UNKNOWN;
    assert_string_equal(value_on(f, "day.sessions[1].descent_m", 1), "session.descent_m");
    assert_string_equal(value_on(f, "plan.runner.usual_descent_m", 1), "runner.usual_descent_m");
    assert_string_equal(value_on(f, "plan.runner.last_downhill", 1), "runner.last_downhill");
    assert_string_equal(value_on(f, "hillplan.known(plan.runner, 'vdot')", 1), "false");
    assert_string_equal(value_on(f, "hillplan.known(day, 'descent_m')", 1), "false");
    assert_string_equal(value_on(f, "hillplan.known(day, 'distance')", 1), "true");
    use_rule(f, RULE_HEAD "allow = function(day, plan) pcall(function() return "
                          "day.week.descent_m end) return false, 'caught' end }");
    struct answer answer;
    assert_true(rule_allow(f->rules, 0, 0, 3, &answer, &f->error));
    assert_int_equal(answer.kind, ANSWER_NOT_JUDGED);
    assert_string_equal(answer.field, "session.descent_m");
    assert_int_equal(answer.date, FIRST_MONDAY + 1); /* the day that lacks it */
}

static void the_api_counts_in_the_plans_unit(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(value_on(f, "hillplan.km(15)", 0), "1500");
    assert_string_equal(value_on(f, "hillplan.km(42.195)", 0), "4219");
    f->plan->units = UNITS_MI;
    assert_string_equal(value_on(f, "hillplan.km(15)", 0), "932");
    assert_string_equal(value_on(f, "hillplan.m(1610)", 0), "100");
    assert_string_equal(value_on(f, "hillplan.to_m(100)", 0), "1609");
    assert_string_equal(value_on(f, "hillplan.distance_text(4250)", 0), "{42.5 mi}");
    assert_string_equal(value_on(f, "hillplan.elevation_text(100)", 0), "{100 m}");
    assert_string_equal(value_on(f, "hillplan.percent_text(110)", 0), "{110 %}");
    assert_string_equal(value_on(f, "hillplan.count_text(7)", 0), "{7}");
    assert_string_equal(value_on(f, "hillplan.time_text(2700)", 0), "{45 min}");
    assert_string_equal(value_on(f, "hillplan.time_text(2701)", 0), "{45:01}");
    assert_string_equal(value_on(f, "hillplan.pace_text(320)", 0), "{5:20 /mi}");
    assert_string_equal(value_on(f, "hillplan.name_text('Long run')", 0), "{Long run}");
    assert_string_equal(value_on(f, "hillplan.name_text('10 km {x}')", 0), "10 km {{x}");
    assert_string_equal(value_on(f, "hillplan.date_text(day.date + 1)", 0), "2027-01-05");
    assert_string_equal(value_on(f, "hillplan.date('2027-01-04') == day.date", 0), "true");
    assert_string_equal(value_on(f, "hillplan.weekday_name(day.date)", 0), "{mon}");
    assert_string_equal(value_on(f, "hillplan.day_text(day.date + 8)", 0), "{tue 2027-01-12}");
    f->plan->is_undated = true;
    assert_string_equal(value_on(f, "hillplan.day_text(day.date + 8)", 0), "{tue of week 2}");
    assert_string_equal(value_on(f, "hillplan.date_text(day.date)", 0), "day.date");
    f->plan->race.distance.metres = 42195;
    assert_string_equal(value_on(f, "plan.race.distance", 0), "2622");
}

static void long_reasons_end_after_a_whole_character(void **state)
{
    struct fixture *f = *state;
    const char *because = value_on(f, "'x' .. string.rep('é', 500)", 0);
    size_t bad;
    assert_true(utf8_is_valid(because, strlen(because), &bad));
    assert_in_range(strlen(because), 248, 255);
}

static void used_up_budgets_are_limits_of_nothing(void **state)
{
    struct fixture *f = *state;
    struct limits limits;
    struct answer answer;
    use_rule(f,
             RULE_HEAD "limit_week = function() return { climb_m = { max = -5, because = 'spent' "
                       "}, runs = { max = 3, because = 'few' } } end }");
    assert_true(rule_limit_week(f->rules, 0, 0, &limits, &answer, &f->error));
    assert_int_equal(limits.of[LIMIT_CLIMB_M].max, 0);
    assert_string_equal(limits.of[LIMIT_CLIMB_M].because, "spent");
    assert_string_equal(limits.of[LIMIT_RUNS].because, "few");
    assert_int_equal(limits.of[LIMIT_DISTANCE].max, INT_MAX);
}

/* ---- settings ---- */

#define SETTINGS_RULE                                                                              \
    RULE_HEAD "settings = { days = { default = 2, min = 2, max = 5, unit = 'days' },"              \
              " way = { default = 'near', choices = { 'near', 'far' } },"                          \
              " runs = { default = function(plan) return #plan.weeks end },"                       \
              " fast = { default = function(plan) return plan.paces.easy_fast end } },"            \
              "allow = function(_, _, set) return false, set.days .. set.way .. set.runs end,"     \
              "prefer = function(_, _, set) return set.fast end }"

static bool give(struct fixture *f, const char *setting, const char *value)
{
    struct rule_setting given = {"test", setting, value, 4, 7};
    return ruleset_set(f->rules, &given, "profile.yaml", &f->error);
}

static void settings_in_force_are_given_ones_or_defaults(void **state)
{
    struct fixture *f = *state;
    struct answer answer;
    use_rule(f, SETTINGS_RULE);
    assert_true(rule_allow(f->rules, 0, 0, 0, &answer, &f->error));
    assert_string_equal(answer.because, "2near3");
    assert_true(give(f, "days", "4"));
    assert_true(give(f, "days", "5")); /* the later one wins */
    assert_true(give(f, "way", "far"));
    assert_true(ruleset_bind(f->rules, f->plan, &f->error));
    assert_true(rule_allow(f->rules, 0, 0, 0, &answer, &f->error));
    assert_string_equal(answer.because, "5far3");
    assert_int_equal(ruleset_setting(f->rules, "test", "days", -1), 5);
    assert_int_equal(ruleset_setting(f->rules, "test", "way", -1), -1);
    assert_int_equal(ruleset_setting(f->rules, "other", "days", -1), -1);
    /* Settings are ordered by name. */
    const struct rule_info *info = ruleset_info(f->rules, 0);
    assert_int_equal(info->setting_count, 4);
    assert_string_equal(info->settings[0].name, "days");
    assert_string_equal(info->settings[0].value, "5");
    assert_string_equal(info->settings[0].default_value, "2");
    assert_string_equal(info->settings[2].value, "3");
    assert_null(info->settings[2].default_value);
}

static void a_default_that_the_plan_cannot_give_is_not_judged(void **state)
{
    struct fixture *f = *state;
    struct answer answer;
    use_rule(f, SETTINGS_RULE);
    assert_true(rule_prefer(f->rules, 0, 0, 0, &answer, &f->error));
    assert_int_equal(answer.kind, ANSWER_NOT_JUDGED);
    assert_string_equal(answer.field, "paces.easy_fast");
}

static void wrong_settings_are_told_with_place_and_range(void **state)
{
    struct fixture *f = *state;
    use_rule(f, SETTINGS_RULE);
    static const struct {
        const char *setting, *value, *message;
    } wrong[] = {
        {"days", "1", "rule 'test': 'days' can be 2 to 5 days, not 1"},
        {"days", "two", "rule 'test': 'days' can be 2 to 5 days, not two"},
        {"days", "03", "rule 'test': 'days' can be 2 to 5 days, not 03"},
        {"days", "99999999999", "rule 'test': 'days' can be 2 to 5 days, not 99999999999"},
        {"way", "middle", "rule 'test': 'way' can be near, far, not middle"},
        {"dais", "2", "rule 'test' has no setting 'dais'; did you mean 'days'?"},
    };
    FOR_CASES(i, wrong, setting) {
        assert_false(give(f, wrong[i].setting, wrong[i].value));
        assert_string_equal(f->error.messages[i].text, wrong[i].message);
        assert_string_equal(f->error.messages[i].file, "profile.yaml");
        assert_int_equal(f->error.messages[i].line, 4);
        assert_int_equal(f->error.messages[i].column, 7);
    }
    struct named unknown = {"tost", 2, 3};
    assert_false(ruleset_switch_off(f->rules, &unknown, "profile.yaml", &f->error));
    assert_string_equal(f->error.messages[f->error.count - 1].text,
                        "there is no rule 'tost'; did you mean 'test'?");
}

/* ---- files ---- */

static void write_file(const char *folder, const char *name, const char *text)
{
    struct error error;
    char path[256];
    error_init(&error);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(file_write(path, text, strlen(text), &error));
}

static void remove_files(const char *folder, const char *const *names, size_t count)
{
    char path[256];
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

#define NAMED_RULE(id)                                                                             \
    "return { api = 1, id = '" id "', title = 'x', level = 'should', why = 'x', "                  \
    "allow = function() end }"

static void built_in_rules_come_by_id_and_custom_ones_after(void **state)
{
    struct fixture *f = *state;
    char folder[] = "/tmp/rules-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_file(folder, "1.lua", NAMED_RULE("zebra"));
    write_file(folder, "2.lua", NAMED_RULE("ant"));
    f->rules = ruleset_new();
    assert_true(ruleset_add_text(f->rules, "c", NAMED_RULE("custom"), &f->error));
    assert_true(ruleset_add_folder(f->rules, folder, RULE_BUILT_IN, &f->error));
    assert_true(ruleset_add_text(f->rules, "a", NAMED_RULE("a-last"), &f->error));
    static const char *const ids[] = {"ant", "zebra", "custom", "a-last"};
    FOR_COUNT(size_t, i, 4)
        assert_string_equal(ruleset_info(f->rules, i)->id, ids[i]);
    assert_false(ruleset_add_text(f->rules, "b", NAMED_RULE("ant"), &f->error));
    assert_non_null(strstr(f->error.messages[0].text, "taken by"));
    remove_files(folder, (const char *const[]){"1.lua", "2.lua"}, 2);
}

static void a_rules_text_holds_the_libraries_beside_it(void **state)
{
    struct fixture *f = *state;
    char folder[] = "/tmp/rules-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    write_file(folder, "rule.lua",
               "local a = hillplan.use('outer')\nassert(a == hillplan.use('outer'))\n" RULE_HEAD
               "allow = function() return false, a.word() end }");
    write_file(folder, "outer.lua",
               "local i = hillplan.use('inner')\n"
               "return { word = function() return i.word end }");
    write_file(folder, "inner.lua", "return { word = 'inside' }\n");
    snprintf(path, sizeof path, "%s/rule.lua", folder);
    f->rules = ruleset_new();
    assert_true(ruleset_add_file(f->rules, path, RULE_CUSTOM, &f->error));
    assert_true(ruleset_bind(f->rules, f->plan, &f->error));
    remove_files(folder, (const char *const[]){"rule.lua", "outer.lua", "inner.lua"}, 3);

    ruleset_describe(f->rules, f->plan);
    struct ruleset *again = ruleset_new();
    assert_true(ruleset_adopt(again, f->plan, &f->error));
    assert_true(ruleset_bind(again, f->plan, &f->error));
    struct answer answer;
    assert_true(rule_allow(again, 0, 0, 0, &answer, &f->error));
    assert_string_equal(answer.because, "inside");
    /* Described again, it is the same text. */
    assert_string_equal(ruleset_info(again, 0)->text, f->plan->rules[0].script);
    ruleset_free(again);
}

static void a_library_that_uses_itself_is_an_error(void **state)
{
    struct fixture *f = *state;
    f->rules = ruleset_new();
    assert_false(ruleset_add_text(f->rules, "test.lua",
                                  "hillplan.use('loop')\n"
                                  "--- hillplan library: loop\nhillplan.use('loop')\n",
                                  &f->error));
    assert_non_null(strstr(f->error.messages[0].text, "uses itself"));
}

static void a_broken_library_is_told_for_each_built_in_rule(void **state)
{
    struct fixture *f = *state;
    char folder[] = "/tmp/rules-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_file(folder, "1.lua", "hillplan.use('broken')\n");
    write_file(folder, "2.lua", "hillplan.use('broken')\n");
    write_file(folder, "broken.lua", "error('it is broken')\n");
    f->rules = ruleset_new();
    assert_false(ruleset_add_folder(f->rules, folder, RULE_BUILT_IN, &f->error));
    remove_files(folder, (const char *const[]){"1.lua", "2.lua", "broken.lua"}, 3);
    assert_int_equal(f->error.count, 3); /* broken.lua is in the folder too */
    FOR_COUNT(size_t, i, 3)
        assert_non_null(strstr(f->error.messages[i].text, "it is broken"));
}

static void a_custom_rule_cannot_change_what_built_in_ones_use(void **state)
{
    struct fixture *f = *state;
    char folder[] = "/tmp/rules-XXXXXX";
    assert_non_null(mkdtemp(folder));
    f->rules = ruleset_new();
    assert_true(ruleset_add_text(f->rules, "custom.lua", "math.max = nil " NAMED_RULE("custom"),
                                 &f->error));
    write_file(folder, "1.lua", "math.max(1, 2) " NAMED_RULE("first"));
    assert_true(ruleset_add_folder(f->rules, folder, RULE_BUILT_IN, &f->error));
    assert_false(
        ruleset_add_text(f->rules, "other.lua", "error(math.max(1, 2) .. 'nd') ", &f->error));
    assert_non_null(strstr(f->error.messages[0].text, "2nd"));
    remove_files(folder, (const char *const[]){"1.lua"}, 1);
}

static void a_plans_list_sets_rules_and_switches_off_the_rest(void **state)
{
    struct fixture *f = *state;
    char folder[] = "/tmp/rules-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_file(folder, "1.lua", NAMED_RULE("left-out"));
    write_file(folder, "2.lua", SETTINGS_RULE);
    f->rules = ruleset_new();
    assert_true(ruleset_add_folder(f->rules, folder, RULE_BUILT_IN, &f->error));
    remove_files(folder, (const char *const[]){"1.lua", "2.lua"}, 2);
    static struct rule_setting_value days = {"days", "3"};
    static struct plan_rule listed[] = {
        {.id = "test", .settings = &days, .setting_count = 1},
        {.id = "own", .script = NAMED_RULE("own"), .off = true},
    };
    assert_true(ruleset_adopt(f->rules, f->plan, &f->error)); /* no list: nothing changes */
    assert_false(ruleset_info(f->rules, 0)->off);
    f->plan->rules = listed;
    f->plan->rule_count = 2;
    assert_true(ruleset_adopt(f->rules, f->plan, &f->error));
    assert_true(ruleset_bind(f->rules, f->plan, &f->error));
    assert_int_equal(ruleset_count(f->rules), 3);
    assert_true(ruleset_info(f->rules, ruleset_find(f->rules, "left-out"))->off);
    assert_false(ruleset_info(f->rules, ruleset_find(f->rules, "test"))->off);
    assert_true(ruleset_info(f->rules, ruleset_find(f->rules, "own"))->off);
    assert_int_equal(ruleset_setting(f->rules, "test", "days", -1), 3);
    listed[1].id = "other"; /* but its script says own */
    struct ruleset *rules = ruleset_new();
    f->plan->rules = &listed[1];
    f->plan->rule_count = 1;
    assert_false(ruleset_adopt(rules, f->plan, &f->error));
    ruleset_free(rules);
}

static void all_mistakes_of_a_script_are_told(void **state)
{
    struct fixture *f = *state;
    f->rules = ruleset_new();
    assert_false(ruleset_add_text(
        f->rules, "test.lua", "return { api = 1, id = 'x', levle = 'must', why = 5 }", &f->error));
    static const char *const messages[] = {
        "field 'levle' is unknown; did you mean 'level'?",
        "field 'title' is missing; it should be a string",
        "field 'level' is missing; it should be a string",
        "field 'why' should be a string, is a number",
    };
    assert_int_equal(f->error.count, 4);
    FOR_COUNT(size_t, i, 4)
        assert_string_equal(f->error.messages[i].text, messages[i]);
}

static void a_field_that_is_like_no_other_is_told_which_there_are(void **state)
{
    struct fixture *f = *state;
    f->rules = ruleset_new();
    assert_false(ruleset_add_text(f->rules, "test.lua",
                                  RULE_HEAD
                                  "at_noon = function() end, allow = function() end,"
                                  "settings = { days = { default = '2', min = 1, max = 3 } } }",
                                  &f->error));
    assert_int_equal(f->error.count, 2);
    assert_non_null(strstr(f->error.messages[0].text,
                           "field 'at_noon' is unknown; the fields here are api, id, title, "));
    assert_non_null(
        strstr(f->error.messages[1].text, ", or a function of the plan; it is a string"));
}

static void a_rule_without_a_hook_is_a_mistake(void **state)
{
    struct fixture *f = *state;
    f->rules = ruleset_new();
    assert_false(ruleset_add_text(f->rules, "test.lua", RULE_HEAD "}", &f->error));
    assert_int_equal(f->error.count, 1);
    assert_string_equal(
        f->error.messages[0].text,
        "rule 'test' has none of the hooks week_kind, limit_week, wish_week, limit_day, "
        "limit_session, allow, allow_week, prefer, advise, break_level, so that it would never be "
        "asked; add one");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(views_read_the_plan_in_place),
        TEST(preferences_are_read_by_day),
        TEST(hills_tell_their_word_or_what_is_listed),
        TEST(a_tune_up_race_is_one_run_with_those_around_it),
        TEST(facts_are_numbers_or_texts),
        TEST(days_have_a_place_in_the_calendar),
        TEST(the_race_tells_of_its_course_and_its_time),
        TEST(every_hook_sees_the_plan_up_to_its_point),
        TEST(steps_and_repeats_are_read),
        TEST(spans_of_days_are_searched_up_to_the_day_that_is_asked_about),
        TEST(a_lacking_value_ends_the_call_as_not_judged),
        TEST(the_api_counts_in_the_plans_unit),
        TEST(long_reasons_end_after_a_whole_character),
        TEST(used_up_budgets_are_limits_of_nothing),
        TEST(settings_in_force_are_given_ones_or_defaults),
        TEST(a_default_that_the_plan_cannot_give_is_not_judged),
        TEST(wrong_settings_are_told_with_place_and_range),
        TEST(built_in_rules_come_by_id_and_custom_ones_after),
        TEST(a_rules_text_holds_the_libraries_beside_it),
        TEST(a_library_that_uses_itself_is_an_error),
        TEST(a_broken_library_is_told_for_each_built_in_rule),
        TEST(a_custom_rule_cannot_change_what_built_in_ones_use),
        TEST(a_plans_list_sets_rules_and_switches_off_the_rest),
        TEST(all_mistakes_of_a_script_are_told),
        TEST(a_field_that_is_like_no_other_is_told_which_there_are),
        TEST(a_rule_without_a_hook_is_a_mistake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
