local plans = hillplan.use("plans")

local function advice(name, weeks, week, day, notes)
    return {
        name = name,
        plan = plans.build({ weeks = weeks }),
        ask = { hook = "advise", week = week, day = day },
        expect = notes,
    }
end

local HILLS = { "E8 - D8v110 - - - -", "- - D8v110 - - - -" }
local RACE = {
    "- - - - - - L30",
    "- - - - - L30 L30",
    "- - - - - - -",
    "- - - - - - R42.2",
}

return {
    rule = "footwear",
    cases = {
        advice("shoes that fit, on the first run", HILLS, 1, 1, { "shoes that fit" }),
        advice("laced firmly, on the first downhill run", HILLS, 1, 3, { "lace", "Compression" }),
        advice("not on every one", HILLS, 2, 3, {}),
        advice("a rehearsal on the long runs 4 to 2 weeks before the race", RACE, 2, 7, {
            "race day",
        }),
        advice("only there", RACE, 2, 6, { "race day" }),
        advice("known shoes for the race", RACE, 4, 7, { "run long in" }),
    },
}
