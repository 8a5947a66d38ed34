/* The functions of the `hillplan` table. */
#include "script/api.h"

#include <lauxlib.h>
#include <math.h>

#include "base/date.h"
#include "base/quantity.h"
#include "model/plan.h"
#include "script/answers_kept.h"
#include "script/libraries.h"
#include "script/library.h"
#include "script/sandbox.h"
#include "script/views.h"
#include "words/message.h"

#define MAX_KM       100000
#define METRES_IN_KM 1000
#define MAX_METRES   100000000
#define MAX_DISTANCE 10000000
#define MAX_COUNT    1000000
#define MAX_SECONDS  720000 /* 200 hours */
/* The dates that date_parse() reads: years 1900 to 2199. */
#define FIRST_DATE   (-25567)
#define LAST_DATE    84005

static enum units plan_units(lua_State *lua, const char *function)
{
    const struct plan *plan = sandbox_of(lua)->visible.plan;
    if (!plan)
        return (enum units)luaL_error(
            lua, "hillplan.%s() needs the plan's unit: call it in a hook, not at the top",
            function);
    return plan->units;
}

static int check_number(lua_State *lua, const char *function, lua_Integer most)
{
    lua_Integer number = luaL_checkinteger(lua, 1);
    if (number < 0 || number > most)
        luaL_error(lua, "hillplan.%s() takes 0 to %I", function, most);
    return (int)number;
}

static int api_km(lua_State *lua)
{
    double km = luaL_checknumber(lua, 1);
    if (!(km >= 0 && km <= MAX_KM))
        return luaL_error(lua, "hillplan.km() takes 0 to %d", MAX_KM);
    enum units units = plan_units(lua, "km");
    lua_pushinteger(lua, distance_from_m_floor((int)lround(km * METRES_IN_KM), units));
    return 1;
}

static int api_m(lua_State *lua)
{
    int metres = check_number(lua, "m", MAX_METRES);
    lua_pushinteger(lua, distance_from_m_floor(metres, plan_units(lua, "m")));
    return 1;
}

static int api_to_m(lua_State *lua)
{
    int distance = check_number(lua, "to_m", MAX_DISTANCE);
    lua_pushinteger(lua, distance_to_m(distance, plan_units(lua, "to_m")));
    return 1;
}

/* ---- texts for people: each a mark of words/message.h ---- */

static int api_distance_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    int distance = check_number(lua, "distance_text", MAX_DISTANCE);
    lua_pushstring(lua, mark_distance(distance, plan_units(lua, "distance_text"), mark));
    return 1;
}

static int api_elevation_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    lua_pushstring(lua, mark_elevation(check_number(lua, "elevation_text", MAX_METRES), mark));
    return 1;
}

static int api_percent_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    lua_pushstring(lua, mark_percent(check_number(lua, "percent_text", MAX_COUNT), mark));
    return 1;
}

static int api_count_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    lua_pushstring(lua, mark_count(check_number(lua, "count_text", MAX_COUNT), mark));
    return 1;
}

static int api_time_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    lua_pushstring(lua, mark_duration(check_number(lua, "time_text", MAX_SECONDS), mark));
    return 1;
}

static int api_pace_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    int seconds = check_number(lua, "pace_text", MAX_SECONDS);
    lua_pushstring(lua, mark_pace(seconds, plan_units(lua, "pace_text"), mark));
    return 1;
}

static int api_name_text(lua_State *lua)
{
    const char *name = luaL_checkstring(lua, 1);
    if (mark_holds_name(name))
        lua_pushfstring(lua, "{%s}", name);
    else
        luaL_gsub(lua, name, "{", "{{");
    return 1;
}

static int check_date(lua_State *lua)
{
    lua_Integer date = luaL_checkinteger(lua, 1);
    if (date < FIRST_DATE || date > LAST_DATE)
        luaL_error(lua, "%I is no date between 1900 and 2199", date);
    return (int)date;
}

