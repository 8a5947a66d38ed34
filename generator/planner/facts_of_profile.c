/* Intake: from profile to plan. */
#include "planner/facts_of_profile.h"

#include <string.h>

#include "planner/planner.h"
#include "training/pace.h"

static const char *copy_string(struct arena *arena, const char *string)
{
    return string ? arena_strdup(arena, string) : NULL;
}

static void *copy_array(struct arena *arena, const void *array, size_t count, size_t size)
{
    void *copy = arena_array(arena, count, size);
    if (count)
        memcpy(copy, array, count * size);
    return copy;
}

static void copy_runner(struct plan *plan, const struct profile *profile)
{
    struct arena *arena = plan->arena;
    plan->runner = profile->runner;
    plan->runner.name = copy_string(arena, profile->runner.name);
    plan->runner.recent_weeks = copy_array(arena, profile->runner.recent_weeks,
                                           profile->runner.recent_week_count, sizeof(int));
    if (profile->runner.recent_runs)
        plan->runner.recent_runs =
            copy_array(arena, profile->runner.recent_runs, profile->runner.recent_run_count,
                       sizeof *profile->runner.recent_runs);
    plan->runner.recent_race = (struct recent_race){0}; /* what follows from it is in the plan */
    plan->runner.vdot_tenths = UNKNOWN;
    if (profile->runner.recent_race.distance.metres > 0) {
        int metres = profile->runner.recent_race.distance.metres;
        int seconds = profile->runner.recent_race.time_s;
        plan->runner.vdot_tenths = vdot_tenths_from_race(metres, seconds);
        plan->paces = paces_from_race(metres, seconds, plan->units);
    }
}

static void copy_races(struct plan *plan, const struct profile *profile)
{
    struct arena *arena = plan->arena;
    plan->race = profile->race;
    plan->race.name = copy_string(arena, profile->race.name);
    bool has_time =
        profile->race.goal_time_s != UNKNOWN || profile->runner.recent_race.distance.metres > 0;
    if (plan->race.aim == RACE_AIM_NONE)
        plan->race.aim = has_time ? AIM_TIME : AIM_FINISH;
    plan->race.course_file = (struct named){0}; /* the points are in the plan */
    plan->race.distance.text = copy_string(arena, profile->race.distance.text);
    plan->race.course.points =
        copy_array(arena, profile->race.course.points, profile->race.course.point_count,
                   sizeof *profile->race.course.points);
    plan->tune_ups =
        copy_array(arena, profile->tune_ups, profile->tune_up_count, sizeof *profile->tune_ups);
    plan->tune_up_count = profile->tune_up_count;
    for (size_t i = 0; i < plan->tune_up_count; i++) {
        plan->tune_ups[i].name = copy_string(arena, profile->tune_ups[i].name);
        plan->tune_ups[i].distance.text = copy_string(arena, profile->tune_ups[i].distance.text);
    }
}

/* Without the runner's word the template names the days, and those named for a session join them.
 */
static void choose_run_days(struct plan *plan, const struct training_template *training_template)
{
    struct week_preferences *week = &plan->preferences;
    int mean_m = distance_to_m(runner_mean_week(&plan->runner), plan->units);
    const struct run_count_row *row = training_template_run_count(training_template, mean_m);
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        week->run_days[day] =
            row->days[day] || week->quality[day] || week->doubles[day] || week->long_run == day;
}

static void copy_facts(struct plan *plan, const struct profile *profile)
{
    plan->fact_count = profile->fact_count;
    plan->facts = arena_array(plan->arena, profile->fact_count, sizeof *plan->facts);
    for (size_t i = 0; i < profile->fact_count; i++)
        plan->facts[i] = (struct named_text){copy_string(plan->arena, profile->facts[i].name),
                                             copy_string(plan->arena, profile->facts[i].text)};
}

