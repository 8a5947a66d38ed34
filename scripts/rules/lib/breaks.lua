-- Days off, and the way back to training after them: how much, by weeks, and what waits how long.
-- Everything here follows from the calendar; history.lua knows what was run before a break.
--
-- A break (plan.breaks) reaches from the first run day off to the day before the next open run
-- day. From LEAST_DAYS on a way back follows it.

local tune_ups = hillplan.use("tune_ups")

local breaks = {}

local LEAST_DAYS = 4
local MOST_RUN_DAYS = 6 -- of a week; one day is rest anyway

-- By the length of the break, the longest first: from how many days on; the weeks back, in percent
-- of the level before it; then on how many days from the first run on nothing but easy runs are
-- run, no long run, and nothing hard or downhill. Where `usual` is told, the easy runs are at most
-- so many percent of a usual one.
local AFTER_ILLNESS = {
    { from = 57, steps = { 40, 40, 50, 50, 65, 65, 80, 80, 100 }, easy = 7, long = 14, hard = 21 },
    { from = 29, steps = { 40, 50, 65, 80, 100 }, easy = 7, long = 14, hard = 21 },
    { from = 15, steps = { 50, 70, 85, 100 }, easy = 7, long = 7, hard = 14 },
    { from = 8, steps = { 60, 80, 100 }, easy = 5, long = 5, hard = 10 },
    { from = 4, steps = { 80, 100 }, easy = 3, long = 3, hard = 3, usual = 60 },
}
local AFTER_HOLIDAY = {
    AFTER_ILLNESS[1],
    AFTER_ILLNESS[2],
    { from = 15, steps = { 60, 80, 100 }, easy = 3, long = 3, hard = 7 },
    { from = 8, steps = { 75, 100 }, easy = 3, long = 3, hard = 4 },
    { from = 4, steps = { 90, 100 }, easy = 3, long = 3, hard = 3 },
}
-- After a shorter one there are no steps.
local AFTER_SHORT_ILLNESS = { from = 1, steps = {}, easy = 0, long = 0, hard = 1 }
local GRAVITY = { holiday = 1, illness = 2, injury = 3 }

local function dose_of(days, reason)
    for _, dose in ipairs(reason == "holiday" and AFTER_HOLIDAY or AFTER_ILLNESS) do
        if days >= dose.from then
            return dose
        end
    end
    return reason ~= "holiday" and AFTER_SHORT_ILLNESS or nil
end

-- Whether a week without a run is taken for days off: in a plan whose runner nobody told of.
function breaks.is_absence(plan, week)
    return not hillplan.known(plan.runner, "recent_weeks")
        and hillplan.known(week, "distance")
        and week.distance == 0
end

