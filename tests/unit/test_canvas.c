/* The canvas and the typesetting on it. */
#include <math.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "cases.h"
#include "pdf_fixture.h"
#include "print/typeset.h"

struct fixture {
    struct error error;
    struct canvas *canvas;
    struct arena *arena;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    error_init(&fixture->error);
    fixture->canvas = canvas_new("Ελένη’s plan", "Łukasz", "test", &fixture->error);
    fixture->arena = arena_new();
    *state = fixture;
    return fixture->canvas ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    canvas_free(fixture->canvas);
    arena_free(fixture->arena);
    error_release(&fixture->error);
    free(fixture);
    return 0;
}

static const struct type body = {FONT_REGULAR, 10, {0, 0, 0}};

static void width_grows_with_size_and_knows_no_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct type large = body;
    large.size = 20;
    double once = canvas_text_width(fixture->canvas, &body, "Юлия");
    assert_true(fabs(canvas_text_width(fixture->canvas, &large, "Юлия") - 2 * once) < 0.001);
    /* As wide as its glyphs, however many bytes they take. */
    double digits = canvas_text_width(fixture->canvas, &body, "0123456789");
    assert_true(fabs(digits - 10 * canvas_text_width(fixture->canvas, &body, "7")) < 0.001);
    assert_true(canvas_text_width(fixture->canvas, &body, "Ł") < digits);
    assert_int_equal(fixture->error.count, 0);
}

/* For every width, the start fits, and a character more would not. */
static void the_longest_start_fits_and_no_character_more(void **state)
{
    struct fixture *fixture = *state;
    static const char string[] = "Łukasz – Юлия 李 1½";
    char start[sizeof string];
    const char *end = string;
    FOR_VALUES(double, width, 0, *end, width += 0.25) {
        end = canvas_text_end(fixture->canvas, &body, width, string);
        const char *next = end;
        utf8_next(&next);
        snprintf(start, sizeof start, "%.*s", (int)(end - string), string);
        assert_true(canvas_text_width(fixture->canvas, &body, start) <= width);
        snprintf(start, sizeof start, "%.*s", (int)(next - string), string);
        assert_true(next == end || canvas_text_width(fixture->canvas, &body, start) > width);
        assert_true(width < 500);
    }
}

static void accents_greek_and_cyrillic_have_glyphs(void **state)
{
    struct fixture *fixture = *state;
    canvas_text_width(fixture->canvas, &body, "Łukasz Müller Ελένη Юлия ёїš × – − · … ő ğ ñ");
    assert_int_equal(fixture->error.count, 0);
}

static void a_missing_character_is_replaced_with_one_warning(void **state)
{
    struct fixture *fixture = *state;
    double replaced = canvas_text_width(fixture->canvas, &body, "李李");
    double marks = canvas_text_width(fixture->canvas, &body, "??");
    assert_true(fabs(replaced - marks) < 0.001);
    canvas_begin_page(fixture->canvas, 500, 500);
    canvas_text(fixture->canvas, &body, 50, 50, ALIGN_LEFT, "李李");
    canvas_text(fixture->canvas, &body, 50, 70, ALIGN_LEFT, "李 \xF0\x9F\x98\x80");
    canvas_text(fixture->canvas, &body, 50, 90, ALIGN_LEFT, "a\xFF");
    assert_int_equal(fixture->error.count, 3);
    assert_true(fixture->error.messages[0].is_warning);
    assert_non_null(strstr(fixture->error.messages[0].text, "U+674E"));
    assert_non_null(strstr(fixture->error.messages[1].text, "U+1F600"));
    assert_non_null(strstr(fixture->error.messages[2].text, "UTF-8"));
    assert_false(error_is_set(&fixture->error));
}

