/* Week sheets as measured: nothing beyond the height, what is left out first, and on which sheet.
 */
#include "page_fixture.h"

#include <math.h>
#include <string.h>

#include "example_plan.h"
#include "print/week_view.h"

#define AIR 0.01

struct fixture {
    struct error error;
    struct plan *plan;
    struct page page;
    struct week *week;
};

static const char *const texts[] = {
    "Builds the endurance that everything else stands on, and asks for patience.",
    "Drink before you are thirsty, and try what you will eat in the race.",
    "After it stretch thighs, calves and hips, half a minute each.",
};
#define TEXT_COUNT (sizeof texts / sizeof *texts)

/* A full week, each session of which has a purpose, notes and a reason of its own. */
static struct fixture *begin(void)
{
    struct plan *plan = example_plan("Юлия", UNITS_KM, 18);
    struct fixture *f = arena_alloc(plan->arena, sizeof *f);
    f->plan = plan;
    f->week = &plan->weeks[4];
    f->page = page_fixture(plan, &f->error);
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < f->week->days[d].session_count; i++) {
            struct session *session = &f->week->days[d].sessions[i];
            session->notes = arena_array(plan->arena, TEXT_COUNT, sizeof *session->notes);
            for (size_t n = 0; n < TEXT_COUNT; n++)
                session->notes[n] = arena_printf(plan->arena, "%s (%zu)", texts[n], i);
            session->note_count = TEXT_COUNT;
            example_reason(plan, session, "hard-easy",
                           arena_printf(plan->arena, "the other days are harder than day %d", d));
        }
    return f;
}

static void end(struct fixture *f)
{
    page_fixture_release(&f->page, &f->error);
    plan_free(f->plan);
}

static struct week_room room_of(double height, size_t sheets, bool log_is_below)
{
    return (struct week_room){.text_width = log_is_below ? 400 : 330,
                              .log_height = log_is_below ? 26 : 60,
                              .log_is_below = log_is_below,
                              .height = height,
                              .foot = 60,
                              .sheets = sheets};
}

static double height_of(const struct week_view *view, size_t first, size_t end)
{
    double height = 0;
    for (size_t d = first; d < end; d++)
        height += view->days[d].height;
    return height;
}

static size_t count(const struct week_view *view, enum week_text kind, bool is_left_out)
{
    size_t found = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < view->days[d].count; i++) {
            const struct week_paragraph *paragraph = &view->days[d].paragraphs[i];
            found += paragraph->kind == kind && !paragraph->string == is_left_out;
        }
    return found;
}

static size_t left_out(const struct week_view *view)
{
    size_t sum = 0;
    for (int kind = 0; kind < WEEK_TEXT_COUNT; kind++)
        sum += count(view, (enum week_text)kind, true);
    return sum;
}

/* The lines of a day, and its log where that is below them. */
static double needed(const struct week_day *day, const struct week_room *room)
{
    double height = day->has_log && room->log_is_below ? room->log_height : 0;
    for (size_t i = 0; i < day->count; i++)
        if (day->paragraphs[i].string)
            height += (double)day->paragraphs[i].text.line_count *
                      week_view_pitch(&day->paragraphs[i].type);
    return height;
}

static void nothing_is_beyond_the_height(void **state)
{
    (void)state;
    struct fixture *f = begin();
    FOR_COUNT(int, way, 4)
        FOR_VALUES(double, height, way < 2 ? 480 : 300, height < 1100, height += 23) {
            struct week_room room = room_of(height, 1 + (size_t)way / 2, way % 2);
            struct week_view view = week_view_make(&f->page, f->week, &room);
            assert_in_range(view.sheets, 1, room.sheets);
            FOR_COUNT(size_t, i, view.sheets) {
                double taken = height_of(&view, view.first[i], view.first[i + 1]);
                assert_true(taken + (i + 1 == view.sheets ? room.foot : 0) <= height + AIR);
            }
            FOR_COUNT(size_t, d, DAYS_PER_WEEK) {
                assert_true(view.days[d].height >= needed(&view.days[d], &room));
                assert_true(!view.days[d].has_log || view.days[d].height >= room.log_height);
            }
        }
    end(f);
}

static void what_matters_least_is_left_out_first(void **state)
{
    (void)state;
    struct fixture *f = begin();
    struct week_room roomy = room_of(5000, 1, false);
    struct week_view all = week_view_make(&f->page, f->week, &roomy);
    assert_int_equal(left_out(&all), 0);
    size_t before = 0;
    FOR_VALUES(double, height, 1100, height > 480, height -= 15) {
        struct week_room room = room_of(height, 1, false);
        room.text_width = 180;
        struct week_view view = week_view_make(&f->page, f->week, &room);
        FOR_VALUES(int, kind, 0, kind + 1 < WEEK_TEXT_COUNT, kind++)
            if (count(&view, (enum week_text)kind, true))
                assert_int_equal(count(&view, (enum week_text)(kind + 1), false), 0);
        assert_int_equal(count(&view, WEEK_TEXT_TITLE, true), 0);
        assert_true(left_out(&view) >= before);
        before = left_out(&view);
    }
    assert_true(before > count(&all, WEEK_TEXT_NOTE, false));
    end(f);
}

