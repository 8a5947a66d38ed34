/* A rule's settings: what the script declares, what the runner gives, what is in force. */
#include "script/settings.h"

#include <lauxlib.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "script/views.h"

#define MAX_SETTINGS     64
#define MAX_CHOICES      32
#define MAX_SETTING_TEXT 16
#define WITHIN_SIZE      96

struct setting {
    int default_function;     /* a reference, or LUA_NOREF */
    int default_number;       /* of numbers */
    const char *default_word; /* of words */
    const char *given;        /* by the runner or a template; NULL: the default holds */
    int number;               /* in force, of numbers */
    struct lack lack;         /* view not NULL: the default needs a value that the plan lacks */
    char text[MAX_SETTING_TEXT];
};

static bool is_word(const struct setting_info *info)
{
    return info->choices != NULL;
}

/* "0 to 10 %", "at least 2", "previous_week, recent_peak": what a setting can be. */
static void describe_range(const struct setting_info *info, struct text *text)
{
    for (size_t i = 0; i < info->choice_count; i++)
        text_printf(text, "%s%s", i ? ", " : "", info->choices[i]);
    if (is_word(info))
        return;
    if (info->min != INT_MIN && info->max != INT_MAX)
        text_printf(text, "%d to %d", info->min, info->max);
    else if (info->min != INT_MIN)
        text_printf(text, "%d or more", info->min);
    else if (info->max != INT_MAX)
        text_printf(text, "%d or less", info->max);
    else
        text_append(text, "a whole number");
    if (info->unit)
        text_printf(text, " %s", info->unit);
}

static bool is_choice(const struct setting_info *info, const char *word)
{
    for (size_t i = 0; i < info->choice_count; i++)
        if (strcmp(info->choices[i], word) == 0)
            return true;
    return false;
}

static bool is_in_range(const struct setting_info *info, lua_Integer number)
{
    return number >= info->min && number <= info->max && number > INT_MIN && number < INT_MAX;
}

/* ---- reading the declaration ---- */

/* A whole number in field `name`, or `fallback` where there is none. */
static int read_bound(lua_State *lua, const struct script_reader *reader, const char *within,
                      const char *name, int fallback)
{
    lua_pushstring(lua, name);
    int number = fallback, type = lua_rawget(lua, -2);
    if (lua_isinteger(lua, -1) && lua_tointeger(lua, -1) > INT_MIN &&
        lua_tointeger(lua, -1) < INT_MAX)
        number = (int)lua_tointeger(lua, -1);
    else if (type != LUA_TNIL)
        script_mistake(reader, within, name, "should be a whole number, is %s",
                       script_type(lua, -1));
    lua_pop(lua, 1);
    return number;
}

/* A word that is written into files, and has to be the same when it is read again. */
static bool is_written_as_it_is(const char *word, size_t length)
{
    size_t bad;
    if (!utf8_is_valid(word, length, &bad))
        return false;
    for (const char *at = word; *at;) {
        uint32_t point = utf8_next(&at);
        if (point < ' ' || !utf8_is_plain(point) || utf8_is_hidden(point))
            return false;
    }
    return true;
}

/* The choice at the stack's top; "" after a mistake. */
static const char *read_choice(lua_State *lua, const struct script_reader *reader,
                               const char *within)
{
    size_t length = 0;
    const char *word = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &length) : NULL;
    if (!word)
        script_mistake(reader, within, "choices", "should be a list of strings, has %s",
                       script_type(lua, -1));
    else if (length > MAX_NAME_BYTES)
        script_mistake(reader, within, "choices", "has one of more than %d bytes", MAX_NAME_BYTES);
    else if (!is_written_as_it_is(word, length))
        script_mistake(reader, within, "choices", "has one with characters that cannot be seen");
    else
        return arena_strdup(reader->arena, word);
    return "";
}