static void a_coordinate_beyond_any_page_fails_when_saving(void **state)
{
    struct fixture *fixture = *state;
    struct text out = TEXT_INIT;
    canvas_begin_page(fixture->canvas, 500, 500);
    canvas_bookmark(fixture->canvas, "Page");
    canvas_line(fixture->canvas, 0, 0, NAN, 10, 1, INK_BLACK);
    assert_false(canvas_save(fixture->canvas, &out));
    assert_int_equal(fixture->error.status, STATUS_SYSTEM);
    assert_int_equal(out.length, 0);
}

static void a_shape_with_a_bad_corner_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    struct text out = TEXT_INIT;
    const struct spot spots[] = {{0, 0}, {10, INFINITY}, {10, 0}};
    canvas_begin_page(fixture->canvas, 500, 500);
    canvas_bookmark(fixture->canvas, "Page");
    canvas_shape(fixture->canvas, spots, 3, INK_BLACK);
    assert_false(canvas_save(fixture->canvas, &out));
    assert_int_equal(fixture->error.status, STATUS_SYSTEM);
}

static void a_document_without_pages_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    struct text out = TEXT_INIT;
    assert_false(canvas_save(fixture->canvas, &out));
    assert_int_equal(fixture->error.status, STATUS_SYSTEM);
}

static void every_pattern_can_be_drawn_and_saved(void **state)
{
    struct fixture *fixture = *state;
    struct text out = TEXT_INIT;
    canvas_begin_page(fixture->canvas, 500, 500);
    canvas_bookmark(fixture->canvas, "Muster – Ελένη");
    for (int pattern = 0; pattern < PATTERN_COUNT; pattern++)
        canvas_pattern(fixture->canvas, (struct box){20, 30.0 * pattern, 17, 25},
                       (enum pattern)pattern, INK_BLACK);
    const struct spot spots[] = {{100, 100}, {150, 20}, {200, 100}};
    canvas_shape(fixture->canvas, spots, 3, INK(242, 242, 242));
    for (int pattern = 0; pattern < PATTERN_COUNT; pattern++)
        canvas_shape_pattern(fixture->canvas, spots, 3, (struct box){100, 20, 100, 80},
                             (enum pattern)pattern, INK_BLACK);
    canvas_path(fixture->canvas, spots, 3, 1, INK_BLACK);
    canvas_dashed_line(fixture->canvas, 0, 0, 200, 200, 1, INK_BLACK);
    assert_true(canvas_save(fixture->canvas, &out));
    assert_memory_equal(out.data, "%PDF-1.", 7);
    text_release(&out);
}

/* A page with a second word at `x`, beside a first one at 100. */
static void keep_two_words(struct fixture *fixture, double x, const char *wanted)
{
    struct text out = TEXT_INIT;
    canvas_begin_page(fixture->canvas, 500, 500);
    canvas_bookmark(fixture->canvas, "Page");
    canvas_text(fixture->canvas, &body, 100, 100, ALIGN_LEFT, "first");
    canvas_text(fixture->canvas, &body, x, 103, ALIGN_LEFT, "second");
    assert_true(canvas_save(fixture->canvas, &out));
    keep_pdf(wanted, &out);
    text_release(&out);
}

/* That the judge of all pages sees what it should. */

static void the_check_passes_words_that_are_apart(void **state)
{
    keep_two_words(*state, 200, "ok");
}

static void the_check_finds_words_that_overlap(void **state)
{
    keep_two_words(*state, 110, "overlap");
}

static void the_check_finds_words_outside_the_margins(void **state)
{
    keep_two_words(*state, 20, "margins");
}

static double fit(struct fixture *fixture, double width, const char *const *wordings, size_t count)
{
    struct line_place place = {10, 20, width, ALIGN_LEFT};
    canvas_begin_page(fixture->canvas, 500, 500);
    canvas_bookmark(fixture->canvas, "Page");
    return typeset_fit(fixture->canvas, &body, 7, place, wordings, count);
}

