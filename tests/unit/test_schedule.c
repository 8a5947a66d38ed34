/* The search for the best week against plain enumeration. */
#include <stdio.h>
#include <string.h>

#include "cases.h"
#include "planner/fixed_days.h"
#include "planner/schedule.h"

#define WEEKS 60

/*
 * A rule of pseudo-random but fixed opinions about what stands on a day, on two days of three after
 * what stood the day before, and about the whole week. %d is a seed.
 */
static const char whimsical[] =
    "local seed = %d\n"
    "local function name(day)\n"
    "    return day and day.sessions[1] and day.sessions[1].kind or 'rest'\n"
    "end\n"
    "local function mix(day, plan)\n"
    "    local goes_by_eve = (seed + day.number) %% 3 > 0\n"
    "    local today, before = name(day), goes_by_eve and name(plan.days[day.number - 1]) or ''\n"
    "    local n = seed * 7919 + day.number * 104729 + #today * 1299709 + #before * 15485863\n"
    "    if today == 'rest' then n = n + 3 end\n"
    "    return (n ~ (n >> 7)) * 2654435761 %% 1000003\n"
    "end\n"
    "return { api = 1, id = 'whim-%d', title = 'A whim', level = 'must', why = 'None.',\n"
    "    allow = function(day, plan) return mix(day, plan) %% 7 ~= 0, 'a whim' end,\n"
    "    prefer = function(day, plan) return mix(day, plan) %% 401 - %d end,\n"
    "    allow_week = function(week)\n"
    "        local sum = seed\n"
    "        for i, day in ipairs(week.days) do sum = sum + i * #name(day) end\n"
    "        return sum %% 5 ~= 0, 'a whim about the week'\n"
    "    end,\n"
    "    limit_day = function(day)\n"
    "        if day.number %% 5 == seed %% 5 then\n"
    "            return { distance = { max = 900, because = 'short days' } }\n"
    "        end\n"
    "    end }\n";

struct fixture {
    struct plan *plan;
    struct planner planner;
    struct planner_input input;
    struct profile profile;
    struct training_template shape;
    struct session_library library;
    struct recipe recipes[DAYS_PER_WEEK];
    bool suspended[2];
    int score_cap[2];
    struct week_limits unlimited;
};

static void build(struct fixture *fixture, int seed, int score_shift)
{
    *fixture = (struct fixture){0};
    struct plan *plan = fixture->plan = plan_new();
    plan->race.date = date_from_ymd(2027, 12, 26);
    plan->race.name = "Race";
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        plan->preferences.run_days[d] = true;
    plan->week_count = 1;
    plan->weeks = arena_array(plan->arena, 1, sizeof *plan->weeks);
    plan->weeks[0] = (struct week){.number = 1, .start = date_from_ymd(2027, 1, 4)};
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        plan->weeks[0].days[d].date = plan->weeks[0].start + d;
    if (seed % 3 == 0) { /* a day off */
        plan->preferences.unavailable =
            arena_array(plan->arena, 1, sizeof *plan->preferences.unavailable);
        plan->preferences.unavailable_count = 1;
        plan->preferences.unavailable[0].first = plan->weeks[0].start + seed % 7;
        plan->preferences.unavailable[0].last = plan->weeks[0].start + seed % 7;
    }
    fixture->shape.library = &fixture->library;
    fixture->input.training_template = &fixture->shape;
    fixture->input.profile = &fixture->profile;
    struct planner *planner = &fixture->planner;
    planner->input = &fixture->input;
    planner->plan = plan;
    planner->rules = ruleset_new();
    planner->suspended = fixture->suspended;
    planner->score_cap = fixture->score_cap;

    fixture->unlimited.week = budget_unlimited();
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        for (int kind = 0; kind < SESSION_KIND_COUNT; kind++)
            fixture->unlimited.days[d][kind] = budget_unlimited();
    struct error error;
    error_init(&error);
    FOR_COUNT(int, rule, 2) {
        char script[sizeof whimsical + 64];
        snprintf(script, sizeof script, whimsical, seed + rule, rule, score_shift);
        assert_true(ruleset_add_text(planner->rules, "whim", script, &error));
    }
    assert_true(ruleset_bind(planner->rules, plan, &error));
    error_release(&error);
}

static void release(struct fixture *fixture)
{
    ruleset_free(fixture->planner.rules);
    plan_free(fixture->plan);
}

