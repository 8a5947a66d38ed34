/*
 * The sandbox: a Lua state that sees nothing but what it is given, and that always ends.
 *
 * Every use of the state runs inside sandbox_call(), which gives it fresh fuel. Scripts have no
 * files, clock, randomness, metatables, coroutines or bytecode; their memory is bounded; what they
 * cost is counted. Nothing malloc'ed may be held by C across a Lua call, because errors jump.
 */
#ifndef HILLPLAN_SCRIPT_SANDBOX_H
#define HILLPLAN_SCRIPT_SANDBOX_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "script/script.h"
#include "script/visible_plan.h"

#define MAX_STRING_BYTES ((size_t)64 * 1024) /* of one Lua string */

/* Why a call has to end, whatever the script does about it. */
enum sandbox_end {
    SANDBOX_GOES_ON,
    SANDBOX_NOT_JUDGED, /* it asked for a value that the plan lacks */
    SANDBOX_RAN_TOO_LONG,
    SANDBOX_TOO_MUCH_MEMORY,
    SANDBOX_TIME_IS_SPENT /* of all scripts together; see budget.h */
};

/* A value that was asked for and that the plan lacks. Static strings. */
struct lack {
    const char *view, *field;
    int date;       /* or NO_DATE */
    bool is_no_run; /* of a session that is no run, and never has the value */
};

/* What a script reads of a plan, and what it then answers; see answers_kept.h. */
struct answers_kept;

/* Where hillplan.use() finds libraries; see library.h. */
struct library_search;

/* What a call reads of the days of the week that it is about, but for the day that is asked about.
   Sums of a week that is asked about as a whole count for none of its days. */
struct reads {
    size_t week, asked; /* indexes; asked: the day of the plan, NO_DAY for the whole week */
    struct days_read days;
    bool has_sessions; /* more than sums of runs */
    enum answer_scope scope;
};

#define NO_DAY SIZE_MAX

struct sandbox {
    lua_State *lua;
    size_t bytes; /* held by Lua */
    size_t most_bytes;
    long long fuel_per_call; /* may be changed between calls */
    long long fuel;          /* left to this call */
    bool every_instruction;  /* the hook has been tightened */
    bool timed;              /* `started` is set: the call is a long one, or a sample */
    unsigned calls;          /* one of many is a sample */
    long long started;       /* nanoseconds of the processor */
    enum sandbox_end end;
    bool system_out_of_memory; /* the system refused what the script may have */
    bool memory_is_spent;      /* all scripts together have what they may */
    struct lack lack;          /* where `end` is SANDBOX_NOT_JUDGED */

    struct visible_plan visible;
    int views, metatables;            /* references of the tables of views.c */
    int once;                         /* of what hillplan.once() has worked out for this plan */
    bool is_once;                     /* it is being worked out: nothing that varies can be read */
    struct library_search *libraries; /* NULL: hillplan.use() is not possible now */
    struct answers_kept *kept;        /* that takes notes of what is read, or NULL */
    struct reads reads;               /* what is read of the week that is asked about */

    /* The last failure: what, and where in which file (line 0: not known). */
    struct text failure, failure_file;
    int failure_line;
};

/*
 * Opens the sandbox and runs `prepare` in it, which gives scripts what they may use; false if there
 * is no memory for that. Closed with sandbox_close() in any case.
 */
bool sandbox_open(struct sandbox *sandbox, struct script_limits limits, lua_CFunction prepare);
void sandbox_close(struct sandbox *sandbox); /* a zeroed one is allowed */

/*
 * Runs `body` (a C function that finds `data` as a light userdata at index 1) with fresh fuel. On
 * false, `end` says whether the plan lacks a value; otherwise failure and its place are set.
 */
bool sandbox_call(struct sandbox *sandbox, lua_CFunction body, void *data);

/* Inside sandbox_call(): the state's sandbox. */
struct sandbox *sandbox_of(lua_State *lua);

/* Inside sandbox_call(): pushes the compiled text, or raises its first mistake. */
void sandbox_load(lua_State *lua, const char *path, const char *text, size_t length);

/* Takes fuel for work that is done in C. */
void sandbox_charge(lua_State *lua, size_t fuel);

/* Notes that what is read hangs on the week, or day, that is asked about. */
void sandbox_note_scope(struct sandbox *sandbox, enum answer_scope scope);

/* Notes that what days of the plan hold is read, from one index to before another: the words of
   their sessions, all of them, or sums of their runs. */
void sandbox_note_words(struct sandbox *sandbox, size_t first, size_t end);
void sandbox_note_sessions(struct sandbox *sandbox, size_t first, size_t end);
void sandbox_note_sums(struct sandbox *sandbox, size_t first, size_t end);

/* Forgets what hillplan.once() has worked out: another plan is seen from here on. */
void sandbox_forget_once(struct sandbox *sandbox);

/* Ends the call: the plan lacks a value. Does not return. */
int sandbox_lack(lua_State *lua, const struct lack *lack);

/* Ends the call as one that passed a limit. Does not return. */
int sandbox_stop(lua_State *lua, enum sandbox_end end);

#endif