-- The breaks that absences before a week tell, as holidays: the kindest reading.
local function absences_before(plan, number)
    local found, last = {}, nil
    for before = 1, number - 1 do
        local week = plan.weeks[before]
        if breaks.is_absence(plan, week) then
            last = last or { first = week.start, days = 0, reason = "holiday" }
            last.last, last.days = week.start + 6, last.days + 7
            found[#found + 1] = last.days == 7 and last or nil
        else
            last = nil
        end
    end
    return found
end

-- Whether a way back follows a break.
function breaks.is_long(pause)
    return pause.days >= LEAST_DAYS
end

local function week_number(plan, date)
    return (date - plan.weeks[1].start) // 7 + 1
end

local function first_of_week(plan, number)
    return plan.weeks[1].start + 7 * (number - 1)
end

-- How many of the runner's run days lie between two dates.
local function run_days_between(plan, from, to)
    local count = 0
    for date = from, to do
        for _, weekday in ipairs(plan.week.run_days) do
            if hillplan.weekday(date) == weekday then
                count = count + 1
            end
        end
    end
    return count
end

-- How many runs a week without days off has room for, and how many this one has.
function breaks.room(plan, week)
    local usual = math.min(MOST_RUN_DAYS, #plan.week.run_days)
    return usual, math.max(0, math.min(usual - week.missed_days, week.open_days))
end

-- Whether days off leave a week fewer runs than usual.
function breaks.is_cut(plan, week)
    local usual, open = breaks.room(plan, week)
    return open < usual
end

local function is_in_long_break(plan, week)
    for _, pause in ipairs(plan.breaks) do
        local is_here = pause.first <= week.start + 6 and pause.last >= week.start
        if is_here and breaks.is_long(pause) then
            return true
        end
    end
    return false
end

-- Whether a week was planned whole, and a run or two of it was missed since: then it stays as it
-- is, since what is left of it was not made longer.
local function stays(plan, week)
    return week.missed_days > 0 and not is_in_long_break(plan, week)
end

-- The same of a week that is being planned.
function breaks.room_to_plan(plan, week)
    local usual, open = breaks.room(plan, week)
    return usual, stays(plan, week) and math.min(usual, open + week.missed_days) or open
end

function breaks.is_planned_cut(plan, week)
    local usual, open = breaks.room_to_plan(plan, week)
    return open < usual
end

-- What is left of a week's limit, and why: a week with days off carries its share.
function breaks.share(plan, week, max, because)
    local usual, open = breaks.room(plan, week)
    if open >= usual then
        return max, because
    elseif stays(plan, week) and week.planned_left > max * open // usual then
        return week.planned_left, "as it was planned, but for what was missed"
    end
    return max * open // usual,
        hillplan.count_text(open)
            .. " of "
            .. hillplan.count_text(usual)
            .. " run days: their share of "
            .. hillplan.distance_text(max)
end

-- The first week back: half of its run days or more come after the break.
local function first_week_back(plan, pause)
    local number = week_number(plan, pause.last + 1)
    local after = run_days_between(plan, pause.last + 1, first_of_week(plan, number) + 6)
    return 2 * after >= #plan.week.run_days and number or number + 1
end

-- Whether days of another break, that has no way back of its own, are in a week.
local function is_interrupted(plan, pause, number)
    local first = first_of_week(plan, number)
    for _, other in ipairs(plan.breaks) do
        local is_later = other.first > pause.last and not breaks.is_long(other)
        if is_later and other.first <= first + 6 and other.last >= first then
            return true
        end
    end
    return false
end

-- How many light weeks follow a week whose long tune-up race keeps it from its step; 0 where none
-- does. The last step is the whole level: of that a race costs what it costs any plan.
local function light_weeks_after(plan, way, number, step)
    local longest = tune_ups.longest(plan, first_of_week(plan, number))
    return step < #way.dose.steps and tune_ups.light_weeks(longest) or 0
end

-- Gives the weeks of a way back their steps; a week that is interrupted repeats its own, after the
-- light weeks that follow a long race.
local function set_steps(plan, weeks, way)
    local number, step = first_week_back(plan, way.last_break), 1
    local before = week_number(plan, way.last_break.last + 1)
    if before < number then -- the rest of the week before holds its share of the first step
        local first = first_of_week(plan, before)
        if run_days_between(plan, first, way.last_break.first - 1) == 0 then
            weeks[before] = { way = way, percent = way.dose.steps[1] }
        end
    end
    while step <= #way.dose.steps and number <= #plan.weeks do
        weeks[number] = { way = way, percent = way.dose.steps[step] }
        way.last_week = number
        local light = light_weeks_after(plan, way, number, step)
        local is_missed = light > 0 or is_interrupted(plan, way.last_break, number)
        step = is_missed and step or step + 1
        number = number + light + 1
    end
end

-- The weeks that are part of a way back, by number: the way, and the step in percent. A break
-- within a way back adds its days to those of the first, whose level stays.
local function ways_back(plan, pauses)
    local weeks, way = {}, nil
    for _, pause in ipairs(pauses) do
        if breaks.is_long(pause) then
            local begins = week_number(plan, pause.first)
            if way and way.last_week and begins <= way.last_week then
                for number = begins, way.last_week do
                    weeks[number] = number == begins and weeks[number] or nil
                end
                local is_graver = GRAVITY[pause.reason] > GRAVITY[way.reason]
                way = {
                    first = way.first,
                    days = way.days + pause.days,
                    reason = is_graver and pause.reason or way.reason,
                }
            else
                way = { first = pause.first, days = pause.days, reason = pause.reason }
            end
            way.last_break, way.dose = pause, dose_of(way.days, way.reason)
            set_steps(plan, weeks, way)
        end
    end
    return weeks
end

local function ways_back_of_plan(plan)
    return ways_back(plan, plan.breaks)
end

-- The ways back after the breaks that are told, else after absences before a week.
local function ways_back_before(plan, number)
    if #plan.breaks > 0 or hillplan.known(plan.runner, "recent_weeks") then
        return hillplan.once(ways_back_of_plan)
    end
    return ways_back(plan, absences_before(plan, number))
end

-- The way back that a week is part of, and how many percent of the level before it the week may
-- hold; nil outside. A way back has: `first`, the first day off; `days` off; `reason`; `dose`.
function breaks.way_back(plan, week)
    local found = ways_back_before(plan, week.number)[week.number]
    if found then
        return found.way, found.percent
    end
    return nil
end

-- The first day off of a break; of one that belongs to a way back that had begun before, that of
-- the first break of it.
function breaks.first_day_off(pause)
    for _, found in pairs(hillplan.once(ways_back_of_plan)) do
        if found.way.last_break.first == pause.first then
            return found.way.first
        end
    end
    return pause.first
end

-- The last break before a date, and its dose; the days of a break that belongs to a way back that
-- had begun before count with it. Nil where there is none, or nothing waits after it.
function breaks.last_before(plan, date)
    local last = nil
    for _, pause in ipairs(plan.breaks) do
        if pause.last < date then
            last = pause
        end
    end
    if not last then
        return nil
    end
    local dose = dose_of(last.days, last.reason)
    if breaks.is_long(last) then
        for _, found in pairs(hillplan.once(ways_back_of_plan)) do
            if found.way.last_break.first == last.first then
                return last, found.way.dose, found.way.days
            end
        end
    end
    return last, dose, last.days
end

-- How many days before a date were days off, of breaks with a way back that touch a span of days
-- before it; the span grows by each of them, and by at most so many days. An injured runner's days
-- are not passed over.
function breaks.days_passed_over(plan, date, span, most)
    local passed = 0
    for place = #plan.breaks, 1, -1 do
        local pause = plan.breaks[place]
        local counts = breaks.is_long(pause) and pause.reason ~= "injury" and pause.last < date
        if counts and pause.last >= date - span - passed then
            passed = math.min(most, passed + pause.days)
        end
    end
    return passed
end

-- Whether a break of so many days or more ends before a week; the number of the last such.
function breaks.last_week_of(plan, least_days)
    local number = 0
    for _, pause in ipairs(plan.breaks) do
        if pause.days >= least_days then
            number = week_number(plan, pause.last)
        end
    end
    return number
end

return breaks
