/* Reading case files. */
#include "script/case_file.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "script/json.h"
#include "script/libraries.h"
#include "script/library.h"
#include "script/rule.h"
#include "script/sandbox.h"
#include "script/script_table.h"

/* A case file builds a hundred plans where a hook looks at one. */
#define CASE_FILE_FUEL 50000000

struct case_file {
    struct arena *arena;
    struct sandbox sandbox;
    struct library_search libraries;
    const char *path;
    const char *rule; /* id */
    size_t count;
    int cases; /* reference of the list */
};

/* ---- reading single values; inside the protected call ---- */

static const char *get_text(lua_State *lua, struct arena *arena, const char *name)
{
    lua_getfield(lua, -1, name);
    if (!lua_isnil(lua, -1) && lua_type(lua, -1) != LUA_TSTRING)
        luaL_error(lua, "'%s' should be a string, is %s", name, script_type(lua, -1));
    const char *text = lua_isnil(lua, -1) ? NULL : arena_strdup(arena, lua_tostring(lua, -1));
    lua_pop(lua, 1);
    return text;
}

static int to_number(lua_State *lua, const char *name)
{
    if (!lua_isinteger(lua, -1) || lua_tointeger(lua, -1) < INT_MIN ||
        lua_tointeger(lua, -1) > INT_MAX)
        luaL_error(lua, "'%s' should be a whole number, is %s", name, script_type(lua, -1));
    return (int)lua_tointeger(lua, -1);
}

static int get_number(lua_State *lua, const char *name, int fallback)
{
    lua_getfield(lua, -1, name);
    int number = lua_isnil(lua, -1) ? fallback : to_number(lua, name);
    lua_pop(lua, 1);
    return number;
}

/* Pushes the field, which has to be a table. */
static void get_table(lua_State *lua, const char *name)
{
    lua_getfield(lua, -1, name);
    if (lua_type(lua, -1) != LUA_TTABLE)
        luaL_error(lua, "'%s' should be a table, is %s", name, script_type(lua, -1));
}

static void check_names(lua_State *lua, const char *const *names, size_t count)
{
    script_pairs(lua);
    while (script_next(lua)) {
        const char *name = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "1";
        size_t i = 0;
        while (i < count && strcmp(names[i], name) != 0)
            i++;
        const char *near = i == count ? text_nearest(name, names, count) : NULL;
        if (near)
            luaL_error(lua, "there is no field '%s' here; did you mean '%s'?", name, near);
        if (i == count)
            luaL_error(lua, "there is no field '%s' here; there are %s", name,
                       libraries_join(lua, names, count));
        lua_pop(lua, 2);
    }
}

/*
 * The fields of the tables in a case file: X(KIND, member, "name", what it is where it isn't
 * given). CHECK_FIELDS refuses other names, READ_FIELDS fills the members of *object; those that
 * are more than a value (OWN) have readers of their own.
 */
#define FILE_FIELDS(X)                                                                             \
    X(TEXT, rule, "rule", NULL)                                                                    \
    X(OWN, cases, "cases", 0)
#define CASE_FIELDS(X)                                                                             \
    X(TEXT, name, "name", NULL)                                                                    \
    X(OWN, plan, "plan", 0)                                                                        \
    X(OWN, settings, "settings", 0)                                                                \
    X(OWN, findings, "expect", 0)                                                                  \
    X(OWN, ask, "ask", 0)
#define ASK_FIELDS(X)                                                                              \
    X(HOOK, hook, "hook", HOOK_COUNT)                                                              \
    X(NUMBER, week, "week", 1)                                                                     \
    X(NUMBER, day, "day", 1)                                                                       \
    X(KIND, kind, "kind", SESSION_KIND_NONE)
#define FINDING_FIELDS(X)                                                                          \
    X(NUMBER, week, "week", 0)                                                                     \
    X(DATE, date, "date", NO_DATE)                                                                 \
    X(STATUS, status, "status", NULL)                                                              \
    X(TEXT, text, "text", NULL)

#define FIELD_NAME(kind, member, name, otherwise) name,
#define CHECK_FIELDS(lua, LIST)                                                                    \
    do {                                                                                           \
        static const char *const names[] = {LIST(FIELD_NAME)};                                     \
        check_names(lua, names, sizeof names / sizeof *names);                                     \
    } while (0)

