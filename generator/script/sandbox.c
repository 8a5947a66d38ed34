/* The sandbox: allocator, fuel, protected calls, and where an error happened. */
#include "script/sandbox.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "script/budget.h"

#define BYTES_PER_FUEL         8
#define INSTRUCTIONS_PER_COUNT 1000
#define MAX_SECONDS            3
#define MAX_TRACEBACK          8
#define MAX_FRAMES             1000         /* that are looked at for the place of an error */
#define FREE_OF_CLOCK          16000        /* instructions; calls this short are not timed */
#define CALLS_PER_SAMPLE       32           /* but for one of so many, which stands for them */
#define SECOND                 1000000000LL /* nanoseconds */
#define TOO_MUCH_MEMORY        "the script needs too much memory (32 MB; 64 kB for a string)"
#define TOO_LONG               "the script runs too long; is there a loop that does not end?"
#define MAX_FAILURE_BYTES      600

struct sandbox *sandbox_of(lua_State *lua)
{
    return *(struct sandbox **)lua_getextraspace(lua);
}

/* The hook may only be changed once the state exists. */
static void count_every_instruction(struct sandbox *sandbox);

/* Lua's contract: a block that is new has its type in `old_size`. */
static void *sandbox_allocate(void *data, void *block, size_t old_size, size_t new_size)
{
    struct sandbox *sandbox = data;
    size_t held = block ? old_size : 0;
    if (new_size == 0) {
        sandbox->bytes -= held;
        budget_give_bytes(held);
        free(block);
        return NULL;
    }
    if (new_size > held) {
        /* Long strings would make one instruction (a comparison) expensive. */
        if (!block && old_size == LUA_TSTRING && new_size > MAX_STRING_BYTES + 64)
            return NULL;
        if (sandbox->bytes - held + new_size > sandbox->most_bytes)
            return NULL;
        if (!budget_take_bytes(new_size - held)) {
            sandbox->memory_is_spent = true;
            return NULL;
        }
        sandbox->fuel -= (long long)((new_size - held) / BYTES_PER_FUEL);
        if (sandbox->fuel < 0)
            count_every_instruction(sandbox);
    }
    void *moved = realloc(block, new_size);
    if (!moved) {
        sandbox->system_out_of_memory = true;
        budget_give_bytes(new_size > held ? new_size - held : 0);
        return new_size <= held ? block : NULL; /* shrinking must not fail */
    }
    sandbox->bytes += new_size - held;
    budget_give_bytes(new_size < held ? held - new_size : 0);
    return moved;
}

/* Of the processor, in nanoseconds. */
static long long clock_now(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0 ? now.tv_sec * SECOND + now.tv_nsec
                                                             : 0;
}

static void start_clock(struct sandbox *sandbox)
{
    sandbox->timed = true;
    sandbox->started = clock_now();
}

/* Whether the call, since the first look at the clock, or all calls have taken too long. */
static enum sandbox_end out_of_time(struct sandbox *sandbox)
{
    if (!sandbox->timed)
        start_clock(sandbox);
    const long long time = clock_now() - sandbox->started;
    return time >= MAX_SECONDS * SECOND ? SANDBOX_RAN_TOO_LONG
           : time >= budget_left()      ? SANDBOX_TIME_IS_SPENT
                                        : SANDBOX_GOES_ON;
}

static bool is_long(const struct sandbox *sandbox)
{
    return sandbox->fuel < sandbox->fuel_per_call - FREE_OF_CLOCK;
}

static void count_instructions(lua_State *lua, lua_Debug *activation)
{
    (void)activation;
    struct sandbox *sandbox = sandbox_of(lua);
    if (sandbox->end != SANDBOX_GOES_ON)
        sandbox_stop(lua, sandbox->end);
    sandbox->fuel -= sandbox->every_instruction ? 1 : INSTRUCTIONS_PER_COUNT;
    enum sandbox_end end = sandbox->fuel < 0  ? SANDBOX_RAN_TOO_LONG
                           : is_long(sandbox) ? out_of_time(sandbox)
                                              : SANDBOX_GOES_ON;
    if (end != SANDBOX_GOES_ON)
        sandbox_stop(lua, end);
}

