-- No single run far beyond what the last month has held.

local days = hillplan.use("days")
local history = hillplan.use("history")
local run_walk = hillplan.use("run_walk")

local RECENT_DAYS = 30
local LONGER_DAYS = 90 -- half of the longest of these is always allowed
local FREE_KM = 5
local STEP_OF_KM = 10 -- a step is no less than one from here: a runner of 5 km goes on to 6

-- The longest run that a date may hold, and why.
local function limit(plan, date, set)
    local percent = 100 + set.max_increase
    local longest, is_estimated = history.longest_recent_run(plan, date)
    local max = longest * percent // 100
    local what = hillplan.percent_text(percent) .. " of the longest run in "
    local step = hillplan.km(STEP_OF_KM) * set.max_increase // 100
    if longest > 0 and longest + step > max then
        max = longest + step
        what = hillplan.distance_text(step) .. " above the longest run in "
    end
    what = what .. hillplan.count_text(RECENT_DAYS) .. " days, "
    local longer, longer_is_estimated = history.longest_run(plan, date - LONGER_DAYS, date - 1)
    if longer // 2 > max then
        longest, is_estimated = longer, longer_is_estimated
        max = longest // 2
        what = "half of the longest run in " .. hillplan.count_text(LONGER_DAYS) .. " days, "
    end
    local free = hillplan.km(FREE_KM)
    if max < free then
        return free, "runs of up to " .. hillplan.distance_text(free)
    end
    return max, what .. history.longest_text(longest, is_estimated)
end

-- What the plan alone allows, where it doesn't tell all: what is not known can only allow more. Nil
-- where all is known.
local function least_limit(plan, date, set)
    local longest, unknown = hillplan.largest("distance", date - RECENT_DAYS, date - 1)
    if unknown == 0 and hillplan.known(plan.runner, "recent_weeks") then
        return nil
    end
    local step = math.max(longest, hillplan.km(STEP_OF_KM)) * set.max_increase // 100
    local max = math.max(hillplan.km(FREE_KM), longest > 0 and longest + step or 0)
    return max,
        "what the plan tells of the last " .. hillplan.count_text(RECENT_DAYS) .. " days"
end

return {
    api = 1,
    id = "session-spike",
    title = "No run far beyond the longest of the last month",
    level = "must",
    why = "Injuries follow single runs that are much longer than what the legs know, even in weeks "
        .. "that look moderate as a whole.",
    source = "Frandsen et al., 2025 (5205 runners, all their runs): more injuries in single runs "
        .. "over 110 % of the longest in 30 days (hazard 1.64 times as high, above 200 % 2.28 "
        .. "times). Supports the rule; below 110 % it is open (1.19 times, 0.90 to 1.57)",

    settings = {
        max_increase = {
            default = 10,
            min = 0,
            max = 10,
            unit = "%",
            help = "how much a run may exceed the longest of the last 30 days",
        },
    },

    -- The run-walk weeks of beginners grow by time.
    limit_day = function(day, plan, set)
        if run_walk.includes(day.week) then
            return nil
        end
        local least, why = least_limit(plan, day.date, set)
        if least then
            return { distance = { max = least, because = why, or_more = true } }
        end
        local max, because = limit(plan, day.date, set)
        return { distance = { max = max, because = because } }
    end,

    -- Races are as long as they are. The runner should know it.
    advise = function(day, plan, set)
        if not days.has_kind(day, "race") and not days.has_kind(day, "tune_up") then
            return nil
        end
        local max, because = limit(plan, day.date, set)
        for _, session in ipairs(day.sessions) do
            local is_race = days.is_race(session)
            if is_race and session.distance > max then
                return { "This race is more than " .. because .. ": start slowly." }
            end
        end
        return nil
    end,
}
