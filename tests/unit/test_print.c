/* Pages: what days say, which months there are, and whole PDFs checked by tests/pdf_check.py. */
#include "example_plan.h"
#include "print/day_cell.h"
#include "print/pages.h"
#include "print_fixture.h"
#include "page_fixture.h"
#include "words/words.h"

/* English words for a plan. */
#define WORDS(plan) ((struct words){(plan)->arena, (plan)->units, NULL})

static const char long_name[] =
    "Ελένη Παπαδοπούλου-Αλεξανδροπούλου και Юлия Вознесенская-Преображенская";

static void pages_in_km_on_a4_are_sound(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 18);
    check_pdf(plan, 0);
    plan_free(plan);
}

static void pages_in_miles_on_letter_with_long_names_are_sound(void **state)
{
    (void)state;
    struct plan *plan = example_plan(long_name, UNITS_MI, 34);
    plan->title = "A plan with a title that is much too long for any page, and goes on and on";
    plan->race.name = "Internationaler Bodensee-Drei-Länder-Marathon Bregenz–Lindau";
    check_pdf(plan, 0);
    plan_free(plan);
}

static void a_year_on_a3_goes_overleaf(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Юлия", UNITS_KM, 60);
    plan->print.paper = PAPER_A3;
    check_pdf(plan, 0);
    plan_free(plan);
}

static void half_a_year_fits_the_first_sheet(void **state)
{
    (void)state;
    static const struct box letter = {12 * MM, 12 * MM, 612 - 24 * MM, 792 - 24 * MM};
    static const struct {
        size_t weeks, sheets;
    } cases[] = {{8, 1}, {18, 1}, {26, 1}, {40, 2}, {60, 2}, {100, 4}};
    FOR_EACH(i, cases) {
        struct error error;
        struct plan *plan = example_plan("Юлия", UNITS_MI, cases[i].weeks);
        struct page page = page_fixture(plan, &error);
        assert_in_range(overview_count(&page), 1, cases[i].sheets);
        page.live = letter;
        assert_in_range(overview_count(&page), 1, cases[i].sheets);
        page_fixture_release(&page, &error);
        plan_free(plan);
    }
}

static void a_bare_plan_prints_what_is_known(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->weeks = arena_array(plan->arena, 1, sizeof *plan->weeks);
    plan->week_count = 1;
    plan->weeks[0].number = 1;
    plan->weeks[0].distance_most = UNKNOWN;
    for (int i = 0; i < DAYS_PER_WEEK; i++)
        plan->weeks[0].days[i].date = plan->weeks[0].start + i;
    struct session *session =
        example_session(plan, &plan->weeks[0].days[2], SESSION_RUN_WALK, NULL, UNKNOWN);
    *session = session_unknown();
    session->kind = SESSION_RUN_WALK;
    check_pdf(plan, 0);
    plan_free(plan);
}

static void the_same_plan_gives_the_same_bytes(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 18);
    struct error error;
    struct text first = print(plan, &error), second = print(plan, &error);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.data, second.data, first.length);
    text_release(&first);
    text_release(&second);
    plan_free(plan);
}

static void a_plan_with_nothing_for_its_pages_gets_its_overview(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->print.pages[0] = PAGE_STRENGTH;
    plan->print.page_count = 1;
    struct error error;
    struct text pdf = print(plan, &error);
    assert_int_equal(error.count, 1);
    assert_non_null(strstr(error.messages[0].text, "its overview is printed"));
    assert_false(error_is_set(&error));
    text_release(&pdf);
    error_release(&error);
    plan_free(plan);
}

/* Every page kind on every paper, in each way to print. */
static void every_way_to_print_is_sound(void **state)
{
    (void)state;
    FOR_COUNT(int, way, 5)
        FOR_COUNT(int, paper, PAPER_COUNT) {
            struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 9);
            plan->print.paper = (enum paper)paper;
            plan->print.page_count = PAGE_KIND_COUNT;
            for (int kind = 0; kind < PAGE_KIND_COUNT; kind++)
                plan->print.pages[kind] = (enum page_kind)kind;
            plan->print.is_mono = way == 1;
            plan->print.saves_ink = way == 2;
            plan->print.is_two_up = way == 3 && paper != PAPER_A5;
            plan->print.is_large = way == 4 && paper != PAPER_A5;
            check_pdf(plan, 0);
            plan_free(plan);
        }
}

/* Brackets within a row, over its end, and beside each other. */
static void pages_with_legs_that_mend_are_sound(void **state)
{
    (void)state;
    FOR_COUNT(int, is_mono, 2) {
        struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 9);
        static const size_t mending[] = {1, 2, 6, 7, 8, 12, 14, 15, 33, 34, 48, 49};
        for (size_t i = 0; i < sizeof mending / sizeof *mending; i++)
            plan->weeks[mending[i] / DAYS_PER_WEEK].days[mending[i] % DAYS_PER_WEEK].legs_mend =
                true;
        plan->print.is_mono = is_mono;
        check_pdf(plan, 0);
        plan_free(plan);
    }
}

static void runs_around_a_race_are_told_together(void **state)
{
    (void)state;
    struct plan *plan = example_plan("A", UNITS_KM, 18);
    struct day *day = &plan->weeks[4].days[2];
    struct session runs[3] = {day->sessions[0], day->sessions[0], day->sessions[0]};
    runs[0].kind = runs[2].kind = SESSION_EASY;
    runs[0].distance = runs[2].distance = 150;
    runs[1].kind = SESSION_TUNE_UP;
    day->sessions = runs;
    day->session_count = 3;
    struct day_cell card = day_cell_make(&WORDS(plan), plan, day);
    assert_ptr_equal(card.session, &runs[1]);
    assert_string_equal(card.more[0], "+ Easy 3 km");
    runs[2].kind = SESSION_STRIDES;
    card = day_cell_make(&WORDS(plan), plan, day);
    assert_string_equal(card.more[0], "+ Easy 1.5 km + Strides 1.5 km");
    runs[2].kind = SESSION_EASY;
    runs[2].distance = UNKNOWN;
    card = day_cell_make(&WORDS(plan), plan, day);
    assert_string_equal(card.more[0], "+ Easy");
    plan_free(plan);
}

