local plans = hillplan.use("plans")

local function advice(name, day, notes)
    return {
        name = name,
        plan = plans.build({ weeks = { day .. " - - - - - -" } }),
        ask = { hook = "advise", week = 1, day = 1 },
        expect = notes,
    }
end

return {
    rule = "warm-up-cool-down",
    cases = {
        advice("a hard run has both", "T8", { "leg swings", "stretch thighs" }),
        advice("a hilly run has both", "E8^200v200", { "leg swings", "stretch thighs" }),
        advice("a long run is followed by stretches", "L20", { "stretch thighs" }),
        advice("the race is warmed up for", "R10", { "leg swings" }),
        advice("an easy run needs neither", "E8", {}),
        advice("a rest day needs neither", "-", {}),
    },
}
