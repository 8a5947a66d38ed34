/* The checker and the cases of rules, with small rules of their own. */
#include "rules_fixture.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "rules/cases.h"

struct fixture {
    struct plan *plan;
    struct ruleset *rules;
    struct error error;
    struct findings findings;
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

static void check(struct fixture *f, const char *script)
{
    ruleset_free(f->rules);
    f->rules = fixture_rules(script, f->plan);
    assert_true(check_plan(f->rules, f->plan, f->plan->arena, &f->findings, &f->error));
}

#define RAMP                                                                                       \
    "limit_week = function(week, plan) if week.number > 1 then "                                   \
    "local last = plan.weeks[week.number - 1].distance "                                           \
    "return { distance = { max = last * 110 // 100, because = '110 % of last week\\'s ' .. "       \
    "hillplan.distance_text(last) } } end end }"

static void a_week_over_its_limit_is_broken_with_numbers(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 4200);
    fixture_run(f->plan, 8, 4850);
    check(f, RULE_HEAD RAMP);
    assert_int_equal(f->findings.count, 1);
    const struct finding *finding = &f->findings.items[0];
    assert_string_equal(finding->text,
                        "{48.5 km} in the week, {46.2 km} allowed: 110 % of last week's {42 km}");
    assert_int_equal(finding->status, FINDING_BROKEN);
    assert_int_equal(finding->week, 2);
    assert_int_equal(finding->date, FIRST_MONDAY + 7);
    assert_true(finding->is_week);
    assert_int_equal(finding->value, 4850);
    assert_int_equal(finding->limit, 4620);
    assert_int_equal(finding->limit_kind, LIMIT_DISTANCE);
    assert_false(f->findings.kept);
}

static void a_week_at_its_limit_is_kept(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 4200);
    fixture_run(f->plan, 8, 4620);
    check(f, RULE_HEAD RAMP);
    assert_int_equal(f->findings.count, 0);
    assert_true(f->findings.kept);
}

static void the_goal_race_is_in_no_sum_and_under_no_limit(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 1000);
    fixture_run(f->plan, 8, 1100);
    fixture_run(f->plan, 13, 4220)->kind = SESSION_RACE;
    check(f, RULE_HEAD RAMP);
    assert_int_equal(f->findings.count, 0);
    fixture_run(f->plan, 1, 3000)->kind = SESSION_TUNE_UP;
    check(f, RULE_HEAD "limit_day = function() return { distance = { max = 1100, because = 'x' } } "
                       "end }");
    assert_int_equal(f->findings.count, 0);
}

static void each_run_of_a_day_is_held_against_its_limits(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 3, 500)->climb_m = 90;
    fixture_run(f->plan, 3, 600);
    fixture_run(f->plan, 4, 500);
    f->plan->weeks[0].days[3].sessions[0].duration_s = 4500;
    f->plan->weeks[0].days[3].sessions[1].duration_s = 4500;
    f->plan->weeks[0].days[4].sessions[0].duration_s = 5400;
    check(f, RULE_HEAD "limit_day = function() return { distance = { max = 550, because = 'far' }, "
                       "climb_m = { max = 80, because = 'high' },"
                       "duration_s = { max = 4500, because = 'long' } } end }");
    assert_int_equal(f->findings.count, 3);
    assert_string_equal(f->findings.items[0].text,
                        "{90 m} of climb in a run, {80 m} of climb allowed: high");
    assert_string_equal(f->findings.items[1].text, "{6 km} in a run, {5.5 km} allowed: far");
    assert_int_equal(f->findings.items[2].limit_kind, LIMIT_DURATION_S);
    assert_int_equal(f->findings.items[2].date, FIRST_MONDAY + 4);
    assert_false(f->findings.items[2].is_week);
}

