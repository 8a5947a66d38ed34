/*
 * A stable merge sort of Lua lists: the same order on every machine, and an end in sight even where
 * the comparison contradicts itself.
 */
#ifndef HILLPLAN_SCRIPT_SORT_H
#define HILLPLAN_SCRIPT_SORT_H

#include <lua.h>
#include <stdbool.h>

/* Sorts the table at `index` (positive). `is_less` compares two stack positions. */
void sort_list(lua_State *lua, int index, bool (*is_less)(lua_State *lua, int a, int b));

#endif
