/* Random rules: a dozen forms. */
#include "random_rules.h"

#include <stddef.h>

#include "base/date.h"
#include "model/names.h"

/* What all rules may use, and a table that each closes. */
static const char head[] =
    "local function any(day, is_so)\n"
    "    for _, session in ipairs(day.sessions) do\n"
    "        if session.is_run and session.kind ~= 'race' and session.kind ~= 'tune_up'\n"
    "            and is_so(session) then return true end\n"
    "    end\n"
    "    return false\n"
    "end\n"
    "local function hard(session) return session.is_hard end\n"
    "local function is(kind) return function(session) return session.kind == kind end end\n"
    "return { api = 1, id = 'random-%d', title = 'At random', level = '%s', why = 'None.',\n";

static const char *any_kind(uint64_t *state)
{
    static const enum session_kind kinds[] = {
        SESSION_EASY,     SESSION_LONG,      SESSION_STRIDES, SESSION_UPHILL,
        SESSION_DOWNHILL, SESSION_INTERVALS, SESSION_TEMPO,   SESSION_RACE_PACE,
    };
    int last = (int)(sizeof kinds / sizeof *kinds) - 1;
    return session_kind_name(kinds[random_between(state, 0, last)]);
}

static const char *any_weekday(uint64_t *state)
{
    return weekday_name((enum weekday)random_between(state, MONDAY, SUNDAY));
}

static void write_about_days(struct text *script, uint64_t *state, int form)
{
    if (form == 0)
        text_printf(script,
                    "allow = function(day) return day.weekday ~= '%s' or not any(day, hard),\n"
                    "    'nothing hard on that day' end }\n",
                    any_weekday(state));
    else if (form == 1)
        text_printf(
            script,
            "allow = function(day) return not any(day, function(session)\n"
            "    return session.kind == 'long' and session.distance > hillplan.km(%d) end),\n"
            "    'no long run so long' end }\n",
            random_between(state, 8, 30));
    else if (form == 2)
        text_printf(script,
                    "allow = function(day, plan)\n"
                    "    local before = plan.days[day.number - 1]\n"
                    "    return not before or not (any(day, is('%s')) and any(before, is('%s'))),\n"
                    "        'not on neighbouring days' end }\n",
                    any_kind(state), any_kind(state));
    else if (form == 3)
        text_printf(script,
                    "allow = function(day) return not any(day, is('%s')), 'none of these' end }\n",
                    any_kind(state));
    else if (form == 4)
        text_printf(script,
                    "allow = function(day) return day.weekday ~= '%s' or not any(day,\n"
                    "    function(session) return session.climb_m > %d end), 'no hills' end }\n",
                    any_weekday(state), random_between(state, 0, 200));
    else
        text_printf(script,
                    "limit_day = function(day) if day.weekday == '%s' then return { distance =\n"
                    "    { max = hillplan.km(%d), because = 'a short day' } } end end }\n",
                    any_weekday(state), random_between(state, 3, 14));
}

static void write_about_weeks(struct text *script, uint64_t *state, int form)
{
    if (form == 0)
        text_printf(script,
                    "limit_week = function() return { hard_days = { max = %d,\n"
                    "    because = 'few hard days' } } end }\n",
                    random_between(state, 0, 2));
    else if (form == 1)
        text_printf(script,
                    "allow_week = function(week)\n"
                    "    local longest = 0\n"
                    "    for _, day in ipairs(week.days) do any(day, function(session)\n"
                    "        longest = math.max(longest, session.distance) end) end\n"
                    "    return longest * 100 <= %d * week.distance, 'too much in one run' end }\n",
                    random_between(state, 24, 50));
    else if (form == 2)
        text_printf(script,
                    "allow_week = function(week) return week.hard_days == 0 or\n"
                    "    week.distance >= hillplan.km(%d), 'nothing hard in small weeks' end }\n",
                    random_between(state, 15, 60));
    else if (form == 3)
        text_printf(script,
                    "limit_week = function() return { climb_m = { max = %d, because = 'hills' },\n"
                    "    runs = { max = %d, because = 'runs' } } end }\n",
                    random_between(state, 50, 900), random_between(state, 3, 7));
    else if (form == 4)
        text_printf(script,
                    "allow_week = function(week)\n"
                    "    local kinds, count = {}, 0\n"
                    "    for _, day in ipairs(week.days) do any(day, function(session)\n"
                    "        if not kinds[session.kind] then\n"
                    "            kinds[session.kind] = true\n"
                    "            count = count + 1\n"
                    "        end\n"
                    "    end) end\n"
                    "    return count <= %d, 'too many kinds' end }\n",
                    random_between(state, 2, 4));
    else
        text_printf(script,
                    "allow_week = function(week)\n"
                    "    local seconds = 0\n"
                    "    for _, day in ipairs(week.days) do any(day, function(session)\n"
                    "        if session.is_hard then seconds = seconds + session.duration_s end\n"
                    "    end) end\n"
                    "    return seconds <= %d * 60, 'too long at once' end }\n",
                    random_between(state, 30, 120));
}

void random_rule_write(struct text *script, uint64_t *state, int number)
{
    const char *level = random_between(state, 0, 3) ? "must" : "should";
    text_printf(script, head, number, level);
    int form = random_between(state, 0, 11);
    if (form < 6)
        write_about_days(script, state, form);
    else
        write_about_weeks(script, state, form - 6);
}
