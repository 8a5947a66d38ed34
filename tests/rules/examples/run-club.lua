local plans = hillplan.use("plans")

return {
    rule = "run-club",
    cases = {
        {
            name = "on Tuesdays there is a run",
            plan = plans.build({ weeks = { "- T8 - E6 - - L14", "- E8 - E6 - - L14" } }),
            expect = {},
        },
        {
            name = "strength training is no run",
            plan = plans.build({ weeks = { "- G - E6 - - L14" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-05", text = "the club's day" },
            },
        },
        {
            name = "another club meets on Thursdays",
            plan = plans.build({ weeks = { "- - - E6 - - L14" } }),
            settings = { weekday = "thu" },
            expect = {},
        },
        {
            name = "away is away",
            plan = plans.build({
                week = { unavailable = { "2027-01-05" } },
                weeks = { "- - - E6 - - L14" },
            }),
            expect = {},
        },
        {
            name = "hard runs on other days lose points",
            plan = plans.build({ weeks = { "- E8 - T8 - - L14" } }),
            ask = { hook = "prefer", week = 1, day = 4 },
            expect = -200,
        },
    },
}
