/* Languages: phrases and their places, what is missing, and every language file there is. */
#include "files_fixture.h"

#include <glob.h>

#include "files/language_file.h"
#include "words/words.h"

static struct language *read_text(const char *text, struct error *error)
{
    char *path = fixture_file(text, strlen(text));
    error_init(error);
    struct language *language = language_read(path, "xx", error);
    unlink(path);
    free(path);
    return language;
}

static void phrases_are_filled_in_the_order_of_the_language(void **state)
{
    (void)state;
    struct error error;
    struct language *language = read_text("phrases:\n"
                                          "  weeks_of: \"{3} in all, {1} to {2}\"\n"
                                          "  decimal_mark: \",\"\n",
                                          &error);
    struct arena *arena = arena_new();
    struct words words = {arena, UNITS_KM, language};
    assert_string_equal(SAY(&words, PHRASE_WEEKS_OF, "9", "13", "18"), "18 in all, 9 to 13");
    assert_string_equal(words_distance(&words, 850), "8,5 km");
    assert_string_equal(SAY(&words, PHRASE_WEEK_NUMBER, "{9}"), "Week {9}"); /* in English */
    arena_free(arena);
    language_free(language);
    assert_messages(&error, "");
}

static void sentences_of_plans_are_translated_where_they_are_known(void **state)
{
    (void)state;
    struct error error;
    struct language *language = read_text("phrases: {decimal_mark: \",\"}\n"
                                          "plan:\n"
                                          "  - {en: Long run, to: Langer Lauf}\n"
                                          "  - {en: Easy run, to: Lockerer Lauf}\n",
                                          &error);
    assert_string_equal(language_translate(language, "Easy run"), "Lockerer Lauf");
    assert_string_equal(language_translate(language, "Long run"), "Langer Lauf");
    assert_string_equal(language_translate(language, "Mud run"), "Mud run");
    assert_string_equal(language_translate(NULL, "Easy run"), "Easy run");
    assert_null(language_translate(language, NULL));
    language_free(language);
    assert_messages(&error, "");
}

static void mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    struct error error;
    assert_null(read_text("phrases:\n"
                          "  week_of: \"Woche {1}\"\n"
                          "  wek: Woche\n",
                          &error));
    assert_messages(&error, "2:12: error: phrases.week_of: must name the same places in braces as "
                            "the English \"Week {1} of {2}\"\n"
                            "3:3: error: phrases: unknown key \"wek\"; did you mean \"week\"?\n");
}

static void every_language_file_is_sound(void **state)
{
    (void)state;
    glob_t files;
    assert_int_equal(glob("templates/pages/text.*.yaml", 0, NULL, &files), 0);
    FOR_COUNT(size_t, i, files.gl_pathc) {
        struct error error;
        error_init(&error);
        struct language *language = language_read(files.gl_pathv[i], "xx", &error);
        assert_messages(&error, "");
        assert_non_null(language);
        language_free(language);
    }
    globfree(&files);
}

static void the_english_file_is_what_is_built_in(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    struct language *language = language_read("templates/pages/text.en.yaml", "en", &error);
    assert_non_null(language);
    FOR_COUNT(int, i, PHRASE_COUNT)
        assert_string_equal(language->phrases[i], phrase_english((enum phrase)i));
    for (size_t i = 0; i < language->translation_count; i++)
        assert_string_equal(language->translations[i].text,
                            language_sentence(NULL, language->translations[i].english));
    language_free(language);
    assert_messages(&error, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_filled_in_the_order_of_the_language),
        cmocka_unit_test(sentences_of_plans_are_translated_where_they_are_known),
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(every_language_file_is_sound),
        cmocka_unit_test(the_english_file_is_what_is_built_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
