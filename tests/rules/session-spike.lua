local plans = hillplan.use("plans")

local function build(weeks, longest, more)
    return plans.build({ weeks = weeks, runner = { longest_recent_run = longest } }, more)
end

-- The runs of a log: the longer one is 30 days before the last day of week 2.
local LOGGED = {
    { date = "2026-12-18", distance = 20, climb_m = 0, descent_m = 0 },
    { date = "2027-01-02", distance = 12 },
}

local function after_log(weeks)
    return plans.build({ weeks = weeks, runner = { recent_runs = LOGGED } })
end

local NOTHING = "- - - - - - -"
local HOLIDAY = { "2027-01-11..2027-01-24" }

return {
    rule = "session-spike",
    cases = {
        {
            name = "110 % of the longest run before the plan",
            plan = build({ "- - - - - - L22" }, 20),
            expect = {},
        },
        {
            name = "a hundredth more",
            plan = build({ "- - - - - - L22.01" }, 20),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-10",
                    text = "110 % of the longest run in 30 days, 20 km",
                },
            },
        },
        {
            name = "110 % of the longest of a log's runs",
            plan = after_log({ "- - - - - - -", "- - - - - - L22" }),
            expect = {},
        },
        {
            name = "a log's run counts for 30 days, and its half for 90",
            plan = after_log({ "- - - - - - -", "- - - - - - -", "L13.21 - - - - - -" }),
            expect = {
                {
                    week = 3,
                    status = "broken",
                    text = "110 % of the longest run in 30 days, 12 km",
                },
            },
        },
        {
            name = "an increase of one's own",
            plan = build({ "- - - - - - L21" }, 20),
            settings = { max_increase = 5 },
            expect = {},
        },
        {
            name = "a hundredth more than that",
            plan = build({ "- - - - - - L21.01" }, 20),
            settings = { max_increase = 5 },
            expect = { { week = 1, status = "broken", text = "105 % of the longest run" } },
        },
        {
            name = "none at all",
            plan = build({ "- - - - - - L20.01" }, 20),
            settings = { max_increase = 0 },
            expect = { { week = 1, status = "broken", text = "100 % of the longest run" } },
        },
        {
            name = "the longest run of the plan counts, of any kind",
            plan = build({ "E22 - - - - - L24.2" }, 20),
            expect = {},
        },
        {
            name = "races count as history",
            plan = build({ "- - - - - - U30", "- - - - - - L33" }, 20),
            expect = {},
        },
        {
            name = "races are not judged",
            plan = build({ "- - - U30 - - R42.2" }, 10),
            expect = {},
        },
        {
            name = "but the runner is told",
            plan = build({ "- - - - - - R42.2" }, 10),
            ask = { hook = "advise", week = 1, day = 7 },
            expect = { "more than 110 % of the longest run in 30 days, 10 km" },
        },
        {
            name = "30 days back count",
            plan = build(plans.join({ "E20 - - - - - -" }, plans.times(3, NOTHING), {
                "- - E22 - - - -",
            }), 10, { recent = { 40 } }),
            -- The first run itself is more than 110 % of 10 km.
            expect = { { week = 1, status = "broken", date = "2027-01-04" } },
        },
        {
            name = "31 days back don't: with no run in 30 days half of the longest in 90",
            plan = build(plans.join({ "E11 - - - - - -" }, plans.times(3, NOTHING), {
                "- - - E5.5 - - -",
            }), 10),
            expect = {},
        },
        {
            name = "a hundredth more than half",
            plan = build(plans.join({ "E11 - - - - - -" }, plans.times(3, NOTHING), {
                "- - - E5.51 - - -",
            }), 10),
            expect = {
                { week = 5, status = "broken", text = "half of the longest run in 90 days" },
            },
        },
        {
            name = "5 km are free",
            plan = build({ "E5 - - - - - -" }, 2),
            expect = {},
        },
        {
            name = "more than 5 km are not",
            plan = build({ "E5.01 - - - - - -" }, 2),
            expect = { { week = 1, status = "broken", text = "runs of up to 5 km" } },
        },
        {
            name = "a step of 1 km below 10 km",
            plan = build({ "E7.5 - - - - - -" }, 6.5),
            expect = {},
        },
        {
            name = "no more than 1 km below 10 km",
            plan = build({ "E7.51 - - - - - -" }, 6.5),
            expect = {
                { week = 1, status = "broken", text = "1 km above the longest run in 30 days" },
            },
        },
        {
            name = "of 10 km 110 % and a step of 1 km are the same",
            plan = build({ "E11.01 - - - - - -" }, 10),
            expect = { { week = 1, status = "broken", text = "110 %" } },
        },
        {
            name = "the step goes with the setting",
            plan = build({ "E7 - - - - - -", "E7.51 - - - - - -" }, 6.5),
            settings = { max_increase = 5 },
            expect = { { week = 2, status = "broken", text = "0.5 km above" } },
        },
        {
            name = "no step where the runner wants none",
            plan = build({ "E6.51 - - - - - -" }, 6.5),
            settings = { max_increase = 0 },
            expect = { { week = 1, status = "broken", text = "100 % of the longest run" } },
        },
        {
            name = "without a longest run 1.3 times a mean one: 1.3 x 40 / 6 = 8.66",
            plan = plans.build({ recent = { 40 }, weeks = { "E9.66 - - - - - -" } }),
            expect = {},
        },
        {
            name = "without a longest run, no more than that",
            plan = plans.build({ recent = { 40 }, weeks = { "E9.67 - - - - - -" } }),
            expect = { { week = 1, status = "broken", text = "8.66 km (estimated)" } },
        },
        {
            name = "fewer run days have longer runs: 1.3 x 40 / 4 = 13",
            plan = plans.build({
                recent = { 40 },
                weeks = { "E14.3 - - - - - -" },
                week = { run_days = { "mon", "wed", "fri", "sun" } },
            }),
            expect = {},
        },
        {
            name = "run-walk weeks are by time",
            plan = plans.build({ recent = {}, weeks = { "W6 - - - - - -" } }),
            expect = {},
        },
        {
            name = "the last run-walk week is by time, the next is not",
            plan = plans.build({
                recent = { 9 },
                weeks = { "W6 - - - - - -", "E7.01 - - - - - -" },
            }),
            expect = { { week = 2, status = "broken", text = "6 km" } },
        },
        {
            name = "the runner is not told of races within reach",
            plan = build({ "- - - - - - R11" }, 10),
            ask = { hook = "advise", week = 1, day = 7 },
            expect = {},
        },
        {
            name = "90 days back count",
            plan = build(plans.times(13, NOTHING), 30),
            ask = { hook = "limit_day", week = 13, day = 6 },
            expect = { distance = 1500 },
        },
        {
            name = "91 days back don't",
            plan = build(plans.times(13, NOTHING), 30),
            ask = { hook = "limit_day", week = 13, day = 7 },
            expect = { distance = 500 },
        },
        {
            name = "half of the longest in 90 days, though something was run since",
            plan = build(plans.join({ "E30 - - - - - -" }, plans.times(4, NOTHING), {
                "E6 - E15 - - - -",
            }), 30),
            expect = {},
        },
        {
            name = "days off are passed over",
            plan = build(plans.times(6, NOTHING), 20, { week = { unavailable = HOLIDAY } }),
            ask = { hook = "limit_day", week = 6, day = 1 },
            expect = { distance = 2200 }, -- 36 days after the longest, 14 of them off
        },
        {
            name = "but not an injured runner's",
            plan = build(plans.times(6, NOTHING), 20, {
                week = {
                    unavailable = { { from = "2027-01-11", to = "2027-01-24", reason = "injury" } },
                },
            }),
            ask = { hook = "limit_day", week = 6, day = 1 },
            expect = { distance = 1000 },
        },
        {
            name = "nor more than 28 of them",
            plan = build(plans.times(10, NOTHING), 20, {
                week = { unavailable = { "2027-01-11..2027-02-14" } }, -- 35
            }),
            ask = { hook = "limit_day", week = 9, day = 3 },
            expect = { distance = 1000 }, -- 59 days after the longest
        },
        {
            name = "up to 28",
            plan = build(plans.times(10, NOTHING), 20, {
                week = { unavailable = { "2027-01-11..2027-02-14" } },
            }),
            ask = { hook = "limit_day", week = 9, day = 2 },
            expect = { distance = 2200 }, -- 58
        },
        {
            name = "three days off are none",
            plan = build(plans.times(6, NOTHING), 20, {
                week = { unavailable = { "2027-01-11..2027-01-13" } },
            }),
            ask = { hook = "limit_day", week = 5, day = 5 },
            expect = { distance = 1000 },
        },
    },
}
