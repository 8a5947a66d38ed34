/* Answers kept: one is given again as long as nothing that was read has changed. */
#include <stdio.h>

#include "rules_fixture.h"

#define WEEKS   3
#define SHUFFLE 400

/* Scores count how often the script was asked; it reads the day's first run, and the weeks' sums.
 */
static const char counting[] = RULE_HEAD
    "prefer = (function()\n"
    "    local asked = 0\n"
    "    return function(day, plan)\n"
    "        asked = asked + 1\n"
    "        local run = day.sessions[1]\n"
    "        local far = run and hillplan.known(run, 'distance') and run.distance > 1000\n"
    "        return asked, (far and 'far' or 'near') .. plan.weeks[1].kind\n"
    "    end\n"
    "end)() }";

struct fixture {
    struct plan *plan;
    struct ruleset *rules;
    struct session *run;
};

static void open_fixture(struct fixture *f, const char *script)
{
    f->plan = fixture_plan(WEEKS);
    f->run = fixture_run(f->plan, 8, 900);
    f->rules = fixture_rules(script, f->plan);
}

static void close_fixture(struct fixture *f)
{
    ruleset_free(f->rules);
    plan_free(f->plan);
}

static int ask(struct fixture *f, const char *because)
{
    struct answer answer;
    struct error error;
    error_init(&error);
    assert_true(rule_prefer(f->rules, 0, 1, 1, &answer, &error));
    assert_string_equal(answer.because, because);
    error_release(&error);
    return answer.score;
}

static void a_rule_is_asked_again_only_where_what_it_read_has_changed(void **state)
{
    (void)state;
    struct fixture f;
    open_fixture(&f, counting);
    assert_int_equal(ask(&f, "nearbuild"), 1);
    assert_int_equal(ask(&f, "nearbuild"), 1);
    f.run->climb_m = 300; /* which it does not read */
    assert_int_equal(ask(&f, "nearbuild"), 1);
    f.run->distance = 1200;
    assert_int_equal(ask(&f, "farbuild"), 2);
    f.plan->weeks[0].kind = WEEK_LIGHTER;
    assert_int_equal(ask(&f, "farlighter"), 3);
    f.run->distance = 900; /* all as before, again and again */
    assert_int_equal(ask(&f, "nearlighter"), 4);
    f.plan->weeks[0].kind = WEEK_BUILD;
    assert_int_equal(ask(&f, "nearbuild"), 1);
    f.run->distance = UNKNOWN;
    assert_int_equal(ask(&f, "nearbuild"), 5);
    f.plan->weeks[1].days[1].session_count = 0;
    assert_int_equal(ask(&f, "nearbuild"), 6);
    close_fixture(&f);
}

/* Scores count how often the script was asked, after a look at one thing. */
static void an_answer_is_for_all_days_that_the_script_did_not_look_at(void **state)
{
    (void)state;
    static const struct {
        const char *look;
        int asked; /* about two days of a week and one of another */
    } cases[] = {
        {"#plan.breaks + #plan.units", 1},
        {"day.week", 2},
        {"day.week.number", 2},
        {"#day.week.kind", 2},
        {"plan.weeks[2].number", 2},
        {"day.number", 3},
        {"#day.week.days", 3},
        {"#plan.days", 3},
        {"#day.sessions", 3},
        {"hillplan.largest('distance', 0, 9)", 3},
        {"day.week.distance", 3},
    };
    FOR_CASES(i, cases, look) {
        struct fixture f;
        struct answer answer;
        struct error error;
        char script[512];
        error_init(&error);
        snprintf(script, sizeof script,
                 RULE_HEAD "prefer = (function() local asked = 0; return function(day, plan)\n"
                           "local look = %s; asked = asked + 1; return asked end end)() }",
                 cases[i].look);
        open_fixture(&f, script);
        FOR_COUNT(int, times, 2) {
            assert_true(rule_prefer(f.rules, 0, 1, 3, &answer, &error));
            assert_true(rule_prefer(f.rules, 0, 1, 4, &answer, &error));
            assert_true(rule_prefer(f.rules, 0, 2, 3, &answer, &error));
        }
        if (answer.score != cases[i].asked)
            fail_msg("%s: %d", cases[i].look, answer.score);
        error_release(&error);
        close_fixture(&f);
    }
}

static void a_new_binding_forgets_all_answers(void **state)
{
    (void)state;
    struct fixture f;
    struct error error;
    error_init(&error);
    open_fixture(&f, counting);
    assert_int_equal(ask(&f, "nearbuild"), 1);
    assert_true(ruleset_bind(f.rules, f.plan, &error));
    assert_int_equal(ask(&f, "nearbuild"), 2);
    error_release(&error);
    close_fixture(&f);
}