static void type_shrinks_before_anything_is_left_out(void **state)
{
    (void)state;
    struct fixture *f = begin();
    struct week_room roomy = room_of(5000, 1, false);
    struct week_view all = week_view_make(&f->page, f->week, &roomy);
    double full = page_size(&f->page, SIZE_BODY), natural = roomy.foot;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        natural += fmax(needed(&all.days[d], &roomy), roomy.log_height);
    struct week_room tight = room_of(natural * 0.97, 1, false);
    struct week_view view = week_view_make(&f->page, f->week, &tight);
    const struct week_paragraph *title = &view.days[1].paragraphs[0],
                                *facts = &view.days[1].paragraphs[1];
    assert_int_equal(left_out(&view), 0);
    assert_true(facts->type.size < full && facts->type.size >= f->page.least);
    assert_true(title->type.size == page_size(&f->page, SIZE_SESSION));
    end(f);
}

static void a_second_sheet_comes_before_leaving_anything_out(void **state)
{
    (void)state;
    struct fixture *f = begin();
    struct week_room one = room_of(440, 1, true), two = room_of(440, 2, true);
    struct week_view cramped = week_view_make(&f->page, f->week, &one);
    struct week_view view = week_view_make(&f->page, f->week, &two);
    assert_true(left_out(&cramped) > 0);
    assert_int_equal(left_out(&view), 0);
    assert_int_equal(view.sheets, 2);
    assert_int_equal(week_view_sheets(&f->page, f->week, &two), 2);
    assert_int_equal(week_view_sheets(&f->page, f->week, &one), 1);
    two.height = 5000;
    view = week_view_make(&f->page, f->week, &two);
    assert_int_equal(view.sheets, 1);
    assert_int_equal(week_view_sheets(&f->page, f->week, &two), 1);
    assert_int_equal(view.first[1], DAYS_PER_WEEK);
    end(f);
}

/* The rows of two sheets with the break before a day, as they are without spare room. */
static double taller_sheet(const struct week_view *view, const struct week_room *room, size_t day)
{
    double sheets[2] = {0, room->foot};
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        sheets[d >= day] += needed(&view->days[d], room) + 10; /* padding; a rest day has more */
    return fmax(sheets[0], sheets[1]);
}

static void two_sheets_share_a_week_evenly(void **state)
{
    (void)state;
    struct fixture *f = begin();
    struct week_room room = room_of(440, 2, true);
    struct week_view view = week_view_make(&f->page, f->week, &room);
    assert_int_equal(view.first[0], 0);
    assert_int_equal(view.first[2], DAYS_PER_WEEK);
    double best = taller_sheet(&view, &room, view.first[1]);
    FOR_VALUES(size_t, d, 1, d < DAYS_PER_WEEK, d++)
        assert_true(best <= taller_sheet(&view, &room, d) + 10);
    end(f);
}

static void titles_have_the_amounts_of_their_sessions(void **state)
{
    (void)state;
    struct fixture *f = begin();
    struct week_room room = room_of(700, 1, false);
    struct week_view view = week_view_make(&f->page, f->week, &room);
    FOR_COUNT(size_t, d, DAYS_PER_WEEK) {
        const struct day *day = &f->week->days[d];
        size_t session = 0;
        assert_ptr_equal(view.days[d].day, day);
        assert_int_equal(view.days[d].has_log, day->session_count > 0);
        FOR_COUNT(size_t, i, view.days[d].count) {
            const struct week_paragraph *paragraph = &view.days[d].paragraphs[i];
            if (paragraph->kind != WEEK_TEXT_TITLE)
                continue;
            const struct session *of = &day->sessions[session++];
            assert_string_equal(paragraph->string, of->title);
            assert_string_equal(paragraph->amount,
                                session_is_run(of)
                                    ? words_distance(&f->page.words, of->distance)
                                    : words_duration(&f->page.words, of->duration_s));
        }
        assert_int_equal(session, day->session_count);
    }
    assert_string_equal(view.days[0].paragraphs[0].string, "Rest");
    end(f);
}

static void a_day_says_nothing_twice(void **state)
{
    (void)state;
    struct fixture *f = begin();
    struct day *day = &f->week->days[3];
    assert_int_equal(day->session_count, 2);
    day->sessions[1].notes = day->sessions[0].notes;
    struct week_room room = room_of(5000, 1, false);
    struct week_view view = week_view_make(&f->page, f->week, &room);
    size_t found = 0;
    for (size_t i = 0; i < view.days[3].count; i++)
        found += strcmp(view.days[3].paragraphs[i].string, day->sessions[0].notes[1]) == 0;
    assert_int_equal(found, 1);
    end(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_beyond_the_height),
        cmocka_unit_test(what_matters_least_is_left_out_first),
        cmocka_unit_test(type_shrinks_before_anything_is_left_out),
        cmocka_unit_test(a_second_sheet_comes_before_leaving_anything_out),
        cmocka_unit_test(two_sheets_share_a_week_evenly),
        cmocka_unit_test(titles_have_the_amounts_of_their_sessions),
        cmocka_unit_test(a_day_says_nothing_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
