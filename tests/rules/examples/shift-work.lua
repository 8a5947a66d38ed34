local plans = hillplan.use("plans")

return {
    rule = "shift-work",
    cases = {
        {
            name = "easy runs, and hard ones from the second day after the nights on",
            plan = plans.build({ weeks = { "E5 E5 E5 T8 - L14 -", "E5 E5 - E5 T8 - -" } }),
            expect = {},
        },
        {
            name = "nothing hard on a day with a night shift",
            plan = plans.build({ weeks = { "- T8 - - - - -" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-05", text = "night shift" },
            },
        },
        {
            name = "nor on the day after the last night",
            plan = plans.build({ weeks = { "- - L14 - - - -" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-06" } },
        },
        {
            name = "the turn comes back every eight days",
            plan = plans.build({ weeks = { "- - - - - - -", "T8 L14 - - - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-12" } },
        },
    },
}
