/*
 * A rule as the ruleset holds it: what its script declared, its sandbox, and its settings. Internal
 * to rules/.
 */
#ifndef HILLPLAN_SCRIPT_RULE_H
#define HILLPLAN_SCRIPT_RULE_H

#include "base/arena.h"
#include "rules/ruleset.h"
#include "script/library.h"
#include "script/sandbox.h"

#define BECAUSE_SIZE     256 /* of a reason's text, with its NUL */
#define LACK_SIZE        64
#define MAX_SETTING_TEXT 16

/* A setting's value in the script; what others may know of it is in setting_info. */
struct setting {
    int default_function;     /* a reference, or LUA_NOREF */
    int default_number;       /* of numbers */
    const char *default_word; /* of words */
    const char *given;        /* by the runner or a template; NULL: the default holds */
    int number;               /* in force, of numbers */
    struct lack lack;         /* view not NULL: the default needs a value that the plan lacks */
    char text[MAX_SETTING_TEXT];
};

struct rule {
    struct rule_info info;
    struct setting_info *setting_infos; /* info.settings, to be changed */
    struct setting *settings;           /* in the same order */
    struct sandbox own;
    struct sandbox *sandbox; /* its own, or one that is shared */
    bool is_carried;         /* its script stands in the plan document */
    struct library_search libraries;
    int hooks[HOOK_COUNT];      /* references, or LUA_NOREF */
    int hook_lines[HOOK_COUNT]; /* where they begin */
    int values;                 /* reference of the table behind `set` */
    int set;                    /* reference of `set`, as hooks see it */
    /* The last answer's texts. */
    char because[LIMIT_KIND_COUNT][BECAUSE_SIZE];
    char lack_text[LACK_SIZE];
};

struct ruleset {
    struct arena *arena;
    struct rule **rules;
    size_t count;
    const char *library;   /* the shared folder, or NULL */
    struct sandbox shared; /* of the built-in rules in one folder */
    const struct plan *plan;
    struct answers_kept *kept; /* of questions about this plan */
    bool asks_afresh;
    rule_tracer *tracer; /* NULL: nobody is told of calls */
    void *tracer_data;
    size_t traced; /* the rule that it is told of */
};

/* What a rule is loaded from. `folder` (for libraries) and `shared_folder` may be NULL. */
struct rule_source {
    const char *path, *text, *folder, *shared_folder;
    enum rule_origin origin;
    struct sandbox *shared; /* from rule_open_sandbox(), or NULL: the rule opens its own */
};

/* Opens a sandbox with views and the `hillplan` table; false where there is no memory for it. */
bool rule_open_sandbox(struct sandbox *sandbox);

/*
 * Loads a script and checks all that it returns. NULL after errors, each naming file and field.
 * Freed with rule_free(); what lives as long as the arena is in the arena.
 */
struct rule *rule_load(struct arena *arena, const struct rule_source *source, struct error *error);
void rule_free(struct rule *rule);

/* Adds the sandbox's last failure to `error`. `where` begins the text ("limit_week, week 3"). */
void rule_fail(const struct rule *rule, const char *where, int line, struct error *error);

/* ---- script_table.c: reading tables that a script made; inside sandbox_call() ---- */

/* Where mistakes go. Reading goes on after one, so that all are told. */
struct script_reader {
    struct arena *arena;
    const char *path;
    const char *script; /* the text of the file, to tell lines */
    struct error *error;
};

/*
 * Adds a mistake: "field 'settings.days.min' should be ...", with the line where the script has it.
 * `within` is as below; a name of "" means that table itself.
 */
void script_mistake(const struct script_reader *reader, const char *within, const char *name,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The line, from 1, of a place in a script. */
int script_line(const char *script, const char *at);

/* "a string", "a table", "nothing" for the value at an index. */
const char *script_type(lua_State *lua, int index);

/*
 * The text in field `name` of the table at the stack's top; copied. A missing one is a mistake
 * where it is required; else NULL. `within` names the table in messages ("settings.days."), or "".
 */
const char *script_text(lua_State *lua, const struct script_reader *reader, const char *within,
                        const char *name, bool required);

/* True, with the value left on the stack, where the field has that Lua type; nil is no mistake. */
bool script_push(lua_State *lua, const struct script_reader *reader, const char *within,
                 const char *name, int type);

/*
 * Goes through the table at the top by key: script_pairs() once, then script_next() pushes a key
 * and its value, to be popped, or returns false at the end. script_end() stops before the end.
 */
void script_pairs(lua_State *lua);
bool script_next(lua_State *lua);
void script_end(lua_State *lua);

/* Complains of every key of the table at the top that is not one of `names`. */
void script_check_keys(lua_State *lua, const struct script_reader *reader, const char *within,
                       const char *const *names, size_t count);

/* ---- settings.c ---- */

/* Reads the settings table at the stack's top. */
void settings_read(lua_State *lua, struct rule *rule, const struct script_reader *reader);

/* Makes `set` (read-only) for the hooks; inside sandbox_call(). */
void settings_open(lua_State *lua, struct rule *rule);

/* Takes a value given by the runner; false where it is out of range. */
bool settings_give(struct arena *arena, struct rule *rule, const struct rule_setting *given,
                   const char *file, struct error *error);

/*
 * Gives a rule what was given to an older version of it: all that differs from the old default and
 * that the new one has.
 */
bool settings_carry_over(struct arena *arena, const struct rule *old, struct rule *rule,
                         struct error *error);

/* Forgets given values. */
void settings_reset(struct rule *rule);

/* Works out the values in force for the plan that the sandbox sees. */
bool settings_bind(struct arena *arena, struct rule *rule, struct error *error);

#endif