#define READ_FIELDS(kind, member, name, otherwise) READ_##kind(member, name, otherwise)
#define READ_TEXT(member, name, otherwise)         object->member = get_text(lua, arena, name);
#define READ_NUMBER(member, name, otherwise)       object->member = get_number(lua, name, otherwise);
#define READ_DATE(member, name, otherwise)         object->member = get_date(lua, arena, name);
#define READ_STATUS(member, name, otherwise)       object->member = get_status(lua, arena, name);
#define READ_HOOK(member, name, otherwise)         object->member = get_hook(lua, arena, name);
#define READ_KIND(member, name, otherwise)         object->member = get_kind(lua, arena, name);
#define READ_OWN(member, name, otherwise)

/* ---- the parts of a case ---- */

static void read_settings(lua_State *lua, const struct case_file *file, struct rule_case *rule_case)
{
    lua_getfield(lua, -1, "settings");
    if (lua_isnil(lua, -1)) {
        lua_pop(lua, 1);
        return;
    }
    lua_pop(lua, 1);
    get_table(lua, "settings");
    script_pairs(lua);
    while (script_next(lua)) {
        struct rule_setting *grown =
            arena_array(file->arena, rule_case->setting_count + 1, sizeof *grown);
        for (size_t i = 0; i < rule_case->setting_count; i++)
            grown[i] = rule_case->settings[i];
        lua_pushvalue(lua, -2); /* converting the key itself would disturb the walk */
        grown[rule_case->setting_count++] =
            (struct rule_setting){.rule = file->rule,
                                  .setting = arena_strdup(file->arena, luaL_checkstring(lua, -1)),
                                  .value = arena_strdup(file->arena, luaL_checkstring(lua, -2))};
        rule_case->settings = grown;
        lua_pop(lua, 3);
    }
    lua_pop(lua, 1);
}

static enum session_kind get_kind(lua_State *lua, struct arena *arena, const char *name)
{
    const char *text = get_text(lua, arena, name);
    int kind = text ? word_list_find(&session_kind_words, text) : SESSION_KIND_NONE;
    if (text && kind < 0)
        luaL_error(lua, "'%s' should be a kind of session, as in kind = \"long\"", name);
    return (enum session_kind)kind;
}

static enum hook get_hook(lua_State *lua, struct arena *arena, const char *name)
{
    const char *text = get_text(lua, arena, name);
    for (int i = 0; text && i < HOOK_COUNT; i++)
        if (strcmp(text, hook_name((enum hook)i)) == 0 && i != HOOK_WEEK_KIND && i != HOOK_ALLOW &&
            i != HOOK_ALLOW_WEEK && i != HOOK_BREAK_LEVEL)
            return (enum hook)i;
    luaL_error(lua,
               "'%s' should be limit_week, wish_week, limit_day, limit_session, prefer or "
               "advise",
               name);
    return HOOK_COUNT;
}

static void read_ask(lua_State *lua, struct rule_case *rule_case, struct arena *arena)
{
    struct case_ask *object = &rule_case->ask;
    lua_getfield(lua, -1, "ask");
    object->is_given = !lua_isnil(lua, -1);
    lua_pop(lua, 1);
    if (!object->is_given)
        return;
    get_table(lua, "ask");
    CHECK_FIELDS(lua, ASK_FIELDS);
    ASK_FIELDS(READ_FIELDS)
    if (object->hook == HOOK_LIMIT_SESSION && object->kind == SESSION_KIND_NONE)
        luaL_error(lua, "'kind' is missing: limit_session is asked about a kind of session");
    lua_pop(lua, 1);
}

static int get_date(lua_State *lua, struct arena *arena, const char *name)
{
    int date = NO_DATE;
    const char *text = get_text(lua, arena, name);
    if (text && !date_parse(text, &date))
        luaL_error(lua, "'%s' is no date; dates look like 2027-02-15", text);
    return date;
}

static const char *get_status(lua_State *lua, struct arena *arena, const char *name)
{
    static const char *const names[] = {"broken", "gave_way", "not_judged"};
    const char *status = get_text(lua, arena, name);
    bool is_one = !status;
    for (size_t i = 0; i < sizeof names / sizeof *names && !is_one; i++)
        is_one = strcmp(status, names[i]) == 0;
    if (!is_one)
        luaL_error(lua, "the status '%s' should be broken, gave_way or not_judged", status);
    return status;
}

