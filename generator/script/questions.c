/* Asking a rule: calling a hook at its point of the plan, and reading what it answers. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "script/answers_kept.h"
#include "script/likely_unit.h"
#include "script/rule.h"
#include "script/script_table.h"
#include "script/views.h"

#define WHERE_SIZE 160

/* A question that is being asked. */
struct asking {
    struct rule *rule;
    const struct rule_question *question;
    struct answer *answer;
};

const char *limit_kind_name(enum limit_kind kind)
{
    static const char *const names[] = {
        [LIMIT_DISTANCE] = "distance",   [LIMIT_CLIMB_M] = "climb_m",
        [LIMIT_DESCENT_M] = "descent_m", [LIMIT_DURATION_S] = "duration_s",
        [LIMIT_RUNS] = "runs",           [LIMIT_RUN_DAYS] = "run_days",
        [LIMIT_HARD_DAYS] = "hard_days",
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

/* Copies a valid text; one that is too long ends in dots, after a whole character or mark. */
static void copy_text(char buffer[BECAUSE_SIZE], const char *text, size_t length)
{
    static const char dots[] = "…";
    if (length < BECAUSE_SIZE) {
        memcpy(buffer, text, length + 1);
        return;
    }
    length = BECAUSE_SIZE - sizeof dots;
    while (utf8_is_continuation(text[length]))
        length--;
    memcpy(buffer, text, length);
    buffer[length] = '\0';
    char *open = strrchr(buffer, '{');
    if (open && !strchr(open, '}'))
        length = (size_t)(open - buffer);
    memcpy(buffer + length, dots, sizeof dots);
}

static const char *read_because(lua_State *lua, struct asking *asking, int index, const char *what)
{
    size_t length;
    const char *text = check_text(lua, index, what, &length);
    char *buffer = asking->rule->because[0];
    copy_text(buffer, text, length);
    return buffer;
}

/* Hooks that limit single runs, asked before the day is filled. */
static bool limits_runs(enum hook hook)
{
    return hook == HOOK_LIMIT_DAY || hook == HOOK_LIMIT_SESSION;
}

static bool can_limit(enum hook hook, enum limit_kind kind)
{
    return hook == HOOK_LIMIT_WEEK || kind <= LIMIT_DURATION_S;
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

/* A limit or wish has nothing but its fields: a misspelt one is told. */
static void check_fields(lua_State *lua, const char *what, const char *name, const char *field,
                         const char *other)
{
    lua_pushnil(lua);
    for (; lua_next(lua, -2); lua_pop(lua, 1)) {
        const char *key =
            lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : luaL_typename(lua, -2);
        if (strcmp(key, field) != 0 && strcmp(key, other) != 0 && strcmp(key, "because") != 0)
            luaL_error(lua, "%s '%s' has no field '%s'; it is { %s = ..., because = ... }", what,
                       name, key, field);
    }
}

/* Reads { max = ..., because = ... } at the top. */
static void read_limit(lua_State *lua, struct asking *asking, enum limit_kind kind)
{
    const char *name = limit_kind_name(kind);
    if (lua_type(lua, -1) != LUA_TTABLE)
        luaL_error(lua, "limit '%s' should be { max = ..., because = ... }, is %s", name,
                   script_type(lua, -1));
    check_fields(lua, "limit", name, "max", "or_more");
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
    copy_text(asking->rule->because[kind], because, length);
    lua_pushliteral(lua, "or_more");
    lua_rawget(lua, -5);
    /* What is left of a used-up budget is nothing, not less. */
    asking->question->limits->of[kind] = (struct limit){
        .max = max < 0         ? 0
               : max > INT_MAX ? INT_MAX
                               : (int)max,
        .because = asking->rule->because[kind],
        .or_more = lua_toboolean(lua, -1),
    };
    lua_pop(lua, 4);
}

static void read_limits(lua_State *lua, struct asking *asking)
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
        enum limit_kind kind = find_limit(lua, asking->question->hook, name);
        read_limit(lua, asking, kind);
        lua_pop(lua, 1);
        asking->answer->kind = ANSWER_GIVEN;
    }
}

const char *wish_kind_name(enum wish_kind kind)
{
    static const char *const names[] = {
        [WISH_DURATION_S] = "duration_s", [WISH_CLIMB_M] = "climb_m", [WISH_SESSION] = "session"};
    return names[kind];
}

/* The wish of that name; raises an error where there is none. */
static enum wish_kind find_wish(lua_State *lua, const char *name)
{
    for (enum wish_kind kind = 0; kind < WISH_KIND_COUNT; kind++)
        if (strcmp(name, wish_kind_name(kind)) == 0)
            return kind;
    luaL_error(lua, "'%s' is nothing that can be wished; duration_s, climb_m and session can",
               name);
    return WISH_KIND_COUNT;
}

/* The number at the top, or the kind of session. */
static int read_wished(lua_State *lua, enum wish_kind kind)
{
    if (kind == WISH_SESSION) {
        int session = lua_type(lua, -1) == LUA_TSTRING
                          ? word_list_find(&session_kind_words, lua_tostring(lua, -1))
                          : SESSION_KIND_NONE;
        if (session < 0 || !session_kind_is_run((enum session_kind)session))
            luaL_error(lua, "wish 'session': kind should be that of a run, as in \"uphill\"");
        return session;
    }
    if (!lua_isinteger(lua, -1))
        luaL_error(lua, "wish '%s': min should be a whole number, is %s", wish_kind_name(kind),
                   script_type(lua, -1));
    lua_Integer min = lua_tointeger(lua, -1);
    return min > INT_MAX ? INT_MAX : min < 0 ? 0 : (int)min;
}

/* Reads { min = ..., because = ... }, or { kind = ..., because = ... }, at the top. */
static void read_wish(lua_State *lua, struct asking *asking, enum wish_kind kind)
{
    const char *name = wish_kind_name(kind), *key = kind == WISH_SESSION ? "kind" : "min";
    if (lua_type(lua, -1) != LUA_TTABLE)
        luaL_error(lua, "wish '%s' should be { %s = ..., because = ... }, is %s", name, key,
                   script_type(lua, -1));
    check_fields(lua, "wish", name, key, "because");
    lua_pushstring(lua, key);
    lua_rawget(lua, -2);
    int value = read_wished(lua, kind);
    lua_pushliteral(lua, "because");
    lua_rawget(lua, -3);
    size_t length;
    lua_pushfstring(lua, "wish '%s': because", name);
    const char *because = check_text(lua, -2, lua_tostring(lua, -1), &length);
    copy_text(asking->rule->because[kind], because, length);
    asking->question->wishes->of[kind] = (struct wish){value, asking->rule->because[kind]};
    lua_pop(lua, 3);
}

static void read_wishes(lua_State *lua, struct asking *asking)
{
    lua_settop(lua, 2);
    if (lua_isnil(lua, 2))
        return;
    if (lua_type(lua, 2) != LUA_TTABLE)
        luaL_error(lua, "the answer should be a table of wishes or nil, is %s",
                   script_type(lua, 2));
    lua_pushnil(lua);
    while (lua_next(lua, 2)) {
        const char *name =
            lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : luaL_typename(lua, -2);
        enum wish_kind kind = find_wish(lua, name);
        if (kind < WISH_KIND_COUNT)
            read_wish(lua, asking, kind);
        lua_pop(lua, 1);
        asking->answer->kind = ANSWER_GIVEN;
    }
}

static void read_permission(lua_State *lua, struct asking *asking)
{
    if (lua_isnil(lua, 2) && !lua_isnil(lua, 3))
        luaL_error(lua, "the answer is nil and a reason: return false, and the reason, to refuse");
    if (lua_isnil(lua, 2))
        return;
    if (!lua_isboolean(lua, 2))
        luaL_error(lua, "the answer should be true, nil, or false and the reason, is %s",
                   script_type(lua, 2));
    if (lua_toboolean(lua, 2)) {
        asking->answer->kind = ANSWER_GIVEN;
        return;
    }
    asking->answer->because = read_because(lua, asking, 3, "the reason after false");
    asking->answer->kind = ANSWER_REFUSED;
}

static void read_score(lua_State *lua, struct asking *asking)
{
    if (lua_isnil(lua, 2))
        return;
    lua_Integer score = lua_tointeger(lua, 2);
    if (!lua_isinteger(lua, 2) || score < -MAX_SCORE || score > MAX_SCORE)
        luaL_error(lua, "the answer should be a whole number from -%d to %d, or nil", MAX_SCORE,
                   MAX_SCORE);
    if (!lua_isnil(lua, 3))
        asking->answer->because = read_because(lua, asking, 3, "the reason after the score");
    asking->answer->score = (int)score;
    asking->answer->kind = ANSWER_GIVEN;
}

/* Kinds of weeks that a rule may give. */
static void read_week_kind(lua_State *lua, struct asking *asking)
{
    const char *returning = week_kind_name(WEEK_RETURN);
    if (lua_isnil(lua, 2))
        return;
    if (lua_type(lua, 2) != LUA_TSTRING || strcmp(lua_tostring(lua, 2), returning) != 0)
        luaL_error(lua, "the answer should be \"%s\" or nil, is %s", returning,
                   lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : script_type(lua, 2));
    lua_Integer percent = lua_tointeger(lua, 3);
    if (!lua_isnil(lua, 3) && (!lua_isinteger(lua, 3) || percent < 1 || percent > 100))
        luaL_error(lua, "the percent after \"%s\" should be a whole number from 1 to 100, or nil",
                   returning);
    asking->answer->score = (int)percent;
    asking->answer->kind = ANSWER_GIVEN;
}

/* Two distances: of a week, and of a run. */
static void read_break_level(lua_State *lua, struct asking *asking)
{
    int *const distances[] = {&asking->answer->level, &asking->answer->longest};
    if (lua_isnil(lua, 2))
        return;
    for (int i = 0; i < 2; i++) {
        lua_Integer distance = lua_tointeger(lua, 2 + i);
        if (!lua_isinteger(lua, 2 + i) || distance < 0 || distance > INT_MAX)
            luaL_error(lua,
                       "the answer should be two distances, that of a week and that of a "
                       "run, or nil; %s is %s",
                       i == 0 ? "the first" : "the second", script_type(lua, 2 + i));
        *distances[i] = (int)distance;
    }
    asking->answer->kind = ANSWER_GIVEN;
}

static void read_notes(lua_State *lua, struct asking *asking)
{
    if (lua_isnil(lua, 2))
        return;
    if (lua_type(lua, 2) != LUA_TTABLE)
        luaL_error(lua, "the answer should be a list of notes or nil, is %s", script_type(lua, 2));
    lua_Unsigned count = lua_rawlen(lua, 2);
    lua_pushnil(lua);
    if (count == 0 && lua_next(lua, 2))
        luaL_error(lua, "the answer should be a list of notes, has named fields");
    for (lua_Unsigned i = 1; i <= count && *asking->question->advice_count < MAX_ADVICE; i++) {
        char note[BECAUSE_SIZE];
        size_t length;
        lua_rawgeti(lua, 2, (lua_Integer)i);
        const char *text = check_text(lua, -1, "a note", &length);
        copy_text(note, text, length);
        asking->question->advice[(*asking->question->advice_count)++] =
            arena_strdup(asking->question->advice_arena, note);
        lua_pop(lua, 1);
        asking->answer->kind = ANSWER_GIVEN;
    }
}

/* ---- asking ---- */

static bool is_about_week(enum hook hook)
{
    return hook == HOOK_WEEK_KIND || hook == HOOK_LIMIT_WEEK || hook == HOOK_WISH_WEEK ||
           hook == HOOK_ALLOW_WEEK;
}

/* Hooks that know nothing of what the week aims at. */
static bool opens_week(enum hook hook)
{
    return hook == HOOK_LIMIT_WEEK || hook == HOOK_WISH_WEEK || hook == HOOK_BREAK_LEVEL;
}

/* How many days of the plan a hook sees. */
static size_t visible_days(const struct rule_question *question)
{
    size_t before = question->week * DAYS_PER_WEEK;
    switch (question->hook) {
    case HOOK_WEEK_KIND:
        return 0;
    case HOOK_LIMIT_WEEK:
    case HOOK_WISH_WEEK:
        return before;
    case HOOK_LIMIT_DAY:
    case HOOK_LIMIT_SESSION:
    case HOOK_BREAK_LEVEL:
        return before + question->day;
    case HOOK_ALLOW_WEEK:
        return before + DAYS_PER_WEEK;
    default:
        return before + question->day + 1;
    }
}

/* A week has sums once its first day is filled, and an aim once its own limits are known. */
static struct visible_plan see(const struct plan *plan, const struct rule_question *question)
{
    bool is_empty = limits_runs(question->hook) || opens_week(question->hook);
    if (question->hook == HOOK_WEEK_KIND) /* the calendar alone */
        return (struct visible_plan){.plan = plan};
    return (struct visible_plan){
        .plan = plan,
        .days = visible_days(question),
        .weeks_with_sums = question->week + !is_empty,
        .weeks_with_aim = question->week + !opens_week(question->hook),
    };
}

/* Calls the hook; inside sandbox_call(). */
static int call_hook(lua_State *lua)
{
    struct asking *asking = lua_touserdata(lua, 1);
    const struct rule *rule = asking->rule;
    const struct rule_question *question = asking->question;
    struct view about = {.kind = VIEW_WEEK, .item = (unsigned)question->week};
    if (question->hook == HOOK_BREAK_LEVEL)
        about = (struct view){.kind = VIEW_BREAK, .item = (unsigned)question->pause};
    else if (!is_about_week(question->hook))
        about = (struct view){.kind = VIEW_DAY,
                              .item = (unsigned)(question->week * DAYS_PER_WEEK + question->day)};
    lua_rawgeti(lua, LUA_REGISTRYINDEX, rule->hooks[question->hook]);
    bool is_told_kind = question->hook == HOOK_LIMIT_SESSION;
    if (is_told_kind)
        lua_pushstring(lua, session_kind_name(question->kind));
    view_push(lua, about);
    view_push(lua, (struct view){.kind = VIEW_PLAN});
    lua_rawgeti(lua, LUA_REGISTRYINDEX, rule->settings.set);
    lua_call(lua, 3 + is_told_kind, 2);
    switch (question->hook) {
    case HOOK_WEEK_KIND:
        read_week_kind(lua, asking);
        break;
    case HOOK_LIMIT_WEEK:
    case HOOK_LIMIT_DAY:
    case HOOK_LIMIT_SESSION:
        read_limits(lua, asking);
        break;
    case HOOK_WISH_WEEK:
        read_wishes(lua, asking);
        break;
    case HOOK_ALLOW:
    case HOOK_ALLOW_WEEK:
        read_permission(lua, asking);
        break;
    case HOOK_PREFER:
        read_score(lua, asking);
        break;
    case HOOK_BREAK_LEVEL:
        read_break_level(lua, asking);
        break;
    default:
        read_notes(lua, asking);
        break;
    }
    return 0;
}

static void clear_limits(struct limits *limits)
{
    for (int kind = 0; limits && kind < LIMIT_KIND_COUNT; kind++)
        limits->of[kind] = (struct limit){.max = INT_MAX};
}

static void clear_wishes(struct wishes *wishes)
{
    for (int kind = 0; wishes && kind < WISH_KIND_COUNT; kind++)
        wishes->of[kind] = (struct wish){.value = UNKNOWN};
}

static void set_not_judged(struct asking *asking)
{
    struct rule *rule = asking->rule;
    const struct lack *lack = &rule->sandbox->lack;
    snprintf(rule->lack_text, sizeof rule->lack_text, "%s.%s%s", lack->view, lack->field,
             lack->is_no_run ? " (it is no run: ask is_run first)" : "");
    *asking->answer =
        (struct answer){.kind = ANSWER_NOT_JUDGED, .field = rule->lack_text, .date = lack->date};
}

/* "rule 'taper', allow, week 3, 2027-01-18" */
static void fail_question(const struct asking *asking, struct error *error)
{
    char where[WHERE_SIZE], date[DATE_TEXT_SIZE];
    const struct rule_question *question = asking->question;
    const struct week *week = &asking->rule->plan->weeks[question->week];
    int about = is_about_week(question->hook) ? week->start : week->days[question->day].date;
    snprintf(where, sizeof where, "rule '%s', %s, week %d, %s", asking->rule->info.id,
             hook_name(question->hook), week->number, date_format(about, date));
    rule_fail(asking->rule, where, asking->rule->hook_lines[question->hook], error);
}

/* True if the rule answered the question before; else notes are taken of what it reads. */
static bool recall_answer(const struct asking *asking)
{
    struct rule *rule = asking->rule;
    const struct rule_question *question = asking->question;
    if (!rule->kept || !answers_kept_for(question->hook))
        return false;
    const struct kept_answer *known =
        answers_kept_recall(rule->kept, &rule->sandbox->visible, question);
    if (!known) {
        rule->sandbox->kept = rule->kept;
        return false;
    }
    *asking->answer = known->answer;
    if (question->limits)
        *question->limits = known->limits;
    return true;
}

static void tell_tracer(const struct asking *asking, size_t notes_before)
{
    const struct rule *rule = asking->rule;
    const struct rule_question *question = asking->question;
    if (!rule->tracer)
        return;
    struct rule_call call = {
        .hook = question->hook,
        .week = question->week,
        .day = question->day,
        .kind = question->kind,
        .plan = rule->plan,
        .answer = asking->answer,
        .limits = question->limits,
        .wishes = question->wishes,
    };
    if (question->advice) {
        call.notes = question->advice + notes_before;
        call.note_count = *question->advice_count - notes_before;
    }
    rule->tracer(rule->tracer_data, &call);
}

bool rule_ask(struct rule *rule, const struct rule_question *question, struct answer *answer,
              struct error *error)
{
    struct asking asking = {rule, question, answer};
    *answer = (struct answer){.kind = ANSWER_NONE, .date = NO_DATE};
    clear_limits(question->limits);
    clear_wishes(question->wishes);
    if (rule->info.off || !rule_has_hook(rule, question->hook))
        return true;
    rule->sandbox->visible = see(rule->plan, question);
    if (recall_answer(&asking))
        return true;
    size_t notes_before = question->advice ? *question->advice_count : 0;
    rule->sandbox->reads = (struct reads){
        .week = question->week,
        .asked =
            is_about_week(question->hook) ? NO_DAY : question->week * DAYS_PER_WEEK + question->day,
    };
    bool answered = sandbox_call(rule->sandbox, call_hook, &asking);
    struct answers_kept *kept = rule->sandbox->kept;
    rule->sandbox->kept = NULL;
    if (!answered) {
        clear_limits(question->limits);
        clear_wishes(question->wishes);
    }
    if (!answered && rule->sandbox->end != SANDBOX_NOT_JUDGED) {
        fail_question(&asking, error);
        return false;
    }
    if (answered && question->limits)
        likely_unit_warn(rule, rule->hook_lines[question->hook], question->limits, error);
    if (!answered)
        set_not_judged(&asking);
    if (!answered && question->advice)
        *question->advice_count = notes_before;
    answer->read = rule->sandbox->reads.days;
    answer->reads_sessions = rule->sandbox->reads.has_sessions;
    if (kept)
        answers_kept_keep(kept, question, rule->sandbox->reads.scope, answer, question->limits);
    tell_tracer(&asking, notes_before);
    return true;
}

void rule_trace(struct rule *rule, rule_tracer *tracer, void *data)
{
    rule->tracer = tracer;
    rule->tracer_data = data;
}
