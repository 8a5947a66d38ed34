/* The ruleset: rules in their order, their settings, and the plan they are bound to. */
#include "rules/ruleset.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "script/answers_kept.h"
#include "script/rule.h"
#include "script/unknown_words.h"

struct ruleset *ruleset_new(void)
{
    struct ruleset *rules = memory_new(sizeof *rules);
    rules->arena = arena_new();
    return rules;
}

void ruleset_free(struct ruleset *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++)
        rule_free(rules->rules[i]);
    free(rules->rules);
    sandbox_close(&rules->shared);
    answers_kept_free(rules->kept);
    arena_free(rules->arena);
    free(rules);
}

void ruleset_set_library(struct ruleset *rules, const char *folder)
{
    rules->library = arena_strdup(rules->arena, folder);
}

/* ---- adding ---- */

/* Where a rule goes: built-in ones by id, before all others, which keep their order. */
static size_t place_of(const struct ruleset *rules, const struct rule *rule)
{
    size_t place = 0;
    while (place < rules->count && (rule->info.origin == RULE_CUSTOM ||
                                    (rules->rules[place]->info.origin == RULE_BUILT_IN &&
                                     strcmp(rules->rules[place]->info.id, rule->info.id) < 0)))
        place++;
    return place;
}

/* Puts a rule in the place of the text that the plan has of it; errors free the rule. */
static bool replace(struct ruleset *rules, size_t place, struct rule *rule, struct error *error)
{
    struct rule *old = rules->rules[place];
    if (!settings_carry_over(rules->arena, old, rule, error)) {
        rule_free(rule);
        return false;
    }
    error_warn(error, rule->info.path, 0, 0, "stands for the text of rule '%s' in the plan",
               rule->info.id);
    rule->info.off = old->info.off;
    rules->rules[place] = rule;
    rule_free(old);
    return true;
}

static bool add(struct ruleset *rules, const struct rule_source *source, struct error *error)
{
    struct rule *rule = rule_load(rules->arena, source, error);
    if (!rule)
        return false;
    size_t same = ruleset_find(rules, rule->info.id);
    if (same < rules->count && rules->rules[same]->is_carried)
        return replace(rules, same, rule, error);
    if (same < rules->count) {
        error_add(error, STATUS_BAD_INPUT, source->path, 0, 0,
                  "the id '%s' is taken by %s; give the rule another one, and switch the other off "
                  "if this one replaces it",
                  rule->info.id, rules->rules[same]->info.path);
        rule_free(rule);
        return false;
    }
    size_t place = place_of(rules, rule);
    rules->rules = memory_resize(rules->rules, rules->count + 1, sizeof *rules->rules);
    memmove(rules->rules + place + 1, rules->rules + place,
            (rules->count - place) * sizeof *rules->rules);
    rules->rules[place] = rule;
    rules->count++;
    answers_kept_free(rules->kept); /* it goes by the rules' places */
    rules->kept = NULL;
    return true;
}

/* `shared`: the sandbox of the folder's rules, or NULL: the rule gets its own. */
static bool add_file(struct ruleset *rules, const char *path, enum rule_origin origin,
                     struct sandbox *shared, struct error *error)
{
    struct text text = TEXT_INIT;
    bool done = file_read(path, MAX_SCRIPT_BYTES, &text, error);
    size_t bad;
    if (done && !utf8_is_valid(text_string(&text), text.length, &bad)) {
        error_add(error, STATUS_BAD_INPUT, path, 0, 0, "byte %zu of the script is not UTF-8 text",
                  bad + 1);
        done = false;
    }
    if (done) {
        const char *slash = strrchr(path, '/');
        struct rule_source source = {
            .path = path,
            .text = text_string(&text),
            .folder = slash ? arena_strndup(rules->arena, path, (size_t)(slash - path)) : ".",
            .shared_folder = rules->library,
            .origin = origin,
            .shared = shared,
        };
        done = add(rules, &source, error);
        if (done && origin == RULE_CUSTOM)
            unknown_words_warn(path, source.text, error);
    }
    text_release(&text);
    return done;
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
    bool shares = origin == RULE_BUILT_IN && !rules->shared.lua;
    return shares && rule_open_sandbox(&rules->shared) ? &rules->shared : NULL;
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
    struct rule_source source = {
        .path = name,
        .text = text,
        .shared_folder = rules->library,
        .origin = RULE_CUSTOM,
    };
    return add(rules, &source, error);
}

/* ---- looking up ---- */

size_t ruleset_count(const struct ruleset *rules)
{
    return rules->count;
}

const struct rule_info *ruleset_info(const struct ruleset *rules, size_t rule)
{
    return &rules->rules[rule]->info;
}

size_t ruleset_find(const struct ruleset *rules, const char *id)
{
    size_t i = 0;
    while (i < rules->count && strcmp(rules->rules[i]->info.id, id) != 0)
        i++;
    return i;
}

bool rule_has_hook(const struct ruleset *rules, size_t rule, enum hook hook)
{
    return rules->rules[rule]->hooks[hook] != LUA_NOREF;
}

