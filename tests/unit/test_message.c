/* Messages: marks of each kind, keys, plurals, parts, and whatever else somebody may write. */
#include "files_fixture.h"

#include "files/language_file.h"
#include "words/message.h"

/* A message in a language of one's own; the arena is the caller's. */
static const char *phrase(struct arena *arena, enum units units, const struct language *language,
                          const char *message)
{
    const struct words words = {arena, units, language};
    return message_phrase(&words, message);
}

static struct language *language_of(const char *name, const char *text)
{
    struct error error;
    error_init(&error);
    char *path = fixture_file(text, strlen(text));
    struct language *language = language_read(path, name, &error);
    unlink(path);
    free(path);
    assert_messages(&error, "");
    assert_non_null(language);
    return language;
}

static const struct {
    const char *mark, *key, *in_km, *in_mi;
} marks[] = {
    {"{42.5 km}", "{distance}", "42.5 km", "26.41 mi"},
    {"{26 mi}", "{distance}", "41.84 km", "26 mi"},
    {"{0 km}", "{distance}", "0 km", "0 mi"},
    {"{250 m}", "{elevation}", "250 m", "820 ft"},
    {"{110 %}", "{percent}", "110 %", "110 %"},
    {"{2.5 %}", "{percent}", "2.5 %", "2.5 %"},
    {"{2027-03-07}", "{date}", "2027-03-07", "2027-03-07"},
    {"{sun}", "{weekday}", "Sunday", "Sunday"},
    {"{sun 2027-03-07}", "{day}", "Sunday 2027-03-07", "Sunday 2027-03-07"},
    {"{sun of week 3}", "{day}", "Sunday of week 3", "Sunday of week 3"},
    {"{45 min}", "{time}", "45 min", "45 min"},
    {"{75 min}", "{time}", "1 h 15 min", "1 h 15 min"},
    {"{3:50:00}", "{time}", "3:50:00", "3:50:00"},
    {"{0:45}", "{time}", "0:45", "0:45"},
    {"{5:20 /km}", "{pace}", "5:20/km", "8:35/mi"},
    {"{8:35 /mi}", "{pace}", "5:20/km", "8:35/mi"},
    {"{7}", "{count}", "7", "7"},
    {"{Long run}", "{name}", "Long run", "Long run"},
    {"{43 kms}", "{name}", "43 kms", "43 kms"},
    {"{007}", "{name}", "007", "007"},
    {"{2027-02-30}", "{name}", "2027-02-30", "2027-02-30"},
    {"{99999999999999999999}", "{name}", "99999999999999999999", "99999999999999999999"},
    {"{1000001 km}", "{name}", "1000001 km", "1000001 km"},
};

static void each_mark_has_its_kind_and_its_words(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        assert_string_equal(message_key(arena, marks[i].mark), marks[i].key);
        assert_string_equal(phrase(arena, UNITS_KM, NULL, marks[i].mark), marks[i].in_km);
        assert_string_equal(phrase(arena, UNITS_MI, NULL, marks[i].mark), marks[i].in_mi);
    }
}

static void what_is_marked_reads_back(void **state)
{
    struct arena *arena = *state;
    struct plan *plan = plan_new();
    plan->weeks = arena_array(plan->arena, 1, sizeof *plan->weeks);
    plan->week_count = 1;
    char mark[MARK_SIZE];
    assert_string_equal(mark_distance(4250, UNITS_KM, mark), marks[0].mark);
    assert_string_equal(mark_distance(2600, UNITS_MI, mark), marks[1].mark);
    assert_string_equal(mark_elevation(250, mark), marks[3].mark);
    assert_string_equal(mark_percent(110, mark), marks[4].mark);
    assert_string_equal(mark_date(20884, mark), "{2027-03-07}");
    assert_string_equal(mark_weekday(SUNDAY, mark), "{sun}");
    assert_string_equal(mark_day(plan, 20884, mark), "{sun 2027-03-07}");
    plan->is_undated = true;
    plan->weeks[0].start = 20878;
    assert_string_equal(mark_day(plan, 20884, mark), "{sun of week 1}");
    assert_string_equal(mark_duration(45 * 60, mark), "{45 min}");
    assert_string_equal(mark_duration(45 * 60 + 1, mark), "{45:01}");
    assert_string_equal(mark_time(13800, mark), "{3:50:00}");
    assert_string_equal(mark_pace(320, UNITS_KM, mark), "{5:20 /km}");
    assert_string_equal(mark_count(7, mark), "{7}");
    assert_string_equal(mark_name(arena, "Long run"), "{Long run}");
    plan_free(plan);
}

