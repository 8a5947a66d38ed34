/* Changed profile: what a runner tells anew of a plan that has begun. */
#include <string.h>

#include "planner/planner.h"

/* A profile that is changed, and whether that makes other weeks. */
struct changing {
    struct profile *profile;
    const struct profile *told;
    int today;
    bool is_anew;
};

/* What is left out stays. */
static void take(struct changing *changing, int *mine, int told)
{
    if (told == UNKNOWN || told == *mine)
        return;
    *mine = told;
    changing->is_anew = true;
}

static void take_distance(struct changing *changing, int *mine, int told)
{
    enum units to = changing->profile->units;
    enum units from = changing->told->names_units ? changing->told->units : to;
    if (told != UNKNOWN && from != to)
        told = distance_from_m(distance_to_m(told, from), to);
    take(changing, mine, told);
}

static void take_days(struct changing *changing, bool *mine, const bool *told)
{
    size_t size = DAYS_PER_WEEK * sizeof *told;
    bool is_told = false;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        is_told = is_told || told[day];
    if (!is_told || memcmp(mine, told, size) == 0)
        return;
    memcpy(mine, told, size);
    changing->is_anew = true;
}

static void take_race(struct changing *changing)
{
    struct race *mine = &changing->profile->race;
    const struct race *told = &changing->told->race;
    if (told->distance.metres > 0 && told->distance.metres != mine->distance.metres) {
        mine->distance = told->distance;
        mine->climb_m = mine->descent_m = mine->goal_time_s = UNKNOWN;
        mine->course = (struct course){0};
        changing->is_anew = true;
    }
    mine->name = told->name ? told->name : mine->name;
    mine->aim = told->aim != RACE_AIM_NONE ? told->aim : mine->aim;
    if (told->course.point_count > 0)
        mine->course = told->course;
    take(changing, &mine->date, told->date);
    take(changing, &mine->climb_m, told->climb_m);
    take(changing, &mine->descent_m, told->descent_m);
    take(changing, &mine->goal_time_s, told->goal_time_s);
}

static void take_runner(struct changing *changing)
{
    struct runner *mine = &changing->profile->runner;
    const struct runner *told = &changing->told->runner;
    const struct recent_race *race = &told->recent_race;
    mine->name = told->name ? told->name : mine->name;
    take(changing, &mine->usual_descent_m, told->usual_descent_m);
    if (race->distance.metres == 0 || (race->distance.metres == mine->recent_race.distance.metres &&
                                       race->time_s == mine->recent_race.time_s))
        return;
    mine->recent_race = *race;
    changing->is_anew = true;
}

/* --- days off and races on the way ----------------------------------------------------------- */

/* Days off that have begun stay; of those to come the profile tells all, if it tells any. */
static void take_days_off(struct changing *changing)
{
    struct week_preferences *mine = &changing->profile->week;
    const struct week_preferences *told = &changing->told->week;
    size_t count = 0;
    if (told->unavailable_count == 0)
        return;
    struct days_off *all = arena_array(
        changing->profile->arena, mine->unavailable_count + told->unavailable_count, sizeof *all);
    for (size_t i = 0; i < mine->unavailable_count; i++)
        if (mine->unavailable[i].first < changing->today)
            all[count++] = mine->unavailable[i];
    for (size_t i = 0; i < told->unavailable_count; i++) {
        bool is_there = false;
        for (size_t j = 0; j < count; j++)
            is_there = is_there || (all[j].first == told->unavailable[i].first &&
                                    all[j].last == told->unavailable[i].last);
        if (!is_there)
            all[count++] = told->unavailable[i];
    }
    mine->unavailable = all;
    mine->unavailable_count = count;
}

/* Likewise. */
static void take_tune_ups(struct changing *changing)
{
    struct profile *mine = changing->profile;
    const struct profile *told = changing->told;
    size_t count = 0;
    if (told->tune_up_count == 0)
        return;
    struct tune_up_race *all =
        arena_array(mine->arena, mine->tune_up_count + told->tune_up_count, sizeof *all);
    for (size_t i = 0; i < mine->tune_up_count; i++)
        if (mine->tune_ups[i].date < changing->today)
            all[count++] = mine->tune_ups[i];
    for (size_t i = 0; i < told->tune_up_count; i++)
        if (told->tune_ups[i].date >= changing->today)
            all[count++] = told->tune_ups[i];
    mine->tune_ups = all;
    mine->tune_up_count = count;
}

static void take_week(struct changing *changing)
{
    struct week_preferences *mine = &changing->profile->week;
    const struct week_preferences *told = &changing->told->week;
    if (changing->told->names_run_days)
        take_days(changing, mine->run_days, told->run_days);
    take_days(changing, mine->quality, told->quality);
    take_days(changing, mine->doubles, told->doubles);
    take(changing, &mine->long_run, told->long_run);
    take_distance(changing, &mine->most, told->most);
    take_distance(changing, &mine->longest_run, told->longest_run);
    take(changing, &mine->longest_weekday_s, told->longest_weekday_s);
    take(changing, &mine->longest_weekend_s, told->longest_weekend_s);
    take_days_off(changing);
}

/* Settings of rules; later ones count. */
static void take_settings(struct changing *changing)
{
    struct profile *mine = changing->profile;
    const struct profile *told = changing->told;
    size_t own = mine->setting_count;
    struct rule_setting *all = arena_array(mine->arena, own + told->setting_count, sizeof *all);
    for (size_t i = 0; i < own; i++)
        all[i] = mine->settings[i];
    for (size_t i = 0; i < told->setting_count; i++) {
        const struct rule_setting *setting = &told->settings[i];
        size_t at = 0;
        while (at < mine->setting_count && (strcmp(all[at].rule, setting->rule) != 0 ||
                                            strcmp(all[at].setting, setting->setting) != 0))
            at++;
        changing->is_anew = changing->is_anew || at == mine->setting_count ||
                            strcmp(all[at].value, setting->value) != 0;
        mine->setting_count += at == mine->setting_count;
        all[at] = *setting;
    }
    mine->settings = all;
}

bool planner_change_profile(struct profile *profile, const struct profile *told, int today)
{
    struct changing changing = {.profile = profile, .told = told, .today = today};
    int race_m = profile->race.distance.metres;
    take_race(&changing);
    take_runner(&changing);
    take_week(&changing);
    take_tune_ups(&changing);
    take_settings(&changing);
    take(&changing, &profile->hills.access, told->hills.access > 0 ? told->hills.access : UNKNOWN);
    take(&changing, &profile->hills.max_climb_m, told->hills.max_climb_m);
    if (told->template_name &&
        (!profile->template_name || strcmp(told->template_name, profile->template_name) != 0)) {
        profile->template_name = told->template_name;
        changing.is_anew = true;
    } else if (race_m != profile->race.distance.metres) {
        profile->template_name = told->template_name; /* by the distance, unless it is named */
    }
    if (told->fact_count > 0) {
        profile->facts = told->facts;
        profile->fact_count = told->fact_count;
    }
    profile->path = told->path;
    return changing.is_anew;
}
