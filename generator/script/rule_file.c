/* Loading a script: running it, and checking the table that it returns field by field. */
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "script/answers_kept.h"
#include "script/api.h"
#include "script/libraries.h"
#include "script/rule.h"
#include "script/unknown_words.h"
#include "script/views.h"

#define API_VERSION 1
#define MAX_ID      64

static const char *const rule_fields[] = {
    "api",      "id",         "title",      "level",     "why",         "source",
    "settings", "week_kind",  "limit_week", "wish_week", "limit_day",   "limit_session",
    "allow",    "allow_week", "prefer",     "advise",    "break_level",
};

const char *hook_name(enum hook hook)
{
    static const char *const names[] = {
        [HOOK_WEEK_KIND] = "week_kind",
        [HOOK_LIMIT_WEEK] = "limit_week",
        [HOOK_WISH_WEEK] = "wish_week",
        [HOOK_LIMIT_DAY] = "limit_day",
        [HOOK_LIMIT_SESSION] = "limit_session",
        [HOOK_ALLOW] = "allow",
        [HOOK_ALLOW_WEEK] = "allow_week",
        [HOOK_PREFER] = "prefer",
        [HOOK_ADVISE] = "advise",
        [HOOK_BREAK_LEVEL] = "break_level",
    };
    return names[hook];
}

void rule_fail(const struct rule *rule, const char *where, int line, struct error *error)
{
    const struct sandbox *sandbox = rule->sandbox;
    bool placed = sandbox->failure_line > 0;
    if (sandbox->system_out_of_memory) {
        error_add(error, STATUS_SYSTEM, rule->info.path, 0, 0, "out of memory");
        return;
    }
    error_add(error, STATUS_BAD_INPUT,
              placed ? text_string(&sandbox->failure_file) : rule->info.path,
              placed ? sandbox->failure_line : line, 0, "%s%s%s", where, where[0] ? ": " : "",
              text_string(&sandbox->failure));
}

/* ---- the fields of the table ---- */

static void read_api(lua_State *lua, const struct script_reader *reader)
{
    lua_pushliteral(lua, "api");
    lua_rawget(lua, -2);
    bool is_number = lua_isinteger(lua, -1);
    if (!is_number)
        script_mistake(reader, "", "api", "should be the number %d, is %s", API_VERSION,
                       script_type(lua, -1));
    else if (lua_tointeger(lua, -1) != API_VERSION)
        script_mistake(reader, "", "api", "is %lld; this program has version %d of the rule API",
                       (long long)lua_tointeger(lua, -1), API_VERSION);
    lua_pop(lua, 1);
}

static const char *read_id(lua_State *lua, const struct script_reader *reader)
{
    const char *id = script_text(lua, reader, "", "id", MAX_NAME_BYTES, true);
    if (!id)
        return NULL;
    size_t plain = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (id[plain] != '\0' || plain > MAX_ID) {
        script_mistake(reader, "", "id",
                       "is '%s'; it should be lower-case letters, digits and hyphens, at most %d",
                       id, MAX_ID);
        return NULL;
    }
    return id;
}

static enum rule_level read_level(lua_State *lua, const struct script_reader *reader)
{
    const char *level = script_text(lua, reader, "", "level", MAX_NAME_BYTES, true);
    for (int i = 0; level && i < RULE_LEVEL_COUNT; i++)
        if (strcmp(level, rule_level_name((enum rule_level)i)) == 0)
            return (enum rule_level)i;
    if (level)
        script_mistake(reader, "", "level", "is '%s'; it should be 'must' or 'should'", level);
    return RULE_SHOULD;
}

static void read_hook(lua_State *lua, struct rule *rule, enum hook hook,
                      const struct script_reader *reader)
{
    if (!script_push(lua, reader, "", hook_name(hook), LUA_TFUNCTION))
        return;
    lua_Debug function;
    lua_pushvalue(lua, -1);
    lua_getinfo(lua, ">S", &function);
    rule->hook_lines[hook] = function.linedefined;
    rule->hooks[hook] = luaL_ref(lua, LUA_REGISTRYINDEX);
}

