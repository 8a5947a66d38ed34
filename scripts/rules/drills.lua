-- Running drills, on the days of quick running.

local days = hillplan.use("days")

-- The kinds of runs that drills don't prepare, be they hard: the legs have enough to do.
local WITHOUT = { long = true, downhill = true, race = true, tune_up = true }

-- Whether one of the day's runs is quick: strides, uphill, or hard.
local function has_quick_run(day)
    for _, session in ipairs(day.sessions) do
        local kind = session.kind
        local is_quick = kind == "strides" or kind == "uphill" or session.is_hard
        if session.is_run and is_quick and not WITHOUT[kind] then
            return true
        end
    end
    return false
end

return {
    api = 1,
    id = "drills",
    title = "Running drills before quick running",
    level = "should",
    why = "A few minutes of drills wake the muscles for what follows, and teach quick feet and "
        .. "an upright posture while the legs are fresh.",
    source = "Coaching practice: leg swings, lunges and high knees before quick running. Neutral: "
        .. "no study behind the number",

    allow = function(day)
        if days.has_kind(day, "drills") and not has_quick_run(day) then
            return false, "drills go with strides, uphill runs or hard ones"
        end
        return true
    end,
}
