/* Views: userdata made once a state, their metatables, and lists. */
#include "script/views.h"

#include <lauxlib.h>
#include <string.h>

#include "script/answers_kept.h"
#include "script/fields.h"
#include "script/libraries.h"
#include "script/sandbox.h"

#define MOST_NAMES 32 /* fields of the richest view, for "did you mean" */

/* Where a metatable holds the table of fields by their names. */
#define FIELDS 1

/* Bits of the key under which a view is kept. */
#define KIND_BITS 6
#define ITEM_BITS 20
#define PART_BITS 12

static lua_Integer view_key(lua_State *lua, const struct view *view)
{
    if (view->item >> ITEM_BITS || (view->session | view->step | view->part) >> PART_BITS)
        luaL_error(lua, "the plan has more days, sessions or steps than rules can look at");
    lua_Integer key = view->item;
    key = key << PART_BITS | view->session;
    key = key << PART_BITS | view->step;
    key = key << PART_BITS | view->part;
    return key << KIND_BITS | view->kind;
}

void view_push(lua_State *lua, struct view view)
{
    const struct sandbox *sandbox = sandbox_of(lua);
    lua_Integer key = view_key(lua, &view);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, sandbox->views);
    if (lua_rawgeti(lua, -1, key) == LUA_TNIL) {
        lua_pop(lua, 1);
        struct view *made = lua_newuserdatauv(lua, sizeof view, 0);
        *made = view;
        lua_rawgeti(lua, LUA_REGISTRYINDEX, sandbox->metatables);
        lua_rawgeti(lua, -1, view.kind);
        lua_setmetatable(lua, -3);
        lua_pop(lua, 1);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, -3, key);
    }
    lua_replace(lua, -2);
}

/* Does not return. */
static int fail_gone(lua_State *lua, const struct view *view)
{
    return luaL_error(lua, "this %s was kept from another call and cannot be read any more",
                      view_name(view->kind));
}

/* ---- fields ---- */

static int unknown_field(lua_State *lua, const struct view *view)
{
    if (lua_type(lua, 2) != LUA_TSTRING)
        return luaL_error(lua, "%s is read by field names, not by a %s", view_name(view->kind),
                          luaL_typename(lua, 2));
    const char *names[MOST_NAMES];
    size_t count = 0;
    const struct view_field *field = view_fields(view->kind);
    for (; field && field_name(field) && count < MOST_NAMES; field = field_next(field))
        names[count++] = field_name(field);
    const char *name = lua_tostring(lua, 2), *near = text_nearest(name, names, count);
    if (near)
        return luaL_error(lua, "%s has no field '%s'; did you mean '%s'?", view_name(view->kind),
                          name, near);
    return luaL_error(lua, "%s has no field '%s'; it has %s", view_name(view->kind), name,
                      libraries_join(lua, names, count));
}

/* The date that a missing value belongs to. */
static int view_date(const struct sandbox *sandbox, const struct view *view)
{
    const struct week *weeks = sandbox->visible.plan->weeks;
    if (view->kind == VIEW_WEEK)
        return weeks[view->item].start;
    if (view->kind == VIEW_DAY || view->kind == VIEW_SESSION || view->kind == VIEW_STEP)
        return weeks[view->item / DAYS_PER_WEEK].days[view->item % DAYS_PER_WEEK].date;
    return NO_DATE;
}

/* Whether the view is of a session that is known to be no run. */
static bool is_no_run(const struct sandbox *sandbox, const struct view *view)
{
    if (view->kind != VIEW_SESSION)
        return false;
    const struct session *session = view_find(&sandbox->visible, view);
    return session->kind != SESSION_KIND_NONE && !session_is_run(session);
}

/* Ends the call, as the plan lacks the value. */
static int fail_lack(lua_State *lua, const struct view *view, const struct view_field *field,
                     const struct value *value)
{
    bool is_run = value->kind == VALUE_RUN_LACKS;
    struct lack lack = {view_name(is_run ? VIEW_SESSION : view->kind), field_name(field),
                        value->number, is_no_run(sandbox_of(lua), view)};
    if (lack.date == NO_DATE)
        lack.date = view_date(sandbox_of(lua), view);
    return sandbox_lack(lua, &lack);
}

