/* What a script finds in its sandbox, and what an error in it says. */
#include "rules_fixture.h"

#include <stdio.h>

/* The first error of a text loaded as a rule; "" where there is none. */
static char *load_error(const char *script, int *line)
{
    static char message[1024];
    struct error error;
    error_init(&error);
    struct ruleset *rules = ruleset_new();
    ruleset_add_text(rules, "test.lua", script, &error);
    snprintf(message, sizeof message, "%s", error.count ? error.messages[0].text : "");
    if (line)
        *line = error.count ? error.messages[0].line : 0;
    ruleset_free(rules);
    error_release(&error);
    return message;
}

/* Runs statements at the top of a script; an assert() in them that fails, fails the test. */
static void run(const char *statements)
{
    char script[4096];
    snprintf(script, sizeof script, "%s " RULE_HEAD "allow = function() end }", statements);
    assert_string_equal(load_error(script, NULL), "");
}

static void only_safe_names_are_there(void **state)
{
    (void)state;
    static const char *const gone[] = {
        "dofile",
        "loadfile",
        "load",
        "collectgarbage",
        "xpcall",
        "setmetatable",
        "getmetatable",
        "rawget",
        "rawset",
        "rawlen",
        "rawequal",
        "next",
        "print",
        "warn",
        "_G",
        "require",
        "io",
        "os",
        "debug",
        "coroutine",
        "utf8",
        "_VERSION",
        "string.dump",
        "string.match",
        "string.gmatch",
        "string.gsub",
        "table.move",
        "math.random",
        "math.randomseed",
    };
    FOR_EACH(i, gone) {
        char script[128];
        snprintf(script, sizeof script, "local x = %s", gone[i]);
        assert_non_null(strstr(load_error(script, NULL), gone[i]));
    }
}

static void find_is_plain_and_counts_like_lua(void **state)
{
    (void)state;
    run("assert(string.find('a.b', '.') == 2)"
        "assert(not string.find('abc', '%a'))"
        "local from, to = ('2027-02-15'):find('-', 6) assert(from == 8 and to == 8)"
        "assert(('abcabc'):find('b', -2) == 5)"
        "assert(('abc'):find('') == 1 and ('abc'):find('', 4) == 4 and not ('abc'):find('', 5))"
        "assert(not ('ab'):find('abc'))");
}

static void pairs_goes_by_key(void **state)
{
    (void)state;
    run("local seen = {}"
        "for key, value in pairs({z = 1, a = 2, [3] = 3, [1] = 4}) do"
        "  seen[#seen + 1] = key .. '=' .. value "
        "end "
        "assert(table.concat(seen, ' ') == '1=4 3=3 a=2 z=1')");
}

static void entries_removed_on_the_way_are_left_out(void **state)
{
    (void)state;
    run("local t, n = {a = 1, b = 2, c = 3}, 0 "
        "for key in pairs(t) do n = n + 1; t.b = nil; assert(key ~= 'b') end assert(n == 2)");
}

static void sort_is_stable(void **state)
{
    (void)state;
    run("local list = {} for i = 1, 300 do list[i] = {key = i % 3, place = i} end "
        "table.sort(list, function(a, b) return a.key < b.key end) "
        "for i = 2, 300 do local a, b = list[i - 1], list[i] "
        "assert(a.key < b.key or (a.key == b.key and a.place < b.place)) end "
        "local words = {'c', 'a', 'b'} table.sort(words) assert(table.concat(words) == 'abc')");
}

static void an_error_names_file_line_and_way(void **state)
{
    (void)state;
    int line;
    const char *message = load_error("local function f()\n error('too far')\nend\nf()\n", &line);
    assert_int_equal(line, 2);
    assert_non_null(strstr(message, "too far\n    test.lua:2 in f\n    test.lua:4"));
}

static void a_syntax_error_has_its_line_even_in_a_long_path(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    struct ruleset *rules = ruleset_new();
    char path[200] = "";
    while (strlen(path) < 180)
        strcat(path, "long-folder/");
    assert_false(ruleset_add_text(rules, path, "\n\nx = = 1", &error));
    assert_string_equal(error.messages[0].file, path);
    assert_int_equal(error.messages[0].line, 3);
    ruleset_free(rules);
    error_release(&error);
}

static void pcall_gives_ordinary_errors_back(void **state)
{
    (void)state;
    run("local done, reason = pcall(error, 'no', 0) assert(not done and reason == 'no')"
        "local ok, a, b = pcall(function(...) return ... end, 1, 2) assert(ok and a == 1 and b == "
        "2)");
}

static void fuel_is_fresh_for_each_call(void **state)
{
    (void)state;
    struct plan *plan = fixture_plan(1);
    struct ruleset *rules = fixture_rules(
        RULE_HEAD "allow = function() for i = 1, 400000 do end return true end }", plan);
    struct error error;
    error_init(&error);
    struct answer answer;
    FOR_COUNT(int, i, 20) {
        assert_true(rule_allow(rules, 0, 0, 0, &answer, &error));
        assert_int_equal(answer.kind, ANSWER_GIVEN);
    }
    ruleset_free(rules);
    plan_free(plan);
}

static void a_rule_works_after_it_ran_away(void **state)
{
    (void)state;
    struct plan *plan = fixture_plan(1);
    struct ruleset *rules = fixture_rules(
        RULE_HEAD "allow = function(day) while day.number == 1 do end return true end }", plan);
    struct error error;
    error_init(&error);
    struct answer answer;
    assert_false(rule_allow(rules, 0, 0, 0, &answer, &error));
    assert_true(rule_allow(rules, 0, 0, 1, &answer, &error));
    assert_int_equal(error.status, STATUS_BAD_INPUT);
    error_release(&error);
    ruleset_free(rules);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_safe_names_are_there),
        cmocka_unit_test(find_is_plain_and_counts_like_lua),
        cmocka_unit_test(pairs_goes_by_key),
        cmocka_unit_test(entries_removed_on_the_way_are_left_out),
        cmocka_unit_test(sort_is_stable),
        cmocka_unit_test(an_error_names_file_line_and_way),
        cmocka_unit_test(a_syntax_error_has_its_line_even_in_a_long_path),
        cmocka_unit_test(pcall_gives_ordinary_errors_back),
        cmocka_unit_test(fuel_is_fresh_for_each_call),
        cmocka_unit_test(a_rule_works_after_it_ran_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