static void read_table(lua_State *lua, struct rule *rule, const struct script_reader *reader)
{
    script_check_keys(lua, reader, "", rule_fields, sizeof rule_fields / sizeof *rule_fields);
    read_api(lua, reader);
    rule->info.id = read_id(lua, reader);
    rule->info.title = script_text(lua, reader, "", "title", MAX_NAME_BYTES, true);
    rule->info.level = read_level(lua, reader);
    rule->info.why = script_text(lua, reader, "", "why", MAX_TEXT_BYTES, true);
    rule->info.source = script_text(lua, reader, "", "source", MAX_TEXT_BYTES, false);
    if (script_push(lua, reader, "", "settings", LUA_TTABLE)) {
        settings_read(lua, &rule->settings, reader);
        lua_pop(lua, 1);
    }
    for (int hook = 0; hook < HOOK_COUNT; hook++)
        read_hook(lua, rule, (enum hook)hook, reader);
}

/* ---- loading ---- */

struct loading {
    struct rule *rule;
    struct script_reader reader;
};

static int run_script(lua_State *lua)
{
    struct loading *loading = lua_touserdata(lua, 1);
    struct rule *rule = loading->rule;
    const char *text = rule->libraries.script;
    sandbox_load(lua, rule->info.path, text, library_script_length(text));
    lua_call(lua, 0, 1);
    if (lua_type(lua, -1) != LUA_TTABLE)
        return luaL_error(lua, "the script should return a table, the rule; it returns %s",
                          lua_isnil(lua, -1) ? "nothing" : script_type(lua, -1));
    read_table(lua, rule, &loading->reader);
    settings_open(lua, &rule->settings);
    return 0;
}

static void check_has_hook(const struct rule *rule, struct error *error)
{
    for (int hook = 0; hook < HOOK_COUNT; hook++)
        if (rule->hooks[hook] != LUA_NOREF)
            return;
    struct text hooks = TEXT_INIT;
    for (int hook = 0; hook < HOOK_COUNT; hook++)
        text_printf(&hooks, "%s%s", hook ? ", " : "", hook_name((enum hook)hook));
    error_add(error, STATUS_BAD_INPUT, rule->info.path, 0, 0,
              "rule '%s' has none of the hooks %s, so that it would never be asked; add one",
              rule->info.id, text_string(&hooks));
    text_release(&hooks);
}

static int open_environment(lua_State *lua)
{
    libraries_open(lua);
    views_open(lua);
    api_open(lua);
    return 0;
}

bool rule_open_sandbox(struct sandbox *sandbox, struct script_limits limits)
{
    return sandbox_open(sandbox, limits, open_environment);
}

struct sandbox *rule_sandbox_new(void)
{
    struct sandbox *sandbox = memory_new(sizeof *sandbox);
    if (rule_open_sandbox(sandbox, SCRIPT_LIMITS))
        return sandbox;
    rule_sandbox_free(sandbox);
    return NULL;
}

void rule_sandbox_free(struct sandbox *sandbox)
{
    if (sandbox)
        sandbox_close(sandbox);
    free(sandbox);
}

/* Libraries that a script carries itself are for it alone. */
static bool can_share(const struct rule_source *source, const char *text)
{
    return source->shared && text[library_script_length(text)] == '\0';
}

/* Runs the script in its sandbox; false after errors. */
static bool load_script(struct rule *rule, struct error *error)
{
    size_t mistakes = error->added;
    struct loading loading = {
        rule, {rule->arena, rule->info.path, rule->libraries.script, error, mistakes}};
    rule->sandbox->libraries = &rule->libraries;
    rule->sandbox->visible = (struct visible_plan){0};
    if (!sandbox_call(rule->sandbox, run_script, &loading))
        rule_fail(rule, "", 0, error);
    if (error->added == mistakes)
        check_has_hook(rule, error);
    rule->sandbox->libraries = NULL;
    return error->added == mistakes;
}

