local plans = hillplan.use("plans")

local NOTHING = "- - - - - - -"

local function build(weeks, runner, more)
    return plans.build({ weeks = weeks, runner = runner }, more)
end

local function last(date, descent_m)
    return { last_downhill = { date = date, descent_m = descent_m } }
end

return {
    rule = "downhill-progression",
    cases = {
        {
            name = "a first dose of 110 m",
            plan = build({ "- - D8v110 - - - -" }),
            expect = {},
        },
        {
            name = "a metre more",
            plan = build({ "- - D8v111 - - - -" }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-06", text = "110 m, a first dose" },
            },
        },
        {
            name = "in any run, whatever it is called",
            plan = build({ "- - L30v111 - - - -" }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "another first dose",
            plan = build({ "- - D8v51 - - - -" }),
            settings = { first_m = 50 },
            expect = { { week = 1, status = "broken", text = "50 m" } },
        },
        {
            name = "the usual descent is no dose at all",
            plan = build({ "E8v180 - E8v180 - - - -" }, { usual_descent_m = 180 }),
            expect = {},
        },
        {
            name = "100 m more than the largest of six weeks",
            plan = build({ "- - D8v110 - - - -", "- - D8v210 - - - -", "- - D8v310 - - - -" }),
            expect = {},
        },
        {
            name = "a metre more than that",
            plan = build({ "- - D8v110 - - - -", "- - D8v211 - - - -" }),
            expect = { { week = 2, status = "broken", text = "100 m more than the 110 m" } },
        },
        {
            name = "30 % more, from 334 m on",
            plan = build({ "- - D8v520 - - - -" }, last("2026-12-20", 400)),
            expect = {},
        },
        {
            name = "30 % more, and a metre",
            plan = build({ "- - D8v521 - - - -" }, last("2026-12-20", 400)),
            expect = { { week = 1, status = "broken", text = "120 m more than the 400 m" } },
        },
        {
            name = "six weeks ago still counts",
            plan = build({ "- - D8v520 - - - -" }, last("2026-11-25", 400)),
            expect = {},
        },
        {
            name = "a day longer ago is forgotten",
            plan = build({ "- - D8v520 - - - -" }, last("2026-11-24", 400)),
            expect = { { week = 1, status = "broken", text = "a first dose" } },
        },
        {
            name = "small descents in long runs lead on to larger ones",
            plan = build({ "- - - - - - L20v110", "- - D8v210 - - - -" }),
            expect = {},
        },
        {
            name = "downhill sessions are 7 days apart",
            plan = build({ "- - D8v110 - - - -", "- - D8v110 - - - -" }),
            expect = {},
        },
        {
            name = "6 days are too few",
            plan = build({ "- - D8v110 - - - -", "- D8v110 - - - - -" }),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    date = "2027-01-12",
                    text = "6 days after the last",
                },
            },
        },
        {
            name = "6 days after the runner's own last one",
            plan = build({ "D8v110 - - - - - -" }, last("2026-12-29", 110)),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "14 days apart, where the runner wants that",
            plan = build({ "- - D8v110 - - - -", "- - - D8v110 - - -", "- - - - D8v110 - -" }),
            settings = { days_apart = 14 },
            expect = { { week = 2, status = "broken" }, { week = 3, status = "broken" } },
        },
        {
            name = "by its numbers a run is a downhill session too",
            plan = build({ "D8v300 - - - - E20v300 -" }, last("2026-12-20", 300)),
            expect = {
                { week = 1, status = "broken", text = "299" }, -- the limit
                { week = 1, status = "broken", text = "only 5 days after" },
            },
        },
        {
            name = "a metre less, and it may come any day",
            plan = build({ "D8v300 - - - - E20v299 -" }, last("2026-12-20", 300)),
            expect = {},
        },
        {
            name = "the last one is 14 days before the race",
            plan = build({ "- - - - - - D8v110", NOTHING, "race: - - - - - - R42.2" }),
            expect = {},
        },
        {
            name = "21 days, where the runner wants that",
            plan = build({ "D8v110 - - - - - -", NOTHING, "race: R42.2 - - - - - -" }),
            settings = { clear_days = 21 },
            expect = { { week = 1, status = "broken", text = "14 days before the race" } },
        },
        {
            name = "13 days are too few",
            plan = build({ "- - - - - - D8v110", "race: - - - - - - -", "- - - - - R42.2 -" }),
            expect = { { week = 1, status = "broken", date = "2027-01-10", text = "13 days" } },
        },
        {
            name = "the goal race descends as it does",
            plan = build({ "D8v110 - - - - - -", NOTHING, "race: - - - - - - R42.2v900" }),
            expect = {},
        },
        {
            name = "where a downhill session may not be, runs stay below one",
            plan = build({ "D8v110 - - - - - -" }, last("2026-12-20", 400)),
            ask = { hook = "limit_day", week = 1, day = 2 },
            expect = { descent_m = 299 },
        },
        {
            name = "where it may, up to the next dose",
            plan = build({ NOTHING }, last("2026-12-20", 400)),
            ask = { hook = "limit_day", week = 1, day = 1 },
            expect = { descent_m = 520 },
        },
        {
            name = "every 10 to 14 days is the rhythm",
            plan = build({ "D8v110 - - - - - -", "- - - D8v110 - - -" }),
            ask = { hook = "prefer", week = 2, day = 4 },
            expect = 0,
        },
        {
            name = "9 days are worse",
            plan = build({ "D8v110 - - - - - -", "- - D8v110 - - - -" }),
            ask = { hook = "prefer", week = 2, day = 3 },
            expect = -50,
        },
    },
}
