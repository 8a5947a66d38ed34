/* The ruleset: rules in their order, their settings, and the plan they are bound to. */
#include "rules/ruleset.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

struct listed_rule {
    struct rule *rule;
    bool is_carried; /* its script stands in the plan document */
};

struct ruleset {
    struct arena *arena;
    struct listed_rule *rules;
    size_t count;
    const char *library;    /* the shared folder, or NULL */
    struct sandbox *shared; /* of the built-in rules in one folder, or NULL */
    struct script_limits limits;
};

struct ruleset *ruleset_new(void)
{
    struct ruleset *rules = memory_new(sizeof *rules);
    rules->arena = arena_new();
    rules->limits = SCRIPT_LIMITS;
    return rules;
}

void ruleset_free(struct ruleset *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++)
        rule_free(rules->rules[i].rule);
    free(rules->rules);
    rule_sandbox_free(rules->shared);
    arena_free(rules->arena);
    free(rules);
}

void ruleset_set_library(struct ruleset *rules, const char *folder)
{
    rules->library = arena_strdup(rules->arena, folder);
}

void ruleset_limit_scripts(struct ruleset *rules, struct script_limits limits)
{
    rules->limits = limits;
}

const char *ruleset_library(const struct ruleset *rules)
{
    return rules->library;
}

/* ---- adding ---- */

/* Where a rule goes: built-in ones by id, before all others, which keep their order. */
static size_t place_of(const struct ruleset *rules, const struct rule_info *rule)
{
    size_t place = 0;
    while (place < rules->count &&
           (rule->origin == RULE_CUSTOM || (ruleset_info(rules, place)->origin == RULE_BUILT_IN &&
                                            strcmp(ruleset_info(rules, place)->id, rule->id) < 0)))
        place++;
    return place;
}

/* Puts a rule in the place of the text that the plan has of it. */
static bool replace_carried(struct listed_rule *listed, struct rule *rule, struct error *error)
{
    const struct rule_info *info = rule_info(rule);
    if (!rule_take_settings_of(rule, listed->rule, error))
        return false;
    error_warn(error, info->path, 0, 0, "stands for the text of rule '%s' in the plan", info->id);
    rule_switch(rule, rule_info(listed->rule)->off);
    rule_free(listed->rule);
    *listed = (struct listed_rule){.rule = rule};
    return true;
}

static void insert_rule(struct ruleset *rules, size_t place, struct rule *rule)
{
    rules->rules = memory_resize(rules->rules, rules->count + 1, sizeof *rules->rules);
    memmove(rules->rules + place + 1, rules->rules + place,
            (rules->count - place) * sizeof *rules->rules);
    rules->rules[place] = (struct listed_rule){.rule = rule};
    rules->count++;
}

/* Takes a rule over, NULL after errors too; false if it gets no place. */
static bool take_rule(struct ruleset *rules, struct rule *rule, struct error *error)
{
    if (!rule)
        return false;
    const struct rule_info *info = rule_info(rule);
    size_t same = ruleset_find(rules, info->id);
    bool is_new = same == rules->count, done = is_new;
    if (is_new)
        insert_rule(rules, place_of(rules, info), rule);
    else if (rules->rules[same].is_carried)
        done = replace_carried(&rules->rules[same], rule, error);
    else
        error_add(error, STATUS_BAD_INPUT, info->path, 0, 0,
                  "the id '%s' is taken by %s; give the rule another one, and switch the other off "
                  "if this one replaces it",
                  info->id, ruleset_info(rules, same)->path);
    if (!done)
        rule_free(rule);
    return done;
}

/* `shared`: the sandbox of the folder's rules, or NULL: the rule gets its own. */
static bool add_file(struct ruleset *rules, const char *path, enum rule_origin origin,
                     struct sandbox *shared, struct error *error)
{
    const struct rule_source source = {path, rules->library, origin, shared, rules->limits};
    return take_rule(rules, rule_load_file(rules->arena, &source, error), error);
}

bool ruleset_add_file(struct ruleset *rules, const char *path, enum rule_origin origin,
                      struct error *error)
{
    return add_file(rules, path, origin, NULL, error);
}

/*
 * The sandbox for a folder's rules: the program's own rules share one, and with it their libraries
 * and views. NULL: each gets its own, as nobody has to trust another one's rules.
 */
static struct sandbox *open_shared(struct ruleset *rules, enum rule_origin origin)
{
    if (origin != RULE_BUILT_IN || rules->shared)
        return NULL;
    rules->shared = rule_sandbox_new();
    return rules->shared;
}

bool ruleset_add_folder(struct ruleset *rules, const char *path, enum rule_origin origin,
                        struct error *error)
{
    size_t count;
    char **names = file_list(path, ".lua", &count, error);
    if (!names)
        return false;
    struct sandbox *shared = open_shared(rules, origin);
    bool done = true;
    for (size_t i = 0; i < count; i++) {
        const char *file = arena_printf(rules->arena, "%s/%s", path, names[i]);
        done = add_file(rules, file, origin, shared, error) && done;
    }
    free(names);
    return done;
}

