/* Refuse: which rule, in which week, and what would help. */
#include "planner/refuse.h"

#include <string.h>

#include "base/text.h"
#include "planner/fill.h"
#include "planner/fixed_days.h"
#include "words/message.h"

/* The rule that keeps the runner's calendar. */
#define CALENDAR_RULE "rest-days"

/* What the runner might change, and the list of what was found to help. */
struct remedies {
    struct planner *planner;
    size_t week, rule;
    struct text list;
    size_t count;
    const char *last; /* not yet in the list: an "or" may come before it */
};

/* Whether the week can be filled as things are now. A script that fails helps nobody. */
static bool is_possible(const struct remedies *remedies)
{
    struct planner *planner = remedies->planner;
    struct week *week = &planner->plan->weeks[remedies->week];
    struct filling filling;
    struct refusal by;
    struct error error;
    error_init(&error);
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        week->days[d] = (struct day){.date = week->days[d].date};
    bool possible = fill_week(planner, remedies->week, &filling, &error) &&
                    filling.placement.found &&
                    !fill_is_empty(planner, remedies->week, &filling, &by);
    error_release(&error);
    return possible;
}

static void add_remedy(struct remedies *remedies, const char *remedy)
{
    if (remedies->last)
        text_printf(&remedies->list, "%s, ", remedies->last);
    remedies->last = remedy;
    remedies->count++;
}

/* --- races ----------------------------------------------------------------------------------- */

static const char *tune_up_words(struct arena *arena, const struct tune_up_race *race)
{
    return race->name ? arena_printf(arena, "the tune-up race %s", race->name) : "the tune-up race";
}

/* Tries the week without each of the tune-up races around it. */
static void try_races(struct remedies *remedies)
{
    struct plan *plan = remedies->planner->plan;
    int first = plan->weeks[remedies->week].start - DAYS_PER_WEEK;
    for (size_t i = 0; i < plan->tune_up_count; i++) {
        struct tune_up_race *race = &plan->tune_ups[i], kept = *race;
        if (race->date < first || race->date >= first + 3 * DAYS_PER_WEEK)
            continue;
        *race = plan->tune_ups[plan->tune_up_count - 1];
        plan->tune_up_count--;
        bool helps = is_possible(remedies);
        plan->tune_up_count++;
        *race = kept;
        if (helps)
            add_remedy(remedies, arena_printf(plan->arena, "move %s to another date",
                                              tune_up_words(plan->arena, race)));
    }
}

/* --- settings -------------------------------------------------------------------------------- */

static bool set_setting(const struct remedies *remedies, const char *setting, const char *value)
{
    struct planner *planner = remedies->planner;
    const struct rule_setting given = {
        .rule = ruleset_info(planner->rules, remedies->rule)->id,
        .setting = setting,
        .value = value,
    };
    struct error error;
    error_init(&error);
    bool done = ruleset_set(planner->rules, &given, NULL, &error) &&
                ruleset_bind(planner->rules, planner->plan, &error);
    error_release(&error);
    return done;
}

static bool helps_at(const struct remedies *remedies, const char *setting, int value)
{
    struct arena *arena = remedies->planner->plan->arena;
    return set_setting(remedies, setting, arena_printf(arena, "%d", value)) &&
           is_possible(remedies);
}

/* The value nearest to `now`, on the way to `bound`, that helps; `bound` does. */
static int nearest_help(const struct remedies *remedies, const char *setting, int now, int bound)
{
    while (bound - now > 1 || now - bound > 1) {
        int middle = now + (bound - now) / 2;
        if (helps_at(remedies, setting, middle))
            bound = middle;
        else
            now = middle;
    }
    return bound;
}

/* Tries both ends of a number's range, and each word of a choice. */
static void try_setting(struct remedies *remedies, const struct setting_info *setting)
{
    struct arena *arena = remedies->planner->plan->arena;
    const char *id = ruleset_info(remedies->planner->rules, remedies->rule)->id;
    const char *now = setting->value ? arena_strdup(arena, setting->value) : NULL, *found = NULL;
    if (!now)
        return;
    for (size_t i = 0; i < setting->choice_count && !found; i++)
        if (strcmp(setting->choices[i], now) != 0 &&
            set_setting(remedies, setting->name, setting->choices[i]) && is_possible(remedies))
            found = setting->choices[i];
    const int bounds[] = {setting->min, setting->max};
    int number = 0;
    bool is_number = setting->choice_count == 0 && decimal_parse(now, 0, &number);
    for (size_t i = 0; is_number && i < sizeof bounds / sizeof *bounds && !found; i++)
        if (bounds[i] != INT_MIN && bounds[i] != INT_MAX && bounds[i] != number &&
            helps_at(remedies, setting->name, bounds[i]))
            found =
                arena_printf(arena, "%d", nearest_help(remedies, setting->name, number, bounds[i]));
    set_setting(remedies, setting->name, now);
    if (found)
        add_remedy(remedies, arena_printf(arena, "set %s of %s to %s in rules.set", setting->name,
                                          id, found));
}