static void runs_are_held_against_the_limits_of_their_kind(void **state)
{
    struct fixture *f = *state;
    FOR_COUNT(size_t, day, 3)
        fixture_run(f->plan, day, 1000);
    f->plan->weeks[0].days[0].sessions[0].kind = SESSION_LONG;
    f->plan->weeks[0].days[1].sessions[0].kind = SESSION_TUNE_UP;
    f->plan->weeks[0].days[2].sessions[0].kind = SESSION_KIND_NONE;
    check(f, RULE_HEAD "limit_session = function(kind, day, plan, set)"
                       " if kind ~= 'easy' then return { distance = { max = 900 + day.number, "
                       "because = kind .. type(set) .. plan.units } } end end }");
    assert_int_equal(f->findings.count, 2);
    assert_string_equal(f->findings.items[0].text,
                        "{10 km} in a run, {9.01 km} allowed: longuserdatakm");
    assert_int_equal(f->findings.items[0].date, FIRST_MONDAY);
    assert_int_equal(f->findings.items[1].status, FINDING_NOT_JUDGED);
    assert_non_null(strstr(f->findings.items[1].text, "session.kind"));
}

static void every_sum_of_a_week_can_be_limited(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 1000)->duration_s = 4000;
    fixture_run(f->plan, 0, 1000)->duration_s = 4000;
    fixture_run(f->plan, 2, 1000)->duration_s = 4000;
    fixture_run(f->plan, 4, 1000)->kind = SESSION_RACE;
    check(f, RULE_HEAD
          "limit_week = function() return {"
          "duration_s = { max = 11999, because = 'a' }, runs = { max = 2, because = 'b' },"
          "run_days = { max = 2, because = 'c' } } end }");
    assert_int_equal(f->findings.count, 3);
    assert_int_equal(f->findings.items[0].value, 12000);
    assert_int_equal(f->findings.items[1].value, 3); /* the goal race is no run of training, ... */
    assert_int_equal(f->findings.items[2].value, 3); /* ... but a day of running */
}

static void findings_come_by_date(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 9, 500);
    check(f, RULE_HEAD "allow = function(day) return #day.sessions == 0, 'a run' end,"
                       "allow_week = function(week) return week.runs == 0, 'a week' end }");
    assert_int_equal(f->findings.count, 2);
    assert_string_equal(f->findings.items[0].text, "a week");
    assert_string_equal(f->findings.items[1].text, "a run");
}

static void unjudged_values_are_told_once_a_hook_and_week(void **state)
{
    struct fixture *f = *state;
    for (size_t day = 0; day < 14; day++)
        fixture_run(f->plan, day, 500)->descent_m = UNKNOWN;
    check(f, RULE_HEAD "allow = function(day) return day.descent_m < 100, 'x' end,"
                       "limit_week = function() return { descent_m = { max = 1, because = 'x' } } "
                       "end }");
    assert_int_equal(f->findings.count, 4);
    assert_true(f->findings.kept);
    FOR_COUNT(size_t, i, 4)
        assert_int_equal(f->findings.items[i].status, FINDING_NOT_JUDGED);
    assert_string_equal(f->findings.items[2].text,
                        "the plan does not say {session.descent_m} on {2027-01-11}");
}

static void should_rules_give_way_only_where_the_plan_says_so(void **state)
{
    struct fixture *f = *state;
    static struct exception exceptions = {"test", 2, NO_DATE, "no room"};
    f->plan->exceptions = &exceptions;
    f->plan->exception_count = 1;
    static const char script[] =
        "return { api = 1, id = 'test', title = 'x', level = 'should', why = 'x', "
        "allow_week = function(week) return week.number == 1, 'no' end }";
    check(f, script);
    assert_int_equal(f->findings.count, 2);
    assert_int_equal(f->findings.items[0].status, FINDING_GAVE_WAY);
    assert_int_equal(f->findings.items[1].status, FINDING_BROKEN);
    assert_true(f->findings.kept);
    /* A must rule does not give way, whatever the plan says. */
    check(f, RULE_HEAD "allow_week = function(week) return week.number ~= 2, 'no' end }");
    assert_int_equal(f->findings.items[0].status, FINDING_BROKEN);
    assert_false(f->findings.kept);
}

/* The bounds of the fixture's plan under one rule. */
static void note_bounds(struct fixture *f, const char *script)
{
    check(f, script);
    check_note_bounds(&f->findings, f->plan);
}