bool ruleset_add_text(struct ruleset *rules, const char *name, const char *text,
                      struct error *error)
{
    const struct rule_source source = {name, rules->library, RULE_CUSTOM, NULL, rules->limits};
    return take_rule(rules, rule_load_text(rules->arena, &source, text, error), error);
}

/* ---- looking up ---- */

size_t ruleset_count(const struct ruleset *rules)
{
    return rules->count;
}

const struct rule_info *ruleset_info(const struct ruleset *rules, size_t rule)
{
    return rule_info(rules->rules[rule].rule);
}

struct rule *ruleset_rule(const struct ruleset *rules, size_t rule)
{
    return rules->rules[rule].rule;
}

size_t ruleset_find(const struct ruleset *rules, const char *id)
{
    size_t i = 0;
    while (i < rules->count && strcmp(ruleset_info(rules, i)->id, id) != 0)
        i++;
    return i;
}

bool ruleset_has_hook(const struct ruleset *rules, size_t rule, enum hook hook)
{
    return rule_has_hook(rules->rules[rule].rule, hook);
}

int ruleset_setting(const struct ruleset *rules, const char *rule, const char *setting,
                    int fallback)
{
    size_t index = ruleset_find(rules, rule);
    int number = fallback;
    if (index < rules->count && !ruleset_info(rules, index)->off)
        rule_number_setting(rules->rules[index].rule, setting, &number);
    return number;
}

bool ruleset_look_up(const struct ruleset *rules, const struct named *name, const char *file,
                     size_t *index, struct error *error)
{
    *index = ruleset_find(rules, name->name);
    if (*index < rules->count)
        return true;
    const char **ids = memory_new(rules->count * sizeof *ids);
    for (size_t i = 0; i < rules->count; i++)
        ids[i] = ruleset_info(rules, i)->id;
    const char *near = text_nearest(name->name, ids, rules->count);
    error_add(error, STATUS_BAD_INPUT, file, name->line, name->column,
              "there is no rule '%s'%s%s%s", name->name, near ? "; did you mean '" : "",
              near ? near : "", near ? "'?" : "; hillplan rules list names them all");
    free(ids);
    return false;
}

static struct rule *find_named(const struct ruleset *rules, const struct named *name,
                               const char *file, struct error *error)
{
    size_t index;
    return ruleset_look_up(rules, name, file, &index, error) ? rules->rules[index].rule : NULL;
}

/* ---- settings and plans ---- */

bool ruleset_set(struct ruleset *rules, const struct rule_setting *setting, const char *file,
                 struct error *error)
{
    struct named name = {setting->rule, setting->line, setting->column};
    struct rule *rule = find_named(rules, &name, file, error);
    return rule && rule_give_setting(rule, setting, file, error);
}

bool ruleset_switch_off(struct ruleset *rules, const struct named *name, const char *file,
                        struct error *error)
{
    struct rule *rule = find_named(rules, name, file, error);
    if (rule)
        rule_switch(rule, true);
    return rule != NULL;
}

void ruleset_forget_settings(struct ruleset *rules, size_t rule)
{
    rule_forget_settings(rules->rules[rule].rule);
}

bool ruleset_bind(struct ruleset *rules, const struct plan *plan, struct error *error)
{
    for (size_t i = 0; i < rules->count; i++)
        if (!rule_bind(rules->rules[i].rule, plan, error))
            return false;
    return true;
}

/* Adds a custom rule kept in a plan; its own id has to be the listed one. */
static bool add_listed_script(struct ruleset *rules, const struct plan_rule *listed,
                              struct error *error)
{
    if (!ruleset_add_text(rules, listed->id, listed->script, error))
        return false;
    if (strcmp(ruleset_info(rules, rules->count - 1)->id, listed->id) == 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "the script of the plan's rule '%s' says that its id is another one", listed->id);
    return false;
}

static bool apply_listed(struct ruleset *rules, const struct plan_rule *listed, struct error *error)
{
    if (listed->script && !add_listed_script(rules, listed, error))
        return false;
    struct named name = {.name = listed->id};
    struct rule *rule = find_named(rules, &name, NULL, error);
    if (!rule)
        return false;
    rule_switch(rule, listed->off);
    bool done = true;
    for (size_t i = 0; i < listed->setting_count; i++) {
        struct rule_setting setting = {.rule = listed->id,
                                       .setting = listed->settings[i].name,
                                       .value = listed->settings[i].value};
        done = rule_give_setting(rule, &setting, NULL, error) && done;
    }
    return done;
}

bool ruleset_adopt(struct ruleset *rules, const struct plan *plan, struct error *error)
{
    if (!plan->rules)
        return true;
    for (size_t i = 0; i < rules->count; i++)
        rule_switch(rules->rules[i].rule, true);
    bool done = true;
    for (size_t i = 0; i < plan->rule_count; i++)
        done = apply_listed(rules, &plan->rules[i], error) && done;
    for (size_t i = 0; i < rules->count; i++)
        rules->rules[i].is_carried = ruleset_info(rules, i)->origin == RULE_CUSTOM;
    return done;
}

