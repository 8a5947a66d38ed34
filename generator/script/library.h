/*
 * Libraries: what hillplan.use("name") finds, and where.
 *
 * A name is looked for in the script's own text (see below), then as NAME.lua in the script's
 * folder and its lib/, then in the shared folder. A script may carry libraries behind its own end,
 * each after a line "--- hillplan library: NAME"; so a custom rule can be kept as one text.
 */
#ifndef HILLPLAN_SCRIPT_LIBRARY_H
#define HILLPLAN_SCRIPT_LIBRARY_H

#include <lua.h>
#include <stddef.h>

#include "base/arena.h"

/* A library that was found beside the script. */
struct found_library {
    const char *name, *text;
    struct found_library *next;
};

struct library_search {
    struct arena *arena;         /* keeps the texts */
    const char *script;          /* the whole text, with the libraries behind it */
    const char *folder;          /* the script's, or NULL */
    const char *shared_folder;   /* or NULL */
    struct found_library *found; /* beside the script, in the order of their first use */
};

/* The folder of a script's file, where its libraries are; in the arena. */
const char *library_folder_of(struct arena *arena, const char *path);

/* The length of a script without the libraries behind it. */
size_t library_script_length(const char *text);

/* The script with all that it found beside itself behind it; in the arena. */
const char *library_bundle(const struct library_search *search);

/* hillplan.use; upvalue: a table for what was loaded. */
int library_use(lua_State *lua);

#endif
