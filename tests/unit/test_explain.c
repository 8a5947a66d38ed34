/* Explanations and exchanges, with small rules of their own. */
#include "rules_fixture.h"

#include "rules/explain.h"
#include "model/swapped_days.h"

#define SHOULD_HEAD                                                                                \
    "return { api = 1, id = 'wish', title = 'Wish', level = 'should', why = 'Because.', "

/* A long run costs as many points as its weekday's number, Monday being 0. */
#define EARLY_LONG_RUNS                                                                            \
    "prefer = function(day) for _, session in ipairs(day.sessions) do "                            \
    "if session.kind == 'long' then "                                                              \
    "return -((day.number - 1) % 7), 'long runs early in the week' end end end }"

struct fixture {
    struct plan *plan;
    struct ruleset *rules;
    struct error error;
    struct day_explanation day;
};

/* Two weeks: an easy run on Tuesdays, a long one on Thursdays and Sundays, strength on Mondays. */
static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    if (!f)
        return 1;
    f->plan = fixture_plan(2);
    for (size_t week = 0; week < 14; week += 7) {
        struct session *strength = fixture_run(f->plan, week, UNKNOWN);
        strength->kind = SESSION_STRENGTH;
        strength->title = "Strength";
        fixture_run(f->plan, week + 1, 600);
        fixture_run(f->plan, week + 3, 1200)->kind = SESSION_LONG;
        fixture_run(f->plan, week + 6, 1400)->kind = SESSION_LONG;
    }
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    ruleset_free(f->rules);
    plan_free(f->plan);
    error_release(&f->error);
    free(f);
    return 0;
}

static void use_rules(struct fixture *f, const char *const *scripts, size_t count)
{
    ruleset_free(f->rules);
    f->rules = ruleset_new();
    FOR_COUNT(size_t, i, count)
        assert_true(ruleset_add_text(f->rules, "test.lua", scripts[i], &f->error));
    assert_true(ruleset_bind(f->rules, f->plan, &f->error));
}

static void explain(struct fixture *f, size_t week, size_t day)
{
    assert_true(explain_day(f->rules, f->plan, week, day, f->plan->arena, &f->day, &f->error));
}

static const struct alternative *with(const struct fixture *f, size_t day)
{
    for (size_t i = 0; i < DAYS_PER_WEEK - 1; i++)
        if (f->day.alternatives[i].day == day)
            return &f->day.alternatives[i];
    fail();
    return NULL;
}

static void an_exchange_moves_runs_alone_and_ends_as_it_began(void **state)
{
    struct fixture *f = *state;
    struct week *week = &f->plan->weeks[0];
    struct day before[DAYS_PER_WEEK];
    struct swapped_days swap;
    memcpy(before, week->days, sizeof before);
    swapped_days_begin(&swap, week, 0, 3);
    assert_int_equal(week->days[0].session_count, 1);
    assert_int_equal(week->days[0].sessions[0].distance, 1200);
    assert_int_equal(week->days[0].date, before[0].date);
    assert_int_equal(week->days[3].session_count, 0); /* strength is set aside */
    assert_int_equal(week->days[1].sessions[0].distance, 600);
    swapped_days_end(&swap);
    assert_memory_equal(before, week->days, sizeof before);
}

static void limits_come_by_kind_the_tightest_first(void **state)
{
    struct fixture *f = *state;
    static const char *const scripts[] = {
        RULE_HEAD "limit_week = function() return { runs = { max = 4, because = 'four' }, "
                  "distance = { max = 5000, because = 'far' } } end }",
        SHOULD_HEAD "limit_week = function() return { distance = { max = 4000, because = 'near' } }"
                    " end }",
    };
    struct rule_limits limits;
    use_rules(f, scripts, 2);
    assert_true(explain_week(f->rules, 1, f->plan->arena, &limits, &f->error));
    assert_int_equal(limits.count, 3);
    assert_string_equal(limits.items[0].because, "near");
    assert_string_equal(limits.items[0].rule->id, "wish");
    assert_string_equal(limits.items[1].because, "far");
    assert_int_equal(limits.items[1].max, 5000);
    assert_int_equal(limits.items[2].kind, LIMIT_RUNS);
    explain(f, 0, 1);
    assert_int_equal(f->day.limits.count, 0);
}

