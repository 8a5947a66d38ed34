/* Reading tables that a script made, with a message for every mistake. */
#include <lauxlib.h>
#include <string.h>

#include "rules/rule.h"

#define MAX_TEXT_BYTES 2000

const char *script_type(lua_State *lua, int index)
{
    switch (lua_type(lua, index)) {
    case LUA_TNIL:
    case LUA_TNONE:
        return "missing";
    case LUA_TBOOLEAN:
        return "a boolean";
    case LUA_TNUMBER:
        return lua_isinteger(lua, index) ? "a number" : "a number that is not whole";
    case LUA_TSTRING:
        return "a string";
    case LUA_TTABLE:
        return "a table";
    case LUA_TFUNCTION:
        return "a function";
    default:
        return "a part of the plan";
    }
}

static const char *wanted_type(int type)
{
    return type == LUA_TSTRING ? "a string" : type == LUA_TTABLE ? "a table" : "a function";
}

static void mistake(const struct script_reader *reader, const char *within, const char *name,
                    const char *what)
{
    error_add(reader->error, STATUS_BAD_INPUT, reader->path, 0, 0, "field '%s%s' %s", within, name,
              what);
}

bool script_push(lua_State *lua, const struct script_reader *reader, const char *within,
                 const char *name, int type)
{
    lua_pushstring(lua, name);
    int is = lua_rawget(lua, -2);
    if (is == type)
        return true;
    if (is != LUA_TNIL)
        mistake(
            reader, within, name,
            lua_pushfstring(lua, "should be %s, is %s", wanted_type(type), script_type(lua, -1)));
    lua_settop(lua, lua_gettop(lua) - (is == LUA_TNIL ? 1 : 2));
    return false;
}

const char *script_text(lua_State *lua, const struct script_reader *reader, const char *within,
                        const char *name, bool required)
{
    size_t length, bad;
    size_t mistakes = reader->error->count;
    if (!script_push(lua, reader, within, name, LUA_TSTRING)) {
        if (required && reader->error->count == mistakes)
            mistake(reader, within, name, "is missing; it should be a string");
        return NULL;
    }
    const char *text = lua_tolstring(lua, -1, &length);
    const char *copy = NULL;
    if (length == 0)
        mistake(reader, within, name, "is empty");
    else if (length > MAX_TEXT_BYTES)
        mistake(reader, within, name, "is longer than 2000 bytes");
    else if (!utf8_is_valid(text, length, &bad))
        mistake(reader, within, name, "is not valid UTF-8");
    else
        copy = arena_strndup(reader->arena, text, length);
    lua_pop(lua, 1);
    return copy;
}

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

void script_pairs(lua_State *lua)
{
    lua_pushcfunction(lua, sandbox_pairs); /* Lua's own order differs from run to run */
    lua_pushvalue(lua, -2);
    lua_call(lua, 1, 1);
}

bool script_next(lua_State *lua)
{
    lua_pushvalue(lua, -1);
    lua_call(lua, 0, 2);
    if (!lua_isnil(lua, -2))
        return true;
    lua_pop(lua, 3);
    return false;
}

void script_end(lua_State *lua)
{
    lua_pop(lua, 3);
}

void script_check_keys(lua_State *lua, const struct script_reader *reader, const char *within,
                       const char *const *names, size_t count)
{
    script_pairs(lua);
    while (script_next(lua)) {
        if (lua_type(lua, -2) != LUA_TSTRING) {
            error_add(reader->error, STATUS_BAD_INPUT, reader->path, 0, 0,
                      "%sthe table has numbered entries; its fields should have names", within);
            script_end(lua);
            return;
        }
        const char *key = lua_tostring(lua, -2);
        if (!is_one_of(key, names, count)) {
            const char *near = text_nearest(key, names, count);
            error_add(reader->error, STATUS_BAD_INPUT, reader->path, 0, 0,
                      "field '%s%s' is unknown%s%s%s", within, key, near ? "; did you mean '" : "",
                      near ? near : "", near ? "'?" : "");
        }
        lua_pop(lua, 2);
    }
}