static void read_choices(lua_State *lua, struct setting_info *info,
                         const struct script_reader *reader, const char *within)
{
    if (!script_push(lua, reader, within, "choices", LUA_TTABLE))
        return;
    const lua_Unsigned length = lua_rawlen(lua, -1);
    const size_t count = length < MAX_CHOICES ? (size_t)length : MAX_CHOICES;
    const char **choices = arena_array(reader->arena, count + 1, sizeof *choices);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(lua, -1, (lua_Integer)i + 1);
        choices[i] = read_choice(lua, reader, within);
        lua_pop(lua, 1);
    }
    if (length > MAX_CHOICES)
        script_mistake(reader, within, "choices", "has %llu entries; %d are the most there can be",
                       (unsigned long long)length, MAX_CHOICES);
    if (count == 0)
        script_mistake(reader, within, "", "has no choices");
    info->choices = choices;
    info->choice_count = count;
    lua_pop(lua, 1);
}

/* Reads the value at the stack's top as the setting's; false where it is none. */
static bool read_value(lua_State *lua, struct arena *arena, const struct setting_info *info,
                       int *number, const char **word)
{
    if (is_word(info)) {
        if (lua_type(lua, -1) != LUA_TSTRING || !is_choice(info, lua_tostring(lua, -1)))
            return false;
        *word = arena_strdup(arena, lua_tostring(lua, -1));
        return true;
    }
    if (!lua_isinteger(lua, -1) || !is_in_range(info, lua_tointeger(lua, -1)))
        return false;
    *number = (int)lua_tointeger(lua, -1);
    return true;
}

static void read_default(lua_State *lua, struct setting *setting, struct setting_info *info,
                         const struct script_reader *reader, const char *within)
{
    lua_pushliteral(lua, "default");
    if (lua_rawget(lua, -2) == LUA_TFUNCTION) {
        setting->default_function = luaL_ref(lua, LUA_REGISTRYINDEX);
        return;
    }
    if (read_value(lua, reader->arena, info, &setting->default_number, &setting->default_word)) {
        info->default_value = is_word(info)
                                  ? setting->default_word
                                  : arena_printf(reader->arena, "%d", setting->default_number);
    } else {
        struct text range = TEXT_INIT;
        describe_range(info, &range);
        bool is_number = lua_isinteger(lua, -1);
        script_mistake(reader, within, "default", "should be %s, or a function of the plan%s%s",
                       text_string(&range), is_number ? "" : "; it is ",
                       is_number ? "" : script_type(lua, -1));
        text_release(&range);
    }
    lua_pop(lua, 1);
}

