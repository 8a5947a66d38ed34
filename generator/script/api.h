/*
 * The `hillplan` table: the functions that rules may call. Described in scripts/hillplan.lua.
 */
#ifndef HILLPLAN_SCRIPT_API_H
#define HILLPLAN_SCRIPT_API_H

#include <lua.h>

/* Adds the table to a state's globals; inside sandbox_call(). */
void api_open(lua_State *lua);

#endif