static void what_is_not_judged_is_remembered_with_its_place(void **state)
{
    (void)state;
    struct fixture f;
    struct error error;
    error_init(&error);
    open_fixture(&f, RULE_HEAD "limit_day = function(day, plan)\n"
                               "    local max = plan.days[9].distance\n"
                               "    return { distance = { max = max, because = 'so far' } }\n"
                               "end }");
    FOR_VALUES(int, distance, 800, distance <= 900, distance += 100) {
        FOR_COUNT(int, times, 2) {
            struct limits limits;
            struct answer answer;
            f.run->distance = distance;
            assert_true(rule_limit_day(f.rules, 0, 1, 4, &limits, &answer, &error));
            assert_int_equal(answer.kind, ANSWER_GIVEN);
            assert_int_equal(limits.of[LIMIT_DISTANCE].max, distance);
            assert_string_equal(limits.of[LIMIT_DISTANCE].because, "so far");
            f.run->distance = UNKNOWN;
            assert_true(rule_limit_day(f.rules, 0, 1, 4, &limits, &answer, &error));
            assert_int_equal(answer.kind, ANSWER_NOT_JUDGED);
            assert_string_equal(answer.field, "session.distance");
            assert_int_equal(answer.date, f.plan->weeks[1].days[1].date);
            assert_int_equal(limits.of[LIMIT_DISTANCE].max, INT_MAX);
        }
    }
    error_release(&error);
    close_fixture(&f);
}

static void a_kind_of_run_has_an_answer_of_its_own(void **state)
{
    (void)state;
    struct fixture f;
    struct error error;
    error_init(&error);
    open_fixture(&f, RULE_HEAD "limit_session = (function()\n"
                               "    local asked = 0\n"
                               "    return function(kind, day, plan)\n"
                               "        asked = asked + 1\n"
                               "        return { distance = { max = asked, because = kind } }\n"
                               "    end\n"
                               "end)() }");
    static const enum session_kind kinds[] = {SESSION_EASY, SESSION_LONG, SESSION_EASY,
                                              SESSION_LONG};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct limits limits;
        struct answer answer;
        assert_true(rule_limit_session(f.rules, 0, 1, 4, kinds[i], &limits, &answer, &error));
        assert_int_equal(limits.of[LIMIT_DISTANCE].max, 1 + (int)i % 2);
        assert_string_equal(limits.of[LIMIT_DISTANCE].because, session_kind_name(kinds[i]));
    }
    error_release(&error);
    close_fixture(&f);
}

/* ---- once a plan ---- */

static void what_a_plan_begins_with_is_worked_out_once(void **state)
{
    (void)state;
    struct fixture f;
    struct error error;
    error_init(&error);
    open_fixture(&f, RULE_HEAD "allow_week = (function()\n"
                               "    local asked = 0\n"
                               "    local function weeks(plan)\n"
                               "        asked = asked + 1\n"
                               "        return { #plan.weeks, asked }\n"
                               "    end\n"
                               "    return function(week)\n"
                               "        return false, table.concat(hillplan.once(weeks), ' ')\n"
                               "    end\n"
                               "end)() }");
    for (size_t i = 0; i < 4; i++) {
        struct answer answer;
        if (i == 2)
            assert_true(ruleset_bind(f.rules, f.plan, &error));
        assert_true(rule_allow_week(f.rules, 0, i % 2, &answer, &error));
        assert_string_equal(answer.because, i < 2 ? "3 1" : "3 2");
    }
    error_release(&error);
    close_fixture(&f);
}

static void what_changes_cannot_be_read_once(void **state)
{
    (void)state;
    static const struct {
        const char *read, *because;
    } cases[] = {
        {"plan.weeks[1].distance", "week.distance cannot be read within hillplan.once()"},
        {"plan.weeks[1].kind", "week.kind cannot be read within hillplan.once()"},
        {"hillplan.known(plan.weeks[1], 'distance')", "week.distance cannot be read within"},
        {"#plan.days", "plan.days cannot be read within hillplan.once()"},
        {"plan.weeks[1].days[1]", "week.days cannot be read within hillplan.once()"},
        {"hillplan.largest('distance', 0, 30000)", "hillplan.largest() cannot be asked within"},
        {"hillplan.latest('long', 0, 30000)", "hillplan.latest() cannot be asked within"},
        {"nil", "what hillplan.once() is given should answer something, not nil"},
        {"plan.weeks[1].start .. plan.race.name", "race.name"},
        {"(pcall(error) or 1) and #plan.days", "plan.days cannot be read within"},
    };
    FOR_CASES(i, cases, read) {
        struct fixture f;
        struct answer answer;
        struct error error;
        char script[512];
        error_init(&error);
        snprintf(script, sizeof script,
                 RULE_HEAD "allow = function() return hillplan.once(function(plan) return %s end) "
                           "end }",
                 cases[i].read);
        open_fixture(&f, script);
        bool done = rule_allow(f.rules, 0, 1, 3, &answer, &error);
        const char *told = done ? answer.field : error.messages[0].text;
        if (!told || !strstr(told, cases[i].because))
            fail_msg("%s: %s", cases[i].read, told);
        error_release(&error);
        close_fixture(&f);
    }
}

