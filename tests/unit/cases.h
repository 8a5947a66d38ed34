/*
 * cmocka for all tests, and loops whose failures say which item they are about:
 *
 *     tests/unit/test_base.c:93: bad[3] "-1": decimal_parse(bad[i], 2, &value) should be false
 *
 *     FOR_EACH(i, list)                 over an array; of texts, the text is told as well
 *     FOR_CASES(i, list, text)          over an array of structs; their member `text` is told
 *     FOR_COUNT(size_t, i, count)       from 0 on
 *     FOR_VALUES(int, day, first, day <= last, day++)
 *
 * Assertions are cmocka's by their names; numbers are told as such, with what they are of.
 */
#ifndef HILLPLAN_TESTS_CASES_H
#define HILLPLAN_TESTS_CASES_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Where a loop is. */
struct subject {
    struct subject *outer;
    const char *name, *text; /* text: of the item, or NULL */
    double value;
    bool is_index;
};

static struct subject *subject_now;

static inline void subject_print(const struct subject *subject)
{
    if (!subject)
        return;
    subject_print(subject->outer);
    print_error(subject->is_index ? "%s[%.10g]" : "%s = %.10g", subject->name, subject->value);
    if (subject->text)
        print_error(" \"%s\"", subject->text);
    print_error(": ");
}

/* Begins the message of a failure; the loops end with it. */
static inline void subject_tell(const char *file, int line)
{
    print_error("%s:%d: ", file, line);
    subject_print(subject_now);
    subject_now = NULL;
}

static inline struct subject *subject_begin(struct subject *subject)
{
    return subject_now = subject;
}

static inline void subject_end(struct subject *subject)
{
    subject_now = subject->outer;
}

static inline bool subject_is_at(struct subject *subject, double value, const char *text)
{
    subject->value = value;
    subject->text = text;
    return true;
}

/* The text that an item is. */
static inline const char *subject_text(const void *item)
{
    return *(const char *const *)item;
}

static inline const char *subject_no_text(const void *item)
{
    (void)item;
    return NULL;
}

/* The outer loop runs once: it holds the subject, and gives it back however the inner one ends. */
#define SUBJECT(id, name, is_index)                                                                \
    for (struct subject subject_##id                                                               \
         __attribute__((cleanup(subject_end))) = {subject_now, name, NULL, 0, is_index},           \
         *once_##id = subject_begin(&subject_##id);                                                \
         once_##id; once_##id = NULL)
#define FOR_VALUES(type, i, first, condition, step)                                                \
    SUBJECT(i, #i, false)                                                                          \
    for (type i = (first); (condition) && subject_is_at(&subject_##i, (double)i, NULL); step)
#define FOR_COUNT(type, i, count) FOR_VALUES(type, i, 0, i < (count), i++)
#define FOR_CASES(i, list, member)                                                                 \
    SUBJECT(i, #list, true)                                                                        \
    for (size_t i = 0; i < sizeof(list) / sizeof *(list) &&                                        \
                       subject_is_at(&subject_##i, (double)i, (list)[i].member);                   \
         i++)
#define FOR_EACH(i, list)                                                                          \
    SUBJECT(i, #list, true)                                                                        \
    for (size_t i = 0; i < sizeof(list) / sizeof *(list) &&                                        \
                       subject_is_at(&subject_##i, (double)i, SUBJECT_TEXT(list)(&(list)[i]));     \
         i++)
#define SUBJECT_TEXT(list)                                                                         \
    _Generic(&(list)[0],                                                                           \
        const char *const *: subject_text,                                                         \
        const char **: subject_text,                                                               \
        default: subject_no_text)

/* --- cmocka's assertions, with the subject in front --- */

#define FAIL_UNLESS(holds, ...)                                                                    \
    do {                                                                                           \
        if (!(holds)) {                                                                            \
            subject_tell(__FILE__, __LINE__);                                                      \
            print_error(__VA_ARGS__);                                                              \
            print_error("\n");                                                                     \
            _fail(__FILE__, __LINE__);                                                             \
        }                                                                                          \
    } while (0)

static inline void expect_equal(long long is, long long wanted, const char *what, const char *file,
                                int line)
{
    if (is == wanted)
        return;
    subject_tell(file, line);
    print_error("%s is %lld, should be %lld\n", what, is, wanted);
    _fail(file, line);
}

static inline void expect_text(const char *is, const char *wanted, const char *what,
                               const char *file, int line)
{
    if (is && wanted && strcmp(is, wanted) == 0)
        return;
    subject_tell(file, line);
    print_error("%s is\n%s\nand should be\n%s\n", what, is ? is : "(null)",
                wanted ? wanted : "(null)");
    _fail(file, line);
}

#undef assert_true
#undef assert_false
#undef assert_null
#undef assert_non_null
#undef assert_int_equal
#undef assert_int_not_equal
#undef assert_ptr_equal
#undef assert_string_equal
#undef assert_string_not_equal
#undef assert_memory_equal
#undef assert_in_range
#undef fail_msg
#undef fail
#define assert_true(c)         FAIL_UNLESS(c, "%s should be true", #c)
#define assert_false(c)        FAIL_UNLESS(!(c), "%s should be false", #c)
#define assert_null(c)         FAIL_UNLESS(!(c), "%s should be NULL", #c)
#define assert_non_null(c)     FAIL_UNLESS(c, "%s should not be NULL", #c)
#define assert_ptr_equal(a, b) FAIL_UNLESS((a) == (b), "%s should be %s", #a, #b)
#define assert_int_equal(a, b) expect_equal((long long)(a), (long long)(b), #a, __FILE__, __LINE__)
#define assert_int_not_equal(a, b)                                                                 \
    FAIL_UNLESS((a) != (b), "%s should not be %lld", #a, (long long)(b))
#define assert_string_equal(a, b) expect_text(a, b, #a, __FILE__, __LINE__)
#define assert_string_not_equal(a, b)                                                              \
    FAIL_UNLESS(strcmp(a, b) != 0, "%s should not be \"%s\"", #a, b)
#define assert_memory_equal(a, b, size)                                                            \
    FAIL_UNLESS(memcmp(a, b, size) == 0, "%s should have the bytes of %s", #a, #b)
#define assert_in_range(value, least, most)                                                        \
    FAIL_UNLESS((long long)(value) >= (long long)(least) &&                                        \
                    (long long)(value) <= (long long)(most),                                       \
                "%s is %lld, should be %lld to %lld", #value, (long long)(value),                  \
                (long long)(least), (long long)(most))
#define assert_near(value, wanted, tolerance)                                                      \
    FAIL_UNLESS(fabs((double)(value) - (double)(wanted)) <= (double)(tolerance),                   \
                "%s is %.10g, should be %.10g, give or take %.10g", #value, (double)(value),       \
                (double)(wanted), (double)(tolerance))
#define fail_msg(...) FAIL_UNLESS(false, __VA_ARGS__)
#define fail()        FAIL_UNLESS(false, "this should not be reached")

#endif