static void a_day_says_what_matters_most(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 18);
    struct day_cell card = day_cell_make(&WORDS(plan), plan, &plan->weeks[4].days[2]);
    assert_true(card.is_tagged);
    assert_string_equal(card.amount, "11 km");
    assert_string_equal(card.details[0], "6 × 1000 m @ 4:15 /km");
    assert_string_equal(card.details[2], "6 × 1000 m");
    card = day_cell_make(&WORDS(plan), plan, &plan->weeks[0].days[2]);
    assert_string_equal(card.details[2], "5 × 0:45 uphill");
    assert_string_equal(card.details[3], "5 × 0:45");
    assert_string_equal(card.extras[0], "+120 −120 m");
    assert_string_equal(card.extras[1], "+120 −120");
    card = day_cell_make(&WORDS(plan), plan, &plan->weeks[1].days[2]);
    assert_string_equal(card.details[1], "5 km @ 4:40");
    assert_null(card.details[2]); /* no second distance without a word beside it */
    assert_null(card.details[3]);
    card = day_cell_make(&WORDS(plan), plan, &plan->weeks[0].days[3]);
    assert_string_equal(card.details[0], "5:45–6:10 /km");
    assert_string_equal(card.more[0], "+ Strength 20 min");
    assert_null(card.extras[0]);
    card = day_cell_make(&WORDS(plan), plan, &plan->weeks[0].days[0]);
    assert_string_equal(card.title, "Rest");
    assert_null(card.session);
    card = day_cell_make(&WORDS(plan), plan, &plan->weeks[17].days[6]);
    assert_string_equal(card.title, "RACE");
    assert_string_equal(card.amount, "42.2 km");
    assert_string_equal(card.extras[0], "goal 3:30:00");
    plan_free(plan);
}

static void short_amounts_get_rounder(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Łukasz Müller", UNITS_MI, 18);
    struct words words = {.arena = plan->arena, .units = plan->units};
    struct day_cell card = day_cell_make(&words, plan, &plan->weeks[12].days[6]);
    assert_string_equal(card.short_amounts[0], "13.11");
    assert_string_equal(card.short_amounts[1], "13.1");
    assert_string_equal(card.short_amounts[2], "13");
    plan_free(plan);
}

static void run_walk_goes_by_time(void **state)
{
    (void)state;
    struct plan *plan = example_plan("Łukasz Müller", UNITS_KM, 18);
    struct day *day = &plan->weeks[0].days[0];
    struct session *session = example_session(plan, day, SESSION_RUN_WALK, "Run and walk", 350);
    session->duration_s = 1800;
    example_repeats(plan, session, 8, 60, UNKNOWN, UNKNOWN);
    struct day_cell card = day_cell_make(&WORDS(plan), plan, day);
    assert_string_equal(card.amount, "30 min");
    assert_string_equal(card.details[2], "8 × 1 min run, 2 min walk");
    plan_free(plan);
}

static void words_read_as_runners_say_them(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct words km = {arena, UNITS_KM, NULL}, miles = {arena, UNITS_MI, NULL};
    assert_string_equal(words_elevation(&miles, 310), "1017 ft");
    assert_string_equal(words_duration(&km, 4500), "1 h 15 min");
    assert_string_equal(words_duration(&km, 45), "0:45");
    assert_string_equal(words_climb_and_descent(&km, UNKNOWN, 310), "−310 m");
    assert_null(words_climb_and_descent(&km, UNKNOWN, UNKNOWN));
    assert_null(words_pace(&km, (struct pace_range){UNKNOWN, UNKNOWN}));
    assert_string_equal(words_pace(&miles, (struct pace_range){245, 245}), "4:05 /mi");
    int start = date_from_ymd(2026, 12, 28);
    assert_string_equal(words_date_span(&km, start, start + 6), "28 Dec – 3 Jan");
    assert_string_equal(words_date_span(&km, start + 7, start + 13), "4–10 Jan");
    struct race_distance number = {"42.2", 42200}, named = {"10k", 10000};
    assert_string_equal(words_race_distance(&km, &number), "42.2 km");
    assert_string_equal(words_race_distance(&km, &named), "10k");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_in_km_on_a4_are_sound),
        cmocka_unit_test(pages_in_miles_on_letter_with_long_names_are_sound),
        cmocka_unit_test(a_year_on_a3_goes_overleaf),
        cmocka_unit_test(half_a_year_fits_the_first_sheet),
        cmocka_unit_test(a_bare_plan_prints_what_is_known),
        cmocka_unit_test(the_same_plan_gives_the_same_bytes),
        cmocka_unit_test(a_plan_with_nothing_for_its_pages_gets_its_overview),
        cmocka_unit_test(every_way_to_print_is_sound),
        cmocka_unit_test(pages_with_legs_that_mend_are_sound),
        cmocka_unit_test(a_day_says_what_matters_most),
        cmocka_unit_test(runs_around_a_race_are_told_together),
        cmocka_unit_test(short_amounts_get_rounder),
        cmocka_unit_test(run_walk_goes_by_time),
        cmocka_unit_test(words_read_as_runners_say_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
