local plans = hillplan.use("plans")

local function beginner(recent, weeks)
    return plans.build({ recent = recent, weeks = weeks })
end

local WEEK = "W4@30 - W4@30 - W4@30 - W4@30"

-- Weeks of run-walk with a growing share of running, ending without a stop.
local GROWING = {
    "W4@30x2/534/366 - - - - - -",
    "W4@30x2/800/100 - - - - - -",
    "W4@30x1/1200/1 - - - - - -",
}

-- One week of run-walk, then so many weeks, of which the last is given.
local function after(week, number)
    local easy = plans.times(number - 1, "E4 - - - - - -")
    return beginner({ 9 }, plans.join({ "W4@30x1/1800/0 - - - - - -" }, easy, { week }))
end

return {
    rule = "run-walk",
    cases = {
        {
            name = "four times 30 minutes",
            plan = beginner({}, { WEEK }),
            expect = {},
        },
        {
            name = "five times",
            plan = beginner({}, { "W3@25 W3@25 - W3@25 - W3@25 W3@25" }),
            expect = { { week = 1, status = "broken", text = "at most 4 times a week" } },
        },
        {
            name = "one session of 40 minutes",
            plan = beginner({}, { "W4@30 - W4@30 - W4@30 - W5@40" }),
            expect = {},
        },
        {
            name = "more than 40 minutes",
            plan = beginner({}, { "W5@41 - - - - - -" }),
            expect = { { week = 1, status = "broken", text = "at most 40 minutes" } },
        },
        {
            name = "two sessions of more than 30 minutes",
            plan = beginner({}, { "W4@31 - W4@31 - W4@30 - -" }),
            expect = { { week = 1, status = "broken", text = "one session of more than 30" } },
        },
        {
            name = "running by distance too early",
            plan = beginner({}, { "E4@30 - - - - - -" }),
            expect = { { week = 1, status = "broken", text = "the first 9 weeks are run-walk" } },
        },
        {
            name = "races may come any time",
            plan = beginner({}, { "- - - - - - R5@40" }),
            expect = {},
        },
        {
            name = "nine weeks for who runs nothing, then by distance",
            plan = beginner({}, plans.join(plans.times(9, WEEK), { "E4@30 - - - - - -" })),
            expect = {},
        },
        {
            name = "fewer in proportion to the mean: 5 km leave 5 weeks",
            plan = beginner({ 4, 6 }, plans.join(plans.times(4, WEEK), { "E4@30 - - - - - -" })),
            expect = { { week = 5, status = "broken", text = "the first 5 weeks" } },
        },
        {
            name = "9.99 km leave one week",
            plan = beginner({ 9.99 }, { "E4@30 - - - - - -", "E4@40 - - - - - -" }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "10 km leave none",
            plan = beginner({ 10 }, { "E4@40 - - - - - -" }),
            expect = {},
        },
        {
            name = "the running share grows to 30 minutes without a stop",
            plan = beginner({ 6 }, plans.join(GROWING, { "W4@30x1/1800/0 - - - - - -" })),
            expect = {},
        },
        {
            name = "the running share falls",
            plan = beginner({ 6 }, { GROWING[2], GROWING[1] }),
            expect = { { week = 2, status = "broken", text = "falls from 88 to 59 %" } },
        },
        {
            name = "in a lighter week it may",
            plan = beginner({ 6 }, { GROWING[2], "lighter: " .. GROWING[1] }),
            expect = {},
        },
        {
            name = "the last run-walk week still stops",
            plan = beginner({ 6 }, plans.join(GROWING, { "W4@30x1/1799/0 - - - - - -" })),
            expect = { { week = 4, status = "broken", text = "here it is 29" } },
        },
        {
            name = "a share that stays is well",
            plan = beginner({ 6 }, { GROWING[2], GROWING[2] }),
            expect = {},
        },
        {
            name = "running is without a stop only where it is in one piece",
            plan = beginner({ 9 }, { "W4@30x2/900/1 - - - - - -" }),
            expect = { { week = 1, status = "broken", text = "here it is 15" } },
        },
        {
            name = "the longest stretch grows by half",
            plan = beginner({ 6 }, { "W4@30x12/60/90 - - - - - -", "W4@30x12/90/60 - - - - - -" }),
            expect = {},
        },
        {
            name = "the longest stretch grows by more than half",
            plan = beginner({ 6 }, { "W4@30x12/60/90 - - - - - -", "W4@30x12/91/59 - - - - - -" }),
            expect = { { week = 2, status = "broken", text = "from 1 min to 1:31; at most 50 %" } },
        },
        {
            name = "a week away doesn't stop its growth",
            plan = beginner({ 6 }, {
                "W4@30x12/60/90 - - - - - -",
                "- - - - - - -",
                "W4@30x10/135/45 - - - - - -",
            }),
            expect = {},
        },
        {
            name = "the longer session is wished for on the day of the long run",
            plan = plans.build({
                recent = {},
                weeks = { "W4@30 - W4@30 - W5@40 - W4@30" },
                week = { long_run = "sun" },
            }),
            ask = { hook = "prefer", week = 1, day = 5 },
            expect = -400,
        },
        {
            name = "the others are not",
            plan = plans.build({
                recent = {},
                weeks = { "W4@30 - W4@30 - W5@40 - W4@30" },
                week = { long_run = "sun" },
            }),
            ask = { hook = "prefer", week = 1, day = 3 },
            expect = 0,
        },
        {
            name = "nothing hard and no race pace for six weeks after run-walk",
            plan = after("E4 - P4~ - E4 - -", 6),
            expect = { { week = 7, status = "broken", date = "2027-02-17", text = "6 weeks" } },
        },
        {
            name = "hard days in the six weeks after it",
            plan = after("E4 - T4 - E4 - -", 1),
            expect = {
                { week = 2, status = "broken", text = "0 hard days allowed" },
                { week = 2, status = "broken", date = "2027-01-13", text = "nothing hard" },
            },
        },
        {
            name = "in the seventh week it may be hard",
            plan = after("E4 - T4 - E4 - -", 7),
            expect = {},
        },
        {
            name = "races may come in these weeks, too",
            plan = after("E4 - - - E4 - U5", 2),
            expect = {},
        },
        {
            name = "no strides in the second week after run-walk",
            plan = after("E4 - S4 - - - -", 2),
            expect = { { week = 3, status = "broken", text = "no strides before week 3" } },
        },
        {
            name = "strides in the third",
            plan = after("E4 - S4 - - - -", 3),
            expect = {},
        },
        {
            name = "who starts with 10 km had no run-walk to recover from",
            plan = beginner({ 10 }, { "E4@40 - T4 - - - -" }),
            expect = {},
        },
    },
}