static void text_never_takes_more_than_its_room(void **state)
{
    struct fixture *fixture = *state;
    static const char *const wordings[] = {"6 × 1000 m @ 4:05 /km", NULL, "6 × 1000 m"};
    FOR_VALUES(double, width, 8, width < 150, width += 3.7)
        assert_true(fit(fixture, width, wordings, 3) <= width + 0.01);
}

static void text_shrinks_before_it_is_reworded_and_is_reworded_before_it_is_cut(void **state)
{
    struct fixture *fixture = *state;
    static const char *const wordings[] = {"a long wording", "a short one"};
    struct type least = body;
    least.size = 7;
    double whole = canvas_text_width(fixture->canvas, &body, wordings[0]);
    double shrunk = canvas_text_width(fixture->canvas, &least, wordings[0]);
    double other = canvas_text_width(fixture->canvas, &least, wordings[1]);
    assert_true(fabs(fit(fixture, whole, wordings, 2) - whole) < 0.001);
    assert_true(fabs(fit(fixture, shrunk, wordings, 2) - shrunk) < 0.001);
    assert_true(fabs(fit(fixture, other, wordings, 2) - other) < 0.001);
    double cut = fit(fixture, other - 1, wordings, 2);
    assert_true(cut > 0 && cut <= other - 1);
}

/* Also where no whole step down leads to it. */
static void text_shrinks_to_its_least_size_before_it_is_cut(void **state)
{
    struct fixture *fixture = *state;
    const struct type type = {FONT_REGULAR, 12, INK_BLACK};
    FOR_VALUES(double, least, 8, least < 12, least += 0.1) {
        const struct type smallest = {FONT_REGULAR, least, INK_BLACK};
        double width = canvas_text_width(fixture->canvas, &smallest, "Course-like long run");
        assert_true(typeset_fits(fixture->canvas, &type, least, width, "Course-like long run"));
        assert_false(
            typeset_fits(fixture->canvas, &type, least, width - 0.5, "Course-like long run"));
    }
}

static void paragraphs_break_at_spaces_and_lose_nothing(void **state)
{
    struct fixture *fixture = *state;
    static const char text[] = "Ελένη runs up the hill, Донаудампфшиффартсгезельшафт and down";
    FOR_VALUES(double, width, 1, width < 300, width += 11) {
        struct paragraph paragraph =
            typeset_break(fixture->canvas, &body, width, text, fixture->arena);
        struct text joined = TEXT_INIT;
        FOR_COUNT(size_t, i, paragraph.line_count) {
            double taken = canvas_text_width(fixture->canvas, &body, paragraph.lines[i]);
            assert_true(taken <= width + 0.01 || utf8_length(paragraph.lines[i]) == 1);
            text_append(&joined, paragraph.lines[i]);
        }
        const char *got = text_string(&joined);
        for (const char *want = text; *want; want++)
            if (*want != ' ') {
                got += strspn(got, " ");
                assert_int_equal(*got++, *want);
            }
        assert_int_equal(*got, '\0');
        text_release(&joined);
    }
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(width_grows_with_size_and_knows_no_bytes),
        CASE(the_longest_start_fits_and_no_character_more),
        CASE(accents_greek_and_cyrillic_have_glyphs),
        CASE(a_missing_character_is_replaced_with_one_warning),
        CASE(a_coordinate_beyond_any_page_fails_when_saving),
        CASE(a_shape_with_a_bad_corner_is_an_error),
        CASE(a_document_without_pages_is_an_error),
        CASE(every_pattern_can_be_drawn_and_saved),
        CASE(the_check_passes_words_that_are_apart),
        CASE(the_check_finds_words_that_overlap),
        CASE(the_check_finds_words_outside_the_margins),
        CASE(text_never_takes_more_than_its_room),
        CASE(text_shrinks_before_it_is_reworded_and_is_reworded_before_it_is_cut),
        CASE(text_shrinks_to_its_least_size_before_it_is_cut),
        CASE(paragraphs_break_at_spaces_and_lose_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
