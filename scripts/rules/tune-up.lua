-- The days and weeks around a tune-up race.

local days = hillplan.use("days")
local history = hillplan.use("history")
local races = hillplan.use("races")
local tune_ups = hillplan.use("tune_ups")

local WEEK_PERCENT = 90 -- of the week before, with the race in it
local AFTER_PERCENT = 78 -- of the week before the race, in the week or weeks after a long one
local EVE_KM, AFTER_KM = 6, 8 -- on the day before, and on the day after a race of more than 10 km
local CLEAR_DAYS = 2 -- without anything hard before the race
local LONG_RUN_DAYS = 3 -- before the race, in which no run is longer than ...
local LONG_RUN_PERCENT = 60 -- of the longest ...
local LONGEST_DAYS = 42 -- in so many days

-- What the distance of a week with a race is held against: the week before, or what it would have
-- been without days off; before week 1 the mean of the recent weeks. On the way back after days off
-- it is the step of the race's week, where that is more.
local function distance_before(plan, raced)
    local step = history.way_back_limit(plan, plan.weeks[raced]) or 0
    if raced > 1 then
        return math.max(step, history.held_distance(plan, raced - 1))
    end
    local sum, count = history.recent_weeks()
    return math.max(step, sum // count)
end

-- The number of the week of the last long tune-up race from which this week recovers, or nil.
local function recovering_from(plan, week)
    local back = tune_ups.recovering_from(plan, week.start)
    return back and week.number > back and week.number - back or nil
end

-- Whether the week is one in which the plan is not lighter for another reason.
local function is_training(week)
    return week.phase ~= "taper" and week.phase ~= "race" and week.phase ~= "recovery"
end

local function distance_limit(week, plan)
    local raced = recovering_from(plan, week)
    if raced then
        return {
            max = distance_before(plan, raced) * AFTER_PERCENT // 100,
            because = "after the tune-up race: "
                .. hillplan.percent_text(AFTER_PERCENT)
                .. " of the week before it",
        }
    end
    local race = races.longest_tune_up(plan, week)
    if race == 0 then
        return nil
    end
    return {
        max = math.max(race, distance_before(plan, week.number) * WEEK_PERCENT // 100),
        because = "with a tune-up race: "
            .. hillplan.percent_text(WEEK_PERCENT)
            .. " of the week before",
    }
end

-- What a run so many days before a race (after it: negative) may be, and why; or nil.
local function run_limit(plan, day, race, left)
    if left == 1 then
        local max = hillplan.km(EVE_KM)
        return max, "at most " .. hillplan.distance_text(max) .. " on the eve of a tune-up race"
    elseif left > 1 and left <= LONG_RUN_DAYS then
        local longest, is_estimated =
            history.longest_run(plan, day.date - LONGEST_DAYS, day.date - 1)
        return longest * LONG_RUN_PERCENT // 100,
            hillplan.percent_text(LONG_RUN_PERCENT)
                .. " of the longest run in "
                .. hillplan.count_text(LONGEST_DAYS)
                .. " days, "
                .. history.longest_text(longest, is_estimated)
    elseif left == -1 and not races.is_short(race) then
        local max = hillplan.km(AFTER_KM)
        return max, "at most " .. hillplan.distance_text(max) .. " on the day after a race"
    end
    return nil
end

return {
    api = 1,
    id = "tune-up",
    title = "Light days around a tune-up race",
    level = "should",
    why = "A tune-up race tells something only with fresh legs, and takes as much as any race: the "
        .. "days before it, and the week after a long one, make room for it.",
    source = "Coaching practice: a short taper before a tune-up race, recovery after it. Neutral: "
        .. "no study behind the numbers",

    limit_week = function(week, plan)
        local has_race = races.longest_tune_up(plan, week) > 0 or recovering_from(plan, week)
        return has_race and is_training(week) and { distance = distance_limit(week, plan) } or nil
    end,

    limit_day = function(day, plan)
        local max, because = nil, nil
        for _, race in ipairs(plan.tune_up_races) do
            local most, why = run_limit(plan, day, race, race.date - day.date)
            if most and (not max or most < max) then
                max, because = most, why
            end
        end
        return max and { distance = { max = max, because = because } } or nil
    end,

    allow = function(day, plan)
        for _, race in ipairs(plan.tune_up_races) do
            local left = race.date - day.date
            local session = left >= 1 and left <= CLEAR_DAYS and days.hard_session(day)
            if session and session.kind ~= "tune_up" then
                return false,
                    "nothing hard with "
                        .. hillplan.count_text(left)
                        .. " days to a tune-up race"
            end
        end
        return true
    end,
}
