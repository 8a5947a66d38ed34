/* Judging by the choices that were not made. */
#include "rules/other_settings.h"

#include <string.h>

#define MOST_READINGS 64

static bool findings_differ(const struct plan *plan, const struct findings *a,
                            const struct findings *b, const char *rule)
{
    for (size_t i = 0; i < plan->week_count; i++)
        if (findings_break_week(a, rule, plan->weeks[i].number) !=
            findings_break_week(b, rule, plan->weeks[i].number))
            return true;
    return false;
}

/* Sets and binds, so that settings that depend on others follow. */
static bool choose_value(struct ruleset *rules, const struct plan *plan,
                         const struct other_setting *other, const char *value, struct error *error)
{
    struct rule_setting setting = {.rule = other->rule, .setting = other->setting, .value = value};
    return ruleset_set(rules, &setting, NULL, error) && ruleset_bind(rules, plan, error);
}

static bool read_by(struct ruleset *rules, const struct plan *plan, size_t rule,
                    struct other_setting *other, struct arena *arena, struct error *error)
{
    return choose_value(rules, plan, other, other->value, error) &&
           check_rule(rules, rule, plan, arena, &other->findings, error) &&
           choose_value(rules, plan, other, other->in_force, error);
}

bool other_settings_of_plan(struct ruleset *rules, const struct plan *plan,
                            const struct findings *findings, struct arena *arena,
                            struct other_settings *others, struct error *error)
{
    *others = (struct other_settings){arena_array(arena, MOST_READINGS, sizeof *others->items), 0};
    for (size_t rule = 0; rule < ruleset_count(rules); rule++) {
        const struct rule_info *info = ruleset_info(rules, rule);
        for (size_t s = 0; s < info->setting_count && !info->off; s++) {
            const struct setting_info *setting = &info->settings[s];
            /* A default may depend on what the plan doesn't say. */
            const char *in_force = setting->value ? arena_strdup(arena, setting->value) : "";
            for (size_t c = 0; c < setting->choice_count; c++) {
                struct other_setting other = {arena_strdup(arena, info->id),
                                              arena_strdup(arena, setting->name),
                                              in_force,
                                              arena_strdup(arena, setting->choices[c]),
                                              {0}};
                if (strcmp(other.value, in_force) == 0 || others->count == MOST_READINGS)
                    continue;
                if (!read_by(rules, plan, rule, &other, arena, error))
                    return false;
                if (findings_differ(plan, findings, &other.findings, info->id))
                    others->items[others->count++] = other;
            }
        }
    }
    return true;
}
