-- A ramp of 9 % in hours instead of kilometres: slow weeks in the hills count for what they are.
-- It holds beside the 10 % of weekly-ramp, which goes by distance.

local time = hillplan.use("time")

local function seconds_of(week)
    local seconds = 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.is_run and session.kind ~= "race" then
                seconds = seconds + session.duration_s
            end
        end
    end
    return seconds
end

-- The most time of the last four weeks: a lighter week is no reason to stay light.
local function recent_peak(plan, week)
    local peak = 0
    for number = math.max(1, week.number - 4), week.number - 1 do
        peak = math.max(peak, seconds_of(plan.weeks[number]))
    end
    return peak
end

local function allowed(plan, week, set)
    return recent_peak(plan, week) * (100 + set.percent) // 100
end

return {
    api = 1,
    id = "nine-percent-by-time",
    title = "Running time grows by at most 9 %",
    level = "must",
    why = "Tendons count minutes: an hour on steep ground is an hour, however short the way.",

    settings = {
        percent = { default = 9, min = 1, max = 20, unit = "%", help = "over the last 4 weeks" },
    },

    -- The planner fills a week by distance: at easy pace that takes no more time than is allowed.
    limit_week = function(week, plan, set)
        if week.number > 1 then
            local distance = time.longest_distance(plan, allowed(plan, week, set))
            local because = hillplan.percent_text(set.percent) .. " more time"
            return { distance = { max = distance, because = because } }
        end
    end,

    allow_week = function(week, plan, set)
        local seconds = seconds_of(week)
        if week.number == 1 or seconds <= allowed(plan, week, set) then
            return true
        end
        return false,
            hillplan.count_text(seconds // 60)
                .. " minutes; at most "
                .. hillplan.count_text(allowed(plan, week, set) // 60)
                .. " allowed"
    end,
}