static void weeks_are_told_the_most_that_rules_allowed(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 4200);
    fixture_run(f->plan, 8, 4000);
    fixture_run(f->plan, 15, 4500);
    note_bounds(f, RULE_HEAD RAMP);
    assert_int_equal(f->plan->weeks[0].distance_most, UNKNOWN);
    assert_int_equal(f->plan->weeks[1].distance_most, 4620);
    assert_int_equal(f->plan->weeks[2].distance_most, 4400);
    /* The third week holds more than that: a should rule gave way there, and bounds nothing. */
    note_bounds(f,
                "return { api = 1, id = 'test', title = 'x', level = 'should', why = 'x', " RAMP);
    assert_int_equal(f->plan->weeks[1].distance_most, 4620);
    assert_int_equal(f->plan->weeks[2].distance_most, UNKNOWN);
}

/* Where the must rules alone are judged, the others bound, and are asked nothing else. */
static void should_rules_bound_where_must_rules_are_judged(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 4200);
    fixture_run(f->plan, 8, 4700);
    f->rules = fixture_rules("return { api = 1, id = 'test', title = 'x', level = 'should', "
                             "why = 'x', allow = function() error('asked') end, "
                             "limit_day = function() error('asked') end, "
                             "allow_week = function() error('asked') end, "
                             "limit_week = function(week) return { distance = { max = 4500, "
                             "because = 'x' }, runs = { max = 0, because = 'x' } } end }",
                             f->plan);
    assert_true(check_must_rules(f->rules, f->plan, f->plan->arena, &f->findings, &f->error));
    assert_int_equal(f->findings.count, 0);
    assert_int_equal(f->findings.bounds[0].distance_most, 4500);
    assert_int_equal(f->findings.bounds[1].distance_most, UNKNOWN);
    check(f,
          RULE_HEAD "limit_week = function() return { distance = { max = 4500, because = 'x' } } "
                    "end }");
    assert_true(check_must_rules(f->rules, f->plan, f->plan->arena, &f->findings, &f->error));
    assert_int_equal(f->findings.count, 1);
    assert_false(f->findings.kept);
    assert_int_equal(f->findings.bounds[1].distance_most, 4500);
}

static void weeks_that_cannot_be_judged_have_no_bound(void **state)
{
    struct fixture *f = *state;
    fixture_run(f->plan, 0, 4200)->descent_m = UNKNOWN;
    fixture_run(f->plan, 8, 4000);
    note_bounds(f, RULE_HEAD "limit_week = function(week, plan) local most = 50 "
                             "if week.number == 2 then most = plan.weeks[1].descent_m end "
                             "return { distance = { max = most, because = 'x' } } end }");
    assert_int_equal(f->plan->weeks[0].distance_most, 50);
    assert_int_equal(f->plan->weeks[1].distance_most, UNKNOWN);
}

static void legs_mend_where_the_rule_about_downhill_runs_says_so(void **state)
{
    struct fixture *f = *state;
    static const char days[] = "level = 'must', why = 'x', limit_day = function(day, plan) "
                               "if day.weekday == 'thu' or day.weekday == 'fri' then "
                               "return { descent_m = { max = 100, because = 'flat' } } end end }";
    char script[400];
    snprintf(script, sizeof script, "return { api = 1, id = 'downhill-recovery', title = 'x', %s",
             days);
    note_bounds(f, script);
    FOR_COUNT(int, d, DAYS_PER_WEEK)
        assert_int_equal(f->plan->weeks[1].days[d].legs_mend, d == 3 || d == 4);
    /* A plan that is judged by other rules loses what was noted. */
    snprintf(script, sizeof script, "return { api = 1, id = 'other', title = 'x', %s", days);
    note_bounds(f, script);
    assert_false(f->plan->weeks[1].days[3].legs_mend);
}

static void rules_that_are_off_are_reported_and_not_asked(void **state)
{
    struct fixture *f = *state;
    f->rules = fixture_rules(RULE_HEAD "allow = function() error('asked') end }", f->plan);
    struct named name = {"test", 0, 0};
    assert_true(ruleset_switch_off(f->rules, &name, NULL, &f->error));
    assert_true(check_plan(f->rules, f->plan, f->plan->arena, &f->findings, &f->error));
    assert_int_equal(f->findings.count, 1);
    assert_int_equal(f->findings.items[0].status, FINDING_OFF);
    assert_int_equal(f->findings.items[0].date, NO_DATE);
    assert_true(f->findings.kept);
}

