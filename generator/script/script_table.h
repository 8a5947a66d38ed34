/*
 * Reading tables that a script made, with a message for every mistake; inside sandbox_call().
 */
#ifndef HILLPLAN_SCRIPT_SCRIPT_TABLE_H
#define HILLPLAN_SCRIPT_SCRIPT_TABLE_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* Where mistakes go. Reading goes on after one, so that all are told. */
struct script_reader {
    struct arena *arena;
    const char *path;
    const char *script; /* the text of the file, to tell lines */
    struct error *error;
    size_t added_before; /* messages, before the first of these */
};

/* What a script may declare: of names, units and choices; of longer texts; and so many mistakes are
   told of it. */
#define MAX_NAME_BYTES 200
#define MAX_TEXT_BYTES 2000
#define MAX_MISTAKES   20

/* True once as many mistakes were told: then reading had better end. */
bool script_is_tired(const struct script_reader *reader);

/*
 * Adds a mistake: "field 'settings.days.min' should be ...", with the line on which the script has
 * it. `within` is as below; a name of "" means that table itself.
 */
void script_mistake(const struct script_reader *reader, const char *within, const char *name,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The line, from 1, of a place in a script. */
int script_line(const char *script, const char *at);

/* "a string", "a table", "nothing" for the value at an index. */
const char *script_type(lua_State *lua, int index);

/*
 * The text in field `name` of the table at the stack's top; copied. A missing one is a mistake
 * if it is required; else NULL. `within` names the table in messages ("settings.days."), or "".
 */
const char *script_text(lua_State *lua, const struct script_reader *reader, const char *within,
                        const char *name, int most_bytes, bool required);

/* True, with the value left on the stack, if the field has that Lua type; nil is no mistake. */
bool script_push(lua_State *lua, const struct script_reader *reader, const char *within,
                 const char *name, int type);

/*
 * Goes through the table at the top by key: script_pairs() once, then script_next() pushes a key
 * and its value, to be popped, or returns false at the end. script_end() stops before the end.
 */
void script_pairs(lua_State *lua);
bool script_next(lua_State *lua);
void script_end(lua_State *lua);

/* Complains of every key of the table at the top that is not one of `names`. */
void script_check_keys(lua_State *lua, const struct script_reader *reader, const char *within,
                       const char *const *names, size_t count);

#endif
