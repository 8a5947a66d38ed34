/* What rules answered in the search for a week: it holds as long as the days it goes by do. */
#include "cases.h"

#include "base/arena.h"
#include "planner/schedule.h"
#include "planner/week_memory.h"

#define RULES    3
#define RULE     1
#define THURSDAY 3

/* Items 1 and 2 differ by amounts alone. */
enum { LONG_RUN, EASY_RUN, LONGER_EASY_RUN };

static const struct day_question allow_easy = {HOOK_ALLOW, THURSDAY, EASY_RUN};

static struct week_memory *monday_has(struct arena *arena, int item, int alike)
{
    struct week_memory *memory = week_memory_new(RULES, arena);
    week_memory_set_day(memory, 0, item, alike);
    return memory;
}

static void keep(struct week_memory *memory, struct days_read read)
{
    char because[] = "not on the day after";
    const struct answer answer = {.kind = ANSWER_REFUSED, .because = because, .read = read};
    week_memory_keep(memory, &allow_easy, RULE, &answer, NULL);
    because[0] = '?'; /* the memory has a copy */
}

/* Whether an answer that goes by those days still holds with another run on Monday. */
static bool still_holds(struct days_read read, int item, int alike)
{
    struct arena *arena = arena_new();
    struct week_memory *memory = monday_has(arena, EASY_RUN, EASY_RUN);
    keep(memory, read);
    week_memory_set_day(memory, 0, item, alike);
    bool holds = week_memory_find(memory, &allow_easy, RULE, NULL) != NULL;
    week_memory_set_day(memory, 0, EASY_RUN, EASY_RUN);
    assert_non_null(week_memory_find(memory, &allow_easy, RULE, NULL));
    arena_free(arena);
    return holds;
}

static void an_answer_holds_while_its_days_do(void **state)
{
    (void)state;
    const struct days_read nothing = {0, 0}, words = {1, 0}, amounts = {1, 1}, tuesday = {2, 2};
    const struct {
        struct days_read read;
        bool after_long, after_longer, after_rest;
    } rows[] = {
        {nothing, true, true, true},
        {words, false, true, false},
        {amounts, false, false, false},
        {tuesday, true, true, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(still_holds(rows[i].read, LONG_RUN, LONG_RUN), rows[i].after_long);
        assert_int_equal(still_holds(rows[i].read, LONGER_EASY_RUN, EASY_RUN),
                         rows[i].after_longer);
        assert_int_equal(still_holds(rows[i].read, REST, REST), rows[i].after_rest);
    }
}

static void an_answer_is_to_its_question_alone(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct week_memory *memory = monday_has(arena, LONG_RUN, LONG_RUN);
    const struct day_question others[] = {
        {HOOK_PREFER, THURSDAY, EASY_RUN},
        {HOOK_ALLOW, THURSDAY + 1, EASY_RUN},
        {HOOK_ALLOW, THURSDAY, LONG_RUN},
        {HOOK_ALLOW, THURSDAY, REST},
    };
    keep(memory, (struct days_read){0, 0});
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(week_memory_find(memory, &others[i], RULE, NULL));
    for (size_t rule = 0; rule < RULES; rule++)
        assert_int_equal(week_memory_find(memory, &allow_easy, rule, NULL) != NULL, rule == RULE);
    assert_string_equal(week_memory_find(memory, &allow_easy, RULE, NULL)->because,
                        "not on the day after");
    arena_free(arena);
}

static void limits_come_with_their_answer(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct week_memory *memory = monday_has(arena, LONG_RUN, LONG_RUN);
    const struct day_question question = {HOOK_LIMIT_DAY, THURSDAY, 0};
    const struct answer given = {.kind = ANSWER_GIVEN};
    char because[] = "8 km";
    struct limits limits, known;
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++)
        limits.of[kind] = (struct limit){.max = INT_MAX};
    limits.of[LIMIT_DISTANCE] = (struct limit){.max = 800, .because = because};
    week_memory_keep(memory, &question, RULE, &given, &limits);
    because[0] = '9';
    assert_non_null(week_memory_find(memory, &question, RULE, &known));
    assert_int_equal(known.of[LIMIT_DISTANCE].max, 800);
    assert_string_equal(known.of[LIMIT_DISTANCE].because, "8 km");
    assert_int_equal(known.of[LIMIT_CLIMB_M].max, INT_MAX);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_holds_while_its_days_do),
        cmocka_unit_test(an_answer_is_to_its_question_alone),
        cmocka_unit_test(limits_come_with_their_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