#define TEN_KM "limit_day = function() return { distance = { max = 1000, because = 'so' } } end }"

static void must_rules_alone_are_judged_from_a_week_on_to_the_first_that_breaks_one(void **state)
{
    struct fixture *f = *state;
    struct arena *arena = f->plan->arena;
    for (size_t day = 0; day < (size_t)3 * DAYS_PER_WEEK; day += 4) /* 0 4 | 8 12 | 16 20 */
        fixture_run(f->plan, day, 1100);
    f->rules = fixture_rules(RULE_HEAD TEN_KM, f->plan);
    assert_true(ruleset_add_text(f->rules, "should.lua",
                                 "return { api = 1, id = 'should', title = 't', level = 'should', "
                                 "why = 'w', " TEN_KM,
                                 &f->error));
    assert_true(ruleset_bind(f->rules, f->plan, &f->error));
    assert_true(check_plan(f->rules, f->plan, arena, &f->findings, &f->error));
    assert_int_equal(f->findings.count, 2 * 6);
    FOR_COUNT(size_t, week, 3) {
        assert_true(check_must_rules_from(f->rules, f->plan, week, arena, &f->findings, &f->error));
        assert_int_equal(f->findings.count, 2);
        assert_false(f->findings.kept);
        FOR_COUNT(size_t, i, 2) {
            assert_string_equal(f->findings.items[i].rule, "test");
            assert_int_equal(f->findings.items[i].week, week + 1);
        }
    }
    /* A week that is mended meanwhile is passed. */
    f->plan->weeks[1].days[1].sessions = f->plan->weeks[1].days[5].sessions = NULL;
    f->plan->weeks[1].days[1].session_count = f->plan->weeks[1].days[5].session_count = 0;
    assert_true(check_must_rules_from(f->rules, f->plan, 1, arena, &f->findings, &f->error));
    assert_int_equal(f->findings.items[0].week, 3);
    assert_true(check_must_rules_from(f->rules, f->plan, 3, arena, &f->findings, &f->error));
    assert_int_equal(f->findings.count, 0);
    assert_true(f->findings.kept);
}

static void a_failing_script_names_rule_hook_week_and_day(void **state)
{
    struct fixture *f = *state;
    f->rules = fixture_rules(RULE_HEAD "\nallow = function(day)\nif day.number == 10 then "
                                       "error('lost') end end }",
                             f->plan);
    assert_false(check_plan(f->rules, f->plan, f->plan->arena, &f->findings, &f->error));
    assert_string_equal(f->error.messages[0].text, "rule 'test', allow, week 2, 2027-01-13: lost");
    assert_string_equal(f->error.messages[0].file, "test.lua");
    assert_int_equal(f->error.messages[0].line, 3);
}

static void advice_is_collected(void **state)
{
    struct fixture *f = *state;
    const char *notes[MAX_ADVICE];
    size_t count = 0;
    f->rules = fixture_rules(RULE_HEAD "advise = function(day) if day.number == 2 then "
                                       "return { 'Drink.', 'Eat.' } end end }",
                             f->plan);
    assert_true(rule_advise(f->rules, 0, 0, 0, f->plan->arena, notes, &count, &f->error));
    assert_int_equal(count, 0);
    FOR_COUNT(int, i, 5) /* more than there is room for */
        assert_true(rule_advise(f->rules, 0, 0, 1, f->plan->arena, notes, &count, &f->error));
    assert_int_equal(count, MAX_ADVICE);
    assert_string_equal(notes[1], "Eat.");
    ruleset_free(f->rules);
    f->rules =
        fixture_rules(RULE_HEAD "advise = function() return { note = 'Drink.' } end }", f->plan);
    assert_false(rule_advise(f->rules, 0, 0, 0, f->plan->arena, notes, &count, &f->error));
    assert_non_null(strstr(f->error.messages[0].text, "should be a list of notes"));
}

/* ---- cases ---- */