/* The length of the list at the top, which has to be one. */
static size_t list_length(lua_State *lua, const char *name)
{
    lua_Unsigned length = lua_rawlen(lua, -1), entries = 0;
    lua_pushnil(lua);
    for (; lua_next(lua, -2); lua_pop(lua, 1))
        entries++;
    if (entries != length)
        luaL_error(lua, "'%s' should be a list, has named fields; put them in braces: { { } }",
                   name);
    return (size_t)length;
}

static void read_findings(lua_State *lua, struct rule_case *rule_case, struct arena *arena)
{
    size_t count = list_length(lua, "expect");
    rule_case->findings = arena_array(arena, count, sizeof *rule_case->findings);
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TTABLE)
            luaL_error(lua, "'expect' should be a list of findings: { { ... } }");
        CHECK_FIELDS(lua, FINDING_FIELDS);
        struct case_finding *object = &rule_case->findings[rule_case->finding_count++];
        FINDING_FIELDS(READ_FIELDS)
        lua_pop(lua, 1);
    }
}

static void read_limits(lua_State *lua, struct rule_case *rule_case)
{
    const char *names[LIMIT_KIND_COUNT];
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        names[kind] = limit_kind_name((enum limit_kind)kind);
        rule_case->limits.of[kind].max = get_number(lua, names[kind], INT_MAX);
    }
    check_names(lua, names, LIMIT_KIND_COUNT);
}

static void read_wishes(lua_State *lua, struct rule_case *rule_case, struct arena *arena)
{
    const char *names[WISH_KIND_COUNT];
    for (int kind = 0; kind < WISH_KIND_COUNT; kind++) {
        struct wish *wish = &rule_case->wishes.of[kind];
        names[kind] = wish_kind_name((enum wish_kind)kind);
        if (kind != WISH_SESSION)
            wish->value = get_number(lua, names[kind], UNKNOWN);
        else if ((wish->value = (int)get_kind(lua, arena, names[kind])) == SESSION_KIND_NONE)
            wish->value = UNKNOWN;
    }
    check_names(lua, names, WISH_KIND_COUNT);
}

static void read_notes(lua_State *lua, struct rule_case *rule_case, struct arena *arena)
{
    size_t count = list_length(lua, "expect");
    rule_case->notes = arena_array(arena, count, sizeof *rule_case->notes);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(lua, -1, (lua_Integer)i + 1);
        rule_case->notes[rule_case->note_count++] = arena_strdup(arena, luaL_checkstring(lua, -1));
        lua_pop(lua, 1);
    }
}

static void read_expected(lua_State *lua, struct rule_case *rule_case, struct arena *arena)
{
    if (rule_case->ask.is_given && rule_case->ask.hook == HOOK_PREFER) {
        lua_getfield(lua, -1, "expect");
        rule_case->score = to_number(lua, "expect");
    } else {
        get_table(lua, "expect");
        if (!rule_case->ask.is_given)
            read_findings(lua, rule_case, arena);
        else if (rule_case->ask.hook == HOOK_ADVISE)
            read_notes(lua, rule_case, arena);
        else if (rule_case->ask.hook == HOOK_WISH_WEEK)
            read_wishes(lua, rule_case, arena);
        else
            read_limits(lua, rule_case);
    }
    lua_pop(lua, 1);
}

/* ---- the file ---- */

struct case_reading {
    struct case_file *file;
    size_t index;
    struct rule_case *rule_case;
};

/* The line that first has the case's name as a string; 0 where the name is put together. */
static int line_of(const struct case_file *file, const char *name)
{
    const char *script = file->libraries.script, *at = script;
    size_t length = strlen(name);
    while ((at = strstr(at, name)) != NULL) {
        if (at > script && strchr("\"'", at[-1]) && at[length] == at[-1])
            return script_line(script, at);
        at++;
    }
    return 0;
}

