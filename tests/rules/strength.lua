local plans = hillplan.use("plans")

local function build(week)
    return plans.build({ weeks = { week } })
end

return {
    rule = "strength",
    cases = {
        { name = "twice a week on easy days", plan = build("E8&G - - G - E8 L12"), expect = {} },
        { name = "after a hard run", plan = build("T8&G - - G - E8 L12"), expect = {} },
        {
            name = "before a hard run",
            plan = build("G&T8 - - G - E8 L12"),
            expect = { { week = 1, status = "broken", text = "after the hard session" } },
        },
        {
            name = "on the day of the long run",
            plan = build("E8&G - - - - E8 L12&G"),
            expect = {
                { week = 1, status = "broken", date = "2027-01-10", text = "not with long" },
            },
        },
        {
            name = "the day before the long run",
            plan = build("E8&G - - - - E8&G L12"),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-10",
                    text = "was the day before long",
                },
            },
        },
        {
            name = "the day before a downhill run",
            plan = build("E8&G D8v110 - - - G -"),
            expect = { { week = 1, status = "broken", date = "2027-01-05" } },
        },
        {
            name = "the day before the goal race",
            plan = build("race: - - - - - G R42.2"),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "over the edge of a week",
            plan = plans.build({ weeks = { "- - - G - - G", "D8v110 - G - G - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-11" } },
        },
        {
            name = "on two days in a row",
            plan = build("E8&G E8&G - - - - L12"),
            expect = {
                { week = 1, status = "broken", date = "2027-01-05", text = "the day before, too" },
            },
        },
        {
            name = "once is less than wished for",
            plan = build("E8&G - - - - E8 L12"),
            expect = { { week = 1, status = "broken", text = "1 of 2 strength sessions" } },
        },
        {
            name = "but not in a lighter week",
            plan = build("lighter: E8&G - - - - E8 -"),
            expect = {},
        },
        {
            name = "three times",
            plan = build("E8&G - G - G - L12"),
            expect = { { week = 1, status = "broken", text = "at most 2" } },
        },
        {
            name = "three times, where the runner wants that",
            plan = build("E8&G - G - G - L12"),
            settings = { sessions = 3 },
            expect = {},
        },
        {
            name = "none, where the runner wants none",
            plan = build("E8 - - - - - L12"),
            settings = { sessions = 0 },
            expect = {},
        },
        {
            name = "days between are better",
            plan = build("E8&G - - G - - -"),
            ask = { hook = "prefer", week = 1, day = 4 },
            expect = 0,
        },
        {
            name = "two days in a row are worse",
            plan = build("E8&G G - - - - -"),
            ask = { hook = "prefer", week = 1, day = 2 },
            expect = -10,
        },
        {
            name = "nor are two days with one between",
            plan = build("E8&G - G - - - -"),
            ask = { hook = "prefer", week = 1, day = 3 },
            expect = -10,
        },
    },
}