/* Stands in for the reader of plan documents: two weeks, and what the text was. */
static struct plan *read_any_plan(const char *name, const char *text, size_t length,
                                  struct error *error)
{
    (void)name;
    (void)error;
    assert_int_equal(strlen(text), length);
    assert_string_equal(text, "{\"days\": [],\n\"km\": 8.5,\n\"title\": \"\\\"A\\\"\"}");
    struct plan *plan = fixture_plan(2);
    fixture_run(plan, 0, 1000);
    fixture_run(plan, 8, 1200);
    return plan;
}

#define PLAN " plan = { title = '\"A\"', km = 8.5, days = {} }, "

static void cases_pass_where_exactly_the_expected_comes_out(void **state)
{
    struct fixture *f = *state;
    char path[] = "/tmp/cases-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    static const char text[] =
        "return { rule = 'test', cases = {"
        "{ name = 'right'," PLAN "expect = { { week = 2, date = '2027-01-11', status = 'broken', "
        "text = '11 km allowed' } } },"
        "{ name = 'set'," PLAN "settings = { percent = 20 }, expect = {} },"
        "{ name = 'asked'," PLAN "ask = { hook = 'limit_week', week = 2 },"
        " expect = { distance = 1100 } },"
        "{ name = 'scored'," PLAN "ask = { hook = 'prefer', week = 2, day = 3 }, expect = 10 },"
        "{ name = 'noted'," PLAN "ask = { hook = 'advise' }, expect = { 'rink' } },"
        "{ name = 'one too many'," PLAN "expect = { { week = 2 }, { week = 2 } } },"
        "{ name = 'one too few'," PLAN "expect = {} },"
        "{ name = 'wrong week'," PLAN "expect = { { week = 1 } } },"
        "{ name = 'wrong limit'," PLAN "ask = { hook = 'limit_week', week = 2 },"
        " expect = { distance = 1100, runs = 1 } },"
        "{ name = 'no such week'," PLAN "ask = { hook = 'prefer', week = 3 }, expect = 10 },"
        "} }";
    assert_true(file_write(path, text, strlen(text), &f->error));
    f->rules = fixture_rules(
        RULE_HEAD "settings = { percent = { default = 10, min = 0 } },"
                  "prefer = function(day) return day.number end,"
                  "advise = function() return { 'Drink.' } end,"
                  "limit_week = function(week, plan, set) if week.number > 1 then "
                  "return { distance = { max = plan.weeks[1].distance * (100 + set.percent) // 100,"
                  " because = 'x' } } end end }",
        f->plan);
    struct case_results results = {0};
    struct text messages = TEXT_INIT;
    bool done = cases_run(path, f->rules, read_any_plan, &results, &messages, &f->error);
    unlink(path);
    assert_true(done);
    assert_int_equal(results.passed, 5);
    assert_int_equal(results.failed, 5);
    assert_non_null(strstr(messages.data, "one too few: it came out as\n    week 2, 2027-01-11, "
                                          "broken: 12 km in the week, 11 km allowed: x\n"
                                          "  instead of nothing"));
    text_release(&messages);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_week_over_its_limit_is_broken_with_numbers),
        TEST(a_week_at_its_limit_is_kept),
        TEST(the_goal_race_is_in_no_sum_and_under_no_limit),
        TEST(each_run_of_a_day_is_held_against_its_limits),
        TEST(runs_are_held_against_the_limits_of_their_kind),
        TEST(every_sum_of_a_week_can_be_limited),
        TEST(findings_come_by_date),
        TEST(unjudged_values_are_told_once_a_hook_and_week),
        TEST(should_rules_give_way_only_where_the_plan_says_so),
        TEST(weeks_are_told_the_most_that_rules_allowed),
        TEST(should_rules_bound_where_must_rules_are_judged),
        TEST(weeks_that_cannot_be_judged_have_no_bound),
        TEST(legs_mend_where_the_rule_about_downhill_runs_says_so),
        TEST(rules_that_are_off_are_reported_and_not_asked),
        TEST(must_rules_alone_are_judged_from_a_week_on_to_the_first_that_breaks_one),
        TEST(a_failing_script_names_rule_hook_week_and_day),
        TEST(advice_is_collected),
        TEST(cases_pass_where_exactly_the_expected_comes_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
