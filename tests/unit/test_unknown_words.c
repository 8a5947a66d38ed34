/* Words that scripts compare with fields: which are told as ones that no plan has. */

#include "cases.h"
#include "base/text.h"
#include "script/unknown_words.h"
#include "script/fields.h"

/* The warnings as lines "LINE: TEXT". */
static void assert_warnings(const char *script, const char *expected)
{
    struct error error;
    struct text lines = TEXT_INIT;
    error_init(&error);
    unknown_words_warn("x.lua", script, &error);
    assert_false(error_is_set(&error));
    for (size_t i = 0; i < error.count; i++)
        text_printf(&lines, "%d: %s\n", error.messages[i].line, error.messages[i].text);
    assert_string_equal(text_string(&lines), expected);
    text_release(&lines);
    error_release(&error);
}

static void words_that_no_plan_has_are_told(void **state)
{
    (void)state;
    assert_warnings("if session.kind == \"strenght\" then",
                    "1: kind is never 'strenght'; did you mean 'strength'?\n");
    assert_warnings("x = [[]] .. [==[]==] if session.kind == \"strenght\" then --[[]]",
                    "1: kind is never 'strenght'; did you mean 'strength'?\n");
    assert_warnings("\n\nreturn day . weekday ~= 'Sat'",
                    "3: weekday is never 'Sat'; did you mean 'sat'?\n");
    assert_warnings(
        "local phase = week.phase\nif phase == 'spring' then",
        "2: phase is never 'spring'; it is one of base, build, peak, taper, race, recovery\n");
    assert_warnings("x.effort == 'hard' or x.effort == 'hardest' or x.effort == 'easyy'",
                    "1: effort is never 'hardest'; did you mean 'hard'?\n"
                    "1: effort is never 'easyy'; did you mean 'easy'?\n");
}

static void words_of_every_field_are_known(void **state)
{
    (void)state;
    FOR_VALUES(enum view_kind, kind, 0, kind < VIEW_FIRST_LIST, kind++)
        for (const struct view_field *field = view_fields(kind); field_name(field);
             field = field_next(field)) {
            const struct word_list *words = field_words(field);
            for (size_t i = 0; words && i < words->count; i++) {
                struct text script = TEXT_INIT;
                if (words->words[i])
                    text_printf(&script, "x.%s == '%s'", field_name(field), words->words[i]);
                assert_warnings(text_string(&script), "");
                text_release(&script);
            }
        }
}

static void other_texts_are_left_alone(void **state)
{
    (void)state;
    static const char *const scripts[] = {
        "set.kind == 'any'",
        "session.title == 'Hills'",
        "kind = 'any'",
        "'a' .. kind .. 'b' == 'c'",
        "-- kind == 'any'",
        "--[[ kind == 'any'\n kind == 'any' ]]",
        "--[==[ ]] kind == 'any' ]==]",
        "x = [[ kind == 'any' ]]",
        "x = 'kind == \\'any\\''",
        "x = \"kind == 'any'\"",
        "kind == other",
        "kind ==",
        "kind == 'easy",
        "'",
        "[",
        "[=",
        "--[",
        "--[[",
        "\"\\",
        "",
    };
    FOR_EACH(i, scripts)
        assert_warnings(scripts[i], "");
}

static void lines_are_counted_through_texts_and_comments(void **state)
{
    (void)state;
    assert_warnings(
        "--[[\n\n]] x = [[\n]] y = 'a\\\nb'\n-- \nkind == 'any way'",
        "7: kind is never 'any way'; it is one of build, hold, lighter, taper, race, "
        "recovery, return, easy, long, uphill, downhill, tempo, intervals, race_pace, strides, "
        "run_walk, tune_up, cross, strength, drills, warm_up, run, cool_down\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_no_plan_has_are_told),
        cmocka_unit_test(words_of_every_field_are_known),
        cmocka_unit_test(other_texts_are_left_alone),
        cmocka_unit_test(lines_are_counted_through_texts_and_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
