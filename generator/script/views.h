/*
 * Views as Lua sees them: read-only userdata, made once a state and kept, whose fields are read
 * from the plan in place. All of it runs inside sandbox_call().
 */
#ifndef HILLPLAN_SCRIPT_VIEWS_H
#define HILLPLAN_SCRIPT_VIEWS_H

#include <lua.h>
#include <stdbool.h>

#include "script/visible_plan.h"

/* Makes the metatables of a new state. */
void views_open(lua_State *lua);

void view_push(lua_State *lua, struct view view);

/* Whether the plan knows the value of view (at stack index 1) and field name (at 2). */
bool view_knows(lua_State *lua);

#endif
