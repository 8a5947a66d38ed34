-- The goal race and the tune-up races: how far off, how long, and the weeks around them.

local breaks = hillplan.use("breaks")
local history = hillplan.use("history")
local tune_ups = hillplan.use("tune_ups")

local races = {}

local TEN_KM_M = 10000
local HALF_M = 21100 -- a half marathon, however it is rounded
local MARATHON_M = 42200

-- The class of the goal race: "short" (to 10 km), "half", "marathon" or "ultra". A plan without a
-- race may do what one for the longest may.
function races.class(plan)
    if plan.race.is_none then
        return "ultra"
    end
    local metres = plan.race.distance_m
    if metres <= TEN_KM_M then
        return "short"
    elseif metres <= HALF_M then
        return "half"
    end
    return metres <= MARATHON_M and "marathon" or "ultra"
end

-- Whether a tune-up race is no longer than 10 km: the long run may follow on the day after it.
function races.is_short(race)
    return race.distance_m <= TEN_KM_M
end

local NEVER_DAYS = 100000

-- Days until the goal race: 1 on the day before it, negative after it; where there is none, more
-- than any rule asks for.
function races.days_to(plan, date)
    return plan.race.is_none and NEVER_DAYS or plan.race.date - date
end

-- The number of the week that holds a date.
local function week_number(plan, date)
    return (date - plan.weeks[1].start) // 7 + 1
end

-- The race's; where there is none, one behind all others.
function races.week_number(plan)
    return plan.race.is_none and NEVER_DAYS or week_number(plan, plan.race.date)
end

-- How many days of race week lie before the race: 0 to 6.
function races.days_before(plan)
    return (plan.race.date - plan.weeks[1].start) % 7
end

-- The distance of the longest tune-up race in a week; 0 where there is none.
function races.longest_tune_up(plan, week)
    return tune_ups.longest(plan, week.start)
end

-- What the last weeks hold, in percent of the peak week; the last number is race week's.
local TAPER_SHARES = {
    short = { 85, 70 },
    half = { 70, 45 },
    marathon = { 75, 60, 40 },
    ultra = { 75, 60, 40 },
}

-- A race in the first three days of a week leaves no race week to speak of: then the taper starts
-- a week earlier.
local function is_early(plan)
    return races.days_before(plan) < 3
end

-- The numbers of the taper's first and last week, and what they hold.
local function taper_of_plan(plan)
    local shares = TAPER_SHARES[races.class(plan)]
    local last = races.week_number(plan)
    return { first = last - #shares + (is_early(plan) and 0 or 1), last = last, shares = shares }
end

-- The share of the peak that a week may hold, in percent; nil outside the taper.
function races.taper_share(week, plan)
    if plan.race.is_none then
        return nil
    end
    local taper = hillplan.once(taper_of_plan)
    local place = week.number - taper.first + 1
    if place < 1 or week.number > taper.last then
        return nil
    end
    return taper.shares[math.min(place, #taper.shares)]
end

local FORGOTTEN_DAYS = 29 -- after so many days off the weeks before are no measure any more

-- The peak: the largest week before the taper, as sum and count; none: the mean of recent weeks.
function races.peak(plan)
    local peak = nil
    local last = math.min(hillplan.once(taper_of_plan).first - 1, #plan.weeks)
    local gone = breaks.last_week_of(plan, FORGOTTEN_DAYS)
    for number = gone < last and math.max(1, gone + 1) or 1, last do
        peak = math.max(peak or 0, plan.weeks[number].distance)
    end
    if peak then
        return peak, 1
    end
    return history.recent_weeks()
end

return races
