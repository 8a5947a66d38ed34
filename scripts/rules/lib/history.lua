-- Looking back: at the weeks and runs of the plan, and at the runner's own before day 1.
--
-- Before day 1 stand the runner's recent runs, if a log tells them. Otherwise all days there are
-- rest, but for the last downhill run, and the longest recent run, which counts as run on the day
-- before week 1.

local breaks = hillplan.use("breaks")
local hills = hillplan.use("hills")

local history = {}

-- The recent weeks as sum and count, so that their mean can be compared without rounding.
local function recent_weeks_of_plan(plan)
    local weeks = plan.runner.recent_weeks
    local sum = 0
    for _, distance in ipairs(weeks) do
        sum = sum + distance
    end
    return { sum = sum, count = math.max(1, #weeks) }
end

function history.recent_weeks()
    local recent = hillplan.once(recent_weeks_of_plan)
    return recent.sum, recent.count
end

-- The training distance of a week: 1 is the plan's first, 0 the week before it. Nil where unknown.
function history.week_distance(plan, number)
    if number >= 1 then
        return plan.weeks[number].distance
    end
    local recent = plan.runner.recent_weeks
    local place = #recent + number
    return place >= 1 and recent[place] or nil
end

local function highest_of_four(plan, number)
    local highest = 0
    for before = number - 3, number do
        highest = math.max(highest, history.week_distance(plan, before) or 0)
    end
    return highest
end

-- What a week would have held if a rule of the runner's own had not shortened it.
function history.whole_distance(plan, number)
    if number >= 1 and hillplan.known(plan.weeks[number], "cut_target") then
        return plan.weeks[number].cut_target
    end
    return history.week_distance(plan, number)
end

-- What a week without days off may count as: no more than the highest of four weeks where a rule
-- of the runner's own took more than a fifth of it.
local function held_whole(plan, number)
    local distance = history.week_distance(plan, number)
    local whole = history.whole_distance(plan, number)
    if distance and distance * 5 < whole * 4 then
        return math.max(distance, math.min(whole, highest_of_four(plan, number)))
    end
    return whole
end

-- What the tune-up races of a week go beyond the longest run before them: it was run once, and is
-- nothing to come back to.
local function beyond_training(plan, week)
    local beyond = 0
    for _, race in ipairs(plan.tune_up_races) do
        if race.date >= week.start and race.date <= week.start + 6 then
            local run = history.longest_race(plan.days[race.date - plan.weeks[1].start + 1])
            local longest = run > 0 and history.longest_recent_run(plan, race.date) or 0
            beyond = beyond + math.max(0, run - longest)
        end
    end
    return beyond
end

local LEVEL_WEEKS = 2

-- The level of training before a week: the larger of the last two weeks without days off; before
-- week 1 the mean of the recent weeks.
function history.level(plan, number)
    local level, found = 0, 0
    for before = math.min(number, #plan.weeks + 1) - 1, 1, -1 do
        if found < LEVEL_WEEKS and not breaks.is_cut(plan, plan.weeks[before]) then
            local training = held_whole(plan, before) - beyond_training(plan, plan.weeks[before])
            level, found = math.max(level, training), found + 1
        end
    end
    if found < LEVEL_WEEKS then
        local sum, count = history.recent_weeks()
        level = math.max(level, sum // count)
    end
    return level
end

-- What the week after may grow from: the whole week if at most a fifth of its runs is missing, or
-- one run that is no more of what was planned; else no more of it than the level before.
function history.held_distance(plan, number)
    if number < 1 or not breaks.is_cut(plan, plan.weeks[number]) then
        return held_whole(plan, number)
    end
    local distance, whole = plan.weeks[number].distance, history.whole_distance(plan, number)
    local usual, open = breaks.room(plan, plan.weeks[number])
    whole = open > 0 and whole * usual // open or 0
    if hillplan.known(plan.weeks[number], "planned") then
        local planned = plan.weeks[number].planned
        local is_one_missed = plan.weeks[number].missed_days == 1
        if is_one_missed and (planned - distance) * 5 <= planned then
            return math.max(distance, planned)
        end
        whole = math.min(whole, planned)
    end
    if (usual - open) * 5 <= usual then
        return math.max(distance, whole)
    end
    local level = history.level(plan, number)
    return math.max(distance, open > 0 and math.min(whole, level) or level)
end

local function week_number(plan, date)
    return (date - plan.weeks[1].start) // 7 + 1
end

-- The level before a break, or a way back, by its first day; and a usual run before it.
function history.level_before(plan, first)
    return history.level(plan, week_number(plan, first))
end
function history.usual_run_before(plan, pause)
    return history.usual_run(plan, week_number(plan, pause.first))
end

-- What a whole week on the way back after days off may hold, and why; nil for other weeks.
function history.way_back_limit(plan, week)
    local way, percent = breaks.way_back(plan, week)
    if not way then
        return nil
    end
    local level = history.level_before(plan, way.first)
    return level * percent // 100,
        "the way back after "
            .. hillplan.count_text(way.days)
            .. " days off: "
            .. hillplan.percent_text(percent)
            .. " of "
            .. hillplan.distance_text(level)
end

-- On how many days a week the runner runs; six at most, since one day is rest.
function history.run_days(plan)
    return math.min(6, #plan.week.run_days)
end

-- A usual run before a week: the mean of those of the last week without days off, or before week 1
-- of the recent weeks.
function history.usual_run(plan, number)
    for before = math.min(number, #plan.weeks + 1) - 1, 1, -1 do
        local week = plan.weeks[before]
        if not breaks.is_cut(plan, week) and week.runs > 0 then
            return (week.distance - beyond_training(plan, week)) // week.runs
        end
    end
    local sum, count = history.recent_weeks()
    return sum // (count * history.run_days(plan))
end

-- The largest value of a field among the runs of a log between two dates, and its date; 0 where
-- there is none.
local function largest_of_log(plan, field, from, to)
    local runs = plan.runner.recent_runs
    local largest, date = 0, nil
    for place = #runs, 1, -1 do
        local run = runs[place]
        if run.date < from then
            break
        end
        if run.date <= to and hillplan.known(run, field) and run[field] > largest then
            largest, date = run[field], run.date
        end
    end
    return largest, date
end

-- The sum of a field over the runs before day 1 between two dates, by a log; nil without one that
-- tells it of any run. Runs that don't tell count as 0.
function history.sum_before(plan, field, from, to)
    if not hillplan.known(plan.runner, "recent_runs") then
        return nil
    end
    local sum, is_told = 0, false
    for _, run in ipairs(plan.runner.recent_runs) do
        local is_known = hillplan.known(run, field)
        is_told = is_told or is_known
        if is_known and run.date >= from and run.date <= to then
            sum = sum + run[field]
        end
    end
    return is_told and sum or nil
end

-- The longest run before day 1 by the runner's word, and whether that is an estimate: without it
-- 1.3 times a mean run.
local function longest_of_runner(plan)
    local runner = plan.runner
    if hillplan.known(runner, "longest_recent_run") then
        return runner.longest_recent_run, false
    end
    local sum, count = history.recent_weeks()
    return 13 * sum // (10 * count * history.run_days(plan)), true
end

-- The longest run before day 1 between two dates, by the log or the runner; and whether that is an
-- estimate.
local function longest_before(plan, from, to)
    local before = plan.weeks[1].start - 1
    if from > before then
        return 0, false
    elseif hillplan.known(plan.runner, "recent_runs") then
        return largest_of_log(plan, "distance", from, to), false
    elseif to < before then
        return 0, false
    end
    return longest_of_runner(plan)
end

-- The numbers of the plan's days in a span of dates: first and last.
local function day_numbers(plan, from, to)
    local start = plan.weeks[1].start
    return math.max(1, from - start + 1), to - start + 1
end

-- The longest single run of any kind from one date to another, 0 where there is none; and whether
-- that is an estimate, as the runner has not said.
function history.longest_run(plan, from, to)
    local longest, unknown = hillplan.largest("distance", from, to)
    if unknown > 0 then -- reading the distance says where it is missing
        local first, last = day_numbers(plan, from, to)
        for number = first, last do
            for _, session in ipairs(plan.days[number].sessions) do
                longest = session.is_run and math.max(longest, session.distance) or longest
            end
        end
    end
    local recent, is_estimated = longest_before(plan, from, to)
    if recent > longest then
        return recent, is_estimated
    end
    return longest, false
end

local RECENT_DAYS = 30

-- The longest run of the last 30 days before a date; days off are passed over, except an injured
-- runner's, but not more than 28 of them.
local MOST_PASSED_OVER = 28
function history.longest_recent_run(plan, date)
    local passed = breaks.days_passed_over(plan, date, RECENT_DAYS, MOST_PASSED_OVER)
    return history.longest_run(plan, date - RECENT_DAYS - passed, date - 1)
end

-- The longest run of the 30 days before a break; of one that begins before day 1 what the runner
-- tells, unless a log knows.
function history.longest_before(plan, first)
    local longest, is_estimated = history.longest_run(plan, first - RECENT_DAYS, first - 1)
    if longest == 0 and first < plan.weeks[1].start then
        return longest_of_runner(plan)
    end
    return longest, is_estimated
end

-- A distance that longest_run has found, for messages: "8.66 km (estimated)".
function history.longest_text(longest, is_estimated)
    return hillplan.distance_text(longest) .. (is_estimated and " (estimated)" or "")
end

-- The runner's last downhill run before day 1, if it is within the dates: its descent, or nil; and
-- its date. Of a log's runs that of the most descent.
-- Where nobody told of the runner at all, dates before day 1 can't be judged.
local function downhill_before(plan, from, to)
    local runner, start = plan.runner, plan.weeks[1].start
    if from < start and hillplan.known(runner, "recent_runs") then
        local descent_m, date = largest_of_log(plan, "descent_m", from, math.min(to, start - 1))
        return descent_m >= hills.threshold_m() and descent_m or nil, date
    end
    local is_told = hillplan.known(runner, "recent_weeks") or from >= start
    if is_told and not hillplan.known(runner, "last_downhill") then
        return nil
    end
    local last = runner.last_downhill
    if from <= last.date and last.date <= to and last.date < start then
        return hillplan.known(last, "descent_m") and last.descent_m or 0, last.date
    end
    return nil
end

-- Whether a downhill session may be on the days between two dates, and be it before day 1.
function history.may_be_downhill(plan, from, to)
    return downhill_before(plan, from, to) ~= nil or hills.may_be_downhill(from, to)
end

-- The descent of a downhill session so many days before a day, and be it before day 1; nil where
-- there was none.
function history.downhill_ago(day, plan, count)
    local number = day.number - count
    if number < 1 then
        local date = day.date - count
        return (downhill_before(plan, date, date))
    end
    local session = hills.downhill_session(plan.days[number])
    if not session then
        return nil
    end
    return hillplan.known(session, "load_descent_m") and session.load_descent_m or 0
end

-- The most descent in a single run between two dates. Runs of unknown descent count as flat.
function history.largest_descent(plan, from, to)
    local largest = hillplan.largest("descent_m", from, to)
    return math.max(largest, downhill_before(plan, from, to) or 0)
end

-- The latest date between two that may hold a downhill session, or nil.
local function last_chance(from, to)
    if from > to or not hills.may_be_downhill(from, to) then
        return nil
    end
    while from < to do -- one of these dates does: which half is it in?
        local middle = (from + to) // 2
        if hills.may_be_downhill(middle + 1, to) then
            from = middle + 1
        else
            to = middle
        end
    end
    return from
end

-- The latest downhill session of the plan between two dates: its date and itself, or nil.
local function last_downhill(plan, from, to)
    local date = last_chance(from, to)
    while date do
        local day = plan.days[date - plan.weeks[1].start + 1]
        local session = hills.downhill_session(day)
        if session then
            return date, session
        end
        date = last_chance(from, date - 1)
    end
    return nil
end

-- The most descent in a downhill session between two dates; nil where there was no such session.
function history.largest_downhill(plan, from, to)
    local largest = downhill_before(plan, from, to)
    local date, session = last_downhill(plan, from, to)
    while date do
        local descent = hillplan.known(session, "descent_m") and session.descent_m or 0
        largest = math.max(largest or 0, descent)
        date, session = last_downhill(plan, from, date - 1)
    end
    return largest
end

-- The latest date with a downhill session between two dates, and be it before day 1, or nil.
function history.last_downhill_date(plan, from, to)
    local date = last_downhill(plan, from, to)
    if date then
        return date
    end
    local descent_m, before = downhill_before(plan, from, to)
    return descent_m and before
end

-- The longest run of a week, races left out, and the longest of kind "long"; 0 for none.
function history.longest_of_week(week)
    local longest, longest_long = 0, 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.is_run and session.kind ~= "race" and session.kind ~= "tune_up" then
                longest = math.max(longest, session.distance)
                if session.kind == "long" then
                    longest_long = math.max(longest_long, session.distance)
                end
            end
        end
    end
    return longest, longest_long
end

local function longest_of_kind(day, kind)
    local longest = 0
    for _, session in ipairs(day.sessions) do
        if session.kind == kind then
            longest = math.max(longest, session.distance)
        end
    end
    return longest
end

-- The longest session of kind "long" of a day, and the longest tune-up race; 0 for none.
function history.longest_long(day)
    return longest_of_kind(day, "long")
end
function history.longest_race(day)
    return longest_of_kind(day, "tune_up")
end

-- The last long run before a week: looked for in the four weeks before, then the longest run; and
-- whether that is an estimate.
function history.last_long_run(plan, week)
    for number = week.number - 1, math.max(1, week.number - 4), -1 do
        local _, long = history.longest_of_week(plan.weeks[number])
        if long > 0 then
            return long, false
        end
    end
    return history.longest_run(plan, week.start - 7, week.start - 1)
end

return history
