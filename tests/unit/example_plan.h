/*
 * Example plans for the tests of pages and exports: made by hand, so that they do not depend on
 * the planner. They need not keep any rule.
 */
#ifndef HILLPLAN_TESTS_EXAMPLE_PLAN_H
#define HILLPLAN_TESTS_EXAMPLE_PLAN_H

#include "model/plan.h"

static inline struct step example_step(enum step_kind kind, enum effort effort, int duration_s,
                                       int distance_m)
{
    struct step step = step_unknown();
    step.kind = kind;
    step.effort = effort;
    step.duration_s = duration_s;
    step.distance_m = distance_m;
    return step;
}

/* Warm up, `repeat` times (work, a recovery of two minutes), cool down. */
static inline void example_repeats(struct plan *plan, struct session *session, int repeat,
                                   int work_s, int work_m, int pace_s)
{
    struct step *steps = arena_array(plan->arena, 3, sizeof *steps);
    steps[0] = example_step(STEP_WARM_UP, EFFORT_EASY, 600, UNKNOWN);
    steps[1] = step_unknown();
    steps[1].repeat = repeat;
    steps[1].step_count = 2;
    steps[1].steps = arena_array(plan->arena, 2, sizeof *steps);
    steps[1].steps[0] = example_step(STEP_RUN, EFFORT_HARD, work_s, work_m);
    steps[1].steps[0].pace = (struct pace_range){pace_s, pace_s};
    steps[1].steps[1] = example_step(STEP_RECOVERY, EFFORT_EASY, 120, UNKNOWN);
    steps[2] = example_step(STEP_COOL_DOWN, EFFORT_EASY, 600, UNKNOWN);
    session->steps = steps;
    session->step_count = 3;
}

/* Warm up, so long at one pace, cool down. */
static inline void example_tempo(struct plan *plan, struct session *session, int work_m, int pace_s)
{
    struct step *steps = arena_array(plan->arena, 3, sizeof *steps);
    steps[0] = example_step(STEP_WARM_UP, EFFORT_EASY, 600, UNKNOWN);
    steps[1] = example_step(STEP_RUN, EFFORT_MODERATE, UNKNOWN, work_m);
    steps[1].pace = (struct pace_range){pace_s, pace_s};
    steps[2] = example_step(STEP_COOL_DOWN, EFFORT_EASY, 600, UNKNOWN);
    session->steps = steps;
    session->step_count = 3;
}

static inline struct session *example_session(struct plan *plan, struct day *day,
                                              enum session_kind kind, const char *title,
                                              int distance)
{
    enum { MOST_SESSIONS = 3 };
    if (!day->sessions)
        day->sessions = arena_array(plan->arena, MOST_SESSIONS, sizeof *day->sessions);
    struct session *session = &day->sessions[day->session_count++];
    *session = session_unknown();
    session->kind = kind;
    session->title = title;
    if (!session_kind_is_run(kind)) {
        session->duration_s = 20 * 60;
        return session;
    }
    session->effort = EFFORT_EASY;
    session->terrain = TERRAIN_FLAT;
    if (distance == UNKNOWN)
        return session;
    session->distance = distance;
    session->climb_m = session->descent_m = distance / 100 * 5;
    session->duration_s = distance / 100 * 360;
    if (kind == SESSION_EASY || kind == SESSION_LONG || kind == SESSION_STRIDES)
        session->pace = plan->paces.easy;
    return session;
}

static inline void example_hills(struct session *session, enum terrain terrain, int climb_m,
                                 int descent_m)
{
    session->terrain = terrain;
    session->climb_m = climb_m;
    session->descent_m = descent_m;
}

static inline void example_reason(struct plan *plan, struct session *session, const char *rule,
                                  const char *text)
{
    session->reasons = arena_array(plan->arena, 1, sizeof *session->reasons);
    session->reasons[0] = (struct reason){rule, text};
    session->reason_count = 1;
}

