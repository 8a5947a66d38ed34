-- Estimates of running time: climb costs as much as ten times its height on the flat, so a run of
-- 10 km with 300 m of climb takes as long as 13 flat ones (the mountain runners' "km-effort").

local time = {}

-- Per km and mi, where no race result gives the runner's easy pace.
local UNKNOWN_PACE_S = { km = 390, mi = 628 }

-- The easy pace: seconds, for how many metres, and a text for people.
local function easy_pace(plan)
    local paces = plan.paces
    if hillplan.known(paces, "easy_fast") and hillplan.known(paces, "easy_slow") then
        return (paces.easy_fast + paces.easy_slow) // 2, hillplan.to_m(100), "at easy pace"
    end
    if not hillplan.known(plan.runner, "recent_weeks") then
        local _ = paces.easy_fast -- nobody told of the runner: the rule isn't judged
    end
    local pace = hillplan.pace_text(UNKNOWN_PACE_S[plan.units])
    return UNKNOWN_PACE_S.km, 1000, "at " .. pace .. ", for want of a race result"
end

-- The text that says which pace the estimate is made with.
function time.pace_text(plan)
    local _, _, text = easy_pace(plan)
    return text
end

-- The seconds that a distance with climb takes at easy pace.
function time.easy_s(plan, distance, climb_m)
    local pace, metres = easy_pace(plan)
    return (hillplan.to_m(distance) + 10 * climb_m) * pace // metres
end

-- The longest flat distance within a time at easy pace, and the text that says which pace it is.
function time.longest_distance(plan, seconds)
    local pace, metres, text = easy_pace(plan)
    return hillplan.m(seconds * metres // pace), text
end

return time
