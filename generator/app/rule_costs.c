#include "app/rule_costs.h"

#include <string.h>

#include "app/setup.h"
#include "planner/cost.h"

#define MOST_ASKED 4 /* rules, each of which takes a plan more to be told apart */

/* The rules that the profile adds, sets or switches off, each once; how many there are. */
struct own_rules {
    const char *ids[MOST_ASKED];
    size_t count;
};

static void add_rule(struct own_rules *own, const char *id)
{
    size_t asked = own->count < MOST_ASKED ? own->count : MOST_ASKED;
    for (size_t i = 0; i < asked; i++)
        if (strcmp(own->ids[i], id) == 0)
            return;
    if (own->count < MOST_ASKED)
        own->ids[own->count] = id;
    own->count++;
}

static struct own_rules find_own_rules(const struct planning *planning)
{
    const struct profile *profile = planning->profile;
    struct own_rules own = {.count = 0};
    for (size_t rule = 0; rule < ruleset_count(planning->rules); rule++)
        if (ruleset_info(planning->rules, rule)->origin == RULE_CUSTOM)
            add_rule(&own, ruleset_info(planning->rules, rule)->id);
    for (size_t i = 0; i < profile->setting_count; i++)
        add_rule(&own, profile->settings[i].rule);
    for (size_t i = 0; i < profile->rule_off_count; i++)
        add_rule(&own, profile->rules_off[i].name);
    return own;
}

/* The profile without what it says of a rule; in the arena. */
static struct profile without_words_of(const struct profile *profile, const char *rule,
                                       struct arena *arena)
{
    struct profile without = *profile;
    without.settings = arena_array(arena, profile->setting_count, sizeof *without.settings);
    without.rules_off = arena_array(arena, profile->rule_off_count, sizeof *without.rules_off);
    without.setting_count = without.rule_off_count = 0;
    for (size_t i = 0; i < profile->setting_count; i++)
        if (strcmp(profile->settings[i].rule, rule) != 0)
            without.settings[without.setting_count++] = profile->settings[i];
    for (size_t i = 0; i < profile->rule_off_count; i++)
        if (strcmp(profile->rules_off[i].name, rule) != 0)
            without.rules_off[without.rule_off_count++] = profile->rules_off[i];
    return without;
}

/* The rules that the profile asks for but one, which is as if it had not been named. */
static struct ruleset *all_rules_but(const struct planning *planning, const char *rule,
                                     struct arena *arena, struct error *error)
{
    const struct profile profile = without_words_of(planning->profile, rule, arena);
    const struct planning_options *options = planning->options;
    const struct named name = {.name = rule};
    struct ruleset *rules = setup_built_in_rules(error);
    bool done = rules && setup_profile_rules(rules, &profile, planning->training_template,
                                             options->arguments, options->rules, error);
    size_t index = done ? ruleset_find(rules, rule) : 0;
    if (done && ruleset_info(rules, index)->origin == RULE_CUSTOM)
        done = ruleset_switch_off(rules, &name, NULL, error);
    if (done)
        return rules;
    ruleset_free(rules);
    return NULL;
}

/* Whether a plan by all rules but one has as much as one without any of the runner's own. */
static bool explains_all(const struct planning *planning, const char *rule,
                         const struct plan *without)
{
    struct error error;
    struct arena *arena = arena_new();
    error_init(&error);
    struct ruleset *rules = all_rules_but(planning, rule, arena, &error);
    struct plan *plan = rules ? planning_make_by(planning, rules, &error) : NULL;
    bool explains = plan && !cost_is_paid(plan, without);
    plan_free(plan);
    ruleset_free(rules);
    arena_free(arena);
    error_release(&error);
    return explains;
}

/* The rule that alone explains what is taken; NULL where it takes several. */
static const char *find_costly(const struct planning *planning, const struct own_rules *own,
                               const struct plan *without)
{
    if (own->count == 1)
        return own->ids[0];
    for (size_t i = 0; i < own->count && own->count <= MOST_ASKED; i++)
        if (explains_all(planning, own->ids[i], without))
            return own->ids[i];
    return NULL;
}

/* Mistakes of the plan without them are nobody's. */
bool rule_costs_find(const struct planning *planning, struct plan *plan)
{
    const struct own_rules own = find_own_rules(planning);
    struct error error;
    if (own.count == 0)
        return false;
    error_init(&error);
    struct ruleset *rules = setup_template_rules(planning->training_template, &error);
    struct plan *without = rules ? planning_make_by(planning, rules, &error) : NULL;
    bool is_paid = without && cost_is_paid(plan, without);
    bool is_short_for_them = is_paid && without->verdict.level != VERDICT_SHORT;
    if (is_paid)
        cost_add(plan, without, find_costly(planning, &own, without));
    plan_free(without);
    ruleset_free(rules);
    error_release(&error);
    return is_short_for_them;
}
