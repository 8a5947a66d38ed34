/* What the tests of planner/ share: a runner of so many km a week, the templates as they are, and
   no rules. */
#ifndef HILLPLAN_TESTS_PLANNER_FIXTURE_H
#define HILLPLAN_TESTS_PLANNER_FIXTURE_H

#include "../property/random.h"
#include "cases.h"
#include "files/template_file.h"
#include "planner/outline.h"
#include "planner/sizing.h"

#define FIXTURE_EASY_PACE_S 360

struct planner_fixture {
    struct session_library *library;
    struct training_template *shape;
    struct plan *plan;
    struct planner planner;
    struct planner_input input;
    struct profile profile;
    struct week_limits limits;
    bool suspended[1];
    int score_cap[1], recent[1];
};

/* Without limits on any day. */
static inline void fixture_unlimited(struct week_limits *limits)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        limits->week.limits.of[kind].max = INT_MAX;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            for (int run = 0; run < SESSION_KIND_COUNT; run++)
                limits->days[d][run].limits.of[kind].max = INT_MAX;
    }
    for (int kind = 0; kind < WISH_KIND_COUNT; kind++)
        limits->wishes.wishes.of[kind].value = UNKNOWN;
}

/* A runner who can run each day. The outline of 18 weeks is drawn by fixture_outline(). */
static inline void fixture_init(struct planner_fixture *fixture, const char *template, int recent)
{
    char path[64];
    struct error error;
    error_init(&error);
    *fixture = (struct planner_fixture){.recent = {recent}};
    snprintf(path, sizeof path, "templates/training/%s.yaml", template);
    fixture->library = session_library_read("templates/sessions", &error);
    assert_non_null(fixture->library);
    fixture->shape = training_template_read(path, fixture->library, &error);
    assert_non_null(fixture->shape);
    struct plan *plan = fixture->plan = plan_new();
    plan->runner.recent_weeks = fixture->recent;
    plan->runner.recent_week_count = 1;
    plan->race.distance.metres = 42195;
    plan->preferences.long_run = SUNDAY;
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        plan->preferences.run_days[d] = true;
    plan->paces = (struct paces){{340, 380}, 315, 295, 270, 255};
    plan->hills.access = HILL_SET(HILLS_ANY);
    fixture->input = (struct planner_input){
        .profile = &fixture->profile,
        .training_template = fixture->shape,
        .start = date_from_ymd(2027, 1, 4),
    };
    plan->race.date = fixture->input.start + 17 * DAYS_PER_WEEK + 6;
    script_budget_renew(SCRIPT_SECONDS);
    fixture->planner = (struct planner){
        .input = &fixture->input,
        .plan = plan,
        .rules = ruleset_new(),
        .suspended = fixture->suspended,
        .score_cap = fixture->score_cap,
        .easy_pace_s = FIXTURE_EASY_PACE_S,
        .race_s = UNKNOWN,
        .race_pace_s = UNKNOWN,
    };
    size_t recipes = fixture->library->recipe_count;
    fixture->planner.uses = arena_array(plan->arena, recipes, sizeof(int));
    fixture->planner.last_use = arena_array(plan->arena, recipes, sizeof(int));
    for (int kind = 0; kind < MENU_KIND_COUNT; kind++)
        fixture->planner.turns[kind] =
            arena_array(plan->arena, fixture->shape->menus[kind].want_count, sizeof(int));
    fixture_unlimited(&fixture->limits);
}

static inline void fixture_outline(struct planner_fixture *fixture)
{
    struct error error;
    error_init(&error);
    assert_true(outline_make(&fixture->planner, &error));
}

static inline struct sizing fixture_sizing(struct planner_fixture *fixture, size_t week)
{
    const struct week_cuts none = {0};
    return sizing_make(&fixture->planner, week, &fixture->limits, &none);
}

static inline void fixture_release(struct planner_fixture *fixture)
{
    ruleset_free(fixture->planner.rules);
    plan_free(fixture->plan);
    training_template_free(fixture->shape);
    session_library_free(fixture->library);
}

#endif