/* Which day of the calendar a plan without dates means, nobody knows. */
static int api_date_text(lua_State *lua)
{
    char text[DATE_TEXT_SIZE];
    int date = check_date(lua);
    const struct plan *plan = sandbox_of(lua)->visible.plan;
    if (plan && plan->is_undated)
        return sandbox_lack(lua, &(struct lack){.view = "day", .field = "date", .date = date});
    lua_pushstring(lua, date_format(date, text));
    return 1;
}

static int api_day_text(lua_State *lua)
{
    char mark[MARK_SIZE];
    int date = check_date(lua);
    lua_pushstring(lua, mark_day(sandbox_of(lua)->visible.plan, date, mark));
    return 1;
}

static int api_date(lua_State *lua)
{
    int date;
    const char *text = luaL_checkstring(lua, 1);
    if (!date_parse(text, &date))
        return luaL_error(lua, "'%s' is no date; dates look like 2027-02-15", text);
    lua_pushinteger(lua, date);
    return 1;
}

static int api_weekday(lua_State *lua)
{
    lua_pushstring(lua, weekday_name(date_weekday(check_date(lua))));
    return 1;
}

static int api_weekday_name(lua_State *lua)
{
    char mark[MARK_SIZE];
    lua_pushstring(lua, mark_weekday(date_weekday(check_date(lua)), mark));
    return 1;
}

static int api_known(lua_State *lua)
{
    luaL_checkstring(lua, 2);
    lua_pushboolean(lua, view_knows(lua));
    return 1;
}

static enum quantity check_quantity(lua_State *lua)
{
    static const char *const names[] = {"distance",  "duration_s",     "climb_m",
                                        "descent_m", "load_descent_m", NULL};
    static const enum quantity quantities[] = {QUANTITY_DISTANCE, QUANTITY_DURATION_S,
                                               QUANTITY_CLIMB_M, QUANTITY_DESCENT_M,
                                               QUANTITY_LOAD_DESCENT_M};
    return quantities[luaL_checkoption(lua, 1, NULL, names)];
}

/* The index of a date among the plan's days, or of the nearest of the `days` that can be seen. */
static size_t day_index(lua_State *lua, int argument, const struct plan *plan, size_t days)
{
    lua_Integer index = luaL_checkinteger(lua, argument) - plan->weeks[0].start;
    return index < 0 ? 0 : index < (lua_Integer)days ? (size_t)index : days;
}

/* The days that are asked about in the arguments 2 and 3, as far as they can be seen. */
static struct span check_span(lua_State *lua, const char *function, int wanted)
{
    struct span span = {.wanted = wanted};
    const struct visible_plan *visible = &sandbox_of(lua)->visible;
    if (!visible->plan) {
        luaL_error(lua, "hillplan.%s() looks at a plan: call it in a hook", function);
    } else if (visible->days > 0) {
        span.first = day_index(lua, 2, visible->plan, visible->days);
        lua_Integer to = luaL_checkinteger(lua, 3);
        lua_pushinteger(lua, to < LAST_DATE ? to + 1 : to);
        span.end = day_index(lua, -1, visible->plan, visible->days);
    }
    return span;
}

static struct sandbox *look_at_days(lua_State *lua, const char *function)
{
    struct sandbox *sandbox = sandbox_of(lua);
    if (sandbox->is_once)
        luaL_error(lua, "hillplan.%s() cannot be asked within hillplan.once()", function);
    return sandbox;
}

static int api_largest(lua_State *lua)
{
    const struct span span = check_span(lua, "largest", (int)check_quantity(lua));
    struct sandbox *sandbox = look_at_days(lua, "largest");
    sandbox_note_sums(sandbox, span.first, span.end);
    const struct found found = view_largest(&sandbox->visible, &span);
    if (sandbox->kept)
        answers_kept_note_largest(sandbox->kept, &span, &found);
    lua_pushinteger(lua, found.value);
    lua_pushinteger(lua, (lua_Integer)found.unknown);
    return 2;
}