/* Up to six runs, some of them equal. */
static void fill_menu(struct fixture *fixture, int seed, struct menu_result *menu)
{
    static const enum session_kind kinds[] = {SESSION_EASY, SESSION_EASY,  SESSION_EASY,
                                              SESSION_LONG, SESSION_TEMPO, SESSION_UPHILL};
    *menu = (struct menu_result){0};
    menu->count = (size_t)(2 + seed % 5);
    for (size_t i = 0; i < menu->count; i++) {
        struct item *item = &menu->items[i];
        item->fixed_day = ANY_DAY;
        item->recipe = &fixture->recipes[kinds[i]];
        item->session = session_unknown();
        item->session.kind = kinds[i];
        item->session.distance = kinds[i] == SESSION_LONG ? 1400 : 800;
        item->session.climb_m = item->session.descent_m = 0;
    }
}

struct best {
    bool found;
    int score;
};

/* Every arrangement of items on days, asked the same questions, without any shortcut. */
static void enumerate(struct fixture *fixture, struct menu_result *menu, size_t day, unsigned used,
                      int score, struct best *best)
{
    struct planner *planner = &fixture->planner;
    struct error error;
    struct refusal refusal;
    bool allowed;
    error_init(&error);
    if (day == DAYS_PER_WEEK) {
        assert_true(ask_allow_week(planner, 0, &allowed, &refusal, &error));
        if (allowed && used + 1 == 1u << menu->count && (!best->found || score > best->score))
            *best = (struct best){true, score};
        return;
    }
    struct day *here = &fixture->plan->weeks[0].days[day];
    FOR_VALUES(int, item, REST, item < (int)menu->count, item++) {
        struct budget budget;
        here->session_count = 0;
        if (item != REST) {
            if (used & 1u << item || !fixed_day_is_open(fixture->plan, here))
                continue;
            assert_true(ask_limit_day(planner, 0, day, NULL, &budget, &error));
            if (budget_exceeded(&budget, &menu->items[item].session) != LIMIT_KIND_COUNT)
                continue;
            here->sessions = &menu->items[item].session;
            here->session_count = 1;
        }
        struct preference preference;
        assert_true(ask_allow(planner, 0, day, 0, NULL, &allowed, &refusal, &error));
        if (!allowed)
            continue;
        assert_true(ask_prefer(planner, 0, day, 0, NULL, &preference, &error));
        enumerate(fixture, menu, day + 1, item == REST ? used : used | 1u << item,
                  score + preference.score, best);
    }
    here->session_count = 0;
}

static void the_search_finds_what_enumeration_finds(void **state)
{
    (void)state;
    int found = 0;
    FOR_VALUES(int, seed, 1, seed <= WEEKS, seed++) {
        struct fixture fixture;
        struct menu_result menu;
        struct placement placement;
        struct best best = {0};
        struct error error;
        error_init(&error);
        build(&fixture, seed, seed % 2 ? 401 : 200); /* only penalties; or both signs */
        fill_menu(&fixture, seed, &menu);
        enumerate(&fixture, &menu, 0, 0, 0, &best);
        memset(fixture.score_cap, 0, sizeof fixture.score_cap);
        assert_true(
            schedule_week(&fixture.planner, 0, &menu, &fixture.unlimited, &placement, &error));
        assert_int_equal(placement.found, best.found);
        if (best.found)
            assert_int_equal(placement.score, best.score);
        found += best.found;
        release(&fixture);
    }
    assert_in_range(found, WEEKS / 4, WEEKS - 1); /* both outcomes were met */
}

/*
 * Rules that most weeks break, always in the same words: about which days have runs, what stands
 * beside what, which run comes first, and about points for what they refuse.
 */
static const char *const stubborn[] = {
    "allow_week = function(week) return runs(week, 6) + runs(week, 7) < 2, 'a free day' end }",
    "allow_week = function(week) return runs(week, 1) + runs(week, 3) + runs(week, 5) < 2, 'rest' "
    "end }",
    "allow_week = function(week)\n"
    "        local long, tempo = day_of(week, 'long'), day_of(week, 'tempo')\n"
    "        return not (long and tempo) or math.abs(long - tempo) > 2, 'apart'\n"
    "    end,\n"
    "    prefer = function(day) return name(day) == 'long' and day.number * 50 or 0 end }",
    "allow_week = function(week)\n"
    "        local long, hills = day_of(week, 'long'), day_of(week, 'uphill')\n"
    "        return not (long and hills) or hills > long, 'hills after the long run'\n"
    "    end,\n"
    "    prefer = function(day) return name(day) == 'uphill' and 50 - day.number or 0 end }",
    "allow_week = function() return false, 'never' end,\n"
    "    prefer = function(day) return name(day) == 'easy' and day.number or 0 end }",
};

