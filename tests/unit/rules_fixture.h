/*
 * What the tests of rules share: rules written in place, and a small plan to hold them against.
 */
#ifndef HILLPLAN_TESTS_RULES_FIXTURE_H
#define HILLPLAN_TESTS_RULES_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "cases.h"
#include "rules/check.h"
#include "rules/ruleset.h"

#define RULE_HEAD                                                                                  \
    "return { api = 1, id = 'test', title = 'Test', level = 'must', why = 'Because.', "

/* 2027-01-04, a Monday. */
#define FIRST_MONDAY 20822

/* A plan in km of so many empty weeks from FIRST_MONDAY on; build weeks of the base phase. */
static inline struct plan *fixture_plan(size_t weeks)
{
    struct plan *plan = plan_new();
    plan->week_count = weeks;
    plan->weeks = arena_array(plan->arena, weeks, sizeof *plan->weeks);
    for (int i = 0; i < DAYS_PER_WEEK; i++)
        plan->preferences.run_days[i] = true;
    for (size_t w = 0; w < weeks; w++) {
        plan->weeks[w].number = (int)w + 1;
        plan->weeks[w].start = FIRST_MONDAY + (int)w * DAYS_PER_WEEK;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            plan->weeks[w].days[d].date = plan->weeks[w].start + d;
    }
    return plan;
}

/* Adds an easy, flat run without climb to a day (counted from 0, seven a week); returns it. */
static inline struct session *fixture_run(struct plan *plan, size_t day, int distance)
{
    struct day *at = &plan->weeks[day / DAYS_PER_WEEK].days[day % DAYS_PER_WEEK];
    struct session *sessions = arena_array(plan->arena, at->session_count + 1, sizeof *sessions);
    for (size_t i = 0; i < at->session_count; i++)
        sessions[i] = at->sessions[i];
    at->sessions = sessions;
    struct session *run = &sessions[at->session_count++];
    *run = session_unknown();
    run->kind = SESSION_EASY;
    run->title = "Easy run";
    run->effort = EFFORT_EASY;
    run->terrain = TERRAIN_FLAT;
    run->distance = distance;
    run->climb_m = run->descent_m = 0;
    return run;
}

/* A ruleset of one rule, bound to the plan; any mistake fails the test. */
static inline struct ruleset *fixture_rules(const char *script, const struct plan *plan)
{
    struct error error;
    error_init(&error);
    script_budget_renew(SCRIPT_SECONDS);
    struct ruleset *rules = ruleset_new();
    if (!ruleset_add_text(rules, "test.lua", script, &error) ||
        !ruleset_bind(rules, plan, &error)) {
        for (size_t i = 0; i < error.count; i++)
            print_error("%s\n", error.messages[i].text);
        fail();
    }
    error_release(&error);
    return rules;
}

#endif