static void set_count(struct sandbox *sandbox, bool every_instruction)
{
    sandbox->every_instruction = every_instruction;
    lua_sethook(sandbox->lua, count_instructions, LUA_MASKCOUNT,
                every_instruction ? 1 : INSTRUCTIONS_PER_COUNT);
}

static void count_every_instruction(struct sandbox *sandbox)
{
    if (sandbox->lua && !sandbox->every_instruction)
        set_count(sandbox, true);
}

/* Why the call ended, for limits that are passed. */
static void append_limit(struct text *text, const struct sandbox *sandbox, enum sandbox_end end)
{
    if (end == SANDBOX_RAN_TOO_LONG)
        text_append(text, TOO_LONG);
    else if (end == SANDBOX_TIME_IS_SPENT)
        text_printf(text,
                    "the scripts of this run have used up their %d s; ask for less in this one, or "
                    "give them more with --script-seconds",
                    budget_seconds());
    else if (sandbox->memory_is_spent)
        text_printf(text, "the scripts of this run together need more than %d MB",
                    budget_megabytes());
    else
        text_append(text, TOO_MUCH_MEMORY);
}

int sandbox_stop(lua_State *lua, enum sandbox_end end)
{
    struct sandbox *sandbox = sandbox_of(lua);
    sandbox->end = end;
    count_every_instruction(sandbox);
    return luaL_error(lua, TOO_LONG); /* explain_failure() knows better */
}

void sandbox_charge(lua_State *lua, size_t fuel)
{
    struct sandbox *sandbox = sandbox_of(lua);
    sandbox->fuel -= fuel < INT_MAX ? (long long)fuel : INT_MAX;
    if (sandbox->fuel < 0)
        sandbox_stop(lua, SANDBOX_RAN_TOO_LONG);
}

void sandbox_note_scope(struct sandbox *sandbox, enum answer_scope scope)
{
    if (sandbox->reads.scope < scope)
        sandbox->reads.scope = scope;
}

/* The days of the week that is asked about among those. */
static unsigned days_of_week(const struct sandbox *sandbox, size_t first, size_t end)
{
    const struct reads *reads = &sandbox->reads;
    unsigned days = 0;
    const size_t week = reads->week * DAYS_PER_WEEK;
    size_t day = first < week ? week : first;
    if (end > sandbox->visible.days)
        end = sandbox->visible.days;
    for (; day < end && day < week + DAYS_PER_WEEK; day++)
        if (day != reads->asked)
            days |= 1u << (day - week);
    return days;
}

void sandbox_note_sums(struct sandbox *sandbox, size_t first, size_t end)
{
    const unsigned days = days_of_week(sandbox, first, end);
    sandbox->reads.scope = SCOPE_DAY;
    sandbox->reads.days.all |= days;
    sandbox->reads.days.amounts |= days;
}

void sandbox_note_words(struct sandbox *sandbox, size_t first, size_t end)
{
    sandbox->reads.scope = SCOPE_DAY;
    sandbox->reads.days.all |= days_of_week(sandbox, first, end);
    sandbox->reads.has_sessions = true;
}

void sandbox_note_sessions(struct sandbox *sandbox, size_t first, size_t end)
{
    sandbox->reads.has_sessions = true;
    sandbox_note_sums(sandbox, first, end);
}

void sandbox_forget_once(struct sandbox *sandbox)
{
    lua_pushnil(sandbox->lua);
    lua_rawseti(sandbox->lua, LUA_REGISTRYINDEX, sandbox->once);
}

int sandbox_lack(lua_State *lua, const struct lack *lack)
{
    struct sandbox *sandbox = sandbox_of(lua);
    sandbox->end = SANDBOX_NOT_JUDGED;
    sandbox->lack = *lack;
    lua_pushnil(lua);
    return lua_error(lua);
}