/* Does not return. */
static int not_filled(lua_State *lua, const struct view *view, const struct view_field *field)
{
    char text[DATE_TEXT_SIZE];
    const void *at = view_find(&sandbox_of(lua)->visible, view);
    const struct day *day = at;
    if (view->kind == VIEW_WEEK)
        return luaL_error(lua,
                          "week.%s cannot be read here: week %d is not filled yet at this point",
                          field_name(field), ((const struct week *)at)->number);
    return luaL_error(lua, "day.%s cannot be read here: %s is not filled yet at this point",
                      field_name(field), date_format(day->date, text));
}

/* Notes the days that a view (of a week, a day, or what is on it) looks at; of sessions perhaps
   only the words. */
static void note_days(struct sandbox *sandbox, const struct view *view, bool is_words)
{
    const struct reads *reads = &sandbox->reads;
    sandbox_note_scope(sandbox, SCOPE_DAY);
    if (view->kind == VIEW_DAY) {
        sandbox_note_sums(sandbox, view->item, view->item + 1);
    } else if (is_words) {
        sandbox_note_words(sandbox, view->item, view->item + 1);
    } else if (view->kind != VIEW_WEEK) {
        sandbox_note_sessions(sandbox, view->item, view->item + 1);
    } else if (reads->asked != NO_DAY || reads->week != view->item) {
        size_t first = (size_t)view->item * DAYS_PER_WEEK;
        sandbox_note_sums(sandbox, first, first + DAYS_PER_WEEK);
    }
}

/* Notes what a field hangs on. */
static void note_field(struct sandbox *sandbox, const struct view *view,
                       const struct view_field *field)
{
    if (field_varies_with_runs(field))
        note_days(sandbox, view, field_is_word(view->kind, field));
    else if (view->kind == VIEW_WEEK || (view->kind == VIEW_DAY && field_is_of_week(field)))
        sandbox_note_scope(sandbox, SCOPE_WEEK);
    else if (view->kind == VIEW_DAY)
        sandbox_note_scope(sandbox, SCOPE_DAY);
}

/* Raises an error within hillplan.once() where the view is of what changes from call to call. */
static void check_once(lua_State *lua, const struct view *view, const char *what, bool varies)
{
    if (varies && sandbox_of(lua)->is_once)
        luaL_error(
            lua, "%s%s%s cannot be read within hillplan.once(): it changes while the plan is made",
            view_name(view->kind), what ? "." : "", what ? what : "");
}

/* Reads a field, of which notes may be taken; an error where it can't be read here. */
static struct value read_value(lua_State *lua, const struct view *view,
                               const struct view_field *field)
{
    struct sandbox *sandbox = sandbox_of(lua);
    check_once(lua, view, field_name(field), field_varies(field));
    struct value value = field_read(&sandbox->visible, view, field);
    note_field(sandbox, view, field);
    if (sandbox->kept && field_varies(field))
        answers_kept_note_field(sandbox->kept, view, field, &value);
    if (value.kind == VALUE_GONE)
        fail_gone(lua, view);
    if (value.kind == VALUE_NOT_FILLED)
        not_filled(lua, view, field);
    return value;
}

/* __index; upvalue: field name -> struct view_field. */
static int read_field(lua_State *lua)
{
    const struct view *view = lua_touserdata(lua, 1);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(1)) == LUA_TNIL)
        return unknown_field(lua, view);
    const struct view_field *field = lua_touserdata(lua, -1);
    struct value value = read_value(lua, view, field);
    switch (value.kind) {
    case VALUE_NUMBER:
        lua_pushinteger(lua, value.number);
        return 1;
    case VALUE_TENTHS:
        lua_pushnumber(lua, value.number / 10.0);
        return 1;
    case VALUE_FLAG:
        lua_pushboolean(lua, value.number);
        return 1;
    case VALUE_WORD:
    case VALUE_TEXT:
        lua_pushstring(lua, value.text);
        return 1;
    case VALUE_VIEW:
        view_push(lua, value.view);
        return 1;
    case VALUE_NO_STEPS:
        lua_newtable(lua);
        return 1;
    default:
        return fail_lack(lua, view, field, &value);
    }
}

/* ---- the runner's own facts ---- */

/* The text of the fact that the key at index 2 names, or NULL. */
static const char *find_fact(lua_State *lua, const struct view *view)
{
    const struct plan *plan = sandbox_of(lua)->visible.plan;
    if (lua_type(lua, 2) != LUA_TSTRING)
        luaL_error(lua, "plan.facts are read by their names, not by a %s", luaL_typename(lua, 2));
    if (!plan) {
        fail_gone(lua, view);
        return NULL;
    }
    for (size_t i = 0; i < plan->fact_count; i++)
        if (strcmp(plan->facts[i].name, lua_tostring(lua, 2)) == 0)
            return plan->facts[i].text;
    return NULL;
}