static void limits_of_a_kind_are_told_of_days_with_such_a_run(void **state)
{
    struct fixture *f = *state;
    static const char *const script =
        RULE_HEAD "limit_session = function(kind) if kind == 'long' then "
                  "return { distance = { max = 1500, because = 'lunch' } } end end }";
    use_rules(f, &script, 1);
    explain(f, 0, 6);
    assert_int_equal(f->day.limits.count, 1);
    assert_string_equal(f->day.limits.items[0].because, "lunch");
    explain(f, 0, 1);
    assert_int_equal(f->day.limits.count, 0);
}

static void a_limit_of_the_other_day_forbids_the_exchange(void **state)
{
    struct fixture *f = *state;
    static const char *const script =
        RULE_HEAD "limit_day = function(day) if day.number <= 5 then "
                  "return { distance = { max = 1200, because = 'a weekday' } } end end }";
    use_rules(f, &script, 1);
    explain(f, 0, 6);
    assert_int_equal(f->day.limits.count, 0);
    assert_int_equal(with(f, 1)->outcome, SWAP_FORBIDDEN);
    assert_int_equal(with(f, 1)->date, FIRST_MONDAY + 1);
    assert_string_equal(with(f, 1)->because, "{14 km} in a run, {12 km} allowed: a weekday");
    assert_int_equal(with(f, 5)->outcome, SWAP_AS_GOOD);
    explain(f, 0, 1);
    assert_int_equal(f->day.limits.count, 1);
    assert_int_equal(with(f, 6)->outcome, SWAP_FORBIDDEN); /* the long run would come here */
    assert_int_equal(with(f, 3)->outcome, SWAP_AS_GOOD);
}

static void what_would_break_only_in_the_next_week_is_seen(void **state)
{
    struct fixture *f = *state;
    static const char *const script =
        RULE_HEAD "allow = function(day, plan) local before = plan.days[day.number - 2] "
                  "return not before or #day.sessions == 0 or #before.sessions == 0 or "
                  "before.sessions[1].distance ~= 600 or day.sessions[1].distance ~= 600, "
                  "'easy runs' end }";
    use_rules(f, &script, 1);
    explain(f, 0, 1);
    assert_int_equal(with(f, 6)->outcome, SWAP_FORBIDDEN);
    assert_int_equal(with(f, 6)->date, FIRST_MONDAY + 8);
    assert_int_equal(with(f, 5)->outcome, SWAP_AS_GOOD);
}

static void a_must_rule_is_named_before_a_should_rule(void **state)
{
    struct fixture *f = *state;
    static const char *const scripts[] = {
        SHOULD_HEAD "allow = function(day) return day.number ~= 1 or #day.sessions == 0, 'no' "
                    "end }",
        RULE_HEAD "allow_week = function(week) return week.days[2].sessions[1] ~= nil, 'never' "
                  "end }",
    };
    f->plan->weeks[0].days[0].session_count = 0;
    use_rules(f, scripts, 2);
    explain(f, 0, 1);
    assert_string_equal(with(f, 0)->rule->id, "test");
    assert_int_equal(with(f, 0)->date, NO_DATE); /* about the week */
    explain(f, 0, 3);
    assert_string_equal(with(f, 0)->rule->id, "wish");
}

static void rules_that_are_broken_anyhow_say_nothing_of_an_exchange(void **state)
{
    struct fixture *f = *state;
    static const char *const script =
        RULE_HEAD "allow = function(day) return #day.sessions == 0 or "
                  "day.sessions[1].distance < 1300, 'far' end }";
    use_rules(f, &script, 1);
    explain(f, 0, 6);
    assert_int_equal(with(f, 2)->outcome, SWAP_AS_GOOD);
}

