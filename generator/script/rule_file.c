/* Loading a script: running it, and checking the table that it returns field by field. */
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "script/api.h"
#include "script/rule.h"
#include "script/views.h"

#define API_VERSION 1
#define MAX_ID      64

static const char *const rule_fields[] = {
    "api",        "id",        "title", "level",      "why",    "source", "settings",
    "limit_week", "limit_day", "allow", "allow_week", "prefer", "advise",
};

const char *hook_name(enum hook hook)
{
    static const char *const names[] = {
        [HOOK_LIMIT_WEEK] = "limit_week", [HOOK_LIMIT_DAY] = "limit_day", [HOOK_ALLOW] = "allow",
        [HOOK_ALLOW_WEEK] = "allow_week", [HOOK_PREFER] = "prefer",       [HOOK_ADVISE] = "advise",
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
    const char *id = script_text(lua, reader, "", "id", true);
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
    const char *level = script_text(lua, reader, "", "level", true);
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
    rule->info.title = script_text(lua, reader, "", "title", true);
    rule->info.level = read_level(lua, reader);
    rule->info.why = script_text(lua, reader, "", "why", true);
    rule->info.source = script_text(lua, reader, "", "source", false);
    if (script_push(lua, reader, "", "settings", LUA_TTABLE)) {
        settings_read(lua, rule, reader);
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
    settings_open(lua, rule);
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

/* The text as Lua reads it: without a byte order mark. */
static const char *without_mark(const char *text)
{
    return strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? text + 3 : text;
}

static int open_rule_tables(lua_State *lua)
{
    views_open(lua);
    api_open(lua);
    return 0;
}

bool rule_open_sandbox(struct sandbox *sandbox)
{
    return sandbox_open(sandbox) && sandbox_call(sandbox, open_rule_tables, NULL);
}

/* Libraries that a script carries itself are for it alone. */
static bool can_share(const struct rule_source *source)
{
    return source->shared && source->text[library_script_length(source->text)] == '\0';
}

struct rule *rule_load(struct arena *arena, const struct rule_source *source, struct error *error)
{
    struct rule *rule = memory_new(sizeof *rule);
    rule->info.path = arena_strdup(arena, source->path);
    rule->info.origin = source->origin;
    for (int hook = 0; hook < HOOK_COUNT; hook++)
        rule->hooks[hook] = LUA_NOREF;
    rule->libraries = (struct library_search){
        .arena = arena,
        .script = arena_strdup(arena, without_mark(source->text)),
        .folder = source->folder,
        .shared_folder = source->shared_folder,
    };
    rule->sandbox = can_share(source) ? source->shared : &rule->own;
    if (rule->sandbox == &rule->own && !rule_open_sandbox(&rule->own)) {
        error_add(error, STATUS_SYSTEM, source->path, 0, 0, "out of memory");
        rule_free(rule);
        return NULL;
    }
    rule->sandbox->libraries = &rule->libraries;
    rule->sandbox->visible = (struct visible_plan){0};
    size_t mistakes = error->count;
    struct loading loading = {rule, {arena, rule->info.path, rule->libraries.script, error}};
    if (!sandbox_call(rule->sandbox, run_script, &loading))
        rule_fail(rule, "", 0, error);
    if (error->count == mistakes)
        check_has_hook(rule, error);
    rule->sandbox->libraries = NULL;
    if (error->count > mistakes) {
        rule_free(rule);
        return NULL;
    }
    bool travels = source->origin == RULE_CUSTOM; /* in plan documents */
    rule->info.text = travels ? library_bundle(&rule->libraries) : rule->libraries.script;
    return rule;
}

void rule_free(struct rule *rule)
{
    if (!rule)
        return;
    sandbox_close(&rule->own);
    free(rule);
}
