local plans = hillplan.use("plans")

local function build(weeks, runner, more)
    return plans.build({ weeks = weeks, runner = runner }, more)
end

-- Four weeks, three of 21 off, and what follows.
local BEFORE = plans.join({ "E10^1000 - - - - - -" }, plans.times(11, "- - - - - - -"))
local AWAY = { "2027-02-01..2027-02-21" } -- weeks 5 to 7

-- A week of 900 m of climb, four weeks before week 1; more a day before that.
local LOGGED = {
    usual_descent_m = 20,
    recent_runs = {
        { date = "2026-12-06", distance = 30, climb_m = 2000 },
        { date = "2026-12-07", distance = 10, climb_m = 500 },
        { date = "2026-12-13", distance = 10, climb_m = 400 },
        { date = "2026-12-30", distance = 10 },
    },
}

return {
    rule = "climb-progression",
    cases = {
        {
            name = "150 m for who has told nothing",
            plan = build({ "E8^75 - - - - - L10^75" }),
            expect = {},
        },
        {
            name = "151 m are too many",
            plan = build({ "E8^75 - - - - - L10^76" }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-04", text = "150 m above the 0 m" },
            },
        },
        {
            name = "by a log the highest of four weeks before, be it more than usual",
            plan = build({ "E8^600 - - - - - L10^570" }, LOGGED),
            expect = {},
        },
        {
            name = "and no more than 130 % of it",
            plan = build({ "E8^600 - - - - - L10^571" }, LOGGED),
            expect = { { week = 1, status = "broken", text = "270 m above the 900 m" } },
        },
        {
            name = "a log that tells of no climb leaves it at the usual",
            plan = build({ "E8^400 - - - - - L10^380" }, {
                usual_descent_m = 100,
                recent_runs = { { date = "2026-12-30", distance = 10 } },
            }),
            expect = {},
        },
        {
            name = "the usual descent on six days: 100 m make 600, and 30 % 780",
            plan = build({ "E8^400 - - - - - L10^380" }, { usual_descent_m = 100 }),
            expect = {},
        },
        {
            name = "a metre more than usual allows",
            plan = build({ "E8^400 - - - - - L10^381" }, { usual_descent_m = 100 }),
            expect = { { week = 1, status = "broken", text = "180 m above the 600 m" } },
        },
        {
            name = "fewer run days, less usual climb",
            plan = build(
                { "E8^400 - - - - - L10^51" },
                { usual_descent_m = 100 },
                { week = { run_days = { "mon", "wed", "sun" } } }
            ),
            expect = { { week = 1, status = "broken", text = "150 m above the 300 m" } },
        },
        {
            name = "150 m more than the highest of four weeks, not the last",
            plan = build({ "E8^150 - - - - - -", "E8 - - - - - -", "E8^300 - - - - - -" }),
            expect = {},
        },
        {
            name = "30 % more, from 500 m on",
            plan = build(
                { "E8^1300 - - - - - -", "E8^1690 - - - - - -" },
                { usual_descent_m = 200 }
            ),
            expect = {},
        },
        {
            name = "30 % more, and a metre",
            plan = build(
                { "E8^1300 - - - - - -", "E8^1691 - - - - - -" },
                { usual_descent_m = 200 }
            ),
            expect = { { week = 2, status = "broken", text = "390 m above the 1300 m" } },
        },
        {
            name = "the fifth week back is forgotten",
            plan = build({
                "E8^150 - - - - - -",
                "E8 - - - - - -",
                "E8 - - - - - -",
                "E8 - - - - - -",
                "E8 - - - - - -",
                "E8^151 - - - - - -",
            }),
            expect = { { week = 6, status = "broken", text = "the 0 m" } },
        },
        {
            name = "the goal race's climb is not in the week",
            plan = build({ "race: E8^150 - - - - - R42.2^900" }),
            expect = {},
        },
        {
            name = "a race of unknown climb hides only its own week",
            plan = build({ "E8^100 - - - - - U10?", "E8^250 - - - - - -", "E8^401 - - - - - -" }),
            expect = { { week = 1, status = "not_judged" }, { week = 3, status = "broken" } },
        },
        {
            name = "in week 4 the weeks before the plan still count",
            plan = build(
                { "- - - - - - -", "- - - - - - -", "- - - - - - -", "- - - - - - -" },
                { usual_descent_m = 100 }
            ),
            ask = { hook = "limit_week", week = 4 },
            expect = { climb_m = 780 },
        },
        {
            name = "in week 5 they don't",
            plan = build(
                plans.times(5, "- - - - - - -"),
                { usual_descent_m = 100 }
            ),
            ask = { hook = "limit_week", week = 5 },
            expect = { climb_m = 150 },
        },
        {
            name = "the fourth week back counts",
            plan = build(plans.join({ "E8^100 - - - - - -" }, plans.times(4, "- - - - - - -"))),
            ask = { hook = "limit_week", week = 5 },
            expect = { climb_m = 250 },
        },
        {
            name = "on the way back a step of the highest week before days off",
            plan = build(BEFORE, nil, { week = { unavailable = AWAY } }),
            ask = { hook = "limit_week", week = 8 },
            expect = { climb_m = 780 }, -- 60 % of 1000 m, and 30 % more
        },
        {
            name = "after it as ever",
            plan = build(BEFORE, nil, { week = { unavailable = AWAY } }),
            ask = { hook = "limit_week", week = 12 },
            expect = { climb_m = 150 },
        },
    },
}
