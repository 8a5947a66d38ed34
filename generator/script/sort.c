/* A bottom-up merge sort between two tables. */
#include "script/sort.h"

#include <lauxlib.h>

#include "script/sandbox.h"

typedef bool comparison(lua_State *lua, int a, int b);

/* Merges from[start, middle) and from[middle, end) into the same places of `to`. */
static void merge_runs(lua_State *lua, int from, int to, lua_Integer start, lua_Integer middle,
                       lua_Integer end, comparison *is_less)
{
    lua_Integer left = start, right = middle;
    for (lua_Integer at = start; at < end; at++) {
        bool take_right = left == middle;
        if (left < middle && right < end) {
            lua_rawgeti(lua, from, right);
            lua_rawgeti(lua, from, left);
            take_right = is_less(lua, lua_gettop(lua) - 1, lua_gettop(lua));
            lua_pop(lua, 2);
        }
        lua_rawgeti(lua, from, take_right ? right++ : left++);
        lua_rawseti(lua, to, at);
    }
}

static lua_Integer smaller(lua_Integer a, lua_Integer b)
{
    return a < b ? a : b;
}

void sort_list(lua_State *lua, int index, comparison *is_less)
{
    lua_Integer count = (lua_Integer)lua_rawlen(lua, index);
    luaL_checkstack(lua, 8, NULL);
    lua_newtable(lua);
    int spare = lua_gettop(lua), from = index, to = spare;
    for (lua_Integer run = 1; run < count; run *= 2) {
        sandbox_charge(lua, (size_t)count);
        for (lua_Integer start = 1; start <= count; start += 2 * run)
            merge_runs(lua, from, to, start, smaller(start + run, count + 1),
                       smaller(start + 2 * run, count + 1), is_less);
        int swapped = from;
        from = to;
        to = swapped;
    }
    for (lua_Integer i = 1; from == spare && i <= count; i++) {
        lua_rawgeti(lua, spare, i);
        lua_rawseti(lua, index, i);
    }
    lua_settop(lua, spare - 1);
}
