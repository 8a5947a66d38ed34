/* The fields of each kind of view: names, and how their values are read from the plan. */
#include <lauxlib.h>

#include "rules/views.h"

/* Closed sets of words, each with its name function. */
enum word_set {
    WORDS_UNITS,
    WORDS_WEEKDAY,
    WORDS_HILL_ACCESS,
    WORDS_PHASE,
    WORDS_WEEK_KIND,
    WORDS_SESSION_KIND,
    WORDS_EFFORT,
    WORDS_TERRAIN
};

static const char *word(enum word_set set, int value)
{
    switch (set) {
    case WORDS_UNITS:
        return units_name((enum units)value);
    case WORDS_WEEKDAY:
        return weekday_name((enum weekday)value);
    case WORDS_HILL_ACCESS:
        return hill_access_name((enum hill_access)value);
    case WORDS_PHASE:
        return phase_name((enum phase)value);
    case WORDS_WEEK_KIND:
        return week_kind_name((enum week_kind)value);
    case WORDS_SESSION_KIND:
        return session_kind_name((enum session_kind)value);
    case WORDS_EFFORT:
        return effort_name((enum effort)value);
    case WORDS_TERRAIN:
        return terrain_name((enum terrain)value);
    }
    return NULL;
}

/* What a reader works on. `at` is the place in the struct that the field names. */
struct reading {
    lua_State *lua;
    const struct sight *sight;
    const struct view *view;
    const struct field *field;
    const void *object, *at;
    struct lack *lack; /* may be changed where the value that lacks is another one */
};

/* Pushes the value, or returns false: the plan lacks it. */
typedef bool field_reader(const struct reading *reading);

struct field {
    const char *name;
    field_reader *read;
    size_t offset; /* in the struct that the view looks at */
    int detail;    /* a word_set, view_kind or quantity */
};

/* ---- readers of what stands in a struct ---- */

static bool read_number(const struct reading *reading)
{
    int number = *(const int *)reading->at;
    if (number == UNKNOWN)
        return false;
    lua_pushinteger(reading->lua, number);
    return true;
}

static bool read_text(const struct reading *reading)
{
    const char *text = *(const char *const *)reading->at;
    if (!text)
        return false;
    lua_pushstring(reading->lua, text);
    return true;
}

static bool read_word(const struct reading *reading)
{
    int value = *(const int *)reading->at;
    if (value < 0)
        return false;
    lua_pushstring(reading->lua, word((enum word_set)reading->field->detail, value));
    return true;
}

/* A view of the same place. */
static bool read_view(const struct reading *reading)
{
    struct view view = *reading->view;
    view.kind = (enum view_kind)reading->field->detail;
    view_push(reading->lua, view);
    return true;
}

static bool push_flag(const struct reading *reading, bool flag)
{
    lua_pushboolean(reading->lua, flag);
    return true;
}

static bool push_sum(const struct reading *reading, int sum, int date)
{
    if (sum == UNKNOWN) {
        /* A sum lacks because of a run. The names of the fields are the same. */
        *reading->lack = (struct lack){view_name(VIEW_SESSION), reading->field->name, date};
        return false;
    }
    lua_pushinteger(reading->lua, sum);
    return true;
}

/* ---- readers of what is worked out ---- */

static bool read_vdot(const struct reading *reading)
{
    int tenths = *(const int *)reading->at;
    if (tenths == UNKNOWN)
        return false;
    lua_pushnumber(reading->lua, tenths / 10.0);
    return true;
}

static bool read_last_downhill(const struct reading *reading)
{
    return *(const int *)reading->at != NO_DATE && read_view(reading);
}

static bool read_race_metres(const struct reading *reading)
{
    const struct race_distance *distance = reading->at;
    if (distance->metres <= 0)
        return false;
    lua_pushinteger(reading->lua, distance->metres);
    return true;
}

static bool read_race_distance(const struct reading *reading)
{
    const struct race_distance *distance = reading->at;
    if (distance->metres <= 0)
        return false;
    lua_pushinteger(reading->lua, distance_from_m(distance->metres, reading->sight->plan->units));
    return true;
}

static size_t visible_days(const struct reading *reading)
{
    size_t first = (size_t)reading->view->item * DAYS_PER_WEEK;
    if (reading->sight->days <= first)
        return 0;
    size_t days = reading->sight->days - first;
    return days < DAYS_PER_WEEK ? days : DAYS_PER_WEEK;
}