/* ---- what an answer goes by ---- */

static void an_answer_tells_which_other_days_of_the_week_it_goes_by(void **state)
{
    (void)state;
    static const struct {
        const char *read;
        unsigned days, amounts; /* bit 3 is the day itself */
        bool sessions;
    } cases[] = {
        {"1", 0, 0, false},
        {"day.distance + #day.week.days", 0, 0, false},
        {"#day.sessions + day.sessions[1].distance", 0, 0, true},
        {"day.number + plan.days[day.number - 1].number", 0, 0, false},
        {"plan.weeks[1].distance + plan.days[7].distance", 0, 0, false},
        {"#day.week.kind + day.week.number", 0, 0, false},
        {"hillplan.largest('distance', day.date - 9, day.week.start - 1)", 0, 0, false},
        {"hillplan.largest('distance', day.date, day.date)", 0, 0, false},
        {"day.week.distance", 1 | 2 | 4, 1 | 2 | 4, false},
        {"#plan.days[day.number - 1].sessions", 4, 0, true},
        {"day.week.days[1].climb_m", 1, 1, false},
        {"plan.days[9].sessions[1].distance", 2, 2, true},
        {"hillplan.largest('distance', day.date - 1, day.date)", 4, 4, false},
        {"hillplan.latest('long', day.date - 9, day.date - 1) or 0", 1 | 2 | 4, 0, true},
        {"#plan.days[9].sessions[1].kind", 2, 0, true},
        {"plan.days[9].sessions[1].is_hard and 1 or 0", 2, 0, true},
        {"#plan.days[9].sessions[1].steps", 2, 2, true},
        {"#plan.days[9].sessions[1].kind + day.week.days[1].distance", 1 | 2, 1, true},
        {"hillplan.known(plan.days[9].sessions[1], 'distance') and 1", 2, 2, true},
    };
    FOR_CASES(i, cases, read) {
        struct fixture f;
        struct answer answer;
        struct error error;
        char script[512];
        error_init(&error);
        snprintf(script, sizeof script,
                 RULE_HEAD "prefer = function(day, plan) local n = %s; return 0, 'x' end }",
                 cases[i].read);
        open_fixture(&f, script);
        fixture_run(f.plan, 10, 500);
        FOR_COUNT(int, times, 2) { /* asked, then remembered */
            assert_true(rule_prefer(f.rules, 0, 1, 3, &answer, &error));
            assert_int_equal(answer.kind, ANSWER_GIVEN);
            if (answer.read.all != cases[i].days || answer.read.amounts != cases[i].amounts ||
                answer.reads_sessions != cases[i].sessions)
                fail_msg("%s: %x", cases[i].read, answer.read.all);
        }
        error_release(&error);
        close_fixture(&f);
    }
}

static void a_week_s_answer_goes_by_the_days_that_were_read_and_not_by_sums(void **state)
{
    (void)state;
    struct fixture f;
    struct answer answer;
    struct error error;
    error_init(&error);
    open_fixture(&f, RULE_HEAD "allow_week = function(week) for _, day in ipairs(week.days) do "
                               "if day.distance * 2 >= week.distance then return false, 'x' end "
                               "end return true end }");
    fixture_run(f.plan, 9, 1900);
    fixture_run(f.plan, 12, 300);
    assert_true(rule_allow_week(f.rules, 0, 1, &answer, &error));
    assert_int_equal(answer.kind, ANSWER_REFUSED);
    assert_int_equal(answer.read.all, 1 | 2 | 4);
    assert_false(answer.reads_sessions);
    error_release(&error);
    close_fixture(&f);
}

/* ---- the built-in rules, about plans that change at random ---- */

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % below;
}

/* Puts something else on a day. */
static void change(struct plan *plan, unsigned *seed)
{
    size_t at = next_random(seed, WEEKS * DAYS_PER_WEEK);
    struct day *day = &plan->weeks[at / DAYS_PER_WEEK].days[at % DAYS_PER_WEEK];
    day->session_count = 0;
    for (unsigned runs = next_random(seed, 3); runs > 0; runs--) {
        struct session *run = fixture_run(plan, at, 300 + 200 * (int)next_random(seed, 9));
        run->kind = (enum session_kind)next_random(seed, SESSION_KIND_COUNT);
        run->effort = (enum effort)next_random(seed, 3);
        run->climb_m = run->descent_m = 150 * (int)next_random(seed, 4);
        if (next_random(seed, 5) == 0)
            run->descent_m = UNKNOWN;
    }
}

