local plans = hillplan.use("plans")

local TEN = { distance = "10k", distance_m = 10000 }
local HALF = { distance = "half", distance_m = 21098 }
local ULTRA = { distance = "50k", distance_m = 50000 }

local function build(week, race, more)
    return plans.build({ weeks = { week }, race = race }, more)
end

return {
    rule = "long-run",
    cases = {
        {
            name = "to 10 km: 35 % of the week",
            plan = build("E4 E4 E3 - E2 - L7", TEN),
            expect = {},
        },
        {
            name = "to 10 km: no more",
            plan = build("E4 E4 E3 - E1.99 - L7", TEN),
            expect = {
                { week = 1, date = "2027-01-10", text = "35 % of the week's 19.99 km" },
            },
        },
        {
            name = "half marathon: 40 % of the week",
            plan = build("E4 E4 E3 - E1 - L8", HALF),
            expect = {},
        },
        {
            name = "half marathon: no more",
            plan = build("E4 E4 E3 - E0.99 - L8", HALF),
            expect = { { week = 1, status = "broken", text = "40 % of the week" } },
        },
        { name = "longer: 45 % of the week", plan = build("E4 E4 E2 - E1 - L9"), expect = {} },
        {
            name = "longer: no more",
            plan = build("E4 E4 E2 - E0.99 - L9"),
            expect = { { week = 1, status = "broken", text = "45 % of the week" } },
        },
        { name = "5 points more with 4 runs", plan = build("E4 E4 E2 - - - L10"), expect = {} },
        {
            name = "5 points with 4 runs, no more",
            plan = build("E4 E4 E1.99 - - - L10"),
            expect = { { week = 1, status = "broken", text = "50 % of the week" } },
        },
        { name = "10 points more with 3 runs", plan = build("E5 E4 - - - - L11"), expect = {} },
        {
            name = "10 points with 3 runs, no more",
            plan = build("E5 E3.99 - - - - L11"),
            expect = { { week = 1, status = "broken", text = "55 % of the week" } },
        },
        {
            name = "the share of the week is the limit of each of its days",
            plan = build("E4 E4 E3 - E2 - L7", TEN),
            ask = { hook = "limit_day", week = 1, day = 7 },
            expect = { distance = 700 },
        },
        {
            name = "two runs are not judged by shares",
            plan = build("E2 - - - - - L15"),
            expect = {},
        },
        {
            name = "any kind of run can be the longest",
            plan = build("E4 E4 E2 - E0.99 - E9"),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "but a tune-up race, which counts in the week",
            plan = build("E4 E4 E4 - - - U21.1"),
            expect = {},
        },
        {
            name = "a share of its own",
            plan = build("E4 E4 E3 - E1.99 - L9"),
            settings = { share = 25 },
            expect = { { week = 1, status = "broken", text = "25 % of the week" } },
        },
        {
            name = "cut weeks are not judged by shares",
            plan = build("- - - - E4 E2 L15", nil, { week = { unavailable = { "2027-01-05" } } }),
            expect = {},
        },
        {
            name = "nor is race week",
            plan = build("race: L15 E2 E2 - - - R42.2"),
            expect = {},
        },
        {
            name = "without a race result 180 minutes at 6:30 are 27.69 km",
            plan = build("E20 E20 - - - - L27.69"),
            expect = {},
        },
        {
            name = "in miles, before a race of 42.2 of them, 300 minutes are 28.67",
            plan = build("E20 E20 - - - - L28.68", nil, { units = "mi" }),
            expect = { { week = 1, status = "broken", text = "300 minutes at 10:28/mi" } },
        },
        {
            name = "27.70 km take longer",
            plan = build("E20 E20 - - - - L27.7"),
            expect = { { week = 1, status = "broken", text = "180 minutes at 6:30/km" } },
        },
        {
            name = "100 m of climb count as a kilometre",
            plan = build("E20 E20 - - - - L26.69^100v0"),
            expect = {},
        },
        {
            name = "... not as less",
            plan = build("E20 E20 - - - - L26.69^101v0"),
            expect = { { week = 1, status = "broken", text = "at most 180" } },
        },
        {
            name = "120 minutes to 10 km, at the runner's easy pace",
            plan = build("E20 E20 - - - - L20", TEN, { paces = { easy = { 350, 370 } } }),
            expect = {},
        },
        {
            name = "more than 120 minutes at the runner's easy pace",
            plan = build("E20 E20 - - - - L20.01", TEN, { paces = { easy = { 350, 370 } } }),
            expect = { { week = 1, status = "broken", text = "at easy pace" } },
        },
        {
            name = "the limits of time by race",
            plan = build("- - - - - - -", HALF, { paces = { easy = { 360, 360 } } }),
            ask = { hook = "limit_day", week = 1, day = 7 },
            expect = { distance = 2500 },
        },
        {
            name = "an ultra has 300 minutes",
            plan = build("- - - - - - -", ULTRA, { paces = { easy = { 360, 360 } } }),
            ask = { hook = "limit_day", week = 1, day = 7 },
            expect = { distance = 5000 },
        },
        {
            name = "a second long run may follow the first",
            plan = build("E20 E10 E10 - - L28 L20", ULTRA),
            expect = {},
        },
        {
            name = "on the day after the first it needs no day of its own",
            plan = build("- - - - - L28 L20", ULTRA, { week = { long_run = "sat" } }),
            ask = { hook = "prefer", week = 1, day = 7 },
            expect = 0,
        },
        {
            name = "a second long run on another day is worse",
            plan = build("- - - L20 - - L28", ULTRA, { week = { long_run = "sun" } }),
            ask = { hook = "prefer", week = 1, day = 7 },
            expect = -300,
        },
        {
            name = "the flat one comes first",
            plan = build("- - - - - L28 L20^250v250", ULTRA),
            ask = { hook = "prefer", week = 1, day = 7 },
            expect = 0,
        },
        {
            name = "the hilly one should not",
            plan = build("- - - - - L20^250v250 L28", ULTRA),
            ask = { hook = "prefer", week = 1, day = 7 },
            expect = -20,
        },
        {
            name = "the runner's day for it is best",
            plan = build("- - - - - - L20", nil, { week = { long_run = "sun" } }),
            ask = { hook = "prefer", week = 1, day = 7 },
            expect = 0,
        },
        {
            name = "another day is worse",
            plan = build("- - - - - L20 -", nil, { week = { long_run = "sun" } }),
            ask = { hook = "prefer", week = 1, day = 6 },
            expect = -400,
        },
        {
            name = "the weekend is best where no day was named",
            plan = build("- - - - - L20 -"),
            ask = { hook = "prefer", week = 1, day = 6 },
            expect = 0,
        },
        {
            name = "a weekday is worse then",
            plan = build("- - - - L20 - -"),
            ask = { hook = "prefer", week = 1, day = 5 },
            expect = -200,
        },
        {
            name = "an ultra: 45 % of the week",
            plan = build("E4 E4 E2 - E1 - L9", ULTRA),
            expect = {},
        },
        {
            name = "an ultra: no more",
            plan = build("E4 E4 E2 - E0.99 - L9", ULTRA),
            expect = { { week = 1, status = "broken", text = "45 % of the week" } },
        },
        {
            name = "a metre more than 10 km is not short",
            plan = build("- - - - - - -", {
                distance = "10.001",
                distance_m = 10001,
            }, { paces = { easy = { 360, 360 } } }),
            ask = { hook = "limit_day", week = 1, day = 7 },
            expect = { distance = 2500 },
        },
        {
            name = "a metre more than a half marathon, however it is rounded",
            plan = build("- - - - - - -", {
                distance = "21.101",
                distance_m = 21101,
            }, { paces = { easy = { 360, 360 } } }),
            ask = { hook = "limit_day", week = 1, day = 7 },
            expect = { distance = 3000 },
        },
        {
            name = "a metre more than a marathon, however it is rounded",
            plan = build("- - - - - - -", {
                distance = "42.201",
                distance_m = 42201,
            }, { paces = { easy = { 360, 360 } } }),
            ask = { hook = "limit_day", week = 1, day = 7 },
            expect = { distance = 5000 },
        },
    },
}