static bool read_is_cut(const struct reading *reading)
{
    const struct week_preferences *week = &reading->sight->plan->preferences;
    int start = ((const struct week *)reading->object)->start;
    for (int date = start; date < start + DAYS_PER_WEEK; date++)
        if (week->run_days[date_weekday(date)] && week_preferences_is_unavailable(week, date))
            return push_flag(reading, true);
    return push_flag(reading, false);
}

static bool read_week_sum(const struct reading *reading)
{
    int date = NO_DATE;
    int sum = week_sum(reading->object, visible_days(reading),
                       (enum quantity)reading->field->detail, &date);
    return push_sum(reading, sum, date);
}

static bool read_week_runs(const struct reading *reading)
{
    lua_pushinteger(reading->lua, week_run_count(reading->object, visible_days(reading)));
    return true;
}

static bool read_week_hard_days(const struct reading *reading)
{
    lua_pushinteger(reading->lua, week_hard_day_count(reading->object, visible_days(reading)));
    return true;
}

static bool read_day_number(const struct reading *reading)
{
    lua_pushinteger(reading->lua, (lua_Integer)reading->view->item + 1);
    return true;
}

static bool read_weekday(const struct reading *reading)
{
    lua_pushstring(reading->lua, weekday_name(date_weekday(*(const int *)reading->at)));
    return true;
}

static bool read_week_of_day(const struct reading *reading)
{
    view_push(reading->lua,
              (struct view){.kind = VIEW_WEEK, .item = reading->view->item / DAYS_PER_WEEK});
    return true;
}

/* A view may have been kept from a later point, or be that of a day about to be filled. */
static void check_is_visible(const struct reading *reading)
{
    char date[DATE_TEXT_SIZE];
    if (reading->view->item >= reading->sight->days)
        luaL_error(reading->lua, "day.%s cannot be read here: %s is not filled yet at this point",
                   reading->field->name,
                   date_format(((const struct day *)reading->object)->date, date));
}

static bool read_sessions(const struct reading *reading)
{
    check_is_visible(reading);
    return read_view(reading);
}

static bool read_day_sum(const struct reading *reading)
{
    check_is_visible(reading);
    const struct day *day = reading->object;
    return push_sum(reading, day_sum(day, (enum quantity)reading->field->detail), day->date);
}

static bool read_can_run(const struct reading *reading)
{
    return push_flag(reading, week_preferences_can_run(&reading->sight->plan->preferences,
                                                       *(const int *)reading->at));
}

static bool read_unavailable(const struct reading *reading)
{
    return push_flag(reading, week_preferences_is_unavailable(&reading->sight->plan->preferences,
                                                              *(const int *)reading->at));
}

static bool read_is_long_run_day(const struct reading *reading)
{
    return push_flag(reading, reading->sight->plan->preferences.long_run ==
                                  (int)date_weekday(*(const int *)reading->at));
}

static bool read_is_quality_day(const struct reading *reading)
{
    return push_flag(
        reading,
        reading->sight->plan->preferences.quality[date_weekday(*(const int *)reading->at)]);
}

static bool read_is_run(const struct reading *reading)
{
    return push_flag(reading, session_is_run(reading->object));
}

static bool read_is_hard(const struct reading *reading)
{
    return push_flag(reading, session_is_hard(reading->object));
}

static bool read_session_steps(const struct reading *reading)
{
    struct view list = *reading->view;
    list.kind = LIST_STEPS;
    view_push(reading->lua, list);
    return true;
}

/* A repeat has no kind of its own. */
static bool read_step_kind(const struct reading *reading)
{
    const struct step *step = reading->object;
    if (step->repeat > 0)
        return false;
    lua_pushstring(reading->lua, step_kind_name(step->kind));
    return true;
}

static bool read_step_times(const struct reading *reading)
{
    int repeat = *(const int *)reading->at;
    lua_pushinteger(reading->lua, repeat > 0 ? repeat : 1);
    return true;
}

/* The steps of a step within a repeat: none, as a list of what it is part of would not be. */
static bool read_step_steps(const struct reading *reading)
{
    if (reading->view->part > 0) {
        lua_newtable(reading->lua);
        return true;
    }
    struct view list = *reading->view;
    list.kind = LIST_STEPS;
    list.part = 1;
    view_push(reading->lua, list);
    return true;
}

