/* Asking a rule: calling a hook at its point of the plan, and reading what it answers. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "script/answers_kept.h"
#include "script/rule.h"
#include "script/views.h"

#define WHERE_SIZE 160

/* A question, and where its answer goes. */
struct question {
    struct rule *rule;
    enum hook hook;
    size_t week, day;
    struct answer *answer;
    struct limits *limits; /* limit_week, limit_day */
    struct arena *arena;   /* advise */
    const char **notes;
    size_t *note_count;
};

const char *limit_kind_name(enum limit_kind kind)
{
    static const char *const names[] = {
        [LIMIT_DISTANCE] = "distance",   [LIMIT_CLIMB_M] = "climb_m",
        [LIMIT_DESCENT_M] = "descent_m", [LIMIT_DURATION_S] = "duration_s",
        [LIMIT_RUNS] = "runs",           [LIMIT_HARD_DAYS] = "hard_days",
    };
    return names[kind];
}

/* ---- reading answers; these run inside the protected call ---- */

/* The text at an index, checked. */
static const char *check_text(lua_State *lua, int index, const char *what, size_t *length)
{
    size_t bad;
    if (lua_type(lua, index) != LUA_TSTRING)
        luaL_error(lua, "%s should be a string, is %s", what, script_type(lua, index));
    const char *text = lua_tolstring(lua, index, length);
    if (*length == 0 || !utf8_is_valid(text, *length, &bad))
        luaL_error(lua, "%s is %s", what, *length ? "not valid UTF-8" : "empty");
    return text;
}

