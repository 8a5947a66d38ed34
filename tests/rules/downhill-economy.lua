local plans = hillplan.use("plans")

-- Five weeks and six days before day 1; forgotten from the second day on.
local KNOWN = { last_downhill = { date = "2026-11-24", descent_m = 300 } }

local function build(weeks, runner)
    return plans.build({ recent = { 40 }, weeks = weeks, runner = runner })
end

return {
    rule = "downhill-economy",
    cases = {
        {
            name = "nothing hard on the four days after a first descent of 300 m",
            plan = build({ "E10v300 - - - T8 - -" }),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-08",
                    text = "within 4 days of the descent of Monday",
                },
            },
        },
        { name = "on the fifth day it may", plan = build({ "E10v300 - - - - T8 -" }), expect = {} },
        {
            name = "299 m are too little for it",
            plan = build({ "E10v299 - T8 - - - -" }),
            expect = {},
        },
        { name = "easy running may", plan = build({ "E10v300 E8 P8~ - - - L10" }), expect = {} },
        {
            name = "over the edge of a week",
            plan = build({ "- - - - - - L10v300", "- - - T8 T8 - -" }),
            expect = { { week = 2, status = "broken", date = "2027-01-14", text = "Sunday" } },
        },
        {
            name = "legs that knew three quarters of it know it",
            plan = build({ "E10v240 - - - - - -", "E10v311 - T8 - - - -" }),
            expect = {},
        },
        {
            name = "130 % of what they knew is new",
            plan = build({ "E10v240 - - - - - -", "E10v312 - T8 - - - -" }),
            expect = { { week = 2, status = "broken", date = "2027-01-13" } },
        },
        {
            name = "a descent of 42 days ago is known",
            plan = build({ "- E10v310 - T8 - - -" }, KNOWN),
            expect = {},
        },
        {
            name = "one of 43 days is forgotten",
            plan = build({ "- - E10v310 - T8 - -" }, KNOWN),
            expect = { { week = 1, status = "broken", date = "2027-01-08" } },
        },
        {
            name = "a tune-up race stands on its date",
            plan = build({ "E10v300 - - - U10 - -" }),
            expect = {},
        },
        {
            name = "days of one's own",
            plan = build({ "E10v300 - - T8 - T8 -" }),
            settings = { days = 3 },
            expect = {
                { week = 1, status = "broken", date = "2027-01-07", text = "within 3 days" },
            },
        },
        {
            name = "none, where the runner wants none",
            plan = build({ "E10v300 T8 - - - - -" }),
            settings = { days = 0 },
            expect = {},
        },
    },
}
