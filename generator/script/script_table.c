/* Reading tables that a script made: types, fields, and the lines of mistakes. */
#include "script/script_table.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "script/libraries.h"

const char *script_type(lua_State *lua, int index)
{
    switch (lua_type(lua, index)) {
    case LUA_TNIL:
    case LUA_TNONE:
        return "missing";
    case LUA_TBOOLEAN:
        return "a boolean";
    case LUA_TNUMBER:
        return lua_isinteger(lua, index) ? "a number" : "a number with decimals";
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

static bool is_word_character(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* After "name =" in a script, from a place on; NULL where it isn't there. Comments don't count. */
static const char *after_field(const char *script, const char *from, const char *name,
                               size_t length)
{
    for (const char *at = from; *at; at++) {
        if (strncmp(at, "--", 2) == 0) {
            at += strcspn(at, "\n");
            if (!*at)
                return NULL;
        }
        if (strncmp(at, name, length) != 0 || (at > script && is_word_character(at[-1])))
            continue;
        const char *sign = at + length;
        sign += strspn(sign, " \t\r\n");
        if (sign[0] == '=' && sign[1] != '=')
            return sign;
    }
    return NULL;
}

int script_line(const char *script, const char *at)
{
    int line = 1;
    for (const char *c = script; c < at; c++)
        line += *c == '\n';
    return line;
}

/*
 * The line on which the script writes a field ("settings.days.min": each part after the one that
 * holds it), or the last part of it that is there; 0 for none.
 */
static int line_of(const char *script, const char *field)
{
    const char *at = NULL;
    while (*field) {
        size_t length = strcspn(field, ".");
        const char *next = after_field(script, at ? at : script, field, length);
        if (!next)
            break;
        at = next;
        field += length + (field[length] == '.');
    }
    return at ? script_line(script, at) : 0;
}

bool script_is_tired(const struct script_reader *reader)
{
    return reader->error->added - reader->added_before >= MAX_MISTAKES;
}

void script_mistake(const struct script_reader *reader, const char *within, const char *name,
                    const char *format, ...)
{
    struct text field = TEXT_INIT, what = TEXT_INIT;
    va_list arguments;
    if (script_is_tired(reader))
        return;
    text_printf(&field, "%s%s", within, name);
    if (!name[0] && field.length)
        field.data[--field.length] = '\0'; /* the dot */
    va_start(arguments, format);
    text_vprintf(&what, format, arguments);
    va_end(arguments);
    error_add(reader->error, STATUS_BAD_INPUT, reader->path,
              line_of(reader->script, text_string(&field)), 0, "field '%s' %s", text_string(&field),
              text_string(&what));
    text_release(&field);
    text_release(&what);
}

bool script_push(lua_State *lua, const struct script_reader *reader, const char *within,
                 const char *name, int type)
{
    lua_pushstring(lua, name);
    int is = lua_rawget(lua, -2);
    if (is == type)
        return true;
    if (is != LUA_TNIL)
        script_mistake(reader, within, name, "should be %s, is %s", wanted_type(type),
                       script_type(lua, -1));
    lua_pop(lua, 1);
    return false;
}

const char *script_text(lua_State *lua, const struct script_reader *reader, const char *within,
                        const char *name, int most_bytes, bool required)
{
    size_t length, bad;
    size_t mistakes = reader->error->added;
    if (!script_push(lua, reader, within, name, LUA_TSTRING)) {
        if (required && reader->error->added == mistakes)
            script_mistake(reader, within, name, "is missing; it should be a string");
        return NULL;
    }
    const char *text = lua_tolstring(lua, -1, &length);
    const char *copy = NULL;
    if (length == 0)
        script_mistake(reader, within, name, "is empty");
    else if (length > (size_t)most_bytes)
        script_mistake(reader, within, name, "is longer than %d bytes", most_bytes);
    else if (!utf8_is_valid(text, length, &bad))
        script_mistake(reader, within, name, "is not valid UTF-8");
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
    lua_pushcfunction(lua, libraries_pairs); /* Lua's own order differs from run to run */
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
            struct text list = TEXT_INIT;
            for (size_t i = 0; i < count; i++)
                text_printf(&list, "%s%s", i ? ", " : "", names[i]);
            script_mistake(reader, within, key, "is unknown; %s%s%s",
                           near ? "did you mean '" : "the fields here are ",
                           near ? near : text_string(&list), near ? "'?" : "");
            text_release(&list);
        }
        if (script_is_tired(reader)) {
            script_end(lua);
            return;
        }
        lua_pop(lua, 2);
    }
}