/* ---- the tables ---- */

/* Each gives the initializer of a struct field, without its braces. */
#define NUMBER(name, type, member)       name, read_number, offsetof(struct type, member), 0
#define TEXT(name, type, member)         name, read_text, offsetof(struct type, member), 0
#define WORD(name, type, member, set)    name, read_word, offsetof(struct type, member), set
#define READ(name, reader, type, member) name, reader, offsetof(struct type, member), 0
#define VIEW(name, kind)                 name, read_view, 0, kind
#define SUM(name, reader, quantity)      name, reader, 0, quantity
#define WHOLE(name, reader)              name, reader, 0, 0
#define END                              NULL, NULL, 0, 0

static const struct field plan_fields[] = {
    {WORD("units", plan, units, WORDS_UNITS)},
    {VIEW("runner", VIEW_RUNNER)},
    {VIEW("race", VIEW_RACE)},
    {VIEW("tune_up_races", LIST_TUNE_UP_RACES)},
    {VIEW("week", VIEW_PREFERENCES)},
    {VIEW("hills", VIEW_HILLS)},
    {VIEW("paces", VIEW_PACES)},
    {VIEW("weeks", LIST_WEEKS)},
    {VIEW("days", LIST_DAYS)},
    {END},
};

static const struct field runner_fields[] = {
    {VIEW("recent_weeks", LIST_RECENT_WEEKS)},
    {NUMBER("longest_recent_run", runner, longest_recent_run)},
    {NUMBER("usual_descent_m", runner, usual_descent_m)},
    {"last_downhill", read_last_downhill, offsetof(struct runner, last_downhill_date),
     VIEW_LAST_DOWNHILL},
    {READ("vdot", read_vdot, runner, vdot_tenths)},
    {END},
};

static const struct field last_downhill_fields[] = {
    {NUMBER("date", runner, last_downhill_date)},
    {NUMBER("descent_m", runner, last_downhill_descent_m)},
    {END},
};

static const struct field race_fields[] = {
    {TEXT("name", race, name)},
    {NUMBER("date", race, date)},
    {READ("distance", read_race_distance, race, distance)},
    {READ("distance_m", read_race_metres, race, distance)},
    {NUMBER("climb_m", race, climb_m)},
    {NUMBER("descent_m", race, descent_m)},
    {NUMBER("goal_time_s", race, goal_time_s)},
    {END},
};

static const struct field tune_up_race_fields[] = {
    {TEXT("name", tune_up_race, name)},
    {NUMBER("date", tune_up_race, date)},
    {READ("distance", read_race_distance, tune_up_race, distance)},
    {READ("distance_m", read_race_metres, tune_up_race, distance)},
    {END},
};

static const struct field preferences_fields[] = {
    {WORD("starts_on", week_preferences, starts_on, WORDS_WEEKDAY)},
    {VIEW("run_days", LIST_RUN_DAYS)},
    {WORD("long_run", week_preferences, long_run, WORDS_WEEKDAY)},
    {VIEW("quality", LIST_QUALITY)},
    {NUMBER("longest_weekday_s", week_preferences, longest_weekday_s)},
    {NUMBER("longest_weekend_s", week_preferences, longest_weekend_s)},
    {END},
};

static const struct field hills_fields[] = {
    {WORD("access", hills, access, WORDS_HILL_ACCESS)},
    {NUMBER("max_climb_m", hills, max_climb_m)},
    {END},
};

static const struct field paces_fields[] = {
    {NUMBER("easy_fast", paces, easy.fast)},
    {NUMBER("easy_slow", paces, easy.slow)},
    {NUMBER("marathon", paces, marathon)},
    {NUMBER("threshold", paces, threshold)},
    {NUMBER("interval", paces, interval)},
    {NUMBER("repetition", paces, repetition)},
    {END},
};

static const struct field week_fields[] = {
    {NUMBER("number", week, number)},
    {NUMBER("start", week, start)},
    {WORD("phase", week, phase, WORDS_PHASE)},
    {WORD("kind", week, kind, WORDS_WEEK_KIND)},
    {WHOLE("is_cut", read_is_cut)},
    {VIEW("days", LIST_WEEK_DAYS)},
    {SUM("distance", read_week_sum, QUANTITY_DISTANCE)},
    {SUM("climb_m", read_week_sum, QUANTITY_CLIMB_M)},
    {SUM("descent_m", read_week_sum, QUANTITY_DESCENT_M)},
    {WHOLE("runs", read_week_runs)},
    {WHOLE("hard_days", read_week_hard_days)},
    {END},
};

