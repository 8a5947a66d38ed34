local plans = hillplan.use("plans")

local RACE = { date = "2027-01-10", distance = "marathon", distance_m = 42195 }
local TUNE_UP = { { name = "Park 10k", date = "2027-01-09", distance = "10k", distance_m = 10000 } }

return {
    rule = "race-day",
    cases = {
        {
            name = "the goal race on its date, a tune-up race on its own",
            plan = plans.build({ weeks = { "E8 - - - - U10 -", "race: - - - - - - R42.2" } }),
            expect = {},
        },
        {
            name = "the goal race is missing",
            plan = plans.build({ weeks = { "E8 - - - - - -" }, race = RACE }),
            expect = { { week = 1, status = "broken", date = "2027-01-10", text = "missing" } },
        },
        {
            name = "the goal race on another day",
            plan = plans.build({ weeks = { "E8 - - - - R42.2 -" }, race = RACE }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-09", text = "Sunday 2027-01-10" },
                { week = 1, status = "broken", date = "2027-01-10", text = "missing" },
            },
        },
        {
            name = "another run on the day of the goal race",
            plan = plans.build({ weeks = { "E8 - - - - - E3&R42.2" } }),
            expect = { { week = 1, status = "broken", text = "there are 2" } },
        },
        {
            name = "warm-up and cool-down beside a tune-up race",
            plan = plans.build({ weeks = { "E8 - - - - E2&U10&E2 -", "race: - - - - - - R42.2" } }),
            expect = {},
        },
        {
            name = "a warm-up before the goal race",
            plan = plans.build({ weeks = { "E8 - - - - - E2&R42.2&E2" } }),
            expect = { { week = 1, status = "broken", text = "there are 3" } },
        },
        {
            name = "drills are not run",
            plan = plans.build({ weeks = { "E8 - - - - - C&R42.2" } }),
            expect = {},
        },
        {
            name = "a tune-up race is missing",
            plan = plans.build({
                weeks = { "E8 - - - - - R42.2" },
                tune_up_races = TUNE_UP,
            }),
            expect = { { week = 1, status = "broken", date = "2027-01-09", text = "Park 10k" } },
        },
        {
            name = "a tune-up race that nobody named",
            plan = plans.build({ weeks = { "E8 - - - U5 - R42.2" }, tune_up_races = {} }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-08", text = "no tune-up race" },
            },
        },
        {
            name = "a race on the first day",
            plan = plans.build({ weeks = { "R10 - - - - - -" } }),
            expect = {},
        },
    },
}