static void assert_same_text(const char *a, const char *b)
{
    if (a && b)
        assert_string_equal(a, b);
    else
        assert_ptr_equal(a, b);
}

static void assert_same(const struct answer *a, const struct answer *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->score, b->score);
    assert_int_equal(a->date, b->date);
    assert_int_equal(a->read.all, b->read.all);
    assert_int_equal(a->read.amounts, b->read.amounts);
    assert_int_equal(a->reads_sessions, b->reads_sessions);
    assert_same_text(a->because, b->because);
    assert_same_text(a->field, b->field);
}

static void assert_same_limits(const struct limits *a, const struct limits *b)
{
    FOR_COUNT(int, kind, LIMIT_KIND_COUNT) {
        assert_int_equal(a->of[kind].max, b->of[kind].max);
        if (a->of[kind].max != INT_MAX)
            assert_string_equal(a->of[kind].because, b->of[kind].because);
    }
}

/* Asks both rulesets all that the planner asks about a day. */
static void compare(struct ruleset *old, struct ruleset *new, size_t week, size_t day)
{
    struct error error;
    error_init(&error);
    FOR_COUNT(size_t, rule, ruleset_count(old)) {
        struct answer a, b;
        struct limits of_a, of_b;
        assert_true(rule_limit_week(old, rule, week, &of_a, &a, &error));
        assert_true(rule_limit_week(new, rule, week, &of_b, &b, &error));
        assert_same(&a, &b);
        assert_same_limits(&of_a, &of_b);
        assert_true(rule_limit_day(old, rule, week, day, &of_a, &a, &error));
        assert_true(rule_limit_day(new, rule, week, day, &of_b, &b, &error));
        assert_same(&a, &b);
        assert_same_limits(&of_a, &of_b);
        enum session_kind kind = (enum session_kind)(day % SESSION_KIND_COUNT);
        assert_true(rule_limit_session(old, rule, week, day, kind, &of_a, &a, &error));
        assert_true(rule_limit_session(new, rule, week, day, kind, &of_b, &b, &error));
        assert_same(&a, &b);
        assert_same_limits(&of_a, &of_b);
        assert_true(rule_allow(old, rule, week, day, &a, &error));
        assert_true(rule_allow(new, rule, week, day, &b, &error));
        assert_same(&a, &b);
        assert_true(rule_prefer(old, rule, week, day, &a, &error));
        assert_true(rule_prefer(new, rule, week, day, &b, &error));
        assert_same(&a, &b);
    }
    error_release(&error);
}

static struct ruleset *built_in_rules(const struct plan *plan)
{
    struct error error;
    error_init(&error);
    struct ruleset *rules = ruleset_new();
    ruleset_set_library(rules, "scripts/rules/lib");
    assert_true(ruleset_add_folder(rules, "scripts/rules", RULE_BUILT_IN, &error));
    assert_true(ruleset_bind(rules, plan, &error));
    error_release(&error);
    return rules;
}

static void remembered_answers_are_those_of_rules_that_are_asked_anew(void **state)
{
    (void)state;
    unsigned seed = 7;
    struct error error;
    error_init(&error);
    struct plan *plan = fixture_plan(WEEKS);
    plan->race.date = FIRST_MONDAY + WEEKS * DAYS_PER_WEEK - 1;
    plan->race.distance.metres = 21097;
    plan->breaks = &(struct training_break){
        .first = FIRST_MONDAY + 2, .last = FIRST_MONDAY + 8, .reason = ABSENCE_ILLNESS};
    plan->break_count = 1;
    struct ruleset *old = built_in_rules(plan), *new = built_in_rules(plan);
    FOR_COUNT(int, i, SHUFFLE) {
        change(plan, &seed);
        assert_true(ruleset_bind(new, plan, &error)); /* it forgets */
        compare(old, new, next_random(&seed, WEEKS), next_random(&seed, DAYS_PER_WEEK));
    }
    ruleset_free(old);
    ruleset_free(new);
    plan_free(plan);
    error_release(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_is_asked_again_only_where_what_it_read_has_changed),
        cmocka_unit_test(an_answer_is_for_all_days_that_the_script_did_not_look_at),
        cmocka_unit_test(a_new_binding_forgets_all_answers),
        cmocka_unit_test(what_is_not_judged_is_remembered_with_its_place),
        cmocka_unit_test(an_answer_tells_which_other_days_of_the_week_it_goes_by),
        cmocka_unit_test(a_week_s_answer_goes_by_the_days_that_were_read_and_not_by_sums),
        cmocka_unit_test(a_kind_of_run_has_an_answer_of_its_own),
        cmocka_unit_test(what_a_plan_begins_with_is_worked_out_once),
        cmocka_unit_test(what_changes_cannot_be_read_once),
        cmocka_unit_test(remembered_answers_are_those_of_rules_that_are_asked_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