static const char stubborn_start[] =
    "local function name(day) return day.sessions[1] and day.sessions[1].kind or 'rest' end\n"
    "local function runs(week, day) return #week.days[day].sessions end\n"
    "local function day_of(week, kind)\n"
    "    for i, day in ipairs(week.days) do if name(day) == kind then return i end end\n"
    "end\n"
    "return { api = 1, id = 'stubborn', title = 'Stubborn', level = 'must', why = 'None.',\n    ";

static void what_one_rule_refuses_in_the_same_words_hides_no_week(void **state)
{
    (void)state;
    FOR_COUNT(int, rule, (int)(sizeof stubborn / sizeof *stubborn)) {
        FOR_COUNT(int, seed, 7) {
            struct fixture fixture;
            struct menu_result menu;
            struct placement placement;
            struct best best = {0};
            struct error error;
            char script[sizeof stubborn_start + 512];
            error_init(&error);
            build(&fixture, seed, 0);
            ruleset_free(fixture.planner.rules);
            fixture.planner.rules = ruleset_new();
            snprintf(script, sizeof script, "%s%s", stubborn_start, stubborn[rule]);
            assert_true(ruleset_add_text(fixture.planner.rules, "stubborn", script, &error));
            assert_true(ruleset_bind(fixture.planner.rules, fixture.plan, &error));
            fill_menu(&fixture, seed, &menu);
            enumerate(&fixture, &menu, 0, 0, 0, &best);
            memset(fixture.score_cap, 0, sizeof fixture.score_cap);
            assert_true(
                schedule_week(&fixture.planner, 0, &menu, &fixture.unlimited, &placement, &error));
            assert_int_equal(placement.found, best.found);
            if (best.found)
                assert_int_equal(placement.score, best.score);
            release(&fixture);
        }
    }
}

static void days_that_limits_close_have_no_runs(void **state)
{
    (void)state;
    struct fixture fixture;
    struct menu_result menu;
    struct placement placement;
    struct error error;
    error_init(&error);
    build(&fixture, 1, 0);
    ruleset_free(fixture.planner.rules);
    fixture.planner.rules = ruleset_new();
    fill_menu(&fixture, 3, &menu);
    for (int kind = 0; kind < SESSION_KIND_COUNT; kind++)
        fixture.unlimited.days[0][kind] = fixture.unlimited.days[3][kind] = budget_nothing();
    assert_true(schedule_week(&fixture.planner, 0, &menu, &fixture.unlimited, &placement, &error));
    assert_true(placement.found);
    assert_int_equal(placement.item_on[0], REST);
    assert_int_equal(placement.item_on[3], REST);
    release(&fixture);
}

static void a_week_without_an_arrangement_names_the_rule(void **state)
{
    (void)state;
    static const char never[] =
        "return { api = 1, id = 'never', title = 'Never', level = 'must', "
        "why = 'None.', allow_week = function() return false, 'never' end }";
    struct fixture fixture;
    struct menu_result menu;
    struct placement placement;
    struct error error;
    error_init(&error);
    build(&fixture, 1, 0);
    ruleset_free(fixture.planner.rules);
    fixture.planner.rules = ruleset_new();
    assert_true(ruleset_add_text(fixture.planner.rules, "never", never, &error));
    assert_true(ruleset_bind(fixture.planner.rules, fixture.plan, &error));
    fill_menu(&fixture, 3, &menu);
    assert_true(schedule_week(&fixture.planner, 0, &menu, &fixture.unlimited, &placement, &error));
    assert_false(placement.found);
    assert_int_equal(placement.last_refusal_day, DAYS_PER_WEEK);
    assert_string_equal(placement.last_refusal.because, "never");
    release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_search_finds_what_enumeration_finds),
        cmocka_unit_test(what_one_rule_refuses_in_the_same_words_hides_no_week),
        cmocka_unit_test(days_that_limits_close_have_no_runs),
        cmocka_unit_test(a_week_without_an_arrangement_names_the_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
