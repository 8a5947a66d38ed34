/*
 * A rule's settings: what the script declares, what the runner gives, and what is in force.
 */
#ifndef HILLPLAN_SCRIPT_SETTINGS_H
#define HILLPLAN_SCRIPT_SETTINGS_H

#include "script/sandbox.h"
#include "script/script.h"
#include "script/script_table.h"

/* A setting's value; what others may know of it is in its setting_info. */
struct setting;

/* Zeroed, there are none. Their memory is the arena's of their reader. */
struct settings {
    struct setting_info *infos;
    struct setting *items; /* in the same order */
    size_t count;
    int values; /* reference of the table behind `set` */
    int set;    /* reference of `set`, as hooks see it */
};

/* ---- inside sandbox_call() ---- */

/* Reads the settings table at the stack's top. */
void settings_read(lua_State *lua, struct settings *settings, const struct script_reader *reader);

/* Makes `set` (read-only) for the hooks. */
void settings_open(lua_State *lua, struct settings *settings);

/* ---- outside ---- */

/* See rule_give_setting(); `given->rule` names the rule in messages. */
bool settings_give(struct settings *settings, struct arena *arena, const struct rule_setting *given,
                   const char *file, struct error *error);

/* See rule_take_settings_of(); `id` and `path` name the rule. */
bool settings_take(struct settings *settings, struct arena *arena, const struct settings *old,
                   const char *id, const char *path, struct error *error);

/* Forgets given values. */
void settings_forget(struct settings *settings);

/* The value in force of a number; false if there is no such number. */
bool settings_number(const struct settings *settings, const char *name, int *number);

/* Works out the values in force for the plan that the sandbox sees; false after a failure in it. */
bool settings_work_out(struct settings *settings, struct arena *arena, struct sandbox *sandbox);

#endif