int ruleset_setting(const struct ruleset *rules, const char *rule, const char *setting,
                    int fallback)
{
    size_t index = ruleset_find(rules, rule);
    if (index == rules->count || rules->rules[index]->info.off)
        return fallback;
    const struct rule *found = rules->rules[index];
    for (size_t i = 0; i < found->info.setting_count; i++) {
        const struct setting_info *info = &found->setting_infos[i];
        if (strcmp(info->name, setting) == 0 && info->value && !info->choices)
            return found->settings[i].number;
    }
    return fallback;
}

bool ruleset_look_up(const struct ruleset *rules, const struct named *name, const char *file,
                     size_t *index, struct error *error)
{
    *index = ruleset_find(rules, name->name);
    if (*index < rules->count)
        return true;
    const char **ids = memory_new(rules->count * sizeof *ids);
    for (size_t i = 0; i < rules->count; i++)
        ids[i] = rules->rules[i]->info.id;
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
    return ruleset_look_up(rules, name, file, &index, error) ? rules->rules[index] : NULL;
}

/* ---- settings and plans ---- */

bool ruleset_set(struct ruleset *rules, const struct rule_setting *setting, const char *file,
                 struct error *error)
{
    struct named name = {setting->rule, setting->line, setting->column};
    struct rule *rule = find_named(rules, &name, file, error);
    return rule && settings_give(rules->arena, rule, setting, file, error);
}

bool ruleset_switch_off(struct ruleset *rules, const struct named *name, const char *file,
                        struct error *error)
{
    struct rule *rule = find_named(rules, name, file, error);
    if (rule)
        rule->info.off = true;
    return rule != NULL;
}

bool ruleset_bind(struct ruleset *rules, const struct plan *plan, struct error *error)
{
    rules->plan = plan;
    answers_kept_free(rules->kept);
    rules->kept = answers_kept_new(rules->count, plan->week_count);
    for (size_t i = 0; i < rules->count; i++) {
        rules->rules[i]->sandbox->visible = (struct visible_plan){.plan = plan};
        if (!settings_bind(rules->arena, rules->rules[i], error))
            return false;
    }
    return true;
}

void ruleset_trace(struct ruleset *rules, size_t rule, rule_tracer *tracer, void *data)
{
    rules->traced = rule;
    rules->tracer = tracer;
    rules->tracer_data = data;
}

bool ruleset_ask_afresh(struct ruleset *rules, bool afresh)
{
    bool before = rules->asks_afresh;
    rules->asks_afresh = afresh;
    return before;
}

/* Adds a custom rule kept in a plan; its own id has to be the listed one. */
static bool add_listed_script(struct ruleset *rules, const struct plan_rule *listed,
                              struct error *error)
{
    if (!ruleset_add_text(rules, listed->id, listed->script, error))
        return false;
    if (strcmp(rules->rules[rules->count - 1]->info.id, listed->id) == 0)
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
    rule->info.off = listed->off;
    bool done = true;
    for (size_t i = 0; i < listed->setting_count; i++) {
        struct rule_setting setting = {.rule = listed->id,
                                       .setting = listed->settings[i].name,
                                       .value = listed->settings[i].value};
        done = settings_give(rules->arena, rule, &setting, NULL, error) && done;
    }
    return done;
}

bool ruleset_adopt(struct ruleset *rules, const struct plan *plan, struct error *error)
{
    if (!plan->has_rules)
        return true;
    for (size_t i = 0; i < rules->count; i++)
        rules->rules[i]->info.off = true;
    bool done = true;
    for (size_t i = 0; i < plan->rule_count; i++)
        done = apply_listed(rules, &plan->rules[i], error) && done;
    for (size_t i = 0; i < rules->count; i++)
        rules->rules[i]->is_carried = rules->rules[i]->info.origin == RULE_CUSTOM;
    return done;
}

/* NULL stays NULL. */
static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

void ruleset_describe(const struct ruleset *rules, struct plan *plan)
{
    struct arena *arena = plan->arena;
    plan->has_rules = true;
    plan->rule_count = rules->count;
    plan->rules = arena_array(arena, rules->count, sizeof *plan->rules);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_info *info = &rules->rules[i]->info;
        struct plan_rule *rule = &plan->rules[i];
        *rule = (struct plan_rule){
            .id = copy(arena, info->id),
            .title = copy(arena, info->title),
            .why = copy(arena, info->why),
            .source = copy(arena, info->source),
            .level = info->level,
            .off = info->off,
            .script = info->origin == RULE_CUSTOM ? copy(arena, info->text) : NULL,
            .settings = arena_array(arena, info->setting_count, sizeof *rule->settings),
        };
        for (size_t s = 0; s < info->setting_count; s++)
            if (info->settings[s].value)
                rule->settings[rule->setting_count++] = (struct rule_setting_value){
                    copy(arena, info->settings[s].name), copy(arena, info->settings[s].value)};
    }
}
