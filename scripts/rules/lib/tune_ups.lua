-- Tune-up races: how long those of a week are, and for how long the running stays light after them.

local tune_ups = {}

local LONG_KM = 20 -- from here on the week after is a light one, ...
local VERY_LONG_KM = 35 -- ... or two

-- The distance of the longest one in the week that begins then; 0 where there is none.
function tune_ups.longest(plan, start)
    local longest = 0
    for _, race in ipairs(plan.tune_up_races) do
        if race.date >= start and race.date < start + 7 then
            longest = math.max(longest, race.distance)
        end
    end
    return longest
end

-- For how many weeks after a race of that distance the running stays light.
function tune_ups.light_weeks(distance)
    if distance >= hillplan.km(VERY_LONG_KM) then
        return 2
    end
    return distance >= hillplan.km(LONG_KM) and 1 or 0
end

-- How many weeks ago the long race was from which a week recovers that begins then: 1 or 2; nil
-- where there is none.
function tune_ups.recovering_from(plan, start)
    for back = 1, 2 do
        local longest = tune_ups.longest(plan, start - 7 * back)
        if tune_ups.light_weeks(longest) >= back then
            return back
        end
    end
    return nil
end

return tune_ups