/* One setting: its name and table are at the stack's top. */
static void read_setting(lua_State *lua, struct settings *settings,
                         const struct script_reader *reader)
{
    static const char *const fields[] = {"default", "min", "max", "choices", "unit", "help"};
    const char *name = lua_tostring(lua, -2);
    char within[WITHIN_SIZE];
    snprintf(within, sizeof within, "settings.%.60s.", name);
    if (name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0' || strlen(name) > 40)
        script_mistake(reader, within, "",
                       "should be named by lower-case letters, digits and _, at most 40");
    if (lua_type(lua, -1) != LUA_TTABLE) {
        script_mistake(reader, within, "", "should be a table");
        return;
    }
    script_check_keys(lua, reader, within, fields, sizeof fields / sizeof *fields);
    struct setting_info *info = &settings->infos[settings->count];
    struct setting *setting = &settings->items[settings->count];
    settings->count++;
    setting->default_function = LUA_NOREF;
    info->name = arena_strdup(reader->arena, name);
    info->min = read_bound(lua, reader, within, "min", INT_MIN);
    info->max = read_bound(lua, reader, within, "max", INT_MAX);
    info->unit = script_text(lua, reader, within, "unit", MAX_NAME_BYTES, false);
    info->help = script_text(lua, reader, within, "help", MAX_TEXT_BYTES, false);
    read_choices(lua, info, reader, within);
    if (is_word(info) && (info->min != INT_MIN || info->max != INT_MAX))
        script_mistake(reader, within, "", "has choices, and so neither min nor max");
    if (info->min > info->max)
        script_mistake(reader, within, "", "has a min above its max");
    read_default(lua, setting, info, reader, within);
}

void settings_read(lua_State *lua, struct settings *settings, const struct script_reader *reader)
{
    settings->infos = arena_array(reader->arena, MAX_SETTINGS, sizeof *settings->infos);
    settings->items = arena_array(reader->arena, MAX_SETTINGS, sizeof *settings->items);
    script_pairs(lua);
    while (script_next(lua)) {
        if (lua_type(lua, -2) != LUA_TSTRING || settings->count == MAX_SETTINGS) {
            script_mistake(reader, "", "settings", "should be a table of at most %d named settings",
                           MAX_SETTINGS);
            script_end(lua);
            return;
        }
        read_setting(lua, settings, reader);
        lua_pop(lua, 2);
    }
}

/* ---- set, as hooks see it ---- */

static size_t find_setting(const struct settings *settings, const char *name)
{
    size_t i = 0;
    while (i < settings->count && strcmp(settings->infos[i].name, name) != 0)
        i++;
    return i;
}

static const char *nearest_setting(const struct settings *settings, const char *name)
{
    const char *names[MAX_SETTINGS];
    for (size_t i = 0; i < settings->count; i++)
        names[i] = settings->infos[i].name;
    return text_nearest(name, names, settings->count);
}

/* Read from `set`, and not among the values; upvalue: the settings. */
static int read_missing(lua_State *lua)
{
    const struct settings *settings = lua_touserdata(lua, lua_upvalueindex(1));
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
    size_t index = find_setting(settings, name);
    if (index < settings->count && settings->items[index].lack.view)
        return sandbox_lack(lua, &settings->items[index].lack);
    const char *near = nearest_setting(settings, name);
    if (near)
        return luaL_error(lua, "the rule has no setting '%s'; did you mean '%s'?", name, near);
    return luaL_error(lua, "the rule has no setting '%s'", name);
}

static int refuse_writing(lua_State *lua)
{
    return luaL_error(lua, "settings are read-only");
}

void settings_open(lua_State *lua, struct settings *settings)
{
    lua_newtable(lua); /* the values */
    lua_createtable(lua, 0, 1);
    lua_pushlightuserdata(lua, settings);
    lua_pushcclosure(lua, read_missing, 1);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
    lua_pushvalue(lua, -1);
    settings->values = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_newuserdatauv(lua, 0, 0);
    lua_createtable(lua, 0, 3);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, refuse_writing);
    lua_setfield(lua, -2, "__newindex");
    lua_pushliteral(lua, "set");
    lua_setfield(lua, -2, "__name");
    lua_setmetatable(lua, -2);
    settings->set = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_pop(lua, 1);
}

/* ---- values given by the runner ---- */

/* A whole number and nothing else. */
static bool parse_number(const char *text, int *number)
{
    const char *digits = text[0] == '-' ? text + 1 : text;
    size_t length = strspn(digits, "0123456789");
    if (length == 0 || length > 9 || digits[length] != '\0' || (digits[0] == '0' && length > 1))
        return false;
    *number = (int)strtol(text, NULL, 10);
    return true;
}