/* Appends what a script wrote: no control characters, nothing that is not UTF-8. */
static void append_clean(struct text *text, const char *string)
{
    while (*string && text->length < MAX_FAILURE_BYTES) {
        const char *start = string;
        uint32_t point = utf8_next(&string);
        if (point == UTF8_INVALID)
            text_append(text, "?");
        else if (point < ' ' || point == 0x7F)
            text_append(text, " ");
        else
            text_append_bytes(text, start, (size_t)(string - start));
    }
}

/*
 * The parts of "SOURCE:LINE: message", as Lua begins its messages. Returns the message alone; the
 * line is 0 where the text does not begin so.
 */
static const char *split_place(const char *text, size_t *source_length, int *line)
{
    for (const char *at = strchr(text, ':'); at; at = strchr(at + 1, ':')) {
        char *end;
        if (!isdigit((unsigned char)at[1]))
            continue;
        long number = strtol(at + 1, &end, 10);
        if (end[0] == ':' && end[1] == ' ' && number < INT_MAX) {
            *source_length = (size_t)(at - text);
            *line = (int)number;
            return end + 2;
        }
    }
    *line = 0;
    return text;
}

static bool is_script_frame(lua_State *lua, int level, lua_Debug *frame, bool *exists)
{
    *exists = lua_getstack(lua, level, frame) && lua_getinfo(lua, "Sln", frame);
    return *exists && frame->currentline > 0;
}

/*
 * Finds the file and line: those that the message begins with, or else the innermost frame's. Lua
 * shortens long file names in messages, but not in frames.
 */
static const char *find_place(lua_State *lua, struct sandbox *sandbox, const char *message)
{
    size_t length = 0;
    int line;
    const char *rest = split_place(message, &length, &line);
    bool exists = true, innermost = true;
    lua_Debug frame;
    for (int level = 0; exists && level < MAX_FRAMES; level++) {
        if (!is_script_frame(lua, level, &frame, &exists))
            continue;
        bool named = line > 0 && strlen(frame.short_src) == length &&
                     memcmp(frame.short_src, message, length) == 0;
        if (innermost || named) {
            text_clear(&sandbox->failure_file);
            text_append(&sandbox->failure_file, frame.source + 1);
            sandbox->failure_line = named ? line : frame.currentline;
        }
        if (named)
            return rest;
        innermost = false;
    }
    return message;
}

/* The way to the error, innermost first; nothing where it is one frame. */
static void append_traceback(lua_State *lua, struct text *text)
{
    struct text lines = TEXT_INIT;
    int frames = 0;
    bool exists = true;
    lua_Debug frame;
    for (int level = 0; exists && frames < MAX_TRACEBACK && level < MAX_FRAMES; level++) {
        if (!is_script_frame(lua, level, &frame, &exists))
            continue;
        text_printf(&lines, "\n    %s:%d", frame.short_src, frame.currentline);
        if (frame.name) {
            text_append(&lines, " in ");
            text_append(&lines, frame.name);
        }
        frames++;
    }
    if (frames > 1)
        text_append(text, text_string(&lines));
    text_release(&lines);
}

/* The message handler: runs where the error happened, while the frames are still there. */
static int explain_failure(lua_State *lua)
{
    struct sandbox *sandbox = sandbox_of(lua);
    if (sandbox->end == SANDBOX_NOT_JUDGED)
        return 1;
    /* Nothing in here may raise an error: the texts would be lost. */
    const char *message = lua_type(lua, 1) == LUA_TSTRING
                              ? lua_tostring(lua, 1)
                              : "error() was called with something that is no text";
    bool placed = sandbox->failure_line > 0; /* by sandbox_load() */
    const char *rest = placed ? message : find_place(lua, sandbox, message);
    text_clear(&sandbox->failure);
    if (sandbox->end == SANDBOX_GOES_ON)
        append_clean(&sandbox->failure, rest);
    else
        append_limit(&sandbox->failure, sandbox, sandbox->end);
    append_traceback(lua, &sandbox->failure);
    return 1;
}

/* Charges the call to what all scripts may use. False if that is spent, which is the failure then.
 */
