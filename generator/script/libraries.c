/* The allowed functions of Lua's libraries, and what takes the place of unsafe ones. */
#include "script/libraries.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "script/sandbox.h"
#include "script/sort.h"

static const char *const base_names[] = {"assert", "error",  "ipairs",   "pairs",    "pcall",
                                         "select", "type",   "tonumber", "tostring", "hillplan",
                                         "math",   "string", "table"};
static const char *const string_names[] = {"byte",  "char", "find",    "format", "len",
                                           "lower", "rep",  "reverse", "sub",    "upper"};
static const char *const table_names[] = {"concat", "insert", "pack", "remove", "sort", "unpack"};
static const char *const math_names[] = {"abs", "ceil", "exp",        "floor", "fmod",       "huge",
                                         "log", "max",  "maxinteger", "min",   "mininteger", "modf",
                                         "pi",  "sqrt", "tointeger",  "type",  "ult"};

#define MOST_MEMBERS 32 /* of the richest table */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- base ---- */

/* Like Lua's, but what ends a call goes through it. */
static int base_pcall(lua_State *lua)
{
    struct sandbox *sandbox = sandbox_of(lua);
    luaL_checkany(lua, 1);
    bool is_once = sandbox->is_once;
    int status = lua_pcall(lua, lua_gettop(lua) - 1, LUA_MULTRET, 0);
    sandbox->is_once = is_once;
    if (status == LUA_ERRMEM)
        return sandbox_stop(lua, SANDBOX_TOO_MUCH_MEMORY);
    if (sandbox->end != SANDBOX_GOES_ON)
        return lua_error(lua);
    sandbox->failure_line = 0; /* a text that did not load, and that the script can do without */
    lua_pushboolean(lua, status == LUA_OK);
    lua_insert(lua, 1);
    return lua_gettop(lua);
}

/* Values that Lua would print with their address, which differs from run to run. */
static bool has_address(lua_State *lua, int index)
{
    int type = lua_type(lua, index);
    return type != LUA_TNIL && type != LUA_TBOOLEAN && type != LUA_TNUMBER && type != LUA_TSTRING;
}

static void push_type_name(lua_State *lua, int index)
{
    if (luaL_getmetafield(lua, index, "__name") != LUA_TSTRING)
        lua_pushstring(lua, luaL_typename(lua, index));
}

static int base_tostring(lua_State *lua)
{
    luaL_checkany(lua, 1);
    if (has_address(lua, 1))
        push_type_name(lua, 1);
    else
        luaL_tolstring(lua, 1, NULL);
    return 1;
}

/* Numbers before strings, each in their order. */
static bool key_is_less(lua_State *lua, int a, int b)
{
    bool a_is_number = lua_type(lua, a) == LUA_TNUMBER,
         b_is_number = lua_type(lua, b) == LUA_TNUMBER;
    if (a_is_number != b_is_number)
        return a_is_number;
    return lua_compare(lua, a, b, LUA_OPLT);
}

/* Upvalues: the table, its keys in order, how many have been given. */
static int next_pair(lua_State *lua)
{
    lua_Integer given = lua_tointeger(lua, lua_upvalueindex(3));
    do {
        lua_settop(lua, 0);
        lua_pushinteger(lua, ++given);
        lua_replace(lua, lua_upvalueindex(3));
        if (lua_rawgeti(lua, lua_upvalueindex(2), given) == LUA_TNIL)
            return 1;
        lua_pushvalue(lua, 1);
    } while (lua_rawget(lua, lua_upvalueindex(1)) == LUA_TNIL); /* removed meanwhile */
    return 2;
}

int libraries_pairs(lua_State *lua)
{
    if (lua_type(lua, 1) != LUA_TTABLE)
        return luaL_error(lua, "pairs() is for tables; lists of the plan are read with ipairs()");
    lua_settop(lua, 1);
    lua_newtable(lua);
    lua_Integer count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, 1)) {
        lua_pop(lua, 1);
        int type = lua_type(lua, -1);
        if (type != LUA_TNUMBER && type != LUA_TSTRING)
            return luaL_error(lua, "pairs() needs numbers or strings as keys, found a %s",
                              lua_typename(lua, type));
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, 2, ++count);
    }
    sort_list(lua, 2, key_is_less);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 3);
    return 1;
}

/* ---- string ---- */