/* Everything of the profile, into a plan whose units are set. */
static void take_in(struct plan *plan, const struct profile *profile)
{
    copy_runner(plan, profile);
    copy_races(plan, profile);
    plan->preferences = profile->week;
    plan->preferences.unavailable =
        copy_array(plan->arena, profile->week.unavailable, profile->week.unavailable_count,
                   sizeof *profile->week.unavailable);
    plan->hills = profile->hills;
    copy_facts(plan, profile);
    plan->print = profile->print;
    plan->print.language = copy_string(plan->arena, profile->print.language);
}

/* What the plan is made from at first; a plan that is made anew keeps that of the old one. */
static void note_origin(struct plan *plan, const struct planner_input *input)
{
    const struct profile *profile = input->profile;
    struct made_from *from = &plan->made_from;
    *from = (struct made_from){
        .start = input->start,
        .template_name = copy_string(plan->arena, input->training_template->name),
        .recent_weeks = plan->runner.recent_weeks,
        .recent_week_count = plan->runner.recent_week_count,
        .longest_recent_run = profile->runner.longest_recent_run,
        .recent_race = profile->runner.recent_race,
        .goal_time_s = profile->race.goal_time_s,
        .settings = copy_array(plan->arena, profile->settings, profile->setting_count,
                               sizeof *profile->settings),
        .setting_count = profile->setting_count,
    };
    from->recent_race.distance.text =
        copy_string(plan->arena, profile->runner.recent_race.distance.text);
    for (size_t i = 0; i < from->setting_count; i++) {
        struct rule_setting *setting = &from->settings[i];
        setting->rule = copy_string(plan->arena, setting->rule);
        setting->setting = copy_string(plan->arena, setting->setting);
        setting->value = copy_string(plan->arena, setting->value);
    }
}

struct plan *facts_of_profile(const struct planner_input *input)
{
    const struct profile *profile = input->profile;
    struct plan *plan = plan_new();
    plan->units = profile->units;
    take_in(plan, profile);
    if (!profile->names_run_days)
        choose_run_days(plan, input->training_template);
    plan_find_breaks(plan, plan->arena);
    note_origin(plan, input);
    return plan;
}

static int in_units(int hundredths, enum units from, enum units to)
{
    return hundredths == UNKNOWN || from == to
               ? hundredths
               : distance_from_m(distance_to_m(hundredths, from), to);
}

/* The races that the plan holds besides those of the profile. */
static void keep_tune_ups(struct plan *plan, const struct tune_up_race *own, size_t own_count)
{
    size_t named = plan->tune_up_count;
    struct tune_up_race *all = arena_array(plan->arena, named + own_count, sizeof *all);
    for (size_t i = 0; i < named; i++)
        all[i] = plan->tune_ups[i];
    for (size_t i = 0; i < own_count; i++) {
        bool is_named = own[i].date == plan->race.date;
        for (size_t n = 0; n < named; n++)
            is_named = is_named || all[n].date == own[i].date;
        if (!is_named)
            all[plan->tune_up_count++] = own[i];
    }
    plan->tune_ups = all;
}

void planner_adopt_runner(struct plan *plan, const struct profile *profile)
{
    enum weekday starts_on = plan->preferences.starts_on;
    const struct tune_up_race *own = plan->tune_ups;
    size_t own_count = plan->tune_up_count;
    struct runner *runner = &plan->runner;
    take_in(plan, profile);
    keep_tune_ups(plan, own, own_count);
    for (int day = 0; day < DAYS_PER_WEEK && !profile->names_run_days; day++)
        plan->preferences.run_days[day] = true;
    plan->preferences.starts_on = starts_on; /* the weeks are laid already */
    plan_find_breaks(plan, plan->arena);
    runner->longest_recent_run = in_units(runner->longest_recent_run, profile->units, plan->units);
    for (size_t i = 0; i < runner->recent_week_count; i++)
        runner->recent_weeks[i] = in_units(runner->recent_weeks[i], profile->units, plan->units);
    for (size_t i = 0; i < runner->recent_run_count; i++) {
        struct recent_run *run = &runner->recent_runs[i];
        run->distance = in_units(run->distance, profile->units, plan->units);
    }
}
