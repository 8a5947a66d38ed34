/* Dates, quantities, text, files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cases.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/quantity.h"
#include "base/text.h"

static int day(const char *text)
{
    int date;
    assert_true(date_parse(text, &date));
    return date;
}

static void dates_count_whole_days_across_summer_time_and_leap_days(void **state)
{
    (void)state;
    assert_int_equal(day("2026-04-20") - day("2026-02-23"), 56);
    assert_int_equal(day("2028-03-01") - day("2028-02-28"), 2);
    assert_int_equal(day("2027-03-01") - day("2027-02-28"), 1);
    assert_int_equal(day("1970-01-01"), 0);
    assert_int_equal(date_weekday(day("2027-04-19")), MONDAY);
    assert_int_equal(date_weekday(day("1900-01-01")), MONDAY);
}

static void every_date_of_three_centuries_reads_back(void **state)
{
    (void)state;
    char text[DATE_TEXT_SIZE];
    FOR_VALUES(int, date, day("1900-01-01"), date <= day("2199-12-31"), date++) {
        assert_int_equal(day(date_format(date, text)), date);
        assert_int_equal((date_weekday(date) + 1) % 7, date_weekday(date + 1));
    }
}

static void dates_that_do_not_exist_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"2027-02-29", "2027-13-01", "2027-00-10",  "2027-4-1",
                                      "",           "2027-04-31", "2027-04-1x",  "20270419",
                                      "1899-12-31", "2200-01-01", "2027-04-019", " 2027-04-19"};
    int date;
    FOR_EACH(i, bad)
        assert_false(date_parse(bad[i], &date));
}

static void week_starts_may_be_any_weekday(void **state)
{
    (void)state;
    assert_int_equal(date_on_or_before(day("2027-04-19"), MONDAY), day("2027-04-19"));
    assert_int_equal(date_on_or_before(day("2027-04-19"), SUNDAY), day("2027-04-18"));
    assert_int_equal(weekday_offset(MONDAY, SUNDAY), 1);
    assert_int_equal(weekday_offset(SUNDAY, MONDAY), 6);
}

static void decimals_are_read_exactly(void **state)
{
    (void)state;
    int value;
    assert_true(decimal_parse("42.195", 3, &value) && value == 42195);
    assert_true(decimal_parse("8.5", 2, &value) && value == 850);
    assert_true(decimal_parse("8", 2, &value) && value == 800);
    static const char *const bad[] = {"",
                                      "8.",
                                      ".5",
                                      "-1",
                                      "+1",
                                      "1e3",
                                      "8.555",
                                      "8,5",
                                      "nan",
                                      "16abc",
                                      "99999999999999999999",
                                      "1000000.01"};
    FOR_EACH(i, bad)
        assert_false(decimal_parse(bad[i], 2, &value));
}

static void printed_distances_read_back(void **state)
{
    (void)state;
    char text[QUANTITY_TEXT_SIZE];
    int value;
    FOR_COUNT(int, distance, 25000) {
        assert_true(decimal_parse(distance_format(distance, text), 2, &value));
        assert_int_equal(value, distance);
    }
}

static void durations_are_read_and_printed(void **state)
{
    (void)state;
    char text[QUANTITY_TEXT_SIZE];
    int seconds;
    assert_true(duration_parse("45:30", &seconds) && seconds == 2730);
    assert_true(duration_parse("3:30:00", &seconds) && seconds == 12600);
    assert_true(hours_minutes_parse("1:15", &seconds) && seconds == 4500);
    assert_string_equal(duration_format(2730, text), "45:30");
    assert_string_equal(duration_format(12600, text), "3:30:00");
    static const char *const bad[] = {"",           "45",  "1:60", "1:2",
                                      "1:00:00:00", ":30", "1:-1", "300:00:00"};
    FOR_EACH(i, bad)
        assert_false(duration_parse(bad[i], &seconds));
}

static void metres_convert_by_the_international_mile(void **state)
{
    (void)state;
    assert_int_equal(distance_from_m(42195, UNITS_KM), 4220);
    assert_int_equal(distance_from_m_floor(42195, UNITS_KM), 4219);
    assert_int_equal(distance_from_m(42195, UNITS_MI), 2622);
    assert_int_equal(distance_to_m(100, UNITS_MI), 1609);
    assert_int_equal(scale_floor(2000000000, 110, 100), INT_MAX);
}

static void bytes_that_are_no_utf8_are_found(void **state)
{
    (void)state;
    size_t bad;
    assert_true(
        utf8_is_valid("Łukasz Müller, Ελένη, Юлия", strlen("Łukasz Müller, Ελένη, Юлия"), &bad));
    assert_false(utf8_is_valid("a\xC0\xAF", 3, &bad)); /* overlong */
    assert_int_equal(bad, 1);
    assert_false(utf8_is_valid("\xED\xA0\x80", 3, &bad)); /* surrogate */
    assert_false(utf8_is_valid("ab\xE2\x82", 4, &bad));   /* cut off */
    assert_false(utf8_is_valid("a\0b", 3, &bad));
    assert_int_equal(utf8_length("Ελένη"), 5);
}