/* Plain text only: patterns can be made to take for ever. */
static int string_find(lua_State *lua)
{
    size_t length, sought_length;
    const char *string = luaL_checklstring(lua, 1, &length);
    const char *sought = luaL_checklstring(lua, 2, &sought_length);
    lua_Integer from = luaL_optinteger(lua, 3, 1);
    if (from < 0)
        from = (lua_Integer)length + from < 0 ? 1 : (lua_Integer)length + from + 1;
    if (from == 0)
        from = 1;
    sandbox_charge(lua, length / 64 + length * sought_length);
    for (size_t at = (size_t)(from - 1); at <= length && sought_length <= length - at; at++) {
        if (memcmp(string + at, sought, sought_length) == 0) {
            lua_pushinteger(lua, (lua_Integer)at + 1);
            lua_pushinteger(lua, (lua_Integer)at + (lua_Integer)sought_length);
            return 2;
        }
    }
    lua_pushnil(lua);
    return 1;
}

static int string_rep(lua_State *lua)
{
    size_t length, separator_length;
    const char *string = luaL_checklstring(lua, 1, &length);
    lua_Integer times = luaL_checkinteger(lua, 2);
    const char *separator = luaL_optlstring(lua, 3, "", &separator_length);
    size_t each = length + separator_length;
    if (times > (lua_Integer)MAX_STRING_BYTES ||
        (times > 0 && (size_t)times * each > MAX_STRING_BYTES))
        return luaL_error(lua, "string.rep() makes at most 64 kB");
    luaL_Buffer buffer;
    luaL_buffinit(lua, &buffer);
    for (lua_Integer i = 0; i < times; i++) {
        if (i > 0)
            luaL_addlstring(&buffer, separator, separator_length);
        luaL_addlstring(&buffer, string, length);
    }
    luaL_pushresult(&buffer);
    return 1;
}