/* Digits, at most with a sign and a point: no hexadecimal number, no infinity. */
static bool is_decimal_number(const char *text)
{
    return strspn(text, "-.0123456789") == strlen(text) && strpbrk(text, "0123456789");
}

/* __index: a number where the fact is one, else its text. What nobody told is lacking. */
static int read_fact(lua_State *lua)
{
    const struct view *view = lua_touserdata(lua, 1);
    const char *text = find_fact(lua, view);
    if (!text)
        return sandbox_lack(
            lua, &(struct lack){view_name(view->kind), lua_tostring(lua, 2), NO_DATE, false});
    if (!is_decimal_number(text) || lua_stringtonumber(lua, text) == 0)
        lua_pushstring(lua, text);
    return 1;
}

bool view_knows(lua_State *lua)
{
    const struct view *view = lua_touserdata(lua, 1);
    bool is_view = view && lua_getmetatable(lua, 1) && lua_rawgeti(lua, -1, FIELDS) == LUA_TTABLE;
    if (!is_view)
        return luaL_error(lua, "hillplan.known() asks about a view of the plan, not a %s",
                          luaL_typename(lua, 1));
    if (view->kind == VIEW_FACTS)
        return find_fact(lua, view) != NULL;
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, -2) == LUA_TNIL)
        unknown_field(lua, view);
    struct value value = read_value(lua, view, lua_touserdata(lua, -1));
    return value.kind != VALUE_LACKS && value.kind != VALUE_RUN_LACKS;
}

static int refuse_writing(lua_State *lua)
{
    const struct view *view = lua_touserdata(lua, 1);
    return luaL_error(lua, "the plan is read-only: a rule cannot change %s", view_name(view->kind));
}

/* ---- lists ---- */

static size_t list_length(lua_State *lua, const struct view *list)
{
    struct sandbox *sandbox = sandbox_of(lua);
    size_t length;
    bool can_be_read = view_length(&sandbox->visible, list, &length);
    bool varies = list->kind == LIST_SESSIONS || list->kind == LIST_STEPS;
    check_once(lua, list, NULL, varies || list->kind == LIST_DAYS || list->kind == LIST_WEEK_DAYS);
    if (varies)
        note_days(sandbox, list, list->kind == LIST_SESSIONS);
    else if (list->kind == LIST_WEEKS)
        sandbox_note_scope(sandbox, SCOPE_WEEK);
    else if (list->kind == LIST_DAYS || list->kind == LIST_WEEK_DAYS)
        sandbox_note_scope(sandbox, SCOPE_DAY);
    if (sandbox->kept && varies)
        answers_kept_note_length(sandbox->kept, list, can_be_read, length);
    if (!can_be_read)
        luaL_error(lua, "these %s were kept from another call and cannot be read here",
                   list->kind == LIST_STEPS ? "steps" : "sessions");
    return length;
}

/* The name of the weekday at that place among the chosen ones. */
static const char *chosen_day(const bool days[DAYS_PER_WEEK], unsigned place)
{
    int weekday = MONDAY;
    while (weekday < SUNDAY && (!days[weekday] || place > 0))
        place -= days[weekday++];
    return weekday_name((enum weekday)weekday);
}

static void push_element(lua_State *lua, const struct view *list, unsigned place)
{
    const struct plan *plan = sandbox_of(lua)->visible.plan; /* the list has a length */
    struct view element = *list;
    switch (list->kind) {
    case LIST_RECENT_WEEKS:
        lua_pushinteger(lua, plan->runner.recent_weeks[place]);
        return;
    case LIST_RUN_DAYS:
        lua_pushstring(lua, chosen_day(plan->preferences.run_days, place));
        return;
    case LIST_QUALITY:
        lua_pushstring(lua, chosen_day(plan->preferences.quality, place));
        return;
    case LIST_DOUBLES:
        lua_pushstring(lua, chosen_day(plan->preferences.doubles, place));
        return;
    case LIST_CLIMB_THIRDS:
        lua_pushinteger(lua, plan->race.course.facts.climb_percent[place]);
        return;
    case LIST_DESCENT_THIRDS:
        lua_pushinteger(lua, plan->race.course.facts.descent_percent[place]);
        return;
    case LIST_TUNE_UP_RACES:
        element = (struct view){.kind = VIEW_TUNE_UP_RACE, .item = place};
        break;
    case LIST_RECENT_RUNS:
        element = (struct view){.kind = VIEW_RECENT_RUN, .item = place};
        break;
    case LIST_BREAKS:
        element = (struct view){.kind = VIEW_BREAK, .item = place};
        break;
    case LIST_WEEKS:
        element = (struct view){.kind = VIEW_WEEK, .item = place};
        break;
    case LIST_DAYS:
        element = (struct view){.kind = VIEW_DAY, .item = place};
        break;
    case LIST_WEEK_DAYS:
        element = (struct view){.kind = VIEW_DAY, .item = list->item * DAYS_PER_WEEK + place};
        break;
    case LIST_SESSIONS:
        element.kind = VIEW_SESSION;
        element.session = place;
        break;
    default: /* LIST_STEPS: of a session, or of one of its repeats */
        element.kind = VIEW_STEP;
        if (list->part == 0)
            element.step = place;
        else
            element.part = place + 1;
        break;
    }
    view_push(lua, element);
}