static void a_near_word_is_suggested_and_a_far_one_is_not(void **state)
{
    (void)state;
    static const char *const words[] = {"distance", "date", "descent_m"};
    assert_string_equal(text_nearest("distnace", words, 3), "distance");
    assert_string_equal(text_nearest("descentm", words, 3), "descent_m");
    assert_null(text_nearest("elevation", words, 3));
}

static void text_and_arena_grow(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    struct arena *arena = arena_new();
    assert_string_equal(text_string(&text), "");
    FOR_COUNT(int, i, 5000) {
        text_printf(&text, "%d,", i % 10);
        assert_int_equal(atol(arena_printf(arena, "%d", i)), i);
    }
    assert_int_equal(text.length, 10000);
    text_printf(&text, "%300d", 1);
    assert_int_equal(text.length, 10300);
    char *large = arena_alloc(arena, 1 << 20);
    assert_int_equal(large[(1 << 20) - 1], 0);
    arena_free(arena);
    text_release(&text);
}

/* Runs in a folder of its own. */
static char folder[] = "/tmp/hillplan-test-XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    (void)state;
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void what_is_told_is_seen_and_commands_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *name, *told;
        size_t length; /* 0: of the string */
    } cases[] = {
        {"plain\tand\nmore\r\n", "plain\tand\nmore\r\n", 0},
        {"a\x1b[31mb\x07", "a [31mb ", 0},
        {"a\rb", "a b", 0},
        {"a\0b", "a b", 3},
        {"a\xc2\x9b"
         "b",
         "a b", 0},
        {"a\xe2\x80\xae"
         "b\xe2\x81\xa6"
         "c\xe2\x80\x8b",
         "abc", 0},
        {"\xef\xbb\xbfü\xc2\xad–\xe2\x80\xa8…", "ü– …", 0},
        {"\x9b \xff", "? ?", 0},
        {"", "", 0},
    };
    FOR_CASES(i, cases, told) {
        struct text told = TEXT_INIT;
        text_append_told(&told, cases[i].name,
                         cases[i].length ? cases[i].length : strlen(cases[i].name));
        assert_string_equal(text_string(&told), cases[i].told);
        text_release(&told);
    }
    struct error error;
    error_init(&error);
    char word[1001] = "";
    memset(word, 'x', sizeof word - 1);
    error_add(&error, STATUS_BAD_INPUT, "a\x1b", 0, 0, "'%s\n%s' ist\n    zu lang", "\x1b[2J",
              word);
    assert_string_equal(error.messages[0].file, "a ");
    assert_int_equal(strlen(error.messages[0].text), 325);
    assert_non_null(strstr(error.messages[0].text, "x… ist\n    zu lang"));
    error_release(&error);
}

