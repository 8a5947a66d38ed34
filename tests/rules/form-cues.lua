local plans = hillplan.use("plans")

local function advice(name, day, notes)
    return {
        name = name,
        plan = plans.build({ weeks = { day .. " - - - - - -" } }),
        ask = { hook = "advise", week = 1, day = 1 },
        expect = notes,
    }
end

-- A climbing long run before a marathon that climbs so much.
local function steep(name, climb_m, notes)
    local case = advice(name, "L20^500v100", notes)
    case.plan.race.climb_m = climb_m
    return case
end

return {
    rule = "form-cues",
    cases = {
        advice("downhill cues on downhill days", "D8v110", { "lean with the hill", "midfoot" }),
        advice("and on a long run with as much descent", "L30v300", { "lean", "midfoot" }),
        advice("uphill cues on uphill days", "H8^100v100", { "chest up" }),
        steep("a steep race is hiked in part", 1477, { "chest up", "Hike" }),
        steep("one a metre less steep isn't", 1476, { "chest up" }),
        advice("run-walk is slow", "W4", { "slowly" }),
        advice("none on flat days", "T8", {}),
    },
}
