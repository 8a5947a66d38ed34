-- Races stand on their dates.

local days = hillplan.use("days")

-- The tune-up race of a date, or nil.
local function tune_up_on(plan, date)
    for _, race in ipairs(plan.tune_up_races) do
        if race.date == date then
            return race
        end
    end
    return nil
end

local function name(race, otherwise)
    return hillplan.known(race, "name") and hillplan.name_text(race.name) or otherwise
end

local function check_goal_race(day, plan, has_race)
    if plan.race.is_none then
        return true
    end
    if day.date ~= plan.race.date then
        if has_race then
            return false, "the goal race is on " .. hillplan.day_text(plan.race.date)
        end
        return true
    end
    if not has_race then
        return false, name(plan.race, "the goal race") .. " is on this day, and missing"
    end
    local runs = 0
    for _, session in ipairs(day.sessions) do
        runs = runs + (session.is_run and 1 or 0)
    end
    if runs > 1 then
        return false, "the goal race is the day's only run; there are " .. hillplan.count_text(runs)
    end
    return true
end

local function check_tune_ups(day, plan, has_race)
    local race = tune_up_on(plan, day.date) -- warm-up and cool-down may stand beside it
    if race and not has_race then
        return false, name(race, "a tune-up race") .. " is on this day, and missing"
    end
    if has_race and not race then
        return false, "no tune-up race is named for " .. hillplan.day_text(day.date)
    end
    return true
end

return {
    api = 1,
    id = "race-day",
    title = "Races stand on their dates",
    level = "must",
    why = "The plan is counted back from race day. The goal race is that day's only run.",
    source = "The runner's own calendar. Neutral: it needs no study",

    allow = function(day, plan)
        local has_goal_race, has_tune_up = days.races(day)
        local allowed, why = check_goal_race(day, plan, has_goal_race)
        if not allowed then
            return false, why
        end
        return check_tune_ups(day, plan, has_tune_up)
    end,
}
