local plans = hillplan.use("plans")

local function advice(name, weeks, week, day, notes)
    return {
        name = name,
        plan = plans.build({ weeks = weeks }),
        ask = { hook = "advise", week = week, day = day },
        expect = notes,
    }
end

local WEEKS = { "E8 - D8v110 - - - R42.2", "- - - - - - -" }

return {
    rule = "red-flags",
    cases = {
        advice("on the plan's first day", WEEKS, 1, 1, { "doctor" }),
        advice("the day after a downhill run", WEEKS, 1, 4, { "1 to 3 days", "doctor" }),
        advice("not on the downhill run's own day", WEEKS, 1, 3, {}),
        advice("the day after the race, over the edge of a week", WEEKS, 2, 1, { "doctor" }),
        advice("not everywhere", WEEKS, 1, 2, {}),
    },
}
