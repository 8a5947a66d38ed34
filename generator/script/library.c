/* hillplan.use(): finding, loading and keeping libraries. */
#include "script/library.h"

#include <ctype.h>
#include <lauxlib.h>
#include <string.h>

#include "base/file.h"
#include "script/sandbox.h"
#include "script/script.h"

#define SECTION_MARK "--- hillplan library: "
#define MAX_NAME     64

/* The start of the next library's first line from `text` on (a line start), or NULL. */
static const char *next_section(const char *text)
{
    while (text && strncmp(text, SECTION_MARK, strlen(SECTION_MARK)) != 0) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return text;
}

const char *library_folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(arena, path, (size_t)(slash - path)) : ".";
}

size_t library_script_length(const char *text)
{
    const char *section = next_section(text);
    return section ? (size_t)(section - text) : strlen(text);
}

/* The text of a library that stands behind the script, or NULL. */
static const char *find_section(const char *script, const char *name, size_t *length)
{
    size_t name_length = strlen(name);
    for (const char *section = next_section(script); section; section = next_section(section)) {
        const char *start = section + strlen(SECTION_MARK);
        bool is_it = strncmp(start, name, name_length) == 0 && start[name_length] == '\n';
        section = start; /* behind the mark, so that the next one is found */
        if (is_it) {
            start += name_length + 1;
            *length = library_script_length(start);
            return start;
        }
    }
    return NULL;
}

const char *library_bundle(const struct library_search *search)
{
    const char *bundle = search->script;
    for (const struct found_library *library = search->found; library; library = library->next) {
        size_t length = strlen(bundle);
        bool ends_line = length > 0 && bundle[length - 1] == '\n';
        bundle = arena_printf(search->arena, "%s%s%s%s\n%s", bundle, ends_line ? "" : "\n",
                              SECTION_MARK, library->name, library->text);
    }
    return bundle;
}

/* ---- files ---- */

/* The text of FOLDER/MIDDLE/NAME.lua in the arena, or NULL where there is no such file. Raises what
   is wrong with one that is there. */
static const char *read_library(lua_State *lua, const struct library_search *search,
                                const char *folder, const char *middle, const char *name,
                                const char **path)
{
    if (!folder)
        return NULL;
    struct error ignored;
    error_init(&ignored);
    struct text text = TEXT_INIT;
    *path = arena_printf(search->arena, "%s/%s%s.lua", folder, middle, name);
    const char *copy = NULL, *mistake = NULL;
    if (file_read((struct file_role){"a library of rules", false}, *path, MAX_SCRIPT_BYTES, &text,
                  &ignored))
        copy = arena_strndup(search->arena, text_string(&text), text.length);
    else if (ignored.status == STATUS_BAD_INPUT)
        mistake = arena_strdup(search->arena, ignored.messages[0].text);
    text_release(&text);
    error_release(&ignored);
    if (mistake)
        luaL_error(lua, "library '%s': %s", *path, mistake);
    return copy;
}

static void remember_library(struct library_search *search, const char *name, const char *text)
{
    struct found_library **last = &search->found;
    while (*last)
        last = &(*last)->next;
    *last = arena_alloc(search->arena, sizeof **last);
    **last = (struct found_library){arena_strdup(search->arena, name), text, NULL};
}

/* Finds the library's text and how messages name it, or raises that there is none. */
static const char *find_library(lua_State *lua, const char *name, size_t *length, const char **path)
{
    struct library_search *search = sandbox_of(lua)->libraries;
    const char *text = find_section(search->script, name, length);
    if (text) {
        *path = arena_printf(search->arena, "%s.lua", name);
        return text;
    }
    text = read_library(lua, search, search->folder, "", name, path);
    if (!text)
        text = read_library(lua, search, search->folder, "lib/", name, path);
    if (text)
        remember_library(search, name, text);
    else
        text = read_library(lua, search, search->shared_folder, "", name, path);
    if (!text) {
        luaL_error(lua, "there is no library '%s': neither beside the script (in %s) nor in %s",
                   name, search->folder ? search->folder : "its own text",
                   search->shared_folder ? search->shared_folder : "a shared folder");
        return NULL;
    }
    *length = strlen(text);
    return text;
}

/* ---- hillplan.use ---- */

/* A plain name: so that it is no path. */
static const char *check_name(lua_State *lua)
{
    size_t length;
    const char *name = luaL_checklstring(lua, 1, &length);
    bool plain = length > 0 && length <= MAX_NAME;
    for (size_t i = 0; i < length && plain; i++)
        plain = isalnum((unsigned char)name[i]) || name[i] == '-' || name[i] == '_';
    if (!plain)
        luaL_error(lua, "hillplan.use() takes a plain name: letters, digits, - and _");
    return name;
}

int library_use(lua_State *lua)
{
    const char *name = check_name(lua);
    lua_settop(lua, 1);
    lua_pushvalue(lua, 1);
    int known = lua_rawget(lua, lua_upvalueindex(1));
    if (known != LUA_TNIL && known != LUA_TLIGHTUSERDATA)
        return 1;
    struct library_search *search = sandbox_of(lua)->libraries;
    if (!search)
        return luaL_error(lua, "hillplan.use() is called at the top of a script, not in a hook");
    /* The mark says who is loading it: another script may have failed to. */
    const void *mark = search->script;
    if (lua_touserdata(lua, -1) == mark)
        return luaL_error(lua, "library '%s' uses itself", name);

    lua_pushvalue(lua, 1);
    lua_pushlightuserdata(lua, (void *)mark);
    lua_rawset(lua, lua_upvalueindex(1));
    size_t length = 0;
    const char *path = NULL, *text = find_library(lua, name, &length, &path);
    sandbox_load(lua, path, text, length);
    lua_call(lua, 0, 1);
    if (lua_isnil(lua, -1))
        return luaL_error(lua, "library '%s' returns nothing; it should return a table", name);
    lua_pushvalue(lua, 1);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, lua_upvalueindex(1));
    return 1;
}