bool settings_give(struct settings *settings, struct arena *arena, const struct rule_setting *given,
                   const char *file, struct error *error)
{
    size_t index = find_setting(settings, given->setting);
    if (index == settings->count) {
        const char *near = nearest_setting(settings, given->setting);
        error_add(error, STATUS_BAD_INPUT, file, given->line, given->column,
                  "rule '%s' has no setting '%s'%s%s%s", given->rule, given->setting,
                  near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
        return false;
    }
    const struct setting_info *info = &settings->infos[index];
    int number = 0;
    bool fits = is_word(info) ? is_choice(info, given->value)
                              : parse_number(given->value, &number) && is_in_range(info, number);
    if (!fits) {
        struct text range = TEXT_INIT;
        describe_range(info, &range);
        error_add(error, STATUS_BAD_INPUT, file, given->line, given->column,
                  "rule '%s': '%s' can be %s, not %s", given->rule, info->name, text_string(&range),
                  given->value);
        text_release(&range);
        return false;
    }
    settings->items[index].given = arena_strdup(arena, given->value);
    return true;
}

bool settings_take(struct settings *settings, struct arena *arena, const struct settings *old,
                   const char *id, const char *path, struct error *error)
{
    bool done = true;
    for (size_t i = 0; i < old->count; i++) {
        const struct setting_info *info = &old->infos[i];
        struct rule_setting given = {
            .rule = id, .setting = info->name, .value = old->items[i].given};
        bool is_default =
            given.value && info->default_value && strcmp(given.value, info->default_value) == 0;
        if (!given.value || is_default)
            continue;
        if (find_setting(settings, info->name) < settings->count)
            done = settings_give(settings, arena, &given, path, error) && done;
        else
            error_warn(error, path, 0, 0,
                       "the plan sets '%s' of rule '%s' to %s, which has no such setting now",
                       info->name, id, given.value);
    }
    return done;
}

void settings_forget(struct settings *settings)
{
    for (size_t i = 0; i < settings->count; i++)
        settings->items[i].given = NULL;
}

/* ---- values in force ---- */

struct working_out {
    struct settings *settings;
    struct arena *arena;
    struct sandbox *sandbox;
    size_t index;
};

static int call_default(lua_State *lua)
{
    struct working_out *work = lua_touserdata(lua, 1);
    struct setting *setting = &work->settings->items[work->index];
    const struct setting_info *info = &work->settings->infos[work->index];
    const char *word = NULL;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, setting->default_function);
    view_push(lua, (struct view){.kind = VIEW_PLAN});
    lua_call(lua, 1, 1);
    if (!read_value(lua, work->arena, info, &setting->number, &word)) {
        struct text range = TEXT_INIT;
        describe_range(info, &range);
        const char *copy = arena_strdup(work->arena, text_string(&range));
        text_release(&range);
        return luaL_error(lua, "the default of '%s' should come out as %s", info->name, copy);
    }
    if (is_word(info))
        setting->default_word = word;
    return 0;
}

/* Puts the values where `set` reads them. */
static int publish_values(lua_State *lua)
{
    const struct settings *settings = lua_touserdata(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, settings->values);
    for (size_t i = 0; i < settings->count; i++) {
        const struct setting_info *info = &settings->infos[i];
        lua_pushstring(lua, info->name);
        if (!info->value)
            lua_pushnil(lua);
        else if (is_word(info))
            lua_pushstring(lua, info->value);
        else
            lua_pushinteger(lua, settings->items[i].number);
        lua_rawset(lua, -3);
    }
    return 0;
}

/* False after a failure; a value that the plan lacks is none. */
static bool work_out(struct working_out *work)
{
    struct setting *setting = &work->settings->items[work->index];
    struct setting_info *info = &work->settings->infos[work->index];
    setting->lack = (struct lack){0};
    setting->number = setting->default_number;
    if (setting->given && !is_word(info)) {
        setting->number = (int)strtol(setting->given, NULL, 10);
    } else if (!setting->given && setting->default_function != LUA_NOREF &&
               !sandbox_call(work->sandbox, call_default, work)) {
        info->value = NULL;
        setting->lack = work->sandbox->lack;
        return work->sandbox->end == SANDBOX_NOT_JUDGED;
    }
    if (is_word(info)) {
        info->value = setting->given ? setting->given : setting->default_word;
    } else {
        snprintf(setting->text, sizeof setting->text, "%d", setting->number);
        info->value = setting->text;
    }
    return true;
}

bool settings_work_out(struct settings *settings, struct arena *arena, struct sandbox *sandbox)
{
    struct working_out work = {settings, arena, sandbox, 0};
    for (; work.index < settings->count; work.index++)
        if (!work_out(&work))
            return false;
    return sandbox_call(sandbox, publish_values, settings);
}

bool settings_number(const struct settings *settings, const char *name, int *number)
{
    size_t index = find_setting(settings, name);
    bool is_number = index < settings->count && settings->infos[index].value &&
                     !is_word(&settings->infos[index]);
    if (is_number)
        *number = settings->items[index].number;
    return is_number;
}