/* The hard session of a week: they take turns. */
static inline void example_quality(struct plan *plan, struct day *day, int number)
{
    struct session *session;
    switch (number % 5) {
    case 0:
        session = example_session(plan, day, SESSION_INTERVALS, "Long intervals", 1100);
        example_repeats(plan, session, 6, UNKNOWN, 1000, plan->paces.interval);
        break;
    case 1:
        session = example_session(plan, day, SESSION_UPHILL, "Hill repeats", 900);
        example_repeats(plan, session, 5, 45, UNKNOWN, UNKNOWN);
        example_hills(session, TERRAIN_UPHILL, 120, 120);
        break;
    case 2:
        session = example_session(plan, day, SESSION_TEMPO, "Threshold run", 1200);
        example_tempo(plan, session, 5000, plan->paces.threshold);
        break;
    case 3:
        session = example_session(plan, day, SESSION_DOWNHILL, "Downhill run", 1050);
        example_hills(session, TERRAIN_DOWNHILL, 150, 310);
        example_reason(plan, session, "downhill-progression",
                       "310 m of descent: the largest in six weeks was 240 m, and 30 % more are "
                       "allowed, so that legs get used to it");
        break;
    default:
        session = example_session(plan, day, SESSION_RACE_PACE, "Marathon-pace run", 1400);
        example_tempo(plan, session, 8000, plan->paces.marathon);
        break;
    }
    session->effort = EFFORT_HARD;
}

static inline void example_week(struct plan *plan, struct week *week, int easy, int longest)
{
    struct day *days = week->days;
    struct session *session = example_session(plan, &days[1], SESSION_EASY, "Easy run", easy);
    example_reason(plan, session, "hard-easy", "an easy day before the week's hard session");
    if (week->kind == WEEK_LIGHTER)
        example_session(plan, &days[2], SESSION_EASY, "Easy run", easy);
    else
        example_quality(plan, &days[2], week->number);
    example_session(plan, &days[3], SESSION_EASY, "Easy run", easy);
    example_session(plan, &days[3], SESSION_STRENGTH, "Strength for runners", UNKNOWN);
    session = example_session(plan, &days[5], SESSION_STRIDES, "Easy run with strides", easy - 150);
    example_repeats(plan, session, 6, 20, UNKNOWN, UNKNOWN);
    session = example_session(plan, &days[6], SESSION_LONG, "Long run", longest);
    if (week->number % 3 == 0)
        example_hills(session, TERRAIN_HILLY, longest / 100 * 12, longest / 100 * 14);
    session->notes = arena_array(plan->arena, 1, sizeof *session->notes);
    session->notes[0] = "Drink before you are thirsty, and try what you will eat in the race.";
    session->note_count = 1;
    if (week->number % 2)
        example_session(plan, &days[4], SESSION_CROSS, "Cycling or swimming", UNKNOWN);
}

static inline void example_rules(struct plan *plan)
{
    static struct rule_setting_value ramp[] = {{"max_increase", "10"},
                                               {"compare_with", "previous_week"}};
    static struct rule_setting_value downhill[] = {{"easy_days", "2"}};
    static struct plan_rule rules[] = {
        {.id = "downhill-recovery",
         .title = "Easy days after downhill running",
         .why = "Downhill running damages muscle fibres; they need two to three easy days, and "
                "then stand it better.",
         .source = "Byrnes et al. 1985; Maeo et al. 2017",
         .level = RULE_MUST,
         .settings = downhill,
         .setting_count = 1},
        {.id = "strength",
         .title = "Strength twice a week",
         .why = "Strong hips and calves spare knees and tendons.",
         .level = RULE_SHOULD,
         .off = true},
        {.id = "weekly-ramp",
         .title = "No more than ten percent a week",
         .why = "Bones and tendons adapt more slowly than the heart.",
         .source = "Nielsen et al. 2014",
         .level = RULE_MUST,
         .settings = ramp,
         .setting_count = 2},
    };
    static struct exception exceptions[] = {
        {"lighter-weeks", 8, NO_DATE, "week 8 holds 95 % of the week before; 91 % are wanted"}};
    plan->rules = rules;
    plan->rule_count = sizeof rules / sizeof rules[0];
    plan->exceptions = exceptions;
    plan->exception_count = 1;
}