/* __index of lists: nil beyond the ends, so that ipairs() stops there. */
static int read_element(lua_State *lua)
{
    const struct view *list = lua_touserdata(lua, 1);
    int is_number;
    lua_Integer place = lua_tointegerx(lua, 2, &is_number);
    if (!is_number || lua_type(lua, 2) != LUA_TNUMBER)
        return luaL_error(lua, "%s is a list: its elements are numbered from 1",
                          view_name(list->kind));
    if (place >= 1 && (lua_Unsigned)place <= list_length(lua, list))
        push_element(lua, list, (unsigned)(place - 1));
    else
        lua_pushnil(lua);
    return 1;
}

static int read_length(lua_State *lua)
{
    lua_pushinteger(lua, (lua_Integer)list_length(lua, lua_touserdata(lua, 1)));
    return 1;
}

/* The view at index 1 where it is a list, or NULL. */
static const struct view *to_list(lua_State *lua)
{
    const struct view *view = lua_touserdata(lua, 1);
    bool is_list = view && lua_rawlen(lua, 1) == sizeof *view && view->kind >= VIEW_FIRST_LIST;
    return is_list ? view : NULL;
}

/* What ipairs() returns for lists: without the detour by __index. */
static int next_element(lua_State *lua)
{
    const struct view *list = to_list(lua);
    lua_Integer place = lua_tointeger(lua, 2);
    if (!list || place < 0)
        return luaL_error(lua, "the function that ipairs() returns is for loops alone");
    if ((lua_Unsigned)place >= list_length(lua, list))
        return 0;
    lua_pushinteger(lua, place + 1);
    push_element(lua, list, (unsigned)place);
    return 2;
}

/* The scripts' ipairs(); upvalue: Lua's, for tables. */
static int list_ipairs(lua_State *lua)
{
    if (!to_list(lua))
        return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
    lua_pushcfunction(lua, next_element);
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 0);
    return 3;
}

/* ---- metatables ---- */

static void push_metatable(lua_State *lua, enum view_kind kind)
{
    lua_createtable(lua, 0, 4);
    lua_pushstring(lua, view_name(kind));
    lua_setfield(lua, -2, "__name");
    lua_pushcfunction(lua, refuse_writing);
    lua_setfield(lua, -2, "__newindex");
    if (kind >= VIEW_FIRST_LIST) {
        lua_pushcfunction(lua, read_element);
        lua_setfield(lua, -2, "__index");
        lua_pushcfunction(lua, read_length);
        lua_setfield(lua, -2, "__len");
        return;
    }
    lua_newtable(lua);
    for (const struct view_field *field = view_fields(kind); field_name(field);
         field = field_next(field)) {
        lua_pushlightuserdata(lua, (void *)field);
        lua_setfield(lua, -2, field_name(field));
    }
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, -3, FIELDS);
    lua_pushcclosure(lua, kind == VIEW_FACTS ? read_fact : read_field, 1);
    lua_setfield(lua, -2, "__index");
}

void views_open(lua_State *lua)
{
    struct sandbox *sandbox = sandbox_of(lua);
    lua_createtable(lua, VIEW_KIND_COUNT, 0);
    for (int kind = 0; kind < VIEW_KIND_COUNT; kind++) {
        push_metatable(lua, (enum view_kind)kind);
        lua_rawseti(lua, -2, kind);
    }
    sandbox->metatables = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_newtable(lua);
    sandbox->views = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_getglobal(lua, "ipairs");
    lua_pushcclosure(lua, list_ipairs, 1);
    lua_setglobal(lua, "ipairs");
}
