/*
 * A Lua table as JSON: the way for a plan that a case file describes to the reader of plans.
 */
#ifndef HILLPLAN_SCRIPT_JSON_H
#define HILLPLAN_SCRIPT_JSON_H

#include <lua.h>

#include "base/text.h"

/*
 * Appends the value at the stack's top. Keys are sorted; an empty table is an empty list. Raises a
 * Lua error for what JSON cannot say; `out` should outlive the protected call.
 */
void json_append(lua_State *lua, struct text *out);

#endif
