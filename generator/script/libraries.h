/*
 * The part of Lua's libraries that scripts may use: an allow-list, and safe versions of what would
 * hang, show addresses, or give another order on another machine. Inside sandbox_call().
 */
#ifndef HILLPLAN_SCRIPT_LIBRARIES_H
#define HILLPLAN_SCRIPT_LIBRARIES_H

#include <lua.h>
#include <stddef.h>

/* Puts the allowed functions in place, as the state's globals. */
void libraries_open(lua_State *lua);

/* The scripts' pairs(): numbers before strings, each in their order. */
int libraries_pairs(lua_State *lua);

/* Makes reading what the table at the stack's top has not an error that says what there is. */
void libraries_close_table(lua_State *lua, const char *name);

/* Pushes "a, b, c" and returns it. */
const char *libraries_join(lua_State *lua, const char *const *names, size_t count);

#endif
