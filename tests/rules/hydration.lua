local plans = hillplan.use("plans")

local function advice(name, day, notes, race)
    return {
        name = name,
        plan = plans.build({
            weeks = { day .. " - - - - - -", race and "- - - - - - " .. race },
        }),
        ask = { hook = "advise", week = 1, day = 1 },
        expect = notes,
    }
end

return {
    rule = "hydration",
    cases = {
        advice("90 minutes need water and food", "L15@90", { "electrolytes", "protein" }),
        advice("two hours before a half", "L20@120", { "electrolytes", "protein" }, "R21.1"),
        advice("two hours before a marathon are for its food, too", "L20@120", {
            "electrolytes",
            "carbohydrate an hour",
            "protein",
        }, "R42.2"),
        advice("a minute less isn't", "L20@119", { "electrolytes", "protein" }, "R42.2"),
        advice("89 minutes don't", "L15@89", {}),
        advice("nothing new on race day", "R42.2", { "nothing new" }),
        advice("a rest day needs nothing", "-", {}),
    },
}