static struct gave_up example_gave_up[] = {
    {GIVEN_UP_DISTANCE, "lighter-weeks", "{40 km} instead of {44 km}: a lighter week"},
    {GIVEN_UP_HILLS, NULL, "{50 m} of climb in the long run, though {300 m} was tried"},
};

static inline void example_weeks(struct plan *plan, size_t count, int start)
{
    plan->weeks = arena_array(plan->arena, count, sizeof *plan->weeks);
    plan->week_count = count;
    for (size_t i = 0; i < count; i++) {
        struct week *week = &plan->weeks[i];
        int number = (int)i + 1, left = (int)(count - i);
        week->number = number;
        week->start = start + (int)i * DAYS_PER_WEEK;
        week->distance_most = UNKNOWN;
        if (number == 8) {
            week->gave_up = example_gave_up;
            week->gave_up_count = sizeof example_gave_up / sizeof *example_gave_up;
        }
        week->phase = left == 1   ? PHASE_RACE
                      : left <= 3 ? PHASE_TAPER
                      : left <= 6 ? PHASE_PEAK
                      : left > 12 ? PHASE_BASE
                                  : PHASE_BUILD;
        week->kind = left == 1 ? WEEK_RACE : left <= 3 ? WEEK_TAPER : WEEK_BUILD;
        if (number % 4 == 0 && left > 3)
            week->kind = WEEK_LIGHTER;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            week->days[d].date = week->start + d;
        int grown = number < 14 ? number : 14;
        if (left > 1)
            example_week(plan, week, left <= 3 ? 600 : 700 + grown * 50,
                         left <= 3 ? 1600 : 1400 + grown * 100);
    }
}

/* The race week: two short runs, and the race on its last day. */
static inline void example_race_week(struct plan *plan)
{
    struct day *days = plan->weeks[plan->week_count - 1].days;
    example_session(plan, &days[1], SESSION_EASY, "Easy run", 600);
    struct session *session =
        example_session(plan, &days[3], SESSION_STRIDES, "Easy run with strides", 500);
    example_repeats(plan, session, 4, 20, UNKNOWN, UNKNOWN);
    session = example_session(plan, &days[6], SESSION_RACE, plan->race.name,
                              distance_from_m(plan->race.distance.metres, plan->units));
    session->effort = EFFORT_HARD;
    plan->race.date = days[6].date;
}

/* A marathon plan from 4 January 2027 (a Monday), in km or in miles, of some weeks (at least 8). */
static inline struct plan *example_plan(const char *runner, enum units units, size_t weeks)
{
    struct plan *plan = plan_new();
    plan->title = "Marathon plan";
    plan->units = units;
    plan->runner.name = runner;
    plan->race.name = "Zürich Marathon";
    plan->race.distance = (struct race_distance){"marathon", 42195};
    plan->race.goal_time_s = 3 * 3600 + 30 * 60;
    plan->race.climb_m = 250;
    plan->race.descent_m = 390;
    plan->paces = (struct paces){{345, 370}, 300, 280, 255, 235};
    plan->verdict =
        (struct verdict){.level = VERDICT_TIGHT,
                         .text = "The longest week reaches 62 km, where 65 km help in a marathon. "
                                 "Two more weeks, or a fifth run a week, would make it ready."};
    plan->print.paper = units == UNITS_KM ? PAPER_A4 : PAPER_LETTER;
    plan->print.pages[0] = PAGE_OVERVIEW;
    plan->print.pages[1] = PAGE_MONTHS;
    plan->print.pages[2] = PAGE_RULES;
    plan->print.page_count = 3;
    int start = date_from_ymd(2027, 1, 4);
    if (units == UNITS_MI) {
        plan->preferences.starts_on = SUNDAY;
        start--;
    }
    example_rules(plan);
    example_weeks(plan, weeks, start);
    example_race_week(plan);
    struct day *tune_up = &plan->weeks[weeks - 6].days[6];
    tune_up->session_count = 0;
    struct session *session = example_session(
        plan, tune_up, SESSION_TUNE_UP, "Half marathon of Łódź", distance_from_m(21098, units));
    session->effort = EFFORT_HARD;
    return plan;
}

#endif