static void try_settings(struct remedies *remedies)
{
    const struct rule_info *rule = ruleset_info(remedies->planner->rules, remedies->rule);
    for (size_t i = 0; i < rule->setting_count; i++)
        try_setting(remedies, &rule->settings[i]);
}

/* --- the runner's calendar ------------------------------------------------------------------- */

static void try_calendar(struct remedies *remedies)
{
    struct week_preferences *week = &remedies->planner->plan->preferences, kept = *week;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        week->run_days[day] = true;
    if (is_possible(remedies))
        add_remedy(remedies, "add a day to run_days");
    *week = kept;
    week->unavailable_count = 0;
    plan_find_breaks(remedies->planner->plan, remedies->planner->plan->arena);
    if (kept.unavailable_count > 0 && is_possible(remedies))
        add_remedy(remedies, "leave a day out of unavailable");
    *week = kept;
    plan_find_breaks(remedies->planner->plan, remedies->planner->plan->arena);
    week->longest_weekday_s = week->longest_weekend_s = UNKNOWN;
    bool is_limited = kept.longest_weekday_s != UNKNOWN || kept.longest_weekend_s != UNKNOWN;
    if (is_limited && is_possible(remedies))
        add_remedy(remedies, "raise longest_session");
    *week = kept;
    week->most = week->longest_run = UNKNOWN;
    if ((kept.most != UNKNOWN || kept.longest_run != UNKNOWN) && is_possible(remedies))
        add_remedy(remedies, "raise most or longest_run");
    *week = kept;
}

static void try_without_rule(struct remedies *remedies)
{
    struct planner *planner = remedies->planner;
    const char *id = ruleset_info(planner->rules, remedies->rule)->id;
    planner->suspended[remedies->rule] = true;
    if (is_possible(remedies))
        add_remedy(remedies, arena_printf(planner->plan->arena, "name %s in rules.off", id));
    planner->suspended[remedies->rule] = false;
}

/* "move the race to another date, or set easy_days of downhill-recovery to 2 in rules.set" */
static const char *remedy_words(struct remedies *remedies)
{
    struct arena *arena = remedies->planner->plan->arena;
    try_races(remedies);
    try_settings(remedies);
    try_calendar(remedies);
    try_without_rule(remedies);
    if (!remedies->last)
        return arena_printf(arena,
                            "no single change helps: move races to other dates, or name %s and "
                            "the rules beside it in rules.off",
                            ruleset_info(remedies->planner->rules, remedies->rule)->id);
    return arena_printf(arena, "%s%s%s", text_string(&remedies->list),
                        remedies->count > 1 ? "or " : "", remedies->last);
}

/* --- the message ----------------------------------------------------------------------------- */

/* "the tune-up race Example cannot be on Monday: ", "Monday: ", or "" for the week as a whole. */
static const char *place_words(const struct plan *plan, const struct week *week, int day)
{
    if (day < 0 || day >= DAYS_PER_WEEK)
        return "";
    int date = week->days[day].date;
    const char *weekday = weekday_long_name(date_weekday(date));
    if (date == plan->race.date)
        return arena_printf(plan->arena, "the race cannot be on %s: ", weekday);
    for (size_t i = 0; i < plan->tune_up_count; i++)
        if (plan->tune_ups[i].date == date)
            return arena_printf(plan->arena, "%s cannot be on %s: ",
                                tune_up_words(plan->arena, &plan->tune_ups[i]), weekday);
    return arena_printf(plan->arena, "%s: ", weekday);
}

void refuse_week(struct planner *planner, size_t week, const struct placement *placement,
                 struct error *error)
{
    const struct plan *plan = planner->plan;
    struct remedies remedies = {
        .planner = planner, .week = week, .rule = placement->last_refusal.rule, .list = TEXT_INIT};
    const struct rule_info *rule = ruleset_info(planner->rules, remedies.rule);
    const char *because = placement->last_refusal.because ? placement->last_refusal.because
                                                          : message_plain(plan->arena, rule->title);
    const struct words words = {plan->arena, plan->units, NULL};
    char date[DATE_TEXT_SIZE];
    const char *help = remedy_words(&remedies);
    int day = placement->last_refusal_day;
    const struct week *at = &plan->weeks[week];
    if (day > DAYS_PER_WEEK) { /* of the days after the week */
        at++;
        day -= DAYS_PER_WEEK + 1;
    }
    error_add(error, STATUS_NO_PLAN, planner->input->profile->path, 0, 0,
              "week %d (%s): %s%s (the rule %s); %s", at->number, date_format(at->start, date),
              place_words(plan, at, day), message_phrase(&words, because), rule->id, help);
    text_release(&remedies.list);
}

void refuse_calendar(const struct planner *planner, struct error *error)
{
    size_t race_week = plan_week_index(planner->plan, planner->plan->race.date);
    error_add(error, STATUS_NO_PLAN, planner->input->profile->path, 0, 0,
              "week 1 to week %zu: there is no day to run on before the race (the rule %s): all "
              "run_days are unavailable; leave days out of unavailable, or add days to run_days",
              race_week + 1, CALENDAR_RULE);
}
