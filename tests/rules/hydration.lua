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
    rule = "hydration",
    cases = {
        advice("90 minutes need water and food", "L15@90", { "electrolytes", "protein" }),
        advice("89 minutes don't", "L15@89", {}),
        advice("nothing new on race day", "R42.2", { "nothing new" }),
        advice("a rest day needs nothing", "-", {}),
    },
}
