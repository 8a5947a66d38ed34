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
-- Long runs 28, 14 and 13 days before the race, and one 29 days before it.
local RACE = {
    "L20 - - - - - -",
    "- - - - - - -",
    "L20 L20 - - - - -",
    "- - - - - - -",
    "R42.2 - - - - - -",
}
-- The same before 10 km, after a first run.
local SHORT = { "L15 - - - - - -", "- - - - - - -", "- - - - - - -", "R10 - - - - - -" }
local EARLIER = plans.join(
    { "- L20 - - - - -" },
    plans.times(3, "- - - - - - -"),
    { "- - R42.2 - - - -" }
)

return {
    rule = "footwear",
    cases = {
        advice("shoes that fit, on the first run", HILLS, 1, 1, { "shoes that fit" }),
        advice("laced firmly, on the first downhill run", HILLS, 1, 3, { "lace", "Compression" }),
        advice("not on every one", HILLS, 2, 3, {}),
        advice("a rehearsal on the long runs from 4 weeks before the race", RACE, 1, 1, {
            "shoes that fit",
            "race day",
        }),
        advice("not a day earlier", EARLIER, 1, 2, { "shoes that fit" }),
        advice("a rehearsal 2 weeks before the race", RACE, 3, 1, { "race day" }),
        advice("not a day later", RACE, 3, 2, {}),
        advice("none of it before a short race", SHORT, 1, 1, { "shoes that fit" }),
        advice("known shoes for the race", RACE, 5, 1, { "run long in" }),
    },
}