void ruleset_hold_newer(struct ruleset *rules, const struct plan *plan)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_info *info = ruleset_info(rules, i);
        bool is_listed = info->origin != RULE_BUILT_IN;
        for (size_t r = 0; r < plan->rule_count && !is_listed; r++)
            is_listed = strcmp(plan->rules[r].id, info->id) == 0;
        if (!is_listed)
            rule_switch(rules->rules[i].rule, false);
    }
}

/* NULL stays NULL. */
static const char *copy_text(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

void ruleset_describe(const struct ruleset *rules, struct plan *plan)
{
    struct arena *arena = plan->arena;
    plan->rule_count = rules->count;
    plan->rules = arena_array(arena, rules->count, sizeof *plan->rules);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_info *info = ruleset_info(rules, i);
        struct plan_rule *rule = &plan->rules[i];
        *rule = (struct plan_rule){
            .id = copy_text(arena, info->id),
            .title = copy_text(arena, info->title),
            .why = copy_text(arena, info->why),
            .source = copy_text(arena, info->source),
            .level = info->level,
            .off = info->off,
            .script = info->origin == RULE_CUSTOM ? copy_text(arena, info->text) : NULL,
            .settings = arena_array(arena, info->setting_count, sizeof *rule->settings),
        };
        for (size_t s = 0; s < info->setting_count; s++)
            if (info->settings[s].value)
                rule->settings[rule->setting_count++] =
                    (struct rule_setting_value){copy_text(arena, info->settings[s].name),
                                                copy_text(arena, info->settings[s].value)};
    }
}

/* ---- questions ---- */

static bool ask_rule(struct ruleset *rules, size_t rule, struct rule_question *question,
                     struct answer *answer, struct error *error)
{
    return rule_ask(rules->rules[rule].rule, question, answer, error);
}

bool rule_week_kind(struct ruleset *rules, size_t rule, size_t week, struct answer *answer,
                    struct error *error)
{
    struct rule_question question = {.hook = HOOK_WEEK_KIND, .week = week};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_break_level(struct ruleset *rules, size_t rule, const struct plan *plan, size_t pause,
                      struct answer *answer, struct error *error)
{
    int first = larger_of(plan->breaks[pause].first, plan->weeks[0].start);
    size_t week = plan_week_index(plan, first);
    struct rule_question question = {.hook = HOOK_BREAK_LEVEL, .pause = pause, .week = week};
    question.day = (size_t)(first - plan->weeks[week].start);
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_limit_week(struct ruleset *rules, size_t rule, size_t week, struct limits *limits,
                     struct answer *answer, struct error *error)
{
    struct rule_question question = {.hook = HOOK_LIMIT_WEEK, .week = week, .limits = limits};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_wish_week(struct ruleset *rules, size_t rule, size_t week, struct wishes *wishes,
                    struct answer *answer, struct error *error)
{
    struct rule_question question = {.hook = HOOK_WISH_WEEK, .week = week, .wishes = wishes};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_limit_day(struct ruleset *rules, size_t rule, size_t week, size_t day,
                    struct limits *limits, struct answer *answer, struct error *error)
{
    struct rule_question question = {
        .hook = HOOK_LIMIT_DAY, .week = week, .day = day, .limits = limits};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_limit_session(struct ruleset *rules, size_t rule, size_t week, size_t day,
                        enum session_kind kind, struct limits *limits, struct answer *answer,
                        struct error *error)
{
    struct rule_question question = {
        .hook = HOOK_LIMIT_SESSION, .week = week, .day = day, .kind = kind, .limits = limits};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_allow(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                struct error *error)
{
    struct rule_question question = {.hook = HOOK_ALLOW, .week = week, .day = day};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_allow_week(struct ruleset *rules, size_t rule, size_t week, struct answer *answer,
                     struct error *error)
{
    struct rule_question question = {.hook = HOOK_ALLOW_WEEK, .week = week};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_prefer(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                 struct error *error)
{
    struct rule_question question = {.hook = HOOK_PREFER, .week = week, .day = day};
    return ask_rule(rules, rule, &question, answer, error);
}

bool rule_advise(struct ruleset *rules, size_t rule, size_t week, size_t day, struct arena *arena,
                 const char *notes[MAX_ADVICE], size_t *count, struct error *error)
{
    struct answer answer;
    struct rule_question question = {.hook = HOOK_ADVISE,
                                     .week = week,
                                     .day = day,
                                     .advice = notes,
                                     .advice_count = count,
                                     .advice_arena = arena};
    return ask_rule(rules, rule, &question, &answer, error);
}

void ruleset_trace(struct ruleset *rules, size_t rule, rule_tracer *tracer, void *data)
{
    rule_trace(rules->rules[rule].rule, tracer, data);
}