static void what_the_rules_like_less_names_who_and_why(void **state)
{
    struct fixture *f = *state;
    static const char *const script = SHOULD_HEAD EARLY_LONG_RUNS;
    use_rules(f, &script, 1);
    explain(f, 0, 3);
    assert_int_equal(with(f, 4)->outcome, SWAP_LIKED_LESS);
    assert_string_equal(with(f, 4)->rule->id, "wish");
    assert_string_equal(with(f, 4)->because, "long runs early in the week");
    assert_int_equal(with(f, 4)->date, FIRST_MONDAY + 4);
    assert_int_equal(with(f, 2)->outcome, SWAP_LIKED_MORE);
    assert_int_equal(with(f, 6)->outcome, SWAP_AS_GOOD); /* a long run for a long run */
}

static void races_stay_and_equal_runs_are_the_same(void **state)
{
    struct fixture *f = *state;
    static const char *const script = SHOULD_HEAD EARLY_LONG_RUNS;
    f->plan->weeks[0].days[6].sessions[0].kind = SESSION_TUNE_UP;
    fixture_run(f->plan, 4, 600);
    use_rules(f, &script, 1);
    explain(f, 0, 1);
    assert_int_equal(with(f, 6)->outcome, SWAP_FIXED);
    assert_int_equal(with(f, 4)->outcome, SWAP_SAME);
    explain(f, 0, 0);
    assert_int_equal(with(f, 2)->outcome, SWAP_SAME); /* neither has a run */
    explain(f, 0, 6);
    FOR_COUNT(size_t, day, 6)
        assert_int_equal(with(f, day)->outcome, SWAP_FIXED);
}

static void a_failing_script_leaves_the_plan_as_it_was(void **state)
{
    struct fixture *f = *state;
    struct day before[DAYS_PER_WEEK];
    static const char *const script =
        RULE_HEAD "prefer = function(day) if day.number == 3 and #day.sessions > 0 then "
                  "error('lost') end end }";
    use_rules(f, &script, 1);
    memcpy(before, f->plan->weeks[0].days, sizeof before);
    assert_false(explain_day(f->rules, f->plan, 0, 1, f->plan->arena, &f->day, &f->error));
    assert_int_equal(f->error.status, STATUS_BAD_INPUT);
    assert_memory_equal(before, f->plan->weeks[0].days, sizeof before);
}

static void uses_are_counted_by_session(void **state)
{
    struct fixture *f = *state;
    static struct reason two[] = {{"test", "a"}, {"wish", "b"}}, one[] = {{"wish", "c"}};
    static const char *const scripts[] = {RULE_HEAD "allow = function() end }",
                                          SHOULD_HEAD "allow = function() end }"};
    struct rule_use *uses;
    f->plan->weeks[0].days[1].sessions[0].reasons = two;
    f->plan->weeks[0].days[1].sessions[0].reason_count = 2;
    f->plan->weeks[1].days[1].sessions[0].reasons = one;
    f->plan->weeks[1].days[1].sessions[0].reason_count = 1;
    use_rules(f, scripts, 2);
    assert_int_equal(explain_uses(f->rules, f->plan, f->plan->arena, &uses), 2);
    assert_string_equal(uses[0].rule->id, "wish");
    assert_int_equal(uses[0].sessions, 2);
    assert_int_equal(uses[1].sessions, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_exchange_moves_runs_alone_and_ends_as_it_began),
        TEST(limits_come_by_kind_the_tightest_first),
        TEST(limits_of_a_kind_are_told_of_days_with_such_a_run),
        TEST(a_limit_of_the_other_day_forbids_the_exchange),
        TEST(what_would_break_only_in_the_next_week_is_seen),
        TEST(a_must_rule_is_named_before_a_should_rule),
        TEST(rules_that_are_broken_anyhow_say_nothing_of_an_exchange),
        TEST(what_the_rules_like_less_names_who_and_why),
        TEST(races_stay_and_equal_runs_are_the_same),
        TEST(a_failing_script_leaves_the_plan_as_it_was),
        TEST(uses_are_counted_by_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
