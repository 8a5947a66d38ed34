/* Refuse: which rule, in which week, and what would help. */
#include "planner/refuse.h"
#include "planner/fixed_days.h"

#include "base/text.h"

/* "set easy_days of downhill-recovery (now 3, from 2 to 5)" and so on. */
static void append_remedies(const struct rule_info *rule, bool race_near, struct text *text)
{
    if (race_near)
        text_append(text, "move the race to another date, ");
    for (size_t i = 0; i < rule->setting_count; i++) {
        const struct setting_info *setting = &rule->settings[i];
        text_printf(text, "change %s of %s (now %s", setting->name, rule->id, setting->value);
        if (setting->min != INT_MIN && setting->max != INT_MAX)
            text_printf(text, ", from %d to %d", setting->min, setting->max);
        text_append(text, ") in rules.set, ");
    }
    text_printf(text, "%sname %s in rules.off", race_near || rule->setting_count ? "or " : "",
                rule->id);
}

static bool has_race_near(const struct plan *plan, size_t week)
{
    int first = plan->weeks[week].start - DAYS_PER_WEEK;
    for (int date = first; date < first + 3 * DAYS_PER_WEEK; date++)
        if (fixed_is_race_day(plan, date) && date != plan->race.date)
            return true;
    return false;
}

void refuse_week(const struct planner *planner, size_t week, const struct placement *placement,
                 struct error *error)
{
    const struct plan *plan = planner->plan;
    const struct rule_info *rule = ruleset_info(planner->rules, placement->last_refusal.rule);
    const char *because = placement->last_refusal.because;
    int day = placement->last_refusal_day;
    char date[DATE_TEXT_SIZE];
    struct text text = TEXT_INIT;
    text_printf(&text, "week %d (%s): ", plan->weeks[week].number,
                date_format(plan->weeks[week].start, date));
    if (day >= 0 && day < DAYS_PER_WEEK)
        text_printf(&text,
                    "%s: ", weekday_long_name(date_weekday(plan->weeks[week].days[day].date)));
    text_printf(&text, "no plan keeps the rule %s: %s; to make one possible, ", rule->id,
                because ? because : rule->title);
    append_remedies(rule, has_race_near(plan, week), &text);
    error_add(error, STATUS_NO_PLAN, planner->input->profile->path, 0, 0, "%s", text.data);
    text_release(&text);
}