/* `folder`: beside the script, for libraries; or NULL. */
static struct rule *load_rule(struct arena *arena, const struct rule_source *source,
                              const char *text, const char *folder, struct error *error)
{
    struct rule *rule = memory_new(sizeof *rule);
    rule->arena = arena;
    rule->info.path = arena_strdup(arena, source->path);
    rule->info.origin = source->origin;
    for (int hook = 0; hook < HOOK_COUNT; hook++)
        rule->hooks[hook] = LUA_NOREF;
    rule->libraries = (struct library_search){
        .arena = arena,
        .script = arena_strdup(arena, utf8_without_mark(text)),
        .folder = folder,
        .shared_folder = source->shared_folder,
    };
    rule->sandbox = can_share(source, text) ? source->shared : &rule->own;
    if (rule->sandbox == &rule->own && !rule_open_sandbox(&rule->own, source->limits)) {
        rule_fail(rule, "", 0, error);
        rule_free(rule);
        return NULL;
    }
    if (!load_script(rule, error)) {
        rule_free(rule);
        return NULL;
    }
    bool travels = source->origin == RULE_CUSTOM; /* in plan documents */
    rule->info.text = travels ? library_bundle(&rule->libraries) : rule->libraries.script;
    rule->info.settings = rule->settings.infos;
    rule->info.setting_count = rule->settings.count;
    return rule;
}

struct rule *rule_load_text(struct arena *arena, const struct rule_source *source, const char *text,
                            struct error *error)
{
    return load_rule(arena, source, text, NULL, error);
}

/* Messages quote scripts, so nothing else is taken for one. */
static bool is_named_as_script(const char *path, struct error *error)
{
    const char *ending = strrchr(path, '.');
    if (ending && strcmp(ending, ".lua") == 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, path, 0, 0,
              "a rule is a file whose name ends in .lua; rename it, or name another");
    return false;
}

struct rule *rule_load_file(struct arena *arena, const struct rule_source *source,
                            struct error *error)
{
    struct text text = TEXT_INIT;
    struct rule *rule = NULL;
    const char *path = source->path;
    size_t bad;
    if (!is_named_as_script(path, error) ||
        !file_read((struct file_role){"a rule", false}, path, MAX_SCRIPT_BYTES, &text, error)) {
        text_release(&text);
        return NULL;
    }
    if (utf8_is_valid(text_string(&text), text.length, &bad))
        rule = load_rule(arena, source, text_string(&text), library_folder_of(arena, path), error);
    else
        error_add(error, STATUS_BAD_INPUT, path, 0, 0, "byte %zu of the script is not UTF-8 text",
                  bad + 1);
    if (rule && source->origin == RULE_CUSTOM)
        unknown_words_warn(path, text_string(&text), error);
    text_release(&text);
    return rule;
}

void rule_free(struct rule *rule)
{
    if (!rule)
        return;
    answers_kept_free(rule->kept);
    sandbox_close(&rule->own);
    free(rule);
}

/* ---- a rule that is loaded ---- */

const struct rule_info *rule_info(const struct rule *rule)
{
    return &rule->info;
}

bool rule_has_hook(const struct rule *rule, enum hook hook)
{
    return rule->hooks[hook] != LUA_NOREF;
}

void rule_switch(struct rule *rule, bool off)
{
    rule->info.off = off;
}

bool rule_give_setting(struct rule *rule, const struct rule_setting *given, const char *file,
                       struct error *error)
{
    return settings_give(&rule->settings, rule->arena, given, file, error);
}

bool rule_take_settings_of(struct rule *rule, const struct rule *old, struct error *error)
{
    return settings_take(&rule->settings, rule->arena, &old->settings, rule->info.id,
                         rule->info.path, error);
}

void rule_forget_settings(struct rule *rule)
{
    settings_forget(&rule->settings);
}

bool rule_number_setting(const struct rule *rule, const char *name, int *number)
{
    return settings_number(&rule->settings, name, number);
}

bool rule_bind(struct rule *rule, const struct plan *plan, struct error *error)
{
    rule->plan = plan;
    answers_kept_free(rule->kept);
    rule->kept = answers_kept_new(plan->week_count);
    sandbox_forget_once(rule->sandbox);
    rule->sandbox->visible = (struct visible_plan){.plan = plan};
    if (settings_work_out(&rule->settings, rule->arena, rule->sandbox))
        return true;
    rule_fail(rule, "settings", 0, error);
    return false;
}
