/* scripts/hillplan.lua documents all that rules are given: every field, function, word and hook. */
#include "rules_fixture.h"

#include <lauxlib.h>
#include <string.h>

#include "base/file.h"
#include "script/fields.h"
#include "script/rule.h"

#define REFERENCE "scripts/hillplan.lua"

static struct text reference = TEXT_INIT;

static int set_up(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    bool done =
        file_read((struct file_role){"the file", false}, REFERENCE, 1 << 20, &reference, &error);
    error_release(&error);
    return done ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    text_release(&reference);
    return 0;
}

static bool begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Where the fields of a class begin; they end at an empty line. */
static const char *find_class(const char *name)
{
    struct text line = TEXT_INIT;
    text_printf(&line, "---@class %s", name);
    const char *found = strstr(text_string(&reference), text_string(&line));
    while (found && !strchr(" \n", found[line.length]))
        found = strstr(found + 1, text_string(&line));
    text_release(&line);
    return found ? strchr(found, '\n') + 1 : NULL;
}

static bool documents(const char *class_name, const char *field)
{
    const char *line = find_class(class_name);
    assert_non_null(line);
    struct text start = TEXT_INIT;
    text_printf(&start, "---@field %s", field);
    bool found = false;
    for (; begins_with(line, "---@field ") && !found; line = strchr(line, '\n') + 1)
        found = begins_with(line, text_string(&start)) && strchr(" ?", line[start.length]);
    text_release(&start);
    return found;
}

static size_t count_fields(const char *class_name)
{
    size_t count = 0;
    const char *line = find_class(class_name);
    for (; begins_with(line, "---@field "); line = strchr(line, '\n') + 1)
        count++;
    return count;
}

static void every_field_of_a_view_is_there_and_no_other(void **state)
{
    (void)state;
    static const char *const classes[VIEW_FIRST_LIST] = {
        [VIEW_PLAN] = "Plan",
        [VIEW_RUNNER] = "Runner",
        [VIEW_LAST_DOWNHILL] = "LastDownhill",
        [VIEW_RACE] = "Race",
        [VIEW_TUNE_UP_RACE] = "TuneUpRace",
        [VIEW_PREFERENCES] = "WeekPreferences",
        [VIEW_HILLS] = "Hills",
        [VIEW_PACES] = "Paces",
        [VIEW_WEEK] = "Week",
        [VIEW_DAY] = "Day",
        [VIEW_SESSION] = "Session",
        [VIEW_STEP] = "Step",
        [VIEW_FACTS] = "Facts",
        [VIEW_COURSE] = "Course",
        [VIEW_LARGEST_CLIMB] = "CourseStretch",
        [VIEW_LARGEST_DESCENT] = "CourseStretch",
        [VIEW_RECENT_RUN] = "RecentRun",
        [VIEW_BREAK] = "Break",
    };
    FOR_VALUES(enum view_kind, kind, 0, kind < VIEW_FIRST_LIST, kind++) {
        size_t count = 0;
        for (const struct view_field *field = view_fields(kind); field_name(field);
             field = field_next(field), count++)
            if (!documents(classes[kind], field_name(field)))
                fail_msg("%s lacks %s.%s", REFERENCE, classes[kind], field_name(field));
        assert_int_equal(count_fields(classes[kind]), count);
    }
}

static int read_functions(lua_State *lua)
{
    size_t *count = lua_touserdata(lua, 1);
    lua_pushglobaltable(lua);
    lua_pushliteral(lua, "hillplan");
    lua_rawget(lua, -2);
    lua_pushnil(lua);
    for (; lua_next(lua, -2); lua_pop(lua, 1), ++*count) {
        const char *start = lua_pushfstring(lua, "\nfunction hillplan.%s(", lua_tostring(lua, -2));
        if (!strstr(text_string(&reference), start))
            luaL_error(lua, "%s lacks %s", REFERENCE, start + 1);
        lua_pop(lua, 1);
    }
    return 0;
}

static void every_function_is_there_and_no_other(void **state)
{
    (void)state;
    struct sandbox sandbox;
    size_t count = 0, told = 0;
    assert_true(rule_open_sandbox(&sandbox, SCRIPT_LIMITS));
    if (!sandbox_call(&sandbox, read_functions, &count))
        fail_msg("%s", text_string(&sandbox.failure));
    sandbox_close(&sandbox);
    const char *at = text_string(&reference);
    for (; (at = strstr(at, "\nfunction hillplan.")); at++)
        told++;
    assert_int_equal(told, count);
}

static void every_hook_and_limit_is_there(void **state)
{
    (void)state;
    FOR_VALUES(enum hook, hook, 0, hook < HOOK_COUNT, hook++)
        assert_true(documents("Rule", hook_name(hook)));
    FOR_VALUES(enum limit_kind, kind, 0, kind < LIMIT_KIND_COUNT, kind++)
        assert_true(documents("WeekLimits", limit_kind_name(kind)) ||
                    documents("DayLimits", limit_kind_name(kind)));
}

/* The line of an alias holds exactly the words, in quotes. */
static void assert_words(const char *alias, const char *(*name)(int), int count)
{
    struct text line = TEXT_INIT;
    text_printf(&line, "\n---@alias %s ", alias);
    for (int i = 0; i < count; i++)
        text_printf(&line, "%s\"%s\"", i ? "|" : "", name(i));
    text_append(&line, "\n");
    if (!strstr(text_string(&reference), text_string(&line)))
        fail_msg("%s should have %s", REFERENCE, text_string(&line) + 1);
    text_release(&line);
}

#define NAMES(function, type)                                                                      \
    static const char *function##_at(int i)                                                        \
    {                                                                                              \
        return function((enum type)i);                                                             \
    }
NAMES(weekday_name, weekday)
NAMES(session_kind_name, session_kind)
NAMES(effort_name, effort)
NAMES(terrain_name, terrain)
NAMES(phase_name, phase)
NAMES(week_kind_name, week_kind)
#undef NAMES

static void every_word_is_there_and_no_other(void **state)
{
    (void)state;
    assert_words("Weekday", weekday_name_at, DAYS_PER_WEEK);
    assert_words("SessionKind", session_kind_name_at, SESSION_KIND_COUNT);
    assert_words("Effort", effort_name_at, EFFORT_COUNT);
    assert_words("Terrain", terrain_name_at, TERRAIN_COUNT);
    assert_words("Phase", phase_name_at, PHASE_COUNT);
    assert_words("WeekKind", week_kind_name_at, WEEK_KIND_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_a_view_is_there_and_no_other),
        cmocka_unit_test(every_function_is_there_and_no_other),
        cmocka_unit_test(every_hook_and_limit_is_there),
        cmocka_unit_test(every_word_is_there_and_no_other),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
