local plans = hillplan.use("plans")

local function build(weeks, more)
    return plans.build({ weeks = weeks }, more)
end

return {
    rule = "hills-and-flats",
    cases = {
        {
            name = "never two hilly days in a row",
            plan = build({ "E8^200v200 E8^200v200 E8 E8 - - L12" }),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-05",
                    text = "no hills on the day after easy",
                },
            },
        },
        {
            name = "nor over the edge of a week",
            plan = build({ "E8 E8 - - - - E8^200v200", "E8^200v200 E8 E8 - - - L12" }),
            expect = { { week = 2, status = "broken", date = "2027-01-11" } },
        },
        {
            name = "rolling ground is not hilly: 20 m per km",
            plan = build({ "E8^160v160 E8^160v160 E8 - - - L12" }),
            expect = {},
        },
        {
            name = "a metre more, and it is",
            plan = build({ "E8^161v160 E8^160v161 E8 - - - L12" }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "what is usual for the runner is flat",
            plan = build(
                { "H8^100v100 E8^200v200 E8 - - - L12" },
                { runner = { usual_descent_m = 200 } }
            ),
            expect = {},
        },
        {
            name = "a metre more than usual is not",
            plan = build(
                { "H8^100v100 E8^201v200 E8 - - - L12" },
                { runner = { usual_descent_m = 200 } }
            ),
            expect = {
                { week = 1, status = "broken", text = "no hills on the day after uphill" },
            },
        },
        {
            name = "numbers win over the word: a flat run that is called hilly",
            plan = build({ "E8=hilly E8=hilly E8 - - - L12" }),
            expect = {},
        },
        {
            name = "the word serves where there are no numbers",
            plan = build({ "E8?=hilly E8?=hilly E8 - - - L12" }),
            expect = {
                { week = 1, status = "not_judged", date = "2027-01-05" }, -- the limits in metres
                { week = 1, status = "broken", date = "2027-01-05" },
            },
        },
        {
            name = "a gentle downhill session is hilly all the same",
            plan = build({ "D12v110 E8^200v200 E8 E8 - - L12" }),
            expect = { { week = 1, status = "broken", text = "the day after downhill" } },
        },
        {
            name = "the run after an uphill one is flat, however many days later",
            plan = build({ "E8 E8 - - - - H8^100v100", "- - E8^120v120 - - - L12" }),
            expect = {
                { week = 2, status = "broken", date = "2027-01-13", text = "uphill one is flat" },
            },
        },
        {
            name = "flat is 10 m per km",
            plan = build({ "E8 E8 - - - - H8^100v100", "- - E8^80v80 - - - L12" }),
            expect = {},
        },
        {
            name = "flat is no metre more",
            plan = build({ "E8 E8 - - - - H8^100v100", "- - E8^81v80 - - - L12" }),
            expect = { { week = 2, status = "broken" } },
        },
        {
            name = "in miles the metres per km are the same",
            plan = build(
                { "E8 E8 - - - - H8^100v100", "- - E5^80v80 - - - L12" },
                { units = "mi" }
            ),
            expect = {},
        },
        {
            name = "a second run on the uphill session's own day is the next one",
            plan = build({ "H8^100v100&E5^60v60 E8 - - - - L12" }),
            expect = { { week = 1, status = "broken", date = "2027-01-04" } },
        },
        {
            name = "climb of 300 m makes any run an uphill session",
            plan = build({ "- - - - - - L40^300v20", "E8^120v120 - - - - - -" }),
            expect = { { week = 1, status = "broken" }, { week = 2, status = "broken" }, },
        },
        {
            name = "half of the week is flat",
            plan = build({ "taper: E10^250v250 - E5 - E5 - -" }),
            expect = {},
        },
        {
            name = "less than half of the week is flat",
            plan = build({ "taper: E10^250v250 - E5 - E4.99 - -" }),
            expect = { { week = 1, status = "broken", text = "9.99 km of 19.99 km" } },
        },
        {
            name = "a third, where a mountain race asks for it",
            plan = build({ "taper: E13^300v290 - E7 - - - -" }),
            settings = { flat_share = 35 },
            expect = {},
        },
        {
            name = "no more hilly runs than others",
            plan = build({ "E6^150v150 - E6^150v150 - L20 - E6^150v150 " }),
            settings = { flat_share = 30 },
            expect = { { week = 1, status = "broken", text = "3 of 4 runs are hilly" } },
        },
        {
            name = "as many hilly runs as others",
            plan = build({ "E6^150v150 - E6^150v150 - L10 E4 -" }),
            expect = {},
        },
        {
            name = "the goal race is exempt",
            plan = build({ "race: E8 - - - - E5^150v150 R42.2^900v900" }),
            expect = {},
        },
        {
            name = "strength training is no run, neither hilly nor in the week's distance",
            plan = build({ "taper: H8^100v100 G&X E8 - - - -" }),
            expect = {},
        },
    },
}