static const struct field day_fields[] = {
    {NUMBER("date", day, date)},
    {WHOLE("number", read_day_number)},
    {READ("weekday", read_weekday, day, date)},
    {WHOLE("week", read_week_of_day)},
    {"sessions", read_sessions, 0, LIST_SESSIONS},
    {READ("can_run", read_can_run, day, date)},
    {READ("unavailable", read_unavailable, day, date)},
    {READ("is_long_run_day", read_is_long_run_day, day, date)},
    {READ("is_quality_day", read_is_quality_day, day, date)},
    {SUM("distance", read_day_sum, QUANTITY_DISTANCE)},
    {SUM("climb_m", read_day_sum, QUANTITY_CLIMB_M)},
    {SUM("descent_m", read_day_sum, QUANTITY_DESCENT_M)},
    {END},
};

static const struct field session_fields[] = {
    {WORD("kind", session, kind, WORDS_SESSION_KIND)},
    {TEXT("session", session, session)},
    {TEXT("title", session, title)},
    {WORD("effort", session, effort, WORDS_EFFORT)},
    {WORD("terrain", session, terrain, WORDS_TERRAIN)},
    {NUMBER("distance", session, distance)},
    {NUMBER("duration_s", session, duration_s)},
    {NUMBER("climb_m", session, climb_m)},
    {NUMBER("descent_m", session, descent_m)},
    {WHOLE("is_run", read_is_run)},
    {WHOLE("is_hard", read_is_hard)},
    {WHOLE("steps", read_session_steps)},
    {END},
};

static const struct field step_fields[] = {
    {WHOLE("kind", read_step_kind)},
    {WORD("effort", step, effort, WORDS_EFFORT)},
    {NUMBER("duration_s", step, duration_s)},
    {NUMBER("distance_m", step, distance_m)},
    {READ("times", read_step_times, step, repeat)},
    {WHOLE("steps", read_step_steps)},
    {END},
};

static const struct {
    const char *name;
    const struct field *fields;
} classes[VIEW_KIND_COUNT] = {
    [VIEW_PLAN] = {"plan", plan_fields},
    [VIEW_RUNNER] = {"runner", runner_fields},
    [VIEW_LAST_DOWNHILL] = {"runner.last_downhill", last_downhill_fields},
    [VIEW_RACE] = {"race", race_fields},
    [VIEW_TUNE_UP_RACE] = {"tune_up_race", tune_up_race_fields},
    [VIEW_PREFERENCES] = {"plan.week", preferences_fields},
    [VIEW_HILLS] = {"hills", hills_fields},
    [VIEW_PACES] = {"paces", paces_fields},
    [VIEW_WEEK] = {"week", week_fields},
    [VIEW_DAY] = {"day", day_fields},
    [VIEW_SESSION] = {"session", session_fields},
    [VIEW_STEP] = {"step", step_fields},
    [LIST_RECENT_WEEKS] = {"runner.recent_weeks", NULL},
    [LIST_TUNE_UP_RACES] = {"plan.tune_up_races", NULL},
    [LIST_RUN_DAYS] = {"plan.week.run_days", NULL},
    [LIST_QUALITY] = {"plan.week.quality", NULL},
    [LIST_WEEKS] = {"plan.weeks", NULL},
    [LIST_DAYS] = {"plan.days", NULL},
    [LIST_WEEK_DAYS] = {"week.days", NULL},
    [LIST_SESSIONS] = {"day.sessions", NULL},
    [LIST_STEPS] = {"steps", NULL},
};

const char *view_name(enum view_kind kind)
{
    return classes[kind].name;
}

const struct field *view_fields(enum view_kind kind)
{
    return classes[kind].fields;
}

const char *field_name(const struct field *field)
{
    return field->name;
}

const struct field *field_next(const struct field *field)
{
    return field + 1;
}

bool field_push(lua_State *lua, const struct view *view, const struct field *field,
                struct lack *lack)
{
    const char *object = view_object(lua, view);
    struct reading reading = {
        .lua = lua,
        .sight = &sandbox_of(lua)->sight,
        .view = view,
        .field = field,
        .object = object,
        .at = object + field->offset,
        .lack = lack,
    };
    return field->read(&reading);
}
