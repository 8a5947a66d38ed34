local plans = hillplan.use("plans")

local function beginner(recent, weeks)
    return plans.build({ recent = recent, weeks = weeks })
end

local WEEK = "W4@30 - W4@30 - W4@30 - W4@30"

-- Weeks of run-walk with a growing share of running, ending without a stop.
local GROWING = {
    "W4@30x12/60/90 - - - - - -",
    "W4@30x12/75/75 - - - - - -",
    "W4@30x12/90/60 - - - - - -",
}

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
            name = "more than 30 minutes",
            plan = beginner({}, { "W4@31 - - - - - -" }),
            expect = { { week = 1, status = "broken", text = "at most 30 minutes" } },
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
            expect = { { week = 2, status = "broken", text = "falls from 50 to 40 %" } },
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
    },
}
