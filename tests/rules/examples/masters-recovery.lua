local plans = hillplan.use("plans")

return {
    rule = "masters-recovery",
    cases = {
        {
            name = "two easy days are enough",
            plan = plans.build({ weeks = { "- T8 - E6 I8 - L14" } }),
            expect = {},
        },
        {
            name = "one is not",
            plan = plans.build({ weeks = { "- T8 - I8 - - L14" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-07", text = "2 days ago" },
            },
        },
        {
            name = "nor over the week's edge",
            plan = plans.build({ weeks = { "- - - - - - T8", "T8 - - - - - -" } }),
            expect = {
                { week = 2, status = "broken", date = "2027-01-11", text = "was yesterday" },
            },
        },
        {
            name = "three easy days, where so many are wished for",
            plan = plans.build({ weeks = { "- T8 - - I8 - -" } }),
            settings = { easy_days = 3 },
            expect = { { week = 1, status = "broken", date = "2027-01-08" } },
        },
    },
}
