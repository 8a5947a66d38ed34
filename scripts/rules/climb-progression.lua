-- Weekly climb grows in steps.

local breaks = hillplan.use("breaks")
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

-- A week before the plan, so many before week 1: by a log, or else who goes down at home goes up as
-- much.
local function climb_before(plan, ago)
    local first = plan.weeks[1].start - 7 * ago
    return history.sum_before(plan, "climb_m", first, first + 6)
        or (hills.usual_m(plan) or 0) * history.run_days(plan)
end

-- The highest of the four weeks before one.
local function highest_of_four(plan, before)
    local highest = 0
    for ago = 1, 5 - before do
        highest = math.max(highest, climb_before(plan, ago))
    end
    for number = math.max(1, before - 4), math.min(before - 1, #plan.weeks) do
        highest = math.max(highest, week_climb(plan.weeks[number]))
    end
    return highest
end

-- On the way back after days off the step holds of what was climbed before them, too.
local function highest_before(plan, week)
    local highest = highest_of_four(plan, week.number)
    local way, percent = breaks.way_back(plan, week)
    if way then
        local first = (way.first - plan.weeks[1].start) // 7 + 1
        highest = math.max(highest, highest_of_four(plan, math.max(1, first)) * percent // 100)
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
        local highest = highest_before(plan, week)
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