static bool charge_budget(struct sandbox *sandbox, bool is_sample)
{
    if (sandbox->timed) {
        const bool stands_for_many = is_sample && !is_long(sandbox);
        budget_spend((clock_now() - sandbox->started) * (stands_for_many ? CALLS_PER_SAMPLE : 1));
    }
    if (budget_left() > 0)
        return true;
    sandbox->end = SANDBOX_TIME_IS_SPENT;
    text_clear(&sandbox->failure);
    append_limit(&sandbox->failure, sandbox, sandbox->end);
    return false;
}

static bool call_protected(struct sandbox *sandbox, lua_CFunction body, void *data)
{
    lua_State *lua = sandbox->lua;
    lua_pushcfunction(lua, explain_failure);
    lua_pushcfunction(lua, body);
    lua_pushlightuserdata(lua, data);
    int status = lua_pcall(lua, 1, 0, -3);
    lua_settop(lua, 0);
    if (status != LUA_OK && status != LUA_ERRRUN) { /* explain_failure() was not called */
        text_clear(&sandbox->failure);
        append_limit(&sandbox->failure, sandbox, SANDBOX_TOO_MUCH_MEMORY);
    }
    return status == LUA_OK;
}

bool sandbox_call(struct sandbox *sandbox, lua_CFunction body, void *data)
{
    sandbox->fuel = sandbox->fuel_per_call;
    sandbox->timed = false;
    sandbox->system_out_of_memory = sandbox->memory_is_spent = false;
    sandbox->end = SANDBOX_GOES_ON;
    sandbox->is_once = false;
    if (sandbox->every_instruction)
        set_count(sandbox, false);
    text_clear(&sandbox->failure_file);
    sandbox->failure_line = 0;
    const bool is_sample = ++sandbox->calls % CALLS_PER_SAMPLE == 0;
    if (is_sample)
        start_clock(sandbox);
    bool done = call_protected(sandbox, body, data);
    return (charge_budget(sandbox, is_sample) || !done) && done;
}

/* What beginners mostly did where Lua says that; "" for other messages. */
static const char *syntax_hint(const char *message)
{
    if (strstr(message, "unexpected symbol near ','") || strstr(message, "near '}'"))
        return "; is an 'end' missing above?";
    if (strstr(message, "'}' expected"))
        return "; is a comma missing before it, or an 'end' too many?";
    return "";
}

void sandbox_load(lua_State *lua, const char *path, const char *text, size_t length)
{
    struct sandbox *sandbox = sandbox_of(lua);
    const char *chunk = lua_pushfstring(lua, "@%s", path);
    int status = luaL_loadbufferx(lua, text, length, chunk, "t");
    lua_remove(lua, -2);
    if (status == LUA_OK)
        return;
    if (status == LUA_ERRSYNTAX) {
        size_t source_length;
        const char *message =
            split_place(lua_tostring(lua, -1), &source_length, &sandbox->failure_line);
        text_clear(&sandbox->failure_file);
        text_append(&sandbox->failure_file, path);
        lua_pushfstring(lua, "%s%s", message, syntax_hint(message));
    }
    lua_error(lua);
}

bool sandbox_open(struct sandbox *sandbox, struct script_limits limits, lua_CFunction prepare)
{
    *sandbox = (struct sandbox){.most_bytes = limits.bytes,
                                .fuel_per_call = limits.fuel_per_call,
                                .fuel = limits.fuel_per_call};
    lua_State *lua = lua_newstate(sandbox_allocate, sandbox);
    if (!lua) {
        append_limit(&sandbox->failure, sandbox, SANDBOX_TOO_MUCH_MEMORY);
        return false;
    }
    *(struct sandbox **)lua_getextraspace(lua) = sandbox;
    sandbox->lua = lua;
    set_count(sandbox, false);
    return sandbox_call(sandbox, prepare, NULL);
}

void sandbox_close(struct sandbox *sandbox)
{
    if (sandbox->lua)
        lua_close(sandbox->lua);
    text_release(&sandbox->failure);
    text_release(&sandbox->failure_file);
    *sandbox = (struct sandbox){0};
}
