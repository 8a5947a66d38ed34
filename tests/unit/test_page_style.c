/* Looks: what is said of mistakes, and that tags can be told apart by anybody. */
#include "files_fixture.h"

#include <math.h>

#include "files/style_file.h"

#define STANDARD "templates/pages/standard.yaml"

static struct page_style *read_standard(void)
{
    struct error error;
    error_init(&error);
    struct page_style *style = page_style_read(STANDARD, &error);
    assert_messages(&error, "");
    assert_non_null(style);
    return style;
}

/* The standard look with one text in place of another. */
static void assert_mistake(const char *from, const char *to, const char *expected)
{
    struct error error;
    struct text text = TEXT_INIT, changed = TEXT_INIT;
    FILE *file = fopen(STANDARD, "r");
    assert_non_null(file);
    for (int c; (c = fgetc(file)) != EOF;)
        text_printf(&text, "%c", c);
    fclose(file);
    const char *at = strstr(text_string(&text), from);
    assert_non_null(at);
    text_append_bytes(&changed, text.data, (size_t)(at - text.data));
    text_append(&changed, to);
    text_append(&changed, at + strlen(from));
    char *path = fixture_file(changed.data, changed.length);
    error_init(&error);
    assert_null(page_style_read(path, &error));
    char *messages = fixture_messages(&error, false);
    if (!strstr(messages, expected))
        fail_msg("%s\nis not in\n%s", expected, messages);
    unlink(path);
    free(messages);
    free(path);
    error_release(&error);
    text_release(&text);
    text_release(&changed);
}

static void mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    assert_mistake("\"#DDEFFA\"", "\"blue\"",
                   "tags.easy.colour: \"blue\" is no colour; write it like \"#6DB6EA\"");
    assert_mistake("pattern: rising", "pattern: risin", "did you mean \"rising\"?");
    assert_mistake("least_distance: 10", "least_distance: 6",
                   "papers.a4.least_distance: is smaller than `least`");
    assert_mistake("least: 14,", "least: 3,", "papers.a4.large.least: 3 is out of range");
    assert_mistake("large: {scale_percent: 140, ", "large: {", "\"scale_percent\" is missing");
    assert_mistake("a3: {", "a3: {width_mm: 500, ",
                   "papers.a3.width_mm: is more than the height; papers are upright");
    assert_mistake("scale_percent: 80", "scale_percent: 8",
                   "8 is out of range; it may be 50 to 300");
    assert_mistake("months, race", "months, months", "pages[2]: months is named twice");
    assert_mistake("  strides: {", "  strength: {", "is not run, and has no tag");
    assert_mistake("  legend: 9\n", "", "\"legend\" is missing");
}

/* --- how tags look -------------------------------------------------------------------------------
 */

struct linear {
    double channel[3];
};

static struct linear to_linear(struct ink ink)
{
    const unsigned char channels[] = {ink.red, ink.green, ink.blue};
    struct linear linear;
    for (size_t i = 0; i < 3; i++) {
        double value = channels[i] / 255.0;
        linear.channel[i] = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
    }
    return linear;
}

/* CIE lightness, 0 to 100. */
static double lightness(const struct linear *linear)
{
    const double weights[] = {0.2126, 0.7152, 0.0722};
    double y = 0;
    for (size_t i = 0; i < 3; i++)
        y += weights[i] * fmin(fmax(linear->channel[i], 0), 1);
    return y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y;
}

/* How colours look to all: as they are, then without red, green and blue cones (Machado, Oliveira
   and Fernandes, 2009, severity 1). */
#define SIGHTS 4
static const double sights[SIGHTS][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779},
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

static double lightness_to(size_t sight, struct ink ink)
{
    struct linear linear = to_linear(ink), seen = {{0}};
    for (size_t row = 0; row < 3; row++)
        for (size_t column = 0; column < 3; column++)
            seen.channel[row] += sights[sight][row][column] * linear.channel[column];
    return lightness(&seen);
}

/* By letter always; and by ten steps of lightness, or the pattern. */
static void tags_differ_in_greys_and_to_the_colour_blind(void **state)
{
    (void)state;
    struct page_style *style = read_standard();
    FOR_COUNT(int, i, SESSION_KIND_COUNT)
        FOR_COUNT(int, j, i) {
            const struct session_mark *a = &style->tags[i], *b = &style->tags[j];
            bool are_races = i == SESSION_TUNE_UP && j == SESSION_RACE;
            if (!a->letter || !b->letter || are_races)
                continue;
            assert_string_not_equal(a->letter, b->letter);
            FOR_COUNT(size_t, sight, SIGHTS) {
                double gap = fabs(lightness_to(sight, a->ink) - lightness_to(sight, b->ink));
                if (a->pattern == b->pattern && gap < 10)
                    fail_msg("%s and %s are %.1f apart in lightness (sight %zu)", a->letter,
                             b->letter, gap, sight);
            }
        }
    page_style_free(style);
}

/* A pattern is seen on its ground by everybody. */
static void patterns_stand_out_from_their_ground(void **state)
{
    (void)state;
    struct page_style *style = read_standard();
    FOR_COUNT(int, i, SESSION_KIND_COUNT) {
        const struct session_mark *tag = &style->tags[i];
        FOR_VALUES(size_t, sight, 0, tag->pattern != PATTERN_NONE && sight < SIGHTS, sight++)
            assert_true(
                fabs(lightness_to(sight, tag->ink) - lightness_to(sight, tag->pattern_ink)) >= 30);
    }
    page_style_free(style);
}

static void colours_are_read_exactly(void **state)
{
    (void)state;
    struct ink ink;
    assert_true(ink_parse("#6Db6eA", &ink));
    assert_int_equal(ink.red, 0x6D);
    assert_int_equal(ink.green, 0xB6);
    assert_int_equal(ink.blue, 0xEA);
    const char *const wrong[] = {"", "#", "#12345", "#1234567", "123456", "#12345g", "# 12345"};
    FOR_EACH(i, wrong)
        assert_false(ink_parse(wrong[i], &ink));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(tags_differ_in_greys_and_to_the_colour_blind),
        cmocka_unit_test(patterns_stand_out_from_their_ground),
        cmocka_unit_test(colours_are_read_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