/* Upvalue: Lua's string.format, to which only values without an address are passed on. */
static int string_format(lua_State *lua)
{
    size_t length;
    const char *at = luaL_checklstring(lua, 1, &length), *end = at + length; /* a NUL behind it */
    for (; at < end; at++) {
        if (*at != '%')
            continue;
        at += 1 + strspn(at + 1, "-+ #0123456789.");
        if (*at == 'p')
            return luaL_error(lua, "string.format() has no %%p here");
    }
    int top = lua_gettop(lua);
    for (int i = 2; i <= top; i++) {
        if (!has_address(lua, i))
            continue;
        push_type_name(lua, i);
        lua_replace(lua, i);
    }
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

/* ---- table ---- */

static void charge_length(lua_State *lua)
{
    if (lua_type(lua, 1) == LUA_TTABLE)
        sandbox_charge(lua, (size_t)lua_rawlen(lua, 1));
}

/* Upvalue: the function of Lua's library, which goes through the whole table. */
static int table_whole(lua_State *lua)
{
    charge_length(lua);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

/* insert and remove: likewise, but at the table's end they are cheap. */
static int table_insert(lua_State *lua)
{
    if (lua_gettop(lua) > 2)
        charge_length(lua);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

static int table_remove(lua_State *lua)
{
    if (lua_gettop(lua) > 1)
        charge_length(lua);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

static bool value_is_less(lua_State *lua, int a, int b)
{
    return lua_compare(lua, a, b, LUA_OPLT);
}

static bool function_is_less(lua_State *lua, int a, int b)
{
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, a);
    lua_pushvalue(lua, b);
    lua_call(lua, 2, 1);
    bool less = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return less;
}

/* Stable, and the same everywhere: Lua's own asks the clock where a list is long. */
static int table_sort(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    if (!lua_isnoneornil(lua, 2))
        luaL_checktype(lua, 2, LUA_TFUNCTION);
    lua_settop(lua, 2);
    sort_list(lua, 1, lua_isnil(lua, 2) ? value_is_less : function_is_less);
    return 0;
}

/* ---- putting them in place ---- */

/* The library table on the stack's top keeps these names alone. */
static void keep_only(lua_State *lua, const char *const *names, size_t count)
{
    lua_newtable(lua);
    for (size_t i = 0; i < count; i++) {
        lua_getfield(lua, -2, names[i]);
        lua_setfield(lua, -2, names[i]);
    }
    lua_remove(lua, -2);
}

/* Replaces a function of the library on the stack's top; Lua's own becomes its upvalue. */
static void replace_function(lua_State *lua, const char *name, lua_CFunction function)
{
    lua_getfield(lua, -1, name);
    lua_pushcclosure(lua, function, 1);
    lua_setfield(lua, -2, name);
}

static const char *key_text(lua_State *lua)
{
    return lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : luaL_typename(lua, 2);
}

static int unknown_global(lua_State *lua)
{
    const char *name = key_text(lua);
    const char *near = text_nearest(name, base_names, COUNT(base_names));
    if (near)
        return luaL_error(lua, "there is no '%s' here; did you mean '%s'?", name, near);
    return luaL_error(lua,
                      "there is no '%s' here; a rule has Lua's base functions, string, table, "
                      "math (without what reads files, clocks or chance) and hillplan",
                      name);
}

static int new_global(lua_State *lua)
{
    return luaL_error(lua,
                      "'%s' is not declared: write local %s; the rule itself is returned: "
                      "return { ... }",
                      key_text(lua), key_text(lua));
}

const char *libraries_join(lua_State *lua, const char *const *names, size_t count)
{
    luaL_Buffer list;
    luaL_buffinit(lua, &list);
    for (size_t i = 0; i < count; i++) {
        luaL_addstring(&list, i ? ", " : "");
        luaL_addstring(&list, names[i]);
    }
    luaL_pushresult(&list);
    return lua_tostring(lua, -1);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Upvalue: the table's name. */
static int unknown_member(lua_State *lua)
{
    const char *table = lua_tostring(lua, lua_upvalueindex(1)), *name = key_text(lua);
    const char *names[MOST_MEMBERS] = {NULL};
    size_t count = 0;
    lua_pushnil(lua);
    for (; lua_next(lua, 1); lua_pop(lua, 1))
        if (count < MOST_MEMBERS && lua_type(lua, -2) == LUA_TSTRING)
            names[count++] = lua_tostring(lua, -2);
    qsort(names, count, sizeof *names, compare_names); /* Lua's order differs from run to run */
    const char *near = text_nearest(name, names, count);
    if (near)
        return luaL_error(lua, "there is no %s.%s; did you mean %s.%s?", table, name, table, near);
    return luaL_error(lua, "there is no %s.%s; there are %s", table, name,
                      libraries_join(lua, names, count));
}

void libraries_close_table(lua_State *lua, const char *name)
{
    lua_createtable(lua, 0, 1);
    lua_pushstring(lua, name);
    lua_pushcclosure(lua, unknown_member, 1);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
}

/* The globals on the stack's top, closed: a misspelt name is an error. */
static void close_globals(lua_State *lua)
{
    lua_createtable(lua, 0, 2);
    lua_pushcfunction(lua, unknown_global);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, new_global);
    lua_setfield(lua, -2, "__newindex");
    lua_setmetatable(lua, -2);
}

static void open_string(lua_State *lua)
{
    luaL_requiref(lua, LUA_STRLIBNAME, luaopen_string, 0);
    keep_only(lua, string_names, COUNT(string_names));
    replace_function(lua, "find", string_find);
    replace_function(lua, "rep", string_rep);
    replace_function(lua, "format", string_format);
    /* The methods of strings are in their metatable. */
    lua_pushliteral(lua, "");
    lua_getmetatable(lua, -1);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    lua_pop(lua, 2);
}

static void open_table(lua_State *lua)
{
    luaL_requiref(lua, LUA_TABLIBNAME, luaopen_table, 0);
    keep_only(lua, table_names, COUNT(table_names));
    replace_function(lua, "sort", table_sort);
    replace_function(lua, "insert", table_insert);
    replace_function(lua, "remove", table_remove);
    replace_function(lua, "concat", table_whole);
    replace_function(lua, "unpack", table_whole);
}

void libraries_open(lua_State *lua)
{
    luaL_requiref(lua, LUA_GNAME, luaopen_base, 0);
    keep_only(lua, base_names, COUNT(base_names));
    replace_function(lua, "pcall", base_pcall);
    replace_function(lua, "pairs", libraries_pairs);
    replace_function(lua, "tostring", base_tostring);
    open_string(lua);
    libraries_close_table(lua, LUA_STRLIBNAME);
    lua_setfield(lua, -2, LUA_STRLIBNAME);
    open_table(lua);
    libraries_close_table(lua, LUA_TABLIBNAME);
    lua_setfield(lua, -2, LUA_TABLIBNAME);
    luaL_requiref(lua, LUA_MATHLIBNAME, luaopen_math, 0);
    keep_only(lua, math_names, COUNT(math_names));
    libraries_close_table(lua, LUA_MATHLIBNAME);
    lua_setfield(lua, -2, LUA_MATHLIBNAME);
    close_globals(lua);
    lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    /* What requiref remembers would keep the removed functions alive. */
    lua_pushnil(lua);
    lua_setfield(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}