static int read_case(lua_State *lua)
{
    struct case_reading *reading = lua_touserdata(lua, 1);
    struct case_file *file = reading->file;
    struct rule_case *rule_case = reading->rule_case;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, file->cases);
    if (lua_rawgeti(lua, -1, (lua_Integer)reading->index + 1) != LUA_TTABLE)
        return luaL_error(lua, "a case should be a table, is %s", script_type(lua, -1));
    rule_case->name = get_text(lua, file->arena, "name");
    if (!rule_case->name || !rule_case->name[0])
        return luaL_error(lua, "the case has no name");
    rule_case->line = line_of(file, rule_case->name);
    CHECK_FIELDS(lua, CASE_FIELDS);
    read_settings(lua, file, rule_case);
    read_ask(lua, rule_case, file->arena);
    read_expected(lua, rule_case, file->arena);
    get_table(lua, "plan");
    json_append(lua, &rule_case->plan);
    return 0;
}

static int load_file(lua_State *lua)
{
    struct case_file *file = lua_touserdata(lua, 1);
    sandbox_load(lua, file->path, file->libraries.script, strlen(file->libraries.script));
    lua_call(lua, 0, 1);
    if (lua_type(lua, -1) != LUA_TTABLE)
        return luaL_error(lua, "a case file should return a table with 'rule' and 'cases'");
    CHECK_FIELDS(lua, FILE_FIELDS);
    file->rule = get_text(lua, file->arena, "rule");
    if (!file->rule)
        return luaL_error(lua, "'rule' is missing: the id of the rule that the cases are about");
    get_table(lua, "cases");
    file->count = list_length(lua, "cases");
    if (file->count == 0)
        return luaL_error(lua, "'cases' is empty");
    file->cases = luaL_ref(lua, LUA_REGISTRYINDEX);
    return 0;
}

/* The sandbox's failure. `line`: where the mistake is, if its place is not known better. */
static void add_failure(const struct case_file *file, int line, const char *where,
                        struct error *error)
{
    bool placed = file->sandbox.failure_line > 0;
    error_add(error, STATUS_BAD_INPUT,
              placed ? text_string(&file->sandbox.failure_file) : file->path,
              placed ? file->sandbox.failure_line : line, 0, "%s%s", where,
              text_string(&file->sandbox.failure));
}

/* False after an error. */
static bool open_file(struct case_file *file, const char *path, const char *shared_folder,
                      struct error *error)
{
    struct text text = TEXT_INIT;
    bool is_read =
        file_read((struct file_role){"the cases", false}, path, MAX_SCRIPT_BYTES, &text, error);
    file->path = arena_strdup(file->arena, path);
    file->libraries = (struct library_search){
        .arena = file->arena,
        .script = arena_strdup(file->arena, text_string(&text)),
        .folder = library_folder_of(file->arena, path),
        .shared_folder = shared_folder,
    };
    text_release(&text);
    if (!is_read)
        return false;
    if (!rule_open_sandbox(&file->sandbox, SCRIPT_LIMITS)) {
        error_add(error, STATUS_SYSTEM, path, 0, 0, "out of memory");
        return false;
    }
    file->sandbox.libraries = &file->libraries;
    file->sandbox.fuel_per_call = CASE_FILE_FUEL;
    if (sandbox_call(&file->sandbox, load_file, file))
        return true;
    add_failure(file, 0, "", error);
    return false;
}

struct case_file *case_file_open(const char *path, const char *shared_folder, struct error *error)
{
    struct case_file *file = memory_new(sizeof *file);
    file->arena = arena_new();
    if (open_file(file, path, shared_folder, error))
        return file;
    case_file_close(file);
    return NULL;
}

void case_file_close(struct case_file *file)
{
    if (!file)
        return;
    sandbox_close(&file->sandbox);
    arena_free(file->arena);
    free(file);
}

const char *case_file_rule(const struct case_file *file)
{
    return file->rule;
}

size_t case_file_count(const struct case_file *file)
{
    return file->count;
}

bool case_file_read(struct case_file *file, size_t index, struct rule_case *rule_case,
                    struct error *error)
{
    struct case_reading reading = {file, index, rule_case};
    if (sandbox_call(&file->sandbox, read_case, &reading))
        return true;
    add_failure(file, rule_case->line,
                arena_printf(file->arena, "case %zu (%s): ", index + 1,
                             rule_case->name ? rule_case->name : "without a name"),
                error);
    return false;
}
