local plans = hillplan.use("plans")

return {
    rule = "back-to-back",
    cases = {
        {
            name = "in every second week the day after the long run is run",
            plan = plans.build({ weeks = { "- E8 - - - L20 -", "- E8 - - - L20 E8" } }),
            expect = {},
        },
        {
            name = "rest in the second week",
            plan = plans.build({ weeks = { "- E8 - - - L20 -", "- E8 - - - L20 -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-17" } },
        },
        {
            name = "over the week's edge, the week of the second day counts",
            plan = plans.build({ weeks = { "- E8 - - - - L20", "- E8 - - - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-11" } },
        },
        {
            name = "a taper has no such weekends",
            plan = plans.build({ weeks = { "- E8 - - - - -", "taper: - E8 - - - L14 -" } }),
            expect = {},
        },
    },
}