static void writing_replaces_follows_links_and_keeps_the_mode(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    struct text read = TEXT_INIT;
    assert_true(file_write("a", "one", 3, &error));
    assert_int_equal(chmod("a", 0640), 0);
    assert_int_equal(symlink("a", "link"), 0);
    assert_true(file_write("link", "second", 6, &error));
    struct stat info;
    assert_int_equal(lstat("link", &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat("a", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_true(file_read((struct file_role){"the file", false}, "a", 100, &read, &error));
    assert_string_equal(text_string(&read), "second");
    assert_false(file_read((struct file_role){"the file", false}, "a", 5, &read, &error));
    assert_int_equal(error.status, STATUS_BAD_INPUT);
    text_release(&read);
    error_release(&error);
    unlink("a");
    unlink("link");
}

static void a_failed_write_is_a_system_error_and_leaves_nothing(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    assert_false(file_write("/dev/full", "x", 1, &error));
    assert_false(file_write("no/such/folder", "x", 1, &error));
    assert_false(file_write(".", "x", 1, &error));
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_false(file_write("link", "x", 1, &error));
    assert_int_equal(unlink("link"), 0);
    assert_int_equal(error.status, STATUS_SYSTEM);
    assert_int_equal(error.count, 4);
    assert_true(file_write("/dev/null", "x", 1, &error));
    struct stat info;
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
    size_t count;
    char **names = file_list(".", "", &count, &error);
    assert_int_equal(count, 0);
    free(names);
    error_release(&error);
}

static void folders_are_listed_in_bytewise_order(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    static const char *const names[] = {"b.lua", "B.lua", "a.lua", "c.txt", ".d.lua"};
    FOR_COUNT(size_t, i, 5)
        assert_true(file_write(names[i], "", 0, &error));
    size_t count;
    char **found = file_list(".", ".lua", &count, &error);
    assert_int_equal(count, 3);
    assert_string_equal(found[0], "B.lua");
    assert_string_equal(found[1], "a.lua");
    assert_string_equal(found[2], "b.lua");
    free(found);
    for (size_t i = 0; i < 5; i++)
        unlink(names[i]);
    error_release(&error);
}

/* Each word is found at its place, and a word with a letter too many means it. */
static void words_of_a_list_are_found_or_advised(void **state)
{
    static const struct word_list *const lists[] = {&weekday_words, &units_words};
    (void)state;
    FOR_EACH(l, lists) {
        FOR_COUNT(size_t, i, lists[l]->count) {
            struct text wrong = TEXT_INIT, advice = TEXT_INIT, expected = TEXT_INIT;
            const char *word = lists[l]->words[i];
            assert_int_equal(word_list_find(lists[l], word), i);
            text_printf(&wrong, "%sx", word);
            text_printf(&expected, "; did you mean '%s'?", word);
            assert_int_equal(word_list_find(lists[l], text_string(&wrong)), -1);
            word_list_advise(lists[l], text_string(&wrong), "'", &advice);
            assert_non_null(strstr(text_string(&advice), text_string(&expected)));
            text_release(&wrong);
            text_release(&advice);
            text_release(&expected);
        }
    }
    struct text advice = TEXT_INIT;
    word_list_advise(&units_words, "furlongs", "'", &advice);
    assert_string_equal(text_string(&advice), "km, mi");
    text_release(&advice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_count_whole_days_across_summer_time_and_leap_days),
        cmocka_unit_test(every_date_of_three_centuries_reads_back),
        cmocka_unit_test(dates_that_do_not_exist_are_refused),
        cmocka_unit_test(week_starts_may_be_any_weekday),
        cmocka_unit_test(decimals_are_read_exactly),
        cmocka_unit_test(printed_distances_read_back),
        cmocka_unit_test(durations_are_read_and_printed),
        cmocka_unit_test(metres_convert_by_the_international_mile),
        cmocka_unit_test(bytes_that_are_no_utf8_are_found),
        cmocka_unit_test(a_near_word_is_suggested_and_a_far_one_is_not),
        cmocka_unit_test(words_of_a_list_are_found_or_advised),
        cmocka_unit_test(text_and_arena_grow),
        cmocka_unit_test(what_is_told_is_seen_and_commands_nothing),
        cmocka_unit_test(writing_replaces_follows_links_and_keeps_the_mode),
        cmocka_unit_test(a_failed_write_is_a_system_error_and_leaves_nothing),
        cmocka_unit_test(folders_are_listed_in_bytewise_order),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