static void no_name_reads_as_a_value_or_opens_a_mark(void **state)
{
    struct arena *arena = *state;
    static const char *const names[] = {"10 km", "2027", "5:30", "sun",   "a {b} c", "}",
                                        "{",     "{{",   "",     "110 %", "{3 km",   "Run & Fun"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_string_equal(phrase(arena, UNITS_MI, NULL, mark_name(arena, names[i])), names[i]);
        assert_string_equal(phrase(arena, UNITS_MI, NULL, message_plain(arena, names[i])),
                            names[i]);
    }
    assert_null(message_plain(arena, NULL));
    assert_null(phrase(arena, UNITS_KM, NULL, NULL));
}

static void texts_without_marks_stand_as_they_are(void **state)
{
    struct arena *arena = *state;
    static const char *const texts[] = {"110 % of 42.5 km: far; too far. Really.",
                                        "a } b",
                                        "{",
                                        "a {",
                                        "{}",
                                        "a {} b",
                                        "}{",
                                        "x {open, and never shut",
                                        "",
                                        " ",
                                        ": ",
                                        "; . :",
                                        "ends: "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(phrase(arena, UNITS_MI, NULL, texts[i]), texts[i]);
    assert_string_equal(phrase(arena, UNITS_KM, NULL, "{{5 km} {a {5 km}"), "{5 km} {a 5 km");
}

static void keys_number_the_second_of_a_kind(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(message_key(arena, "{110 %} of {55.5 km}, the week before"),
                        "{percent} of {distance}, the week before");
    assert_string_equal(message_key(arena, "{5 km} of {7 km}, {2} of {3} in {9 mi}"),
                        "{distance} of {distance_2}, {count} of {count_2} in {distance_3}");
    assert_string_equal(message_key(arena, "{{ is a brace"), "{{ is a brace");
}

static void the_language_orders_and_writes_the_values(void **state)
{
    struct arena *arena = *state;
    struct language *language = language_of(
        "de", "phrases: {decimal_mark: \",\", text_sunday: Sonntag, text_date: \"{1}.{2}.{3}\"}\n"
              "plan:\n"
              "  - {en: \"{percent} of {distance}\", to: \"von {distance} {percent}, {nothing}\"}\n"
              "  - {en: \"{distance} after {distance_2}\", to: \"nach {distance_2}: {distance}\"}\n"
              "  - {en: Long run, to: Langer Lauf}\n");
    assert_string_equal(phrase(arena, UNITS_KM, language, "{110 %} of {42.5 km}"),
                        "von 42,5 km 110 %, {nothing}");
    assert_string_equal(phrase(arena, UNITS_MI, language, "{110 %} of {42.5 km}"),
                        "von 26,41 mi 110 %, {nothing}");
    assert_string_equal(phrase(arena, UNITS_KM, language, "{1.5 km} after {2.5 km}"),
                        "nach 2,5 km: 1,5 km");
    assert_string_equal(phrase(arena, UNITS_KM, language, "{Long run} on {sun 2027-03-07}"),
                        "Langer Lauf on Sonntag 07.03.2027");
    language_free(language);
}

static void words_follow_their_count(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *language;
        int count;
        const char *word;
    } cases[] = {
        {"en", 0, "other"},  {"en", 1, "one"},    {"en", 2, "other"}, {"en", 21, "other"},
        {"fr", 0, "one"},    {"fr", 1, "one"},    {"fr", 2, "other"}, {"pt", 0, "one"},
        {"ru", 1, "one"},    {"ru", 2, "few"},    {"ru", 4, "few"},   {"ru", 5, "many"},
        {"ru", 11, "many"},  {"ru", 12, "many"},  {"ru", 21, "one"},  {"ru", 22, "few"},
        {"ru", 111, "many"}, {"ru", 121, "one"},  {"ru", 0, "many"},  {"pl", 1, "one"},
        {"pl", 2, "few"},    {"pl", 5, "many"},   {"pl", 12, "many"}, {"pl", 21, "many"},
        {"pl", 22, "few"},   {"pl", 112, "many"}, {"xx", 1, "one"},   {"xx", 2, "other"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct language *language = language_of(
            cases[i].language,
            "phrases: {decimal_mark: \",\"}\n"
            "plan:\n"
            "  - {en: \"{count} days\", to: \"{count:one=one|few=few|many=many|other=other}\"}\n"
            "  - {en: \"{distance} far\", to: \"{distance:one=one|other=other}\"}\n"
            "  - {en: \"{count} odd\", to: \"{count:two}{count:}{count:one=}\"}\n");
        assert_string_equal(
            phrase(arena, UNITS_KM, language, arena_printf(arena, "{%d} days", cases[i].count)),
            cases[i].word);
        assert_string_equal(phrase(arena, UNITS_KM, language, "{1.5 km} far"), "other");
        assert_string_equal(phrase(arena, UNITS_KM, language, "{1} odd"), "two");
        language_free(language);
    }
    assert_string_equal(phrase(arena, UNITS_KM, NULL, "{1} hard days"), "1 hard day");
    assert_string_equal(phrase(arena, UNITS_KM, NULL, "{2} hard days"), "2 hard days");
}

static void what_is_not_known_as_a_whole_is_told_in_parts(void **state)
{
    struct arena *arena = *state;
    struct language *language =
        language_of("fr", "phrases: {text_colon: \" : \", text_semicolon: \" ; \"}\n"
                          "plan:\n"
                          "  - {en: \"not {weekday}\", to: \"pas {weekday}\"}\n"
                          "  - {en: \"a: b\", to: \"ab\"}\n"
                          "  - {en: \"a\", to: \"A\"}\n"
                          "  - {en: \"c\", to: \"C\"}\n"
                          "  - {en: \"So.\", to: \"Ainsi.\"}\n");
    const struct words words = {arena, UNITS_KM, language};
    static const char *const cases[][3] = {
        {"not {sun}: a: b", "pas Sunday : ab", NULL},
        {"not {sun}: a; c", "pas Sunday : A ; C", NULL},
        {"a: unknown: c", "A : unknown: C", "unknown"},
        {"So. So. a", "Ainsi. Ainsi. A", NULL},
        {"mine: {3 km}; yours", "mine: 3 km; yours", "mine"},
        {"a:b", "a:b", "a:b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *missing = message_missing(&words, cases[i][0]);
        assert_string_equal(message_phrase(&words, cases[i][0]), cases[i][1]);
        assert_string_equal(missing ? missing : "-", cases[i][2] ? cases[i][2] : "-");
    }
    language_free(language);
}

static bool is_no_brace(char c)
{
    return c != '{' && c != '}';
}

/* The text without its braces. */
static const char *without_braces(struct arena *arena, const char *text)
{
    char *bare = arena_strdup(arena, text), *to = bare;
    for (; *text; text++)
        if (is_no_brace(*text))
            *to++ = *text;
    *to = '\0';
    return bare;
}

static void nothing_is_lost_of_any_text(void **state)
{
    (void)state;
    static const char signs[] = "{}{}:;. ab|=_%";
    unsigned seed = 1;
    for (int i = 0; i < 20000; i++) {
        struct arena *arena = arena_new();
        char text[40];
        size_t length = (seed = seed * 1103515245 + 12345) / 65536 % (sizeof text - 1);
        for (size_t at = 0; at < length; at++)
            text[at] = signs[(seed = seed * 1103515245 + 12345) / 65536 % (sizeof signs - 1)];
        text[length] = '\0';
        const char *told = phrase(arena, UNITS_KM, NULL, text);
        assert_string_equal(without_braces(arena, told), without_braces(arena, text));
        assert_string_equal(phrase(arena, UNITS_KM, NULL, message_plain(arena, text)), text);
        arena_free(arena);
    }
}

static void long_texts_are_told_whole(void **state)
{
    struct arena *arena = *state;
    static const char *const parts[] = {"a: ", "{3 km}; ", "{{", "{", "x. "};
    static const size_t sizes[] = {3000, 1000000};
    for (size_t i = 0; i < 2 * sizeof parts / sizeof *parts; i++) {
        size_t size = i % 2;
        struct text text = TEXT_INIT;
        while (text.length < sizes[size])
            text_append(&text, parts[i / 2]);
        const char *told = phrase(arena, UNITS_KM, NULL, text_string(&text));
        assert_true(strlen(told) >= text.length / 2);
        text_release(&text);
    }
}

static int open_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    arena_free(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_mark_has_its_kind_and_its_words),
        TEST(what_is_marked_reads_back),
        TEST(no_name_reads_as_a_value_or_opens_a_mark),
        TEST(texts_without_marks_stand_as_they_are),
        TEST(keys_number_the_second_of_a_kind),
        TEST(the_language_orders_and_writes_the_values),
        TEST(words_follow_their_count),
        TEST(what_is_not_known_as_a_whole_is_told_in_parts),
        TEST(nothing_is_lost_of_any_text),
        TEST(long_texts_are_told_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