static int check_kind(lua_State *lua)
{
    const char *names[SESSION_KIND_COUNT + 1] = {NULL};
    for (int kind = 0; kind < SESSION_KIND_COUNT; kind++)
        names[kind] = session_kind_name((enum session_kind)kind);
    return luaL_checkoption(lua, 1, NULL, names);
}

static int api_latest(lua_State *lua)
{
    const struct span span = check_span(lua, "latest", check_kind(lua));
    struct sandbox *sandbox = look_at_days(lua, "latest");
    sandbox_note_words(sandbox, span.first, span.end);
    const struct found found = view_latest(&sandbox->visible, &span);
    if (sandbox->kept)
        answers_kept_note_latest(sandbox->kept, &span, &found);
    if (found.value < 0)
        lua_pushnil(lua);
    else
        lua_pushinteger(lua, sandbox->visible.plan->weeks[0].start + found.value);
    lua_pushinteger(lua, (lua_Integer)found.unknown);
    return 2;
}

/* Pushes the table of what was worked out for this plan, by function. */
static void push_once(lua_State *lua, const struct sandbox *sandbox)
{
    if (lua_rawgeti(lua, LUA_REGISTRYINDEX, sandbox->once) == LUA_TTABLE)
        return;
    lua_pop(lua, 1);
    lua_newtable(lua);
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, LUA_REGISTRYINDEX, sandbox->once);
}

static int api_once(lua_State *lua)
{
    struct sandbox *sandbox = sandbox_of(lua);
    luaL_checktype(lua, 1, LUA_TFUNCTION);
    lua_settop(lua, 1);
    if (!sandbox->visible.plan)
        return luaL_error(lua, "hillplan.once() needs a plan: call it in a hook, not at the top");
    push_once(lua, sandbox);
    lua_pushvalue(lua, 1);
    if (lua_rawget(lua, -2) != LUA_TNIL)
        return 1;
    bool is_once = sandbox->is_once;
    sandbox->is_once = true;
    lua_pushvalue(lua, 1);
    view_push(lua, (struct view){.kind = VIEW_PLAN});
    lua_call(lua, 1, 1);
    sandbox->is_once = is_once;
    if (lua_isnil(lua, -1))
        return luaL_error(lua, "what hillplan.once() is given should answer something, not nil");
    lua_pushvalue(lua, 1);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, 2);
    return 1;
}

void api_open(lua_State *lua)
{
    struct sandbox *sandbox = sandbox_of(lua);
    lua_pushboolean(lua, false);
    sandbox->once = luaL_ref(lua, LUA_REGISTRYINDEX);
    static const luaL_Reg functions[] = {
        {"km", api_km},
        {"m", api_m},
        {"to_m", api_to_m},
        {"distance_text", api_distance_text},
        {"elevation_text", api_elevation_text},
        {"percent_text", api_percent_text},
        {"count_text", api_count_text},
        {"time_text", api_time_text},
        {"pace_text", api_pace_text},
        {"name_text", api_name_text},
        {"day_text", api_day_text},
        {"date_text", api_date_text},
        {"date", api_date},
        {"weekday", api_weekday},
        {"weekday_name", api_weekday_name},
        {"known", api_known},
        {"largest", api_largest},
        {"latest", api_latest},
        {"once", api_once},
        {NULL, NULL},
    };
    luaL_newlib(lua, functions);
    lua_newtable(lua);
    lua_pushcclosure(lua, library_use, 1);
    lua_setfield(lua, -2, "use");
    libraries_close_table(lua, "hillplan");
    lua_pushglobaltable(lua);
    lua_pushliteral(lua, "hillplan");
    lua_pushvalue(lua, -3);
    lua_rawset(lua, -3); /* the globals are closed to others */
    lua_pop(lua, 2);
}
