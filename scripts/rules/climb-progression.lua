-- Weekly climb grows in steps.

local hills = hillplan.use("hills")
local history = hillplan.use("history")

local MOST_PERCENT = 130 -- of the highest of the last four weeks
local MORE_M = 150 -- or so much more, whichever is more

-- The climb of a week; runs of unknown climb count as flat, so that one race doesn't hide a month.
local function week_climb(week)
    if hillplan.known(week, "climb_m") then
        return week.climb_m
    end
    local sum = 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            local counts = session.is_run and session.kind ~= "race"
            if counts and hillplan.known(session, "climb_m") then
                sum = sum + session.climb_m
            end
        end
    end
    return sum
end

-- A week before the plan: who goes down at home goes up as much.
local function usual_week_climb(plan)
    return (hills.usual_m(plan) or 0) * history.run_days(plan)
end

local function highest_of_four(plan, week)
    local highest = week.number <= 4 and usual_week_climb(plan) or 0
    for number = math.max(1, week.number - 4), week.number - 1 do
        highest = math.max(highest, week_climb(plan.weeks[number]))
    end
    return highest
end

return {
    api = 1,
    id = "climb-progression",
    title = "Weekly climb grows in steps",
    level = "must",
    why = "Calves and Achilles tendons take the load of climbing, and adapt more slowly than the "
        .. "lungs do.",
    source = "Coaching practice: add hills gradually. Neutral: no study behind the numbers, which "
        .. "are this program's own choice",

    limit_week = function(week, plan)
        local highest = highest_of_four(plan, week)
        local max = math.max(highest * MOST_PERCENT // 100, highest + MORE_M)
        return {
            climb_m = {
                max = max,
                because = hillplan.elevation_text(max - highest)
                    .. " above the "
                    .. hillplan.elevation_text(highest)
                    .. " of recent weeks",
            },
        }
    end,
}
