/* Lua values to JSON text. */
#include "script/json.h"

#include <lauxlib.h>
#include <math.h>

#include "script/script_table.h"

#define MAX_DEPTH 20

static void append_value(lua_State *lua, struct text *out, int depth);

static void append_string(lua_State *lua, struct text *out)
{
    size_t length, bad;
    const char *string = lua_tolstring(lua, -1, &length);
    if (!utf8_is_valid(string, length, &bad))
        luaL_error(lua, "a string of the plan is not valid UTF-8");
    text_append(out, "\"");
    for (const char *at = string; *at; at++) {
        if (*at == '"' || *at == '\\')
            text_printf(out, "\\%c", *at);
        else if ((unsigned char)*at < ' ')
            text_printf(out, "\\u%04x", (unsigned)*at);
        else
            text_append_bytes(out, at, 1);
    }
    text_append(out, "\"");
}

static void append_number(lua_State *lua, struct text *out)
{
    if (lua_isinteger(lua, -1)) {
        text_printf(out, "%lld", (long long)lua_tointeger(lua, -1));
        return;
    }
    double number = lua_tonumber(lua, -1);
    if (!isfinite(number))
        luaL_error(lua, "a number of the plan is not finite");
    text_printf(out, "%.14g", number);
}

static void append_list(lua_State *lua, struct text *out, int depth)
{
    lua_Integer count = (lua_Integer)lua_rawlen(lua, -1);
    text_append(out, "[");
    for (lua_Integer i = 1; i <= count; i++) {
        text_append(out, i > 1 ? ", " : "");
        lua_rawgeti(lua, -1, i);
        append_value(lua, out, depth);
        lua_pop(lua, 1);
    }
    text_append(out, "]");
}

static void append_object(lua_State *lua, struct text *out, int depth)
{
    const char *separator = "{";
    script_pairs(lua);
    while (script_next(lua)) {
        if (lua_type(lua, -2) != LUA_TSTRING)
            luaL_error(lua, "a table of the plan has both names and numbers as keys");
        text_append(out, separator);
        lua_pushvalue(lua, -2);
        append_string(lua, out);
        lua_pop(lua, 1);
        text_append(out, ": ");
        append_value(lua, out, depth);
        lua_pop(lua, 2);
        separator = ",\n";
    }
    text_append(out, "}");
}

static void append_table(lua_State *lua, struct text *out, int depth)
{
    if (depth == MAX_DEPTH)
        luaL_error(lua, "the plan's tables are nested too deeply");
    lua_pushnil(lua);
    bool is_empty = !lua_next(lua, -2);
    if (!is_empty)
        lua_pop(lua, 2);
    if (is_empty || lua_rawlen(lua, -1) > 0)
        append_list(lua, out, depth + 1);
    else
        append_object(lua, out, depth + 1);
}

static void append_value(lua_State *lua, struct text *out, int depth)
{
    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    switch (lua_type(lua, -1)) {
    case LUA_TBOOLEAN:
        text_append(out, lua_toboolean(lua, -1) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        append_number(lua, out);
        break;
    case LUA_TSTRING:
        append_string(lua, out);
        break;
    case LUA_TTABLE:
        append_table(lua, out, depth);
        break;
    default:
        luaL_error(lua, "the plan holds %s, which no plan document can", script_type(lua, -1));
    }
}

void json_append(lua_State *lua, struct text *out)
{
    append_value(lua, out, 0);
}