/* Copies a valid text; one that is too long ends in dots, after a whole character. */
static void copy_text(char buffer[BECAUSE_SIZE], const char *text, size_t length)
{
    static const char dots[] = "…";
    if (length < BECAUSE_SIZE) {
        memcpy(buffer, text, length + 1);
        return;
    }
    length = BECAUSE_SIZE - sizeof dots;
    while (((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(buffer, text, length);
    memcpy(buffer + length, dots, sizeof dots);
}

static const char *read_because(lua_State *lua, struct question *question, int index,
                                const char *what)
{
    size_t length;
    const char *text = check_text(lua, index, what, &length);
    char *buffer = question->rule->because[0];
    copy_text(buffer, text, length);
    return buffer;
}

static bool can_limit(enum hook hook, enum limit_kind kind)
{
    return hook == HOOK_LIMIT_WEEK ? kind != LIMIT_DURATION_S
                                   : kind != LIMIT_RUNS && kind != LIMIT_HARD_DAYS;
}

/* The limit of that name; raises an error where the hook has none. */
static enum limit_kind find_limit(lua_State *lua, enum hook hook, const char *name)
{
    const char *names[LIMIT_KIND_COUNT];
    size_t count = 0;
    for (enum limit_kind kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        if (!can_limit(hook, kind))
            continue;
        names[count] = limit_kind_name(kind);
        if (strcmp(name, names[count++]) == 0)
            return kind;
    }
    const char *near = text_nearest(name, names, count);
    luaL_error(lua, "'%s' is nothing that %s can limit%s%s%s", name, hook_name(hook),
               near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    return LIMIT_KIND_COUNT;
}

/* A limit has nothing but its two fields: a misspelt one is told. */
static void check_limit_fields(lua_State *lua, const char *limit)
{
    lua_pushnil(lua);
    for (; lua_next(lua, -2); lua_pop(lua, 1)) {
        const char *key =
            lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : luaL_typename(lua, -2);
        if (strcmp(key, "max") != 0 && strcmp(key, "because") != 0)
            luaL_error(lua, "limit '%s' has no field '%s'; it is { max = ..., because = ... }",
                       limit, key);
    }
}

/* Reads { max = ..., because = ... } at the top. */
static void read_limit(lua_State *lua, struct question *question, enum limit_kind kind)
{
    const char *name = limit_kind_name(kind);
    if (lua_type(lua, -1) != LUA_TTABLE)
        luaL_error(lua, "limit '%s' should be { max = ..., because = ... }, is %s", name,
                   script_type(lua, -1));
    check_limit_fields(lua, name);
    lua_pushliteral(lua, "max");
    lua_rawget(lua, -2);
    if (!lua_isinteger(lua, -1))
        luaL_error(lua, "limit '%s': max should be a whole number, is %s%s", name,
                   script_type(lua, -1),
                   lua_type(lua, -1) == LUA_TNUMBER ? "; // divides to one" : "");
    lua_Integer max = lua_tointeger(lua, -1);
    lua_pushliteral(lua, "because");
    lua_rawget(lua, -3);
    size_t length;
    lua_pushfstring(lua, "limit '%s': because", name);
    const char *because = check_text(lua, -2, lua_tostring(lua, -1), &length);
    copy_text(question->rule->because[kind], because, length);
    /* What is left of a used-up budget is nothing, not less. */
    question->limits->of[kind] = (struct limit){
        .max = max < 0         ? 0
               : max > INT_MAX ? INT_MAX
                               : (int)max,
        .because = question->rule->because[kind],
    };
    lua_pop(lua, 3);
}

static void read_limits(lua_State *lua, struct question *question)
{
    lua_settop(lua, 2);
    if (lua_isnil(lua, 2))
        return;
    if (lua_type(lua, 2) != LUA_TTABLE)
        luaL_error(lua, "the answer should be a table of limits or nil, is %s",
                   script_type(lua, 2));
    lua_pushnil(lua);
    while (lua_next(lua, 2)) {
        const char *name =
            lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : luaL_typename(lua, -2);
        enum limit_kind kind = find_limit(lua, question->hook, name);
        read_limit(lua, question, kind);
        lua_pop(lua, 1);
        question->answer->kind = ANSWER_GIVEN;
    }
}

static void read_permission(lua_State *lua, struct question *question)
{
    if (lua_isnil(lua, 2) && !lua_isnil(lua, 3))
        luaL_error(lua, "the answer is nil and a reason: return false, and the reason, to refuse");
    if (lua_isnil(lua, 2))
        return;
    if (!lua_isboolean(lua, 2))
        luaL_error(lua, "the answer should be true, nil, or false and the reason, is %s",
                   script_type(lua, 2));
    if (lua_toboolean(lua, 2)) {
        question->answer->kind = ANSWER_GIVEN;
        return;
    }
    question->answer->because = read_because(lua, question, 3, "the reason after false");
    question->answer->kind = ANSWER_REFUSED;
}

static void read_score(lua_State *lua, struct question *question)
{
    if (lua_isnil(lua, 2))
        return;
    lua_Integer score = lua_tointeger(lua, 2);
    if (!lua_isinteger(lua, 2) || score < -MAX_SCORE || score > MAX_SCORE)
        luaL_error(lua, "the answer should be a whole number from -%d to %d, or nil", MAX_SCORE,
                   MAX_SCORE);
    if (!lua_isnil(lua, 3))
        question->answer->because = read_because(lua, question, 3, "the reason after the score");
    question->answer->score = (int)score;
    question->answer->kind = ANSWER_GIVEN;
}

static void read_notes(lua_State *lua, struct question *question)
{
    if (lua_isnil(lua, 2))
        return;
    if (lua_type(lua, 2) != LUA_TTABLE)
        luaL_error(lua, "the answer should be a list of notes or nil, is %s", script_type(lua, 2));
    lua_Unsigned count = lua_rawlen(lua, 2);
    lua_pushnil(lua);
    if (count == 0 && lua_next(lua, 2))
        luaL_error(lua, "the answer should be a list of notes, has named fields");
    for (lua_Unsigned i = 1; i <= count && *question->note_count < MAX_ADVICE; i++) {
        char note[BECAUSE_SIZE];
        size_t length;
        lua_rawgeti(lua, 2, (lua_Integer)i);
        const char *text = check_text(lua, -1, "a note", &length);
        copy_text(note, text, length);
        question->notes[(*question->note_count)++] = arena_strdup(question->arena, note);
        lua_pop(lua, 1);
        question->answer->kind = ANSWER_GIVEN;
    }
}

/* ---- asking ---- */

static bool is_about_week(enum hook hook)
{
    return hook == HOOK_LIMIT_WEEK || hook == HOOK_ALLOW_WEEK;
}

/* How many days of the plan a hook sees. */
static size_t visible_days(enum hook hook, size_t week, size_t day)
{
    size_t before = week * DAYS_PER_WEEK;
    switch (hook) {
    case HOOK_LIMIT_WEEK:
        return before;
    case HOOK_LIMIT_DAY:
        return before + day;
    case HOOK_ALLOW_WEEK:
        return before + DAYS_PER_WEEK;
    default:
        return before + day + 1;
    }
}

static int ask(lua_State *lua)
{
    struct question *question = lua_touserdata(lua, 1);
    const struct rule *rule = question->rule;
    struct view about = {.kind = VIEW_WEEK, .item = (unsigned)question->week};
    if (!is_about_week(question->hook))
        about = (struct view){.kind = VIEW_DAY,
                              .item = (unsigned)(question->week * DAYS_PER_WEEK + question->day)};
    lua_rawgeti(lua, LUA_REGISTRYINDEX, rule->hooks[question->hook]);
    view_push(lua, about);
    view_push(lua, (struct view){.kind = VIEW_PLAN});
    lua_rawgeti(lua, LUA_REGISTRYINDEX, rule->set);
    lua_call(lua, 3, 2);
    switch (question->hook) {
    case HOOK_LIMIT_WEEK:
    case HOOK_LIMIT_DAY:
        read_limits(lua, question);
        break;
    case HOOK_ALLOW:
    case HOOK_ALLOW_WEEK:
        read_permission(lua, question);
        break;
    case HOOK_PREFER:
        read_score(lua, question);
        break;
    default:
        read_notes(lua, question);
        break;
    }
    return 0;
}

static void clear_limits(struct limits *limits)
{
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++)
        limits->of[kind] = (struct limit){.max = INT_MAX};
}

static void set_not_judged(struct question *question)
{
    struct rule *rule = question->rule;
    const struct lack *lack = &rule->sandbox->lack;
    snprintf(rule->lack_text, sizeof rule->lack_text, "%s.%s%s", lack->view, lack->field,
             lack->is_no_run ? " (it is no run: ask is_run first)" : "");
    *question->answer =
        (struct answer){.kind = ANSWER_NOT_JUDGED, .field = rule->lack_text, .date = lack->date};
}

/* "rule 'taper', allow, week 3, 2027-01-18" */
static void fail(const struct question *question, const struct plan *plan, struct error *error)
{
    char where[WHERE_SIZE], date[DATE_TEXT_SIZE];
    const struct week *week = &plan->weeks[question->week];
    int about = is_about_week(question->hook) ? week->start : week->days[question->day].date;
    snprintf(where, sizeof where, "rule '%s', %s, week %d, %s", question->rule->info.id,
             hook_name(question->hook), week->number, date_format(about, date));
    rule_fail(question->rule, where, question->rule->hook_lines[question->hook], error);
}

/* True where the rule answered the question before. */
static bool recall(struct ruleset *rules, size_t index, const struct question *question)
{
    const struct rule *rule = rules->rules[index];
    if (!rules->kept || rules->asks_afresh || !answers_kept_for(question->hook))
        return false;
    const struct kept_answer *known = answers_kept_recall(
        rules->kept, &rule->sandbox->visible, index, question->hook, question->week, question->day);
    if (!known) {
        rule->sandbox->kept = rules->kept;
        return false;
    }
    *question->answer = known->answer;
    if (question->limits)
        *question->limits = known->limits;
    return true;
}

static void trace(const struct ruleset *rules, size_t index, const struct question *question,
                  size_t notes_before)
{
    if (!rules->tracer || index != rules->traced)
        return;
    struct rule_call call = {
        .hook = question->hook,
        .week = question->week,
        .day = question->day,
        .plan = rules->plan,
        .answer = question->answer,
        .limits = question->limits,
    };
    if (question->notes) {
        call.notes = question->notes + notes_before;
        call.note_count = *question->note_count - notes_before;
    }
    rules->tracer(rules->tracer_data, &call);
}

static bool put(struct ruleset *rules, size_t index, struct question *question, struct error *error)
{
    struct rule *rule = rules->rules[index];
    *question->answer = (struct answer){.kind = ANSWER_NONE, .date = NO_DATE};
    if (question->limits)
        clear_limits(question->limits);
    if (rule->info.off || rule->hooks[question->hook] == LUA_NOREF)
        return true;
    question->rule = rule;
    rule->sandbox->visible = (struct visible_plan){
        .plan = rules->plan,
        .days = visible_days(question->hook, question->week, question->day),
    };
    if (recall(rules, index, question))
        return true;
    size_t notes_before = question->notes ? *question->note_count : 0;
    bool answered = sandbox_call(rule->sandbox, ask, question);
    struct answers_kept *kept = rule->sandbox->kept;
    rule->sandbox->kept = NULL;
    if (!answered && question->limits)
        clear_limits(question->limits);
    if (!answered && rule->sandbox->end != SANDBOX_NOT_JUDGED) {
        fail(question, rules->plan, error);
        return false;
    }
    if (!answered)
        set_not_judged(question);
    if (kept)
        answers_kept_keep(kept, question->answer, question->limits);
    trace(rules, index, question, notes_before);
    return true;
}

bool rule_limit_week(struct ruleset *rules, size_t rule, size_t week, struct limits *limits,
                     struct answer *answer, struct error *error)
{
    struct question question = {
        .hook = HOOK_LIMIT_WEEK, .week = week, .answer = answer, .limits = limits};
    return put(rules, rule, &question, error);
}

bool rule_limit_day(struct ruleset *rules, size_t rule, size_t week, size_t day,
                    struct limits *limits, struct answer *answer, struct error *error)
{
    struct question question = {
        .hook = HOOK_LIMIT_DAY, .week = week, .day = day, .answer = answer, .limits = limits};
    return put(rules, rule, &question, error);
}

bool rule_allow(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                struct error *error)
{
    struct question question = {.hook = HOOK_ALLOW, .week = week, .day = day, .answer = answer};
    return put(rules, rule, &question, error);
}

bool rule_allow_week(struct ruleset *rules, size_t rule, size_t week, struct answer *answer,
                     struct error *error)
{
    struct question question = {.hook = HOOK_ALLOW_WEEK, .week = week, .answer = answer};
    return put(rules, rule, &question, error);
}

bool rule_prefer(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                 struct error *error)
{
    struct question question = {.hook = HOOK_PREFER, .week = week, .day = day, .answer = answer};
    return put(rules, rule, &question, error);
}

bool rule_advise(struct ruleset *rules, size_t rule, size_t week, size_t day, struct arena *arena,
                 const char *notes[MAX_ADVICE], size_t *count, struct error *error)
{
    struct answer answer = {0};
    size_t before = *count;
    struct question question = {.hook = HOOK_ADVISE,
                                .week = week,
                                .day = day,
                                .answer = &answer,
                                .arena = arena,
                                .notes = notes,
                                .note_count = count};
    bool done = put(rules, rule, &question, error);
    if (answer.kind == ANSWER_NOT_JUDGED)
        *count = before;
    return done;
}
